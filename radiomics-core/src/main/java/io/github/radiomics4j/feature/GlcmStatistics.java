package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glcm;
import java.util.Arrays;

/**
 * The numbers from which the features of one co-occurrence matrix follow: p(i, j) = c / n over its occupied cells, the
 * marginals p_x(i) and p_y(j), and the distributions of the sum i + j and of the difference |i − j|. One value is loaded
 * with one direction after the other.
 *
 * <p>All four distributions are whole counts, made in one visit of the cells; every feature but energy, maximum, joint
 * entropy, the information measures and MCC follows from them alone. Of a symmetric matrix the cells above the diagonal
 * stand for two.
 */
final class GlcmStatistics {
    /** Up to this level, counts are collected in a table over levels; above, pairs are sorted. */
    private static final int TABLE_LEVELS = 1 << 15;

    private final Glcm glcm;
    private final Runnable checkCancelled;
    private final boolean symmetric;
    private final Histogram rows = new Histogram();
    private final Histogram columns;
    private final Histogram sums = new Histogram();
    private final Histogram differences = new Histogram();
    private final long[] rowTable;
    private final long[] columnTable;
    private final long[] sumTable;
    private final long[] differenceTable;
    private final int[] indexTable;

    private int from;
    private int to;
    private double total;
    private long energy;
    private int maximum;
    private double terms;
    private int occupied;
    private double meanX;
    private double meanY;
    private int[] cellRows = new int[0];
    private int[] cellColumns = new int[0];
    private boolean isIndexed;

    /** @param checkCancelled run now and then; throws to end a long computation */
    GlcmStatistics(Glcm glcm, Runnable checkCancelled) {
        this.glcm = glcm;
        this.checkCancelled = checkCancelled;
        this.symmetric = glcm.isSymmetric();
        this.columns = symmetric ? rows : new Histogram();
        int n = glcm.levelCount() <= TABLE_LEVELS ? glcm.levelCount() : 0;
        this.rowTable = new long[n + 1];
        this.columnTable = symmetric ? rowTable : new long[n + 1];
        this.sumTable = new long[2 * n + 1];
        this.differenceTable = new long[n + 1];
        this.indexTable = new int[n + 1];
    }

    /** Takes the matrix of direction {@code d}; returns false, with nothing to be read, when it is empty. */
    boolean load(int d) {
        from = glcm.firstCell(d);
        to = glcm.firstCell(d + 1);
        if (from == to) {
            return false;
        }
        isIndexed = false;
        loadCells();
        if (glcm.levelCount() <= TABLE_LEVELS) {
            loadByTable();
        } else {
            loadBySorting();
        }
        meanX = rows.mean(total);
        meanY = symmetric ? meanX : columns.mean(total);
        return true;
    }

    private void loadCells() {
        long sum = 0;
        long squares = 0;
        int highest = 0;
        double entropyTerms = 0;
        int cellCount = 0;
        for (int cell = from; cell < to; cell++) {
            int count = glcm.count(cell);
            int weight = symmetric && glcm.row(cell) != glcm.column(cell) ? 2 : 1;
            sum += (long) weight * count;
            squares += weight * ((long) count * count);
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
        for (int cell = from; cell < to; cell++) {
            int i = glcm.row(cell);
            int j = glcm.column(cell);
            long count = glcm.count(cell);
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
        int size = to - from;
        long[] pairs = new long[2 * size];
        int length = 0;
        for (int cell = from; cell < to; cell++) {
            pairs[length++] = (long) glcm.row(cell) << 32 | glcm.count(cell);
            if (symmetric && glcm.row(cell) != glcm.column(cell)) {
                pairs[length++] = (long) glcm.column(cell) << 32 | glcm.count(cell);
            }
        }
        rows.takePairs(pairs, length);
        if (!symmetric) {
            for (int k = 0; k < size; k++) {
                pairs[k] = (long) glcm.column(from + k) << 32 | glcm.count(from + k);
            }
            columns.takePairs(pairs, size);
        }
        for (int k = 0; k < size; k++) {
            pairs[k] = (long) (glcm.row(from + k) + glcm.column(from + k)) << 32 | weightedCount(from + k);
        }
        sums.takePairs(pairs, size);
        for (int k = 0; k < size; k++) {
            pairs[k] = (long) Math.abs(glcm.row(from + k) - glcm.column(from + k)) << 32 | weightedCount(from + k);
        }
        differences.takePairs(pairs, size);
    }

    private long weightedCount(int cell) {
        return symmetric && glcm.row(cell) != glcm.column(cell) ? 2L * glcm.count(cell) : glcm.count(cell);
    }

    /** Makes {@link #cellRows} and {@link #cellColumns}: the places of each cell's levels among those that occur. */
    private void index() {
        if (isIndexed) {
            return;
        }
        int size = to - from;
        if (cellRows.length < size) {
            cellRows = new int[size];
            cellColumns = new int[size];
        }
        boolean byTable = glcm.levelCount() <= TABLE_LEVELS;
        if (byTable) {
            fillIndexTable(rows);
        }
        for (int k = 0; k < size; k++) {
            int i = glcm.row(from + k);
            cellRows[k] = byTable ? indexTable[i] : rows.indexOf(i);
        }
        if (byTable && !symmetric) {
            fillIndexTable(columns);
        }
        for (int k = 0; k < size; k++) {
            int j = glcm.column(from + k);
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
        for (int cell = from; cell < to; cell++) {
            sum += (double) glcm.row(cell) * glcm.column(cell) * weightedCount(cell);
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
        for (int k = 0; k < to - from; k++) {
            double product = (double) rows.counts[cellRows[k]] * columns.counts[cellColumns[k]];
            lift += weightedCount(from + k) * total / product;
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
        for (int k = 0; k < to - from; k++) {
            p[cellRows[k] * columns.size + cellColumns[k]] = glcm.count(from + k) / total;
            if (symmetric) {
                p[cellColumns[k] * columns.size + cellRows[k]] = glcm.count(from + k) / total;
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
            sum += differences.counts[k] / (1 + (double) differences.values[k] / glcm.levelCount());
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
        double squaredLevels = (double) glcm.levelCount() * glcm.levelCount();
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
        if (glcm.presentLevelCount() == 1) {
            return 1;
        }
        index();
        int size = to - from;
        int[] counts = new int[size];
        for (int k = 0; k < size; k++) {
            counts[k] = glcm.count(from + k);
        }
        return new MaximalCorrelation(
                        symmetric,
                        Arrays.copyOf(rows.counts, rows.size),
                        Arrays.copyOf(columns.counts, columns.size),
                        cellRows,
                        cellColumns,
                        counts,
                        checkCancelled)
                .coefficient();
    }
}
