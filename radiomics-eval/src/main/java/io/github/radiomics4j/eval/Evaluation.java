package io.github.radiomics4j.eval;

import io.github.radiomics4j.eval.calibration.Calibration;
import io.github.radiomics4j.eval.confusion.ConfusionMatrix;
import io.github.radiomics4j.eval.confusion.Proportion;
import io.github.radiomics4j.eval.confusion.Threshold;
import io.github.radiomics4j.eval.decision.DecisionCurve;
import io.github.radiomics4j.eval.decision.DecisionCurveAnalysis;
import io.github.radiomics4j.eval.resampling.CrossValidation;
import io.github.radiomics4j.eval.roc.AucComparisons;
import io.github.radiomics4j.eval.roc.AucEstimate;
import io.github.radiomics4j.eval.roc.CiScale;
import io.github.radiomics4j.eval.roc.DeLong;
import io.github.radiomics4j.eval.roc.PrecisionRecallCurve;
import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What there is to say of the predictions of one model on some cases: how well it tells the classes apart, what a threshold
 * makes of it, whether its probabilities hold, and whether acting on them does good. Immutable.
 *
 * @param area area under the ROC curve, with its interval
 * @param curve ROC curve
 * @param averagePrecision area under the precision-recall curve, as steps; chance has {@link ConfusionMatrix#prevalence()}
 * @param threshold from where on cases are called positive, and where that came from
 * @param confusion counts at the threshold
 * @param calibration whether the probabilities hold
 * @param decision net benefit at thresholds of 0.01 to 0.99
 * @param level of all intervals
 */
public record Evaluation(
        AucEstimate area,
        RocCurve curve,
        double averagePrecision,
        Threshold threshold,
        ConfusionMatrix confusion,
        Calibration.Result calibration,
        DecisionCurve decision,
        double level) {

    /** Fewer cases than this have their area's interval on the logit scale: the plain one covers too seldom. */
    public static final int FEW_CASES = 100;

    /**
     * Evaluates predictions, joined with the outcome by case id, with 95 % intervals; that of the area is by DeLong, on the
     * logit scale below {@value #FEW_CASES} cases.
     *
     * @param threshold chosen on other cases, such as {@link Threshold#youden} of out-of-fold predictions
     * @throws IllegalArgumentException if a case has no outcome or a class has no case
     */
    public static Evaluation of(Predictions predictions, Outcome outcome, Threshold threshold) {
        CiScale scale = predictions.caseCount() < FEW_CASES ? CiScale.LOGIT : CiScale.PLAIN;
        return of(predictions, outcome, threshold, DeLong.withDefaults().withScale(scale));
    }

    /**
     * Evaluates predictions, joined with the outcome by case id.
     *
     * @param deLong how the area's interval is made; its level is that of all intervals
     */
    public static Evaluation of(Predictions predictions, Outcome outcome, Threshold threshold, DeLong deLong) {
        double[] probabilities = predictions.probabilities();
        boolean[] positive = predictions.positives(outcome);
        return new Evaluation(
                deLong.estimate(probabilities, positive),
                RocCurve.of(probabilities, positive),
                PrecisionRecallCurve.of(probabilities, positive).averagePrecision(),
                threshold,
                ConfusionMatrix.of(probabilities, positive, threshold.value()),
                Calibration.withDefaults().withLevel(deLong.level()).assess(probabilities, positive),
                DecisionCurveAnalysis.withDefaults()
                        .curve(probabilities, positive, DecisionCurveAnalysis.percentages()),
                deLong.level());
    }

    /**
     * Evaluates several models on the same cases.
     *
     * @param models predictions by name of the model
     * @param thresholds by name of the model
     * @return evaluations by name, in the order of {@code models}
     * @throws IllegalArgumentException if a model has no threshold
     */
    public static Map<String, Evaluation> ofAll(
            Map<String, Predictions> models, Outcome outcome, Map<String, Threshold> thresholds) {
        Map<String, Evaluation> evaluations = new LinkedHashMap<>();
        models.forEach((name, predictions) -> {
            Threshold threshold = thresholds.get(name);
            if (threshold == null) {
                throw new IllegalArgumentException("every model must have a threshold, missing that of " + name
                        + ", found " + thresholds.keySet());
            }
            evaluations.put(name, of(predictions, outcome, threshold));
        });
        return evaluations;
    }

    /** Compares the areas of several models on the same cases, each with each and all at once, by DeLong's paired test. */
    public static AucComparisons compare(Map<String, Predictions> models, Outcome outcome) {
        return DeLong.withDefaults().testAll(models, outcome);
    }

    /**
     * Cross-validated predictions, evaluated.
     *
     * @param pooled of the out-of-fold predictions of all cases together
     * @param foldAucs the area of each fold by itself; NaN for a fold of one class
     * @param meanFoldAuc mean of those that are not NaN; not the area of {@code pooled}
     */
    public record CrossValidated(Evaluation pooled, List<Double> foldAucs, double meanFoldAuc) {
        /** Copies the list. */
        public CrossValidated {
            foldAucs = List.copyOf(foldAucs);
        }
    }

    /** Evaluates out-of-fold predictions, pooled and fold by fold. */
    public static CrossValidated ofCrossValidation(
            CrossValidation.Result result, Outcome outcome, Threshold threshold) {
        List<Double> folds = Arrays.stream(result.foldAucs(outcome)).boxed().toList();
        return new CrossValidated(of(result.pooled(), outcome, threshold), folds, result.meanFoldAuc(outcome));
    }

    /** Returns the area under the ROC curve. */
    public double auc() {
        return area.auc();
    }

    /** Returns the interval of the area; where the classes are separated, {@link AucEstimate#exactInterval}. */
    public Interval aucInterval() {
        return area.exactInterval();
    }

    /** Returns the share of cases called right. */
    public double accuracy() {
        return confusion.accuracy().value();
    }

    /** Returns the share of positive cases called positive. */
    public double sensitivity() {
        return confusion.sensitivity().value();
    }

    /** Returns the share of negative cases not called positive. */
    public double specificity() {
        return confusion.specificity().value();
    }

    /** Returns the interval of a proportion of {@link #confusion()} by Wilson's method, at this evaluation's level. */
    public Interval interval(Proportion proportion) {
        return proportion.interval(Proportion.Method.WILSON, level);
    }

    /** Returns one line: area, accuracy, sensitivity and specificity with their intervals, and the threshold. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "AUC %s, accuracy %s, sensitivity %s, specificity %s at %.3f (%s)",
                text(auc(), aucInterval()),
                text(confusion.accuracy()),
                text(confusion.sensitivity()),
                text(confusion.specificity()),
                threshold.value(),
                threshold.rule());
    }

    private String text(Proportion proportion) {
        return text(proportion.value(), interval(proportion));
    }

    private static String text(double value, Interval interval) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, interval.lower(), interval.upper());
    }
}
