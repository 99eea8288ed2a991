package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Interpolation as the textbook has it, one voxel at a time. */
final class NaiveInterpolation {
    private NaiveInterpolation() {}

    static double[] nearest(ImageVolume image, Grid output) {
        return evaluate(
                image,
                output,
                p -> at(image, (int) Math.floor(p.x() + 0.5), (int) Math.floor(p.y() + 0.5), (int)
                        Math.floor(p.z() + 0.5)));
    }

    static double[] linear(ImageVolume image, Grid output) {
        return evaluate(image, output, p -> {
            double sum = 0;
            int x = (int) Math.floor(p.x());
            int y = (int) Math.floor(p.y());
            int z = (int) Math.floor(p.z());
            for (int c = 0; c < 8; c++) {
                int i = x + (c & 1);
                int j = y + (c >> 1 & 1);
                int k = z + (c >> 2);
                sum += at(image, i, j, k)
                        * (1 - Math.abs(p.x() - i))
                        * (1 - Math.abs(p.y() - j))
                        * (1 - Math.abs(p.z() - k));
            }
            return sum;
        });
    }

    /** Coefficients by solving (c[i − 1] + 4 c[i] + c[i + 1]) / 6 = x[i] along each axis, then 64 products a voxel. */
    static double[] spline(ImageVolume image, Grid output) {
        Size size = image.grid().size();
        double[] c = image.toDoubles();
        solve(c, size.x(), 1, size.y() * size.z(), size.x());
        for (int z = 0; z < size.z(); z++) {
            for (int x = 0; x < size.x(); x++) {
                solveLine(c, x + size.x() * size.y() * z, size.x(), size.y());
            }
        }
        for (int i = 0; i < size.x() * size.y(); i++) {
            solveLine(c, i, size.x() * size.y(), size.z());
        }
        return evaluate(image, output, p -> {
            double sum = 0;
            for (int k = (int) Math.floor(p.z()) - 1; k <= Math.floor(p.z()) + 2; k++) {
                for (int j = (int) Math.floor(p.y()) - 1; j <= Math.floor(p.y()) + 2; j++) {
                    for (int i = (int) Math.floor(p.x()) - 1; i <= Math.floor(p.x()) + 2; i++) {
                        double value = c[
                                mirror(i, size.x())
                                        + size.x() * (mirror(j, size.y()) + size.y() * mirror(k, size.z()))];
                        sum += value * cubic(p.x() - i) * cubic(p.y() - j) * cubic(p.z() - k);
                    }
                }
            }
            return sum;
        });
    }

    /** The mean of all voxels of the image that reach into the cut-off, each with the Gaussian over it as weight. */
    static double[] gaussian(ImageVolume image, Grid output) {
        return evaluate(image, output, p -> {
            double[] sums = new double[2];
            forEachVoxel(image, (value, i, j, k) -> {
                double w = part(p.x() - i, 0.8, 3.2) * part(p.y() - j, 0.8, 3.2) * part(p.z() - k, 0.8, 3.2);
                sums[0] += value * w;
                sums[1] += w;
            });
            return sums[0] / sums[1];
        });
    }

