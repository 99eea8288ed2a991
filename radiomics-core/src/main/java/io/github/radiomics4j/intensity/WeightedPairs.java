package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;

/**
 * Sums over all pairs i ≠ j of N voxels with values z, weighted by w = 1 / distance in mm:
 *
 * <pre>{@code weights = Σ w_ij        products = Σ w_ij z_i z_j        squares = Σ w_ij z_i²}</pre>
 *
 * <p>Few voxels are taken pair by pair. Many are a convolution: (w ∗ z)(i) = Σ_j w_ij z_j by Fourier transforms of the
 * box, padded so that nothing comes round, and the same of the mask, which is the imaginary part of the same transform.
 */
record WeightedPairs(double weights, double products, double squares) {
    /** Time of a place of the padded box, times the logarithm of their number, in pairs: see AutocorrelationBenchmark. */
    private static final double PAIRS_PER_PLACE = 2;

    /**
     * Returns the sums of {@code region}.
     *
     * @param values of the voxels, in raster order, of a spread of about 1; not modified
     * @param checkCancelled run now and then
     */
    static WeightedPairs of(RegionOfInterest region, double[] values, Runnable checkCancelled) {
        PairedVoxels voxels = PairedVoxels.of(region, values);
        double n = values.length;
        double places = (double) Fourier.lengthFrom(2 * voxels.sizeX() - 1)
                * Fourier.lengthFrom(2 * voxels.sizeY() - 1)
                * Fourier.lengthFrom(2 * voxels.sizeZ() - 1);
        return n * (n - 1) / 2 <= PAIRS_PER_PLACE * places * Math.log(places)
                ? ofAllPairs(voxels, checkCancelled)
                : new DistanceConvolution(voxels, checkCancelled).sums();
    }

    static WeightedPairs ofAllPairs(PairedVoxels voxels, Runnable checkCancelled) {
        int[] x = voxels.x();
        int[] y = voxels.y();
        int[] z = voxels.z();
        double[] values = voxels.values();
        Spacing spacing = voxels.spacing();
        double sx2 = spacing.xMm() * spacing.xMm();
        double sy2 = spacing.yMm() * spacing.yMm();
        double sz2 = spacing.zMm() * spacing.zMm();
        double weights = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (i % 1024 == 0) {
                checkCancelled.run();
            }
            double rowWeights = 0;
            double rowProducts = 0;
            double rowSquares = 0;
            for (int j = 0; j < i; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double dz = z[i] - z[j];
                double weight = 1 / Math.sqrt(dx * dx * sx2 + dy * dy * sy2 + dz * dz * sz2);
                rowWeights += weight;
                rowProducts += weight * values[j];
                rowSquares += weight * values[j] * values[j];
            }
            weights += 2 * rowWeights;
            products += 2 * rowProducts * values[i];
            squares += rowSquares + rowWeights * values[i] * values[i];
        }
        return new WeightedPairs(weights, products, squares);
    }
}
