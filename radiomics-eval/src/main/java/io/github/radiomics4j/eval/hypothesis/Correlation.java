package io.github.radiomics4j.eval.hypothesis;

import io.github.radiomics4j.eval.Interval;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The correlation of two values of each case with its two-sided p-value, as R's {@code cor.test}. The coefficient is NaN of
 * fewer than two cases or a constant value.
 *
 * <pre>{@code
 * PEARSON   Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²);  t = r √((n − 2) / (1 − r²)), df = n − 2
 * SPEARMAN  Pearson's of the mean ranks
 * KENDALL   τ-b = Σ sign(xᵢ − xⱼ) sign(yᵢ − yⱼ) / √((P − ties of x) (P − ties of y)),  P = n (n − 1) / 2
 * interval  tanh(atanh r ± z q / √(n − 3)),  q = 1; Spearman's q² = 1 + r²/2;  Kendall's q² = 0.437 (n − 3) / (n − 4)
 * }</pre>
 *
 * <p>Intervals: Fisher (1921); Bonett and Wright (2000), doi 10.1007/BF02294183. NaN of fewer than 4 (Kendall: 5) cases.
 *
 * @param coefficient which one
 * @param approach to the p-value of ranks
 * @param level of the interval
 */
public record Correlation(Coefficient coefficient, Approach approach, double level) {

    /** What is measured. */
    public enum Coefficient {
        /** How linear. */
        PEARSON,
        /** How monotonic, by differences of ranks. */
        SPEARMAN,
        /** How monotonic, by pairs in the same order. */
        KENDALL
    }

    /** How a p-value of ranks is found. */
    public enum Approach {
        /**
         * R's rule. Without ties Spearman's is exact to 9 cases and Edgeworth's series (Best and Roberts 1975, AS 89, doi
         * 10.2307/2347111) to 1289; Kendall's is exact to 49. Else {@link #ASYMPTOTIC}.
         */
        R_DEFAULT,
        /** Spearman's by t as Pearson's, which is SciPy's; Kendall's by the normal distribution, corrected for ties. */
        ASYMPTOTIC
    }

    /** Checks the level. */
    public Correlation {
        Objects.requireNonNull(coefficient, "coefficient");
        Objects.requireNonNull(approach, "approach");
        Interval.requireLevel(level);
    }

    /** Returns R's test of a coefficient with a 95 % interval. */
    public static Correlation of(Coefficient coefficient) {
        return new Correlation(coefficient, Approach.R_DEFAULT, 0.95);
    }

    /** Returns a copy with another approach. */
    public Correlation withApproach(Approach approach) {
        return new Correlation(coefficient, approach, level);
    }

    /** Returns a copy with another confidence level. */
    public Correlation withLevel(double level) {
        return new Correlation(coefficient, approach, level);
    }

    /**
     * What was found.
     *
     * @param coefficient in [−1, 1]
     * @param pValue of no correlation; NaN where the coefficient is, of Pearson's and t of fewer than 3 cases
     * @param interval of the coefficient
     */
    public record Result(double coefficient, double pValue, Interval interval) {}

    /**
     * Returns the coefficient alone.
     *
     * @param x finite; not modified
     * @param y finite, of the same cases in the same order; not modified
     */
    public double estimate(double[] x, double[] y) {
        double[][] pairs = ordered(x, y);
        return estimateOrdered(pairs[0], pairs[1]);
    }

    /** What happens to cases that lack a value, which is NaN, in {@link Correlation#matrix}. */
    public enum Missing {
        /** Coefficients with a column that lacks one are NaN. */
        NAN,
        /** Cases that lack any value are left out of all coefficients. */
        COMPLETE,
        /** Cases that lack one of two values are left out of their coefficient. */
        PAIRWISE
    }

    /**
     * Returns the coefficients of all pairs of columns: symmetric, 1 of a column with itself unless that is NaN.
     *
     * @param columns one array per column; not modified
     */
    public double[][] matrix(double[][] columns, Missing missing) {
        Objects.requireNonNull(missing, "missing");
        double[][] matrix = new double[columns.length][columns.length];
        boolean[] isComplete = isKnown(columns);
        for (int j = 0; j < columns.length; j++) {
            for (int k = 0; k <= j; k++) {
                boolean[] isKnown =
                        missing == Missing.COMPLETE ? isComplete : isKnown(new double[][] {columns[j], columns[k]});
                double[] x = kept(columns[j], isKnown);
                boolean isLacking = missing == Missing.NAN && x.length < isKnown.length;
                matrix[j][k] = isLacking ? Double.NaN : estimate(x, kept(columns[k], isKnown));
                matrix[k][j] = matrix[j][k];
            }
        }
        return matrix;
    }

