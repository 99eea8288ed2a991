package io.github.radiomics4j.eval.resampling;

import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.CaseData;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Whether a way of making models finds anything (Ojala and Garriga 2010): its cross-validated area beside those with the
 * outcome shuffled among the cases. p = (1 + number of shuffled areas at or above the true one) / (1 + permutations).
 *
 * @param crossValidation how each area is found
 * @param permutations how many, 1000 or more for small p-values
 */
public record PermutationTest(CrossValidation crossValidation, int permutations) {

    /** Checks the number. */
    public PermutationTest {
        if (permutations < 1) {
            throw new IllegalArgumentException("there must be a permutation or more, found " + permutations);
        }
    }

    /**
     * What the test found.
     *
     * @param auc area of the pooled out-of-fold predictions
     * @param shuffled the same with the outcome shuffled, ascending
     * @param pValue of no relation between data and outcome
     */
    public record Result(double auc, double[] shuffled, double pValue) {
        /** Copies the areas. */
        public Result {
            shuffled = shuffled.clone();
        }

        /** Returns the areas with the outcome shuffled, ascending, in a new array. */
        @Override
        public double[] shuffled() {
            return shuffled.clone();
        }
    }

    /**
     * Runs the test.
     *
     * @param execution threads, progress by permutations, and cancellation; the result does not depend on the threads
     * @throws IllegalArgumentException if a case has no outcome, or a class has fewer cases than there are folds
     */
    public <D extends CaseData<D>> Result run(
            Trainer<D> trainer, D data, Outcome outcome, long seed, Execution execution) {
        Outcome ofData = outcome.rows(data.caseIds());
        double auc = auc(trainer, data, ofData, seed);
        double[] shuffled = new double[permutations];
        List<Runnable> tasks = new ArrayList<>();
        for (int p = 0; p < permutations; p++) {
            int place = p;
            tasks.add(() -> {
                execution.checkCancelled();
                shuffled[place] = auc(trainer, data, shuffled(ofData, seed + place + 1), seed);
            });
        }
        execution.runAll(tasks);
        Arrays.sort(shuffled);
        long above = Arrays.stream(shuffled).filter(one -> one >= auc).count();
        return new Result(auc, shuffled, (1.0 + above) / (1.0 + permutations));
    }

    private <D extends CaseData<D>> double auc(Trainer<D> trainer, D data, Outcome outcome, long seed) {
        return RocCurve.of(crossValidation.predict(trainer, data, outcome, seed), outcome)
                .auc();
    }

    private static Outcome shuffled(Outcome outcome, long seed) {
        List<String> ids = new ArrayList<>(outcome.caseIds());
        Collections.sort(ids);
        List<String> given = new ArrayList<>(ids);
        Collections.shuffle(given, new Random(seed));
        return Outcome.of(outcome.positiveClass(), outcome.negativeClass(), ids, outcome.positives(given));
    }
}
