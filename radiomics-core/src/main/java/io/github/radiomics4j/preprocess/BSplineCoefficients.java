package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;

/**
 * Coefficients of the cubic B-spline through an image, of a box of it.
 *
 * <p>Along each axis, x then y then z, a causal and an anticausal recursion with pole z = √3 − 2 and gain (1 − z)(1 − 1/z)
 * = 6 turn values into coefficients (Unser 1993). The influence of a voxel falls by |z| = 0.27 with each step, so the box
 * is filtered together with {@link #MARGIN} voxels around it and no more: |z|³² is 10⁻¹⁸, beyond the last bit.
 */
final class BSplineCoefficients {
    private static final int MARGIN = 32;
    private static final double POLE = Math.sqrt(3.0) - 2.0;
    private static final double GAIN = (1.0 - POLE) * (1.0 - 1.0 / POLE);
    /** Terms of the sum that starts the recursion at the border of a longer line: |z|¹⁸ &lt; 10⁻¹⁰. */
    private static final int HORIZON = 18;
    /** Lines filtered side by side. */
    private static final int LINES = 64;

    private final double[] values;
    private final BoundingBox box;
    private final Size volume;
    private final boolean isPlane;
    private final double largest;

    private BSplineCoefficients(double[] values, InputBox input) {
        this.values = values;
        this.box = input.box();
        this.volume = input.volume();
        this.isPlane = input.isPlane();
        double max = 0;
        for (double v : values) {
            max = Math.max(max, Math.abs(v));
        }
        this.largest = max;
    }

    /** Returns the coefficients of {@code wanted}. */
    static BSplineCoefficients of(ImageVolume image, InputBox wanted, Execution execution) {
        BoundingBox box = wanted.box();
        BoundingBox source = box.padWithin(MARGIN, wanted.volume());
        double[] values = image.toDoubles(source);
        requireFinite(values, source);
        double[] x = filter(
                values,
                1,
                source.sizeX(),
                source.sizeY() * source.sizeZ(),
                box.x() - source.x(),
                box.sizeX(),
                execution);
        double[] y =
                filter(x, box.sizeX(), source.sizeY(), source.sizeZ(), box.y() - source.y(), box.sizeY(), execution);
        double[] z =
                filter(y, box.sizeX() * box.sizeY(), source.sizeZ(), 1, box.z() - source.z(), box.sizeZ(), execution);
        return new BSplineCoefficients(z, wanted);
    }

    private static void requireFinite(double[] values, BoundingBox box) {
        double sum = 0;
        for (double v : values) {
            sum += v * 0.0;
        }
        if (sum == 0) {
            return;
        }
        int at = 0;
        while (Double.isFinite(values[at])) {
            at++;
        }
        throw new InvalidCaseException(
                Reason.NON_FINITE,
                "voxels around the region must be finite to be interpolated, found %s at voxel (%d, %d, %d)"
                        .formatted(
                                values[at],
                                box.x() + at % box.sizeX(),
                                box.y() + at / box.sizeX() % box.sizeY(),
                                box.z() + at / box.sizeX() / box.sizeY()));
    }

    /** Returns the coefficients, x fastest. Shared: not to be modified. */
    double[] values() {
        return values;
    }

    /** Returns of which voxels. */
    BoundingBox box() {
        return box;
    }

    /** Returns the size of the whole image. */
    Size volume() {
        return volume;
    }

    /** Returns whether the image has two dimensions. */
    boolean isPlane() {
        return isPlane;
    }

    /** Returns the largest absolute coefficient. */
    double largest() {
        return largest;
    }

    /**
     * Returns the spline at a continuous index of the image, summed in ITK's order; 0 outside.
     *
     * @param weights overwritten: 12 numbers of work space
     * @param taps overwritten: 12 numbers of work space
     */
    double evaluate(double x, double y, double z, double[] weights, int[] taps) {
        boolean inside = x >= -0.5
                && x < volume.x() - 0.5
                && y >= -0.5
                && y < volume.y() - 0.5
                && z >= -0.5
                && z < volume.z() - 0.5;
        if (!inside) {
            return 0;
        }
        AxisTaps.weigh(x, volume.x(), box.x(), weights, taps, 0);
        AxisTaps.weigh(y, volume.y(), box.y(), weights, taps, 4);
        if (isPlane) {
            return evaluatePlane(weights, taps);
        }
        AxisTaps.weigh(z, volume.z(), box.z(), weights, taps, 8);
        double sum = 0;
        for (int k = 8; k < 12; k++) {
            for (int j = 4; j < 8; j++) {
                int row = box.sizeX() * (taps[j] + box.sizeY() * taps[k]);
                for (int i = 0; i < 4; i++) {
                    sum += weights[i] * weights[j] * weights[k] * values[row + taps[i]];
                }
            }
        }
        return sum;
    }

