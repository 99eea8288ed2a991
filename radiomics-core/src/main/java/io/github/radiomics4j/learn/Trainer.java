package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.CaseData;
import io.github.radiomics4j.table.Outcome;

/**
 * Learns a {@link Model} from training cases: an immutable record of options.
 *
 * @param <D> what a case is, such as a row of a {@link io.github.radiomics4j.table.FeatureTable}
 */
@FunctionalInterface
public interface Trainer<D extends CaseData<D>> {

    /**
     * Returns a model of all cases in {@code data}. The same data, outcome and seed give a model that predicts the same
     * bits.
     *
     * @param data training cases alone
     * @param outcome of every case of the data at least
     * @param seed of all that is random
     * @throws IllegalArgumentException if a case has no outcome, a class has no case, or the data are not what the trainer
     *     can take
     */
    Model<D> fit(D data, Outcome outcome, long seed);
}
