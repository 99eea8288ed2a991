package io.github.radiomics4j.eval.hypothesis;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Shapiro and Wilk's test of normality, by Royston's approximation (1995, AS R94, doi 10.2307/2986146), as R's
 * {@code shapiro.test}: W is the squared correlation of the sorted values with coefficients a that stem from the normal
 * scores Φ⁻¹((i − 3/8) / (n + 1/4)); a function of 1 − W is taken as normal. For more than 2000 values the p-value is rough.
 */
public final class ShapiroWilk {
    private static final double[] LAST = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
    private static final double[] LAST_BUT_ONE = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};
    private static final double[] SMALL_MEAN = {0.544, -0.39978, 0.025054, -6.714e-4};
    private static final double[] SMALL_DEVIATION = {1.3822, -0.77857, 0.062767, -0.0020322};
    private static final double[] LARGE_MEAN = {-1.5861, -0.31082, -0.083751, 0.0038915};
    private static final double[] LARGE_DEVIATION = {-0.4803, -0.082676, 0.0030302};

    private ShapiroWilk() {}

    /**
     * What the test found.
     *
     * @param w in (0, 1]; NaN where the test is not defined
     * @param pValue of a normal distribution; NaN where the test is not defined
     */
    public record Result(double w, double pValue) {}

    /**
     * Tests a sample.
     *
     * @param values finite; not modified
     * @return NaN of fewer than 3 or more than 5000 values, and where all are equal, which R refuses
     */
    public static Result test(double[] values) {
        return testSorted(Samples.sorted(values));
    }

    static Result testSorted(double[] x) {
        int n = x.length;
        if (n < 3 || n > 5000 || x[0] == x[n - 1]) {
            return new Result(Double.NaN, Double.NaN);
        }
        double[] a = coefficients(n);
        double range = x[n - 1] - x[0];
        double median = Samples.median(x);
        double mean = 0;
        for (double value : x) {
            mean += (value - median) / range;
        }
        mean /= n;
        double aa = 0;
        double xx = 0;
        double ax = 0;
        for (int i = 0; i < n; i++) {
            int other = n - 1 - i;
            double weight = i == other ? 0 : i < other ? -a[i] : a[other];
            double from = (x[i] - median) / range - mean;
            aa += weight * weight;
            xx += from * from;
            ax += weight * from;
        }
        double root = Math.sqrt(aa * xx);
        double rest = (root - ax) * (root + ax) / (aa * xx); // 1 − W, which keeps its digits near 0
        return new Result(1 - rest, pValue(n, rest));
    }

    /** Returns the coefficients of the upper half, the largest value's first. */
    private static double[] coefficients(int n) {
        double[] a = new double[n / 2];
        if (n == 3) {
            a[0] = Math.sqrt(0.5);
            return a;
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            a[i] = normal.inverseSurvivalProbability((i + 1 - 0.375) / (n + 0.25));
            squares += 2 * a[i] * a[i];
        }
        double step = 1 / Math.sqrt(n);
        double length = Math.sqrt(squares);
        double first = a[0] / length + polynomial(LAST, step);
        double left = squares - 2 * a[0] * a[0];
        double share = 1 - 2 * first * first;
        int set = 1;
        if (n > 5) {
            double second = a[1] / length + polynomial(LAST_BUT_ONE, step);
            left -= 2 * a[1] * a[1];
            share -= 2 * second * second;
            a[1] = second;
            set = 2;
        }
        a[0] = first;
        double factor = Math.sqrt(left / share);
        for (int i = set; i < a.length; i++) {
            a[i] /= factor;
        }
        return a;
    }

    private static double pValue(int n, double rest) {
        if (n == 3) {
            return Math.max(0, 6 / Math.PI * (Math.asin(Math.sqrt(1 - rest)) - Math.asin(Math.sqrt(0.75))));
        }
        double y = Math.log(rest);
        double mean;
        double deviation;
        if (n <= 11) {
            double limit = -2.273 + 0.459 * n;
            if (y >= limit) {
                return 1e-99;
            }
            y = -Math.log(limit - y);
            mean = polynomial(SMALL_MEAN, n);
            deviation = Math.exp(polynomial(SMALL_DEVIATION, n));
        } else {
            double log = Math.log(n);
            mean = polynomial(LARGE_MEAN, log);
            deviation = Math.exp(polynomial(LARGE_DEVIATION, log));
        }
        return NormalDistribution.of(0, 1).survivalProbability((y - mean) / deviation);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
