package io.github.radiomics4j.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Trainer} of tables and its {@link Model} must keep, ours and strangers'. Subclass it, return the
 * trainer, and add what only that one promises. Needs JUnit Jupiter and AssertJ on the test class path.
 */
public abstract class TrainerContract {
    private static final int CASES = 90;
    private static final FeatureTable TRAIN = TrainingData.table(CASES, 1);
    private static final FeatureTable TEST = TrainingData.table(CASES, 2);
    private static final Outcome OUTCOME = TrainingData.outcome(CASES);

    /** Returns the trainer under test. */
    protected abstract Trainer<FeatureTable> trainer();

    private Predictions predicted(FeatureTable train, Outcome outcome, FeatureTable test) {
        try (Model<FeatureTable> model = trainer().fit(train, outcome, 42)) {
            return model.predict(test);
        }
    }

    @Test
    public void theSameDataAndSeedPredictTheSameBits() {
        assertThat(predicted(TRAIN, OUTCOME, TEST)).isEqualTo(predicted(TRAIN, OUTCOME, TEST));
    }

    @Test
    public void everyCaseIsPredictedInTheOrderOfTheData() {
        assertThat(predicted(TRAIN, OUTCOME, TEST).caseIds()).isEqualTo(TEST.caseIds());
    }

    @Test
    public void aSignalIsLearned() {
        double[] probabilities = predicted(TRAIN, OUTCOME, TEST).probabilities();
        boolean[] positive = OUTCOME.positives(TEST.caseIds());
        double concordant = 0;
        int pairs = 0;
        for (int i = 0; i < positive.length; i++) {
            for (int j = 0; j < positive.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    concordant +=
                            probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(concordant / pairs).as("AUC on unseen cases").isGreaterThan(0.65);
    }

    @Test
    public void casesDoNotInfluenceEachOther() {
        try (Model<FeatureTable> model = trainer().fit(TRAIN, OUTCOME, 42)) {
            Predictions all = model.predict(TEST);
            for (String id : TEST.caseIds().subList(0, 10)) {
                assertThat(model.predict(TEST.rows(List.of(id)))).isEqualTo(all.rows(List.of(id)));
            }
        }
    }

    @Test
    public void columnsAreFoundByNameAndMissingOnesNamed() {
        List<String> reversed = new ArrayList<>(TEST.columnNames());
        Collections.reverse(reversed);
        try (Model<FeatureTable> model = trainer().fit(TRAIN, OUTCOME, 42)) {
            assertThat(model.predict(TEST.columns(reversed))).isEqualTo(model.predict(TEST));
            FeatureTable without = TEST.columns(List.of("signal2", "noise1", "noise2", "noise3"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.predict(without))
                    .withMessageContaining("signal1");
        }
    }

    @Test
    public void aCaseWithoutAnOutcomeIsRefusedByName() {
        Outcome fewer = OUTCOME.rows(OUTCOME.caseIds().subList(1, CASES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().fit(TRAIN, fewer, 42))
                .withMessageContaining(OUTCOME.caseIds().get(0));
    }

    @Test
    public void aModelServesManyThreads() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Model<FeatureTable> model = trainer().fit(TRAIN, OUTCOME, 42)) {
            Predictions expected = model.predict(TEST);
            List<Future<Predictions>> futures = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                futures.add(pool.submit(() -> model.predict(TEST)));
            }
            for (Future<Predictions> future : futures) {
                assertThat(future.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    public void closingTwiceIsHarmless() {
        Model<FeatureTable> model = trainer().fit(TRAIN, OUTCOME, 42);
        model.close();
        model.close();
        assertThat(TRAIN.caseCount()).isEqualTo(CASES);
    }
}
