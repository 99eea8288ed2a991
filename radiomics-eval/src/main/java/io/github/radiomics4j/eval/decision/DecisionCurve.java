package io.github.radiomics4j.eval.decision;

import io.github.radiomics4j.eval.Interval;
import java.util.List;

/**
 * The net benefit of a model at some threshold probabilities.
 *
 * @param points in the order of the thresholds that were asked for
 * @param positives number of positive cases
 * @param negatives number of negative cases
 */
public record DecisionCurve(List<Point> points, int positives, int negatives) {

    /**
     * One threshold. With n cases, of prevalence π, and w = t / (1 − t):
     *
     * @param threshold t, the probability from which on one would treat
     * @param truePositives number of positive cases that would be treated
     * @param falsePositives number of negative cases that would be treated
     * @param netBenefit TP/n − w FP/n − harm: in units of positive cases treated, none of the others harmed
     * @param standardized net benefit over π: 1 is the most there is
     * @param treatAll net benefit of treating all: π − w (1 − π)
     * @param interventionsAvoided (net benefit − treat all) / w, per case: how many fewer would be treated than if all were,
     *     with no positive case missed for it; NaN at t = 0
     * @param netBenefitOfOptingOut TN/n − FN/n / w: the gain over treating all, in units of negative cases spared; NaN at t = 0
     * @param standardError of the net benefit, √(variance of a case's benefit / n), by the delta method
     */
    public record Point(
            double threshold,
            int truePositives,
            int falsePositives,
            double netBenefit,
            double standardized,
            double treatAll,
            double interventionsAvoided,
            double netBenefitOfOptingOut,
            double standardError) {

        /** Returns net benefit ± z standard errors. */
        public Interval interval(double level) {
            double half = DecisionCurveAnalysis.normalQuantile(level) * standardError;
            return new Interval(netBenefit - half, netBenefit + half, level);
        }
    }

    /** Copies the points. */
    public DecisionCurve {
        points = List.copyOf(points);
    }
}
