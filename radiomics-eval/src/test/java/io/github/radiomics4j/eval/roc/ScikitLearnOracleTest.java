package io.github.radiomics4j.eval.roc;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.calibration.Calibration;
import io.github.radiomics4j.eval.confusion.ConfusionMatrix;
import io.github.radiomics4j.eval.roc.RocCurve.Thresholds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** scikit-learn 1.2.1, 1e-12, and PRROC 1.4 (integral 1e-9). */
class ScikitLearnOracleTest {
    private static final List<Golden> CASES =
            Golden.json("sklearn_roc_pr.json").get("cases").items();
    private static final List<Golden> PRROC =
            Golden.json("pr_auc_PRROC.json").get("cases").items();

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(31);
        assertThat(PRROC).hasSize(21);
    }

    @TestFactory
    Stream<DynamicTest> curves() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one.get("input"));
                    Golden expected = one.get("expected");
                    RocCurve roc = RocCurve.of(sample.scores(), sample.positive());
                    compare(roc.points(Thresholds.SCORES), expected.get("roc_curve_drop_intermediate_false"));
                    compare(roc.corners(Thresholds.SCORES), expected.get("roc_curve_drop_intermediate_true"));
                    assertNear("auc", roc.auc(), expected.get("roc_auc_score").number(), 1e-12);
                    double standardized =
                            expected.get("roc_auc_max_fpr_0.1_standardised").number();
                    double found = roc.standardizedPartialAuc(RocCurve.Axis.SPECIFICITY, 0.9, 1);
                    if (standardized >= 0.5) { // below, scikit-learn goes on and pROC and we have NaN
                        assertNear("max_fpr", found, standardized, 1e-12);
                    } else {
                        assertThat(found).isNaN();
                    }
                    precisionAndRecall(PrecisionRecallCurve.of(sample.scores(), sample.positive()), expected);
                }));
    }

    /** Brier score, log loss and the counts at 0.5 stand with the probabilities alone. */
    @TestFactory
    Stream<DynamicTest> probabilities() {
        List<Golden> some =
                CASES.stream().filter(one -> one.get("expected").has("brier")).toList();
        assertThat(some).hasSize(21);
        return some.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one.get("input"));
                    Golden expected = one.get("expected");
                    Calibration.Result found = Calibration.withDefaults().assess(sample.scores(), sample.positive());
                    assertNear("brier", found.brier(), expected.get("brier").number(), 1e-12);
                    assertNear(
                            "log loss",
                            found.logLoss(),
                            expected.get("log_loss_eps_1e-15").number(),
                            1e-12);
                    ConfusionMatrix matrix = ConfusionMatrix.of(sample.scores(), sample.positive(), 0.5);
                    Golden at = expected.get("at_threshold_0.5_ge");
                    assertThat(matrix)
                            .isEqualTo(new ConfusionMatrix(
                                    (int) at.get("tp").number(),
                                    (int) at.get("fp").number(),
                                    (int) at.get("fn").number(),
                                    (int) at.get("tn").number()));
                    assertNear(
                            "accuracy",
                            matrix.accuracy().value(),
                            at.get("accuracy").number(),
                            1e-12);
                    assertNear(
                            "balanced",
                            matrix.balancedAccuracy(),
                            at.get("balanced_accuracy").number(),
                            1e-12);
                    assertNear("f1", matrix.f1(), at.get("f1").number(), 1e-12);
                    assertNear(
                            "mcc",
                            zeroIfNone(matrix.matthewsCorrelation()),
                            at.get("mcc").number(),
                            1e-12);
                    assertNear("kappa", matrix.kappa(), at.get("kappa").number(), 1e-12);
                }));
    }

    /** scikit-learn has 0 for a correlation of 0 by 0. */
    private static double zeroIfNone(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static void compare(List<RocCurve.Point> points, Golden expected) {
        double[] fpr = expected.get("fpr").numbers();
        double[] tpr = expected.get("tpr").numbers();
        double[] thresholds = expected.get("thresholds").numbers();
        assertThat(points).as(expected.toString()).hasSize(fpr.length);
        assertThat(points.get(0).threshold()).isInfinite(); // scikit-learn 1.2 has max + 1, from 1.3 on infinity
        for (int i = 0; i < fpr.length; i++) {
            assertNear("fpr", 1 - points.get(i).specificity(), fpr[i], 1e-12);
            assertNear("tpr", points.get(i).sensitivity(), tpr[i], 1e-12);
            if (i > 0) {
                assertThat(points.get(i).threshold()).isEqualTo(thresholds[i]);
            }
        }
    }

    private static void precisionAndRecall(PrecisionRecallCurve curve, Golden expected) {
        double[] precision =
                expected.get("precision_recall_curve").get("precision").numbers();
        double[] recall = expected.get("precision_recall_curve").get("recall").numbers();
        double[] thresholds =
                expected.get("precision_recall_curve").get("thresholds").numbers();
        var points = curve.points();
        assertThat(points).hasSize(precision.length);
        for (int i = 0; i < precision.length; i++) {
            var point = points.get(precision.length - 1 - i);
            assertNear("precision", point.precision(), precision[i], 1e-12);
            assertNear("recall", point.recall(), recall[i], 1e-12);
            assertThat(point.threshold()).isEqualTo(i < thresholds.length ? thresholds[i] : Double.POSITIVE_INFINITY);
        }
        assertNear(
                "ap",
                curve.averagePrecision(),
                expected.get("average_precision").number(),
                1e-12);
        assertNear(
                "trapezoid",
                curve.trapezoidArea(),
                expected.get("pr_auc_trapezoid").number(),
                1e-12);
    }

    @TestFactory
    Stream<DynamicTest> areasOfPrecisionAndRecall() {
        return PRROC.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one.get("input"));
                    Golden expected = one.get("expected");
                    PrecisionRecallCurve curve = PrecisionRecallCurve.of(sample.scores(), sample.positive());
                    assertRelative(
                            "integral",
                            curve.integralArea(),
                            expected.get("auc_integral_keilwagen").number(),
                            1e-9);
                    assertRelative(
                            "Davis-Goadrich",
                            curve.davisGoadrichArea(),
                            expected.get("auc_davis_goadrich").number(),
                            1e-9);
                    assertNear(
                            "prevalence",
                            curve.prevalence(),
                            expected.get("prevalence_baseline").number(),
                            1e-12);
                }));
    }
}
