package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * An area under the ROC curve with its uncertainty.
 *
 * @param auc the area
 * @param variance of the area; by DeLong NaN if a class has one case
 * @param interval of the area; its bounds are NaN if the variance is, or if the scale has no value at an area of 0 or 1
 * @param pValue two-sided, for the hypothesis that the area is 0.5, by the normal distribution; NaN if the variance is, or
 *     if it is 0 at an area of 0.5
 * @param positives number of positive cases
 * @param negatives number of negative cases
 * @param isDegenerate whether the variance is 0, as at areas of 0 and 1 and for constant scores: the interval is then a
 *     point and says nothing about other samples; {@link #exactInterval} does
 */
public record AucEstimate(
        double auc,
        double variance,
        Interval interval,
        double pValue,
        int positives,
        int negatives,
        boolean isDegenerate) {

    static AucEstimate of(double auc, double variance, int positives, int negatives, double level, CiScale scale) {
        double error = Math.sqrt(variance);
        double z = (auc - 0.5) / error;
        double p =
                Double.isNaN(z) ? Double.NaN : 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
        return new AucEstimate(
                auc, variance, scale.interval(auc, error, level), p, positives, negatives, variance == 0);
    }

    /**
     * Returns an interval where scores separate the classes, the area being 0 or 1: that of Clopper and Pearson for k
     * successes, or none, of k = min(positives, negatives). Cases of both classes can be put into k pairs that share none;
     * each is in the right order with a probability of at most the true area, all of them with its k-th power at most. So
     * the interval covers at its level or above, whatever the distribution of the scores: at 95 % and an area of 1 from
     * 0.025<sup>1/k</sup> to 1. Everywhere else it is {@link #interval}.
     */
    public Interval exactInterval() {
        if (auc > 0 && auc < 1) {
            return interval;
        }
        int pairs = Math.min(positives, negatives);
        var bounds = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(
                pairs, auc == 1 ? pairs : 0, 1 - interval.level());
        return new Interval(bounds.getLowerBound(), bounds.getUpperBound(), interval.level());
    }

    /** Returns the standard error, √variance. */
    public double standardError() {
        return Math.sqrt(variance);
    }
}
