/**
 * Logistic regression without a penalty: for recalibration, odds ratios and nomograms. {@link
 * io.github.radiomics4j.eval.logistic.LogisticRegression} fits, a {@link io.github.radiomics4j.eval.logistic.LogisticFit}
 * holds what R's {@code summary(glm(…, binomial))} prints.
 *
 * <p>What surprises people: where a combination of columns separates the classes, no finite coefficients are best. The fit
 * then says so, and its numbers mean nothing.
 */
@NullMarked
package io.github.radiomics4j.eval.logistic;

import org.jspecify.annotations.NullMarked;
