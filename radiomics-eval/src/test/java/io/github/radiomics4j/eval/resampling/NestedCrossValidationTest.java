package io.github.radiomics4j.eval.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.Evaluation;
import io.github.radiomics4j.eval.confusion.Threshold;
import io.github.radiomics4j.eval.decision.DecisionCurve;
import io.github.radiomics4j.eval.decision.DecisionCurveAnalysis;
import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A trainer that tunes itself by cross-validation is a trainer: cross-validated, it is nested cross-validation. */
class NestedCrossValidationTest {
    private static final int CASES = 90;

    /** Takes the one column of the largest inner cross-validated area: the choice is made on what it is given. */
    private record BestColumn(List<Set<String>> seen) implements Trainer<FeatureTable> {
        @Override
        public Model<FeatureTable> fit(FeatureTable data, Outcome outcome, long seed) {
            seen.add(new HashSet<>(data.caseIds()));
            String best = "";
            double most = -1;
            for (String column : data.columnNames()) {
                Predictions inner = CrossValidation.stratified(3)
                        .predict(new NearestMean(), data.columns(List.of(column)), outcome, seed);
                double auc = RocCurve.of(inner, outcome).auc();
                if (auc > most) {
                    most = auc;
                    best = column;
                }
            }
            List<String> chosen = List.of(best);
            Model<FeatureTable> model = new NearestMean().fit(data.columns(chosen), outcome, seed);
            return asked -> model.predict(asked.columns(chosen));
        }
    }

    @Test
    void theInnerChoiceNeverSeesTheOuterFold() {
        FeatureTable table = TrainingData.table(CASES, 1);
        Outcome outcome = TrainingData.outcome(CASES);
        List<Set<String>> seen = new ArrayList<>();
        CrossValidation.Result found =
                CrossValidation.stratified(5).run(new BestColumn(seen), table, outcome, 3, Execution.sequential());
        assertThat(seen).hasSize(5);
        for (int f = 0; f < 5; f++) {
            assertThat(seen.get(f))
                    .hasSize(72)
                    .doesNotContainAnyElementsOf(found.folds().get(f).caseIds());
        }
        assertThat(RocCurve.of(found.pooled(), outcome).auc()).isGreaterThan(0.6);
    }

    /** Of 200 columns of noise the best by all cases looks good; chosen within the folds it does not. */
    @Test
    void choosingOnAllCasesLeaksAndChoosingWithinFoldsDoesNot() {
        int columns = 200;
        Random random = new Random(4);
        double[][] noise = new double[columns][CASES];
        for (double[] column : noise) {
            java.util.Arrays.setAll(column, i -> random.nextGaussian());
        }
        List<String> names =
                IntStream.range(0, columns).mapToObj(j -> "noise" + j).toList();
        FeatureTable table = FeatureTable.of(TrainingData.table(CASES, 1).caseIds(), names, noise);
        Outcome outcome = TrainingData.outcome(CASES);
        String best = names.get(0);
        double most = 0;
        for (String name : names) {
            double auc = RocCurve.of(
                            CrossValidation.stratified(5)
                                    .predict(new NearestMean(), table.columns(List.of(name)), outcome, 3),
                            outcome)
                    .auc();
            if (auc > most) {
                most = auc;
                best = name;
            }
        }
        Predictions nested =
                CrossValidation.stratified(5).predict(new BestColumn(new ArrayList<>()), table, outcome, 3);
        assertThat(most).as("chosen on all cases: " + best).isGreaterThan(0.63);
        assertThat(RocCurve.of(nested, outcome).auc())
                .as("chosen within the folds")
                .isBetween(0.3, 0.6);
    }

    /** A cross-validated decision curve is that of the folds' predictions together. */
    @Test
    void theDecisionCurveOfPooledPredictionsIsTheMeanOfTheFolds() {
        FeatureTable table = TrainingData.table(CASES, 1);
        Outcome outcome = TrainingData.outcome(CASES);
        CrossValidation.Result found =
                CrossValidation.stratified(5).run(new NearestMean(), table, outcome, 3, Execution.sequential());
        DecisionCurveAnalysis analysis = DecisionCurveAnalysis.withDefaults();
        double[] thresholds = DecisionCurveAnalysis.percentages();
        List<DecisionCurve.Point> pooled =
                analysis.curve(found.pooled(), outcome, thresholds).points();
        double[] mean = new double[thresholds.length];
        for (Predictions fold : found.folds()) { // 18 cases each, so that the mean needs no weights
            assertThat(fold.caseCount()).isEqualTo(18);
            List<DecisionCurve.Point> points =
                    analysis.curve(fold, outcome, thresholds).points();
            for (int k = 0; k < mean.length; k++) {
                mean[k] += points.get(k).netBenefit() / 5;
            }
        }
        for (int k = 0; k < mean.length; k++) {
            assertThat(pooled.get(k).netBenefit()).isCloseTo(mean[k], within(1e-10));
        }
        Threshold threshold = Threshold.youden(found.pooled(), outcome);
        assertThat(Evaluation.ofCrossValidation(found, outcome, threshold)
                        .pooled()
                        .decision()
                        .points())
                .isEqualTo(pooled);
    }
}
