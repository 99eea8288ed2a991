package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;

/**
 * {@link WeightedPairs} by Fourier transforms, in a time of M log M for a padded box of M places.
 *
 * <p>The padded box has the least length from 2n − 1 on along an axis of n voxels that the transform is fast for. It never
 * exists as a whole: the box is transformed along z, then plane by plane along y and x and back, times the transform of the
 * weights, then along z again. Rows and planes that hold nothing are left out.
 *
 * <p>Memory: two values for each place of the box, padded along z alone, and one for an eighth of the padded box, which is
 * all that the transform of the weights has, being even along each axis and real: together 8 (2 · 2 + 1) = 40 bytes for
 * each voxel of the box, and 128 for each of a slice.
 *
 * <p>Layout: {@code re[z]} and {@code im[z]} are plane z of the box, (x, y) at {@code x + sizeX · y}; {@code
 * transformed[kz]} is plane kz of the weights, (kx, ky) at {@code kx · halfY + ky}. Confined to one thread.
 */
final class DistanceConvolution {
    private final PairedVoxels voxels;
    private final Runnable checkCancelled;
    private final int sizeX;
    private final int sizeY;
    private final int sizeZ;
    private final Fourier alongX;
    private final Fourier alongY;
    private final Fourier alongZ;
    private final int halfX;
    private final int halfY;
    private final int halfZ;
    private final double[][] transformed;
    private final double[] re1;
    private final double[] im1;
    private final double[] re2;
    private final double[] im2;

    DistanceConvolution(PairedVoxels voxels, Runnable checkCancelled) {
        this.voxels = voxels;
        this.checkCancelled = checkCancelled;
        this.sizeX = voxels.sizeX();
        this.sizeY = voxels.sizeY();
        this.sizeZ = voxels.sizeZ();
        this.alongX = new Fourier(Fourier.lengthFrom(2 * sizeX - 1));
        this.alongY = new Fourier(Fourier.lengthFrom(2 * sizeY - 1));
        this.alongZ = new Fourier(Fourier.lengthFrom(2 * sizeZ - 1));
        this.halfX = alongX.length() / 2 + 1;
        this.halfY = alongY.length() / 2 + 1;
        this.halfZ = alongZ.length() / 2 + 1;
        int scratch = Math.max(
                Math.multiplyExact(alongX.length(), alongY.length()),
                Math.multiplyExact(alongZ.length(), Math.max(sizeX, halfY)));
        this.re1 = new double[scratch];
        this.im1 = new double[scratch];
        this.re2 = new double[scratch];
        this.im2 = new double[scratch];
        this.transformed = weights();
        transformWeights();
    }

