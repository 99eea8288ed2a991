package io.github.radiomics4j.eval.calibration;

import io.github.radiomics4j.eval.logistic.LogisticFit;
import io.github.radiomics4j.eval.logistic.LogisticRegression;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * A map of probabilities to better ones, learned on cases that the model has not seen; never decreasing, so the order of the
 * cases stays but for ties.
 */
@FunctionalInterface
public interface Recalibration {
    /** Where probabilities of 0 and 1 are cut before their log-odds are taken. */
    double BOUND = 1e-15;

    /** Returns what {@code probability}, in [0, 1], becomes. */
    double apply(double probability);

    /** Returns what the predictions become. */
    default Predictions apply(Predictions predictions) {
        return Predictions.of(
                predictions.caseIds(),
                Arrays.stream(predictions.probabilities()).map(this::apply).toArray());
    }

    /**
     * Learns logit⁻¹(a + b logit p), by logistic regression.
     *
     * @throws IllegalArgumentException if the slope is negative: the predictions are worse than chance; if all are equal; or
     *     if they separate the classes
     */
    static Recalibration logistic(Predictions predictions, Outcome outcome) {
        double[] logits = Probabilities.logits(predictions.probabilities(), BOUND);
        LogisticFit fit = LogisticRegression.withDefaults()
                .fit(List.of("logit"), new double[][] {logits}, predictions.positives(outcome));
        double slope = fit.coefficient("logit");
        if (fit.isSeparated() || !(slope > 0)) {
            throw new IllegalArgumentException(
                    "predictions to recalibrate must be better than chance and not separate the" + " classes, found "
                            + (fit.isSeparated() ? "separated classes" : "a slope of " + slope));
        }
        return shifted(fit.coefficient(LogisticRegression.INTERCEPT), slope);
    }

    /**
     * Learns logit⁻¹(a + b logit p) as Platt did (1999): instead of 1 and 0, the truth is (m + 1) / (m + 2) for the m positive
     * cases and 1 / (n + 2) for the n negative ones. It pulls a little towards the middle, and so exists where {@link
     * #logistic} does not, for predictions that separate the classes. scikit-learn's sigmoid calibration, of log-odds.
     *
     * @throws IllegalArgumentException if the slope is negative: the predictions are worse than chance; or if all are equal
     */
    static Recalibration sigmoid(Predictions predictions, Outcome outcome) {
        double[] probabilities = predictions.probabilities();
        boolean[] positive = predictions.positives(outcome);
        Probabilities.check(probabilities, positive);
        PlattSigmoid sigmoid = PlattSigmoid.of(CalibrationCurve.ordered(probabilities, positive));
        if (!(sigmoid.slope() > 0)) {
            throw new IllegalArgumentException(
                    "predictions to recalibrate must be better than chance, found a slope of " + sigmoid.slope());
        }
        return shifted(sigmoid.intercept(), sigmoid.slope());
    }

    /** Learns logit⁻¹(a + logit p): only the mean is mended, as for a population of another prevalence. */
    static Recalibration intercept(Predictions predictions, Outcome outcome) {
        double[] logits = Probabilities.logits(predictions.probabilities(), BOUND);
        LogisticFit fit = LogisticRegression.withDefaults()
                .fit(List.of(), new double[0][], predictions.positives(outcome), logits);
        return shifted(fit.coefficient(LogisticRegression.INTERCEPT), 1);
    }

    private static Recalibration shifted(double a, double b) {
        return probability -> {
            double p = Math.min(1 - BOUND, Math.max(BOUND, probability));
            return 1 / (1 + Math.exp(-a - b * Math.log(p / (1 - p))));
        };
    }

    /**
     * Learns the never decreasing map of least squared error (pool adjacent violators), straight between the cases and flat
     * beyond them, as scikit-learn's isotonic calibration. It needs many cases, and makes ties.
     */
    static Recalibration isotonic(Predictions predictions, Outcome outcome) {
        double[] probabilities = predictions.probabilities();
        boolean[] positive = predictions.positives(outcome);
        Probabilities.check(probabilities, positive);
        IsotonicSteps steps = IsotonicSteps.of(CalibrationCurve.ordered(probabilities, positive));
        return steps::at;
    }
}
