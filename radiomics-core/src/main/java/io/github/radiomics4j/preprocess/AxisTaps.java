package io.github.radiomics4j.preprocess;

/**
 * The four neighbors and their weights for each output voxel along one axis. Voxel i has entries {@code 4 i} to
 * {@code 4 i + 3}; outside the image all weights are 0.
 */
final class AxisTaps {
    private final double[] weights;
    private final int[] positions;

    /**
     * @param indices continuous index of each output voxel
     * @param length voxels of the whole image along the axis
     * @param boxStart first voxel of which coefficients are kept; positions count from there
     */
    AxisTaps(double[] indices, int length, int boxStart) {
        weights = new double[4 * indices.length];
        positions = new int[4 * indices.length];
        for (int i = 0; i < indices.length; i++) {
            double x = indices[i];
            if (x >= -0.5 && x < length - 0.5) {
                weigh(x, length, boxStart, weights, positions, 4 * i);
            }
        }
    }

    private AxisTaps(double[] weights, int[] positions) {
        this.weights = weights;
        this.positions = positions;
    }

    /** Returns those along the axis that a plane does not have: its one voxel alone. */
    static AxisTaps ofPlane() {
        return new AxisTaps(new double[] {1, 0, 0, 0}, new int[4]);
    }

    int count() {
        return positions.length / 4;
    }

    double[] weights() {
        return weights;
    }

    int[] positions() {
        return positions;
    }

    /**
     * Writes the weights of the cubic B-spline at {@code x} and the positions of its four neighbors, mirrored into the
     * image. The first neighbor is ⌊x⌋ − 1 with x rounded to 32 bits first, as ITK does.
     *
     * @param weights overwritten from {@code at} on
     * @param positions overwritten from {@code at} on
     */
    static void weigh(double x, int length, int boxStart, double[] weights, int[] positions, int at) {
        int first = (int) Math.floor((float) x) - 1;
        double w = x - (first + 1);
        double w3 = 1.0 / 6.0 * w * w * w;
        double w0 = 1.0 / 6.0 + 0.5 * w * (w - 1.0) - w3;
        double w2 = w + w0 - 2.0 * w3;
        weights[at] = w0;
        weights[at + 1] = 1.0 - w0 - w2 - w3;
        weights[at + 2] = w2;
        weights[at + 3] = w3;
        for (int t = 0; t < 4; t++) {
            positions[at + t] = mirror(first + t, length) - boxStart;
        }
    }

    /** Returns the voxel that stands for voxel {@code i} when the first and the last one are mirrors. */
    private static int mirror(int i, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * (length - 1);
        int m = Math.floorMod(i, period);
        return m < length ? m : period - m;
    }
}
