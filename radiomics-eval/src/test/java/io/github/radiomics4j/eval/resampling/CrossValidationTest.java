package io.github.radiomics4j.eval.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.learn.TrainerContract;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.run.Cancellation;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.Progress;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final int CASES = 90;
    private static final FeatureTable TABLE = TrainingData.table(CASES, 1);
    private static final Outcome OUTCOME = TrainingData.outcome(CASES);
    private static final Trainer<FeatureTable> TRAINER = new NearestMean();

    @Nested
    class TheTrainer extends TrainerContract {
        @Override
        protected Trainer<FeatureTable> trainer() {
            return TRAINER;
        }
    }

    /** A trainer that remembers its cases and is sure of them: any leak would be an area of 1. */
    private static final Trainer<FeatureTable> MEMORY = (data, outcome, seed) -> {
        List<String> seen = data.caseIds();
        return table -> Predictions.of(
                table.caseIds(),
                table.caseIds().stream()
                        .mapToDouble(id -> seen.contains(id) ? outcome.isPositive(id) ? 1 : 0 : 0.5)
                        .toArray());
    };

    @Test
    void noModelSeesTheCasesThatItPredicts() {
        Predictions predictions = CrossValidation.stratified(5).predict(MEMORY, TABLE, OUTCOME, 1);
        assertThat(predictions.probabilities()).containsOnly(0.5);
        assertThat(predictions.caseIds()).isEqualTo(TABLE.caseIds());
    }

    @Test
    void threadsChangeNothing() {
        CrossValidation validation = CrossValidation.stratified(5).withRepeats(3);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            var one = validation.run(TRAINER, TABLE, OUTCOME, 7, Execution.sequential());
            var many = validation.run(TRAINER, TABLE, OUTCOME, 7, Execution.on(pool));
            assertThat(many).isEqualTo(one);
            assertThat(one.folds()).hasSize(15);
            assertThat(one.repeats()).hasSize(3);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theMeanOfFoldsAndThePooledAreaAreTwoThings() {
        var found = CrossValidation.stratified(5).run(TRAINER, TABLE, OUTCOME, 7, Execution.sequential());
        assertThat(found.foldAucs(OUTCOME)).hasSize(5);
        double mean = found.meanFoldAuc(OUTCOME);
        double pooled = RocCurve.of(found.pooled(), OUTCOME).auc();
        assertThat(mean).isBetween(0.6, 1.0).isNotEqualTo(pooled);
        assertThat(pooled).isBetween(0.6, 1.0);
    }

    @Test
    void aFoldOfOneClassHasNoAreaAndIsLeftOut() {
        var folds = Folds.leaveOneOut(TABLE.caseIds());
        var found = CrossValidation.run(TRAINER, TABLE, OUTCOME, List.of(folds), 1, Execution.sequential());
        assertThat(found.foldAucs(OUTCOME)).hasSize(CASES).containsOnly(Double.NaN);
        assertThat(found.meanFoldAuc(OUTCOME)).isNaN();
        assertThat(RocCurve.of(found.pooled(), OUTCOME).auc()).isGreaterThan(0.6);
    }

    @Test
    void repeatsArePooledToTheirMean() {
        var found =
                CrossValidation.stratified(3).withRepeats(4).run(TRAINER, TABLE, OUTCOME, 7, Execution.sequential());
        String id = TABLE.caseIds().get(10);
        double mean = found.repeats().stream()
                .mapToDouble(one -> one.probability(id))
                .average()
                .orElseThrow();
        assertThat(found.pooled().probability(id)).isCloseTo(mean, within(1e-15));
    }

    @Test
    void theOrderOfTheCasesChangesNoPrediction() {
        List<String> shuffled = new ArrayList<>(TABLE.caseIds());
        Collections.shuffle(shuffled, new Random(3));
        Predictions one = CrossValidation.stratified(5).predict(MEMORY, TABLE, OUTCOME, 7);
        Predictions other = CrossValidation.stratified(5).predict(MEMORY, TABLE.rows(shuffled), OUTCOME, 7);
        assertThat(other.rows(one.caseIds())).isEqualTo(one);
    }

    @Test
    void aCancelledRunEnds() {
        Cancellation cancellation = Cancellation.create();
        List<Progress> seen = new ArrayList<>();
        Execution execution = Execution.sequential()
                .withCancellation(cancellation)
                .withListener(progress -> {
                    seen.add(progress);
                    cancellation.cancel();
                });
        assertThatThrownBy(() -> CrossValidation.stratified(5).run(TRAINER, TABLE, OUTCOME, 7, execution))
                .isInstanceOf(CancellationException.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void foldsThatLackACaseAreRefused() {
        Folds fewer = Folds.random(TABLE.caseIds().subList(0, 80), 4, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CrossValidation.run(TRAINER, TABLE, OUTCOME, List.of(fewer), 1, Execution.sequential()))
                .withMessageContaining("80");
        assertThatIllegalArgumentException().isThrownBy(() -> CrossValidation.stratified(1));
    }

    @Test
    void theBootstrapTakesOffWhatAMemoryPretends() {
        var found = OptimismBootstrap.withDefaults().run(MEMORY, TABLE, OUTCOME, 5, Execution.sequential());
        assertThat(found.apparent()).isEqualTo(1);
        assertThat(found.outOfBag()).isEqualTo(0.5);
        assertThat(found.estimate632Plus()).isCloseTo(0.5, within(1e-12)); // nothing but overfitting: weight 1
        assertThat(found.estimate632()).isCloseTo(0.684, within(1e-12));
        assertThat(found.used()).isEqualTo(200);
    }

    @Test
    void theBootstrapOfAnHonestModelTakesOffLittleWhateverTheThreads() {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            var bootstrap = new OptimismBootstrap(50);
            var one = bootstrap.run(TRAINER, TABLE, OUTCOME, 5, Execution.sequential());
            assertThat(bootstrap.run(TRAINER, TABLE, OUTCOME, 5, Execution.on(pool)))
                    .isEqualTo(one);
            assertThat(one.optimism()).isBetween(0.0, 0.1);
            assertThat(one.corrected()).isLessThan(one.apparent());
            assertThat(one.estimate632Plus()).isBetween(one.outOfBag(), one.apparent());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void permutationsTellASignalFromNoise() {
        PermutationTest test = new PermutationTest(CrossValidation.stratified(3), 99);
        var signal = test.run(TRAINER, TABLE, OUTCOME, 5, Execution.sequential());
        assertThat(signal.pValue()).isEqualTo(0.01);
        assertThat(signal.shuffled()).hasSize(99).isSorted();
        FeatureTable noise = TrainingData.table(CASES, 2).columns(List.of("noise1", "noise2", "noise3"));
        assertThat(test.run(TRAINER, noise, OUTCOME, 5, Execution.sequential()).pValue())
                .isGreaterThan(0.05);
    }
}
