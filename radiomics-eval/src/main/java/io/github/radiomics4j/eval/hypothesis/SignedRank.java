package io.github.radiomics4j.eval.hypothesis;

import java.util.Arrays;
import java.util.Objects;

/**
 * Wilcoxon's signed rank test of pairs, as R's {@code wilcox.test(paired = TRUE)}. V sums the ranks of |d| over the pairs
 * with d = first − second above 0, pairs with d = 0 left out. With n pairs left and groups of t equal |d|,
 *
 * <pre>{@code
 * z = (V − n (n + 1) / 4 − c) / √(n (n + 1) (2n + 1) / 24 − Σ (t³ − t) / 48)     c = ± ½ toward 0, or 0
 * }</pre>
 *
 * <p>The p-value is NaN where no pair is left. Wilcoxon (1945), doi 10.2307/3001968.
 *
 * @param method how the p-value is found; {@link MannWhitney.Method#R_DEFAULT} is exact below 50 pairs without ties and
 *     zeros; {@link MannWhitney.Method#EXACT} is conditional on the ties
 * @param alternative of the p-value
 */
public record SignedRank(MannWhitney.Method method, Alternative alternative) {

    /** Checks that nothing is null. */
    public SignedRank {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(alternative, "alternative");
    }

    /** Returns R's defaults: two-sided. */
    public static SignedRank withDefaults() {
        return new SignedRank(MannWhitney.Method.R_DEFAULT, Alternative.TWO_SIDED);
    }

    /** Returns a copy that finds p-values otherwise. */
    public SignedRank withMethod(MannWhitney.Method method) {
        return new SignedRank(method, alternative);
    }

    /** Returns a copy against another alternative. */
    public SignedRank withAlternative(Alternative alternative) {
        return new SignedRank(method, alternative);
    }

    /**
     * What the test found.
     *
     * @param v the statistic
     * @param pValue of differences symmetric about 0
     * @param pairs number of pairs that differ
     * @param rankBiserial (V − V′) / (V + V′), V′ being the sum of the other ranks; NaN of no pair
     * @param method that found the p-value
     */
    public record Result(double v, double pValue, int pairs, double rankBiserial, MannWhitney.Method method) {}

    /**
     * Tests pairs.
     *
     * @param first finite; not modified
     * @param second of the same cases in the same order; not modified
     */
    public Result test(double[] first, double[] second) {
        double[] all = Samples.sorted(Pairs.differences(first, second));
        double[] differences = Arrays.stream(all).filter(d -> d != 0).toArray();
        double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        int n = sizes.length;
        long doubled = 0;
        int[] scores = new int[n];
        for (int i = 0; i < n; i++) {
            scores[i] = (int) Samples.doubledRank(sizes, Math.abs(differences[i]));
            doubled += differences[i] > 0 ? scores[i] : 0;
        }
        double ties = Samples.tieTerm(sizes);
        MannWhitney.Method used = method;
        if (used == MannWhitney.Method.R_DEFAULT) {
            used = n < 50 && ties == 0 && n == all.length
                    ? MannWhitney.Method.EXACT
                    : MannWhitney.Method.NORMAL_CORRECTED;
        }
        double v = doubled / 2.0;
        double half = n * (n + 1.0) / 4;
        double p;
        if (n == 0) {
            p = Double.NaN;
        } else if (used == MannWhitney.Method.EXACT) {
            p = exact(scores, (int) doubled);
        } else {
            double correction = used == MannWhitney.Method.NORMAL
                    ? 0
                    : switch (alternative) {
                        case TWO_SIDED -> Math.signum(v - half) * 0.5;
                        case GREATER -> 0.5;
                        case LESS -> -0.5;
                    };
            double deviation = Math.sqrt(half * (2 * n + 1.0) / 6 - ties / 48);
            p = TTest.normal((v - half - correction) / deviation, alternative);
        }
        return new Result(v, p, n, v / half - 1, used);
    }

    /** The distribution of the sum of scores, each in it with probability ½. */
    private double exact(int[] scores, int observed) {
        int most = Arrays.stream(scores).sum();
        double[] p = new double[most + 1];
        p[0] = 1;
        for (int score : scores) {
            for (int s = most; s >= 0; s--) {
                p[s] = (p[s] + (s >= score ? p[s - score] : 0)) / 2;
            }
        }
        double atMost = 0;
        double atLeast = 0;
        for (int s = 0; s <= most; s++) {
            atMost += s <= observed ? p[s] : 0;
            atLeast += s >= observed ? p[s] : 0;
        }
        return switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * Math.min(atMost, atLeast));
            case LESS -> atMost;
            case GREATER -> atLeast;
        };
    }
}
