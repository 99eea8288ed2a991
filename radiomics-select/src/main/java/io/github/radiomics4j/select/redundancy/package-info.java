/**
 * Columns that say the same as others: correlation, inflation of variances, clusters.
 *
 * <p>What surprises people: which columns are kept depends on the rule far more than on the correlation. On the public cohort
 * of 1,195 columns, five rules that papers call "|r| &gt; 0.9 was removed" keep 581 to 716.
 *
 * <p>Classes: {@link io.github.radiomics4j.select.redundancy.CorrelationMatrix} of a {@link
 * io.github.radiomics4j.select.redundancy.CorrelationKind}; {@link io.github.radiomics4j.select.redundancy.CorrelationFilter}
 * walks it by a {@link io.github.radiomics4j.select.redundancy.KeepRule}; {@link
 * io.github.radiomics4j.select.redundancy.FeatureClusters} joins columns to a tree and keeps one of each branch; {@link
 * io.github.radiomics4j.select.redundancy.VarianceInflation} sees combinations of several columns too.
 */
@NullMarked
package io.github.radiomics4j.select.redundancy;

import org.jspecify.annotations.NullMarked;
