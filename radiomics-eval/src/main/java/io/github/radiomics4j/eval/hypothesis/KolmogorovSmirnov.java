package io.github.radiomics4j.eval.hypothesis;

import java.util.Arrays;

/**
 * The two-sample test of Kolmogorov (1933) and Smirnov (1939), two-sided, as R's {@code ks.test}: D is the largest distance
 * between the two distribution functions. The p-value is P(D ≥ the one found) over all ways to part the pooled values, ties
 * and all, by the recursion of Schröer and Trenkler (1995, doi 10.1016/0167-9473(94)00040-P), where m · n is below 10,000;
 * above, by the limit 2 Σ (−1)<sup>k − 1</sup> exp(−2 k² z²), z = D √(m n / (m + n)), which ignores ties.
 */
public final class KolmogorovSmirnov {
    private static final long MOST_EXACT = 10_000;

    private KolmogorovSmirnov() {}

    /**
     * What the test found.
     *
     * @param statistic D, in [0, 1]
     * @param pValue of two samples of one distribution
     * @param isExact whether by all partitions, or by the limit
     */
    public record Result(double statistic, double pValue, boolean isExact) {}

    /**
     * Tests two samples.
     *
     * @param first finite, not empty; not modified
     * @param second finite, not empty; not modified
     */
    public static Result test(double[] first, double[] second) {
        double[] x = Samples.sorted(first);
        double[] y = Samples.sorted(second);
        if (x.length == 0 || y.length == 0) {
            throw new IllegalArgumentException(
                    "samples must not be empty, found " + x.length + " and " + y.length + " values");
        }
        boolean[] isLast = lastOfTies(x, y);
        // In units of 1 / (m n), where it is whole.
        long distance = 0;
        int i = 0;
        int j = 0;
        while (i < x.length || j < y.length) {
            if (j == y.length || i < x.length && x[i] <= y[j]) {
                i++;
            } else {
                j++;
            }
            if (isLast[i + j - 1]) {
                distance = Math.max(distance, distance(i, j, x.length, y.length));
            }
        }
        double statistic = distance / ((double) x.length * y.length);
        boolean isExact = (long) x.length * y.length < MOST_EXACT;
        double p = isExact
                ? exact(distance, isLast, x.length, y.length)
                : limit(statistic * Math.sqrt((double) x.length * y.length / (x.length + y.length)));
        return new Result(statistic, p, isExact);
    }

    /**
     * Tests the values of two classes.
     *
     * @param values finite; not modified
     * @param positive which class each belongs to; not modified
     */
    public static Result test(double[] values, boolean[] positive) {
        double[][] groups = Samples.sorted(values, positive);
        return test(groups[0], groups[1]);
    }

    private static long distance(long i, long j, int m, int n) {
        return Math.abs(i * n - j * m);
    }

    /** Returns for each place of the pooled order whether the next value is another one: only there may a path be judged. */
    private static boolean[] lastOfTies(double[] x, double[] y) {
        double[] pooled = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, pooled, x.length, y.length);
        Arrays.sort(pooled);
        boolean[] isLast = new boolean[pooled.length];
        for (int k = 0; k < pooled.length; k++) {
            isLast[k] = k == pooled.length - 1 || pooled[k] != pooled[k + 1];
        }
        return isLast;
    }

    /** Returns the share of paths from (0, 0) to (m, n) that somewhere come as far from the diagonal as {@code distance}. */
    private static double exact(long distance, boolean[] isLast, int m, int n) {
        double[] share = new double[n + 1];
        for (int i = 0; i <= m; i++) {
            for (int j = 0; j <= n; j++) {
                if (i + j == 0) {
                    share[j] = distance == 0 ? 1 : 0;
                } else if (isLast[i + j - 1] && distance(i, j, m, n) >= distance) {
                    share[j] = 1;
                } else {
                    // The last step of a path to (i, j) comes from (i − 1, j) in i of i + j cases.
                    double before = i == 0 ? 0 : share[j] * i;
                    double beside = j == 0 ? 0 : share[j - 1] * j;
                    share[j] = (before + beside) / (i + j);
                }
            }
        }
        return Math.min(1, share[n]);
    }

    private static double limit(double z) {
        if (z < 0.2) {
            return 1; // differs from it by less than 1e-12
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            double term = Math.exp(-2.0 * k * k * z * z);
            sum += k % 2 == 1 ? term : -term;
            if (term < 1e-20 * sum) {
                break;
            }
        }
        return Math.max(0, Math.min(1, 2 * sum));
    }
}
