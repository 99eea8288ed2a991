package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;
import java.util.Arrays;

/**
 * The gray levels that occur in a region, ascending, and for each voxel the place of its level among them: its rank, from
 * 0. Arrays over ranks are never longer than the region, however large the levels. Immutable.
 */
public final class PresentLevels {
    private final RegionOfInterest region;
    private final int[] levels;
    private final int[] ranks;

    private PresentLevels(RegionOfInterest region, int[] levels, int[] ranks) {
        this.region = region;
        this.levels = levels;
        this.ranks = ranks;
    }

    /**
     * Returns the ranks of {@code voxelLevels}.
     *
     * @param voxelLevels level of each voxel of the region, 1 to {@code levelCount}; not modified
     */
    static PresentLevels of(RegionOfInterest region, int[] voxelLevels, int levelCount) {
        // A table over all levels, unless there are so many that sorting the voxels is cheaper.
        return levelCount <= 4L * voxelLevels.length + 1024
                ? byTable(region, voxelLevels, levelCount)
                : bySorting(region, voxelLevels);
    }

    private static PresentLevels byTable(RegionOfInterest region, int[] voxelLevels, int levelCount) {
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
        return new PresentLevels(region, Arrays.copyOf(levels, count), ranks);
    }

    private static PresentLevels bySorting(RegionOfInterest region, int[] voxelLevels) {
        int[] levels = voxelLevels.clone();
        Arrays.sort(levels);
        int count = 0;
        for (int level : levels) {
            if (count == 0 || level != levels[count - 1]) {
                levels[count++] = level;
            }
        }
        levels = Arrays.copyOf(levels, count);
        int[] ranks = new int[voxelLevels.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(levels, voxelLevels[i]);
        }
        return new PresentLevels(region, levels, ranks);
    }

    /** Returns how many levels occur, at least 1. */
    public int count() {
        return levels.length;
    }

    /** Returns the level of each rank, ascending, in a new array. */
    public int[] levels() {
        return levels.clone();
    }

    /** Returns the rank of each voxel of the region in raster order, in a new array. */
    public int[] ranks() {
        return ranks.clone();
    }

    /** Returns the number of voxels of each rank, at least 1, in a new array. */
    public int[] voxelCounts() {
        int[] counts = new int[levels.length];
        for (int rank : ranks) {
            counts[rank]++;
        }
        return counts;
    }

    /** Returns rank + 1 of each voxel in the region's bordered box, 0 outside the region, in a new array. */
    public int[] bordered() {
        int[] out = new int[region.borderedLength()];
        for (int i = 0; i < ranks.length; i++) {
            out[region.position(i)] = ranks[i] + 1;
        }
        return out;
    }
}
