package io.github.radiomics4j.eval.confusion;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * How many cases of each class were called what: TP, FP, FN, TN. Every quotient of 0 by 0 is NaN.
 *
 * @param truePositives TP, positive cases called positive
 * @param falsePositives FP, negative cases called positive
 * @param falseNegatives FN, positive cases called negative
 * @param trueNegatives TN, negative cases called negative
 */
public record ConfusionMatrix(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

    /** Checks that no count is negative and there is a case. */
    public ConfusionMatrix {
        if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0 || trueNegatives < 0) {
            throw new IllegalArgumentException("counts must not be negative, found " + truePositives + ", "
                    + falsePositives + ", " + falseNegatives + ", " + trueNegatives);
        }
        if ((long) truePositives + falsePositives + falseNegatives + trueNegatives == 0) {
            throw new IllegalArgumentException("a confusion matrix needs a case, found none");
        }
    }

    /**
     * Counts.
     *
     * @param scores not NaN; not modified
     * @param positive the truth, in the same order; not modified
     * @param threshold cases with this score or more are called positive; not NaN
     */
    public static ConfusionMatrix of(double[] scores, boolean[] positive, double threshold) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(
                    "scores and truth must be as many, found " + scores.length + " and " + positive.length);
        }
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("a threshold must be a number, found NaN");
        }
        int[] counts = new int[4];
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("scores must be numbers, found NaN at place " + i);
            }
            counts[(positive[i] ? 2 : 0) + (scores[i] >= threshold ? 1 : 0)]++;
        }
        return new ConfusionMatrix(counts[3], counts[1], counts[2], counts[0]);
    }

    /** Counts predictions, joined with the outcome by case id. */
    public static ConfusionMatrix of(Predictions predictions, Outcome outcome, Threshold threshold) {
        return of(predictions.probabilities(), predictions.positives(outcome), threshold.value());
    }

    /** Returns the number of positive cases, TP + FN. */
    public int positives() {
        return truePositives + falseNegatives;
    }

    /** Returns the number of negative cases, TN + FP. */
    public int negatives() {
        return trueNegatives + falsePositives;
    }

    /** Returns the number of cases. */
    public int cases() {
        return positives() + negatives();
    }

    /** Returns (TP + TN) / n. */
    public Proportion accuracy() {
        return new Proportion(truePositives + trueNegatives, cases());
    }

    /** Returns TP / (TP + FN): recall, true positive rate. */
    public Proportion sensitivity() {
        return new Proportion(truePositives, positives());
    }

    /** Returns TN / (TN + FP): true negative rate. */
    public Proportion specificity() {
        return new Proportion(trueNegatives, negatives());
    }

    /** Returns TP / (TP + FP): positive predictive value, precision. */
    public Proportion precision() {
        return new Proportion(truePositives, truePositives + falsePositives);
    }

    /** Returns TN / (TN + FN): negative predictive value. */
    public Proportion negativePredictiveValue() {
        return new Proportion(trueNegatives, trueNegatives + falseNegatives);
    }

    /** Returns (TP + FN) / n. */
    public Proportion prevalence() {
        return new Proportion(positives(), cases());
    }

    /** Returns FP / (TN + FP), 1 − specificity. */
    public Proportion falsePositiveRate() {
        return new Proportion(falsePositives, negatives());
    }

    /** Returns FN / (TP + FN), 1 − sensitivity. */
    public Proportion falseNegativeRate() {
        return new Proportion(falseNegatives, positives());
    }

    /** Returns 2 TP / (2 TP + FP + FN). */
    public double f1() {
        return 2.0 * truePositives / (2.0 * truePositives + falsePositives + falseNegatives);
    }

    /** Returns sensitivity + specificity − 1. */
    public double youden() {
        return sensitivity().value() + specificity().value() - 1;
    }

    /** Returns (sensitivity + specificity) / 2. */
    public double balancedAccuracy() {
        return (sensitivity().value() + specificity().value()) / 2;
    }

    /** Returns √(sensitivity · specificity). */
    public double geometricMean() {
        return Math.sqrt(sensitivity().value() * specificity().value());
    }

    /** Returns sensitivity / (1 − specificity). */
    public double positiveLikelihoodRatio() {
        return sensitivity().value() / falsePositiveRate().value();
    }

    /** Returns (1 − sensitivity) / specificity. */
    public double negativeLikelihoodRatio() {
        return falseNegativeRate().value() / specificity().value();
    }

    /** Returns TP TN / (FP FN). */
    public double diagnosticOddsRatio() {
        return (double) truePositives * trueNegatives / ((double) falsePositives * falseNegatives);
    }

    /** Returns Matthews' correlation, (TP TN − FP FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN)). */
    public double matthewsCorrelation() {
        double called = (double) truePositives + falsePositives;
        double notCalled = (double) trueNegatives + falseNegatives;
        double top = (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
        return top / (Math.sqrt(called * positives()) * Math.sqrt(notCalled * negatives()));
    }

    /** Returns Cohen's kappa, (accuracy − chance) / (1 − chance), chance from both margins. */
    public double kappa() {
        double n = cases();
        double called = (double) truePositives + falsePositives;
        double chance = (called * positives() + (n - called) * negatives()) / (n * n);
        return (accuracy().value() - chance) / (1 - chance);
    }

    /** Returns the interval of {@link #positiveLikelihoodRatio()}, symmetric in its logarithm (Simel et al. 1991). */
    public Interval positiveLikelihoodRatioInterval(double level) {
        double error = Math.sqrt(1.0 / truePositives - 1.0 / positives() + 1.0 / falsePositives - 1.0 / negatives());
        return onLogarithms(positiveLikelihoodRatio(), error, level);
    }

    /** Returns the interval of {@link #negativeLikelihoodRatio()}, symmetric in its logarithm (Simel et al. 1991). */
    public Interval negativeLikelihoodRatioInterval(double level) {
        double error = Math.sqrt(1.0 / falseNegatives - 1.0 / positives() + 1.0 / trueNegatives - 1.0 / negatives());
        return onLogarithms(negativeLikelihoodRatio(), error, level);
    }

    /** Returns the interval of {@link #diagnosticOddsRatio()}, symmetric in its logarithm (Woolf 1955). */
    public Interval diagnosticOddsRatioInterval(double level) {
        double error =
                Math.sqrt(1.0 / truePositives + 1.0 / falsePositives + 1.0 / falseNegatives + 1.0 / trueNegatives);
        return onLogarithms(diagnosticOddsRatio(), error, level);
    }

    /** A ratio of 0 or infinity, or an infinite error, has no interval. */
    private static Interval onLogarithms(double ratio, double error, double level) {
        Interval.requireLevel(level);
        if (!(ratio > 0) || Double.isInfinite(ratio) || !Double.isFinite(error)) {
            return new Interval(Double.NaN, Double.NaN, level);
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        return new Interval(ratio * Math.exp(-z * error), ratio * Math.exp(z * error), level);
    }

    /** Returns the accuracy of calling every case what most are: max(prevalence, 1 − prevalence). */
    public double noInformationRate() {
        return (double) Math.max(positives(), negatives()) / cases();
    }

    /** Returns the one-sided binomial p-value of an accuracy above the no-information rate. */
    public double noInformationPValue() {
        return BinomialTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(cases(), accuracy().successes(), noInformationRate())
                .getPValue();
    }
}
