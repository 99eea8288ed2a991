package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;

/** Chooses columns of a table. */
@FunctionalInterface
public interface FeatureSelector extends Transformer {

    /**
     * Returns which columns are kept, and why each other one is not.
     *
     * @param table training cases alone
     * @param outcome of every case of the table at least
     * @throws IllegalArgumentException if a case has no outcome, or the table is not what the selector can take
     */
    Selection select(FeatureTable table, Outcome outcome);

    @Override
    default Selection fit(FeatureTable table, Outcome outcome) {
        return select(table, outcome);
    }
}
