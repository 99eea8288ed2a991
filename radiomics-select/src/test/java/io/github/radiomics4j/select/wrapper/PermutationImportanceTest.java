package io.github.radiomics4j.select.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermutationImportanceTest {
    private static final FeatureTable TABLE = TrainingData.table(120, 1);
    private static final Outcome OUTCOME = TrainingData.outcome(120);
    private static final Model<FeatureTable> FIRST_COLUMN = table -> Predictions.of(
            table.caseIds(),
            Arrays.stream(table.column("signal1"))
                    .map(x -> 1 / (1 + Math.exp(-x)))
                    .toArray());

    @Test
    void whatTheModelUsesFallsToChanceAndTheRestNotAtAll() {
        double[] found = PermutationImportance.withDefaults().withRepeats(400).of(FIRST_COLUMN, TABLE, OUTCOME, 1);
        double auc = RocCurve.of(FIRST_COLUMN.predict(TABLE), OUTCOME).auc();
        // A shuffled column has an area of 1/2 on average, with a deviation of √(121 / (12 · 80 · 40)) = 0.056 by
        // shuffle
        assertThat(found[0]).isCloseTo(auc - 0.5, within(4 * 0.056 / Math.sqrt(400)));
        assertThat(Arrays.copyOfRange(found, 1, 5)).containsOnly(0);
    }

    @Test
    void theOrderOfColumnsChangesNothing() {
        FeatureTable turned = TABLE.columns(List.of("noise1", "signal2", "signal1"));
        double[] found = PermutationImportance.withDefaults().of(FIRST_COLUMN, turned, OUTCOME, 5);
        assertThat(found[2]).isEqualTo(PermutationImportance.withDefaults().of(FIRST_COLUMN, TABLE, OUTCOME, 5)[0]);
    }

    @Test
    void noShuffleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationImportance.withDefaults().withRepeats(0))
                .withMessageContaining("found 0");
    }
}
