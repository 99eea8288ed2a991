package io.github.radiomics4j.preprocess;

import java.util.Arrays;

/**
 * The voxels of one axis on a lattice of control points: voxel i has four taps, the control points {@code span(i)} to
 * {@code span(i) + 3}; a spline of lower order has weight 0 at the last ones.
 *
 * <p>With s spans between the first and the last of n voxels, voxel i lies at {@code s · i / (n − 1)}, and the last one a
 * thousandth of a voxel before the end, both rounded to 32 bits as ITK does. The weights are those of the uniform B-spline
 * (de Boor's recursion, in 64 bits).
 */
final class LatticeAxis {
    static final int TAPS = 4;

    private final int order;
    private final int points;
    private final int[] spans;
    private final double[] weights;

    /**
     * @param voxels of the axis, at least 1; a single one lies at the beginning
     * @param points control points, more than {@code order}
     * @param order of the spline, 1 to 3
     */
    LatticeAxis(int voxels, int points, int order) {
        this.order = order;
        this.points = points;
        this.spans = new int[voxels];
        this.weights = new double[TAPS * voxels];
        int count = points - order;
        float epsilon = count / (float) (voxels - 1) * 1e-3f;
        for (int i = 0; i < voxels; i++) {
            float u = voxels == 1 ? 0 : count * (float) i / (float) (voxels - 1);
            if (voxels > 1 && Math.abs(u - count) <= epsilon) {
                u = count - epsilon;
            }
            spans[i] = (int) u;
            weigh(u - (double) spans[i], order, weights, TAPS * i);
        }
    }

    /** Writes the weights of {@code order + 1} control points at {@code f}, 0 to 1, of a span, first control point first. */
    private static void weigh(double f, int order, double[] out, int at) {
        out[at] = 1;
        for (int d = 1; d <= order; d++) {
            for (int j = d; j >= 0; j--) {
                double left = j == 0 ? 0 : (f + d - j) * out[at + j - 1];
                double right = j == d ? 0 : (1 - f + j) * out[at + j];
                out[at + j] = (left + right) / d;
            }
        }
    }

    int order() {
        return order;
    }

    int points() {
        return points;
    }

    int voxels() {
        return spans.length;
    }

    /** Returns the first control point of each voxel. Shared: not to be modified. */
    int[] spans() {
        return spans;
    }

    /** Returns four weights w for each voxel. Shared: not to be modified. */
    double[] weights() {
        return weights;
    }

    /** Returns w² for each weight. */
    double[] squares() {
        return Arrays.stream(weights).map(w -> w * w).toArray();
    }

    /** Returns w³ / Σ w², the sum over the voxel's taps. */
    double[] shares() {
        double[] out = new double[weights.length];
        for (int i = 0; i < out.length; i += TAPS) {
            double sum = 0;
            for (int t = i; t < i + TAPS; t++) {
                sum += weights[t] * weights[t];
            }
            for (int t = i; t < i + TAPS; t++) {
                out[t] = weights[t] * weights[t] * weights[t] / sum;
            }
        }
        return out;
    }
}
