package io.github.radiomics4j.texture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts by level and size while they grow. Layout: {@code rows[size][level]} for small sizes, each row made when its size
 * first occurs; large sizes, and all but size 1 when there are very many levels, go to a list of keys
 * {@code level << 32 | size} that is sorted at the end. Both stay small: a region of N voxels has at most N / s groups of
 * size s or more.
 *
 * <p>Levels are told by their number: rank + 1. Reused for one direction after another; not safe for threads.
 */
final class CellCounts {
    private static final int ROWS = 64;
    /** With more levels than this a row is long, and most of it empty. */
    private static final int MANY_LEVELS = 1 << 14;

    private final int[] levels;
    private final int lastRow;
    private final int[] @Nullable [] rows;
    private long[] keys = new long[16];
    private int keyCount;

    /** @param levels that occur, ascending; not modified */
    CellCounts(int[] levels) {
        this.levels = levels;
        this.lastRow = levels.length <= MANY_LEVELS ? ROWS : 1;
        this.rows = new int[lastRow + 1][];
        this.rows[1] = new int[levels.length + 1];
    }

    /** Forgets all counts and then counts as many groups of size 1 as there are voxels of each rank. */
    void restart(int[] voxelCounts) {
        for (int[] row : rows) {
            if (row != null) {
                Arrays.fill(row, 0);
            }
        }
        System.arraycopy(voxelCounts, 0, row(1), 1, voxelCounts.length);
        keyCount = 0;
    }

    /** Counts one group. */
    void add(int level, int size) {
        if (size <= lastRow) {
            row(size)[level]++;
        } else {
            if (keyCount == keys.length) {
                keys = Arrays.copyOf(keys, 2 * keyCount);
            }
            keys[keyCount++] = (long) level << 32 | size;
        }
    }

    /** Counts one group in place of {@code size} groups of size 1. */
    void join(int level, int size) {
        row(1)[level] -= size;
        add(level, size);
    }

    private int[] row(int size) {
        int[] row = rows[size];
        if (row == null) {
            row = new int[levels.length + 1];
            rows[size] = row;
        }
        return row;
    }

    /** Returns the counts so far; they stay as they are. */
    SizeMatrix toMatrix() {
        Arrays.sort(keys, 0, keyCount);
        int[] sizesInUse = new int[lastRow];
        int[][] rowsInUse = new int[lastRow][];
        int rowCount = 0;
        for (int size = 1; size <= lastRow; size++) {
            int[] row = rows[size];
            if (row != null) {
                sizesInUse[rowCount] = size;
                rowsInUse[rowCount++] = row;
            }
        }
        int most = keyCount;
        for (int r = 0; r < rowCount; r++) {
            for (int count : rowsInUse[r]) {
                most += count != 0 ? 1 : 0;
            }
        }
        int[] cellLevels = new int[most];
        int[] sizes = new int[most];
        long[] counts = new long[most];
        int cell = 0;
        int k = 0;
        for (int level = 1; level <= levels.length; level++) {
            for (int r = 0; r < rowCount; r++) {
                int count = rowsInUse[r][level];
                if (count != 0) {
                    cellLevels[cell] = levels[level - 1];
                    sizes[cell] = sizesInUse[r];
                    counts[cell++] = count;
                }
            }
            for (long previous = -1; k < keyCount && keys[k] >>> 32 == level; k++) {
                if (keys[k] != previous) {
                    previous = keys[k];
                    cellLevels[cell] = levels[level - 1];
                    sizes[cell++] = (int) previous;
                }
                counts[cell - 1]++;
            }
        }
        return new SizeMatrix(Arrays.copyOf(cellLevels, cell), Arrays.copyOf(sizes, cell), Arrays.copyOf(counts, cell));
    }
}
