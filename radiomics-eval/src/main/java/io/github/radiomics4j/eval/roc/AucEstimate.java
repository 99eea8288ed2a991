package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.Interval;

/**
 * An area under the ROC curve with its uncertainty.
 *
 * @param auc the area
 * @param variance of the area by DeLong; NaN if a class has one case
 * @param interval of the area; its bounds are NaN if the variance is, or if the scale has no value at an area of 0 or 1
 * @param pValue two-sided, for the hypothesis that the area is 0.5, by the normal distribution; NaN if the variance is, or
 *     if it is 0 at an area of 0.5
 * @param positives number of positive cases
 * @param negatives number of negative cases
 * @param isDegenerate whether the variance is 0, as at areas of 0 and 1 and for constant scores: the interval is then a
 *     point and says nothing about other samples
 */
public record AucEstimate(
        double auc,
        double variance,
        Interval interval,
        double pValue,
        int positives,
        int negatives,
        boolean isDegenerate) {

    /** Returns the standard error, √variance. */
    public double standardError() {
        return Math.sqrt(variance);
    }
}
