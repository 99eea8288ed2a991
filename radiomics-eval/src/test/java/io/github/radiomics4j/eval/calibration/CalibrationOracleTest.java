package io.github.radiomics4j.eval.calibration;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * R 4.2.2: {@code glm}, ResourceSelection 0.3-6 and rms 6.5-0, 1e-8; profile intervals 2e-3, R's own tolerance; curves of
 * scikit-learn 1.2.1, 1e-12.
 */
class CalibrationOracleTest {
    private static final List<Golden> CASES =
            Golden.json("calibration.json").get("cases").items();
    private static final List<Golden> CURVES =
            Golden.json("calibration_curve.json").get("cases").items();

    private record Sample(double[] probabilities, boolean[] positive) {
        static Sample of(Golden one) {
            String file = one.get("input").get("file").text();
            Map<String, double[]> columns = Golden.columns(file.substring(file.lastIndexOf('/') + 1));
            double[] y = columns.get("y");
            boolean[] positive = new boolean[y.length];
            for (int i = 0; i < y.length; i++) {
                positive[i] = y[i] == 1;
            }
            double[] p = one.has("p")
                    ? one.get("p").numbers()
                    : columns.get(one.get("input").get("p").text());
            if (one.get("input").has("transform")) {
                p = Arrays.stream(p).map(x -> Math.min(0.99, Math.max(0.01, x))).toArray();
            }
            return new Sample(p, positive);
        }
    }

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(12);
        assertThat(CURVES).hasSize(15);
    }

    @TestFactory
    Stream<DynamicTest> numbers() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one);
                    Golden expected = one.get("expected");
                    Calibration.Result found =
                            Calibration.withDefaults().assess(sample.probabilities(), sample.positive());
                    assertThat(found.cases()).isEqualTo((int) expected.get("n").number());
                    assertThat(found.positives())
                            .isEqualTo((int) expected.get("events").number());
                    near(found.brier(), expected.get("brier"));
                    near(found.scaledBrier(), expected.get("brier_scaled"));
                    near(found.logLoss(), expected.get("log_loss"));
                    near(found.meanPredicted(), expected.get("mean_predicted"));
                    near(found.observedOverExpected(), expected.get("O_E"));
                    near(found.slope(), expected.get("slope"));
                    near(found.slopeError(), expected.get("slope_se"));
                    near(found.slopeInterval(), expected.get("slope_wald_ci95"), 1e-8);
                    near(found.slopeProfileInterval(), expected.get("slope_profile_ci95_tol1e_3"), 2e-3);
                    near(found.interceptOfSlope(), expected.get("intercept_of_slope_model"));
                    near(found.intercept(), expected.get("calibration_in_the_large"));
                    near(found.interceptError(), expected.get("citl_se"));
                    near(found.interceptInterval(), expected.get("citl_wald_ci95"), 1e-8);
                    near(found.spiegelhalterZ(), expected.get("spiegelhalter_z"));
                    near(found.spiegelhalterP(), expected.get("spiegelhalter_p"));
                    assertThat(found.isSeparated()).isFalse();
                    assertThat(found.cut()).isZero();
                    // where chi-square is 0 but for rounding, so is p: 1 - 1e-7 is sqrt of it
                    assertNear("p of both", found.pOfPerfect(), p(expected, "lr_test_intercept0_slope1"), 1e-7);
                    assertNear("p of a", found.pOfIntercept(), p(expected, "lr_test_citl0"), 1e-7);
                    assertNear("p of b", found.pOfSlope(), p(expected, "lr_test_slope1"), 1e-7);
                }));
    }

    private static double p(Golden expected, String test) {
        return expected.get(test).get("p").number();
    }

    private static void near(double found, Golden expected) {
        assertNear(expected.toString(), found, expected.number(), 1e-8);
    }

    private static void near(Interval found, Golden expected, double tolerance) {
        assertNear(expected + " lower", found.lower(), expected.numbers()[0], tolerance);
        assertNear(expected + " upper", found.upper(), expected.numbers()[1], tolerance);
    }

    @TestFactory
    Stream<DynamicTest> hosmerLemeshow() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one);
                    Map<String, Golden> tests =
                            one.get("expected").get("hosmer_lemeshow").members();
                    assertThat(tests).isNotEmpty();
                    tests.forEach((name, expected) -> {
                        HosmerLemeshow test = HosmerLemeshow.withDefaults()
                                .withGroups(Integer.parseInt(name.substring(1)))
                                .withUse(HosmerLemeshow.Use.DEVELOPMENT);
                        HosmerLemeshow.Result found = test.test(sample.probabilities(), sample.positive());
                        near(found.statistic(), expected.get("X2"));
                        assertThat(found.degreesOfFreedom())
                                .isEqualTo((int) expected.get("df").number());
                        assertRelative("p", found.pValue(), expected.get("p").number(), 1e-8);
                        HosmerLemeshow.Result external = test.withUse(HosmerLemeshow.Use.EXTERNAL)
                                .test(sample.probabilities(), sample.positive());
                        assertRelative(
                                "p", external.pValue(), expected.get("p_df_g").number(), 1e-8);
                        List<Golden> observed = expected.get("observed_0_1").items();
                        List<Golden> sums = expected.get("expected_0_1").items();
                        assertThat(found.groups()).hasSize(observed.size());
                        for (int g = 0; g < observed.size(); g++) {
                            HosmerLemeshow.Group group = found.groups().get(g);
                            assertThat((double) group.observed())
                                    .isEqualTo(observed.get(g).numbers()[1]);
                            assertThat((double) group.count() - group.observed())
                                    .isEqualTo(observed.get(g).numbers()[0]);
                            assertNear("expected", group.expected(), sums.get(g).numbers()[1], 1e-8);
                        }
                    });
                }));
    }

    @TestFactory
    Stream<DynamicTest> curves() {
        return CURVES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one);
                    for (int count : new int[] {5, 10}) {
                        for (CalibrationCurve.Bins bins : CalibrationCurve.Bins.values()) {
                            CalibrationCurve found =
                                    CalibrationCurve.of(sample.probabilities(), sample.positive(), bins, count);
                            String name = bins == CalibrationCurve.Bins.UNIFORM ? "uniform_" : "quantile_";
                            Golden expected = one.get("expected").get(name + count);
                            double[] observed = expected.get("prob_true").numbers();
                            assertThat(found.bins()).as(expected.toString()).hasSize(observed.length);
                            for (int b = 0; b < observed.length; b++) {
                                CalibrationCurve.Bin bin = found.bins().get(b);
                                assertNear("observed", bin.observed(), observed[b], 1e-12);
                                assertNear(
                                        "predicted",
                                        bin.meanPredicted(),
                                        expected.get("prob_pred").numbers()[b],
                                        1e-12);
                            }
                            if (expected.has("ece")) {
                                assertNear(
                                        "ece",
                                        found.expectedError(),
                                        expected.get("ece").number(),
                                        1e-12);
                                assertNear(
                                        "mce",
                                        found.maximumError(),
                                        expected.get("mce").number(),
                                        1e-12);
                            }
                        }
                    }
                }));
    }
}
