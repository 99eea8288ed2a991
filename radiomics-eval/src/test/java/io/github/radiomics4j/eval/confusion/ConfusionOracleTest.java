package io.github.radiomics4j.eval.confusion;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.eval.confusion.Proportion.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R 4.2.2: binom 1.1-1.1, {@code binom.test}, {@code prop.test}, epiR 2.0.57; 1e-10. */
class ConfusionOracleTest {
    private static final Golden FILE = Golden.json("binomial_ci_confusion.json");
    private static final List<Golden> PROPORTIONS = FILE.get("proportions").items();
    private static final List<Golden> MATRICES = FILE.get("confusion").items();
    private static final Map<String, Method> METHODS = Map.of(
            "wilson", Method.WILSON,
            "clopper_pearson", Method.CLOPPER_PEARSON,
            "agresti_coull", Method.AGRESTI_COULL,
            "wald_unclipped", Method.WALD);

    @Test
    void everyRowIsTested() {
        assertThat(PROPORTIONS).hasSize(20);
        assertThat(MATRICES).hasSize(10);
    }

    @TestFactory
    Stream<DynamicTest> intervals() {
        return PROPORTIONS.stream().map(one -> {
            Proportion proportion = new Proportion(
                    (int) one.get("x").number(), (int) one.get("n").number());
            return DynamicTest.dynamicTest(proportion.toString(), () -> {
                Golden expected = one.get("expected");
                assertNear(
                        "estimate", proportion.value(), expected.get("estimate").number(), 1e-12);
                METHODS.forEach((name, method) -> compare(proportion.interval(method, 0.95), expected.get(name)));
                compare(proportion.interval(Method.WILSON, 0.9), expected.get("wilson_90"));
                compare(proportion.interval(Method.CLOPPER_PEARSON, 0.9), expected.get("clopper_pearson_90"));
                if (proportion.successes() > 0 && proportion.successes() < proportion.trials()) {
                    compare(proportion.interval(Method.JEFFREYS, 0.95), expected.get("jeffreys_equal_tail"));
                }
            });
        });
    }

    /** What leaves [0, 1] there is cut here. */
    private static void compare(Interval found, Golden expected) {
        assertNear(expected + " lower", found.lower(), Math.max(0, expected.numbers()[0]), 1e-10);
        assertNear(expected + " upper", found.upper(), Math.min(1, expected.numbers()[1]), 1e-10);
    }

    @TestFactory
    Stream<DynamicTest> metrics() {
        return MATRICES.stream().map(one -> {
            ConfusionMatrix matrix = new ConfusionMatrix(
                    (int) one.get("tp").number(), (int) one.get("fp").number(),
                    (int) one.get("fn").number(), (int) one.get("tn").number());
            return DynamicTest.dynamicTest(matrix.toString(), () -> compare(matrix, one.get("expected")));
        });
    }

    private static void compare(ConfusionMatrix matrix, Golden expected) {
        Map<String, Double> found = Map.ofEntries(
                Map.entry("accuracy", matrix.accuracy().value()),
                Map.entry("sensitivity", matrix.sensitivity().value()),
                Map.entry("specificity", matrix.specificity().value()),
                Map.entry("ppv", matrix.precision().value()),
                Map.entry("npv", matrix.negativePredictiveValue().value()),
                Map.entry("f1", matrix.f1()),
                Map.entry("youden", matrix.youden()),
                Map.entry("balanced_accuracy", matrix.balancedAccuracy()),
                Map.entry("lr_pos", matrix.positiveLikelihoodRatio()),
                Map.entry("lr_neg", matrix.negativeLikelihoodRatio()),
                Map.entry("dor", matrix.diagnosticOddsRatio()),
                Map.entry("mcc", matrix.matthewsCorrelation()),
                Map.entry("kappa", matrix.kappa()),
                Map.entry("prevalence", matrix.prevalence().value()),
                Map.entry("fpr", matrix.falsePositiveRate().value()),
                Map.entry("fnr", matrix.falseNegativeRate().value()),
                Map.entry("g_mean", matrix.geometricMean()),
                Map.entry("no_information_rate", matrix.noInformationRate()));
        found.forEach(
                (name, value) -> assertNear(name, value, expected.get(name).number(), 1e-10));
        assertRelative(
                "p", matrix.noInformationPValue(), expected.get("p_acc_gt_nir").number(), 1e-9);
        compare(matrix.accuracy().interval(Method.CLOPPER_PEARSON, 0.95), expected.get("accuracy_clopper_pearson"));
        Golden epi = expected.get("epiR");
        if (epi.isObject()) {
            ratio(matrix.positiveLikelihoodRatioInterval(0.95), epi.get("lr.pos"));
            ratio(matrix.negativeLikelihoodRatioInterval(0.95), epi.get("lr.neg"));
            ratio(matrix.diagnosticOddsRatioInterval(0.95), epi.get("diag.or"));
        }
    }

    /** Where a count is 0, epiR prints what is left of its formula; here there is no interval. */
    private static void ratio(Interval found, Golden expected) {
        double lower = expected.get("lower").number();
        double upper = expected.get("upper").number();
        if (Double.isFinite(lower) && lower > 0 && Double.isFinite(upper)) {
            assertRelative(expected + " lower", found.lower(), lower, 1e-10);
            assertRelative(expected + " upper", found.upper(), upper, 1e-10);
        } else {
            assertThat(found.lower()).isNaN();
            assertThat(found.upper()).isNaN();
        }
    }

    /** The study's table: sensitivities of 29 and specificities of 11 cases give counts, and these the accuracies. */
    @Test
    void theStudysTableComesFromItsCounts() {
        Golden paper = Golden.json("paper_check.json");
        List<Golden> points = paper.get("operating_points").items();
        assertThat(points).hasSize(6);
        for (Golden point : points) {
            ConfusionMatrix matrix = new ConfusionMatrix(
                    (int) point.get("tp").number(), (int) point.get("fp").number(),
                    (int) point.get("fn").number(), (int) point.get("tn").number());
            assertThat(matrix.positives()).isEqualTo(29);
            assertThat(matrix.negatives()).isEqualTo(11);
            assertNear(
                    "sensitivity",
                    matrix.sensitivity().value(),
                    point.get("sens").number(),
                    5e-4);
            assertNear(
                    "specificity",
                    matrix.specificity().value(),
                    point.get("spec").number(),
                    5e-4);
            assertNear(
                    "accuracy",
                    matrix.accuracy().value(),
                    point.get("implied_accuracy").number(),
                    1e-12);
            assertNear(
                    "ppv", matrix.precision().value(), point.get("implied_ppv").number(), 1e-12);
            assertNear(
                    "npv",
                    matrix.negativePredictiveValue().value(),
                    point.get("implied_npv").number(),
                    1e-12);
        }
    }
}
