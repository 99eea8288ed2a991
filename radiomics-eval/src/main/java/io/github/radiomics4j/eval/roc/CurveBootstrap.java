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
import org.jspecify.annotations.Nullable;

/**
 * How far a ROC curve would lie elsewhere with other cases: its sensitivity at some specificities, or the other way round,
 * over resamples of the cases. pROC's {@code ci.se} and {@code ci.sp}. Replicates that hold one class alone have no curve
 * and are left out.
 *
 * @param resamples which cases each replicate holds
 */
public record CurveBootstrap(Resamples resamples) {

    /** Checks that there are resamples. */
    public CurveBootstrap {
        Objects.requireNonNull(resamples, "resamples");
    }

    /** Returns 2000 stratified replicates, as pROC has them. */
    public static CurveBootstrap withDefaults(long seed) {
        return new CurveBootstrap(Resamples.stratified(2000, seed));
    }

    /**
     * Returns the distributions of {@link RocCurve#sensitivityAt}.
     *
     * @param scores finite; larger ones speak for the positive class; not modified
     * @param positive the truth, in the same order; not modified
     * @param execution threads, progress and cancellation; the result does not depend on the threads
     * @param specificities in [0, 1]; not modified
     * @return one per specificity, in order
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    public List<BootstrapDistribution> sensitivitiesAt(
            double[] scores, boolean[] positive, Execution execution, double... specificities) {
        return distributions(scores, positive, execution, specificities, RocCurve::sensitivityAt);
    }

    /**
     * Returns the distributions of {@link RocCurve#specificityAt}.
     *
     * @param sensitivities in [0, 1]; not modified
     * @return one per sensitivity, in order
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    public List<BootstrapDistribution> specificitiesAt(
            double[] scores, boolean[] positive, Execution execution, double... sensitivities) {
        return distributions(scores, positive, execution, sensitivities, RocCurve::specificityAt);
    }

    /** Returns {@link #sensitivitiesAt} of predictions, joined with the outcome by case id. */
    public List<BootstrapDistribution> sensitivitiesAt(
            Predictions predictions, Outcome outcome, Execution execution, double... specificities) {
        Predictions ordered = Resamples.inOrder(predictions);
        return sensitivitiesAt(ordered.probabilities(), ordered.positives(outcome), execution, specificities);
    }

    /** Returns {@link #specificitiesAt} of predictions, joined with the outcome by case id. */
    public List<BootstrapDistribution> specificitiesAt(
            Predictions predictions, Outcome outcome, Execution execution, double... sensitivities) {
        Predictions ordered = Resamples.inOrder(predictions);
        return specificitiesAt(ordered.probabilities(), ordered.positives(outcome), execution, sensitivities);
    }

    private interface Height {
        double of(RocCurve curve, double share);
    }

    private List<BootstrapDistribution> distributions(
            double[] scores, boolean[] positive, Execution execution, double[] shares, Height height) {
        RocCurve curve = RocCurve.of(scores, positive);
        double[][] replicates = new double[shares.length][resamples.replicates()];
        List<Runnable> tasks = new ArrayList<>();
        for (int start = 0; start < resamples.replicates(); start += AucBootstrap.TASK) {
            int first = start;
            int last = Math.min(resamples.replicates(), start + AucBootstrap.TASK);
            tasks.add(() -> {
                for (int r = first; r < last; r++) {
                    execution.checkCancelled();
                    RocCurve drawn = curveOf(scores, positive, resamples.draw(r, positive));
                    for (int k = 0; k < shares.length; k++) {
                        replicates[k][r] = drawn == null ? Double.NaN : height.of(drawn, shares[k]);
                    }
                }
            });
        }
        execution.runAll(tasks);
        List<BootstrapDistribution> distributions = new ArrayList<>();
        for (int k = 0; k < shares.length; k++) {
            distributions.add(BootstrapDistribution.of(height.of(curve, shares[k]), replicates[k], new double[0]));
        }
        return distributions;
    }

    /** Returns the curve of the cases at {@code places}; null for one class alone. */
    private static @Nullable RocCurve curveOf(double[] scores, boolean[] positive, int[] places) {
        double[] drawn = Arrays.stream(places).mapToDouble(i -> scores[i]).toArray();
        boolean[] truth = new boolean[places.length];
        int positives = 0;
        for (int i = 0; i < truth.length; i++) {
            truth[i] = positive[places[i]];
            positives += truth[i] ? 1 : 0;
        }
        return positives == 0 || positives == truth.length ? null : RocCurve.of(drawn, truth);
    }
}
