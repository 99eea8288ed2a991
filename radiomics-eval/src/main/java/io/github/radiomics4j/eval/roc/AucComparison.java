package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.Interval;

/**
 * A comparison of two areas under ROC curves.
 *
 * @param first area of the first model
 * @param second area of the second
 * @param standardError of the difference
 * @param statistic difference over its standard error: z of a paired test, t of an unpaired one; 0 where both are 0
 * @param degreesOfFreedom of t; infinite for z
 * @param pValue two-sided, for the hypothesis that the areas are equal; 1 where the difference and its error are 0
 * @param difference first − second, with its interval
 * @param isDegenerate whether the standard error is 0: the curves are both perfect, or order the cases in one way
 */
public record AucComparison(
        double first,
        double second,
        double standardError,
        double statistic,
        double degreesOfFreedom,
        double pValue,
        Interval difference,
        boolean isDegenerate) {}
