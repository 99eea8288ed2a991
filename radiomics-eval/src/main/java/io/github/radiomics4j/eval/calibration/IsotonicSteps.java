package io.github.radiomics4j.eval.calibration;

import java.util.Arrays;

/**
 * The never decreasing function nearest to the truth of some cases, by pooling neighbors that are in the wrong order.
 *
 * @param x distinct probabilities, ascending
 * @param y the function there
 */
record IsotonicSteps(double[] x, double[] y) {

    static IsotonicSteps of(CalibrationCurve.Case[] ordered) {
        double[] x = new double[ordered.length];
        double[] sums = new double[ordered.length];
        int[] counts = new int[ordered.length];
        int distinct = 0;
        for (CalibrationCurve.Case one : ordered) {
            if (distinct == 0 || x[distinct - 1] != one.probability()) {
                x[distinct++] = one.probability();
            }
            sums[distinct - 1] += one.isPositive() ? 1 : 0;
            counts[distinct - 1]++;
        }
        double[] y = new double[distinct];
        int[] starts = new int[distinct];
        int blocks = 0;
        for (int i = 0; i < distinct; i++) {
            starts[blocks] = i;
            double sum = sums[i];
            int count = counts[i];
            while (blocks > 0 && sums[blocks - 1] / counts[blocks - 1] >= sum / count) {
                blocks--;
                sum += sums[blocks];
                count += counts[blocks];
            }
            sums[blocks] = sum; // blocks ≤ i: these places have been read
            counts[blocks++] = count;
        }
        for (int b = 0; b < blocks; b++) {
            int end = b + 1 < blocks ? starts[b + 1] : distinct;
            Arrays.fill(y, starts[b], end, sums[b] / counts[b]);
        }
        return new IsotonicSteps(Arrays.copyOf(x, distinct), y);
    }

    double at(double probability) {
        int place = Arrays.binarySearch(x, probability);
        if (place >= 0) {
            return y[place];
        }
        int above = -place - 1;
        if (above == 0) {
            return y[0];
        }
        if (above == x.length) {
            return y[y.length - 1];
        }
        double share = (probability - x[above - 1]) / (x[above] - x[above - 1]);
        return y[above - 1] + share * (y[above] - y[above - 1]);
    }
}
