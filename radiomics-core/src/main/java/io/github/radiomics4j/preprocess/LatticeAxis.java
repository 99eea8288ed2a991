package io.github.radiomics4j.preprocess;

/**
 * The voxels of one axis on a lattice of control points: voxel i has four taps, the control points {@code span(i)} to
 * {@code span(i) + 3}; a spline of lower order has weight 0 at the last ones.
 *
 * <p>With s spans between the first and the last of n voxels, voxel i lies at {@code s · i / (n − 1)}, and the last one a
 * thousandth of a voxel before the end. Places and weights, those of the uniform B-spline, are rounded to 32 bits as ITK
 * does.
 */
final class LatticeAxis {
    static final int TAPS = 4;

    private final int order;
    private final int points;
    private final int[] spans;
    private final float[] weights;

    /**
     * @param voxels of the axis, at least 1; a single one lies at the beginning
     * @param points control points, more than {@code order}
     * @param order of the spline, 1 to 3
     */
    LatticeAxis(int voxels, int points, int order) {
        this.order = order;
        this.points = points;
        this.spans = new int[voxels];
        this.weights = new float[TAPS * voxels];
        int count = points - order;
        float epsilon = count / (float) (voxels - 1) * 1e-3f;
        for (int i = 0; i < voxels; i++) {
            float u = voxels == 1 ? 0 : count * (float) i / (float) (voxels - 1);
            if (voxels > 1 && Math.abs(u - count) <= epsilon) {
                u = count - epsilon;
            }
            int span = (int) u;
            spans[i] = span;
            for (int t = 0; t <= order; t++) {
                weights[TAPS * i + t] = (float) basis(order, (float) (u - (span + t) + 0.5 * (order - 1)));
            }
        }
    }

    /** Returns the centered uniform B-spline of an order at {@code x}. */
    private static double basis(int order, double x) {
        double a = Math.abs(x);
        return switch (order) {
            case 1 -> Math.max(0, 1 - a);
            case 2 -> a < 0.5 ? 0.75 - a * a : a < 1.5 ? (9 - 12 * a + 4 * (a * a)) * 0.125 : 0;
            case 3 ->
                a < 1
                        ? (4 - 6 * (a * a) + 3 * (a * a) * a) / 6
                        : a < 2 ? (8 - 12 * a + 6 * (a * a) - a * a * a) / 6 : 0;
            default -> throw new IllegalArgumentException("order must be 1 to 3, found " + order);
        };
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
    float[] weights() {
        return weights;
    }

    /** Returns w² for each weight. */
    double[] squares() {
        double[] out = new double[weights.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (double) weights[i] * weights[i];
        }
        return out;
    }

    /** Returns w³ / Σ w², the sum over the voxel's taps. */
    double[] shares() {
        double[] out = new double[weights.length];
        for (int i = 0; i < out.length; i += TAPS) {
            double sum = 0;
            for (int t = i; t < i + TAPS; t++) {
                sum += (double) weights[t] * weights[t];
            }
            for (int t = i; t < i + TAPS; t++) {
                out[t] = (double) weights[t] * weights[t] * weights[t] / sum;
            }
        }
        return out;
    }
}
