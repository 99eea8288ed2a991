package io.github.radiomics4j.texture;

/**
 * Counts the runs of one direction after another, for so many levels that the table of {@link GlrlmCarry} would be mostly
 * zeros: few voxels then continue into the next one, and most cost a single look ahead.
 *
 * <p>Layout: levels in the bordered box, 0 outside the region, so that a run ends at the border without a test. At first
 * every voxel counts as a run of length 1; a voxel that continues into the next one but not into the one before starts a
 * longer run, which is walked to its end and takes its voxels out of the runs of length 1.
 *
 * <p>Reused for one direction after another; not safe for threads.
 */
final class GlrlmScan {
    private final CellCounts counts;
    private final int[] voxelCounts;
    private final int[] bordered;
    private final int[] positions;

    /**
     * @param levels that occur, ascending; not modified
     * @param voxelCounts number of voxels of each level; not modified
     * @param bordered numbers of the levels, rank + 1, in the bordered box; not modified
     * @param positions of the region's voxels in the bordered box; not modified
     */
    GlrlmScan(int[] levels, int[] voxelCounts, int[] bordered, int[] positions) {
        this.counts = new CellCounts(levels);
        this.voxelCounts = voxelCounts;
        this.bordered = bordered;
        this.positions = positions;
    }

    /**
     * Returns the runs along a direction.
     *
     * @param step distance in the bordered box from a voxel to the next one of its line
     */
    SizeMatrix count(int step) {
        counts.restart(voxelCounts);
        scan(bordered, positions, step, counts);
        return counts.toMatrix();
    }

    private static void scan(int[] levels, int[] positions, int step, CellCounts counts) {
        for (int position : positions) {
            int level = levels[position];
            if (levels[position + step] == level && levels[position - step] != level) {
                int end = position + 2 * step;
                int length = 2;
                while (levels[end] == level) {
                    end += step;
                    length++;
                }
                counts.join(level, length);
            }
        }
    }
}
