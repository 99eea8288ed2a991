package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import java.util.Arrays;

/**
 * Sums over all voxels of an image, and ITK's mean and variance from them. The moments of a region's intensities are
 * NumPy's and another thing: order of summation, divisor and what is summed all differ, and the results keep their digits.
 *
 * @param count number of voxels
 * @param first value of the first voxel
 * @param isConstant whether every voxel has it
 * @param sum Σ x
 * @param sumOfSquares Σ x²
 */
record ImageSums(long count, double first, boolean isConstant, double sum, double sumOfSquares) {
    private static final int BLOCK = 1 << 12;
    /** Values added plainly before their sum is added with compensation. */
    private static final int GROUP = 32;

    /**
     * Sums with compensation (Kahan), as the difference Σ x² − (Σ x)² / n needs all digits: group by group, for a group
     * of 32 loses nothing that counts and its additions need not wait for each other.
     */
    static ImageSums of(ImageVolume image) {
        int n = Math.toIntExact(image.grid().size().voxelCount());
        double[] block = new double[BLOCK];
        image.copyTo(0, block, 0, 1);
        double first = block[0];
        boolean isConstant = true;
        double sum = 0;
        double sumLost = 0;
        double squares = 0;
        double squaresLost = 0;
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from);
            image.copyTo(from, block, 0, length);
            // Zeros up to a whole group change no sum.
            int padded = Math.min(BLOCK, (length + GROUP - 1) / GROUP * GROUP);
            Arrays.fill(block, length, padded, 0);
            isConstant = isConstant && isConstant(block, length, first);
            for (int g = 0; g < padded; g += GROUP) {
                double y = groupSum(block, g) - sumLost;
                double t = sum + y;
                sumLost = (t - sum) - y;
                sum = t;
                double yy = groupSumOfSquares(block, g) - squaresLost;
                double tt = squares + yy;
                squaresLost = (tt - squares) - yy;
                squares = tt;
            }
        }
        return new ImageSums(n, first, isConstant, sum, squares);
    }

    private static boolean isConstant(double[] x, int length, double value) {
        for (int i = 0; i < length; i++) {
            if (x[i] != value) {
                return false;
            }
        }
        return true;
    }

    private static double groupSum(double[] x, int from) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = from; i < from + GROUP; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        return (a + b) + (c + d);
    }

    private static double groupSumOfSquares(double[] x, int from) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = from; i < from + GROUP; i += 4) {
            a += x[i] * x[i];
            b += x[i + 1] * x[i + 1];
            c += x[i + 2] * x[i + 2];
            d += x[i + 3] * x[i + 3];
        }
        return (a + b) + (c + d);
    }

    double mean() {
        return sum / count;
    }

    /** Returns the sample variance (divisor n − 1), from the sums as ITK does. */
    double variance() {
        return (sumOfSquares - sum * sum / count) / (count - 1);
    }
}
