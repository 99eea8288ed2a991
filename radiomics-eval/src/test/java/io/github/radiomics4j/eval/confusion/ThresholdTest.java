package io.github.radiomics4j.eval.confusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.roc.CutoffRule;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final Predictions PREDICTIONS = Predictions.of(IDS, 0.2, 0.5, 0.5, 0.7, 0.7, 0.7, 0.9, 0.1);
    private static final Outcome OUTCOME =
            Outcome.of("high", "low", IDS, false, false, true, true, false, true, true, false);

    @Test
    void theLowestOfSeveralBestIsTakenAndSaid() {
        Threshold threshold = Threshold.youden(PREDICTIONS, OUTCOME);
        assertThat(threshold.value()).isEqualTo(0.35);
        assertThat(threshold.source()).isEqualTo(Threshold.Source.OUT_OF_FOLD);
        assertThat(threshold.rule()).contains("Youden", "lowest of 2");
        ConfusionMatrix matrix = ConfusionMatrix.of(PREDICTIONS, OUTCOME, threshold);
        assertThat(matrix).isEqualTo(new ConfusionMatrix(4, 2, 0, 2));
    }

    @Test
    void aSensitivityIsKeptWithTheLargestSpecificity() {
        Threshold threshold = Threshold.atSensitivity(0.75, PREDICTIONS, OUTCOME);
        ConfusionMatrix matrix = ConfusionMatrix.of(PREDICTIONS, OUTCOME, threshold);
        assertThat(matrix.sensitivity().value()).isEqualTo(0.75);
        assertThat(matrix.specificity().value()).isEqualTo(0.75);
        assertThat(Threshold.atSensitivity(0, PREDICTIONS, OUTCOME).value()).isInfinite();
    }

    @Test
    void aSpecificityIsKeptWithTheLargestSensitivity() {
        Threshold threshold = Threshold.atSpecificity(0.9, PREDICTIONS, OUTCOME);
        ConfusionMatrix matrix = ConfusionMatrix.of(PREDICTIONS, OUTCOME, threshold);
        assertThat(matrix.specificity().value()).isEqualTo(1);
        assertThat(matrix.sensitivity().value()).isEqualTo(0.25);
    }

    @Test
    void thresholdsAtTheEndsCallAllOrNone() {
        assertThat(ConfusionMatrix.of(PREDICTIONS, OUTCOME, Threshold.of(0)).truePositives())
                .isEqualTo(4);
        assertThat(ConfusionMatrix.of(PREDICTIONS, OUTCOME, Threshold.of(0)).falsePositives())
                .isEqualTo(4);
        assertThat(ConfusionMatrix.of(PREDICTIONS, OUTCOME, Threshold.of(1))
                        .precision()
                        .value())
                .isNaN();
    }

    @Test
    void closestTopLeftIsNamedInTheRule() {
        assertThat(Threshold.best(CutoffRule.closestTopLeft().withCost(2, 0.3), PREDICTIONS, OUTCOME)
                        .rule())
                .contains("top left", "weight");
        assertThat(Threshold.of(0.5).withSource(Threshold.Source.APPARENT).source())
                .isEqualTo(Threshold.Source.APPARENT);
    }

    @Test
    void whatIsNoThresholdIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Threshold.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Threshold.atSensitivity(1.1, PREDICTIONS, OUTCOME));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfusionMatrix(0, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfusionMatrix(-1, 0, 0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(new double[] {Double.NaN}, new boolean[1], 0.5))
                .withMessageContaining("place 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
    }
}
