package io.github.radiomics4j.select.lasso;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.select.lasso.GlmnetOracleTest.Input;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** cv.glmnet of glmnet 4.1-6 at threshold 1e-22, with given folds. */
class CvGlmnetOracleTest {
    private static final Golden SMALL = Golden.json("cv_glmnet_small.json");

    /** Of means and standard errors; areas and shares of cases are exact but for rounding. */
    private static final double LOSS = 1e-7;

    private static final double COUNTED = 1e-12;

    @Test
    void allCurvesAreThere() {
        assertThat(SMALL.get("cases").items()).hasSize(26);
    }

    @TestFactory
    Stream<DynamicTest> curvesAreThoseOfGlmnet() {
        return SMALL.get("cases").items().stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> check(one)));
    }

    private static void check(Golden one) {
        Input input = Input.of(one.get("input"));
        int[] folds = Arrays.stream(one.get("foldid").numbers())
                .mapToInt(fold -> (int) fold - 1)
                .toArray();
        CvMeasure measure = CvMeasure.valueOf(one.get("type_measure").text().toUpperCase(Locale.ROOT));
        ElasticNet net = GlmnetOracleTest.net(one.get("args").get("family").text(), one.get("args"));
        boolean isAuto = one.get("id").text().endsWith("_auto");
        CvCurve curve = new ElasticNetCv(net, measure, isAuto ? FoldLambdas.AUTO : FoldLambdas.FIXED)
                .fit(input.columns, input.response, folds);
        Golden expected = one.get("expected");
        checkCurve(one.get("id").text(), curve, expected, isAuto);
        assertThat(curve.isGrouped()).isEqualTo(!one.get("id").text().contains("ungrouped"));
        double[] held = expected.get("prevalidated_link_at_lambda_min").numbers();
        for (int i = 0; i < held.length; i++) {
            assertNear(
                    "held-out link " + i,
                    curve.heldOutLinks().get(curve.indexMin()).get(i),
                    held[i],
                    1e-6);
        }
        assertThat(held).hasSize(input.response.length);
    }

    static void checkCurve(String what, CvCurve curve, Golden expected, boolean isAuto) {
        double[] lambdas = expected.get("lambda").numbers();
        double[] means = expected.get("cvm").numbers();
        double[] errors = expected.get("cvsd").numbers();
        double[] nonZero = expected.get("nzero").numbers();
        assertThat(curve.means()).hasSize(lambdas.length);
        assertThat(expected.get("measure").text()).isIn(names(curve.measure()));
        double tolerance = curve.measure().isForClasses() ? COUNTED : LOSS;
        for (int m = 0; m < lambdas.length; m++) {
            String where = what + " lambda " + (m + 1);
            assertRelative(where, curve.path().points().get(m).lambda(), lambdas[m], 1e-12);
            assertNear(where + " mean", curve.means().get(m), means[m], tolerance);
            assertNear(where + " error", curve.standardErrors().get(m), errors[m], tolerance);
            if (m > 0 || isAuto) { // given the largest lambda, glmnet may find a coefficient of 1e-17 there
                assertThat(curve.nonZero()[m]).as(where).isEqualTo((int) nonZero[m]);
            }
        }
        assertThat(curve.indexMin())
                .isEqualTo((int) expected.get("index_min_1based").number() - 1);
        assertThat(curve.indexOneSe())
                .isEqualTo((int) expected.get("index_1se_1based").number() - 1);
        assertRelative(
                "lambda.min", curve.lambdaMin(), expected.get("lambda_min").number(), 1e-12);
        assertRelative(
                "lambda.1se", curve.lambdaOneSe(), expected.get("lambda_1se").number(), 1e-12);
    }

    private static String[] names(CvMeasure measure) {
        return switch (measure) {
            case DEVIANCE -> new String[] {"Binomial Deviance", "GLM Deviance", "Mean-squared Error"};
            case AUC -> new String[] {"AUC"};
            case CLASS -> new String[] {"Misclassification Error"};
            case MSE -> new String[] {"Mean-Squared Error"};
            case MAE -> new String[] {"Mean Absolute Error"};
        };
    }
}
