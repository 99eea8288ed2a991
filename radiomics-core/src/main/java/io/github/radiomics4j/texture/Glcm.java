package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Gray level co-occurrence matrices, one for each direction: how often a voxel of level i has, one step along the
 * direction, a voxel of level j. Both lie in the region. Immutable.
 *
 * <p>A symmetric matrix counts each pair in both orders, which equals the matrix plus its transpose.
 *
 * <p>Only cells with a count are kept, at most two for each voxel and direction, so very many levels take no more memory
 * than few. Cells are numbered through all directions; those of direction {@code d} are {@link #firstCell
 * firstCell(d)} to {@code firstCell(d + 1) - 1}, in ascending order of the row, then of the column. Of a symmetric
 * matrix the cells on and above the diagonal are kept.
 */
public final class Glcm {
    private static final int LARGEST_MATRIX = 1 << 14;

    private final List<Offset> directions;
    private final boolean symmetric;
    private final int[] levels;
    private final int[] firstCells;
    private final int[] rows;
    private final int[] columns;
    private final int[] counts;

    /** The arrays are handed over; {@code levels} are those that occur in the region, ascending. */
    Glcm(List<Offset> directions, boolean symmetric, int[] levels, CellList cells) {
        this.directions = directions;
        this.symmetric = symmetric;
        this.levels = levels;
        this.firstCells = cells.firstCells();
        this.rows = cells.rows();
        this.columns = cells.columns();
        this.counts = cells.counts();
    }

    /** Returns the matrices of each direction of {@code neighborhood}. */
    public static Glcm of(GrayLevels levels, Neighborhood neighborhood, boolean symmetric) {
        NeighborTexture texture = symmetric ? NeighborTexture.GLCM : NeighborTexture.DIRECTED_GLCM;
        return NeighborCounts.of(levels, neighborhood, Set.of(texture)).glcm(symmetric);
    }

    /** Returns N, the highest level of the region: the matrices are N × N. */
    public int levelCount() {
        return levels[levels.length - 1];
    }

    /** Returns how many levels occur in the region, at most N. */
    public int presentLevelCount() {
        return levels.length;
    }

    /** Returns the directions, one matrix each. */
    public List<Offset> directions() {
        return directions;
    }

    /** Returns whether each pair is counted in both orders. */
    public boolean isSymmetric() {
        return symmetric;
    }

    /** Returns the number of the first cell of direction {@code d}; for one past the last direction, of all cells. */
    public int firstCell(int d) {
        return firstCells[d];
    }

    /** Returns level i of a cell. */
    public int row(int cell) {
        return rows[cell];
    }

    /** Returns level j of a cell, at least i in a symmetric matrix. */
    public int column(int cell) {
        return columns[cell];
    }

    /** Returns how many pairs (i, j) there are, in a symmetric matrix as many as pairs (j, i). */
    public int count(int cell) {
        return counts[cell];
    }

    /** Returns the sum of the matrix of direction {@code d}; 0 when no voxel has a neighbor there. */
    public long total(int d) {
        long total = 0;
        for (int cell = firstCells[d]; cell < firstCells[d + 1]; cell++) {
            total += symmetric && rows[cell] != columns[cell] ? 2L * counts[cell] : counts[cell];
        }
        return total;
    }

    /**
     * Returns the matrix of direction {@code d} in full: element {@code [i - 1][j - 1]} is the number of pairs (i, j).
     *
     * @throws IllegalArgumentException if N is larger than 16384; read the cells then
     */
    public int[][] matrix(int d) {
        Objects.checkIndex(d, directions.size());
        int n = levelCount();
        if (n > LARGEST_MATRIX) {
            throw new IllegalArgumentException(
                    "a full matrix may have at most " + LARGEST_MATRIX + " levels, found " + n);
        }
        int[][] matrix = new int[n][n];
        for (int cell = firstCells[d]; cell < firstCells[d + 1]; cell++) {
            matrix[rows[cell] - 1][columns[cell] - 1] = counts[cell];
            if (symmetric) {
                matrix[columns[cell] - 1][rows[cell] - 1] = counts[cell];
            }
        }
        return matrix;
    }

    @Override
    public String toString() {
        return "Glcm[" + levelCount() + " levels, " + directions.size() + " directions, " + rows.length + " cells"
                + (symmetric ? ", symmetric]" : "]");
    }

    /** Cells in the order in which they are found; {@link #endDirection} closes each direction. */
    static final class CellList {
        private final int[] firstCells;
        private int direction;
        private int size;
        private int[] rows = new int[256];
        private int[] columns = new int[256];
        private int[] counts = new int[256];

        CellList(int directionCount) {
            this.firstCells = new int[directionCount + 1];
        }

        void add(int row, int column, int count) {
            if (size == rows.length) {
                int capacity = Math.max(Math.addExact(size, 1), (int) Math.min(2L * size, Integer.MAX_VALUE - 8));
                rows = Arrays.copyOf(rows, capacity);
                columns = Arrays.copyOf(columns, capacity);
                counts = Arrays.copyOf(counts, capacity);
            }
            rows[size] = row;
            columns[size] = column;
            counts[size++] = count;
        }

        void endDirection() {
            firstCells[++direction] = size;
        }

        private int[] firstCells() {
            return firstCells;
        }

        private int[] rows() {
            return Arrays.copyOf(rows, size);
        }

        private int[] columns() {
            return Arrays.copyOf(columns, size);
        }

        private int[] counts() {
            return Arrays.copyOf(counts, size);
        }
    }
}
