package io.github.radiomics4j.eval.calibration;

import static io.github.radiomics4j.eval.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * scikit-learn 1.9.1. Isotonic 1e-12; the sigmoid to 1e-4, as {@code _SigmoidCalibration} ends its search early: that ours
 * is the maximum is shown by the gradient.
 */
class RecalibrationOracleTest {
    private static final List<Golden> CASES =
            Golden.json("recalibration.json").get("cases").items();

    private record Sample(Predictions predictions, Outcome outcome) {
        static Sample of(double[] probabilities, boolean... positive) {
            List<String> ids =
                    IntStream.range(0, positive.length).mapToObj(i -> "P" + i).toList();
            return new Sample(Predictions.of(ids, probabilities), Outcome.of("yes", "no", ids, positive));
        }

        static Sample of(Golden one) {
            Map<String, double[]> columns = Golden.columns(one.get("file").text());
            double[] y = columns.get("y");
            boolean[] positive = new boolean[y.length];
            for (int i = 0; i < y.length; i++) {
                positive[i] = y[i] == 1;
            }
            return of(columns.get(one.get("model").text()), positive);
        }
    }

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(11);
    }

    @TestFactory
    Stream<DynamicTest> isotonic() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("file").text() + one.get("model"), () -> {
                    Sample sample = Sample.of(one);
                    Recalibration found = Recalibration.isotonic(sample.predictions(), sample.outcome());
                    double[] grid = one.get("grid").numbers();
                    assertThat(grid).hasSize(23);
                    for (int i = 0; i < grid.length; i++) {
                        assertNear(
                                "at " + grid[i],
                                found.apply(grid[i]),
                                one.get("isotonic").numbers()[i],
                                1e-12);
                    }
                    double[] cases = found.apply(sample.predictions()).probabilities();
                    double[] expected = one.get("isotonic_at_cases").numbers();
                    for (int i = 0; i < cases.length; i++) {
                        assertNear("case " + i, cases[i], expected[i], 1e-12);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> sigmoid() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("file").text() + one.get("model"), () -> {
                    Sample sample = Sample.of(one);
                    Recalibration found = Recalibration.sigmoid(sample.predictions(), sample.outcome());
                    double[] grid = one.get("grid").numbers();
                    for (int i = 0; i < grid.length; i++) {
                        assertNear(
                                "at " + grid[i],
                                found.apply(grid[i]),
                                one.get("sigmoid").numbers()[i],
                                1e-4);
                    }
                    PlattSigmoid sigmoid = PlattSigmoid.of(CalibrationCurve.ordered(
                            sample.predictions().probabilities(),
                            sample.predictions().positives(sample.outcome())));
                    assertNear(
                            "slope", sigmoid.slope(), one.get("sigmoid_slope").number(), 1e-3);
                    assertNear(
                            "intercept",
                            sigmoid.intercept(),
                            one.get("sigmoid_intercept").number(),
                            1e-3);
                    gradientIsZero(sample, found);
                }));
    }

    private static void gradientIsZero(Sample sample, Recalibration found) {
        double[] p = sample.predictions().probabilities();
        boolean[] positive = sample.predictions().positives(sample.outcome());
        double m = sample.outcome().positiveCount();
        double n = p.length - m;
        double sum = 0;
        double moment = 0;
        for (int i = 0; i < p.length; i++) {
            double target = positive[i] ? (m + 1) / (m + 2) : 1 / (n + 2);
            double logit = Probabilities.logits(new double[] {p[i]}, Recalibration.BOUND)[0];
            sum += target - found.apply(p[i]);
            moment += (target - found.apply(p[i])) * logit;
        }
        assertNear("gradient", sum, 0, 1e-11 * p.length);
        assertNear("gradient", moment, 0, 1e-11 * p.length);
    }

    @Test
    void theSigmoidExistsForSeparatedClassesAndNotForConstantOrReversedOnes() {
        Sample separated = Sample.of(new double[] {0, 0.2, 0.9, 1}, false, false, true, true);
        Recalibration found = Recalibration.sigmoid(separated.predictions(), separated.outcome());
        assertThat(found.apply(1)).isBetween(0.5, 0.999);
        assertThat(found.apply(0)).isBetween(0.001, 0.5);
        Sample constant = Sample.of(new double[] {0.3, 0.3}, false, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recalibration.sigmoid(constant.predictions(), constant.outcome()))
                .withMessageContaining("0.3");
        Sample reversed = Sample.of(new double[] {0.9, 0.8, 0.2}, false, false, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recalibration.sigmoid(reversed.predictions(), reversed.outcome()))
                .withMessageContaining("slope of -");
    }
}