    private double evaluatePlane(double[] weights, int[] taps) {
        double sum = 0;
        for (int j = 4; j < 8; j++) {
            int row = box.sizeX() * taps[j];
            for (int i = 0; i < 4; i++) {
                sum += weights[i] * weights[j] * values[row + taps[i]];
            }
        }
        return sum;
    }

    /**
     * Filters along one axis and keeps a part of it.
     *
     * @param in layout [outer][n][inner]; not modified
     * @param first first element kept along the axis
     * @param count elements kept
     * @return layout [outer][count][inner]
     */
    private static double[] filter(
            double[] in, int inner, int n, int outer, int first, int count, Execution execution) {
        double[] out = new double[outer * count * inner];
        if (inner == 1) {
            int blocks = (outer + LINES - 1) / LINES;
            Slabs.forEach(blocks, execution, (from, to) -> {
                double[][] rows = new double[n][LINES];
                for (int block = from; block < to; block++) {
                    int line = block * LINES;
                    int width = Math.min(LINES, outer - line);
                    for (int b = 0; b < width; b++) {
                        int at = (line + b) * n;
                        for (int i = 0; i < n; i++) {
                            rows[i][b] = in[at + i];
                        }
                    }
                    filter(rows, n, width);
                    for (int b = 0; b < width; b++) {
                        int at = (line + b) * count;
                        for (int i = 0; i < count; i++) {
                            out[at + i] = rows[first + i][b];
                        }
                    }
                }
            });
        } else {
            int across = (inner + LINES - 1) / LINES;
            Slabs.forEach(outer * across, execution, (from, to) -> {
                double[][] rows = new double[n][LINES];
                for (int block = from; block < to; block++) {
                    int o = block / across;
                    int start = block % across * LINES;
                    int width = Math.min(LINES, inner - start);
                    for (int i = 0; i < n; i++) {
                        System.arraycopy(in, (o * n + i) * inner + start, rows[i], 0, width);
                    }
                    filter(rows, n, width);
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(rows[first + i], 0, out, (o * count + i) * inner + start, width);
                    }
                }
            });
        }
        return out;
    }

    /**
     * Turns values into coefficients along {@code width} lines side by side. A line of one voxel stays as it is.
     *
     * @param rows element i of line b at {@code rows[i][b]}; overwritten
     */
    private static void filter(double[][] rows, int n, int width) {
        if (n == 1) {
            return;
        }
        for (int i = 0; i < n; i++) {
            double[] r = rows[i];
            for (int b = 0; b < width; b++) {
                r[b] *= GAIN;
            }
        }
        startCausal(rows, n, width);
        for (int i = 1; i < n; i++) {
            double[] r = rows[i];
            double[] previous = rows[i - 1];
            for (int b = 0; b < width; b++) {
                r[b] += POLE * previous[b];
            }
        }
        double[] last = rows[n - 1];
        double[] beforeLast = rows[n - 2];
        for (int b = 0; b < width; b++) {
            last[b] = POLE / (POLE * POLE - 1.0) * (POLE * beforeLast[b] + last[b]);
        }
        for (int i = n - 2; i >= 0; i--) {
            double[] r = rows[i];
            double[] next = rows[i + 1];
            for (int b = 0; b < width; b++) {
                r[b] = POLE * (next[b] - r[b]);
            }
        }
    }

    /** Sets the first element to the sum of the mirrored line before it: cut after the horizon, or exact. */
    private static void startCausal(double[][] rows, int n, int width) {
        double[] first = rows[0];
        if (HORIZON < n) {
            double power = POLE;
            for (int i = 1; i < HORIZON; i++) {
                add(first, power, rows[i], width);
                power *= POLE;
            }
            return;
        }
        double inverse = 1.0 / POLE;
        double back = Math.pow(POLE, n - 1);
        add(first, back, rows[n - 1], width);
        back *= back * inverse;
        double power = POLE;
        for (int i = 1; i <= n - 2; i++) {
            add(first, power + back, rows[i], width);
            power *= POLE;
            back *= inverse;
        }
        for (int b = 0; b < width; b++) {
            first[b] /= 1.0 - power * power;
        }
    }

    private static void add(double[] sum, double factor, double[] row, int width) {
        for (int b = 0; b < width; b++) {
            sum[b] += factor * row[b];
        }
    }
}
