/**
 * Selection that looks at columns together: by information about the outcome that others do not have, by neighbors, or by a
 * model that is fitted again and again.
 *
 * <p>What surprises people: "mRMR" is at least four definitions with different selections, and how values are cut into bins
 * decides more than the criterion.
 *
 * <p>Classes: {@link io.github.radiomics4j.select.wrapper.Mrmr} with a {@link
 * io.github.radiomics4j.select.wrapper.MrmrCriterion}; {@link io.github.radiomics4j.select.wrapper.ReliefF}; {@link
 * io.github.radiomics4j.select.wrapper.RecursiveElimination} and {@link io.github.radiomics4j.select.wrapper.Boruta} around a
 * {@link io.github.radiomics4j.select.wrapper.ColumnImportance}, which {@link
 * io.github.radiomics4j.select.wrapper.PermutationImportance} gives for any model.
 */
@NullMarked
package io.github.radiomics4j.select.wrapper;

import org.jspecify.annotations.NullMarked;
