package io.github.radiomics4j.eval.hypothesis;

import io.github.radiomics4j.eval.Interval;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t-test of two means, as R's {@code t.test}. With sizes n, means m and variances s² (divisor n − 1),
 *
 * <pre>{@code
 * t = (m₁ − m₂) / SE
 * POOLED  SE² = s² (1/n₁ + 1/n₂),  s² = ((n₁ − 1) s₁² + (n₂ − 1) s₂²) / (n₁ + n₂ − 2),  df = n₁ + n₂ − 2
 * WELCH   SE² = s₁²/n₁ + s₂²/n₂,   df = SE⁴ / ((s₁²/n₁)² / (n₁ − 1) + (s₂²/n₂)² / (n₂ − 1))
 * paired  t = m / (s / √n) of the n differences,  df = n − 1
 * }</pre>
 *
 * <p>Statistic and p-value are NaN where the data are essentially constant, SE &lt; 10 ε max |m|, or a sample is too small
 * for its variance (Welch 1947, doi 10.1093/biomet/34.1-2.28).
 *
 * @param variances whether the two are taken as equal
 * @param alternative of the p-value; the interval has two sides whatever it is
 * @param level of the interval
 */
public record TTest(Variances variances, Alternative alternative, double level) {

    /** What is taken of the two variances. */
    public enum Variances {
        /** They are equal: Student's test. */
        POOLED,
        /** They are not: Welch's test. */
        WELCH
    }

    /** Checks the level. */
    public TTest {
        Objects.requireNonNull(variances, "variances");
        Objects.requireNonNull(alternative, "alternative");
        Interval.requireLevel(level);
    }

    /** Returns Welch's test, two-sided, with a 95 % interval: R's default. */
    public static TTest withDefaults() {
        return new TTest(Variances.WELCH, Alternative.TWO_SIDED, 0.95);
    }

    /** Returns a copy with another assumption. */
    public TTest withVariances(Variances variances) {
        return new TTest(variances, alternative, level);
    }

    /** Returns a copy against another alternative. */
    public TTest withAlternative(Alternative alternative) {
        return new TTest(variances, alternative, level);
    }

    /** Returns a copy with another confidence level. */
    public TTest withLevel(double level) {
        return new TTest(variances, alternative, level);
    }

    /**
     * What the test found.
     *
     * @param statistic t
     * @param degreesOfFreedom of t
     * @param pValue of equal means
     * @param difference of the means, first − second; of a paired test, the mean difference
     * @param standardError of the difference
     * @param interval of the difference
     */
    public record Result(
            double statistic,
            double degreesOfFreedom,
            double pValue,
            double difference,
            double standardError,
            Interval interval) {}

    /**
     * Tests two samples.
     *
     * @param first finite; not modified
     * @param second finite; not modified
     */
    public Result test(double[] first, double[] second) {
        return testSorted(Samples.sorted(first), Samples.sorted(second));
    }

    /**
     * Tests the values of the positive cases, first, against those of the others.
     *
     * @param values finite; not modified
     * @param positive in the same order; not modified
     */
    public Result test(double[] values, boolean[] positive) {
        double[][] samples = Samples.sorted(values, positive);
        return testSorted(samples[0], samples[1]);
    }

    /**
     * Tests the differences of pairs against 0.
     *
     * @param first finite; not modified
     * @param second of the same cases in the same order; not modified
     */
    public Result testPaired(double[] first, double[] second) {
        double[] differences = Samples.sorted(Pairs.differences(first, second));
        double mean = Samples.mean(differences);
        int n = differences.length;
        double error = Math.sqrt(Samples.variance(differences, mean) / n);
        return result(mean, error, n - 1, Math.abs(mean));
    }

    Result testSorted(double[] first, double[] second) {
        int n1 = first.length;
        int n2 = second.length;
        double m1 = Samples.mean(first);
        double m2 = Samples.mean(second);
        double squares1 = Samples.squares(first, m1);
        double squares2 = Samples.squares(second, m2);
        double largest = Math.max(Math.abs(m1), Math.abs(m2));
        if (variances == Variances.POOLED) {
            int freedom = n1 + n2 - 2;
            double error = Math.sqrt((squares1 + squares2) / freedom * (1.0 / n1 + 1.0 / n2));
            return result(m1 - m2, error, freedom, largest);
        }
        if (n1 < 2 || n2 < 2) {
            return result(m1 - m2, Double.NaN, Double.NaN, largest);
        }
        double v1 = squares1 / (n1 - 1) / n1;
        double v2 = squares2 / (n2 - 1) / n2;
        double freedom = (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
        return result(m1 - m2, Math.sqrt(v1 + v2), freedom, largest);
    }

    private Result result(double difference, double error, double freedom, double largest) {
        // !(…) so that NaN is no number to go on with either
        if (!(freedom > 0) || !(error >= 10 * Math.ulp(1.0) * largest) || error == 0) {
            Interval none = new Interval(Double.NaN, Double.NaN, level);
            return new Result(Double.NaN, freedom, Double.NaN, difference, error, none);
        }
        TDistribution distribution = TDistribution.of(freedom);
        double t = difference / error;
        double half = error * distribution.inverseSurvivalProbability((1 - level) / 2);
        double p = switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * distribution.survivalProbability(Math.abs(t)));
            case LESS -> distribution.survivalProbability(-t);
            case GREATER -> distribution.survivalProbability(t);
        };
        return new Result(t, freedom, p, difference, error, new Interval(difference - half, difference + half, level));
    }

    /** Returns the p-value of a standard normal statistic. */
    static double normal(double z, Alternative alternative) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        if (Double.isNaN(z)) {
            return Double.NaN;
        }
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * normal.survivalProbability(Math.abs(z)));
            case LESS -> normal.survivalProbability(-z);
            case GREATER -> normal.survivalProbability(z);
        };
    }
}
