package io.github.radiomics4j.eval.calibration;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.eval.logistic.LogisticFit;
import io.github.radiomics4j.eval.logistic.LogisticRegression;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Holds predicted probabilities p against the truth y (1 for positive cases), n cases:
 *
 * <pre>{@code
 * Brier score           Σ (p − y)² / n;   scaled: 1 − Brier / (π (1 − π)), π the share of positive cases
 * log loss              −Σ (y log p + (1 − y) log(1 − p)) / n
 * O/E                   Σ y / Σ p
 * in the large          a of logit P(y) = a + logit p        0 is perfect
 * slope                 b of logit P(y) = a + b logit p      1 is perfect; less: too extreme
 * Spiegelhalter's z     Σ (y − p)(1 − 2p) / √Σ (1 − 2p)² p (1 − p)
 * }</pre>
 *
 * @param level of the intervals
 * @param bound probabilities are cut to [bound, 1 − bound] where their logarithm is taken; in (0, 0.5)
 */
public record Calibration(double level, double bound) {
    private static final String SLOPE = "logit";

    /** Checks the options. */
    public Calibration {
        Interval.requireLevel(level);
        if (!(bound > 0 && bound < 0.5)) {
            throw new IllegalArgumentException("a bound of probabilities must lie between 0 and 0.5, found " + bound);
        }
    }

    /** Returns 95 % intervals and a bound of 10⁻¹⁵, scikit-learn's. */
    public static Calibration withDefaults() {
        return new Calibration(0.95, 1e-15);
    }

    /** Returns a copy with another confidence level. */
    public Calibration withLevel(double level) {
        return new Calibration(level, bound);
    }

    /** Returns a copy with another bound. */
    public Calibration withBound(double bound) {
        return new Calibration(level, bound);
    }

    /**
     * How predictions and truth agree.
     *
     * @param cases n
     * @param positives number of positive cases
     * @param brier Brier score
     * @param scaledBrier 1 − Brier / π (1 − π): 0 is no better than π for every case
     * @param logLoss log loss
     * @param meanPredicted Σ p / n
     * @param observedOverExpected O/E; infinite where every probability is 0
     * @param intercept calibration in the large, a
     * @param interceptError its standard error
     * @param interceptInterval its Wald interval
     * @param slope b
     * @param slopeError its standard error
     * @param slopeInterval its Wald interval
     * @param slopeProfileInterval its interval by the likelihood ratio: better for few cases
     * @param interceptOfSlope a beside the slope b
     * @param pOfPerfect likelihood ratio test of a = 0 and b = 1 together
     * @param pOfIntercept likelihood ratio test of a = 0 given b = 1
     * @param pOfSlope likelihood ratio test of b = 1 with a free
     * @param spiegelhalterZ z; NaN or infinite where every probability is 0, 0.5 or 1
     * @param spiegelhalterP its two-sided p-value
     * @param cut number of probabilities that were cut to the bound
     * @param isSeparated whether the predictions separate the classes: there is no slope then, and what concerns it is
     *     meaningless
     */
    public record Result(
            int cases,
            int positives,
            double brier,
            double scaledBrier,
            double logLoss,
            double meanPredicted,
            double observedOverExpected,
            double intercept,
            double interceptError,
            Interval interceptInterval,
            double slope,
            double slopeError,
            Interval slopeInterval,
            Interval slopeProfileInterval,
            double interceptOfSlope,
            double pOfPerfect,
            double pOfIntercept,
            double pOfSlope,
            double spiegelhalterZ,
            double spiegelhalterP,
            int cut,
            boolean isSeparated) {}

    /** Assesses predictions, joined with the outcome by case id. */
    public Result assess(Predictions predictions, Outcome outcome) {
        return assess(predictions.probabilities(), predictions.positives(outcome));
    }

    /**
     * Assesses probabilities; the order of the cases changes no bit. What concerns the slope is NaN where all of them are equal.
     *
     * @param probabilities of the positive class, in [0, 1]; not modified
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a value is no probability or a class has no case
     */
    public Result assess(double[] probabilities, boolean[] positive) {
        int positives = Probabilities.check(probabilities, positive);
        CalibrationCurve.Case[] ordered = CalibrationCurve.ordered(probabilities, positive);
        double n = ordered.length;
        double share = positives / n;
        Sums sums = Sums.of(ordered, bound);
        double[] logits = Probabilities.logits(
                Arrays.stream(ordered)
                        .mapToDouble(CalibrationCurve.Case::probability)
                        .toArray(),
                bound);
        boolean[] truth = new boolean[ordered.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = ordered[i].isPositive();
        }
        LogisticRegression model = LogisticRegression.withDefaults().withLevel(level);
        LogisticFit large = model.fit(List.of(), new double[0][], truth, logits);
        String constant = LogisticRegression.INTERCEPT;
        double given = 2 * n * sums.logLoss;
        double z = sums.spiegelhalterTop / Math.sqrt(sums.spiegelhalterVariance);
        boolean varies = isVarying(logits);
        LogisticFit sloped = varies ? model.fit(List.of(SLOPE), new double[][] {logits}, truth) : null;
        Interval none = new Interval(Double.NaN, Double.NaN, level);
        return new Result(
                truth.length,
                positives,
                sums.brier,
                1 - sums.brier / (share * (1 - share)),
                sums.logLoss,
                sums.mean,
                share / sums.mean,
                large.coefficient(constant),
                large.standardError(constant),
                large.waldInterval(constant),
                sloped == null ? Double.NaN : sloped.coefficient(SLOPE),
                sloped == null ? Double.NaN : sloped.standardError(SLOPE),
                sloped == null ? none : sloped.waldInterval(SLOPE),
                sloped == null ? none : sloped.profileInterval(SLOPE),
                sloped == null ? Double.NaN : sloped.coefficient(constant),
                sloped == null ? Double.NaN : chiSquared(given - sloped.deviance(), 2),
                chiSquared(given - large.deviance(), 1),
                sloped == null ? Double.NaN : chiSquared(large.deviance() - sloped.deviance(), 1),
                z,
                2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)),
                sums.cut,
                sloped != null && sloped.isSeparated());
    }

    private static boolean isVarying(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    private static double chiSquared(double statistic, int degreesOfFreedom) {
        return Double.isNaN(statistic)
                ? Double.NaN
                : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(Math.max(0, statistic));
    }

    /** Sums over the cases in ascending order of p, so that their order in the input changes no bit. */
    private static final class Sums {
        private double brier;
        private double logLoss;
        private double mean;
        private double spiegelhalterTop;
        private double spiegelhalterVariance;
        private int cut;

        static Sums of(CalibrationCurve.Case[] ordered, double bound) {
            Sums sums = new Sums();
            double n = ordered.length;
            for (CalibrationCurve.Case one : ordered) {
                double p = one.probability();
                double y = one.isPositive() ? 1 : 0;
                double inside = Math.min(1 - bound, Math.max(bound, p));
                sums.cut += inside == p ? 0 : 1;
                sums.brier += (p - y) * (p - y) / n;
                sums.mean += p / n;
                sums.logLoss -= (one.isPositive() ? Math.log(inside) : Math.log1p(-inside)) / n;
                sums.spiegelhalterTop += (y - p) * (1 - 2 * p);
                sums.spiegelhalterVariance += (1 - 2 * p) * (1 - 2 * p) * p * (1 - p);
            }
            return sums;
        }
    }
}
