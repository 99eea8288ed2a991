package io.github.radiomics4j.models.fitted;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a model of tables is fitted on, checked: one column at least, both classes, no value missing.
 *
 * @param table the training cases
 * @param outcome theirs, in the order of the table
 * @param columns one array per column; shared with nobody
 * @param positive whether each case is positive
 */
public record TrainingRows(FeatureTable table, Outcome outcome, double[][] columns, boolean[] positive) {

    /**
     * Returns the rows of {@code table} with their outcome.
     *
     * @param takesMissing whether NaN is allowed
     * @throws IllegalArgumentException if there is no column, a case has no outcome, a class has no case, or a value is
     *     infinite, or NaN where that is not allowed; the case and the column are named
     */
    public static TrainingRows of(FeatureTable table, Outcome outcome, boolean takesMissing) {
        if (table.columnCount() == 0) {
            throw new IllegalArgumentException("a model needs a column, found none");
        }
        Outcome rows = outcome.rows(table.caseIds());
        int positives = rows.positiveCount();
        if (positives == 0 || positives == rows.caseCount()) {
            throw new IllegalArgumentException(
                    "training cases must be of both classes, found " + positives + " " + outcome.positiveClass()
                            + " and " + (rows.caseCount() - positives) + " " + outcome.negativeClass());
        }
        return new TrainingRows(table, rows, columns(table, takesMissing), rows.positives(table.caseIds()));
    }

    /** Returns a copy of the columns. */
    static double[][] columns(FeatureTable table, boolean takesMissing) {
        List<double[]> columns = new ArrayList<>();
        for (String name : table.columnNames()) {
            double[] column = table.column(name);
            for (int i = 0; i < column.length; i++) {
                if (!Double.isFinite(column[i]) && !(takesMissing && Double.isNaN(column[i]))) {
                    String id = table.caseIds().get(i);
                    throw new IllegalArgumentException("values must be " + (takesMissing ? "finite or NaN" : "finite")
                            + ", found " + column[i] + " in column " + name + " of case " + id
                            + table.nanReason(id, name)
                                    .map(reason -> " (" + reason + ")")
                                    .orElse(""));
                }
            }
            columns.add(column);
        }
        return columns.toArray(double[][]::new);
    }

    /** Returns the number of cases. */
    public int caseCount() {
        return positive.length;
    }

    /** Returns the model of these rows that {@code scorer} has learned. */
    public TableModel model(Scorer scorer, Object settings, long seed) {
        ModelInfo info = new ModelInfo(
                scorer.kind(),
                scorer.library(),
                settings.toString(),
                seed,
                table.columnNames(),
                outcome.positiveClass(),
                outcome.negativeClass(),
                table.caseIds(),
                outcome.positiveCount());
        return new TableModel(info, scorer);
    }
}
