package io.github.radiomics4j.select;

import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to values that are not finite, NaN or infinite, in the table that a {@link SelectionPipeline} is fitted on.
 * Later tables are held to the columns that were kept: a value that is missing there is refused or, where training rows were
 * allowed to lack some, left for the model to refuse.
 */
public enum MissingValues {
    /** Such a value is an error that names columns and cases. */
    REFUSE,
    /** A column with such a value is dropped. */
    DROP_COLUMN,
    /** A case with such a value is not learned from. */
    DROP_CASE;

    /** Returns the rows that are learned from. */
    FeatureTable rows(FeatureTable table) {
        if (this != DROP_CASE) {
            return table;
        }
        List<String> complete = new ArrayList<>();
        for (String id : table.caseIds()) {
            if (isFinite(table.row(id))) {
                complete.add(id);
            }
        }
        if (complete.isEmpty()) {
            throw new IllegalArgumentException("a case must have a value in every column, found none of "
                    + table.caseCount() + " that has: drop columns first");
        }
        return complete.size() == table.caseCount() ? table : table.rows(complete);
    }

    /** Returns the columns that are learned from. */
    Selection columns(FeatureTable table) {
        List<String> kept = new ArrayList<>();
        List<Selection.Dropped> dropped = new ArrayList<>();
        for (String column : table.columnNames()) {
            double[] values = table.column(column);
            if (isFinite(values)) {
                kept.add(column);
            } else {
                dropped.add(new Selection.Dropped(column, Double.NaN, whatIsMissing(table, column, values)));
            }
        }
        if (this != DROP_COLUMN && !dropped.isEmpty()) {
            throw new IllegalArgumentException(
                    "every value must be finite (or MissingValues must say what happens), found "
                            + dropped.size() + " of " + table.columnCount() + " columns where one is not; "
                            + dropped.get(0).column()
                            + ": " + dropped.get(0).reason());
        }
        return Selection.of(kept, dropped);
    }

    /** Refuses later rows in which a kept column lacks a value. */
    void check(FeatureTable table) {
        if (this == DROP_CASE) {
            return;
        }
        for (String column : table.columnNames()) {
            double[] values = table.column(column);
            if (!isFinite(values)) {
                throw new IllegalArgumentException("every value of a kept column must be finite, found in " + column
                        + ": " + whatIsMissing(table, column, values));
            }
        }
    }

    private static String whatIsMissing(FeatureTable table, String column, double[] values) {
        int count = 0;
        String first = "";
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                if (count++ == 0) {
                    String id = table.caseIds().get(i);
                    first = values[i] + " of case " + id
                            + table.nanReason(id, column)
                                    .map(reason -> " (" + reason + ")")
                                    .orElse("");
                }
            }
        }
        return count + " of " + values.length + " values are not finite, the first " + first;
    }

    private static boolean isFinite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
