/**
 * Columns judged one at a time: by a test between the classes, by the area under their ROC curve, by how much they vary.
 *
 * <p>What surprises people: of 1,197 columns of noise, some 60 have p &lt; 0.05. Without an adjustment the bar is a filter, not
 * a finding; and every selector here that looks at the outcome belongs inside the training part of a split.
 *
 * <p>Classes: {@link io.github.radiomics4j.select.univariate.UsableColumns} sets aside what no selector can judge; {@link
 * io.github.radiomics4j.select.univariate.UnivariateTest} names the tests, {@link
 * io.github.radiomics4j.select.univariate.UnivariateFilter} holds their p-values against a bar; {@link
 * io.github.radiomics4j.select.univariate.AucFilter}; {@link io.github.radiomics4j.select.univariate.VarianceFilter} and
 * {@link io.github.radiomics4j.select.univariate.NearZeroVariance} do without the outcome.
 */
@NullMarked
package io.github.radiomics4j.select.univariate;

import org.jspecify.annotations.NullMarked;
