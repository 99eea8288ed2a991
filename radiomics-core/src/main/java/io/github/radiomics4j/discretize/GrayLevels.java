package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The gray level, 1 to N, of every voxel of a region. Immutable.
 *
 * <p>{@link #bordered()} lays the levels out in the region's bordered box (see {@link RegionOfInterest}), 0 wherever the
 * region is not, which is what the texture kernels read.
 */
public final class GrayLevels {
    /** More levels than this are refused: they are a slip in the bin width, not a texture. */
    public static final int MAXIMUM_LEVELS = 1 << 24;

    private final RegionOfInterest region;
    private final int[] levels;
    private final int levelCount;
    /** Made when first asked for; two threads may both make it, and make the same. */
    private @Nullable PresentLevels present;

    private GrayLevels(RegionOfInterest region, int[] levels, int levelCount) {
        this.region = region;
        this.levels = levels;
        this.levelCount = levelCount;
    }

    /**
     * Returns gray levels given one by one.
     *
     * @param levels level, at least 1, of each voxel of the region in raster order; copied
     */
    public static GrayLevels of(RegionOfInterest region, int[] levels) {
        if (levels.length != region.voxelCount()) {
            throw new IllegalArgumentException("a level is needed for each of the region's " + region.voxelCount()
                    + " voxels, found " + levels.length);
        }
        int highest = 0;
        for (int level : levels) {
            if (level < 1 || level > MAXIMUM_LEVELS) {
                throw new IllegalArgumentException(
                        "gray levels must lie in 1 to " + MAXIMUM_LEVELS + ", found " + level);
            }
            highest = Math.max(highest, level);
        }
        return new GrayLevels(region, levels.clone(), highest);
    }

    /**
     * Returns gray levels around {@code levels} without a copy.
     *
     * @param levels at least 1, one per voxel of the region; handed over
     */
    static GrayLevels wrap(RegionOfInterest region, int[] levels) {
        int highest = 0;
        for (int level : levels) {
            highest = Math.max(highest, level);
        }
        return new GrayLevels(region, levels, highest);
    }

    /** Returns the levels of each slice across z that holds voxels, in order. */
    public List<GrayLevels> slices() {
        List<GrayLevels> slices = new ArrayList<>();
        int from = 0;
        for (RegionOfInterest slice : region.slices()) {
            int to = from + slice.voxelCount();
            slices.add(wrap(slice, Arrays.copyOfRange(levels, from, to)));
            from = to;
        }
        return slices;
    }

    /** Returns the voxels that have these levels. */
    public RegionOfInterest region() {
        return region;
    }

    /** Returns N, the highest level that occurs; lower levels may be absent. */
    public int levelCount() {
        return levelCount;
    }

    /** Returns the levels that occur. */
    public PresentLevels present() {
        PresentLevels made = present;
        if (made == null) {
            made = PresentLevels.of(region, levels, levelCount);
            present = made;
        }
        return made;
    }

    /** Returns the level of voxel {@code i} of the region. */
    public int level(int i) {
        return levels[Objects.checkIndex(i, levels.length)];
    }

    /** Returns the levels of the region's voxels in raster order, in a new array. */
    public int[] levels() {
        return levels.clone();
    }

    /** Returns the levels in the region's bordered box, 0 outside the region, in a new array. */
    public int[] bordered() {
        int[] out = new int[region.borderedLength()];
        for (int i = 0; i < levels.length; i++) {
            out[region.position(i)] = levels[i];
        }
        return out;
    }
}
