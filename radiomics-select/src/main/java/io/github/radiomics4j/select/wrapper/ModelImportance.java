package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;

/** How much a fitted model makes of each column, such as the squares of its coefficients. */
@FunctionalInterface
public interface ModelImportance {

    /**
     * Returns one number per column of {@code table}, in their order; the larger, the more important; never NaN.
     *
     * @param model fitted to the table
     * @param table the training cases
     * @param outcome of every case at least
     * @param seed of all that is random
     */
    double[] of(Model<FeatureTable> model, FeatureTable table, Outcome outcome, long seed);
}
