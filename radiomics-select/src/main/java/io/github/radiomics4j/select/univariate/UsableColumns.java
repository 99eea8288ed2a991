package io.github.radiomics4j.select.univariate;

import io.github.radiomics4j.learn.Selection.Dropped;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table that a selector can judge, and the others with the reason why not: a value that is NaN or infinite,
 * or the same value in every case. No NaN goes further than this. Immutable.
 */
public final class UsableColumns {
    private final List<String> names;
    private final double[][] values;
    private final List<Dropped> dropped;

    private UsableColumns(List<String> names, double[][] values, List<Dropped> dropped) {
        this.names = List.copyOf(names);
        this.values = values;
        this.dropped = List.copyOf(dropped);
    }

    /**
     * Returns the columns that hold finite values, not all the same.
     *
     * @throws IllegalArgumentException if the table has no case
     */
    public static UsableColumns of(FeatureTable table) {
        if (table.caseCount() == 0) {
            throw new IllegalArgumentException("columns are selected from cases, found a table without any");
        }
        List<String> names = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (String name : table.columnNames()) {
            double[] column = table.column(name);
            int bad = firstNotFinite(column);
            if (bad >= 0) {
                dropped.add(new Dropped(name, Double.NaN, notFinite(table, name, bad)));
            } else if (isConstant(column)) {
                dropped.add(new Dropped(name, Double.NaN, "constant: " + column[0] + " in every case"));
            } else {
                names.add(name);
                values.add(column);
            }
        }
        return new UsableColumns(names, values.toArray(double[][]::new), dropped);
    }

    private static int firstNotFinite(double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (!Double.isFinite(column[i])) {
                return i;
            }
        }
        return -1;
    }

    private static String notFinite(FeatureTable table, String column, int row) {
        String id = table.caseIds().get(row);
        String why =
                table.nanReason(id, column).map(reason -> " (" + reason + ")").orElse("");
        return "values must be finite: case " + id + " has " + table.value(id, column) + why;
    }

    private static boolean isConstant(double[] column) {
        for (double value : column) {
            if (value != column[0]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns which cases of {@code table} are positive, in their order.
     *
     * @throws IllegalArgumentException if a case has no outcome, or a class no case
     */
    public static boolean[] bothClasses(FeatureTable table, Outcome outcome) {
        boolean[] positive = outcome.positives(table.caseIds());
        int count = 0;
        for (boolean one : positive) {
            count += one ? 1 : 0;
        }
        if (count == 0 || count == positive.length) {
            throw new IllegalArgumentException("columns are compared between two classes, found "
                    + count + " cases of " + outcome.positiveClass() + " and " + (positive.length - count) + " of "
                    + outcome.negativeClass());
        }
        return positive;
    }

    /** Returns the names of the usable columns, in the order of the table. */
    public List<String> names() {
        return names;
    }

    /** Returns the number of usable columns. */
    public int count() {
        return names.size();
    }

    /** Returns the values of the {@code j}-th usable column, one per case, in a new array. */
    public double[] values(int j) {
        return values[j].clone();
    }

    /** Returns the values of all usable columns, in new arrays. */
    public double[][] values() {
        double[][] copies = new double[values.length][];
        for (int j = 0; j < copies.length; j++) {
            copies[j] = values[j].clone();
        }
        return copies;
    }

    /** Returns the columns that cannot be judged, in the order of the table, with NaN as their score. */
    public List<Dropped> dropped() {
        return dropped;
    }

    /** Returns {@code dropped} and the columns that cannot be judged, in the order of {@code table}. */
    public List<Dropped> withUnusable(FeatureTable table, List<Dropped> dropped) {
        List<Dropped> all = new ArrayList<>(this.dropped);
        all.addAll(dropped);
        List<String> order = table.columnNames();
        Map<String, Integer> places = new HashMap<>();
        for (int j = 0; j < order.size(); j++) {
            places.put(order.get(j), j);
        }
        all.sort(Comparator.comparing(one -> places.getOrDefault(one.column(), order.size())));
        return all;
    }
}
