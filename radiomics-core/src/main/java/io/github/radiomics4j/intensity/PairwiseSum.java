package io.github.radiomics4j.intensity;

import java.util.Arrays;

/**
 * Sums whose rounding error grows with the logarithm of their length instead of the length, added up in the order of
 * NumPy's {@code sum}: halves, cut at a multiple of 8, down to blocks of at most 128, and in a block eight sums of every
 * eighth value.
 */
final class PairwiseSum {
    private static final int BLOCK = 128;

    private PairwiseSum() {}

    /** Returns the sum of {@code values}, not modified. */
    static double of(double[] values) {
        return of(values, 0, values.length);
    }

    /** Returns the sum of the first {@code length} values. */
    static double of(double[] values, int length) {
        return of(values, 0, length);
    }

    private static double of(double[] values, int from, int length) {
        if (length <= BLOCK) {
            return ofBlock(values, from, length);
        }
        int half = length / 2;
        half -= half % 8;
        return of(values, from, half) + of(values, from + half, length - half);
    }

    /** Returns Σ |x − mean|, Σ (x − mean)², Σ (x − mean)³, Σ (x − mean)⁴ over {@code values}, not modified. */
    static double[] ofPowers(double[] values, double mean) {
        int levels = 34 - Integer.numberOfLeadingZeros(values.length);
        double[] sums = new double[4 * levels];
        ofPowers(values, 0, values.length, mean, new double[4][BLOCK], sums, 0);
        return Arrays.copyOf(sums, 4);
    }

    /**
     * Puts the four sums of a part at {@code sums[at]} and after; the sums of its right half pass through the places behind.
     *
     * @param powers of one block; overwritten
     */
    private static void ofPowers(
            double[] values, int from, int length, double mean, double[][] powers, double[] sums, int at) {
        if (length <= BLOCK) {
            fillPowers(values, from, length, mean, powers);
            for (int k = 0; k < 4; k++) {
                sums[at + k] = ofBlock(powers[k], 0, length);
            }
            return;
        }
        int half = length / 2;
        half -= half % 8;
        ofPowers(values, from, half, mean, powers, sums, at);
        ofPowers(values, from + half, length - half, mean, powers, sums, at + 4);
        for (int k = 0; k < 4; k++) {
            sums[at + k] += sums[at + 4 + k];
        }
    }

    private static void fillPowers(double[] values, int from, int length, double mean, double[][] powers) {
        double[] first = powers[0];
        double[] second = powers[1];
        double[] third = powers[2];
        double[] fourth = powers[3];
        for (int i = 0; i < length; i++) {
            double deviation = values[from + i] - mean;
            double square = deviation * deviation;
            double cube = square * deviation;
            first[i] = Math.abs(deviation);
            second[i] = square;
            third[i] = cube;
            fourth[i] = cube * deviation;
        }
    }

    private static double ofBlock(double[] a, int from, int length) {
        int to = from + length;
        if (length < 8) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += a[i];
            }
            return sum;
        }
        double s0 = a[from];
        double s1 = a[from + 1];
        double s2 = a[from + 2];
        double s3 = a[from + 3];
        double s4 = a[from + 4];
        double s5 = a[from + 5];
        double s6 = a[from + 6];
        double s7 = a[from + 7];
        int i = from + 8;
        for (; i + 8 <= to; i += 8) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
            s4 += a[i + 4];
            s5 += a[i + 5];
            s6 += a[i + 6];
            s7 += a[i + 7];
        }
        double sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        for (; i < to; i++) {
            sum += a[i];
        }
        return sum;
    }
}
