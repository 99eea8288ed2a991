package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** On which scale the interval of an area is symmetric. */
public enum CiScale {
    /** The area itself, clipped to [0, 1]: pROC's. At areas near 1 and small classes it covers the truth too seldom. */
    PLAIN,
    /**
     * The log-odds of the area: never leaves (0, 1). Recommended below some 100 cases: with 29 positive and 11 negative
     * cases it covers in 95 to 96 of 100 samples what the plain one covers in 92 (area 0.7) to 81 (area 0.95).
     */
    LOGIT;

    /** Returns the interval of an area with a standard error; NaN on the logit scale at an area of 0 or 1. */
    Interval interval(double auc, double error, double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        if (this == PLAIN) {
            return new Interval(auc - z * error, auc + z * error, level).clipped(0, 1);
        }
        if (auc == 0 || auc == 1) {
            return new Interval(Double.NaN, Double.NaN, level);
        }
        double logit = Math.log(auc / (1 - auc));
        double half = z * error / (auc * (1 - auc));
        return new Interval(1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit)), level);
    }
}