    private static boolean[] isKnown(double[][] columns) {
        boolean[] isKnown = new boolean[columns.length == 0 ? 0 : columns[0].length];
        for (int i = 0; i < isKnown.length; i++) {
            isKnown[i] = true;
            for (double[] column : columns) {
                isKnown[i] &= !Double.isNaN(column[i]);
            }
        }
        return isKnown;
    }

    private static double[] kept(double[] column, boolean[] isKept) {
        return IntStream.range(0, column.length)
                .filter(i -> isKept[i])
                .mapToDouble(i -> column[i])
                .toArray();
    }

    private double estimateOrdered(double[] x, double[] y) {
        return switch (coefficient) {
            case PEARSON -> pearson(x, y);
            case SPEARMAN -> pearson(ranks(x), ranks(y));
            case KENDALL -> kendall(x, y);
        };
    }

    /**
     * Tests whether two values are correlated.
     *
     * @param x finite; not modified
     * @param y finite, of the same cases in the same order; not modified
     */
    public Result test(double[] x, double[] y) {
        double[][] pairs = ordered(x, y);
        double r = estimateOrdered(pairs[0], pairs[1]);
        if (Double.isNaN(r)) {
            return new Result(r, r, new Interval(r, r, level));
        }
        double[] xs = Samples.sorted(x);
        double[] ys = Samples.sorted(y);
        boolean isFree = Samples.tieTerm(xs) == 0 && Samples.tieTerm(ys) == 0 && approach == Approach.R_DEFAULT;
        int n = x.length;
        double p = switch (coefficient) {
            case PEARSON -> student(r, n);
            case SPEARMAN -> isFree && n < 1290 ? spearman(r, n) : student(r, n);
            case KENDALL -> isFree && n < 50 ? inversions(r, n) : kendallNormal(r, xs, ys);
        };
        return new Result(r, p, interval(r, n));
    }

    private Interval interval(double r, int n) {
        double squared = switch (coefficient) {
            case PEARSON -> 1.0 / (n - 3);
            case SPEARMAN -> (1 + r * r / 2) / (n - 3);
            case KENDALL -> 0.437 / (n - 4);
        };
        if (n < (coefficient == Coefficient.KENDALL ? 5 : 4)) {
            return new Interval(Double.NaN, Double.NaN, level);
        }
        if (Math.abs(r) == 1) {
            return new Interval(r, r, level);
        }
        double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * Math.sqrt(squared);
        return new Interval(Math.tanh(z - half), Math.tanh(z + half), level);
    }

    /** Returns the pairs in the order of x, then y, so that sums do not depend on that of the cases. */
    private static double[][] ordered(double[] x, double[] y) {
        Pairs.check(x, y);
        Samples.sorted(x); // checks
        Samples.sorted(y);
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted((a, b) -> x[a] != x[b] ? Double.compare(x[a], x[b]) : Double.compare(y[a], y[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new double[][] {
            Arrays.stream(order).mapToDouble(i -> x[i] + 0.0).toArray(),
            Arrays.stream(order).mapToDouble(i -> y[i] + 0.0).toArray()
        };
    }

    private static double[] ranks(double[] values) {
        double[] sorted = Samples.sorted(values);
        return Arrays.stream(values)
                .map(value -> Samples.doubledRank(sorted, value) / 2.0)
                .toArray();
    }

    private static double pearson(double[] x, double[] y) {
        double[] xs = Samples.sorted(x);
        double[] ys = Samples.sorted(y);
        double mx = Samples.mean(xs);
        double my = Samples.mean(ys);
        double product = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] - mx) * (y[i] - my);
        }
        double r = product / (Math.sqrt(Samples.squares(xs, mx)) * Math.sqrt(Samples.squares(ys, my)));
        return x.length < 2 ? Double.NaN : Double.isNaN(r) ? r : Math.max(-1, Math.min(1, r));
    }

