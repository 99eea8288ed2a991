package io.github.radiomics4j.texture;

import java.util.Arrays;
import java.util.Objects;

/**
 * One co-occurrence matrix of all directions: P(i, j) = Σ w_d P_d(i, j). Immutable.
 *
 * <p>As in {@link Glcm}, cells ascend by row, then by column, and of a symmetric matrix those on and above the diagonal
 * are kept. Cells of weight 0 are left out.
 */
public final class MergedGlcm {
    private final int[] rows;
    private final int[] columns;
    private final double[] weights;

    private MergedGlcm(int[] rows, int[] columns, double[] weights) {
        this.rows = rows;
        this.columns = columns;
        this.weights = weights;
    }

    /**
     * Returns the sum of the matrices of {@code glcm}.
     *
     * @param directionWeights w_d of each direction, at least 0; not modified
     */
    public static MergedGlcm of(Glcm glcm, double[] directionWeights) {
        int directions = glcm.directions().size();
        if (directionWeights.length != directions) {
            throw new IllegalArgumentException(
                    "a weight is needed for each of " + directions + " directions, found " + directionWeights.length);
        }
        long[] keys = new long[glcm.firstCell(directions)];
        for (int cell = 0; cell < keys.length; cell++) {
            keys[cell] = key(glcm, cell);
        }
        Arrays.sort(keys);
        int size = 0;
        for (int k = 0; k < keys.length; k++) {
            if (k == 0 || keys[k] != keys[size - 1]) {
                keys[size++] = keys[k];
            }
        }
        double[] sums = new double[size];
        for (int d = 0; d < directions; d++) {
            for (int cell = glcm.firstCell(d); cell < glcm.firstCell(d + 1); cell++) {
                sums[Arrays.binarySearch(keys, 0, size, key(glcm, cell))] += directionWeights[d] * glcm.count(cell);
            }
        }
        int[] rows = new int[size];
        int[] columns = new int[size];
        double[] weights = new double[size];
        int kept = 0;
        for (int k = 0; k < size; k++) {
            if (sums[k] > 0) {
                rows[kept] = (int) (keys[k] >>> 32);
                columns[kept] = (int) keys[k];
                weights[kept++] = sums[k];
            }
        }
        return new MergedGlcm(Arrays.copyOf(rows, kept), Arrays.copyOf(columns, kept), Arrays.copyOf(weights, kept));
    }

    private static long key(Glcm glcm, int cell) {
        return (long) glcm.row(cell) << 32 | glcm.column(cell);
    }

    /** Returns the number of cells above 0. */
    public int cellCount() {
        return weights.length;
    }

    /** Returns level i of {@code cell}, 0 to {@link #cellCount()} − 1. */
    public int row(int cell) {
        return rows[Objects.checkIndex(cell, rows.length)];
    }

    /** Returns level j of {@code cell}, at least i in a symmetric matrix. */
    public int column(int cell) {
        return columns[Objects.checkIndex(cell, columns.length)];
    }

    /** Returns P(i, j) of {@code cell}. */
    public double weight(int cell) {
        return weights[Objects.checkIndex(cell, weights.length)];
    }
}
