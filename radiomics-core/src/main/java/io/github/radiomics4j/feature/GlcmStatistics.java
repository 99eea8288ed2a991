package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glcm;
import io.github.radiomics4j.texture.MergedGlcm;
import java.util.Arrays;

/**
 * The numbers from which the features of one co-occurrence matrix follow: p(i, j) = c / n over its occupied cells, the
 * marginals p_x(i) and p_y(j), and the distributions of the sum i + j and of the difference |i − j|. One value is loaded
 * with one direction after the other.
 *
 * <p>All four distributions are counts, whole unless directions were merged with weights, made in one visit of the cells; every feature but energy, maximum, joint
 * entropy, the information measures and MCC follows from them alone. Of a symmetric matrix the cells above the diagonal
 * stand for two.
 */
final class GlcmStatistics {
    /** Up to this level, counts are collected in a table over levels; above, pairs are sorted. */
    private static final int TABLE_LEVELS = 1 << 15;

    private final int levelCount;
    private final int presentLevelCount;
    private final boolean symmetric;
    private final Runnable checkCancelled;
    private final Histogram rows = new Histogram();
    private final Histogram columns;
    private final Histogram sums = new Histogram();
    private final Histogram differences = new Histogram();
    private final double[] rowTable;
    private final double[] columnTable;
    private final double[] sumTable;
    private final double[] differenceTable;
    private final int[] indexTable;

    /** Levels and count of each cell of the matrix that is loaded. */
    private int[] cellI = new int[0];

    private int[] cellJ = new int[0];
    private double[] counts = new double[0];
    private int size;
    private boolean isWeighted;

    private double total;
    private double energy;
    private double maximum;
    private double terms;
    private int occupied;
    private double meanX;
    private double meanY;
    private int[] cellRows = new int[0];
    private int[] cellColumns = new int[0];
    private boolean isIndexed;

    /** @param checkCancelled run now and then; throws to end a long computation */
    GlcmStatistics(Glcm glcm, Runnable checkCancelled) {
        this(glcm.levelCount(), glcm.presentLevelCount(), glcm.isSymmetric(), checkCancelled);
    }

    /**
     * Takes matrices of a region or of parts of it.
     *
     * @param levelCount highest level of the region
     * @param presentLevelCount how many levels occur in the region
     * @param checkCancelled run now and then; throws to end a long computation
     */
    GlcmStatistics(int levelCount, int presentLevelCount, boolean symmetric, Runnable checkCancelled) {
        this.checkCancelled = checkCancelled;
        this.levelCount = levelCount;
        this.presentLevelCount = presentLevelCount;
        this.symmetric = symmetric;
        this.columns = symmetric ? rows : new Histogram();
        int n = levelCount <= TABLE_LEVELS ? levelCount : 0;
        this.rowTable = new double[n + 1];
        this.columnTable = symmetric ? rowTable : new double[n + 1];
        this.sumTable = new double[2 * n + 1];
        this.differenceTable = new double[n + 1];
        this.indexTable = new int[n + 1];
    }

    /** Takes the matrix of direction {@code d}; returns false, with nothing to be read, when it is empty. */
    boolean load(Glcm glcm, int d) {
        int from = glcm.firstCell(d);
        reserve(glcm.firstCell(d + 1) - from);
        for (int k = 0; k < size; k++) {
            cellI[k] = glcm.row(from + k);
            cellJ[k] = glcm.column(from + k);
            counts[k] = glcm.count(from + k);
        }
        isWeighted = false;
        return load();
    }

    /** Takes a matrix merged from directions; returns false, with nothing to be read, when it is empty. */
    boolean load(MergedGlcm merged) {
        reserve(merged.cellCount());
        for (int k = 0; k < size; k++) {
            cellI[k] = merged.row(k);
            cellJ[k] = merged.column(k);
            counts[k] = merged.weight(k);
        }
        isWeighted = true;
        return load();
    }

    private void reserve(int cells) {
        size = cells;
        if (counts.length < cells) {
            cellI = new int[cells];
            cellJ = new int[cells];
            counts = new double[cells];
        }
    }

    private boolean load() {
        if (size == 0) {
            return false;
        }
        isIndexed = false;
        loadCells();
        if (levelCount <= TABLE_LEVELS) {
            loadByTable();
        } else {
            loadBySorting();
        }
        meanX = rows.mean(total);
        meanY = symmetric ? meanX : columns.mean(total);
        return true;
    }

    private void loadCells() {
        double sum = 0;
        double squares = 0;
        double highest = 0;
        double entropyTerms = 0;
        int cellCount = 0;
        for (int k = 0; k < size; k++) {
            double count = counts[k];
            int weight = symmetric && cellI[k] != cellJ[k] ? 2 : 1;
            sum += weight * count;
            squares += weight * (count * count);
            highest = Math.max(highest, count);
            entropyTerms += weight * CountEntropy.term(count);
            cellCount += weight;
        }
        total = sum;
        energy = squares;
        maximum = highest;
        terms = entropyTerms;
        occupied = cellCount;
    }

