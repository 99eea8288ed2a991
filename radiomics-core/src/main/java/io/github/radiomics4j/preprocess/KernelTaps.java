package io.github.radiomics4j.preprocess;

import java.util.Arrays;

/**
 * The weights of a kernel for each output voxel along one axis. Voxel i has entries {@code taps · i} to {@code taps · (i +
 * 1) − 1}; outside the image its positions are −1.
 */
final class KernelTaps {
    private final int taps;
    private final double[] weights;
    private final int[] positions;

    /**
     * @param indices continuous index of each output voxel along {@code axis}
     */
    KernelTaps(AxisKernel kernel, int axis, double[] indices, InputBox box) {
        taps = kernel.taps();
        weights = new double[taps * indices.length];
        positions = new int[taps * indices.length];
        for (int i = 0; i < indices.length; i++) {
            double x = indices[i];
            int length = box.volume().along(axis);
            if (axis == 2 && box.isPlane()) {
                weights[taps * i] = 1; // the others weigh nothing
            } else if (x >= -0.5 && x < length - 0.5) {
                kernel.weigh(axis, x, length, box.box().start(axis), weights, positions, taps * i);
            } else {
                Arrays.fill(positions, taps * i, taps * (i + 1), -1);
            }
        }
    }

    int count() {
        return positions.length / taps;
    }

    boolean isInside(int i) {
        return positions[taps * i] >= 0;
    }

    double[] weights() {
        return weights;
    }

    /** Returns the weights of each voxel, divided by their sum. */
    double[] shares() {
        double[] shares = weights.clone();
        for (int i = 0; i < count(); i++) {
            double sum = 0;
            for (int t = taps * i; t < taps * (i + 1); t++) {
                sum += weights[t];
            }
            for (int t = taps * i; isInside(i) && t < taps * (i + 1); t++) {
                shares[t] = weights[t] / sum;
            }
        }
        return shares;
    }

    int[] positions() {
        return positions;
    }
}
