package io.github.radiomics4j.feature;

import java.util.Arrays;

/**
 * Maximal correlation coefficient of a table of counts: the second singular value of S(i, j) = p(i, j) / √(p_x(i) p_y(j) +
 * ε), ε = 2⁻⁵². Its square is the second eigenvalue of PyRadiomics' Q(i, j) = Σ_k p(i, k) p(j, k) / (p_x(i) p_y(k) + ε) up
 * to terms of ε².
 *
 * <p>Method. The first singular vectors are known, √p_x and √p_y with value 1: one pair for each connected part of the
 * table (cells are connected when they share a row or a column). They are projected out, and Lanczos' iteration finds the
 * largest eigenvalue in absolute value of what is left: of S itself when it is symmetric, of S Sᵀ when not. It keeps no
 * vectors: rounding then only makes copies of eigenvalues, never new ones, and the largest is the first to converge. It
 * ends when a bound of the error, not the change, is below 10⁻¹⁰ of the value. With more than one part the value 1 comes
 * more than once; the small deviation from 1 that ε makes is then computed for each part.
 *
 * <p>Layout: cell k is (rows[k], columns[k]) with counts[k]; a symmetric table is given by its cells on the diagonal
 * and above it. Cells ascend by row, then by column.
 */
final class MaximalCorrelation {
    private static final double TOLERANCE = 1e-10;
    /** Below this, rounding of S and not the iteration limits the result. */
    private static final double FLOOR = 1e-15;
    /** Thousands of levels in a smooth chain converge slowly; what is known by then is known to many digits. */
    private static final int MAXIMUM_STEPS = 5000;
    /** With several parts the result is known to the ε of 1, and what is sought could only exceed it by less. */
    private static final int MAXIMUM_STEPS_OF_PARTS = 300;

    /** Steps of the iteration between two looks at whether it may go on. */
    private static final int STEPS_BETWEEN_CHECKS = 16;

    private final boolean symmetric;
    private final int[] rows;
    private final int[] columns;
    private final double[] s;
    private final double[] rowCounts;
    private final double[] columnCounts;
    /** Connected part of each row. */
    private final int[] partOfRow;
    /** Σ rowCounts over each part. */
    private final double[] partCounts;
    /** √rowCounts: within each part the first singular vector, not normalized. */
    private final double[] first;
    /** Second largest eigenvalue of Q among the first ones of the parts; −1 with one part. */
    private final double secondFirst;

    private final Runnable checkCancelled;

    /** The arrays are not modified; {@code cellRows} and {@code cellColumns} may be longer than {@code counts}. */
    MaximalCorrelation(
            boolean symmetric,
            double[] rowCounts,
            double[] columnCounts,
            int[] cellRows,
            int[] cellColumns,
            double[] counts,
            Runnable checkCancelled) {
        this.checkCancelled = checkCancelled;
        this.symmetric = symmetric;
        this.rows = cellRows;
        this.columns = cellColumns;
        this.rowCounts = rowCounts;
        this.columnCounts = columnCounts;
        double total = 0;
        for (double count : rowCounts) {
            total += count;
        }
        double epsilon = CountEntropy.EPSILON * total * total;
        this.s = new double[counts.length];
        for (int k = 0; k < s.length; k++) {
            s[k] = counts[k] / Math.sqrt(rowCounts[cellRows[k]] * columnCounts[cellColumns[k]] + epsilon);
        }
        this.first = new double[rowCounts.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = Math.sqrt(rowCounts[i]);
        }
        this.partOfRow = new int[rowCounts.length];
        int partCount = findParts();
        this.partCounts = new double[partCount];
        for (int i = 0; i < partOfRow.length; i++) {
            partCounts[partOfRow[i]] += rowCounts[i];
        }
        this.secondFirst = partCount > 1 ? secondFirst(counts, epsilon) : -1;
    }

    /** Returns the coefficient, 0 to 1. */
    double coefficient() {
        // No eigenvalue exceeds 1, so nothing is left to find above a second value of 1.
        boolean isSettled = 1 - secondFirst < TOLERANCE || first.length == partCounts.length;
        double inner = isSettled ? 0 : largestInner();
        double square = symmetric ? inner * inner : inner;
        return Math.sqrt(Math.max(0, Math.max(square, secondFirst)));
    }

