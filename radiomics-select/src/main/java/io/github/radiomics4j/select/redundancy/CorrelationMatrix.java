package io.github.radiomics4j.select.redundancy;

import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The correlations of all pairs of columns, each in [−1, 1]; NaN between two columns of which one is constant. Immutable.
 *
 * <p>Every number of threads gives the same bits.
 */
public final class CorrelationMatrix {
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    /** Row i holds the columns before i, as rounding has left them: a little past 1 at times. Not modified. */
    private final double[][] below;

    CorrelationMatrix(List<String> names, double[][] below) {
        this.names = List.copyOf(names);
        this.below = below;
        for (String name : this.names) {
            places.put(name, places.size());
        }
    }

    /**
     * Returns the correlations of the columns of {@code table}, computed on this thread.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public static CorrelationMatrix of(FeatureTable table, CorrelationKind kind) {
        return of(table, kind, Execution.sequential());
    }

    /**
     * Returns the correlations of the columns of {@code table}.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public static CorrelationMatrix of(FeatureTable table, CorrelationKind kind, Execution execution) {
        double[][] columns = new double[table.columnCount()][];
        for (int j = 0; j < columns.length; j++) {
            String name = table.columnNames().get(j);
            columns[j] = table.column(name);
            for (int i = 0; i < columns[j].length; i++) {
                if (!Double.isFinite(columns[j][i])) {
                    throw new IllegalArgumentException("correlations need finite values, found " + columns[j][i]
                            + " in column " + name + " of case "
                            + table.caseIds().get(i));
                }
            }
        }
        return of(table.columnNames(), columns, kind, execution);
    }

    /** Returns the correlations of finite columns; not modified. */
    static CorrelationMatrix of(List<String> names, double[][] columns, CorrelationKind kind, Execution execution) {
        double[][] below = new double[columns.length][];
        for (int i = 0; i < below.length; i++) {
            below[i] = new double[i];
        }
        switch (kind) {
            case PEARSON -> products(columns, false, below, execution);
            case SPEARMAN -> products(columns, true, below, execution);
            case KENDALL -> kendall(columns, below, execution);
        }
        return new CorrelationMatrix(names, below);
    }

    private static void products(double[][] columns, boolean ofRanks, double[][] below, Execution execution) {
        double[][] byCase = new double[columns.length == 0 ? 0 : columns[0].length][columns.length];
        List<Runnable> tasks = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            int column = j;
            tasks.add(() -> {
                double[] values = columns[column];
                double[] unit = UnitColumns.of(ofRanks ? UnitColumns.ranks(values) : values);
                for (int k = 0; k < unit.length; k++) {
                    byCase[k][column] = unit[k];
                }
            });
        }
        Execution quiet = execution.withoutListener();
        quiet.runAll(tasks);
        SymmetricProducts.add(byCase, below, quiet);
    }

    private static void kendall(double[][] columns, double[][] below, Execution execution) {
        KendallTau[] prepared = new KendallTau[columns.length];
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            prepared[i] = KendallTau.of(columns[i]);
            int row = i;
            tasks.add(() -> {
                int[] work = new int[2 * columns[row].length];
                for (int j = 0; j < row; j++) {
                    below[row][j] = prepared[row].with(prepared[j], work);
                }
            });
        }
        execution.withoutListener().runAll(tasks);
    }

    /** Returns the names of the columns, in order. */
    public List<String> names() {
        return names;
    }

    /** Returns the number of columns. */
    public int size() {
        return below.length;
    }

    /** Returns the correlation of two columns by their places; 1 of a column with itself. */
    public double r(int i, int j) {
        if (i == j) {
            return 1;
        }
        return Math.max(-1, Math.min(1, i > j ? below[i][j] : below[j][i]));
    }

    /** Returns for each column the others with |r| above {@code cutoff}, strictly, in order. */
    int[][] above(double cutoff) {
        int[] counts = new int[size()];
        int[][] others = new int[size()][8];
        for (int i = 0; i < below.length; i++) {
            double[] row = below[i];
            for (int j = 0; j < i; j++) {
                if (Math.min(1, Math.abs(row[j])) > cutoff) {
                    others[i] = append(others[i], counts[i]++, j);
                    others[j] = append(others[j], counts[j]++, i);
                }
            }
        }
        for (int i = 0; i < others.length; i++) {
            others[i] = Arrays.copyOf(others[i], counts[i]);
        }
        return others;
    }

    private static int[] append(int[] list, int count, int value) {
        int[] longer = count < list.length ? list : Arrays.copyOf(list, 2 * count);
        longer[count] = value;
        return longer;
    }

    /**
     * Returns the correlation of two columns.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public double r(String first, String second) {
        return r(place(first), place(second));
    }

    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "a correlation is that of columns of the matrix, found " + name + " beside " + size() + " others");
        }
        return place;
    }
}
