package io.github.radiomics4j.eval.decision;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.eval.bootstrap.BootstrapDistribution;
import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Decision curves (Vickers and Elkin 2006, doi 10.1177/0272989X06295361). Who would treat at a probability of t holds a
 * missed positive case for (1 − t) / t times as bad as a needless treatment; net benefit is counted in that currency.
 *
 * @param rule whether a probability of exactly t is treated
 * @param harm of the test itself, taken off the net benefit; in its unit, at least 0
 * @param prevalence π of the population that the curve is for, where it is not that of the cases, as in a case-control study
 */
public record DecisionCurveAnalysis(Rule rule, double harm, OptionalDouble prevalence) {

    /** Whether a probability of exactly the threshold is treated. */
    public enum Rule {
        /** It is: p ≥ t, as dcurves has it. */
        AT_LEAST,
        /** It is not: p &gt; t, as rmda has it. */
        ABOVE
    }

    /** Replicates that one task does: enough to be worth a thread. */
    private static final int TASK = 64;

    /** Checks the options. */
    public DecisionCurveAnalysis {
        Objects.requireNonNull(rule, "rule");
        if (!(harm >= 0 && harm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a harm must be at least 0 and finite, found " + harm);
        }
        if (prevalence.isPresent() && !(prevalence.getAsDouble() > 0 && prevalence.getAsDouble() < 1)) {
            throw new IllegalArgumentException(
                    "a prevalence must lie between 0 and 1, found " + prevalence.getAsDouble());
        }
    }

    /** Returns dcurves' definitions: p ≥ t, a harmless test, the prevalence of the cases. */
    public static DecisionCurveAnalysis withDefaults() {
        return new DecisionCurveAnalysis(Rule.AT_LEAST, 0, OptionalDouble.empty());
    }

    /** Returns a copy with another rule. */
    public DecisionCurveAnalysis withRule(Rule rule) {
        return new DecisionCurveAnalysis(rule, harm, prevalence);
    }

    /** Returns a copy for a test that does harm. */
    public DecisionCurveAnalysis withHarm(double harm) {
        return new DecisionCurveAnalysis(rule, harm, prevalence);
    }

    /** Returns a copy for a population of another prevalence. */
    public DecisionCurveAnalysis withPrevalence(double prevalence) {
        return new DecisionCurveAnalysis(rule, harm, OptionalDouble.of(prevalence));
    }

    /** Returns 0.01, 0.02, …, 0.99: each i / 100, which i · 0.01 is not always. */
    public static double[] percentages() {
        double[] thresholds = new double[99];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = (i + 1) / 100.0;
        }
        return thresholds;
    }

    /**
     * Returns the curve of some probabilities.
     *
     * @param probabilities of the positive class, in [0, 1]; not modified
     * @param positive the truth, in the same order; not modified
     * @param thresholds in [0, 1); not modified
     * @throws IllegalArgumentException if a value is out of its range or a class has no case
     */
    public DecisionCurve curve(double[] probabilities, boolean[] positive, double... thresholds) {
        Counter counter = new Counter(probabilities, positive, thresholds);
        int[] all = new int[positive.length];
        Arrays.setAll(all, i -> i);
        counter.count(all);
        List<DecisionCurve.Point> points = new ArrayList<>();
        for (int k = 0; k < thresholds.length; k++) {
            points.add(point(thresholds[k], counter.truePositives[k], counter.falsePositives[k], counter));
        }
        return new DecisionCurve(points, counter.positives, counter.negatives);
    }

    /** Returns the curve of predictions, joined with the outcome by case id. */
    public DecisionCurve curve(Predictions predictions, Outcome outcome, double... thresholds) {
        return curve(predictions.probabilities(), predictions.positives(outcome), thresholds);
    }

    private DecisionCurve.Point point(double t, int tp, int fp, Counter counter) {
        double n = (double) counter.positives + counter.negatives;
        double pi = prevalence.orElse(counter.positives / n);
        double w = t / (1 - t);
        double benefit = benefit(tp, fp, counter.positives, counter.negatives, w);
        double all = pi - (1 - pi) * w;
        double treatedRight = prevalence.isPresent() ? pi * tp / counter.positives : tp / n;
        double treatedWrong = prevalence.isPresent() ? (1 - pi) * fp / counter.negatives : fp / n;
        double meanBenefit = treatedRight - w * treatedWrong;
        double squares = treatedRight + w * w * treatedWrong;
        double spared = prevalence.isPresent()
                ? (1 - pi) * (counter.negatives - fp) / counter.negatives
                : (counter.negatives - fp) / n;
        double missed = prevalence.isPresent()
                ? pi * (counter.positives - tp) / counter.positives
                : (counter.positives - tp) / n;
        return new DecisionCurve.Point(
                t,
                tp,
                fp,
                benefit,
                benefit / pi,
                all,
                t == 0 ? Double.NaN : (benefit - all) / w,
                t == 0 ? Double.NaN : spared - missed / w,
                Math.sqrt(Math.max(0, squares - meanBenefit * meanBenefit) / n));
    }

    private double benefit(int tp, int fp, int positives, int negatives, double w) {
        if (prevalence.isPresent()) {
            double pi = prevalence.getAsDouble();
            return pi * tp / positives - (1 - pi) * fp / negatives * w - harm;
        }
        double n = (double) positives + negatives;
        return tp / n - fp / n * w - harm;
    }

