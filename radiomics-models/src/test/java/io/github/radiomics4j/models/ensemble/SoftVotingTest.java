package io.github.radiomics4j.models.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.learn.TrainerContract;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.models.neighbors.NearestNeighbors;
import io.github.radiomics4j.models.tree.ExtraTrees;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SoftVotingTest extends TrainerContract {
    private static final FeatureTable TABLE = TrainingData.table(60, 1);
    private static final Outcome OUTCOME = TrainingData.outcome(60);

    @Override
    protected Trainer<FeatureTable> trainer() {
        return SoftVoting.of(
                ExtraTrees.withDefaults().withTrees(30),
                NearestNeighbors.withDefaults().withNeighbors(11));
    }

    private static Trainer<FeatureTable> constant(double probability, AtomicInteger closed) {
        return (table, outcome, seed) -> new Model<>() {
            @Override
            public Predictions predict(FeatureTable data) {
                double[] same = new double[data.caseCount()];
                Arrays.fill(same, probability);
                return Predictions.of(data.caseIds(), same);
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    @Test
    void votesAreWeightedAndTheirModelsClosed() {
        AtomicInteger closed = new AtomicInteger();
        SoftVoting<FeatureTable> voting =
                SoftVoting.of(constant(0.2, closed), constant(0.8, closed)).withWeights(3, 1);
        try (Model<FeatureTable> model = voting.fit(TABLE, OUTCOME, 1)) {
            assertThat(model.predict(TABLE).probabilities()[0]).isCloseTo(0.35, within(1e-15));
        }
        assertThat(closed).hasValue(2);
    }

    @Test
    void aTrainerThatFailsLeavesNoModelOpen() {
        AtomicInteger closed = new AtomicInteger();
        Trainer<FeatureTable> failing = (table, outcome, seed) -> {
            throw new IllegalArgumentException("no");
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SoftVoting.of(constant(0.5, closed), failing).fit(TABLE, OUTCOME, 1));
        assertThat(closed).hasValue(1);
    }

    @Test
    void weightsThatMakeNoMeanAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SoftVoting<FeatureTable>(List.of(), List.of()));
        SoftVoting<FeatureTable> voting = SoftVoting.of(NearestNeighbors.withDefaults());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> voting.withWeights(0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> voting.withWeights(-1))
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> voting.withWeights(1, 1));
    }
}