    WeightedPairs sums() {
        double[][] re = new double[alongZ.length()][sizeX * sizeY];
        double[][] im = new double[alongZ.length()][sizeX * sizeY];
        double[] values = voxels.values();
        for (int i = 0; i < values.length; i++) {
            int at = voxels.x()[i] + sizeX * voxels.y()[i];
            re[voxels.z()[i]][at] = values[i];
            im[voxels.z()[i]][at] = 1;
        }
        transformAlongZ(re, im, sizeZ, alongZ.length());
        for (int kz = 0; kz < alongZ.length(); kz++) {
            checkCancelled.run();
            convolve(re[kz], im[kz], transformed[Math.min(kz, alongZ.length() - kz)]);
        }
        transformAlongZ(im, re, alongZ.length(), sizeZ);
        double weights = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            int at = voxels.x()[i] + sizeX * voxels.y()[i];
            double weightOfVoxel = im[voxels.z()[i]][at];
            weights += weightOfVoxel;
            products += values[i] * re[voxels.z()[i]][at];
            squares += values[i] * values[i] * weightOfVoxel;
        }
        double places = (double) alongX.length() * alongY.length() * alongZ.length();
        return new WeightedPairs(weights / places, products / places, squares / places);
    }

    /** Transforms the first {@code filled} planes, the others being 0, and keeps the first {@code wanted}. */
    private void transformAlongZ(double[][] re, double[][] im, int filled, int wanted) {
        for (int y = 0; y < sizeY; y++) {
            checkCancelled.run();
            int row = sizeX * y;
            for (int z = 0; z < filled; z++) {
                System.arraycopy(re[z], row, re1, sizeX * z, sizeX);
                System.arraycopy(im[z], row, im1, sizeX * z, sizeX);
            }
            Arrays.fill(re1, sizeX * filled, sizeX * alongZ.length(), 0);
            Arrays.fill(im1, sizeX * filled, sizeX * alongZ.length(), 0);
            alongZ.transform(re1, im1, re2, im2, sizeX);
            for (int z = 0; z < wanted; z++) {
                System.arraycopy(re1, sizeX * z, re[z], row, sizeX);
                System.arraycopy(im1, sizeX * z, im[z], row, sizeX);
            }
        }
    }

    /**
     * Convolves a plane along x and y.
     *
     * @param re real parts; overwritten
     * @param im imaginary parts; overwritten
     * @param factors the plane of the transformed weights; not modified
     */
    private void convolve(double[] re, double[] im, double[] factors) {
        int lengthX = alongX.length();
        int lengthY = alongY.length();
        System.arraycopy(re, 0, re1, 0, sizeX * sizeY);
        System.arraycopy(im, 0, im1, 0, sizeX * sizeY);
        Arrays.fill(re1, sizeX * sizeY, sizeX * lengthY, 0);
        Arrays.fill(im1, sizeX * sizeY, sizeX * lengthY, 0);
        alongY.transform(re1, im1, re2, im2, sizeX);
        transpose(re1, re2, lengthY, sizeX);
        transpose(im1, im2, lengthY, sizeX);
        Arrays.fill(re2, sizeX * lengthY, lengthX * lengthY, 0);
        Arrays.fill(im2, sizeX * lengthY, lengthX * lengthY, 0);
        alongX.transform(re2, im2, re1, im1, lengthY);
        for (int kx = 0; kx < lengthX; kx++) {
            int from = Math.min(kx, lengthX - kx) * halfY;
            int to = kx * lengthY;
            for (int ky = 0; ky < halfY; ky++) {
                re2[to + ky] *= factors[from + ky];
                im2[to + ky] *= factors[from + ky];
            }
            for (int ky = halfY; ky < lengthY; ky++) {
                re2[to + ky] *= factors[from + lengthY - ky];
                im2[to + ky] *= factors[from + lengthY - ky];
            }
        }
        alongX.transform(im2, re2, im1, re1, lengthY);
        transpose(re2, re1, sizeX, lengthY);
        transpose(im2, im1, sizeX, lengthY);
        alongY.transform(im1, re1, im2, re2, sizeX);
        System.arraycopy(re1, 0, re, 0, sizeX * sizeY);
        System.arraycopy(im1, 0, im, 0, sizeX * sizeY);
    }

    /** Turns {@code rows} of {@code columns} into as many columns, overwriting {@code to}. */
    private static void transpose(double[] from, double[] to, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                to[column * rows + row] = from[row * columns + column];
            }
        }
    }

    /** Returns 1 / distance, and 0 at the origin, for as many steps along each axis as half the padded box has. */
    private double[][] weights() {
        Spacing spacing = voxels.spacing();
        double[][] weights = new double[halfZ][halfX * halfY];
        for (int dz = 0; dz < halfZ; dz++) {
            for (int dx = 0; dx < halfX; dx++) {
                for (int dy = 0; dy < halfY; dy++) {
                    double x = dx * spacing.xMm();
                    double y = dy * spacing.yMm();
                    double z = dz * spacing.zMm();
                    weights[dz][dx * halfY + dy] = 1 / Math.sqrt(x * x + y * y + z * z);
                }
            }
        }
        weights[0][0] = 0;
        return weights;
    }

    /**
     * Transforms the weights, even along each axis, in place: an even sequence has a real and even transform, so that one
     * transform serves two of them, as its real and its imaginary part.
     */
    private void transformWeights() {
        for (int dz = 0; dz < halfZ; dz += 2) {
            checkCancelled.run();
            transformPlanes(transformed[dz], transformed[Math.min(dz + 1, halfZ - 1)]);
        }
        for (int kx = 0; kx < halfX; kx += 2) {
            checkCancelled.run();
            int first = kx * halfY;
            int second = Math.min(kx + 1, halfX - 1) * halfY;
            for (int z = 0; z < alongZ.length(); z++) {
                double[] plane = transformed[Math.min(z, alongZ.length() - z)];
                System.arraycopy(plane, first, re1, z * halfY, halfY);
                System.arraycopy(plane, second, im1, z * halfY, halfY);
            }
            alongZ.transform(re1, im1, re2, im2, halfY);
            for (int kz = 0; kz < halfZ; kz++) {
                System.arraycopy(im1, kz * halfY, transformed[kz], second, halfY);
                System.arraycopy(re1, kz * halfY, transformed[kz], first, halfY);
            }
        }
    }

    /** Transforms two planes of weights along x and y, in place; both may be the same. */
    private void transformPlanes(double[] first, double[] second) {
        int lengthX = alongX.length();
        int lengthY = alongY.length();
        for (int x = 0; x < lengthX; x++) {
            int from = Math.min(x, lengthX - x) * halfY;
            System.arraycopy(first, from, re1, x * halfY, halfY);
            System.arraycopy(second, from, im1, x * halfY, halfY);
        }
        alongX.transform(re1, im1, re2, im2, halfY);
        for (int y = 0; y < lengthY; y++) {
            int from = Math.min(y, lengthY - y);
            for (int kx = 0; kx < halfX; kx++) {
                re2[y * halfX + kx] = re1[kx * halfY + from];
                im2[y * halfX + kx] = im1[kx * halfY + from];
            }
        }
        alongY.transform(re2, im2, re1, im1, halfX);
        for (int kx = 0; kx < halfX; kx++) {
            for (int ky = 0; ky < halfY; ky++) {
                second[kx * halfY + ky] = im2[ky * halfX + kx];
                first[kx * halfY + ky] = re2[ky * halfX + kx];
            }
        }
    }
}
