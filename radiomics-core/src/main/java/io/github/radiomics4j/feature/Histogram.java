package io.github.radiomics4j.feature;

import io.github.radiomics4j.discretize.PresentLevels;
import java.util.Arrays;

/**
 * Which whole numbers occur, ascending, and how often each. Counts are whole numbers, exact in a double, unless directions
 * are weighted. Filled again and again; its arrays only grow.
 */
final class Histogram {
    /** How many distinct values there are. */
    int size;
    /** The values, ascending, in the first {@link #size} places. */
    int[] values = new int[64];
    /** How often each value occurs, above 0. */
    double[] counts = new double[64];

    /** Returns how many voxels each level has. */
    static Histogram of(PresentLevels present) {
        Histogram histogram = new Histogram();
        int[] levels = present.levels();
        int[] voxels = present.voxelCounts();
        for (int rank = 0; rank < levels.length; rank++) {
            histogram.add(levels[rank], voxels[rank]);
        }
        return histogram;
    }

    /** Takes the counts of {@code table[from]} to {@code table[to]}, the value being the index, and clears them. */
    void take(double[] table, int from, int to) {
        size = 0;
        for (int value = from; value <= to; value++) {
            if (table[value] != 0) {
                add(value, table[value]);
                table[value] = 0;
            }
        }
    }

    /**
     * Takes {@code length} pairs {@code value << 32 | place}; a value may come more than once.
     *
     * @param pairs sorted by this method
     * @param pairCounts count of each place; not modified
     */
    void takePairs(long[] pairs, int length, double[] pairCounts) {
        size = 0;
        addPairs(pairs, length, pairCounts);
    }

    /** Adds pairs as {@link #takePairs} has them, of values larger than all before. */
    void addPairs(long[] pairs, int length, double[] pairCounts) {
        Arrays.sort(pairs, 0, length);
        for (int k = 0; k < length; k++) {
            int value = (int) (pairs[k] >>> 32);
            double count = pairCounts[(int) pairs[k]];
            if (size > 0 && values[size - 1] == value) {
                counts[size - 1] += count;
            } else {
                add(value, count);
            }
        }
    }

    /** Returns the place of {@code value}, which occurs. */
    int indexOf(int value) {
        return Arrays.binarySearch(values, 0, size, value);
    }

    /** Returns Σ value count. */
    double sum() {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += values[k] * counts[k];
        }
        return sum;
    }

    /** Returns the mean; {@code total} is the sum of the counts. */
    double mean(double total) {
        return sum() / total;
    }

    /** Returns the mean of (value − mean)²: two passes, a difference of large sums would lose the digits of a small one. */
    double variance(double total) {
        return moment2(mean(total), total);
    }

    /** Returns the mean of (value − center)². */
    double moment2(double center, double total) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double d = values[k] - center;
            sum += d * d * counts[k];
        }
        return sum / total;
    }

    /** Returns the entropy in bits. */
    double entropy(double total) {
        double terms = 0;
        for (int k = 0; k < size; k++) {
            terms += CountEntropy.term(counts[k]);
        }
        return CountEntropy.bits(terms, total, size);
    }

    /** Returns the mean of 1 / value². */
    double inverseMoment2(double total) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += counts[k] / ((double) values[k] * values[k]);
        }
        return sum / total;
    }

    /** Returns Σ count². */
    double squaredCounts() {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += counts[k] * counts[k];
        }
        return sum;
    }

    /** Adds a value larger than all before it. */
    void add(int value, double count) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        values[size] = value;
        counts[size++] = count;
    }
}
