package io.github.radiomics4j.eval.resampling;

import static io.github.radiomics4j.eval.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import io.github.radiomics4j.table.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** scikit-learn 1.2.1: how many cases of each class a split and folds hold; which ones is chance. Areas 1e-12. */
class SplitOracleTest {
    private static final Golden FILE = Golden.json("split_cv.json");

    private static Outcome outcome(Golden one) {
        int positives = (int) one.get("n_pos").number();
        boolean[] positive = new boolean[positives + (int) one.get("n_neg").number()];
        Arrays.fill(positive, 0, positives, true);
        return Outcome.of("yes", "no", ids(positive.length), positive);
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "P%04d".formatted(i)).toList();
    }

    /** scikit-learn rounds the number of test cases up, we to the nearest: they part at 0.1 of 201 cases alone. */
    @Test
    void stratifiedSplits() {
        List<Golden> rows = FILE.get("stratified_split_counts").items();
        assertThat(rows).hasSize(6);
        int equal = 0;
        for (Golden one : rows) {
            Outcome outcome = outcome(one);
            Golden seeds = one.get("sklearn_test_pos_neg_per_seed");
            double fraction = one.get("test_size").number();
            for (int seed = 0; seed < seeds.items().size(); seed++) {
                Split split = Split.stratified(outcome, fraction, seed);
                int positives = outcome.rows(split.test()).positiveCount();
                double[] found = {positives, split.test().size() - positives};
                if (Math.round(fraction * outcome.caseCount())
                        == one.get("n_test").number()) {
                    assertThat(found)
                            .as(one.toString())
                            .isEqualTo(seeds.items().get(seed).numbers());
                    equal++;
                } else {
                    assertThat(found)
                            .isEqualTo(one.get("independent_rounding_per_class_round_half_up")
                                    .numbers());
                }
            }
        }
        assertThat(equal).isEqualTo(25);
    }

    @Test
    void stratifiedFolds() {
        List<Golden> rows = FILE.get("stratified_kfold_counts").items();
        assertThat(rows).hasSize(17);
        for (Golden one : rows) {
            Outcome outcome = outcome(one);
            int count = (int) one.get("k").number();
            double smaller =
                    Math.min(one.get("n_pos").number(), one.get("n_neg").number());
            if (count > smaller || !one.has("sklearn_fold_sizes")) {
                assertThatIllegalArgumentException()
                        .as(one.toString())
                        .isThrownBy(() -> Folds.stratified(outcome, count, 1));
                continue;
            }
            for (int seed = 0; seed < 5; seed++) {
                Folds folds = Folds.stratified(outcome, count, seed);
                assertThat(sorted(Arrays.stream(folds.sizes()).asDoubleStream().toArray()))
                        .as(one.toString())
                        .isEqualTo(sorted(one.get("sklearn_fold_sizes").numbers()));
                assertThat(sorted(folds.parts().stream()
                                .mapToDouble(part -> outcome.rows(part).positiveCount())
                                .toArray()))
                        .as(one.toString())
                        .isEqualTo(sorted(one.get("sklearn_fold_pos").numbers()));
            }
        }
    }

    private static double[] sorted(double[] values) {
        double[] out = values.clone();
        Arrays.sort(out);
        return out;
    }

    /** A model that knows each case's score, so that cross-validation returns it. */
    @Test
    void areasOfFoldsAndOfPooledPredictions() {
        Map<String, double[]> columns = Golden.columns("scores_n300.csv");
        int n = columns.get("y").length;
        List<String> ids = ids(n);
        boolean[] positive = new boolean[n];
        List<List<String>> parts = new ArrayList<>();
        for (int f = 0; f < 5; f++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < n; i++) {
            positive[i] = columns.get("y")[i] == 1;
            parts.get(i % 5).add(ids.get(i));
        }
        Outcome outcome = Outcome.of("yes", "no", ids, positive);
        Map<String, Golden> models =
                FILE.get("cv_auc_n300_fold_is_row_index_mod_5").members();
        assertThat(models).hasSize(3);
        models.forEach((name, expected) -> {
            FeatureTable table = FeatureTable.of(ids, List.of("score"), new double[][] {columns.get(name)});
            Trainer<FeatureTable> knows =
                    (data, truth, seed) -> asked -> Predictions.of(asked.caseIds(), asked.column("score"));
            CrossValidation.Result found =
                    CrossValidation.run(knows, table, outcome, List.of(new Folds(parts)), 1, Execution.sequential());
            double[] aucs = found.foldAucs(outcome);
            for (int f = 0; f < 5; f++) {
                assertNear(name, aucs[f], expected.get("fold_auc").numbers()[f], 1e-12);
            }
            assertNear(name, found.meanFoldAuc(outcome), expected.get("mean").number(), 1e-12);
            assertNear(
                    name,
                    RocCurve.of(found.pooled(), outcome).auc(),
                    expected.get("pooled_auc").number(),
                    1e-12);
        });
    }
}
