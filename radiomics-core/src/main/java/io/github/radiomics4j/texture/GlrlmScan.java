package io.github.radiomics4j.texture;

/**
 * Counts the runs of one direction.
 *
 * <p>Layout: levels in the bordered box, 0 outside the region, so that a run ends at the border without a test. At first
 * every voxel counts as a run of length 1; a voxel that continues into the next one but not into the one before starts a
 * longer run, which is walked to its end and takes its voxels out of the runs of length 1. With many levels few voxels
 * continue, so most cost a single look ahead (GlrlmBenchmark compares carried lengths and one sweep of all directions).
 */
final class GlrlmScan {
    private GlrlmScan() {}

    /**
     * Counts runs into {@code counts}.
     *
     * @param levels numbers of the levels in the bordered box; not modified
     * @param positions of the region's voxels in the bordered box; not modified
     * @param step distance in the bordered box from a voxel to the next one of its line
     * @param counts one run of length 1 for each voxel; modified
     * @return whether a voxel of the region follows another one directly
     */
    static boolean scan(int[] levels, int[] positions, int step, CellCounts counts) {
        int touching = 0;
        for (int position : positions) {
            int level = levels[position];
            int next = levels[position + step];
            touching |= next;
            if (next == level && levels[position - step] != level) {
                int end = position + 2 * step;
                int length = 2;
                while (levels[end] == level) {
                    end += step;
                    length++;
                }
                counts.join(level, length);
            }
        }
        return touching != 0;
    }
}
