package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Ngtdm;
import java.util.Arrays;

/**
 * The rows of a gray tone difference matrix that take part, and the sums over all pairs of them. Three of the four sums
 * over pairs are made from sums over levels, without loss of digits; that of {@link #complexity} is made pair by pair.
 */
final class NgtdmStatistics {
    /** Rows of the sum over pairs between two looks at whether it may go on. */
    private static final int ROWS_BETWEEN_CHECKS = 64;

    private final Runnable checkCancelled;
    private final int size;
    private final double[] levels;
    private final double[] counts;
    private final double[] differences;
    private final double total;
    private final double weightedDifference;
    private final double differenceSum;

    /** @param checkCancelled run now and then; throws to end a long computation */
    NgtdmStatistics(Ngtdm ngtdm, boolean countsVoxelsWithoutNeighbors, Runnable checkCancelled) {
        this.checkCancelled = checkCancelled;
        int rows = ngtdm.presentLevelCount();
        levels = new double[rows];
        counts = new double[rows];
        differences = new double[rows];
        int used = 0;
        double voxels = 0;
        double weighted = 0;
        double sum = 0;
        for (int rank = 0; rank < rows; rank++) {
            int count = ngtdm.count(rank) - (countsVoxelsWithoutNeighbors ? 0 : ngtdm.countWithoutNeighbors(rank));
            if (count == 0) {
                continue;
            }
            levels[used] = ngtdm.level(rank);
            counts[used] = count;
            differences[used] = ngtdm.difference(rank);
            voxels += count;
            weighted += count * differences[used];
            sum += differences[used];
            used++;
        }
        size = used;
        total = voxels;
        weightedDifference = weighted / voxels;
        differenceSum = sum;
    }

    boolean isEmpty() {
        return size == 0;
    }

    double coarseness() {
        return weightedDifference == 0 ? 1e6 : 1 / weightedDifference;
    }

    /** Σ_i Σ_j p_i p_j (i − j)² is twice the variance of the levels. */
    double contrast() {
        if (size == 1) {
            return 0;
        }
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += levels[i] * counts[i];
        }
        mean /= total;
        double variance = 0;
        for (int i = 0; i < size; i++) {
            variance += (levels[i] - mean) * (levels[i] - mean) * counts[i];
        }
        variance /= total;
        return 2 * variance * (differenceSum / total) / ((double) size * (size - 1));
    }

    /**
     * Σ_i Σ_j |x_i − x_j| over x_i = i n_i, in ascending order of x, is 2 Σ_k (x_{k+1} − x_k) (k + 1) (size − k − 1): each
     * step lies between so many pairs.
     */
    double busyness() {
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = levels[i] * counts[i];
        }
        Arrays.sort(x);
        double sum = 0;
        for (int k = 0; k + 1 < size; k++) {
            sum += (x[k + 1] - x[k]) * (k + 1) * (size - k - 1);
        }
        return sum == 0 ? 0 : weightedDifference * total / (2 * sum);
    }

    double complexity() {
        double sum = 0;
        for (int i = 1; i < size; i++) {
            if (i % ROWS_BETWEEN_CHECKS == 0) {
                checkCancelled.run();
            }
            double level = levels[i];
            double count = counts[i];
            double product = count * differences[i];
            double row = 0;
            for (int j = 0; j < i; j++) {
                row += (level - levels[j]) * (product + counts[j] * differences[j]) / (count + counts[j]);
            }
            sum += row;
        }
        return 2 * sum / total;
    }

    /** Σ_i Σ_j (p_i + p_j)(i − j)² = 2 Σ_i p_i (size (i − m)² + V), with m the mean of the levels and V = Σ_j (j − m)². */
    double strength() {
        if (differenceSum == 0) {
            return 0;
        }
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += levels[i];
        }
        mean /= size;
        double spread = 0;
        double weighted = 0;
        for (int i = 0; i < size; i++) {
            double square = (levels[i] - mean) * (levels[i] - mean);
            spread += square;
            weighted += counts[i] * square;
        }
        return 2 * (size * weighted / total + spread) / differenceSum;
    }
}