    static double[] labelGaussian(ImageVolume image, Grid output) {
        return evaluate(image, output, p -> {
            Map<Double, Double> weights = new LinkedHashMap<>();
            forEachVoxel(image, (value, i, j, k) -> {
                double w = part(p.x() - i, 1, 1) * part(p.y() - j, 1, 1) * part(p.z() - k, 1, 1);
                weights.merge(value, w, Double::sum);
            });
            return Collections.max(weights.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
        });
    }

    /** Without the shortcut at whole indices: a sinc is 0 there but for rounding. */
    static double[] sinc(ImageVolume image, Grid output, DoubleUnaryOperator window) {
        DoubleUnaryOperator weight = t -> t == 0 ? 1 : window.applyAsDouble(t) * Math.sin(Math.PI * t) / (Math.PI * t);
        return evaluate(image, output, p -> {
            double sum = 0;
            for (int k = (int) Math.floor(p.z()) - 4; k <= Math.floor(p.z()) + 5; k++) {
                for (int j = (int) Math.floor(p.y()) - 4; j <= Math.floor(p.y()) + 5; j++) {
                    for (int i = (int) Math.floor(p.x()) - 4; i <= Math.floor(p.x()) + 5; i++) {
                        sum += at(image, i, j, k)
                                * weight.applyAsDouble(p.x() - i)
                                * weight.applyAsDouble(p.y() - j)
                                * weight.applyAsDouble(p.z() - k);
                    }
                }
            }
            return sum;
        });
    }

    private interface VoxelBody {
        void accept(double value, int x, int y, int z);
    }

    private static void forEachVoxel(ImageVolume image, VoxelBody body) {
        Size size = image.grid().size();
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    body.accept(image.get(x, y, z), x, y, z);
                }
            }
        }
    }

    /** Returns the part of a Gaussian over a voxel at distance {@code t}; 0 for a voxel wholly beyond the cut-off. */
    private static double part(double t, double sigma, double cutOff) {
        double scale = 1 / (Math.sqrt(2) * sigma);
        return Math.abs(t) - 0.5 < cutOff ? erf((t + 0.5) * scale) - erf((t - 0.5) * scale) : 0;
    }

    /** The Maclaurin series, good to 1e-9 up to 4. */
    static double erf(double x) {
        double power = x;
        double sum = 0;
        for (int n = 0; n < 70; n++) {
            sum += power / (2 * n + 1);
            power *= -x * x / (n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    private static void solve(double[] c, int n, int stride, int lines, int lineStride) {
        for (int l = 0; l < lines; l++) {
            solveLine(c, l * lineStride, stride, n);
        }
    }

    /** Thomas' algorithm; the mirrored border doubles the off-diagonal element of the first and last row. */
    private static void solveLine(double[] c, int from, int stride, int n) {
        if (n == 1) {
            return;
        }
        double[] upper = new double[n];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            double below = i == 0 ? 0 : i == n - 1 ? 2 : 1;
            double above = i == n - 1 ? 0 : i == 0 ? 2 : 1;
            double pivot = 4 - (i == 0 ? 0 : below * upper[i - 1]);
            upper[i] = above / pivot;
            right[i] = (6 * c[from + i * stride] - (i == 0 ? 0 : below * right[i - 1])) / pivot;
        }
        c[from + (n - 1) * stride] = right[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            c[from + i * stride] = right[i] - upper[i] * c[from + (i + 1) * stride];
        }
    }

    private static double cubic(double t) {
        double a = Math.abs(t);
        return a < 1 ? 2.0 / 3 - a * a + a * a * a / 2 : a < 2 ? (2 - a) * (2 - a) * (2 - a) / 6 : 0;
    }

    private static int mirror(int i, int n) {
        int m = i;
        while (n > 1 && (m < 0 || m >= n)) {
            m = m < 0 ? -m : 2 * (n - 1) - m;
        }
        return n == 1 ? 0 : m;
    }

    private static double at(ImageVolume image, int x, int y, int z) {
        Size size = image.grid().size();
        return image.get(
                Math.max(0, Math.min(size.x() - 1, x)),
                Math.max(0, Math.min(size.y() - 1, y)),
                Math.max(0, Math.min(size.z() - 1, z)));
    }

    private static double[] evaluate(ImageVolume image, Grid output, ToDoubleFunction<Point> value) {
        Size size = image.grid().size();
        Size out = output.size();
        double[] values = new double[(int) out.voxelCount()];
        int at = 0;
        for (int z = 0; z < out.z(); z++) {
            for (int y = 0; y < out.y(); y++) {
                for (int x = 0; x < out.x(); x++) {
                    Point p = image.grid().toIndex(output.toPhysical(x, y, z));
                    boolean inside = true;
                    for (int a = 0; a < 3; a++) {
                        inside &= p.along(a) >= -0.5 && p.along(a) < size.along(a) - 0.5;
                    }
                    values[at++] = inside ? value.applyAsDouble(p) : 0;
                }
            }
        }
        return values;
    }
}
