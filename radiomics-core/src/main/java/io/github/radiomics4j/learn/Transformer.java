package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;

/** Learns from training cases how to change their table, such as a mean and a spread for each column. */
@FunctionalInterface
public interface Transformer {

    /**
     * Returns what is learned from all rows of {@code table}.
     *
     * @param table training cases alone
     * @param outcome of every case of the table at least; most transformers look at the table only
     * @throws IllegalArgumentException if a case has no outcome, or the table is not what the transformer can take
     */
    Transformation fit(FeatureTable table, Outcome outcome);
}
