package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Gldm;
import io.github.radiomics4j.texture.Gldzm;
import io.github.radiomics4j.texture.SizeMatrix;

/**
 * The sums over a matrix P(i, j) from which the features of runs, zones and dependences are made: i is a gray level and j
 * a size, which is the length of a run, the voxels of a zone, its distance to the border or the dependence of a voxel;
 * n = Σ P and p = P / n.
 *
 * <p>What depends on i or on j alone follows from the histogram of levels or of sizes; four sums and the entropy need the
 * cells.
 */
final class SizeStatistics {
    /** Up to this size the counts by size are collected in a table; above, which is rare, they are sorted. */
    private static final int TABLE = 4096;

    private final Histogram levels = new Histogram();
    private final Histogram sizes = new Histogram();
    private final double total;
    private final double voxels;
    private double entropyTerms;
    private double squares;
    private int cells;
    private double smallLow;
    private double smallHigh;
    private double largeLow;
    private double largeHigh;

    private int rowLevel;
    private double row;
    private double rowSmall;
    private double rowLarge;

    /** Sums over {@code matrix}, which has a cell. */
    SizeStatistics(SizeMatrix matrix) {
        this(matrix, counts(matrix));
    }

    /** Sums over zones, of which the size j is the distance to the border. */
    SizeStatistics(Gldzm gldzm) {
        this(gldzm.matrix(), counts(gldzm.matrix()), gldzm.voxelCount());
    }

    /**
     * Sums over other counts, whole or not, in the cells of {@code matrix}.
     *
     * @param counts positive, one for each cell; not modified
     */
    SizeStatistics(SizeMatrix matrix, double[] counts) {
        this(matrix, counts, Double.NaN);
    }

    private SizeStatistics(SizeMatrix matrix, double[] counts, double voxels) {
        double[] ofSize = new double[Math.min(matrix.maximumSize(), TABLE) + 1];
        long[] pairs = new long[matrix.maximumSize() > TABLE ? matrix.cellCount() : 0];
        int pairCount = 0;
        double sum = 0;
        for (int c = 0; c < matrix.cellCount(); c++) {
            int size = matrix.size(c);
            double count = counts[c];
            sum += count;
            add(matrix.level(c), size, count);
            if (size <= TABLE) {
                ofSize[size] += count;
            } else {
                pairs[pairCount++] = (long) size << 32 | c;
            }
        }
        endRow();
        sizes.take(ofSize, 1, ofSize.length - 1);
        sizes.addPairs(pairs, pairCount, counts);
        total = sum;
        this.voxels = voxels;
    }

    private static double[] counts(SizeMatrix matrix) {
        double[] counts = new double[matrix.cellCount()];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = matrix.count(c);
        }
        return counts;
    }

    /** Sums over {@code gldm}. */
    SizeStatistics(Gldm gldm) {
        double[] ofSize = new double[gldm.largestDependence() + 1];
        long sum = 0;
        for (int rank = 0; rank < gldm.presentLevelCount(); rank++) {
            int level = gldm.level(rank);
            for (int j = 1; j < ofSize.length; j++) {
                int count = gldm.count(rank, j);
                if (count != 0) {
                    add(level, j, count);
                    ofSize[j] += count;
                    sum += count;
                }
            }
        }
        endRow();
        sizes.take(ofSize, 1, ofSize.length - 1);
        total = sum;
        voxels = sum;
    }

    /** Adds a cell; cells come ordered by level. */
    private void add(int level, int size, double count) {
        if (level != rowLevel) {
            endRow();
            rowLevel = level;
        }
        double size2 = (double) size * size;
        row += count;
        rowSmall += count / size2;
        rowLarge += count * size2;
        entropyTerms += CountEntropy.term(count);
        squares += count * count;
        cells++;
    }

    private void endRow() {
        if (row == 0) {
            return;
        }
        double level2 = (double) rowLevel * rowLevel;
        levels.add(rowLevel, row);
        smallLow += rowSmall / level2;
        smallHigh += rowSmall * level2;
        largeLow += rowLarge / level2;
        largeHigh += rowLarge * level2;
        row = 0;
        rowSmall = 0;
        rowLarge = 0;
    }

    /** Returns Σ p / j². */
    double smallEmphasis() {
        return sizes.inverseMoment2(total);
    }

    /** Returns Σ p j². */
    double largeEmphasis() {
        return sizes.moment2(0, total);
    }

    /** Returns Σ p / i². */
    double lowLevelEmphasis() {
        return levels.inverseMoment2(total);
    }

    /** Returns Σ p i². */
    double highLevelEmphasis() {
        return levels.moment2(0, total);
    }

    /** Returns Σ p / (i² j²). */
    double smallLowLevelEmphasis() {
        return smallLow / total;
    }

    /** Returns Σ p i² / j². */
    double smallHighLevelEmphasis() {
        return smallHigh / total;
    }

    /** Returns Σ p j² / i². */
    double largeLowLevelEmphasis() {
        return largeLow / total;
    }

    /** Returns Σ p i² j². */
    double largeHighLevelEmphasis() {
        return largeHigh / total;
    }

    /** Returns Σᵢ (Σⱼ P)² / n. */
    double levelNonUniformity() {
        return levels.squaredCounts() / total;
    }

    /** Returns Σᵢ (Σⱼ P)² / n². */
    double levelNonUniformityNormalized() {
        return levels.squaredCounts() / total / total;
    }

    /** Returns Σⱼ (Σᵢ P)² / n. */
    double sizeNonUniformity() {
        return sizes.squaredCounts() / total;
    }

    /** Returns Σⱼ (Σᵢ P)² / n². */
    double sizeNonUniformityNormalized() {
        return sizes.squaredCounts() / total / total;
    }

    /** Returns n / N, in which N is Σ j P, where j counts voxels, or else the number of voxels. */
    double percentage() {
        return total / (Double.isNaN(voxels) ? sizes.sum() : voxels);
    }

    /** Returns Σ p (i − Σ p i)². */
    double levelVariance() {
        return levels.variance(total);
    }

    /** Returns Σ p (j − Σ p j)². */
    double sizeVariance() {
        return sizes.variance(total);
    }

    /** Returns Σ p². */
    double energy() {
        return squares / total / total;
    }

    /** Returns −Σ p log₂(p + ε). */
    double entropy() {
        return CountEntropy.bits(entropyTerms, total, cells);
    }
}
