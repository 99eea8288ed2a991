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
 * <p>Layout: cell k is (rows[k], columns[k]) with counts[k]; a symmetric table is given by its cells on one side of the
 * diagonal and on it.
 */
final class MaximalCorrelation {
    private static final double TOLERANCE = 1e-10;
    /** Below this, rounding of S and not the iteration limits the result. */
    private static final double FLOOR = 1e-15;
    /** Thousands of levels in a smooth chain converge slowly; what is known by then is known to many digits. */
    private static final int MAXIMUM_STEPS = 5000;

    private final boolean symmetric;
    private final int[] rows;
    private final int[] columns;
    private final double[] s;
    private final long[] rowCounts;
    private final long[] columnCounts;
    /** Connected part of each row. */
    private final int[] partOfRow;
    /** Σ rowCounts over each part. */
    private final double[] partCounts;
    /** √rowCounts: within each part the first singular vector, not normalized. */
    private final double[] first;
    /** Second largest eigenvalue of Q among the first ones of the parts; −1 with one part. */
    private final double secondFirst;

    /** The arrays are not modified; {@code cellRows} and {@code cellColumns} may be longer than {@code counts}. */
    MaximalCorrelation(
            boolean symmetric, long[] rowCounts, long[] columnCounts, int[] cellRows, int[] cellColumns, int[] counts) {
        this.symmetric = symmetric;
        this.rows = cellRows;
        this.columns = cellColumns;
        this.rowCounts = rowCounts;
        this.columnCounts = columnCounts;
        double total = 0;
        for (long count : rowCounts) {
            total += count;
        }
        double epsilon = CountEntropy.EPSILON * total * total;
        this.s = new double[counts.length];
        for (int k = 0; k < s.length; k++) {
            s[k] = counts[k] / Math.sqrt((double) rowCounts[cellRows[k]] * columnCounts[cellColumns[k]] + epsilon);
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
    private double secondFirst(int[] counts, double epsilon) {
        double[] sums = new double[partCounts.length];
        for (int k = 0; k < counts.length; k++) {
            double product = (double) rowCounts[rows[k]] * columnCounts[columns[k]];
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
        int maximumSteps = Math.min(MAXIMUM_STEPS, 20 * n + 200);
        double[] alpha = new double[32];
        double[] beta = new double[32];
        double[] previous = new double[n];
        double[] current = start();
        double[] next = new double[n];
        double[] middle = new double[symmetric ? 0 : columnCounts.length];
        double[] dots = new double[partCounts.length];
        project(current, dots);
        if (!normalize(current, norm(current))) {
            return 0;
        }
        double value = 0;
        int nextCheck = Math.min(8, n - partCounts.length);
        for (int step = 0; step < maximumSteps; step++) {
            if (step == alpha.length) {
                alpha = Arrays.copyOf(alpha, 2 * step);
                beta = Arrays.copyOf(beta, 2 * step);
            }
            multiply(current, next, middle);
            double lastBeta = step == 0 ? 0 : beta[step - 1];
            double a = dot(next, current);
            for (int i = 0; i < n; i++) {
                next[i] -= a * current[i] + lastBeta * previous[i];
            }
            project(next, dots);
            double b = norm(next);
            alpha[step] = a;
            beta[step] = b;
            boolean exhausted = b < FLOOR;
            if (exhausted || step + 1 >= nextCheck) {
                Tridiagonal t = new Tridiagonal(alpha, beta, step + 1);
                value = t.largestAbsolute();
                if (exhausted || b * t.lastComponent(value) <= Math.max(TOLERANCE * Math.abs(value), FLOOR)) {
                    return value;
                }
                nextCheck = step + 1 + Math.max(2, (step + 1) / 4);
            }
            normalize(next, b);
            double[] free = previous;
            previous = current;
            current = next;
            next = free;
        }
        return value;
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
            for (int k = 0; k < s.length; k++) {
                int i = rows[k];
                int j = columns[k];
                y[i] += s[k] * x[j];
                if (i != j) {
                    y[j] += s[k] * x[i];
                }
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

    private static boolean normalize(double[] x, double norm) {
        if (norm == 0) {
            return false;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] /= norm;
        }
        return true;
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

    /**
     * A symmetric tridiagonal matrix of {@code size}.
     *
     * @param alpha diagonal
     * @param beta beside the diagonal, from place 0
     */
    private record Tridiagonal(double[] alpha, double[] beta, int size) {

        double largestAbsolute() {
            double top = extreme(1);
            double bottom = extreme(-1);
            return Math.abs(bottom) > Math.abs(top) ? bottom : top;
        }

        /** Returns the largest eigenvalue of sign · T, times sign: bisection by the signs of the pivots of sign · T − x. */
        private double extreme(int sign) {
            double low = Double.NEGATIVE_INFINITY;
            double high = 0;
            for (int i = 0; i < size; i++) {
                low = Math.max(low, sign * alpha[i]);
                double radius = (i > 0 ? beta[i - 1] : 0) + (i + 1 < size ? beta[i] : 0);
                high = Math.max(high, sign * alpha[i] + radius);
            }
            while (high - low > 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)))) {
                double x = low + (high - low) / 2;
                if (isAboveAll(x, sign)) {
                    high = x;
                } else {
                    low = x;
                }
            }
            return sign * high;
        }

        private boolean isAboveAll(double x, int sign) {
            double pivot = sign * alpha[0] - x;
            for (int i = 1; i < size && pivot < 0; i++) {
                pivot = sign * alpha[i] - x - beta[i - 1] * beta[i - 1] / pivot;
            }
            return pivot < 0;
        }

        /**
         * Returns the absolute last component of the normalized eigenvector of {@code value}, from pivots that run from
         * both ends to the place where they meet best.
         */
        double lastComponent(double value) {
            double[] down = new double[size];
            double[] up = new double[size];
            down[0] = alpha[0] - value;
            for (int i = 1; i < size; i++) {
                down[i] = alpha[i] - value - beta[i - 1] * beta[i - 1] / nonZero(down[i - 1]);
            }
            up[size - 1] = alpha[size - 1] - value;
            for (int i = size - 2; i >= 0; i--) {
                up[i] = alpha[i] - value - beta[i] * beta[i] / nonZero(up[i + 1]);
            }
            int meeting = 0;
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                double gap = Math.abs(down[i] + up[i] - (alpha[i] - value));
                if (gap < best) {
                    best = gap;
                    meeting = i;
                }
            }
            double squares = 1;
            double component = 1;
            for (int i = meeting - 1; i >= 0; i--) {
                component *= -beta[i] / nonZero(down[i]);
                squares += component * component;
            }
            component = 1;
            for (int i = meeting + 1; i < size; i++) {
                component *= -beta[i - 1] / nonZero(up[i]);
                squares += component * component;
            }
            return Math.abs(component) / Math.sqrt(squares);
        }

        private static double nonZero(double pivot) {
            return pivot == 0 ? Double.MIN_NORMAL : pivot;
        }
    }
}
