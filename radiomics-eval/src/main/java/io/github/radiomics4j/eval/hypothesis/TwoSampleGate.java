package io.github.radiomics4j.eval.hypothesis;

import java.util.Objects;

/**
 * The test that papers choose by looking at the data first: Shapiro and Wilk's in both samples, then equality of variances,
 * then
 *
 * <pre>{@code
 * both normal, variances equal    POOLED_T
 * both normal, variances not      WELCH_T
 * one not normal, or not testable MANN_WHITNEY, by R's rule
 * }</pre>
 *
 * <p>"Normal" and "equal" are p ≥ {@code level}. It is no better than always Welch's test or always ranks, and near the level
 * its branch turns on a digit: hence the result names it.
 *
 * @param level of the two tests that choose
 * @param variances the test of variances, as a rule {@link GroupTest#BROWN_FORSYTHE}
 */
public record TwoSampleGate(double level, GroupTest variances) {

    /** Which test was used. */
    public enum Branch {
        /** Student's. */
        POOLED_T,
        /** Welch's. */
        WELCH_T,
        /** Mann and Whitney's. */
        MANN_WHITNEY
    }

    /** Checks the level. */
    public TwoSampleGate {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level must lie between 0 and 1, found " + level);
        }
        Objects.requireNonNull(variances, "variances");
    }

    /** Returns the gate at 0.05 with the test of variances about medians. */
    public static TwoSampleGate withDefaults() {
        return new TwoSampleGate(0.05, GroupTest.BROWN_FORSYTHE);
    }

    /** Returns a copy with another level. */
    public TwoSampleGate withLevel(double level) {
        return new TwoSampleGate(level, variances);
    }

    /** Returns a copy with another test of variances. */
    public TwoSampleGate withVariances(GroupTest variances) {
        return new TwoSampleGate(level, variances);
    }

    /**
     * What was found.
     *
     * @param branch the test that was used
     * @param statistic t or U
     * @param pValue of samples that do not differ; NaN where the test gives none
     * @param normality of the first sample
     * @param otherNormality of the second
     * @param varianceP p-value of equal variances; NaN where it was not asked for
     */
    public record Result(
            Branch branch,
            double statistic,
            double pValue,
            ShapiroWilk.Result normality,
            ShapiroWilk.Result otherNormality,
            double varianceP) {}

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

    private Result testSorted(double[] x, double[] y) {
        ShapiroWilk.Result first = ShapiroWilk.testSorted(x);
        ShapiroWilk.Result second = ShapiroWilk.testSorted(y);
        if (!(first.pValue() >= level && second.pValue() >= level)) {
            MannWhitney.Result ranks = MannWhitney.withDefaults().testSorted(x, y);
            return new Result(Branch.MANN_WHITNEY, ranks.u(), ranks.pValue(), first, second, Double.NaN);
        }
        double p = variances.sorted(new double[][] {x, y}).pValue();
        boolean isEqual = p >= level;
        TTest.Result t = TTest.withDefaults()
                .withVariances(isEqual ? TTest.Variances.POOLED : TTest.Variances.WELCH)
                .testSorted(x, y);
        return new Result(isEqual ? Branch.POOLED_T : Branch.WELCH_T, t.statistic(), t.pValue(), first, second, p);
    }
}
