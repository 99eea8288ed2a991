package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;

/**
 * The cubic B-spline through all voxels of an image, mirrored at its border, evaluated on another grid; 0 outside [−0.5,
 * N − 0.5) along any axis.
 *
 * <p>Only the coefficients around the output are computed ({@link BSplineCoefficients}). Where the axes of both grids are
 * parallel the sum over 4 × 4 × 4 neighbors is taken axis by axis, 12 products in place of 64; elsewhere, and where the
 * last bits of that sum decide what an integer or a 32-bit float becomes, or on which side of a round number a 64-bit
 * float lies, as one sum in ITK's order.
 */
final class BSpline {
    /** By how much two orders of summation may differ, relative to the largest coefficient; generously. */
    private static final double ROUNDING = 1e-12;

    private final BSplineCoefficients spline;
    private final IndexMap map;
    private final Grid output;
    private final PixelType type;

    private BSpline(ImageVolume image, Grid output, PixelType type, Execution execution) {
        this.output = output;
        this.map = new IndexMap(output, image.grid());
        this.spline = BSplineCoefficients.of(image, InputBox.of(map, image.grid(), 3), execution);
        this.type = type;
    }

    /**
     * Returns the values of {@code image} on {@code output}, x fastest.
     *
     * @param type what they will be stored in
     * @throws io.github.radiomics4j.run.InvalidCaseException NON_FINITE if a voxel near the output is NaN or infinite
     */
    static double[] resample(ImageVolume image, Grid output, PixelType type, Execution execution) {
        BSpline task = new BSpline(image, output, type, execution);
        return task.map.isSeparable() ? task.separable(execution) : task.general(execution);
    }

    private double[] general(Execution execution) {
        int nx = output.size().x();
        double[] out = new double[Math.toIntExact(output.size().voxelCount())];
        Slabs.forEach(output.size().y() * output.size().z(), execution, (first, last) -> {
            RowIndices rows = new RowIndices(map, output.size());
            double[] weights = new double[12];
            int[] taps = new int[12];
            for (int row = first; row < last; row++) {
                rows.read(row);
                for (int i = 0; i < nx; i++) {
                    out[row * nx + i] = spline.evaluate(rows.x()[i], rows.y()[i], rows.z()[i], weights, taps);
                }
            }
        });
        return out;
    }

    private double[] separable(Execution execution) {
        BoundingBox box = spline.box();
        Size volume = spline.volume();
        AxisTaps x = new AxisTaps(map.axis(0), volume.x(), box.x());
        AxisTaps y = new AxisTaps(map.axis(1), volume.y(), box.y());
        AxisTaps z = spline.isPlane() ? AxisTaps.ofPlane() : new AxisTaps(map.axis(2), volume.z(), box.z());
        int nx = x.count();
        int ny = y.count();
        int nz = z.count();
        double[] coefficients = spline.values();
        int slice = box.sizeX() * box.sizeY();
        double[] planes = new double[nx * ny * box.sizeZ()];
        Slabs.forEach(box.sizeZ(), execution, (first, last) -> {
            double[] rows = new double[nx * box.sizeY()];
            for (int k = first; k < last; k++) {
                alongX(coefficients, k * slice, box.sizeX(), box.sizeY(), x, rows);
                across(rows, 0, nx, y, 0, ny, planes, k * nx * ny);
            }
        });
        double[] out = new double[nx * ny * nz];
        Slabs.forEach(nz, execution, (first, last) -> {
            across(planes, 0, nx * ny, z, first, last, out, first * nx * ny);
            settle(out, first, last);
        });
        return out;
    }

    /**
     * Evaluates rows along x.
     *
     * @param in rows of {@code width} coefficients from {@code from} on; not modified
     * @param out overwritten: rows of {@code x.count()} values
     */
    private static void alongX(double[] in, int from, int width, int rows, AxisTaps x, double[] out) {
        int n = x.count();
        double[] w = x.weights();
        int[] taps = x.positions();
        for (int row = 0; row < rows; row++) {
            int base = from + row * width;
            int to = row * n;
            for (int i = 0; i < n; i++) {
                int t = 4 * i;
                out[to + i] = w[t] * in[base + taps[t]]
                        + w[t + 1] * in[base + taps[t + 1]]
                        + w[t + 2] * in[base + taps[t + 2]]
                        + w[t + 3] * in[base + taps[t + 3]];
            }
        }
    }

    /**
     * Evaluates across rows: output row r is the weighted sum of four input rows.
     *
     * @param in rows of {@code width} values from {@code from} on; not modified
     * @param out overwritten from {@code to} on: output rows {@code first} to {@code last - 1}
     */
    private static void across(
            double[] in, int from, int width, AxisTaps axis, int first, int last, double[] out, int to) {
        double[] w = axis.weights();
        int[] taps = axis.positions();
        int target = to;
        for (int r = first; r < last; r++, target += width) {
            int t = 4 * r;
            combine(
                    in,
                    from + taps[t] * width,
                    from + taps[t + 1] * width,
                    from + taps[t + 2] * width,
                    from + taps[t + 3] * width,
                    w[t],
                    w[t + 1],
                    w[t + 2],
                    w[t + 3],
                    out,
                    target,
                    width);
        }
    }

    private static void combine(
            double[] in,
            int r0,
            int r1,
            int r2,
            int r3,
            double w0,
            double w1,
            double w2,
            double w3,
            double[] out,
            int to,
            int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = w0 * in[r0 + i] + w1 * in[r1 + i] + w2 * in[r2 + i] + w3 * in[r3 + i];
        }
    }

    /** Evaluates again, in ITK's order, each voxel of these slices that rounding could carry over a step of its type or a round number. */
    private void settle(double[] out, int first, int last) {
        Size size = output.size();
        double slack = ROUNDING * spline.largest();
        RowIndices rows = new RowIndices(map, size);
        double[] weights = new double[12];
        int[] taps = new int[12];
        for (int row = first * size.y(); row < last * size.y(); row++) {
            boolean read = false;
            for (int i = 0; i < size.x(); i++) {
                int at = row * size.x() + i;
                double value = out[at];
                if (!PixelStore.isDecidedByRounding(type, value, slack)) {
                    continue;
                }
                if (!read) {
                    rows.read(row);
                    read = true;
                }
                out[at] = spline.evaluate(rows.x()[i], rows.y()[i], rows.z()[i], weights, taps);
            }
        }
    }
}
