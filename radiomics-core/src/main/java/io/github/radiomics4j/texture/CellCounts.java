package io.github.radiomics4j.texture;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts by level and size while they grow. Layout: {@code rows[size][level]} for small sizes, each row made when its size
 * first occurs; large sizes, and all but size 1 when there are very many levels, go to a list of keys
 * {@code level << 32 | size} that is sorted at the end. Both stay small: a region of N voxels has at most N / s groups of
 * size s or more.
 *
 * <p>Levels are the numbers of a {@link CompactLevels}. Reused for one direction after another; not safe for threads.
 */
final class CellCounts {
    private static final int ROWS = 64;

    private final int[] levelOf;
    private final int lastRow;
    private final int[] @Nullable [] rows;
    private long[] keys = new long[16];
    private int keyCount;

    CellCounts(CompactLevels levels) {
        this.levelOf = levels.levelOf();
        this.lastRow = levels.count() <= CompactLevels.KEPT ? ROWS : 1;
        this.rows = new int[lastRow + 1][];
        this.rows[1] = new int[levelOf.length];
    }

    /** Forgets all counts and then counts as many groups of size 1 as there are voxels of each level. */
    void restart(int[] voxelsOfLevel) {
        for (int[] row : rows) {
            if (row != null) {
                Arrays.fill(row, 0);
            }
        }
        System.arraycopy(voxelsOfLevel, 0, row(1), 0, voxelsOfLevel.length);
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
            row = new int[levelOf.length];
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
        int[] levels = new int[most];
        int[] sizes = new int[most];
        long[] counts = new long[most];
        int cell = 0;
        int k = 0;
        for (int level = 1; level < levelOf.length; level++) {
            for (int r = 0; r < rowCount; r++) {
                int count = rowsInUse[r][level];
                if (count != 0) {
                    levels[cell] = levelOf[level];
                    sizes[cell] = sizesInUse[r];
                    counts[cell++] = count;
                }
            }
            for (long previous = -1; k < keyCount && keys[k] >>> 32 == level; k++) {
                if (keys[k] != previous) {
                    previous = keys[k];
                    levels[cell] = levelOf[level];
                    sizes[cell++] = (int) previous;
                }
                counts[cell - 1]++;
            }
        }
        return new SizeMatrix(Arrays.copyOf(levels, cell), Arrays.copyOf(sizes, cell), Arrays.copyOf(counts, cell));
    }
}
