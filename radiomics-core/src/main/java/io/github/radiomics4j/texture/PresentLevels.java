package io.github.radiomics4j.texture;

import java.util.Arrays;

/**
 * The levels that occur, ascending, and for each voxel the place of its level among them: its rank, from 0. Arrays over
 * ranks are never longer than the region, however large the levels.
 */
final class PresentLevels {
    /** Level of each rank, ascending. Not modified. */
    final int[] levels;
    /** Rank of each voxel in raster order. Not modified. */
    final int[] ranks;

    private PresentLevels(int[] levels, int[] ranks) {
        this.levels = levels;
        this.ranks = ranks;
    }

    /**
     * Returns the ranks of {@code voxelLevels}.
     *
     * @param voxelLevels level of each voxel, 1 to {@code levelCount}; not modified
     */
    static PresentLevels of(int[] voxelLevels, int levelCount) {
        return levelCount <= 4L * voxelLevels.length + 1024 ? byTable(voxelLevels, levelCount) : bySorting(voxelLevels);
    }

    private static PresentLevels byTable(int[] voxelLevels, int levelCount) {
        int[] rankOf = new int[levelCount + 1];
        for (int level : voxelLevels) {
            rankOf[level] = 1;
        }
        int[] levels = new int[Math.min(levelCount, voxelLevels.length)];
        int count = 0;
        for (int level = 1; level <= levelCount; level++) {
            if (rankOf[level] != 0) {
                rankOf[level] = count;
                levels[count++] = level;
            }
        }
        int[] ranks = new int[voxelLevels.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = rankOf[voxelLevels[i]];
        }
        return new PresentLevels(Arrays.copyOf(levels, count), ranks);
    }

    private static PresentLevels bySorting(int[] voxelLevels) {
        int[] levels = voxelLevels.clone();
        Arrays.sort(levels);
        int count = 0;
        for (int i = 0; i < levels.length; i++) {
            if (i == 0 || levels[i] != levels[i - 1]) {
                levels[count++] = levels[i];
            }
        }
        levels = Arrays.copyOf(levels, count);
        int[] ranks = new int[voxelLevels.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(levels, voxelLevels[i]);
        }
        return new PresentLevels(levels, ranks);
    }
}
