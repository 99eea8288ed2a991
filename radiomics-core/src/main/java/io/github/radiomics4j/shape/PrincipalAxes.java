package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import java.math.BigInteger;

/**
 * The spread of a region's voxel centers along its three principal axes: the eigenvalues λ₁ ≤ λ₂ ≤ λ₃ of the covariance
 *
 * <pre>{@code C_ab = Σ (r_a − r̄_a)(r_b − r̄_b) / D        a, b in x, y, z; r in mm}</pre>
 *
 * <p>where D is the {@link CovarianceDivisor}. The ellipsoid with the same second moments has semi-axes of 2 √λ.
 *
 * <p>As in PyRadiomics, an eigenvalue between −10⁻¹⁰ and 0 is rounding and becomes 0; a lower one is kept, and lengths
 * made of it are NaN.
 *
 * @param majorVarianceMm2 λ₃, in mm²
 * @param minorVarianceMm2 λ₂, in mm²
 * @param leastVarianceMm2 λ₁, in mm²; 0 for a region of one slice
 */
public record PrincipalAxes(double majorVarianceMm2, double minorVarianceMm2, double leastVarianceMm2) {

    /** What the sums of squares are divided by. */
    public enum CovarianceDivisor {
        /** D = N, the number of voxels: PyRadiomics. */
        POPULATION,
        /** D = N − 1: the IBSI reference values. All eigenvalues of a single voxel are NaN. */
        SAMPLE
    }

    /** Returns the principal axes of {@code region}. */
    public static PrincipalAxes of(RegionOfInterest region, CovarianceDivisor divisor) {
        long[] sums = sums(region);
        long n = region.voxelCount();
        double denominator = (double) n * (divisor == CovarianceDivisor.POPULATION ? n : n - 1);
        Spacing spacing = region.grid().spacing();
        double[][] covariance = new double[3][3];
        int product = 3;
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                // Whole numbers up to here: nothing cancels in the difference, wherever the region lies.
                double difference = BigInteger.valueOf(n)
                        .multiply(BigInteger.valueOf(sums[product++]))
                        .subtract(BigInteger.valueOf(sums[a]).multiply(BigInteger.valueOf(sums[b])))
                        .doubleValue();
                covariance[a][b] = difference / denominator * spacing.along(a) * spacing.along(b);
                covariance[b][a] = covariance[a][b];
            }
        }
        double[] eigenvalues = SymmetricEigenvalues.of(covariance);
        return new PrincipalAxes(
                withoutRounding(eigenvalues[2]), withoutRounding(eigenvalues[1]), withoutRounding(eigenvalues[0]));
    }

    /** Returns 4 √λ₃, the length in mm of the major axis. NaN if λ₃ is negative or NaN. */
    public double majorAxisLengthMm() {
        return 4 * Math.sqrt(majorVarianceMm2);
    }

    /** Returns 4 √λ₂, the length in mm of the minor axis. NaN if λ₂ is negative or NaN. */
    public double minorAxisLengthMm() {
        return 4 * Math.sqrt(minorVarianceMm2);
    }

    /** Returns 4 √λ₁, the length in mm of the least axis. NaN if λ₁ is negative or NaN. */
    public double leastAxisLengthMm() {
        return 4 * Math.sqrt(leastVarianceMm2);
    }

    /** Returns √(λ₂ / λ₃), 1 for a sphere and 0 for a line. NaN if the voxel centers all coincide. */
    public double elongation() {
        return Math.sqrt(minorVarianceMm2 / majorVarianceMm2);
    }

    /** Returns √(λ₁ / λ₃), 1 for a sphere and 0 for a single slice. NaN if the voxel centers all coincide. */
    public double flatness() {
        return Math.sqrt(leastVarianceMm2 / majorVarianceMm2);
    }

    private static double withoutRounding(double eigenvalue) {
        return eigenvalue < 0 && eigenvalue > -1e-10 ? 0 : eigenvalue;
    }

    /** Returns Σx, Σy, Σz, Σxx, Σxy, Σxz, Σyy, Σyz, Σzz over the voxels of the bordered box. */
    private static long[] sums(RegionOfInterest region) {
        int[] positions = region.positions();
        int sizeX = region.box().sizeX() + 2;
        int sizeY = region.box().sizeY() + 2;
        long[] sums = new long[9];
        int i = 0;
        int rowStart = 0;
        int y = 0;
        int z = 0;
        while (i < positions.length) {
            while (positions[i] - rowStart >= sizeX) {
                rowStart += sizeX;
                if (++y == sizeY) {
                    y = 0;
                    z++;
                }
            }
            long n = 0;
            long x1 = 0;
            long x2 = 0;
            for (; i < positions.length && positions[i] - rowStart < sizeX; i++) {
                int x = positions[i] - rowStart;
                x1 += x;
                x2 += (long) x * x;
                n++;
            }
            sums[0] += x1;
            sums[1] += n * y;
            sums[2] += n * z;
            sums[3] += x2;
            sums[4] += x1 * y;
            sums[5] += x1 * z;
            sums[6] += n * y * y;
            sums[7] += n * y * z;
            sums[8] += n * z * z;
        }
        return sums;
    }
}
