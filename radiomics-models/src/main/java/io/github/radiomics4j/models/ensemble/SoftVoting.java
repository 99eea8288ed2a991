package io.github.radiomics4j.models.ensemble;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.table.CaseData;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The mean of the probabilities of several models, each fitted on the same cases, weighted if wanted.
 *
 * @param trainers of the models
 * @param weights one per trainer, not negative, not all 0
 * @param <D> what a case is
 */
public record SoftVoting<D extends CaseData<D>>(List<Trainer<D>> trainers, List<Double> weights) implements Trainer<D> {

    /** Checks the weights. */
    public SoftVoting {
        trainers = List.copyOf(trainers);
        weights = List.copyOf(weights);
        if (trainers.isEmpty() || weights.size() != trainers.size()) {
            throw new IllegalArgumentException("there must be a weight for each of some trainers, found "
                    + trainers.size() + " trainers and " + weights.size() + " weights");
        }
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight must be finite and not negative, found " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("some weight must be positive, found " + weights);
        }
    }

    /** Returns the mean of models that count alike. */
    @SafeVarargs
    public static <D extends CaseData<D>> SoftVoting<D> of(Trainer<D>... trainers) {
        return new SoftVoting<>(Arrays.asList(trainers), Collections.nCopies(trainers.length, 1.0));
    }

    /** Returns this with other weights. */
    public SoftVoting<D> withWeights(double... weights) {
        return new SoftVoting<>(trainers, Arrays.stream(weights).boxed().toList());
    }

    @Override
    public Model<D> fit(D data, Outcome outcome, long seed) {
        List<Model<D>> models = new ArrayList<>();
        boolean isDone = false;
        try {
            for (int k = 0; k < trainers.size(); k++) {
                models.add(trainers.get(k).fit(data, outcome, seed + k));
            }
            isDone = true;
            return new Votes<>(models, weights);
        } finally {
            if (!isDone) {
                models.forEach(Model::close);
            }
        }
    }

    /** The models and their weights. */
    private record Votes<D extends CaseData<D>>(List<Model<D>> models, List<Double> weights) implements Model<D> {
        @Override
        public Predictions predict(D data) {
            double[] sums = new double[data.caseIds().size()];
            double all = 0;
            for (int k = 0; k < models.size(); k++) {
                double[] votes = models.get(k).predict(data).probabilities();
                all += weights.get(k);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += weights.get(k) * votes[i];
                }
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.min(1, sums[i] / all); // a sum may round up
            }
            return Predictions.of(data.caseIds(), sums);
        }

        @Override
        public void close() {
            models.forEach(Model::close);
        }
    }
}
