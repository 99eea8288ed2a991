package io.github.radiomics4j.intensity;

import io.github.radiomics4j.discretize.GrayLevels;
import java.util.Arrays;

/**
 * How many voxels of a region have each gray level that occurs. With n_i of N voxels at level i, p_i = n_i / N.
 *
 * <p>Immutable.
 */
public final class IntensityHistogram {
    /** NumPy's {@code spacing(1)}, which PyRadiomics adds within logarithms. */
    private static final double EPSILON = 0x1p-52;

    private final int[] levels;
    private final int[] counts;
    private final int voxelCount;

    private IntensityHistogram(int[] levels, int[] counts, int voxelCount) {
        this.levels = levels;
        this.counts = counts;
        this.voxelCount = voxelCount;
    }

    /** Returns the histogram of {@code grayLevels}. */
    public static IntensityHistogram of(GrayLevels grayLevels) {
        int[] levels = grayLevels.levels();
        // A count per possible level, unless there are so many that sorting the voxels is cheaper.
        return grayLevels.levelCount() <= Math.max(1 << 12, 8 * levels.length)
                ? counting(levels, grayLevels.levelCount())
                : sorting(levels);
    }

    private static IntensityHistogram counting(int[] levels, int levelCount) {
        int[] counts = new int[levelCount + 1];
        for (int level : levels) {
            counts[level]++;
        }
        int present = 0;
        int[] presentLevels = new int[Math.min(levelCount, levels.length)];
        for (int level = 1; level <= levelCount; level++) {
            if (counts[level] > 0) {
                counts[present] = counts[level];
                presentLevels[present++] = level;
            }
        }
        return new IntensityHistogram(
                Arrays.copyOf(presentLevels, present), Arrays.copyOf(counts, present), levels.length);
    }

    /** @param levels overwritten */
    private static IntensityHistogram sorting(int[] levels) {
        Arrays.sort(levels);
        int[] counts = new int[levels.length];
        int present = 0;
        for (int i = 0; i < levels.length; i++) {
            if (i > 0 && levels[i] != levels[present]) {
                present++;
            }
            levels[present] = levels[i];
            counts[present]++;
        }
        return new IntensityHistogram(
                Arrays.copyOf(levels, present + 1), Arrays.copyOf(counts, present + 1), levels.length);
    }

    /** Returns the levels that occur, ascending, in a new array. */
    public int[] levels() {
        return levels.clone();
    }

    /** Returns the number of voxels of each of {@link #levels()}, in a new array. */
    public int[] counts() {
        return counts.clone();
    }

    /**
     * Returns the entropy −Σ p_i log₂(p_i + ε) over the levels that occur, in bits, with ε = 2⁻⁵² as in PyRadiomics: a
     * region of one level has −3.2·10⁻¹⁶ (IBSI TLU2, without ε).
     */
    public double entropyBits() {
        double sum = 0;
        for (int count : counts) {
            double p = (double) count / voxelCount;
            sum += p * (Math.log(p + EPSILON) / Math.log(2));
        }
        return -sum;
    }

    /** Returns the uniformity Σ p_i², from 1 / (number of levels) to 1 (IBSI BJ5W). */
    public double uniformity() {
        double sum = 0;
        for (int count : counts) {
            double p = (double) count / voxelCount;
            sum += p * p;
        }
        return sum;
    }
}
