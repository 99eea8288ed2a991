package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The cubic B-spline through the voxels of a volume, which goes on beyond it as in a mirror that holds the last voxel, and
 * whose samples are 0 outside. Every product and sum is that of SciPy's {@code map_coordinates}, of order 3 and mode
 * "constant": where a sample equals its center, its last bit decides a pattern.
 *
 * <p>Along z, then y, then x, a causal and an anticausal recursion with pole √3 − 2 and gain 6 turn voxels into
 * coefficients (M. Unser, A. Aldroubi, M. Eden, IEEE Trans. Signal Process. 41 (1993) 834–848, doi:10.1109/78.193221).
 * The influence of a voxel falls by 0.27 with each step, so a box is filtered with {@link #MARGIN} voxels around it.
 *
 * <p>Layout: x fastest; coefficients reach beyond the volume by {@link #BELOW} and {@link #ABOVE} places, where they are
 * the mirrored ones. Invariant: all taps of a sample within the volume lie in the array.
 */
final class MirroredSpline {
    private static final int BELOW = 1;
    private static final int ABOVE = 2;
    /** |pole|⁶⁴ is 10⁻³⁷: two recursions that started differently have long had the same bits. */
    private static final int MARGIN = 64;

    /** √3 − 2; computed in doubles it would be two units of the last place away. */
    private static final double POLE = -0.2679491924311227;

    private static final double GAIN = (1.0 - POLE) * (1.0 - 1.0 / POLE);
    private static final MathContext DIGITS = new MathContext(40);

    private final Size volume;
    private final int[] first;
    private final int[] count;
    private final double[] coefficients;

    private MirroredSpline(Size volume, int[] first, int[] count, double[] coefficients) {
        this.volume = volume;
        this.first = first;
        this.count = count;
        this.coefficients = coefficients;
    }

    /** Returns the spline for samples up to {@code reach} voxels from the centers of {@code wanted}. */
    static MirroredSpline of(ImageVolume image, BoundingBox wanted, int reach, Execution execution) {
        Size volume = image.grid().size();
        BoundingBox taps = wanted.padWithin(Math.min(reach, Integer.MAX_VALUE - 3) + 3, volume);
        BoundingBox source = taps.padWithin(MARGIN, volume);
        double[] values = image.toDoubles(source);
        filter(values, source.size(), execution);
        int[] first = new int[3];
        int[] count = new int[3];
        for (int a = 0; a < 3; a++) {
            int end = taps.start(a) + taps.size().along(a);
            first[a] = taps.start(a) == 0 ? -BELOW : taps.start(a);
            count[a] = (end == volume.along(a) ? end + ABOVE : end) - first[a];
        }
        double[] padded = new double[count[0] * count[1] * count[2]];
        int to = 0;
        for (int k = 0; k < count[2]; k++) {
            int z = mirrored(first[2] + k, volume.z()) - source.z();
            for (int j = 0; j < count[1]; j++) {
                int y = mirrored(first[1] + j, volume.y()) - source.y();
                int row = (z * source.sizeY() + y) * source.sizeX() - source.x();
                for (int i = 0; i < count[0]; i++) {
                    padded[to++] = values[row + mirrored(first[0] + i, volume.x())];
                }
            }
        }
        return new MirroredSpline(volume, first, count, padded);
    }

    private static int mirrored(int i, int n) {
        if (n == 1) {
            return 0;
        }
        int folded = Math.floorMod(i, 2 * (n - 1));
        return folded < n ? folded : 2 * (n - 1) - folded;
    }

    /** Turns the voxels of a box into coefficients, in place. */
    private static void filter(double[] values, Size size, Execution execution) {
        int nx = size.x();
        int ny = size.y();
        int nz = size.z();
        double wholeX = power(nx - 1);
        double wholeY = power(ny - 1);
        double wholeZ = power(nz - 1);
        List<Runnable> alongZ = new ArrayList<>();
        for (int y = 0; y < ny; y++) {
            int start = y * nx;
            alongZ.add(() -> filterRows(values, start, nx * ny, nz, nx, wholeZ));
        }
        execution.runAll(alongZ);
        List<Runnable> inSlices = new ArrayList<>();
        for (int z = 0; z < nz; z++) {
            int start = z * nx * ny;
            inSlices.add(() -> {
                filterRows(values, start, nx, ny, nx, wholeY);
                for (int y = 0; y < ny; y++) {
                    filterRows(values, start + y * nx, 1, nx, 1, wholeX);
                }
            });
        }
        execution.runAll(inSlices);
    }

    private static double power(int exponent) {
        return new BigDecimal(POLE).pow(exponent, DIGITS).doubleValue();
    }

    /**
     * Filters {@code width} lines side by side; a line of one voxel stays as it is.
     *
     * @param c element i of line b at {@code start + i * stride + b}; modified
     * @param whole the pole to the power n − 1
     */
    private static void filterRows(double[] c, int start, int stride, int n, int width, double whole) {
        if (n == 1) {
            return;
        }
        int last = start + (n - 1) * stride;
        for (int i = start; i <= last; i += stride) {
            for (int b = i; b < i + width; b++) {
                c[b] *= GAIN;
            }
        }
        startCausal(c, start, stride, n, width, whole);
        for (int i = start + stride; i <= last; i += stride) {
            for (int b = i; b < i + width; b++) {
                c[b] += POLE * c[b - stride];
            }
        }
        for (int b = last; b < last + width; b++) {
            c[b] = (POLE * c[b - stride] + c[b]) * POLE / (POLE * POLE - 1);
        }
        for (int i = last - stride; i >= start; i -= stride) {
            for (int b = i; b < i + width; b++) {
                c[b] = POLE * (c[b + stride] - c[b]);
            }
        }
    }

    /** Sets the first element of each line to the sum of the line and its mirror images. */
    private static void startCausal(double[] c, int start, int stride, int n, int width, double whole) {
        for (int b = 0; b < width; b++) {
            c[start + b] += whole * c[start + (n - 1) * stride + b];
        }
        double power = POLE;
        for (int i = 1; i < n - 1; i++) {
            int near = start + i * stride;
            int far = start + (n - 1 - i) * stride;
            for (int b = 0; b < width; b++) {
                c[start + b] += power * (c[near + b] + whole * c[far + b]);
            }
            power *= POLE;
        }
        for (int b = 0; b < width; b++) {
            c[start + b] /= 1 - whole * whole;
        }
    }

    /** Returns the number of voxels of the volume along an axis. */
    int voxels(int axis) {
        return volume.along(axis);
    }

    /** Returns the spline at a continuous index, 0 outside the volume, to the bit. */
    double at(double x, double y, double z, double[] weights) {
        if (isOutside(x, volume.x()) || isOutside(y, volume.y()) || isOutside(z, volume.z())) {
            return 0;
        }
        int i0 = weigh(x, weights, 0) - first[0];
        int j0 = weigh(y, weights, 4) - first[1];
        int k0 = weigh(z, weights, 8) - first[2];
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < 4; j++) {
                int row = ((k0 + k) * count[1] + j0 + j) * count[0] + i0;
                for (int i = 0; i < 4; i++) {
                    sum += coefficients[row + i] * weights[8 + k] * weights[4 + j] * weights[i];
                }
            }
        }
        return sum;
    }

    static boolean isOutside(double at, int n) {
        return !(at >= 0 && at <= n - 1);
    }

    /**
     * Computes the weights of the four taps around a position.
     *
     * @param weights four are overwritten, from {@code to} on
     * @return the index of the first tap
     */
    static int weigh(double at, double[] weights, int to) {
        double floor = Math.floor(at);
        double y = at - floor;
        double z = 1 - y;
        weights[to + 1] = (y * y * (y - 2) * 3 + 4) / 6;
        weights[to + 2] = (z * z * (z - 2) * 3 + 4) / 6;
        weights[to] = z * z * z / 6;
        weights[to + 3] = 1 - weights[to] - weights[to + 1] - weights[to + 2];
        return (int) floor - 1;
    }

    /**
     * Samples a row at {@code (x + dx, y, z)} for x from {@code from} to before {@code to}, all of which lie in the volume:
     * rows first, then along the row with the weights of dx itself. Off by rounding, and twenty times as fast as {@link
     * #at}.
     *
     * @param weights overwritten: 12 numbers of work space
     * @param line overwritten: the row across, three longer than the row
     * @param out of x at {@code out[outStart + x - from]}; overwritten
     */
    void row(
            double dx,
            double y,
            double z,
            int from,
            int to,
            double[] weights,
            double[] line,
            double[] out,
            int outStart) {
        int i0 = from + weigh(dx, weights, 0) - first[0];
        int j0 = weigh(y, weights, 4) - first[1];
        int k0 = weigh(z, weights, 8) - first[2];
        int length = to - from;
        for (int k = 0; k < 4; k++) {
            int r0 = ((k0 + k) * count[1] + j0) * count[0] + i0;
            addRows(r0, weights, weights[8 + k], k == 0, line, length + 3);
        }
        double w0 = weights[0];
        double w1 = weights[1];
        double w2 = weights[2];
        double w3 = weights[3];
        for (int i = 0; i < length; i++) {
            out[outStart + i] = w0 * line[i] + w1 * line[i + 1] + w2 * line[i + 2] + w3 * line[i + 3];
        }
    }

    /** Adds four rows of one slice, weighted, to {@code line} (overwritten by the first slice). */
    private void addRows(int r0, double[] weights, double slice, boolean isFirst, double[] line, int length) {
        double w0 = slice * weights[4];
        double w1 = slice * weights[5];
        double w2 = slice * weights[6];
        double w3 = slice * weights[7];
        int r1 = r0 + count[0];
        int r2 = r1 + count[0];
        int r3 = r2 + count[0];
        double[] c = coefficients;
        if (isFirst) {
            for (int i = 0; i < length; i++) {
                line[i] = w0 * c[r0 + i] + w1 * c[r1 + i] + w2 * c[r2 + i] + w3 * c[r3 + i];
            }
        } else {
            for (int i = 0; i < length; i++) {
                line[i] += w0 * c[r0 + i] + w1 * c[r1 + i] + w2 * c[r2 + i] + w3 * c[r3 + i];
            }
        }
    }
}
