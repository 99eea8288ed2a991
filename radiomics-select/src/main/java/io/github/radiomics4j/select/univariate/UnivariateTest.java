package io.github.radiomics4j.select.univariate;

import io.github.radiomics4j.eval.hypothesis.MannWhitney;
import io.github.radiomics4j.eval.hypothesis.TTest;
import io.github.radiomics4j.eval.hypothesis.TwoSampleGate;
import io.github.radiomics4j.eval.hypothesis.TwoSampleGate.Branch;

/** The test of one column between the positive and the negative cases, two-sided. */
public enum UnivariateTest {
    /**
     * {@link TwoSampleGate}: Shapiro and Wilk's in both classes, Levene's about medians, then {@link #POOLED_T}, {@link
     * #WELCH_T} or {@link #MANN_WHITNEY}. What papers do; near 0.05 the branch turns on a digit.
     */
    GATE {
        @Override
        Result test(double[] values, boolean[] positive) {
            TwoSampleGate.Result result = TwoSampleGate.withDefaults().test(values, positive);
            return new Result(result.branch(), result.statistic(), result.pValue());
        }
    },
    /** Student's t of two samples of one variance. NaN if neither class varies. */
    POOLED_T {
        @Override
        Result test(double[] values, boolean[] positive) {
            return t(TTest.Variances.POOLED, Branch.POOLED_T, values, positive);
        }
    },
    /** Welch's t of two samples of any variances. NaN if neither class varies, or one has a single case. */
    WELCH_T {
        @Override
        Result test(double[] values, boolean[] positive) {
            return t(TTest.Variances.WELCH, Branch.WELCH_T, values, positive);
        }
    },
    /** Mann and Whitney's U by R's rule: exact if both classes have fewer than 50 cases and no value occurs twice. */
    MANN_WHITNEY {
        @Override
        Result test(double[] values, boolean[] positive) {
            MannWhitney.Result result = MannWhitney.withDefaults().test(values, positive);
            return new Result(Branch.MANN_WHITNEY, result.u(), result.pValue());
        }
    };

    /**
     * What a test found.
     *
     * @param branch which test it was
     * @param statistic t or U
     * @param pValue NaN where the test gives none
     */
    record Result(Branch branch, double statistic, double pValue) {}

    /** Tests finite values, not modified; both classes have cases. */
    abstract Result test(double[] values, boolean[] positive);

    /**
     * Returns the p-value of {@code values}.
     *
     * @param values finite; not modified
     * @param positive which cases are positive, in the same order; not modified
     */
    public double pValue(double[] values, boolean[] positive) {
        return test(values, positive).pValue();
    }

    private static Result t(TTest.Variances variances, Branch branch, double[] values, boolean[] positive) {
        TTest.Result result = TTest.withDefaults().withVariances(variances).test(values, positive);
        return new Result(branch, result.statistic(), result.pValue());
    }
}
