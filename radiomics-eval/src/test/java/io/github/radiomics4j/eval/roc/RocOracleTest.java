package io.github.radiomics4j.eval.roc;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.Interval;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** pROC 1.18.0 on R 4.2.2: {@code roc(y, s, direction = "<", levels = c(0, 1))}, 1e-12; the area exactly. */
class RocOracleTest {
    private static final List<Golden> CASES =
            Golden.json("roc.json").get("cases").items();

    /** What pROC refuses or answers with NaN: infinite scores, one class alone. */
    private static boolean isRefused(Golden one) {
        return one.get("expected").has("error") || one.get("expected").has("result");
    }

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(33);
        assertThat(CASES).filteredOn(RocOracleTest::isRefused).hasSize(2);
    }

    @TestFactory
    Stream<DynamicTest> areasAndCurves() {
        return CASES.stream()
                .filter(one -> !isRefused(one))
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one.get("input"));
                    Golden expected = one.get("expected");
                    area(sample, expected);
                    curve(sample, expected);
                    cutoffs(RocCurve.of(sample.scores(), sample.positive()), expected);
                    parts(RocCurve.of(sample.scores(), sample.positive()), expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoCurveIsRefused() {
        return CASES.stream()
                .filter(RocOracleTest::isRefused)
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one.get("input"));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> RocCurve.of(sample.scores(), sample.positive()));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> DeLong.withDefaults().estimate(sample.scores(), sample.positive()));
                }));
    }

    private static void area(Sample sample, Golden expected) {
        DeLong deLong = DeLong.withDefaults();
        AucEstimate found = deLong.estimate(sample.scores(), sample.positive());
        assertThat(found.positives()).isEqualTo((int) expected.get("n_pos").number());
        assertThat(found.negatives()).isEqualTo((int) expected.get("n_neg").number());
        assertNear("auc", found.auc(), expected.get("auc").number(), 1e-15);
        assertNear("var", found.variance(), expected.get("var_delong").number(), 1e-12);
        assertNear("se", found.standardError(), expected.get("se_delong").number(), 1e-12);
        double[] ci = expected.get("ci95_delong").numbers();
        assertNear("lower", found.interval().lower(), ci[0], 1e-12);
        assertNear("upper", found.interval().upper(), ci[1], 1e-12);
        double[] ci90 = expected.get("ci90_delong").numbers();
        AucEstimate narrower = deLong.withLevel(0.9).estimate(sample.scores(), sample.positive());
        assertNear("lower 90", narrower.interval().lower(), ci90[0], 1e-12);
        assertNear("upper 90", narrower.interval().upper(), ci90[1], 1e-12);
        double[] logit = expected.get("ci95_logit_delong").numbers();
        AucEstimate onLogits = deLong.withScale(CiScale.LOGIT).estimate(sample.scores(), sample.positive());
        assertNear("logit lower", onLogits.interval().lower(), logit[0], 1e-12);
        assertNear("logit upper", onLogits.interval().upper(), logit[1], 1e-12);
        assertRelative("p", found.pValue(), expected.get("p_auc_ne_half_delong").number(), 1e-8);
        assertThat(found.isDegenerate()).isEqualTo(found.variance() == 0);
        AucEstimate hanleyMcNeil = HanleyMcNeil.withDefaults().estimate(sample.scores(), sample.positive());
        assertNear(
                "Hanley and McNeil",
                hanleyMcNeil.standardError(),
                expected.get("se_hanley_mcneil").number(),
                1e-12);
        if (found.auc() == 0 || found.auc() == 1) {
            double k = Math.min(found.positives(), found.negatives());
            double bound = Math.pow(0.025, 1 / k);
            Interval exact = found.exactInterval();
            assertNear("exact", found.auc() == 1 ? exact.lower() : 1 - exact.upper(), bound, 1e-12);
            assertThat(exact.contains(found.auc())).isTrue();
        } else {
            assertThat(found.exactInterval()).isEqualTo(found.interval());
        }
    }

    private static void curve(Sample sample, Golden expected) {
        RocCurve curve = RocCurve.of(sample.scores(), sample.positive());
        assertNear("auc of the curve", curve.auc(), expected.get("auc").number(), 1e-15);
        double[] thresholds = expected.get("curve").get("thresholds").numbers();
        double[] sensitivities = expected.get("curve").get("sensitivities").numbers();
        double[] specificities = expected.get("curve").get("specificities").numbers();
        int points = thresholds.length;
        assertThat(curve.pointCount()).isEqualTo(points);
        for (int i = 0; i < points; i++) {
            RocCurve.Point point = curve.point(points - 1 - i);
            assertRelative("threshold", point.threshold(), thresholds[i], 1e-15);
            assertNear("sensitivity", point.sensitivity(), sensitivities[i], 1e-15);
            assertNear("specificity", point.specificity(), specificities[i], 1e-15);
        }
    }

    private static void cutoffs(RocCurve curve, Golden expected) {
        best(curve.best(CutoffRule.youden()), expected.get("best_youden"));
        best(curve.best(CutoffRule.closestTopLeft()), expected.get("best_closest_topleft"));
        best(curve.best(CutoffRule.youden().withCost(2, 0.3)), expected.get("best_youden_weighted_cost2_prev0.3"));
        if (expected.has("se_at_sp")) {
            expected.get("se_at_sp")
                    .members()
                    .forEach((key, value) -> assertNear(
                            key, curve.sensitivityAt(Double.parseDouble(key.substring(2))), value.number(), 1e-12));
            expected.get("sp_at_se")
                    .members()
                    .forEach((key, value) -> assertNear(
                            key, curve.specificityAt(Double.parseDouble(key.substring(2))), value.number(), 1e-12));
        }
    }

    private static void best(List<RocCurve.Point> found, Golden expected) {
        double[] thresholds = expected.get("threshold").numbers();
        assertThat(found).as(expected.toString()).hasSize(thresholds.length);
        for (int i = 0; i < thresholds.length; i++) {
            assertRelative("threshold", found.get(i).threshold(), thresholds[i], 1e-15);
            assertThat(found.get(i).truePositives())
                    .isEqualTo((int) Math.round(expected.get("tp").numbers()[i]));
            assertThat(found.get(i).falsePositives())
                    .isEqualTo((int) Math.round(expected.get("fp").numbers()[i]));
            assertNear("youden", found.get(i).youden(), youden(expected, i), 1e-12);
        }
    }

    private static double youden(Golden expected, int i) {
        return expected.get("sensitivity").numbers()[i]
                + expected.get("specificity").numbers()[i]
                - 1;
    }

    private static void parts(RocCurve curve, Golden expected) {
        Golden parts = expected.get("pauc");
        RocCurve.Axis sp = RocCurve.Axis.SPECIFICITY;
        RocCurve.Axis se = RocCurve.Axis.SENSITIVITY;
        assertThat(parts.members()).hasSize(6);
        assertNear("sp 0.9", curve.partialAuc(sp, 0.9, 1), parts.get("sp_1_0.9").number(), 1e-12);
        assertNear("sp 0.8", curve.partialAuc(sp, 0.8, 1), parts.get("sp_1_0.8").number(), 1e-12);
        assertNear("se 0.9", curve.partialAuc(se, 0.9, 1), parts.get("se_1_0.9").number(), 1e-12);
        assertNear(
                "se 0.8",
                curve.partialAuc(se, 0.8, 0.95),
                parts.get("se_0.95_0.8").number(),
                1e-12);
        assertNear(
                "sp corrected",
                curve.standardizedPartialAuc(sp, 0.9, 1),
                parts.get("sp_1_0.9_corrected").number(),
                1e-12);
        assertNear(
                "se corrected",
                curve.standardizedPartialAuc(se, 0.9, 1),
                parts.get("se_1_0.9_corrected").number(),
                1e-12);
    }
}
