package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;
import java.util.Arrays;

/**
 * The sum of the voxels around a place, each times its weight in an {@link AxisKernel}; 0 outside [−0.5, N − 0.5) along
 * any axis.
 *
 * <p>As for {@link BSpline}: axis by axis where the axes of both grids are parallel; elsewhere, and where the last bits
 * decide what an integer or a 32-bit float becomes, as one sum in ITK's order.
 */
final class KernelSum {
    /** By how much two orders of summation may differ, relative to the largest value; generously. */
    private static final double ROUNDING = 1e-12;

    private final AxisKernel kernel;
    private final IndexMap map;
    private final Grid output;
    private final PixelType type;
    private final InputBox box;
    private final double[] values;
    private final KernelTaps[] tables;

    private KernelSum(ImageVolume image, Grid output, AxisKernel kernel) {
        this.kernel = kernel;
        this.output = output;
        this.map = new IndexMap(output, image.grid());
        this.type = image.type();
        this.box = InputBox.of(map, image.grid(), kernel.reach() + 1);
        this.values = image.toDoubles(box.box());
        this.tables = KernelPlaces.tables(kernel, map, box);
    }

    /** Returns the values of {@code image} on {@code output}, x fastest. */
    static double[] resample(ImageVolume image, Grid output, AxisKernel kernel, Execution execution) {
        KernelSum task = new KernelSum(image, output, kernel);
        return task.map.isSeparable() ? task.separable(execution) : task.general(execution);
    }

    private KernelPlaces places() {
        return new KernelPlaces(kernel, map, box, output.size(), tables);
    }

    private double evaluate(KernelPlaces places, int row, int i) {
        return places.read(row, i)
                ? kernel.evaluate(values, box.box().sizeX(), box.box().sizeY(), places.weights(), places.positions())
                : 0;
    }

    private double[] general(Execution execution) {
        int nx = output.size().x();
        double[] out = new double[Math.toIntExact(output.size().voxelCount())];
        Slabs.forEach(output.size().y() * output.size().z(), execution, (first, last) -> {
            KernelPlaces places = places();
            for (int row = first; row < last; row++) {
                for (int i = 0; i < nx; i++) {
                    out[row * nx + i] = evaluate(places, row, i);
                }
            }
        });
        return out;
    }

    private double[] separable(Execution execution) {
        BoundingBox b = box.box();
        KernelTaps x = new KernelTaps(kernel, 0, map.axis(0), box);
        KernelTaps y = new KernelTaps(kernel, 1, map.axis(1), box);
        KernelTaps z = new KernelTaps(kernel, 2, map.axis(2), box);
        double[] wx = kernel.isMean() ? x.shares() : x.weights();
        double[] wy = kernel.isMean() ? y.shares() : y.weights();
        double[] wz = kernel.isMean() ? z.shares() : z.weights();
        int nx = x.count();
        int ny = y.count();
        int nz = z.count();
        int slice = b.sizeX() * b.sizeY();
        double[] planes = new double[nx * ny * b.sizeZ()];
        Slabs.forEach(b.sizeZ(), execution, (first, last) -> {
            double[] rows = new double[nx * b.sizeY()];
            for (int k = first; k < last; k++) {
                alongX(values, k * slice, b.sizeX(), b.sizeY(), x, wx, rows);
                across(rows, nx, y, wy, 0, ny, planes, k * nx * ny);
            }
        });
        double slack = ROUNDING * largest();
        double[] out = new double[nx * ny * nz];
        Slabs.forEach(nz, execution, (first, last) -> {
            across(planes, nx * ny, z, wz, first, last, out, first * nx * ny);
            settle(out, first, last, slack);
        });
        return out;
    }

    /**
     * Sums rows along x.
     *
     * @param in rows of {@code width} values from {@code from} on; not modified
     * @param out overwritten: rows of {@code x.count()} values
     */
    private void alongX(double[] in, int from, int width, int rows, KernelTaps x, double[] w, double[] out) {
        int n = x.count();
        int taps = kernel.taps();
        int[] positions = x.positions();
        for (int i = 0; i < n; i++) {
            boolean inside = x.isInside(i);
            for (int row = 0; row < rows; row++) {
                int base = from + row * width;
                double sum = 0;
                for (int t = taps * i; inside && t < taps * (i + 1); t++) {
                    sum += w[t] * in[base + positions[t]];
                }
                out[row * n + i] = sum;
            }
        }
    }

    /**
     * Sums across rows: output row r is the weighted sum of {@code taps} input rows.
     *
     * @param in rows of {@code width} values; not modified
     * @param out overwritten from {@code to} on: output rows {@code first} to {@code last - 1}
     */
    private void across(
            double[] in, int width, KernelTaps axis, double[] w, int first, int last, double[] out, int to) {
        int taps = kernel.taps();
        int[] positions = axis.positions();
        for (int r = first; r < last; r++) {
            int target = to + (r - first) * width;
            Arrays.fill(out, target, target + width, 0);
            for (int t = taps * r; axis.isInside(r) && t < taps * (r + 1); t++) {
                add(in, positions[t] * width, w[t], out, target, width);
            }
        }
    }

    private static void add(double[] in, int from, double weight, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] += weight * in[from + i];
        }
    }

    private double largest() {
        double largest = 0;
        for (double v : values) {
            double a = Math.abs(v);
            if (a > largest && a < Double.POSITIVE_INFINITY) {
                largest = a;
            }
        }
        return largest;
    }

    /** Evaluates again, in ITK's order, each voxel of these slices that rounding could carry over a step of its type or a round number. */
    private void settle(double[] out, int first, int last, double slack) {
        Size size = output.size();
        KernelPlaces places = places();
        for (int row = first * size.y(); row < last * size.y(); row++) {
            for (int i = 0; i < size.x(); i++) {
                int at = row * size.x() + i;
                if (PixelStore.isDecidedByRounding(type, out[at], slack)) {
                    out[at] = evaluate(places, row, i);
                }
            }
        }
    }
}
