package io.github.radiomics4j.texture;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * P(i, j): how many groups of voxels have gray level i and size j. Groups are runs ({@link Glrlm}, j their length) or
 * zones ({@link Glszm}, j their number of voxels). Immutable.
 *
 * <p>Only cells that are not zero are kept, ordered by level and then by size.
 */
public final class SizeMatrix {
    private final int[] levels;
    private final int[] sizes;
    private final long[] counts;

    /**
     * @param levels gray level of each cell, ascending; handed over
     * @param sizes size of each cell, ascending within a level; handed over
     * @param counts positive; handed over
     */
    SizeMatrix(int[] levels, int[] sizes, long[] counts) {
        this.levels = levels;
        this.sizes = sizes;
        this.counts = counts;
    }

    /** Returns the sum of {@code matrices}; without any, a matrix without cells. */
    public static SizeMatrix sum(List<SizeMatrix> matrices) {
        int cells = 0;
        for (SizeMatrix matrix : matrices) {
            cells = Math.addExact(cells, matrix.cellCount());
        }
        long[] keys = new long[cells];
        int k = 0;
        for (SizeMatrix matrix : matrices) {
            for (int c = 0; c < matrix.cellCount(); c++) {
                keys[k++] = key(matrix.levels[c], matrix.sizes[c]);
            }
        }
        Arrays.sort(keys);
        int distinct = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[distinct++] = keys[i];
            }
        }
        int[] levels = new int[distinct];
        int[] sizes = new int[distinct];
        long[] counts = new long[distinct];
        for (int i = 0; i < distinct; i++) {
            levels[i] = (int) (keys[i] >>> 32);
            sizes[i] = (int) keys[i];
        }
        for (SizeMatrix matrix : matrices) {
            for (int c = 0; c < matrix.cellCount(); c++) {
                counts[Arrays.binarySearch(keys, 0, distinct, key(matrix.levels[c], matrix.sizes[c]))] +=
                        matrix.counts[c];
            }
        }
        return new SizeMatrix(levels, sizes, counts);
    }

    private static long key(int level, int size) {
        return (long) level << 32 | size;
    }

    /** Returns the number of cells that are not zero. */
    public int cellCount() {
        return counts.length;
    }

    /** Returns the gray level i of {@code cell}, 0 to {@link #cellCount()} − 1. */
    public int level(int cell) {
        return levels[Objects.checkIndex(cell, levels.length)];
    }

    /** Returns the size j of {@code cell}. */
    public int size(int cell) {
        return sizes[Objects.checkIndex(cell, sizes.length)];
    }

    /** Returns the count P of {@code cell}, positive. */
    public long count(int cell) {
        return counts[Objects.checkIndex(cell, counts.length)];
    }

    /** Returns P(i, j) for gray level {@code level} and size {@code size}; 0 where there is no such group. */
    public long count(int level, int size) {
        int low = 0;
        int high = levels.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = levels[middle] == level
                    ? Integer.compare(sizes[middle], size)
                    : Integer.compare(levels[middle], level);
            if (order == 0) {
                return counts[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    /** Returns the number of groups, the sum of all P(i, j). */
    public long groupCount() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** Returns the number of voxels in all groups, the sum of all j P(i, j). */
    public long voxelCount() {
        long sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += sizes[c] * counts[c];
        }
        return sum;
    }

    /** Returns the largest size j that occurs; 0 without cells. */
    public int maximumSize() {
        int maximum = 0;
        for (int size : sizes) {
            maximum = Math.max(maximum, size);
        }
        return maximum;
    }
}