    private void loadByTable() {
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int k = 0; k < size; k++) {
            int i = cellI[k];
            int j = cellJ[k];
            double count = counts[k];
            rowTable[i] += count;
            if (symmetric && i != j) {
                rowTable[j] += count;
                count += count;
            } else if (!symmetric) {
                columnTable[j] += count;
            }
            sumTable[i + j] += count;
            differenceTable[Math.abs(i - j)] += count;
            lowest = Math.min(lowest, Math.min(i, j));
            highest = Math.max(highest, Math.max(i, j));
        }
        rows.take(rowTable, lowest, highest);
        if (!symmetric) {
            columns.take(columnTable, lowest, highest);
        }
        sums.take(sumTable, 2 * lowest, 2 * highest);
        differences.take(differenceTable, 0, highest - lowest);
    }

    private void loadBySorting() {
        long[] pairs = new long[2 * size];
        int length = 0;
        for (int k = 0; k < size; k++) {
            pairs[length++] = (long) cellI[k] << 32 | k;
            if (symmetric && cellI[k] != cellJ[k]) {
                pairs[length++] = (long) cellJ[k] << 32 | k;
            }
        }
        rows.takePairs(pairs, length, counts);
        if (!symmetric) {
            for (int k = 0; k < size; k++) {
                pairs[k] = (long) cellJ[k] << 32 | k;
            }
            columns.takePairs(pairs, size, counts);
        }
        double[] bothWays = new double[size];
        for (int k = 0; k < size; k++) {
            bothWays[k] = bothWays(k);
            pairs[k] = (long) (cellI[k] + cellJ[k]) << 32 | k;
        }
        sums.takePairs(pairs, size, bothWays);
        for (int k = 0; k < size; k++) {
            pairs[k] = (long) Math.abs(cellI[k] - cellJ[k]) << 32 | k;
        }
        differences.takePairs(pairs, size, bothWays);
    }

    /** Returns the count of cell k and, in a symmetric matrix, of the cell across the diagonal. */
    private double bothWays(int k) {
        return symmetric && cellI[k] != cellJ[k] ? 2 * counts[k] : counts[k];
    }

    /** Makes {@link #cellRows} and {@link #cellColumns}: the places of each cell's levels among those that occur. */
    private void index() {
        if (isIndexed) {
            return;
        }
        if (cellRows.length < size) {
            cellRows = new int[size];
            cellColumns = new int[size];
        }
        boolean byTable = levelCount <= TABLE_LEVELS;
        if (byTable) {
            fillIndexTable(rows);
        }
        for (int k = 0; k < size; k++) {
            int i = cellI[k];
            cellRows[k] = byTable ? indexTable[i] : rows.indexOf(i);
        }
        if (byTable && !symmetric) {
            fillIndexTable(columns);
        }
        for (int k = 0; k < size; k++) {
            int j = cellJ[k];
            cellColumns[k] = byTable ? indexTable[j] : columns.indexOf(j);
        }
        isIndexed = true;
    }

    private void fillIndexTable(Histogram histogram) {
        for (int k = 0; k < histogram.size; k++) {
            indexTable[histogram.values[k]] = k;
        }
    }

    double autocorrelation() {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += (double) cellI[k] * cellJ[k] * bothWays(k);
        }
        return sum / total;
    }

    double meanX() {
        return meanX;
    }

    double clusterMoment(int power) {
        double center = meanX + meanY;
        double sum = 0;
        for (int k = 0; k < sums.size; k++) {
            double d = sums.values[k] - center;
            double d2 = d * d;
            double term = switch (power) {
                case 2 -> d2;
                case 3 -> d2 * d;
                default -> d2 * d2;
            };
            sum += term * sums.counts[k];
        }
        return sum / total;
    }

    double contrast() {
        return differences.moment2(0, total);
    }

    /** The covariance is (Var(i + j) − Var(i − j)) / 4, of which Var(i − j) = contrast − (μ_x − μ_y)². */
    double correlation() {
        double varianceX = rows.moment2(meanX, total);
        double varianceY = symmetric ? varianceX : columns.moment2(meanY, total);
        double deviations = Math.sqrt(varianceX) * Math.sqrt(varianceY);
        if (deviations == 0) {
            return 1;
        }
        double between = meanX - meanY;
        double covariance = (clusterMoment(2) - contrast() + between * between) / 4;
        return covariance / (deviations + CountEntropy.EPSILON);
    }

    double differenceAverage() {
        return differences.mean(total);
    }

    double differenceEntropy() {
        return differences.entropy(total);
    }

    double differenceVariance() {
        return differences.moment2(differences.mean(total), total);
    }

    double jointEnergy() {
        return energy / total / total;
    }

    double jointEntropy() {
        return CountEntropy.bits(terms, total, occupied);
    }

    double maximumProbability() {
        return maximum / total;
    }

    /** H_xy − H_xy1 is minus the mutual information, in which only the ε of PyRadiomics needs the cells. */
    double informationCorrelation1() {
        double entropyX = rows.entropy(total);
        double entropyY = symmetric ? entropyX : columns.entropy(total);
        double larger = Math.max(entropyX, entropyY);
        if (rows.size == 1 && columns.size == 1) {
            return 0;
        }
        return (jointEntropy() - crossEntropy(entropyX, entropyY)) / larger;
    }

    /** H_xy1 = −Σ p(i, j) log₂(p_x(i) p_y(j) + ε). */
    private double crossEntropy(double entropyX, double entropyY) {
        index();
        double lift = 0;
        for (int k = 0; k < size; k++) {
            double product = rows.counts[cellRows[k]] * columns.counts[cellColumns[k]];
            // With weights a product may be as small as ε, too large a step for the first term of the series.
            double ratio = total * total / product;
            double term = isWeighted ? Math.log1p(CountEntropy.EPSILON * ratio) / CountEntropy.EPSILON : ratio;
            lift += bothWays(k) / total * term;
        }
        double withoutEpsilon =
                entropyX + entropyY + CountEntropy.correction(rows.size) + CountEntropy.correction(columns.size);
        return withoutEpsilon - CountEntropy.correction(lift);
    }

    double informationCorrelation2() {
        double entropyX = rows.entropy(total);
        double entropyY = symmetric ? entropyX : columns.entropy(total);
        double independent = entropyX
                + entropyY
                + CountEntropy.correction(rows.size)
                + CountEntropy.correction(columns.size)
                - CountEntropy.correction((double) rows.size * columns.size);
        double information = independent - jointEntropy();
        if (Math.abs(information) < 1e-6 && (long) rows.size * columns.size <= 1 << 20) {
            information = informationInOrder();
        }
        return information == 0 ? 0 : Math.sqrt(1 - Math.exp(-2 * information));
    }

    /**
     * H_xy2 − H_xy where it is so small that its root depends on the order of rounding: cell by cell, row by row, as
     * PyRadiomics adds. Below zero by rounding, the root is NaN and the direction is left out, as there.
     */
    private double informationInOrder() {
        index();
        double[] p = new double[rows.size * columns.size];
        for (int k = 0; k < size; k++) {
            p[cellRows[k] * columns.size + cellColumns[k]] = counts[k] / total;
            if (symmetric) {
                p[cellColumns[k] * columns.size + cellRows[k]] = counts[k] / total;
            }
        }
        double[] px = new double[rows.size];
        double[] py = new double[columns.size];
        for (int i = 0; i < rows.size; i++) {
            for (int j = 0; j < columns.size; j++) {
                px[i] += p[i * columns.size + j];
                py[j] += p[i * columns.size + j];
            }
        }
        double joint = 0;
        double independent = 0;
        for (int i = 0; i < rows.size; i++) {
            for (int j = 0; j < columns.size; j++) {
                double pij = p[i * columns.size + j];
                double product = px[i] * py[j];
                joint += pij * CountEntropy.log2(pij + CountEntropy.EPSILON);
                independent += product * CountEntropy.log2(product + CountEntropy.EPSILON);
            }
        }
        return joint - independent;
    }

    double inverseDifference() {
        double sum = 0;
        for (int k = 0; k < differences.size; k++) {
            sum += differences.counts[k] / (1.0 + differences.values[k]);
        }
        return sum / total;
    }

    double inverseDifferenceNormalized() {
        double sum = 0;
        for (int k = 0; k < differences.size; k++) {
            sum += differences.counts[k] / (1 + (double) differences.values[k] / levelCount);
        }
        return sum / total;
    }

    double inverseDifferenceMoment() {
        double sum = 0;
        for (int k = 0; k < differences.size; k++) {
            double d = differences.values[k];
            sum += differences.counts[k] / (1 + d * d);
        }
        return sum / total;
    }

    double inverseDifferenceMomentNormalized() {
        double squaredLevels = (double) levelCount * levelCount;
        double sum = 0;
        for (int k = 0; k < differences.size; k++) {
            double d = differences.values[k];
            sum += differences.counts[k] / (1 + d * d / squaredLevels);
        }
        return sum / total;
    }

    double inverseVariance() {
        double sum = 0;
        for (int k = 0; k < differences.size; k++) {
            double d = differences.values[k];
            if (d > 0) {
                sum += differences.counts[k] / (d * d);
            }
        }
        return sum / total;
    }

    double sumAverage() {
        return sums.mean(total);
    }

    double sumEntropy() {
        return sums.entropy(total);
    }

    double sumSquares() {
        return rows.moment2(meanX, total);
    }

    double maximalCorrelation() {
        if (presentLevelCount == 1) {
            return 1;
        }
        index();
        return new MaximalCorrelation(
                        symmetric,
                        Arrays.copyOf(rows.counts, rows.size),
                        Arrays.copyOf(columns.counts, columns.size),
                        cellRows,
                        cellColumns,
                        Arrays.copyOf(counts, size),
                        checkCancelled)
                .coefficient();
    }
}
