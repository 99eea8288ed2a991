package io.github.radiomics4j.filter;

/**
 * The bits of local binary patterns in one slice of {@code rows} by {@code columns} pixels.
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

    /**
     * Returns the bits of the wanted pixels, row by row.
     *
     * @param values of the volume; not modified
     * @param start of the slice in it
     * @param rowStride from row to row
     * @param columnStride from column to column
     */
    int[] bits(double[] values, int start, int rowStride, int columnStride) {
        int width = columns + 2 * BORDER;
        double[] f = new double[(rows + 2 * BORDER) * width];
        for (int r = 0; r < rows; r++) {
            int to = (r + BORDER) * width + BORDER;
            int from = start + r * rowStride;
            for (int c = 0; c < columns; c++) {
                f[to + c] = values[from + c * columnStride];
            }
        }
        int[] bits = new int[rowCount * columnCount];
        for (int r = 0; r < rowCount; r++) {
            int center = (firstRow + r + BORDER) * width + firstColumn + BORDER;
            for (int k = 0; k < rowsOf.lower.length; k++) {
                int row = rowsOf.lower[k][r] * width;
                addBits(
                        f,
                        row,
                        width,
                        rowsOf.weight[k][r],
                        columnsOf.lower[k],
                        columnsOf.weight[k],
                        center,
                        k,
                        bits,
                        r);
            }
        }
        return bits;
    }

    /** One point of the pixels of one row: bit k of {@code bits}, which is modified. */
    private void addBits(
            double[] f,
            int row,
            int width,
            double dr,
            int[] lower,
            double[] weight,
            int center,
            int k,
            int[] bits,
            int r) {
        int out = r * columnCount;
        for (int c = 0; c < columnCount; c++) {
            int at = row + lower[c];
            double dc = weight[c];
            double top = (1 - dc) * f[at] + dc * f[at + 1];
            double bottom = (1 - dc) * f[at + width] + dc * f[at + width + 1];
            double point = (1 - dr) * top + dr * bottom;
            if (point - f[center + c] >= 0) {
                bits[out + c] |= 1 << k;
            }
        }
    }

    /** Writes what {@link #bits} returned, or what was made of it, into {@code out} (modified). */
    void scatter(int[] bits, int[] out, int start, int rowStride, int columnStride) {
        for (int r = 0; r < rowCount; r++) {
            int to = start + r * rowStride;
            for (int c = 0; c < columnCount; c++) {
                out[to + c * columnStride] = bits[r * columnCount + c];
            }
        }
    }
}
