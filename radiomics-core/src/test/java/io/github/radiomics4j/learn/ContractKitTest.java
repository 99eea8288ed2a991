package io.github.radiomics4j.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contracts of learning, held by the simplest that keep them. */
class ContractKitTest {

    /** Keeps the columns whose mean differs more between the classes than a bar. */
    private record MeanDifference(double minimum) implements FeatureSelector {
        @Override
        public Selection select(FeatureTable table, Outcome outcome) {
            boolean[] positive = outcome.positives(table.caseIds());
            List<String> kept = new ArrayList<>();
            List<Selection.Dropped> dropped = new ArrayList<>();
            for (String column : table.columnNames()) {
                double difference = difference(table.column(column), positive);
                if (difference > minimum) {
                    kept.add(column);
                } else {
                    dropped.add(new Selection.Dropped(column, difference, "means differ by " + minimum + " or less"));
                }
            }
            return Selection.of(kept, dropped);
        }

        private static double difference(double[] values, boolean[] positive) {
            double[] sums = new double[2];
            int[] counts = new int[2];
            for (int i = 0; i < values.length; i++) {
                sums[positive[i] ? 1 : 0] += values[i];
                counts[positive[i] ? 1 : 0]++;
            }
            return Math.abs(sums[1] / counts[1] - sums[0] / counts[0]);
        }
    }

    /** Predicts by the sum of the signals alone. */
    private static final class SumOfSignals implements Trainer<FeatureTable> {
        @Override
        public Model<FeatureTable> fit(FeatureTable data, Outcome outcome, long seed) {
            outcome.positives(data.caseIds());
            return table -> {
                double[] first = table.column("signal1");
                double[] second = table.column("signal2");
                double[] probabilities = new double[first.length];
                for (int i = 0; i < probabilities.length; i++) {
                    probabilities[i] = 1 / (1 + Math.exp(1 - first[i] - second[i]));
                }
                return Predictions.of(table.caseIds(), probabilities);
            };
        }
    }

    @Nested
    class ASelector extends FeatureSelectorContract {
        @Override
        protected FeatureSelector selector() {
            return new MeanDifference(0.5);
        }

        @Test
        void keepsTheSignals() {
            assertThat(selector().select(table(), outcome()).kept()).containsExactly("signal1", "signal2");
        }
    }

    @Nested
    class ATrainer extends TrainerContract {
        @Override
        protected Trainer<FeatureTable> trainer() {
            return new SumOfSignals();
        }
    }

    @Test
    void aColumnIsKeptOrDroppedOnce() {
        Selection.Dropped dropped = new Selection.Dropped("a", Double.NaN, "constant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.of(List.of("a"), List.of(dropped)))
                .withMessageContaining("a");
    }
}
