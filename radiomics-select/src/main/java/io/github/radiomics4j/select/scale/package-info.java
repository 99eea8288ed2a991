/**
 * Columns brought to a common scale, and missing values filled, with numbers of training cases alone. A scaler is a record
 * of options; what any of them learns is one {@link io.github.radiomics4j.select.scale.AffineScaling}.
 *
 * <p>What surprises people: test cases are scaled with center and scale of the training cases, so their own mean is not 0;
 * and a column that is constant in training has no scale of its own, which {@link
 * io.github.radiomics4j.select.scale.ConstantColumns} settles by name.
 */
@NullMarked
package io.github.radiomics4j.select.scale;

import org.jspecify.annotations.NullMarked;
