package io.github.radiomics4j.eval.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecalibrationTest {
    private static final int CASES = 400;
    private static final List<String> IDS = ids();
    private static final Predictions TOO_EXTREME = predictions();
    private static final Outcome OUTCOME = outcome();

    private static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            ids.add("P" + i);
        }
        return ids;
    }

    /** Log-odds are three times those of the truth, and 1 too high. */
    private static Predictions predictions() {
        double[] p = new double[CASES];
        for (int i = 0; i < CASES; i++) {
            p[i] = 1 / (1 + Math.exp(-3 * logit(i) - 1));
        }
        return Predictions.of(IDS, p);
    }

    private static double logit(int i) {
        return (i - CASES / 2.0) / 100;
    }

    private static Outcome outcome() {
        Random random = new Random(1);
        boolean[] positive = new boolean[CASES];
        for (int i = 0; i < CASES; i++) {
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit(i)));
        }
        return Outcome.of("high", "low", IDS, positive);
    }

    @Test
    void logisticRecalibrationMakesSlopeAndInterceptPerfectOnItsOwnCases() {
        Predictions mended = Recalibration.logistic(TOO_EXTREME, OUTCOME).apply(TOO_EXTREME);
        Calibration.Result before = Calibration.withDefaults().assess(TOO_EXTREME, OUTCOME);
        Calibration.Result after = Calibration.withDefaults().assess(mended, OUTCOME);
        assertThat(before.slope()).isBetween(0.2, 0.5);
        assertThat(after.slope()).isCloseTo(1, within(1e-8));
        assertThat(after.intercept()).isCloseTo(0, within(1e-8));
        assertThat(after.brier()).isLessThan(before.brier());
    }

    @Test
    void anInterceptMendsTheMeanAlone() {
        Predictions mended = Recalibration.intercept(TOO_EXTREME, OUTCOME).apply(TOO_EXTREME);
        Calibration.Result after = Calibration.withDefaults().assess(mended, OUTCOME);
        assertThat(after.observedOverExpected()).isCloseTo(1, within(1e-8));
        assertThat(after.slope())
                .isCloseTo(
                        Calibration.withDefaults().assess(TOO_EXTREME, OUTCOME).slope(), within(1e-8));
    }

    /** The bound that pooling keeps: every block is the mean of its cases, and blocks rise. */
    @Test
    void isotonicStepsRiseAndKeepTheMean() {
        double[] p = TOO_EXTREME.probabilities();
        Recalibration isotonic = Recalibration.isotonic(TOO_EXTREME, OUTCOME);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += isotonic.apply(p[i]);
            assertThat(i == 0 || isotonic.apply(p[i]) >= isotonic.apply(p[i - 1]))
                    .isTrue();
        }
        assertThat(sum).isCloseTo(OUTCOME.positiveCount(), within(1e-9));
        assertThat(isotonic.apply(0)).isEqualTo(isotonic.apply(p[0]));
        assertThat(isotonic.apply(1)).isEqualTo(isotonic.apply(p[p.length - 1]));
    }

    /** By hand: y = 1, 0, 1, 0, 1 at 0.1 … 0.5 pools to 1/2, 1/2, 1/2, 1/2, 1. */
    @Test
    void neighborsInTheWrongOrderArePooled() {
        List<String> ids = List.of("a", "b", "c", "d", "e");
        Predictions predictions = Predictions.of(ids, 0.1, 0.2, 0.3, 0.4, 0.5);
        Outcome outcome = Outcome.of("high", "low", ids, true, false, true, false, true);
        Recalibration isotonic = Recalibration.isotonic(predictions, outcome);
        assertThat(isotonic.apply(predictions).probabilities()).containsExactly(0.5, 0.5, 0.5, 0.5, 1);
        assertThat(isotonic.apply(0.45)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void predictionsWorseThanChanceAreNotRecalibrated() {
        double[] turned = TOO_EXTREME.probabilities();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = 1 - turned[i];
        }
        Predictions worse = Predictions.of(IDS, turned);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recalibration.logistic(worse, OUTCOME))
                .withMessageContaining("slope");
    }

    @Test
    void certainPredictionsAreCutAndCounted() {
        double[] p = {0, 0.3, 0.6, 1, 1, 0};
        boolean[] positive = {false, true, false, true, false, false};
        Calibration.Result found = Calibration.withDefaults().assess(p, positive);
        assertThat(found.cut()).isEqualTo(4);
        assertThat(found.logLoss()).isFinite();
        assertThat(found.slope()).isFinite();
    }

    @Test
    void equalPredictionsHaveNoSlopeButAnIntercept() {
        double[] p = {0.3, 0.3, 0.3, 0.3};
        boolean[] positive = {false, true, false, true};
        Calibration.Result found = Calibration.withDefaults().assess(p, positive);
        assertThat(found.slope()).isNaN();
        assertThat(found.pOfPerfect()).isNaN();
        assertThat(found.intercept()).isCloseTo(-Math.log(0.3 / 0.7), within(1e-10));
    }

    @Test
    void aSmoothedCurveFollowsTheTruth() {
        List<CalibrationCurve.Point> points =
                CalibrationCurve.smoothed(TOO_EXTREME.probabilities(), OUTCOME.positives(IDS), 0.75);
        assertThat(points).hasSizeGreaterThan(300);
        CalibrationCurve.Point middle = points.get(points.size() / 2);
        assertThat(middle.observed()).isBetween(0.3, 0.75);
        assertThat(CalibrationCurve.smoothed(new double[] {0.1, 0.2, 0.3}, new boolean[] {true, false, true}, 0.75))
                .isEmpty();
    }
}
