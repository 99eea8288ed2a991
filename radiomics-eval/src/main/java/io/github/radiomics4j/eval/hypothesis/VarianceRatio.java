package io.github.radiomics4j.eval.hypothesis;

import io.github.radiomics4j.eval.Interval;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The F-test of two variances, if the values are normal, as R's {@code var.test}: F = s₁² / s₂² with n₁ − 1 and n₂ − 1
 * degrees of freedom; two-sided. All are NaN where both variances are 0 or a sample has fewer than two values.
 *
 * @param level of the interval of the ratio
 */
public record VarianceRatio(double level) {

    /** Checks the level. */
    public VarianceRatio {
        Interval.requireLevel(level);
    }

    /** Returns one with a 95 % interval. */
    public static VarianceRatio withDefaults() {
        return new VarianceRatio(0.95);
    }

    /**
     * What the test found.
     *
     * @param ratio F
     * @param pValue of equal variances
     * @param interval of the ratio
     */
    public record Result(double ratio, double pValue, Interval interval) {}

    /**
     * Tests two samples.
     *
     * @param first finite; not modified
     * @param second finite; not modified
     */
    public Result test(double[] first, double[] second) {
        double[] x = Samples.sorted(first);
        double[] y = Samples.sorted(second);
        double ratio = Samples.variance(x, Samples.mean(x)) / Samples.variance(y, Samples.mean(y));
        if (Double.isNaN(ratio)) {
            return new Result(ratio, ratio, new Interval(ratio, ratio, level));
        }
        FDistribution distribution = FDistribution.of(x.length - 1, y.length - 1);
        double above = distribution.survivalProbability(ratio);
        double below = distribution.cumulativeProbability(ratio);
        double tail = (1 - level) / 2;
        return new Result(
                ratio,
                Math.min(1, 2 * Math.min(above, below)),
                new Interval(
                        ratio / distribution.inverseSurvivalProbability(tail),
                        ratio / distribution.inverseCumulativeProbability(tail),
                        level));
    }
}
