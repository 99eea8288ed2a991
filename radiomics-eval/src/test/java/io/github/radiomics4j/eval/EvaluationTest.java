package io.github.radiomics4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.confusion.Proportion;
import io.github.radiomics4j.eval.confusion.Threshold;
import io.github.radiomics4j.eval.roc.AucComparisons;
import io.github.radiomics4j.eval.roc.CiScale;
import io.github.radiomics4j.eval.roc.DeLong;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The six models of a test set of 29 and 11 cases, through the typed face. */
class EvaluationTest {
    private static final Map<String, double[]> SCORES = Golden.columns("scores_n40.csv");
    private static final List<String> IDS = ids();
    private static final Outcome OUTCOME = outcome();
    private static final Map<String, Predictions> MODELS = models();
    private static final Threshold HALF = Threshold.of(0.5);

    private static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < SCORES.get("y").length; i++) {
            ids.add("P%02d".formatted(i));
        }
        return ids;
    }

    private static Outcome outcome() {
        boolean[] positive = new boolean[IDS.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = SCORES.get("y")[i] == 1;
        }
        return Outcome.of("high", "low", IDS, positive);
    }

    private static Map<String, Predictions> models() {
        Map<String, Predictions> models = new LinkedHashMap<>();
        SCORES.forEach((name, scores) -> {
            if (!name.equals("y")) {
                models.put(name, Predictions.of(IDS, scores));
            }
        });
        return models;
    }

    @Test
    void everythingIsThatOfTheSingleStatistics() {
        Evaluation evaluation = Evaluation.of(MODELS.get("cnn"), OUTCOME, HALF);
        assertThat(evaluation.area())
                .isEqualTo(DeLong.withDefaults()
                        .withScale(CiScale.LOGIT)
                        .estimate(SCORES.get("cnn"), OUTCOME.positives(IDS)));
        assertThat(evaluation.confusion().cases()).isEqualTo(40);
        assertThat(evaluation.accuracy())
                .isEqualTo(evaluation.confusion().accuracy().value());
        assertThat(evaluation.sensitivity()).isBetween(0.5, 1.0);
        assertThat(evaluation.specificity()).isBetween(0.0, 1.0);
        assertThat(evaluation.interval(evaluation.confusion().sensitivity()))
                .isEqualTo(evaluation.confusion().sensitivity().interval(Proportion.Method.WILSON, 0.95));
        assertThat(evaluation.decision().points()).hasSize(99);
        assertThat(evaluation.calibration().cases()).isEqualTo(40);
        assertThat(evaluation.curve().auc()).isEqualTo(evaluation.auc());
        assertThat(evaluation.toString()).startsWith("AUC 0.").contains("at 0.500 (given)");
    }

    @Test
    void theOrderOfTheCasesChangesNothing() {
        List<String> shuffled = new ArrayList<>(IDS);
        Collections.shuffle(shuffled, new Random(1));
        Evaluation expected = Evaluation.of(MODELS.get("rf"), OUTCOME, HALF);
        Evaluation found = Evaluation.of(MODELS.get("rf").rows(shuffled), OUTCOME, HALF);
        assertThat(found.area()).isEqualTo(expected.area());
        assertThat(found.averagePrecision()).isEqualTo(expected.averagePrecision());
        assertThat(found.confusion()).isEqualTo(expected.confusion());
        assertThat(found.calibration()).isEqualTo(expected.calibration());
        assertThat(found.decision()).isEqualTo(expected.decision());
    }

    @Test
    void severalModelsAreEvaluatedAndComparedByCaseId() {
        Map<String, Threshold> thresholds = new LinkedHashMap<>();
        MODELS.keySet().forEach(name -> thresholds.put(name, HALF));
        Map<String, Evaluation> all = Evaluation.ofAll(MODELS, OUTCOME, thresholds);
        assertThat(all.keySet()).containsExactly("rf", "lr", "et", "xgb", "lgbm", "cnn");
        AucComparisons comparisons = Evaluation.compare(MODELS, OUTCOME);
        assertThat(comparisons.pairs()).hasSize(15);
        assertThat(comparisons.aucs()[5]).isEqualTo(all.get("cnn").auc());
        thresholds.remove("et");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.ofAll(MODELS, OUTCOME, thresholds))
                .withMessageContaining("et");
    }

    @Test
    void modelsOfDifferentCasesAreNotComparedInPairs() {
        Map<String, Predictions> models = new LinkedHashMap<>();
        models.put("rf", MODELS.get("rf"));
        models.put("fewer", MODELS.get("cnn").rows(IDS.subList(1, 40)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evaluation.compare(models, OUTCOME))
                .withMessageContaining("P00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeLong.withDefaults().test(models.get("rf"), models.get("fewer"), OUTCOME))
                .withMessageContaining("P00");
    }
}
