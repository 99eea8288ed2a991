package io.github.radiomics4j.eval.resampling;

import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What the apparent area, that of a model on the cases it learned from, must lose to be that on new cases. Each replicate
 * draws the cases again, stratified by class, and fits a model of them:
 *
 * <pre>{@code
 * optimism     mean over replicates of (area on the replicate − area on all cases)      Harrell 1996
 * corrected    apparent − optimism
 * out of bag   mean of the area on the cases that the replicate lacks
 * .632         0.368 apparent + 0.632 out of bag                                        Efron 1983
 * .632+        (1 − w) apparent + w out of bag', w = 0.632 / (1 − 0.368 R)              Efron and Tibshirani 1997
 *              R = (apparent − out of bag') / (apparent − 0.5), kept in [0, 1]; out of bag' is at least 0.5
 * }</pre>
 *
 * <p>A case that is drawn twice is in the replicate twice, under an id of its own.
 *
 * @param replicates how many, 200 or more for a report
 */
public record OptimismBootstrap(int replicates) {

    /** Checks the number. */
    public OptimismBootstrap {
        if (replicates < 1) {
            throw new IllegalArgumentException("there must be a replicate or more, found " + replicates);
        }
    }

    /** Returns 200 replicates. */
    public static OptimismBootstrap withDefaults() {
        return new OptimismBootstrap(200);
    }

    /**
     * What the bootstrap found, all areas under the ROC curve.
     *
     * @param apparent of the model of all cases on them
     * @param optimism what the apparent area is too large by
     * @param outOfBag mean on the cases that replicates lack
     * @param estimate632 .632
     * @param estimate632Plus .632+
     * @param used replicates that lacked cases of both classes; the others say nothing of cases out of the bag
     */
    public record Result(
            double apparent, double optimism, double outOfBag, double estimate632, double estimate632Plus, int used) {

        /** Returns apparent − optimism. */
        public double corrected() {
            return apparent - optimism;
        }
    }

    /**
     * Runs the bootstrap.
     *
     * @param execution threads, progress by replicates, and cancellation; the result does not depend on the threads
     * @throws IllegalArgumentException if a case has no outcome or a class has no case
     */
    public Result run(
            Trainer<FeatureTable> trainer, FeatureTable data, Outcome outcome, long seed, Execution execution) {
        double[] optimism = new double[replicates];
        double[] outOfBag = new double[replicates];
        List<Runnable> tasks = new ArrayList<>();
        for (int r = 0; r < replicates; r++) {
            int replicate = r;
            tasks.add(() -> {
                execution.checkCancelled();
                Drawn drawn = Drawn.of(data, outcome, seed + 0x9E3779B97F4A7C15L * (replicate + 1));
                try (Model<FeatureTable> model = trainer.fit(drawn.table(), drawn.outcome(), seed + replicate)) {
                    optimism[replicate] =
                            auc(model.predict(drawn.table()), drawn.outcome()) - auc(model.predict(data), outcome);
                    outOfBag[replicate] = hasBoth(drawn.absent(), outcome)
                            ? auc(model.predict(data.rows(drawn.absent())), outcome)
                            : Double.NaN;
                }
            });
        }
        execution.runAll(tasks);
        double apparent;
        try (Model<FeatureTable> model = trainer.fit(data, outcome, seed)) {
            apparent = auc(model.predict(data), outcome);
        }
        double[] known =
                Arrays.stream(outOfBag).filter(auc -> !Double.isNaN(auc)).toArray();
        double bag = Arrays.stream(known).average().orElse(Double.NaN);
        return new Result(
                apparent,
                Arrays.stream(optimism).average().orElse(Double.NaN),
                bag,
                0.368 * apparent + 0.632 * bag,
                plus(apparent, bag),
                known.length);
    }

    private static double plus(double apparent, double outOfBag) {
        double bag = Math.max(0.5, outOfBag);
        double overfit = apparent > 0.5 && bag < apparent ? (apparent - bag) / (apparent - 0.5) : 0;
        double weight = 0.632 / (1 - 0.368 * overfit);
        return Double.isNaN(outOfBag) ? Double.NaN : (1 - weight) * apparent + weight * bag;
    }

    private static double auc(Predictions predictions, Outcome outcome) {
        return RocCurve.of(predictions, outcome).auc();
    }

    private static boolean hasBoth(List<String> ids, Outcome outcome) {
        long positives = ids.stream().filter(outcome::isPositive).count();
        return positives > 0 && positives < ids.size();
    }

    /** A replicate: a table in which a case that came twice has two ids, its outcome, and the cases that are not in it. */
    private record Drawn(FeatureTable table, Outcome outcome, List<String> absent) {
        static Drawn of(FeatureTable data, Outcome outcome, long seed) {
            Random random = new Random(seed);
            Outcome ofData = outcome.rows(data.caseIds());
            List<String> drawn = new ArrayList<>();
            for (boolean positive : new boolean[] {true, false}) {
                List<String> ids = ofData.casesOf(positive).stream().sorted().toList();
                for (int i = 0; i < ids.size(); i++) {
                    drawn.add(ids.get(random.nextInt(ids.size())));
                }
            }
            Map<String, Integer> times = new HashMap<>();
            List<String> names = new ArrayList<>();
            boolean[] positive = new boolean[drawn.size()];
            double[][] columns = new double[data.columnCount()][drawn.size()];
            for (int i = 0; i < positive.length; i++) {
                String id = drawn.get(i);
                int before = times.merge(id, 1, Integer::sum) - 1;
                names.add(before == 0 ? id : id + " again " + before);
                positive[i] = ofData.isPositive(id);
                double[] row = data.row(id);
                for (int j = 0; j < row.length; j++) {
                    columns[j][i] = row[j];
                }
            }
            Set<String> present = new HashSet<>(drawn);
            return new Drawn(
                    FeatureTable.of(names, data.columnNames(), columns),
                    Outcome.of(outcome.positiveClass(), outcome.negativeClass(), names, positive),
                    data.caseIds().stream().filter(id -> !present.contains(id)).toList());
        }
    }
}
