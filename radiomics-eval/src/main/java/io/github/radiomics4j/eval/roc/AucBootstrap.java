package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.bootstrap.BootstrapDistribution;
import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The area under the ROC curve, and the difference of two areas on the same cases, over resamples of the cases. Replicates
 * that hold one class alone have no area and are left out.
 *
 * @param resamples which cases each replicate holds
 */
public record AucBootstrap(Resamples resamples) {
    /** Replicates that one task does: enough to be worth a thread. */
    static final int TASK = 64;

    /** Checks that there are resamples. */
    public AucBootstrap {
        Objects.requireNonNull(resamples, "resamples");
    }

    /** Returns 2000 stratified replicates, as pROC has them. */
    public static AucBootstrap withDefaults(long seed) {
        return new AucBootstrap(Resamples.stratified(2000, seed));
    }

    /**
     * Returns the distribution of the area of {@code scores}.
     *
     * @param scores finite; larger ones speak for the positive class; not modified
     * @param positive the truth, in the same order; not modified
     * @param execution threads, progress and cancellation; the result does not depend on the threads
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    public BootstrapDistribution estimate(double[] scores, boolean[] positive, Execution execution) {
        Placements placements = Placements.of(scores, positive);
        int[] ranks = ranks(scores);
        double[] replicates =
                replicates(positive, execution, (places, counts) -> area(ranks, positive, places, counts));
        return BootstrapDistribution.of(placements.auc(), replicates, jackknife(placements, positive));
    }

    /** Returns the distribution of the area of predictions, joined with the outcome by case id, in whatever order they are. */
    public BootstrapDistribution estimate(Predictions predictions, Outcome outcome, Execution execution) {
        Predictions ordered = Resamples.inOrder(predictions);
        return estimate(ordered.probabilities(), ordered.positives(outcome), execution);
    }

    /**
     * Returns the distribution of the area of {@code first} less that of {@code second}; each replicate draws the same cases
     * for both.
     *
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    public BootstrapDistribution difference(double[] first, double[] second, boolean[] positive, Execution execution) {
        Placements one = Placements.of(first, positive);
        Placements other = Placements.of(second, positive);
        int[] ranks1 = ranks(first);
        int[] ranks2 = ranks(second);
        double[] replicates = replicates(
                positive,
                execution,
                (places, counts) -> area(ranks1, positive, places, counts) - area(ranks2, positive, places, counts));
        double[] jackknife = jackknife(one, positive);
        double[] without = jackknife(other, positive);
        Arrays.setAll(jackknife, i -> jackknife[i] - without[i]);
        return BootstrapDistribution.of(one.auc() - other.auc(), replicates, jackknife);
    }

    /**
     * Returns the distribution of the difference of two models, joined by case id.
     *
     * @throws IllegalArgumentException if the two have not predicted the same cases; those of one alone are named
     */
    public BootstrapDistribution difference(
            Predictions first, Predictions second, Outcome outcome, Execution execution) {
        DeLong.requireSameCases(first, second);
        Predictions ordered = Resamples.inOrder(first);
        return difference(
                ordered.probabilities(),
                Resamples.inOrder(second).probabilities(),
                ordered.positives(outcome),
                execution);
    }

    private interface Statistic {
        /** @param counts of positive and negative cases by rank; overwritten */
        double of(int[] places, int[][] counts);
    }

    private double[] replicates(boolean[] positive, Execution execution, Statistic statistic) {
        double[] out = new double[resamples.replicates()];
        List<Runnable> tasks = new ArrayList<>();
        for (int start = 0; start < out.length; start += TASK) {
            int first = start;
            tasks.add(() -> {
                int[][] counts = new int[2][positive.length];
                for (int r = first; r < Math.min(out.length, first + TASK); r++) {
                    execution.checkCancelled();
                    out[r] = statistic.of(resamples.draw(r, positive), counts);
                }
            });
        }
        execution.runAll(tasks);
        return out;
    }

    /** Returns the rank of each score among the distinct ones, from 0. */
    private static int[] ranks(double[] scores) {
        double[] sorted = new double[scores.length];
        Arrays.setAll(sorted, i -> scores[i] + 0.0);
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        int[] ranks = new int[scores.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(sorted, 0, distinct, scores[i] + 0.0);
        }
        return ranks;
    }

    /** Returns the area of the cases at {@code places}, NaN for one class alone: one pass over the ranks, no sort. */
    private static double area(int[] ranks, boolean[] positive, int[] places, int[][] counts) {
        int[] negatives = counts[0];
        int[] positives = counts[1];
        Arrays.fill(negatives, 0);
        Arrays.fill(positives, 0);
        for (int place : places) {
            counts[positive[place] ? 1 : 0][ranks[place]]++;
        }
        long halves = 0;
        long below = 0;
        long all = 0;
        for (int rank = 0; rank < negatives.length; rank++) {
            halves += positives[rank] * (2 * below + negatives[rank]);
            below += negatives[rank];
            all += positives[rank];
        }
        return below == 0 || all == 0 ? Double.NaN : halves / (2.0 * all * below);
    }

    /** Returns the area without each case in turn; empty where a class has one case. */
    private static double[] jackknife(Placements placements, boolean[] positive) {
        double m = placements.positiveCount();
        double n = placements.negativeCount();
        if (m < 2 || n < 2) {
            return new double[0];
        }
        long sum = Arrays.stream(placements.ofPositives()).sum();
        double[] without = new double[positive.length];
        int p = 0;
        int q = 0;
        for (int i = 0; i < without.length; i++) {
            if (positive[i]) {
                without[i] = (sum - placements.ofPositives()[p++]) / (2 * (m - 1) * n);
            } else {
                without[i] = (sum - (2 * m - placements.ofNegatives()[q++])) / (2 * m * (n - 1));
            }
        }
        return without;
    }
}
