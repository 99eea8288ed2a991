package io.github.radiomics4j.select.lasso;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The coefficients of columns that are not 0, in the order of the columns. Immutable. */
public final class SparseCoefficients {
    private final int columnCount;
    private final int[] columns;
    private final double[] values;

    /** Takes arrays over; neither may change afterwards. */
    private SparseCoefficients(int columnCount, int[] columns, double[] values) {
        this.columnCount = columnCount;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Returns the coefficients of a dense array.
     *
     * @param dense one per column; not modified
     */
    public static SparseCoefficients of(double... dense) {
        int[] columns = new int[dense.length];
        int count = 0;
        for (int j = 0; j < dense.length; j++) {
            if (dense[j] != 0) {
                columns[count++] = j;
            }
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = dense[columns[i]];
        }
        return new SparseCoefficients(dense.length, Arrays.copyOf(columns, count), values);
    }

    /** Returns how many are not 0. */
    public int count() {
        return columns.length;
    }

    /** Returns the number of columns there are. */
    public int columnCount() {
        return columnCount;
    }

    /** Returns the column of the {@code i}-th that is not 0. */
    public int column(int i) {
        return columns[i];
    }

    /** Returns the {@code i}-th that is not 0. */
    public double value(int i) {
        return values[i];
    }

    /** Returns the coefficient of a column. */
    public double ofColumn(int column) {
        if (column < 0 || column >= columnCount) {
            throw new IllegalArgumentException("a column must be 0 to " + (columnCount - 1) + ", found " + column);
        }
        int i = Arrays.binarySearch(columns, column);
        return i < 0 ? 0 : values[i];
    }

    /** Returns one coefficient per column, in a new array. */
    public double[] dense() {
        double[] dense = new double[columnCount];
        for (int i = 0; i < columns.length; i++) {
            dense[columns[i]] = values[i];
        }
        return dense;
    }

    /** Returns the columns whose coefficients are not 0, rising, in a new array. */
    public int[] columns() {
        return columns.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SparseCoefficients that
                && columnCount == that.columnCount
                && Arrays.equals(columns, that.columns)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "SparseCoefficients[" + count() + " of " + columnCount + "]";
    }
}
