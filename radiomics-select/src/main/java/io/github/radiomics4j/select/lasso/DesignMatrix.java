package io.github.radiomics4j.select.lasso;

import java.util.Arrays;

/**
 * The columns of a fit, standardised: (x − mean) / scale, with weights that sum to 1. Layout: {@code x[column * cases +
 * row]}. Not modified once made.
 *
 * <p>A second copy, row by row and in single precision, serves to find the few columns out of all whose slope may be too
 * large: sums over columns side by side are what a processor does several at a time, which one dot product is not.
 */
final class DesignMatrix {
    final int cases;
    final int columns;
    final double[] x;
    final double[] mean;
    final double[] scale;
    /** √Σ x<sub>ij</sub>². */
    final double[] norm;
    /** Whether a column has two different values; others have coefficient 0. */
    final boolean[] isVarying;

    private static final int BLOCK = 16;
    private final float[] byRow;

    /**
     * Standardises columns.
     *
     * @param given one array per column, finite; not modified
     * @param weights of cases, sum 1; not modified
     */
    DesignMatrix(double[][] given, double[] weights, boolean isStandardized, boolean hasIntercept) {
        cases = weights.length;
        columns = given.length;
        x = new double[Math.multiplyExact(cases, columns)];
        mean = new double[columns];
        scale = new double[columns];
        norm = new double[columns];
        isVarying = new boolean[columns];
        for (int j = 0; j < columns; j++) {
            isVarying[j] = varies(given[j]);
            double center = 0;
            for (int i = 0; i < cases; i++) {
                center += weights[i] * given[j][i];
            }
            double variance = 0;
            for (int i = 0; i < cases; i++) {
                variance += weights[i] * (given[j][i] - center) * (given[j][i] - center);
            }
            double sd = Math.sqrt(variance);
            isVarying[j] &= sd > 0; // all but one of the weights may be 0
            mean[j] = hasIntercept ? center : 0;
            scale[j] = isStandardized && isVarying[j] ? sd : 1;
            int at = j * cases;
            for (int i = 0; i < cases; i++) {
                x[at + i] = (given[j][i] - mean[j]) / scale[j];
                norm[j] += x[at + i] * x[at + i];
            }
            norm[j] = Math.sqrt(norm[j]);
        }
        byRow = byRow();
    }

    private float[] byRow() {
        float[] copy = new float[x.length];
        for (int from = 0; from < columns; from += BLOCK) {
            int to = Math.min(columns, from + BLOCK);
            for (int i = 0; i < cases; i++) {
                for (int j = from; j < to; j++) {
                    copy[i * columns + j] = (float) x[j * cases + i];
                }
            }
        }
        return copy;
    }

    /**
     * Computes Σ a<sub>i</sub> x<sub>ij</sub> of every column, off by at most {@link #slopeError} of it.
     *
     * @param sums one per column; overwritten
     */
    void approximateDots(double[] a, float[] sums) {
        Arrays.fill(sums, 0);
        int end = cases & ~3;
        for (int i = 0; i < end; i += 4) {
            addRows(sums, i * columns, (float) a[i], (float) a[i + 1], (float) a[i + 2], (float) a[i + 3]);
        }
        for (int i = end; i < cases; i++) {
            addRows(sums, i * columns, (float) a[i]);
        }
    }

    private void addRows(float[] sums, int first, float a0, float a1, float a2, float a3) {
        int second = first + columns;
        int third = second + columns;
        int fourth = third + columns;
        for (int j = 0; j < columns; j++) {
            sums[j] +=
                    a0 * byRow[first + j] + a1 * byRow[second + j] + (a2 * byRow[third + j] + a3 * byRow[fourth + j]);
        }
    }

    private void addRows(float[] sums, int first, float a0) {
        for (int j = 0; j < columns; j++) {
            sums[j] += a0 * byRow[first + j];
        }
    }

    /** Returns the share of ‖a‖ ‖x<sub>j</sub>‖ by which {@link #approximateDots} may be off: a rounding for each term. */
    double slopeError() {
        return (cases + 4) * 0x1p-23;
    }

    private static boolean varies(double[] column) {
        for (double value : column) {
            if (value != column[0]) {
                return true;
            }
        }
        return false;
    }

    /** Returns Σ a<sub>i</sub> x<sub>ij</sub>; four sums, since one alone waits for each addition to end. */
    double dot(double[] a, int column) {
        int at = column * cases;
        int end = cases & ~3;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < end; i += 4) {
            s0 += a[i] * x[at + i];
            s1 += a[i + 1] * x[at + i + 1];
            s2 += a[i + 2] * x[at + i + 2];
            s3 += a[i + 3] * x[at + i + 3];
        }
        for (int i = end; i < cases; i++) {
            s0 += a[i] * x[at + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Returns Σ a<sub>i</sub> x<sub>ij</sub>². */
    double weightedSquares(double[] a, int column) {
        int at = column * cases;
        int end = cases & ~3;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < end; i += 4) {
            s0 += a[i] * x[at + i] * x[at + i];
            s1 += a[i + 1] * x[at + i + 1] * x[at + i + 1];
            s2 += a[i + 2] * x[at + i + 2] * x[at + i + 2];
            s3 += a[i + 3] * x[at + i + 3] * x[at + i + 3];
        }
        for (int i = end; i < cases; i++) {
            s0 += a[i] * x[at + i] * x[at + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Adds factor · x<sub>j</sub> to {@code sum}, which is modified. */
    void add(double factor, int column, double[] sum) {
        int at = column * cases;
        for (int i = 0; i < cases; i++) {
            sum[i] += factor * x[at + i];
        }
    }

    /** Takes factor · v · x<sub>j</sub> from {@code residual}, which is modified. */
    void subtractWeighted(double factor, double[] v, int column, double[] residual) {
        int at = column * cases;
        for (int i = 0; i < cases; i++) {
            residual[i] -= factor * v[i] * x[at + i];
        }
    }
}