    private static double kendall(double[] x, double[] y) {
        long sum = 0;
        long ofX = 0;
        long ofY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                int signX = Double.compare(x[i], x[j]);
                int signY = Double.compare(y[i], y[j]);
                sum += (long) signX * signY;
                ofX += signX != 0 ? 1 : 0;
                ofY += signY != 0 ? 1 : 0;
            }
        }
        return sum / (Math.sqrt(ofX) * Math.sqrt(ofY));
    }

    private static double student(double r, int n) {
        if (n < 3) {
            return Double.NaN;
        }
        double t = Math.abs(r) * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
        return Math.min(1, 2 * TDistribution.of(n - 2).survivalProbability(t));
    }

    private static double spearman(double r, int n) {
        double most = (double) n * n * n - n;
        long s = Math.round(most * (1 - r) / 6); // Σ (difference of ranks)², even
        boolean isAbove = s > most / 6;
        double tail = n <= 9 ? permutations(n, s, isAbove) : edgeworth(n, s, isAbove);
        return Math.min(1, 2 * tail);
    }

    /** Returns P(S ≥ s), or P(S ≤ s), over all permutations. */
    private static double permutations(int n, long s, boolean isAbove) {
        int[] permutation = IntStream.range(0, n).toArray();
        long[] counts = new long[2];
        count(permutation, 0, 0, s, isAbove, counts);
        return counts[0] / (double) counts[1];
    }

    private static void count(int[] permutation, int at, long sum, long s, boolean isAbove, long[] counts) {
        if (at == permutation.length) {
            counts[0] += (isAbove ? sum >= s : sum <= s) ? 1 : 0;
            counts[1]++;
            return;
        }
        for (int i = at; i < permutation.length; i++) {
            swap(permutation, at, i);
            long from = permutation[at] - at;
            count(permutation, at + 1, sum + from * from, s, isAbove, counts);
            swap(permutation, at, i);
        }
    }

    private static void swap(int[] values, int i, int j) {
        int value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    private static double edgeworth(int n, long s, boolean isAbove) {
        double at = isAbove ? s - 1.0 : s + 1.0; // between this value and the next, which is 2 off
        double b = 1.0 / n;
        double x = (6 * at * b / ((double) n * n - 1) - 1) * Math.sqrt(n - 1.0);
        double y = x * x;
        double series = x
                * b
                * (0.2274
                        + b * (0.2531 + 0.1745 * b)
                        + y
                                * (-0.0758
                                        + b * (0.1033 + 0.3932 * b)
                                        - y
                                                * b
                                                * (0.0879
                                                        + 0.0151 * b
                                                        - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))));
        double correction = series / Math.exp(y / 2);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double tail =
                isAbove ? correction + normal.survivalProbability(x) : normal.cumulativeProbability(x) - correction;
        return Math.max(0, Math.min(1, tail));
    }

    /** The distribution of the number of pairs in the same order: each new case is in order with 0 … i earlier ones. */
    private static double inversions(double r, int n) {
        int pairs = n * (n - 1) / 2;
        int concordant = (int) Math.round((r + 1) * pairs / 2);
        int least = Math.min(concordant, pairs - concordant);
        double[] p = new double[pairs + 1];
        p[0] = 1;
        for (int i = 1; i < n; i++) {
            double[] next = new double[pairs + 1];
            for (int k = 0; k <= pairs; k++) {
                for (int more = 0; more <= i && more <= k; more++) {
                    next[k] += p[k - more] / (i + 1);
                }
            }
            p = next;
        }
        double tail = 0;
        for (int k = 0; k <= least; k++) {
            tail += p[k];
        }
        return Math.min(1, 2 * tail);
    }

    private static double kendallNormal(double r, double[] xs, double[] ys) {
        double n = xs.length;
        double[] tx = tieSums(xs);
        double[] ty = tieSums(ys);
        double pairs = n * (n - 1);
        double s = r * Math.sqrt((pairs - tx[0]) / 2 * ((pairs - ty[0]) / 2));
        double variance = (pairs * (2 * n + 5) - tx[2] - ty[2]) / 18
                + tx[0] * ty[0] / (2 * pairs)
                + tx[1] * ty[1] / (9 * pairs * (n - 2));
        return TTest.normal(s / Math.sqrt(variance), Alternative.TWO_SIDED);
    }

    /** Returns Σ t (t − 1), Σ t (t − 1)(t − 2) and Σ t (t − 1)(2t + 5) over groups of t ties. */
    private static double[] tieSums(double[] sorted) {
        double[] sums = new double[3];
        for (int i = 0; i < sorted.length; ) {
            int end = Samples.below(sorted, sorted[i], true);
            double t = end - i;
            sums[0] += t * (t - 1);
            sums[1] += t * (t - 1) * (t - 2);
            sums[2] += t * (t - 1) * (2 * t + 5);
            i = end;
        }
        return sums;
    }
}
