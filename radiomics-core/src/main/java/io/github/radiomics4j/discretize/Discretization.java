package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;

/** How intensities become gray levels 1 to N. */
public sealed interface Discretization permits FixedBinWidth, FixedBinCount {

    /**
     * Returns the gray level of every voxel of a region.
     *
     * @param region the voxels
     * @param intensities one per voxel of the region, in raster order; not modified
     * @throws io.github.radiomics4j.run.InvalidCaseException NON_FINITE if an intensity is NaN or infinite; LIMIT if the
     *     range needs more levels than {@link GrayLevels#MAXIMUM_LEVELS}
     */
    GrayLevels apply(RegionOfInterest region, double[] intensities);
}
