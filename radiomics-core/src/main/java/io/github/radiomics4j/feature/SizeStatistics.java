package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.SizeMatrix;
import java.util.Arrays;

/**
 * The sums over a {@link SizeMatrix} from which the features of runs and zones are made: n = Σ P(i, j) groups,
 * p(i, j) = P(i, j) / n, and means over p of powers of level i and size j. Each double is summed over the cells in their
 * order.
 */
final class SizeStatistics {
    /** NumPy's {@code spacing(1)}, added to p under the logarithm as PyRadiomics does. */
    private static final double EPSILON = 2.220446049250313e-16;

    private static final double LN_2 = Math.log(2);
    /** Up to this size the counts by size are kept in a table. */
    private static final int TABLE = 4096;

    private final double groups;
    private final double voxels;
    private final double levelSquares;
    private final double sizeSquares;
    private double small;
    private double large;
    private double low;
    private double high;
    private double smallLow;
    private double smallHigh;
    private double largeLow;
    private double largeHigh;
    private double levelVariance;
    private double sizeVariance;
    private double entropy;

    /** Sums over {@code matrix}, which has a cell. */
    SizeStatistics(SizeMatrix matrix) {
        groups = matrix.groupCount();
        voxels = matrix.voxelCount();
        levelSquares = sumOfSquaresByLevel(matrix);
        sizeSquares = sumOfSquaresBySize(matrix);
        double levelMean = 0;
        for (int c = 0; c < matrix.cellCount(); c++) {
            double level = matrix.level(c);
            double size = matrix.size(c);
            double count = matrix.count(c);
            double level2 = level * level;
            double size2 = size * size;
            levelMean += count * level;
            small += count / size2;
            large += count * size2;
            low += count / level2;
            high += count * level2;
            smallLow += count / (level2 * size2);
            smallHigh += count * level2 / size2;
            largeLow += count * size2 / level2;
            largeHigh += count * level2 * size2;
        }
        levelMean /= groups;
        double sizeMean = voxels / groups;
        // A second pass: the difference of large sums would lose the digits of a small variance.
        for (int c = 0; c < matrix.cellCount(); c++) {
            double p = matrix.count(c) / groups;
            double fromLevelMean = matrix.level(c) - levelMean;
            double fromSizeMean = matrix.size(c) - sizeMean;
            levelVariance += p * fromLevelMean * fromLevelMean;
            sizeVariance += p * fromSizeMean * fromSizeMean;
            entropy -= p * (Math.log(p + EPSILON) / LN_2);
        }
    }

    /** Σᵢ (Σⱼ P)²: cells are ordered by level. */
    private static double sumOfSquaresByLevel(SizeMatrix matrix) {
        double squares = 0;
        double ofLevel = 0;
        for (int c = 0; c < matrix.cellCount(); c++) {
            if (c > 0 && matrix.level(c) != matrix.level(c - 1)) {
                squares += ofLevel * ofLevel;
                ofLevel = 0;
            }
            ofLevel += matrix.count(c);
        }
        return squares + ofLevel * ofLevel;
    }

    /** Σⱼ (Σᵢ P)²: by a table of sizes while they are small; zones may be as large as the region. */
    private static double sumOfSquaresBySize(SizeMatrix matrix) {
        int maximum = matrix.maximumSize();
        int[] sizes = new int[0];
        if (maximum > TABLE) {
            sizes = new int[matrix.cellCount()];
            for (int c = 0; c < sizes.length; c++) {
                sizes[c] = matrix.size(c);
            }
            sizes = Arrays.stream(sizes).sorted().distinct().toArray();
        }
        double[] ofSize = new double[maximum > TABLE ? sizes.length : maximum + 1];
        for (int c = 0; c < matrix.cellCount(); c++) {
            int size = matrix.size(c);
            ofSize[maximum > TABLE ? Arrays.binarySearch(sizes, size) : size] += matrix.count(c);
        }
        double squares = 0;
        for (double count : ofSize) {
            squares += count * count;
        }
        return squares;
    }

    /** Returns Σ p / j². */
    double smallEmphasis() {
        return small / groups;
    }

    /** Returns Σ p j². */
    double largeEmphasis() {
        return large / groups;
    }

    /** Returns Σ p / i². */
    double lowLevelEmphasis() {
        return low / groups;
    }

    /** Returns Σ p i². */
    double highLevelEmphasis() {
        return high / groups;
    }

    /** Returns Σ p / (i² j²). */
    double smallLowLevelEmphasis() {
        return smallLow / groups;
    }

    /** Returns Σ p i² / j². */
    double smallHighLevelEmphasis() {
        return smallHigh / groups;
    }

    /** Returns Σ p j² / i². */
    double largeLowLevelEmphasis() {
        return largeLow / groups;
    }

    /** Returns Σ p i² j². */
    double largeHighLevelEmphasis() {
        return largeHigh / groups;
    }

    /** Returns Σᵢ (Σⱼ P)² / n. */
    double levelNonUniformity() {
        return levelSquares / groups;
    }

    /** Returns Σᵢ (Σⱼ P)² / n². */
    double levelNonUniformityNormalized() {
        return levelSquares / (groups * groups);
    }

    /** Returns Σⱼ (Σᵢ P)² / n. */
    double sizeNonUniformity() {
        return sizeSquares / groups;
    }

    /** Returns Σⱼ (Σᵢ P)² / n². */
    double sizeNonUniformityNormalized() {
        return sizeSquares / (groups * groups);
    }

    /** Returns n / Σ j P. */
    double percentage() {
        return groups / voxels;
    }

    /** Returns Σ p (i − Σ p i)². */
    double levelVariance() {
        return levelVariance;
    }

    /** Returns Σ p (j − Σ p j)². */
    double sizeVariance() {
        return sizeVariance;
    }

    /** Returns −Σ p log₂(p + ε). */
    double entropy() {
        return entropy;
    }
}
