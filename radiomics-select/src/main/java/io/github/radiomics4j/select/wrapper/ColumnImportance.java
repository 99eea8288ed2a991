package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.learn.Model;
import io.github.radiomics4j.learn.Trainer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;

/** How important each column of a table is for an outcome, among the others. */
@FunctionalInterface
public interface ColumnImportance {

    /**
     * Returns one number per column of {@code table}, in their order; the larger, the more important; never NaN.
     *
     * @param table training cases alone
     * @param outcome of every case at least
     * @param seed of all that is random
     */
    double[] of(FeatureTable table, Outcome outcome, long seed);

    /** Returns the importance by a model that is fitted to the table, and closed afterwards. */
    static ColumnImportance of(Trainer<FeatureTable> trainer, ModelImportance importance) {
        return (table, outcome, seed) -> {
            try (Model<FeatureTable> model = trainer.fit(table, outcome, seed)) {
                return importance.of(model, table, outcome, seed);
            }
        };
    }

    /** Returns what {@code importance} says of {@code table}, checked. */
    static double[] checked(ColumnImportance importance, FeatureTable table, Outcome outcome, long seed) {
        double[] values = importance.of(table, outcome, seed);
        if (values.length != table.columnCount()) {
            throw new IllegalArgumentException(
                    "an importance is needed for each of " + table.columnCount() + " columns, found " + values.length);
        }
        for (int j = 0; j < values.length; j++) {
            if (Double.isNaN(values[j])) {
                throw new IllegalArgumentException("importances must be numbers, found NaN for column "
                        + table.columnNames().get(j));
            }
        }
        return values;
    }
}
