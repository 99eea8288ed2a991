package io.github.radiomics4j.eval.hypothesis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How often each pair of two categories occurs: one row for each of the first, one column for each of the second. Immutable. */
public final class CrossTable {
    private final int[][] counts;

    private CrossTable(int[][] counts) {
        this.counts = counts;
    }

    /**
     * Returns a table of counts.
     *
     * @param counts by row and column, none negative; copied
     */
    public static CrossTable of(int[]... counts) {
        int[][] copy = new int[counts.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = counts[i].clone();
            if (copy[i].length == 0 || copy[i].length != copy[0].length) {
                throw new IllegalArgumentException(
                        "rows must be equally long and not empty, found " + copy[0].length + " and " + copy[i].length);
            }
            for (int count : copy[i]) {
                if (count < 0) {
                    throw new IllegalArgumentException("counts must not be negative, found " + count);
                }
            }
        }
        if (copy.length == 0) {
            throw new IllegalArgumentException("a table must have rows");
        }
        return new CrossTable(copy);
    }

    /**
     * Counts pairs; rows and columns in the order in which {@code rows} and {@code columns} name them.
     *
     * @param first one of {@code rows} for each case
     * @param second one of {@code columns} for each case, in the same order
     */
    public static CrossTable of(List<String> first, List<String> rows, List<String> second, List<String> columns) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "cases must have two categories each, found " + first.size() + " and " + second.size());
        }
        int[][] counts = new int[rows.size()][columns.size()];
        for (int i = 0; i < first.size(); i++) {
            int row = rows.indexOf(first.get(i));
            int column = columns.indexOf(second.get(i));
            if (row < 0 || column < 0) {
                throw new IllegalArgumentException("categories must be among " + rows + " and " + columns + ", found "
                        + first.get(i) + " and " + second.get(i));
            }
            counts[row][column]++;
        }
        return of(counts);
    }

    /** Returns the number of rows. */
    public int rowCount() {
        return counts.length;
    }

    /** Returns the number of columns. */
    public int columnCount() {
        return counts[0].length;
    }

    /** Returns one count. */
    public int count(int row, int column) {
        return counts[row][column];
    }

    /** Returns the sum of each row. */
    public long[] rowTotals() {
        return Arrays.stream(counts)
                .mapToLong(row -> Arrays.stream(row).asLongStream().sum())
                .toArray();
    }

    /** Returns the sum of each column. */
    public long[] columnTotals() {
        long[] totals = new long[columnCount()];
        for (int[] row : counts) {
            for (int j = 0; j < totals.length; j++) {
                totals[j] += row[j];
            }
        }
        return totals;
    }

    /** Returns the number of cases. */
    public long total() {
        return Arrays.stream(rowTotals()).sum();
    }

    /** Returns this table without its empty rows and columns; itself if there is none, or nothing else. */
    public CrossTable withoutEmpty() {
        long[] rows = rowTotals();
        long[] columns = columnTotals();
        if (total() == 0) {
            return this;
        }
        int[][] kept = new int[(int) Arrays.stream(rows).filter(n -> n > 0).count()][];
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            int[] row = counts[i];
            if (rows[i] > 0) {
                kept[next++] = IntStream.range(0, columns.length)
                        .filter(j -> columns[j] > 0)
                        .map(j -> row[j])
                        .toArray();
            }
        }
        return new CrossTable(kept);
    }

    /** Returns what is expected in each cell if rows and columns are independent: row total · column total / total. */
    public double[][] expected() {
        long[] rows = rowTotals();
        long[] columns = columnTotals();
        double total = total();
        double[][] expected = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                expected[i][j] = rows[i] * (double) columns[j] / total;
            }
        }
        return expected;
    }

    /** Returns in how many cells fewer than {@code least} are expected. */
    public int expectedBelow(double least) {
        return (int) Arrays.stream(expected())
                .flatMapToDouble(Arrays::stream)
                .filter(expected -> expected < least)
                .count();
    }

    /**
     * Returns φ = (ad − bc) / √(product of the four margins) of [[a, b], [c, d]]; NaN where a margin is empty.
     *
     * @throws IllegalArgumentException if the table is not 2 × 2
     */
    public double phi() {
        requireTwoByTwo();
        double determinant = (double) counts[0][0] * counts[1][1] - (double) counts[0][1] * counts[1][0];
        long[] rows = rowTotals();
        long[] columns = columnTotals();
        return determinant / (Math.sqrt((double) rows[0] * rows[1]) * Math.sqrt((double) columns[0] * columns[1]));
    }

    /**
     * Returns ad / bc of [[a, b], [c, d]]; infinite or NaN where b or c is 0.
     *
     * @throws IllegalArgumentException if the table is not 2 × 2
     */
    public double oddsRatio() {
        requireTwoByTwo();
        return (double) counts[0][0] * counts[1][1] / ((double) counts[0][1] * counts[1][0]);
    }

    /** Returns Cramér's V = √(χ² / (n (min(rows, columns) − 1))); NaN where a row or column is empty. */
    public double cramersV() {
        return Math.sqrt(
                ChiSquare.withDefaults().withContinuity(false).test(this).statistic()
                        / (total() * (Math.min(rowCount(), columnCount()) - 1.0)));
    }

    void requireTwoByTwo() {
        if (rowCount() != 2 || columnCount() != 2) {
            throw new IllegalArgumentException("the table must be 2 x 2, found " + rowCount() + " x " + columnCount());
        }
    }

    /** Returns such as {@code [[3, 1], [1, 3]]}. */
    @Override
    public String toString() {
        return Arrays.deepToString(counts);
    }
}
