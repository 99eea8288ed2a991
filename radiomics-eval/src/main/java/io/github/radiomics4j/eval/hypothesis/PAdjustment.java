package io.github.radiomics4j.eval.hypothesis;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Adjusts p-values for their number n, so that they can be held against one level together; R's {@code p.adjust}. With the
 * p-values in ascending order, p₁ ≤ … ≤ p<sub>n</sub>, each adjusted value is at most 1. Missing ones (NaN) stay missing and
 * do not count.
 */
public enum PAdjustment {
    /** min(1, n p): the chance of any false rejection. */
    BONFERRONI {
        @Override
        double[] ascending(double[] p) {
            return Arrays.stream(p).map(one -> one * p.length).toArray();
        }
    },
    /** max over j ≤ i of (n − j + 1) p<sub>j</sub>: the chance of any false rejection, never worse than Bonferroni (Holm 1979). */
    HOLM {
        @Override
        double[] ascending(double[] p) {
            double[] out = new double[p.length];
            double most = 0;
            for (int i = 0; i < out.length; i++) {
                most = Math.max(most, (p.length - i) * p[i]);
                out[i] = most;
            }
            return out;
        }
    },
    /** min over j ≥ i of (n − j + 1) p<sub>j</sub>: for independent tests (Hochberg 1988, doi 10.1093/biomet/75.4.800). */
    HOCHBERG {
        @Override
        double[] ascending(double[] p) {
            return leastFromAbove(p, i -> p.length - i);
        }
    },
    /** Closed testing with Simes' inequality: for independent tests (Hommel 1988, doi 10.1093/biomet/75.2.383). */
    HOMMEL {
        @Override
        double[] ascending(double[] p) {
            return hommel(p);
        }
    },
    /** min over j ≥ i of n p<sub>j</sub> / j: the share of false rejections (Benjamini and Hochberg 1995); the q-value. */
    BENJAMINI_HOCHBERG {
        @Override
        double[] ascending(double[] p) {
            return leastFromAbove(p, i -> (double) p.length / (i + 1));
        }
    },
    /** Benjamini-Hochberg times Σ 1 / i: under any dependence (Benjamini and Yekutieli 2001, doi 10.1214/aos/1013699998). */
    BENJAMINI_YEKUTIELI {
        @Override
        double[] ascending(double[] p) {
            double sum = 0;
            for (int i = 1; i <= p.length; i++) {
                sum += 1.0 / i;
            }
            double harmonic = sum;
            return leastFromAbove(p, i -> harmonic * p.length / (i + 1));
        }
    };

    /**
     * Returns the adjusted p-values, in the order of {@code p}.
     *
     * @param p in [0, 1], or NaN where missing; not modified
     * @throws IllegalArgumentException if a value is outside [0, 1]
     */
    public double[] adjust(double[] p) {
        for (double one : p) {
            if (one < 0 || one > 1) {
                throw new IllegalArgumentException("a p-value must lie in 0 to 1, found " + one);
            }
        }
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted =
                ascending(Arrays.stream(order).mapToDouble(i -> p[i]).toArray());
        double[] out = new double[p.length];
        Arrays.fill(out, Double.NaN);
        for (int i = 0; i < order.length; i++) {
            out[order[i]] = Math.min(1, adjusted[i]);
        }
        return out;
    }

    /** Returns adjusted values for ascending ones; not modified. Those above 1 are cut by who asks. */
    abstract double[] ascending(double[] p);

    private static double[] leastFromAbove(double[] p, IntToDoubleFunction factor) {
        double[] out = new double[p.length];
        double least = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            least = Math.min(least, factor.applyAsDouble(i) * p[i]);
            out[i] = least;
        }
        return out;
    }

    private static double[] hommel(double[] p) {
        int n = p.length;
        double[] out = new double[n];
        double[] q = new double[n];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, n * p[i] / (i + 1));
        }
        Arrays.fill(out, least);
        Arrays.fill(q, least);
        for (int m = n - 1; m >= 2; m--) {
            double simes = Double.POSITIVE_INFINITY;
            for (int i = n - m + 1; i < n; i++) {
                simes = Math.min(simes, m * p[i] / (m - n + i + 1));
            }
            for (int i = 0; i <= n - m; i++) {
                q[i] = Math.min(m * p[i], simes);
            }
            for (int i = n - m + 1; i < n; i++) {
                q[i] = q[n - m];
            }
            for (int i = 0; i < n; i++) {
                out[i] = Math.max(out[i], q[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(out[i], p[i]);
        }
        return out;
    }
}