    /**
     * Returns how the net benefit at each threshold varies over resamples of the cases, whose prevalence varies with them.
     *
     * @param execution threads, progress and cancellation; the result does not depend on the threads
     * @return one distribution per threshold, in order
     */
    public List<BootstrapDistribution> bootstrap(
            double[] probabilities,
            boolean[] positive,
            Resamples resamples,
            Execution execution,
            double... thresholds) {
        DecisionCurve curve = curve(probabilities, positive, thresholds);
        double[][] replicates = new double[thresholds.length][resamples.replicates()];
        List<Runnable> tasks = new ArrayList<>();
        for (int start = 0; start < resamples.replicates(); start += TASK) {
            int first = start;
            tasks.add(() -> {
                Counter counter = new Counter(probabilities, positive, thresholds);
                for (int r = first; r < Math.min(resamples.replicates(), first + TASK); r++) {
                    execution.checkCancelled();
                    counter.count(resamples.draw(r, positive));
                    for (int k = 0; k < thresholds.length; k++) {
                        boolean isMissing =
                                prevalence.isPresent() && (counter.positives == 0 || counter.negatives == 0);
                        replicates[k][r] = isMissing
                                ? Double.NaN
                                : benefit(
                                        counter.truePositives[k],
                                        counter.falsePositives[k],
                                        counter.positives,
                                        counter.negatives,
                                        thresholds[k] / (1 - thresholds[k]));
                    }
                }
            });
        }
        execution.runAll(tasks);
        List<BootstrapDistribution> distributions = new ArrayList<>();
        for (int k = 0; k < thresholds.length; k++) {
            distributions.add(
                    BootstrapDistribution.of(curve.points().get(k).netBenefit(), replicates[k], new double[0]));
        }
        return distributions;
    }

    /** Returns {@link #bootstrap} of predictions, joined with the outcome by case id, in whatever order they are. */
    public List<BootstrapDistribution> bootstrap(
            Predictions predictions, Outcome outcome, Resamples resamples, Execution execution, double... thresholds) {
        Predictions ordered = Resamples.inOrder(predictions);
        return bootstrap(ordered.probabilities(), ordered.positives(outcome), resamples, execution, thresholds);
    }

    /** Quantile of half of a two-sided error. */
    static double normalQuantile(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.requireLevel(level)) / 2);
    }

    /** Counts who would be treated at all thresholds in one pass over the cases. Confined to one thread. */
    private final class Counter {
        /** For each case the number of thresholds, ascending, at which it is treated. */
        private final int[] treatedAt;

        /** Place of each threshold among the ascending ones. */
        private final int[] rankOf;

        private final boolean[] positive;
        private final int[][] histogram;
        private final int[] truePositives;
        private final int[] falsePositives;
        private int positives;
        private int negatives;

        Counter(double[] probabilities, boolean[] positive, double[] thresholds) {
            check(probabilities, positive, thresholds);
            double[] ascending = thresholds.clone();
            Arrays.sort(ascending);
            this.positive = positive;
            this.treatedAt = new int[probabilities.length];
            for (int i = 0; i < treatedAt.length; i++) {
                int low = 0;
                int high = ascending.length;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    boolean treated = rule == Rule.AT_LEAST
                            ? probabilities[i] >= ascending[middle]
                            : probabilities[i] > ascending[middle];
                    if (treated) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                treatedAt[i] = low;
            }
            this.rankOf = new int[thresholds.length];
            for (int k = 0; k < rankOf.length; k++) {
                int rank = Arrays.binarySearch(ascending, thresholds[k]);
                rankOf[k] = rank;
            }
            this.histogram = new int[2][thresholds.length + 1];
            this.truePositives = new int[thresholds.length];
            this.falsePositives = new int[thresholds.length];
        }

        /** @param places of the cases, with repetition; not modified */
        void count(int[] places) {
            Arrays.fill(histogram[0], 0);
            Arrays.fill(histogram[1], 0);
            for (int place : places) {
                histogram[positive[place] ? 1 : 0][treatedAt[place]]++;
            }
            int[] fp = histogram[0];
            int[] tp = histogram[1];
            for (int k = fp.length - 2; k >= 0; k--) { // treated at k + 1 thresholds or more: treated at threshold k
                fp[k] += fp[k + 1];
                tp[k] += tp[k + 1];
            }
            negatives = fp[0];
            positives = tp[0];
            for (int k = 0; k < rankOf.length; k++) {
                falsePositives[k] = fp[rankOf[k] + 1];
                truePositives[k] = tp[rankOf[k] + 1];
            }
        }

        private static void check(double[] probabilities, boolean[] positive, double[] thresholds) {
            if (probabilities.length != positive.length) {
                throw new IllegalArgumentException("probabilities and truth must be as many, found "
                        + probabilities.length + " and " + positive.length);
            }
            int positives = 0;
            for (int i = 0; i < probabilities.length; i++) {
                if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                    throw new IllegalArgumentException(
                            "a probability must lie in 0 to 1, found " + probabilities[i] + " at place " + i);
                }
                positives += positive[i] ? 1 : 0;
            }
            if (positives == 0 || positives == positive.length) {
                throw new IllegalArgumentException("both classes must have cases, found " + positives + " positive and "
                        + (positive.length - positives) + " negative");
            }
            for (double t : thresholds) {
                if (!(t >= 0 && t < 1)) {
                    throw new IllegalArgumentException("a threshold must lie in 0 to 1, 1 left out, found " + t);
                }
            }
        }
    }
}