    /** Numbers the connected parts: union-find over rows and, in a table that is not symmetric, columns. */
    private int findParts() {
        int rowCount = rowCounts.length;
        int[] parent = new int[symmetric ? rowCount : rowCount + columnCounts.length];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int k = 0; k < s.length; k++) {
            int a = root(parent, rows[k]);
            int b = root(parent, symmetric ? columns[k] : rowCount + columns[k]);
            parent[Math.max(a, b)] = Math.min(a, b);
        }
        int partCount = 0;
        for (int i = 0; i < rowCount; i++) {
            int root = root(parent, i);
            partOfRow[i] = root == i ? partCount++ : partOfRow[root];
        }
        return partCount;
    }

    private static int root(int[] parent, int i) {
        int node = i;
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }

    /** The first eigenvalue of Q in a part is Σ p(i, j) p_x(i) p_y(j) / (p_x(i) p_y(j) + ε) / Σ p(i, j): 1 but for ε. */
    private double secondFirst(double[] counts, double epsilon) {
        double[] sums = new double[partCounts.length];
        for (int k = 0; k < counts.length; k++) {
            double product = rowCounts[rows[k]] * columnCounts[columns[k]];
            double weight = symmetric && rows[k] != columns[k] ? 2 : 1;
            sums[partOfRow[rows[k]]] += weight * counts[k] * (epsilon / (product + epsilon));
        }
        for (int part = 0; part < sums.length; part++) {
            sums[part] = 1 - sums[part] / partCounts[part];
        }
        Arrays.sort(sums);
        return sums[sums.length - 2];
    }

    /** Lanczos' iteration; returns the eigenvalue of largest absolute value orthogonal to the first vectors. */
    private double largestInner() {
        int n = first.length;
        double[] previous = new double[n];
        double[] current = start();
        double[] next = new double[n];
        double[] middle = new double[symmetric ? 0 : columnCounts.length];
        double[] dots = new double[partCounts.length];
        project(current, dots);
        divide(current, norm(current));
        Tridiagonal t = new Tridiagonal();
        int maximumSteps = Math.min(partCounts.length > 1 ? MAXIMUM_STEPS_OF_PARTS : MAXIMUM_STEPS, 20 * n + 200);
        int nextCheck = Math.min(12, n - partCounts.length);
        while (true) {
            if (t.size() % STEPS_BETWEEN_CHECKS == 0) {
                checkCancelled.run();
            }
            multiply(current, next, middle);
            double along = dot(next, current);
            double back = t.lastBeside();
            for (int i = 0; i < n; i++) {
                next[i] -= along * current[i] + back * previous[i];
            }
            project(next, dots);
            double rest = norm(next);
            t.add(along, rest);
            boolean isExhausted = rest < FLOOR || t.size() == maximumSteps;
            if (isExhausted || t.size() >= nextCheck) {
                double value = t.largestAbsolute();
                if (isExhausted || rest * t.lastComponent() <= Math.max(TOLERANCE * Math.abs(value), FLOOR)) {
                    return value;
                }
                nextCheck += Math.max(4, nextCheck / 4);
            }
            divide(next, rest);
            double[] free = previous;
            previous = current;
            current = next;
            next = free;
        }
    }

    /** A fixed vector without pattern, so that every eigenvector has a share in it. */
    private double[] start() {
        double[] x = new double[first.length];
        long state = 0x9e3779b97f4a7c15L;
        for (int i = 0; i < x.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            x[i] = (state >> 11) * 0x1p-52;
        }
        return x;
    }

    /** y = S x, or S Sᵀ x with {@code middle} for Sᵀ x. */
    private void multiply(double[] x, double[] y, double[] middle) {
        Arrays.fill(y, 0);
        if (symmetric) {
            for (int k = 0; k < s.length; ) {
                int i = rows[k];
                double xi = x[i];
                double sum = 0;
                if (columns[k] == i) {
                    sum = s[k++] * xi;
                }
                for (; k < s.length && rows[k] == i; k++) {
                    int j = columns[k];
                    sum += s[k] * x[j];
                    y[j] += s[k] * xi;
                }
                y[i] += sum;
            }
        } else {
            Arrays.fill(middle, 0);
            for (int k = 0; k < s.length; k++) {
                middle[columns[k]] += s[k] * x[rows[k]];
            }
            for (int k = 0; k < s.length; k++) {
                y[rows[k]] += s[k] * middle[columns[k]];
            }
        }
    }

    /** Makes {@code x} orthogonal to the first vector of each part; {@code dots} is overwritten. */
    private void project(double[] x, double[] dots) {
        Arrays.fill(dots, 0);
        for (int i = 0; i < x.length; i++) {
            dots[partOfRow[i]] += first[i] * x[i];
        }
        for (int part = 0; part < dots.length; part++) {
            dots[part] /= partCounts[part];
        }
        for (int i = 0; i < x.length; i++) {
            x[i] -= dots[partOfRow[i]] * first[i];
        }
    }

    private static void divide(double[] x, double divisor) {
        double factor = 1 / divisor;
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
