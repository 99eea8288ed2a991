package io.github.radiomics4j.eval.hypothesis;

import io.github.radiomics4j.eval.Interval;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The rank sum test of Mann, Whitney and Wilcoxon, as R's {@code wilcox.test}. U counts the pairs in which the first sample
 * has the larger value, ties as ½; U / (n₁ n₂) is the area under the ROC curve. With N = n₁ + n₂ and groups of t ties,
 *
 * <pre>{@code
 * z = (U − n₁n₂/2 − c) / √(n₁n₂/12 (N + 1 − Σ (t³ − t) / (N (N − 1))))     c = ± ½ toward 0, or 0
 * }</pre>
 *
 * <p>The p-value is NaN where a sample is empty, and the normal two-sided one where all values are equal. Hollander, Wolfe and Chicken (2014),
 * doi 10.1002/9781119196037.
 *
 * @param method how the p-value is found
 * @param alternative of the p-value
 * @param level of {@link #shift(double[], double[])}
 */
public record MannWhitney(Method method, Alternative alternative, double level) {
    /** Cells of the exact distribution's table, above which its time is minutes. */
    private static final long MOST_CELLS = 1L << 31;

    /** How a p-value is found. */
    public enum Method {
        /** R's rule: exact if both samples have fewer than 50 values and there are no ties, else normal and corrected. */
        R_DEFAULT,
        /**
         * The distribution of U over all choices of n₁ of the N values, whatever their ties: conditional on them. With ties
         * it is not symmetric; two-sided is then what lies at least as far from n₁n₂/2.
         */
        EXACT,
        /** The normal distribution, with the correction of continuity. */
        NORMAL_CORRECTED,
        /** The normal distribution alone. */
        NORMAL
    }

    /** Checks the level. */
    public MannWhitney {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(alternative, "alternative");
        Interval.requireLevel(level);
    }

    /** Returns R's defaults: two-sided, 95 %. */
    public static MannWhitney withDefaults() {
        return new MannWhitney(Method.R_DEFAULT, Alternative.TWO_SIDED, 0.95);
    }

    /** Returns a copy that finds p-values otherwise. */
    public MannWhitney withMethod(Method method) {
        return new MannWhitney(method, alternative, level);
    }

    /** Returns a copy against another alternative. */
    public MannWhitney withAlternative(Alternative alternative) {
        return new MannWhitney(method, alternative, level);
    }

    /** Returns a copy with another confidence level. */
    public MannWhitney withLevel(double level) {
        return new MannWhitney(method, alternative, level);
    }

    /**
     * What the test found.
     *
     * @param u of the first sample; R's W
     * @param auc U / (n₁ n₂); NaN of an empty sample
     * @param pValue of two samples from one distribution
     * @param method that found the p-value, never {@link Method#R_DEFAULT}
     * @param hasTies whether any values are equal
     */
    public record Result(double u, double auc, double pValue, Method method, boolean hasTies) {
        /** Returns 2 AUC − 1: 1 where the first sample is above the second throughout. */
        public double rankBiserial() {
            return 2 * auc - 1;
        }
    }

    /**
     * How far the first sample lies above the second.
     *
     * @param estimate the median of the n₁ n₂ differences (Hodges and Lehmann 1963, doi 10.1214/aoms/1177704172)
     * @param interval the shifts that the two-sided test does not reject
     * @param method that found the interval
     */
    public record Shift(double estimate, Interval interval, Method method) {}

    /**
     * Tests two samples.
     *
     * @param first finite; not modified
     * @param second finite; not modified
     * @throws IllegalArgumentException if the exact distribution is asked for and out of reach
     */
    public Result test(double[] first, double[] second) {
        return testSorted(Samples.sorted(first), Samples.sorted(second));
    }

    /**
     * Tests the values of the positive cases, first, against those of the others.
     *
     * @param values finite; not modified
     * @param positive in the same order; not modified
     * @throws IllegalArgumentException if the exact distribution is asked for and out of reach
     */
    public Result test(double[] values, boolean[] positive) {
        double[][] samples = Samples.sorted(values, positive);
        return testSorted(samples[0], samples[1]);
    }

    Result testSorted(double[] x, double[] y) {
        int m = x.length;
        int n = y.length;
        long doubled = 0; // twice U
        double ties = 0;
        int i = 0;
        int j = 0;
        while (i < m || j < n) {
            double value = i == m ? y[j] : j == n ? x[i] : Math.min(x[i], y[j]);
            int iEnd = i;
            int jEnd = j;
            while (iEnd < m && x[iEnd] == value) {
                iEnd++;
            }
            while (jEnd < n && y[jEnd] == value) {
                jEnd++;
            }
            doubled += (long) (iEnd - i) * (j + jEnd);
            double t = iEnd - i + (jEnd - j);
            ties += t * t * t - t;
            i = iEnd;
            j = jEnd;
        }
        double u = doubled / 2.0;
        Method used = used(m, n, ties > 0);
        double p;
        if (m == 0 || n == 0) {
            p = Double.NaN;
        } else if (used == Method.EXACT) {
            p = ties > 0 ? conditional(x, y) : exact(m, n, (int) Math.round(u));
        } else {
            p = TTest.normal(z(u - 0.5 * m * n, deviation(m, n, ties), used), alternative);
        }
        return new Result(u, u / ((double) m * n), p, used, ties > 0);
    }

    private Method used(int m, int n, boolean hasTies) {
        if (method != Method.R_DEFAULT) {
            return method;
        }
        return m < 50 && n < 50 && !hasTies ? Method.EXACT : Method.NORMAL_CORRECTED;
    }

    private static double deviation(double m, double n, double ties) {
        double all = m + n;
        return Math.sqrt(m * n / 12 * (all + 1 - ties / (all * (all - 1))));
    }

    private double z(double fromMean, double deviation, Method used) {
        double correction = 0;
        if (used == Method.NORMAL_CORRECTED) {
            correction = switch (alternative) {
                case TWO_SIDED -> Math.signum(fromMean) * 0.5;
                case GREATER -> 0.5;
                case LESS -> -0.5;
            };
        }
        return (fromMean - correction) / deviation; // 0 / 0 where all values are equal
    }

    private double exact(int m, int n, int u) {
        double[] density = density(m, n, Math.min(u, m * n - u));
        double tail = Arrays.stream(density).sum();
        double point = density[density.length - 1];
        boolean isLow = u <= m * n - u;
        return p(isLow ? tail : 1 - tail + point, isLow ? 1 - tail + point : tail);
    }

    private double p(double atMost, double atLeast) {
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * Math.min(atMost, atLeast));
            case LESS -> Math.min(1, atMost);
            case GREATER -> Math.min(1, atLeast);
        };
    }

    /**
     * Returns P(U = 0) … P(U = most) without ties. The largest value is of the first sample with probability m / (m + n), and
     * then beats all n: p(u; m, n) = m / (m + n) p(u − n; m − 1, n) + n / (m + n) p(u; m, n − 1).
     */
    private static double[] density(int m, int n, int most) {
        requireReach((long) m * n * (most + 1));
        double[][] p = new double[n + 1][most + 1]; // by the size of the second sample, for the first's of the loop
        for (double[] row : p) {
            row[0] = 1;
        }
        for (int i = 1; i <= m; i++) {
            Arrays.fill(p[0], 0);
            p[0][0] = 1;
            for (int j = 1; j <= n; j++) {
                double ofFirst = (double) i / (i + j);
                double ofSecond = (double) j / (i + j);
                double[] row = p[j];
                double[] shorter = p[j - 1];
                for (int u = most; u >= 0; u--) {
                    row[u] = ofSecond * shorter[u] + (u >= j ? ofFirst * row[u - j] : 0);
                }
            }
        }
        return p[n];
    }

    private static void requireReach(long cells) {
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("the exact distribution of so large samples takes " + cells
                    + " steps, more than " + MOST_CELLS + ": ask for a normal one");
        }
    }

    /** The distribution of the sum of twice the mean ranks over the choices of m of the m + n values, one value after another. */
    private double conditional(double[] x, double[] y) {
        double[] all = Samples.pooled(new double[][] {x, y});
        int m = x.length;
        int[] scores = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            scores[i] = (int) Samples.doubledRank(all, all[i]) - 2;
        }
        long observed = 0;
        for (double value : x) {
            observed += Samples.doubledRank(all, value) - 2;
        }
        int most = 0;
        for (int i = all.length - m; i < all.length; i++) {
            most += scores[i];
        }
        requireReach((long) all.length * m * (most + 1));
        double[][] p = new double[m + 1][most + 1]; // by how many are chosen, and their sum
        p[0][0] = 1;
        for (int i = 0; i < all.length; i++) {
            int score = scores[i];
            double left = all.length - i;
            for (int k = Math.min(i, m); k >= 0; k--) {
                double chosen = (m - k) / left;
                double[] row = p[k];
                if (k < m) {
                    double[] next = p[k + 1];
                    for (int s = most - score; s >= 0; s--) {
                        next[s + score] += chosen * row[s];
                    }
                }
                for (int s = 0; s <= most; s++) {
                    row[s] *= 1 - chosen;
                }
            }
        }
        long expected = (long) m * Arrays.stream(scores).sum(); // N times the mean: a whole number
        long distance = Math.abs(all.length * observed - expected);
        double atMost = 0;
        double atLeast = 0;
        double asFar = 0;
        for (int s = 0; s <= most; s++) {
            atMost += s <= observed ? p[m][s] : 0;
            atLeast += s >= observed ? p[m][s] : 0;
            asFar += Math.abs((long) all.length * s - expected) >= distance ? p[m][s] : 0;
        }
        return alternative == Alternative.TWO_SIDED ? Math.min(1, asFar) : p(atMost, atLeast);
    }

    /**
     * Estimates by how much the first sample is shifted against the second, from all differences: time and memory grow with
     * n₁ n₂. An exact method takes the differences as free of ties, as R does.
     *
     * @param first finite; not modified
     * @param second finite; not modified
     * @return bounds and estimate are NaN of an empty sample; bounds also where both samples are constant
     */
    public Shift shift(double[] first, double[] second) {
        double[] x = Samples.sorted(first);
        double[] y = Samples.sorted(second);
        int m = x.length;
        int n = y.length;
        double[] differences = new double[Math.multiplyExact(m, n)];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                differences[i * n + j] = x[i] - y[j];
            }
        }
        Arrays.sort(differences);
        double[] all = Samples.pooled(new double[][] {x, y});
        Method used = used(m, n, Samples.tieTerm(all) > 0);
        double estimate = Samples.median(differences);
        double inner = Samples.tieTerm(x) + Samples.tieTerm(y);
        double deviation = deviation(m, n, inner);
        if (differences.length == 0 || !(deviation > 0) || x[0] == x[m - 1] && y[0] == y[n - 1]) {
            return new Shift(estimate, new Interval(Double.NaN, Double.NaN, level), used);
        }
        int below = used == Method.EXACT ? exactRank(m, n) : normalRank(differences.length, deviation, used);
        return new Shift(
                estimate, new Interval(differences[below - 1], differences[differences.length - below], level), used);
    }

    /** Returns the least k ≥ 1 for which P(U ≤ k) reaches half of the error. */
    private int exactRank(int m, int n) {
        double[] density = density(m, n, m * n / 2);
        double sum = 0;
        for (int u = 0; u < density.length; u++) {
            sum += density[u];
            if (sum >= (1 - level) / 2) {
                return Math.max(1, u);
            }
        }
        return Math.max(1, density.length);
    }

    /** Returns the rank of the first difference beyond which the test no longer rejects. */
    private static int normalRank(int count, double deviation, double quantile, double correction) {
        // just above the k-th difference U = count − k: not rejected once U − count/2 − c ≤ z σ
        int k = (int) Math.ceil(count / 2.0 - correction - quantile * deviation);
        return Math.min(Math.max(1, k), (count + 1) / 2);
    }

    private int normalRank(int count, double deviation, Method used) {
        double quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        return normalRank(count, deviation, quantile, used == Method.NORMAL_CORRECTED ? 0.5 : 0);
    }
}
