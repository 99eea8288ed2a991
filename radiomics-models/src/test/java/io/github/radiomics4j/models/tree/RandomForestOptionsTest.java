package io.github.radiomics4j.models.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.roc.DeLong;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.models.fitted.ClassWeight;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RandomForestOptionsTest {
    private static final FeatureTable TABLE = TrainingData.table(90, 1);
    private static final Outcome OUTCOME = TrainingData.outcome(90);

    @Test
    void oneTwoAndEightThreadsGrowTheSameForest() {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int threads : new int[] {2, 8}) {
                Execution execution = Execution.on(pool).withMaximumThreads(threads);
                assertThat(RandomForest.withDefaults()
                                .withTrees(60)
                                .fit(TABLE, OUTCOME, 7, execution)
                                .scorer()
                                .toBytes())
                        .isEqualTo(RandomForest.withDefaults()
                                .withTrees(60)
                                .fit(TABLE, OUTCOME, 7)
                                .scorer()
                                .toBytes());
                assertThat(ExtraTrees.withDefaults()
                                .withTrees(60)
                                .fit(TABLE, OUTCOME, 7, execution)
                                .scorer()
                                .toBytes())
                        .isEqualTo(ExtraTrees.withDefaults()
                                .withTrees(60)
                                .fit(TABLE, OUTCOME, 7)
                                .scorer()
                                .toBytes());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void casesOutOfTheBagArePredictedByTreesThatHaveNotSeenThem() {
        Predictions outOfBag = RandomForest.withDefaults().withTrees(300).outOfBag(TABLE, OUTCOME, 3);
        assertThat(outOfBag.caseIds()).isEqualTo(TABLE.caseIds());
        double honest = DeLong.withDefaults().estimate(outOfBag, OUTCOME).auc();
        double apparent = DeLong.withDefaults()
                .estimate(
                        RandomForest.withDefaults()
                                .withTrees(300)
                                .fit(TABLE, OUTCOME, 3)
                                .predict(TABLE),
                        OUTCOME)
                .auc();
        assertThat(apparent).isEqualTo(1);
        assertThat(honest).isBetween(0.6, 0.95);
        assertThat(RandomForest.withDefaults()
                        .withTrees(1)
                        .outOfBag(TABLE, OUTCOME, 3)
                        .caseCount())
                .isBetween(10, 60);
    }

    @Test
    void depthAndLeavesBoundTheTrees() {
        Forest stumps = (Forest) RandomForest.withDefaults()
                .withTrees(20)
                .with(o -> o.withMaximumDepth(1))
                .fit(TABLE, OUTCOME, 1)
                .scorer();
        assertThat(stumps.trees())
                .hasSize(20)
                .allSatisfy(tree -> assertThat(tree.size).isLessThanOrEqualTo(3));
        Forest coarse = (Forest) ExtraTrees.withDefaults()
                .withTrees(20)
                .with(o -> o.withMinimumInLeaf(20)
                        .withMinimumToSplit(40)
                        .withClassWeight(ClassWeight.BALANCED)
                        .withColumnsPerSplit(ColumnsPerSplit.of(ColumnsPerSplit.Rule.ALL)))
                .fit(TABLE, OUTCOME, 1)
                .scorer();
        assertThat(coarse.trees()).allSatisfy(tree -> assertThat(tree.size).isBetween(1, 7));
    }

    @Test
    void columnsPerSplitAreAtLeastOneAndAtMostAll() {
        assertThat(ColumnsPerSplit.of(ColumnsPerSplit.Rule.SQUARE_ROOT).among(1197))
                .isEqualTo(34);
        assertThat(ColumnsPerSplit.of(ColumnsPerSplit.Rule.LOG2).among(1)).isEqualTo(1);
        assertThat(ColumnsPerSplit.of(50).among(7)).isEqualTo(7);
        assertThat(ColumnsPerSplit.of(50)).hasToString("50");
        assertThatIllegalArgumentException().isThrownBy(() -> ColumnsPerSplit.of(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomForest.withDefaults().withTrees(0))
                .withMessageContaining("trees");
    }

    @Test
    void balancedWeightsMakeBothClassesWeighAsMuch() {
        double[] weights = ClassWeight.BALANCED.of(new boolean[] {true, true, true, false});
        assertThat(weights).containsExactly(2, 2 / 3.0);
    }
}
