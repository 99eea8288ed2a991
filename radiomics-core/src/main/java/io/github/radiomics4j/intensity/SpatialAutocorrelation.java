package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.RegionOfInterest;

/**
 * How alike the intensities x of N voxels are when they are near each other. With z = x − mean and weights w of one over
 * the distance of two voxel centers in mm, summed over all pairs i ≠ j,
 *
 * <pre>{@code I = N / Σ w_ij · Σ w_ij z_i z_j / Σ z_i²
 * C = (N − 1) / (2 Σ w_ij) · Σ w_ij (x_i − x_j)² / Σ z_i²}</pre>
 *
 * <p>All pairs, none left out, in a time of N log N: see {@code WeightedPairs}. NaN if the region is a single voxel or all
 * its intensities are equal.
 *
 * @param moransI I, near 0 without correlation, positive if neighbors are alike (IBSI N365)
 * @param gearysC C, near 1 without correlation, less if neighbors are alike (IBSI NPT7)
 */
public record SpatialAutocorrelation(double moransI, double gearysC) {

    /**
     * Returns both measures.
     *
     * @param region the voxels
     * @param intensities of the voxels, in raster order; not modified
     * @param checkCancelled run now and then
     * @throws io.github.radiomics4j.run.InvalidCaseException NON_FINITE if an intensity is NaN or infinite
     */
    public static SpatialAutocorrelation of(RegionOfInterest region, double[] intensities, Runnable checkCancelled) {
        int n = region.voxelCount();
        if (intensities.length != n) {
            throw new IllegalArgumentException(
                    "there must be an intensity for each of " + n + " voxels, found " + intensities.length);
        }
        Intensities.requireFinite(intensities);
        double least = intensities[0];
        double largest = intensities[0];
        for (double intensity : intensities) {
            least = Math.min(least, intensity);
            largest = Math.max(largest, intensity);
        }
        if (least == largest) {
            return new SpatialAutocorrelation(Double.NaN, Double.NaN);
        }
        // Both measures are free of scale. A spread of about 1 is that of the mask, which shares a transform with z.
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = intensities[i] / (largest - least);
        }
        Moments moments = Moments.of(z);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            z[i] = (z[i] - moments.mean()) / moments.standardDeviation();
            squares += z[i] * z[i];
        }
        WeightedPairs pairs = WeightedPairs.of(region, z, checkCancelled);
        return new SpatialAutocorrelation(
                n / pairs.weights() * (pairs.products() / squares),
                (n - 1) / pairs.weights() * ((pairs.squares() - pairs.products()) / squares));
    }
}
