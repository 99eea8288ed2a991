package io.github.radiomics4j.eval.hypothesis;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * McNemar's test of two classifications of the same cases (1947, doi 10.1007/BF02295996): of b cases only the first has right
 * and c only the second. It compares them at one threshold each, as DeLong's test compares rankings. For few cases prefer
 * {@link #EXACT} or {@link #MID_P} (Fagerland, Lydersen and Laake 2013, doi 10.1186/1471-2288-13-91).
 */
public enum McNemar {
    /** χ² = (|b − c| − 1)² / (b + c), 0 where b = c; R's default. */
    CORRECTED,
    /** χ² = (b − c)² / (b + c). */
    UNCORRECTED,
    /** min(1, 2 P(X ≤ min(b, c))) with X binomial of b + c and ½. */
    EXACT,
    /** 2 P(X ≤ min(b, c)) − P(X = min(b, c)). */
    MID_P;

    /**
     * What the test found.
     *
     * @param statistic chi-square with one degree of freedom; NaN of the binomial ones
     * @param pValue of two that are right equally often; where b + c = 0, 1 if {@link McNemar#EXACT}, else NaN
     */
    public record Result(double statistic, double pValue) {}

    /**
     * Tests counts.
     *
     * @param b cases that only the first has right, not negative
     * @param c cases that only the second has right, not negative
     */
    public Result test(int b, int c) {
        if (b < 0 || c < 0) {
            throw new IllegalArgumentException("counts must not be negative, found " + b + " and " + c);
        }
        int n = Math.addExact(b, c);
        if (n == 0) {
            return new Result(Double.NaN, this == EXACT ? 1 : Double.NaN);
        }
        if (this == CORRECTED || this == UNCORRECTED) {
            double from = this == CORRECTED ? Math.max(0, Math.abs(b - c) - 1) : b - c;
            double statistic = from * from / n;
            return new Result(statistic, ChiSquaredDistribution.of(1).survivalProbability(statistic));
        }
        BinomialDistribution binomial = BinomialDistribution.of(n, 0.5);
        int least = Math.min(b, c);
        double twice = 2 * binomial.cumulativeProbability(least);
        return new Result(
                Double.NaN, this == EXACT ? Math.min(1, twice) : Math.min(1, twice - binomial.probability(least)));
    }

    /**
     * Tests two classifications.
     *
     * @param first what the first says of each case; not modified
     * @param second what the second says, in the same order; not modified
     * @param positive the truth, in the same order; not modified
     */
    public Result test(boolean[] first, boolean[] second, boolean[] positive) {
        if (first.length != positive.length || second.length != positive.length) {
            throw new IllegalArgumentException("each of " + positive.length + " cases must be classified twice, found "
                    + first.length + " and " + second.length);
        }
        int b = 0;
        int c = 0;
        for (int i = 0; i < positive.length; i++) {
            boolean isFirstRight = first[i] == positive[i];
            boolean isSecondRight = second[i] == positive[i];
            b += isFirstRight && !isSecondRight ? 1 : 0;
            c += isSecondRight && !isFirstRight ? 1 : 0;
        }
        return test(b, c);
    }
}
