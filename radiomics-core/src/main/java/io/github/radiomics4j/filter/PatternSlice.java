package io.github.radiomics4j.filter;

import java.util.Arrays;

/**
 * The bits, or variances, of local binary patterns in one slice of {@code rows} by {@code columns} pixels.
 *
 * <p>A slice is copied into an array with {@link #BORDER} zeros on each side. Invariant: the four neighbors of a point lie
 * in it, for a point farther out is moved to where all four are zeros. Neighbors and weights of row and column are made
 * beforehand; they depend on the whole coordinate, not on its distance from the pixel alone, for it is rounded as such.
 */
final class PatternSlice {
    private static final int BORDER = 2;

    private final int rows;
    private final int columns;
    private final int firstRow;
    private final int rowCount;
    private final int firstColumn;
    private final int columnCount;
    private final Coordinates rowsOf;
    private final Coordinates columnsOf;

    /**
     * @param firstRow first wanted row
     * @param rowCount wanted rows
     * @param firstColumn first wanted column
     * @param columnCount wanted columns
     * @param rowOffsets of each point from its pixel
     * @param columnOffsets as {@code rowOffsets}
     */
    PatternSlice(
            int rows,
            int columns,
            int firstRow,
            int rowCount,
            int firstColumn,
            int columnCount,
            double[] rowOffsets,
            double[] columnOffsets) {
        this.rows = rows;
        this.columns = columns;
        this.firstRow = firstRow;
        this.rowCount = rowCount;
        this.firstColumn = firstColumn;
        this.columnCount = columnCount;
        this.rowsOf = Coordinates.of(rowOffsets, firstRow, rowCount, rows);
        this.columnsOf = Coordinates.of(columnOffsets, firstColumn, columnCount, columns);
    }

    /**
     * Where the points lie along one axis, for [point][pixel].
     *
     * @param lower index of the lower neighbor in the array with its border
     * @param weight of the upper neighbor
     */
    private record Coordinates(int[][] lower, double[][] weight) {
        static Coordinates of(double[] offsets, int first, int count, int length) {
            int[][] lower = new int[offsets.length][count];
            double[][] weight = new double[offsets.length][count];
            for (int k = 0; k < offsets.length; k++) {
                for (int i = 0; i < count; i++) {
                    double at = first + i + offsets[k];
                    double floor = Math.floor(at);
                    weight[k][i] = at - floor;
                    lower[k][i] = BORDER + (int) Math.max(-BORDER, Math.min(length, floor));
                }
            }
            return new Coordinates(lower, weight);
        }
    }

    /** Returns the number of wanted pixels. */
    int pixels() {
        return rowCount * columnCount;
    }

    /** Returns the slice in its border of zeros. */
    private double[] bordered(double[] values, int start, int rowStride, int columnStride) {
        int width = columns + 2 * BORDER;
        double[] f = new double[(rows + 2 * BORDER) * width];
        for (int r = 0; r < rows; r++) {
            int to = (r + BORDER) * width + BORDER;
            int from = start + r * rowStride;
            for (int c = 0; c < columns; c++) {
                f[to + c] = values[from + c * columnStride];
            }
        }
        return f;
    }

    /**
     * Returns the bits of the wanted pixels, row by row: s_k is bit k mod 32 of word ⌊k / 32⌋, the words of one place for
     * all pixels side by side.
     *
     * @param values of the volume; not modified
     * @param start of the slice in it
     * @param rowStride from row to row
     * @param columnStride from column to column
     */
    int[] bits(double[] values, int start, int rowStride, int columnStride) {
        double[] f = bordered(values, start, rowStride, columnStride);
        int width = columns + 2 * BORDER;
        int points = rowsOf.lower.length;
        int[] bits = new int[(points + Integer.SIZE - 1) / Integer.SIZE * pixels()];
        double[] line = new double[columnCount];
        for (int r = 0; r < rowCount; r++) {
            int center = (firstRow + r + BORDER) * width + firstColumn + BORDER;
            for (int k = 0; k < points; k++) {
                interpolate(f, k, r, line);
                int out = k / Integer.SIZE * pixels() + r * columnCount;
                for (int c = 0; c < columnCount; c++) {
                    if (line[c] - f[center + c] >= 0) {
                        bits[out + c] |= 1 << k;
                    }
                }
            }
        }
        return bits;
    }

    /** Returns the variances of the points around the wanted pixels; NaN for 0. Parameters as of {@link #bits}. */
    double[] variances(double[] values, int start, int rowStride, int columnStride) {
        double[] f = bordered(values, start, rowStride, columnStride);
        int points = rowsOf.lower.length;
        double[] sums = new double[columnCount];
        double[] line = new double[columnCount];
        double[] variances = new double[pixels()];
        for (int r = 0; r < rowCount; r++) {
            int out = r * columnCount;
            Arrays.fill(sums, 0);
            for (int k = 0; k < points; k++) {
                interpolate(f, k, r, line);
                for (int c = 0; c < columnCount; c++) {
                    sums[c] += line[c];
                    variances[out + c] += line[c] * line[c];
                }
            }
            for (int c = 0; c < columnCount; c++) {
                double variance = (variances[out + c] - sums[c] * sums[c] / points) / points;
                variances[out + c] = variance == 0 ? Double.NaN : variance;
            }
        }
        return variances;
    }

    /** Computes point k of the pixels of row r; {@code line} is overwritten. */
    private void interpolate(double[] f, int k, int r, double[] line) {
        int width = columns + 2 * BORDER;
        int row = rowsOf.lower[k][r] * width;
        double dr = rowsOf.weight[k][r];
        int[] lower = columnsOf.lower[k];
        double[] weight = columnsOf.weight[k];
        for (int c = 0; c < line.length; c++) {
            int at = row + lower[c];
            double dc = weight[c];
            double top = (1 - dc) * f[at] + dc * f[at + 1];
            double bottom = (1 - dc) * f[at + width] + dc * f[at + width + 1];
            line[c] = (1 - dr) * top + dr * bottom;
        }
    }

    /** Writes the numbers of the pixels into {@code out} (modified). */
    void scatter(double[] numbers, double[] out, int start, int rowStride, int columnStride) {
        for (int r = 0; r < rowCount; r++) {
            int to = start + r * rowStride;
            for (int c = 0; c < columnCount; c++) {
                out[to + c * columnStride] = numbers[r * columnCount + c];
            }
        }
    }
}
