package io.github.radiomics4j.feature;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.RegionOfInterest;
import org.jspecify.annotations.Nullable;

/**
 * What a family computes from: the voxels of a label, their intensities in one image, and their gray levels. Gray levels
 * and counts are made when first asked for and then kept, so that families share them. Confined to one thread.
 */
public final class Region {
    private final RegionOfInterest voxels;
    private final double[] intensities;
    private final Discretization discretization;
    private @Nullable GrayLevels levels;

    private Region(RegionOfInterest voxels, double[] intensities, Discretization discretization) {
        this.voxels = voxels;
        this.intensities = intensities;
        this.discretization = discretization;
    }

    /**
     * Returns the region of {@code voxels} in {@code image}.
     *
     * @param image on the grid of the region
     */
    public static Region of(RegionOfInterest voxels, ImageVolume image, Discretization discretization) {
        return new Region(voxels, voxels.intensities(image), discretization);
    }

    /** Returns the voxels. */
    public RegionOfInterest voxels() {
        return voxels;
    }

    /** Returns the number of voxels. */
    public int voxelCount() {
        return intensities.length;
    }

    /** Returns the intensities in raster order, in a new array. */
    public double[] intensities() {
        return intensities.clone();
    }

    /** Returns the gray levels. */
    public GrayLevels levels() {
        if (levels == null) {
            levels = discretization.apply(voxels, intensities);
        }
        return levels;
    }
}
