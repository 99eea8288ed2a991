/**
 * From counts and geometry to numbers: a {@link io.github.radiomics4j.feature.FeatureFamily} computes the {@link
 * io.github.radiomics4j.feature.Feature}s of a {@link io.github.radiomics4j.feature.Region}; {@link
 * io.github.radiomics4j.feature.FeatureValues} holds them, with a reason for each NaN.
 *
 * <p>Stage 7. One enum per family; a constant carries its name, its IBSI code and its formula. {@link
 * io.github.radiomics4j.feature.IbsiFamilies} lists those of the IBSI manual; the others are PyRadiomics'.
 */
@NullMarked
package io.github.radiomics4j.feature;

import org.jspecify.annotations.NullMarked;
