package io.github.radiomics4j.eval.resampling;

import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.CaseData;
import io.github.radiomics4j.table.Outcome;
import io.github.radiomics4j.table.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts every case by a model that has not seen it: each fold by a model of the others. Whatever the trainer learns, such
 * as which features to keep, it learns from those others alone. The result does not depend on the number of threads.
 *
 * @param folds how many, at least 2
 * @param repeats how often, each time with other folds; at least 1
 * @param isStratified whether folds have the share of each class
 */
public record CrossValidation(int folds, int repeats, boolean isStratified) {

    /** Checks the numbers. */
    public CrossValidation {
        if (folds < 2 || repeats < 1) {
            throw new IllegalArgumentException(
                    "there must be two folds or more and one repeat or more, found " + folds + " and " + repeats);
        }
    }

    /** Returns cross-validation with folds that have the share of each class. */
    public static CrossValidation stratified(int folds) {
        return new CrossValidation(folds, 1, true);
    }

    /** Returns a copy that is done several times, each time with other folds. */
    public CrossValidation withRepeats(int repeats) {
        return new CrossValidation(folds, repeats, isStratified);
    }

    /**
     * What cross-validation found.
     *
     * @param repeats the out-of-fold predictions of all cases, one per repeat
     * @param folds the predictions of each fold, repeat by repeat
     */
    public record Result(List<Predictions> repeats, List<Predictions> folds) {
        /** Copies the lists. */
        public Result {
            repeats = List.copyOf(repeats);
            folds = List.copyOf(folds);
        }

        /** Returns, for each case, the mean of its probabilities over the repeats. */
        public Predictions pooled() {
            if (repeats.size() == 1) {
                return repeats.get(0);
            }
            List<String> ids = repeats.get(0).caseIds();
            double[] means = new double[ids.size()];
            for (Predictions one : repeats) {
                double[] probabilities = one.rows(ids).probabilities();
                for (int i = 0; i < means.length; i++) {
                    means[i] += probabilities[i] / repeats.size();
                }
            }
            Arrays.setAll(means, i -> Math.min(1, means[i])); // a sum of shares may round above 1
            return Predictions.of(ids, means);
        }

        /**
         * Returns the area of each fold by itself; NaN for a fold of one class. Their mean is not the area of the pooled
         * predictions: in one, each model orders its own cases; in the other, cases of different models are held against
         * each other.
         */
        public double[] foldAucs(Outcome outcome) {
            return folds.stream()
                    .mapToDouble(fold -> {
                        int positives = outcome.rows(fold.caseIds()).positiveCount();
                        return positives == 0 || positives == fold.caseCount()
                                ? Double.NaN
                                : RocCurve.of(fold, outcome).auc();
                    })
                    .toArray();
        }

        /** Returns the mean of {@link #foldAucs} that are not NaN. */
        public double meanFoldAuc(Outcome outcome) {
            return Arrays.stream(foldAucs(outcome))
                    .filter(auc -> !Double.isNaN(auc))
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /** Returns the out-of-fold predictions of all cases, on the calling thread; over repeats their mean. */
    public <D extends CaseData<D>> Predictions predict(Trainer<D> trainer, D data, Outcome outcome, long seed) {
        return run(trainer, data, outcome, seed, Execution.sequential()).pooled();
    }

    /**
     * Returns what cross-validation found.
     *
     * @param data all cases, each in one fold
     * @param seed of the folds, and of each model with the number of its fold
     * @param execution threads, progress by folds, and cancellation
     * @throws IllegalArgumentException if a case has no outcome, or a class has fewer cases than there are folds
     */
    public <D extends CaseData<D>> Result run(
            Trainer<D> trainer, D data, Outcome outcome, long seed, Execution execution) {
        List<Folds> drawn = new ArrayList<>();
        Outcome ofData = outcome.rows(data.caseIds());
        for (int r = 0; r < repeats; r++) {
            long own = seed + r;
            drawn.add(isStratified ? Folds.stratified(ofData, folds, own) : Folds.random(data.caseIds(), folds, own));
        }
        return run(trainer, data, outcome, drawn, seed, execution);
    }

    /**
     * Returns what cross-validation on given folds found, such as folds that keep patients together.
     *
     * @param drawn the folds of each repeat; each holds all cases of {@code data}
     */
    public static <D extends CaseData<D>> Result run(
            Trainer<D> trainer, D data, Outcome outcome, List<Folds> drawn, long seed, Execution execution) {
        List<Split> splits =
                drawn.stream().flatMap(one -> one.splits().stream()).toList();
        for (Folds one : drawn) {
            int cases = Arrays.stream(one.sizes()).sum();
            if (cases != data.caseIds().size()) {
                throw new IllegalArgumentException(
                        "folds must hold each of " + data.caseIds().size() + " cases once, found " + cases);
            }
        }
        Predictions[] found = new Predictions[splits.size()];
        List<Runnable> tasks = new ArrayList<>();
        for (int s = 0; s < found.length; s++) {
            int place = s;
            tasks.add(() -> {
                execution.checkCancelled();
                Split split = splits.get(place);
                try (Model<D> model = trainer.fit(data.rows(split.train()), outcome, seed + place)) {
                    found[place] = model.predict(data.rows(split.test()));
                }
            });
        }
        execution.runAll(tasks);
        List<Predictions> repeats = new ArrayList<>();
        int first = 0;
        for (Folds one : drawn) {
            int last = first + one.parts().size();
            repeats.add(together(data.caseIds(), List.of(found).subList(first, last)));
            first = last;
        }
        return new Result(repeats, List.of(found));
    }

    private static Predictions together(List<String> ids, List<Predictions> folds) {
        Map<String, Double> probability = new HashMap<>();
        for (Predictions fold : folds) {
            for (String id : fold.caseIds()) {
                probability.put(id, fold.probability(id));
            }
        }
        return Predictions.of(ids, ids.stream().mapToDouble(probability::get).toArray());
    }
}
