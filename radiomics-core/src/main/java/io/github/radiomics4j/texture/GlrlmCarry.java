package io.github.radiomics4j.texture;

import io.github.radiomics4j.image.BoundingBox;
import java.util.Arrays;

/**
 * Counts the runs of one direction after another, without a branch that depends on levels: a processor guesses those of few
 * levels wrong half of the time.
 *
 * <p>Layout: each voxel has a place, the number of voxels of its run so far, itself included: one more than the voxel before
 * it on its line, where that has its level, else 1. {@code table[stride * level + place]} counts voxels. A run of length j has one
 * voxel at each place up to j, so that the runs of length j are the voxels at place j less those at place j + 1.
 *
 * <p>Levels are told by their number: rank + 1. Reused for one direction after another; not safe for threads.
 */
final class GlrlmCarry {
    /** Ints in a table that is worth clearing and reading, however few voxels there are. */
    private static final int SMALL_TABLE = 1 << 12;

    private final int[] levels;
    private final int[] bordered;
    private final int[] spans;
    private final int[] places;
    private final int stride;
    private final int[] table;

    /**
     * @param levels that occur, ascending; not modified
     * @param bordered numbers of the levels in the bordered box, 0 outside the region; not modified
     * @param positions of the region's voxels, ascending; not modified
     * @param box of the region
     */
    GlrlmCarry(int[] levels, int[] bordered, int[] positions, BoundingBox box) {
        this.levels = levels;
        this.bordered = bordered;
        this.spans = RowSpans.of(positions);
        this.places = new int[bordered.length];
        this.stride = stride(box);
        this.table = new int[stride * (levels.length + 1)];
    }

    /** Returns whether the table is small beside the work of counting: not with very many levels. */
    static boolean pays(int levelCount, int voxelCount, BoundingBox box) {
        return (long) stride(box) * (levelCount + 1) <= Math.max(SMALL_TABLE, 4L * voxelCount);
    }

    /** Places reach from 1 to the longest line; one more is read and stays 0. */
    private static int stride(BoundingBox box) {
        return Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ())) + 2;
    }

    /**
     * Returns the runs along a direction.
     *
     * @param step distance in the bordered box from a voxel to the next one of its line, forward or back
     */
    SizeMatrix count(int step) {
        Arrays.fill(table, 0);
        countPlaces(bordered, spans, Math.abs(step), places, stride, table);
        return toMatrix();
    }

    /**
     * Adds each voxel to the table.
     *
     * @param step positive, so that raster order meets the voxel before first
     * @param places overwritten; that of a voxel before is read only where it has the level, and so was written already
     */
    private static void countPlaces(int[] bordered, int[] spans, int step, int[] places, int stride, int[] table) {
        for (int s = 0; s + 1 < spans.length; s += 2) {
            int end = spans[s + 1];
            for (int position = spans[s]; position < end; position++) {
                int level = bordered[position];
                int before = position - step;
                // All bits where both levels are equal, else none.
                int same = (bordered[before] ^ level) - 1 >> 31;
                int place = (places[before] & same) + 1;
                places[position] = place;
                table[stride * level + place]++;
            }
        }
    }

    private SizeMatrix toMatrix() {
        int cells = 0;
        for (int k = stride; k + 1 < table.length; k++) {
            cells += table[k] > table[k + 1] ? 1 : 0;
        }
        int[] cellLevels = new int[cells];
        int[] sizes = new int[cells];
        long[] counts = new long[cells];
        int cell = 0;
        for (int rank = 0; rank < levels.length; rank++) {
            int row = stride * (rank + 1);
            for (int size = 1; table[row + size] != 0; size++) {
                int runs = table[row + size] - table[row + size + 1];
                if (runs != 0) {
                    cellLevels[cell] = levels[rank];
                    sizes[cell] = size;
                    counts[cell++] = runs;
                }
            }
        }
        return new SizeMatrix(cellLevels, sizes, counts);
    }
}
