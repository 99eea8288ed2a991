package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.RegionOfInterest;

/**
 * Highest means of spheres of 1 cm³ around voxels of a region (IBSI 9ST6), in intensity units.
 *
 * <pre>{@code p(v) = mean of the image over the voxels u with |u − v| ≤ r        r = (3 / 4π)^(1/3) cm}</pre>
 *
 * <p>|u − v| is the distance of voxel centers in mm. Voxels outside the region count, those outside the image do not.
 *
 * @param local largest p(v) over the voxels v that have the region's highest intensity (IBSI VJGA)
 * @param global largest p(v) over all voxels v of the region (IBSI 0F91)
 */
public record IntensityPeaks(double local, double global) {

    /** r, 6.2035 mm. */
    public static final double RADIUS_MM = 10 * Math.cbrt(3 / (4 * Math.PI));

    /**
     * Returns the peaks of {@code region}.
     *
     * @param image on the region's grid
     * @param checkCancelled run once a slice
     * @throws io.github.radiomics4j.run.InvalidCaseException NON_FINITE if the image has a NaN or an infinity in the box
     *     that is the region's, larger by r on each side
     */
    public static IntensityPeaks of(RegionOfInterest region, ImageVolume image, Runnable checkCancelled) {
        return new SphereMeans(region, image, RADIUS_MM, checkCancelled).peaks();
    }
}
