package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import java.util.Arrays;

/** Filters one line, one voxel at a time. */
final class NaiveFilters {
    private NaiveFilters() {}

    /** The Laplacian of Gaussian of a whole volume, line by line with a kernel of one line. */
    static float[] laplacianOfGaussian(ImageVolume volume, double sigma) {
        double[] input = volume.toDoubles();
        float[] sum = new float[input.length];
        for (int axis = 0; axis < 3; axis++) {
            double spacing = volume.grid().spacing().along(axis);
            float[] d = recursive(
                    input,
                    volume.grid().size(),
                    axis,
                    RecursiveGaussian.secondDerivative(RecursiveGaussian.Terms.of(sigma, spacing)));
            for (int a = 0; a < 3; a++) {
                if (a != axis) {
                    double[] wide = new double[d.length];
                    for (int i = 0; i < d.length; i++) {
                        wide[i] = d[i];
                    }
                    d = recursive(
                            wide,
                            volume.grid().size(),
                            a,
                            RecursiveGaussian.smoothing(RecursiveGaussian.Terms.of(
                                    sigma, volume.grid().spacing().along(a))));
                }
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] = (float) (sum[i] + d[i] * (1.0 / (spacing * spacing)));
            }
        }
        return sum;
    }

    private static float[] recursive(double[] in, Size size, int axis, RecursiveGaussian filter) {
        int n = size.along(axis);
        int stride = axis == 0 ? 1 : axis == 1 ? size.x() : size.x() * size.y();
        float[] out = new float[in.length];
        for (int start = 0; start < in.length; start++) {
            if (start / stride % n != 0) {
                continue;
            }
            double[][] x = new double[n][1];
            double[][] y = new double[n][1];
            for (int i = 0; i < n; i++) {
                x[i][0] = in[start + i * stride];
            }
            filter.filter(x, y, new double[RecursiveGaussian.WORK_ROWS][1], n, 0, n, 1);
            for (int i = 0; i < n; i++) {
                out[start + i * stride] = (float) y[i][0];
            }
        }
        return out;
    }

    /** A line filtered from left to right and back, outside the line the end values and their response repeated. */
    static double[] convolve(double[] x, double sigma, double spacing, boolean second) {
        RecursiveGaussian filter = second
                ? RecursiveGaussian.secondDerivative(RecursiveGaussian.Terms.of(sigma, spacing))
                : RecursiveGaussian.smoothing(RecursiveGaussian.Terms.of(sigma, spacing));
        double[][] in = new double[x.length][1];
        double[][] out = new double[x.length][1];
        for (int i = 0; i < x.length; i++) {
            in[i][0] = x[i];
        }
        filter.filter(in, out, new double[RecursiveGaussian.WORK_ROWS][1], x.length, 0, x.length, 1);
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = out[i][0];
        }
        return y;
    }

    /** One band of the wavelet transform by its definition, band = 4 x + 2 y + z with 1 for the high-pass filter. */
    static double[] wavelet(ImageVolume volume, MotherWavelet wavelet, int band) {
        Size size = volume.grid().size();
        double[] values = volume.toDoubles();
        for (int axis = 0; axis < 3; axis++) {
            boolean high = (band >> (2 - axis) & 1) == 1;
            double[] taps = high ? wavelet.highPass() : wavelet.lowPass();
            int n = size.along(axis);
            int even = n + n % 2;
            int stride = axis == 0 ? 1 : axis == 1 ? size.x() : size.x() * size.y();
            double[] out = new double[values.length];
            for (int i = 0; i < out.length; i++) {
                int at = i / stride % n;
                for (int j = 0; j < taps.length; j++) {
                    int from = Math.floorMod(at + taps.length / 2 - j, even) % n;
                    out[i] += taps[j] * values[i + (from - at) * stride];
                }
            }
            values = out;
        }
        return values;
    }

    /** As {@link #wavelet}, every product and sum rounded to 32 bits, taps beyond the end first and in reverse. */
    static float[] narrowWavelet(ImageVolume volume, MotherWavelet wavelet, int band) {
        Size size = volume.grid().size();
        double[] wide = volume.toDoubles();
        float[] values = new float[wide.length];
        for (int i = 0; i < wide.length; i++) {
            values[i] = (float) wide[i];
        }
        for (int axis = 0; axis < 3; axis++) {
            boolean high = (band >> (2 - axis) & 1) == 1;
            double[] taps = high ? wavelet.highPass() : wavelet.lowPass();
            int n = size.along(axis);
            int even = n + n % 2;
            int stride = axis == 0 ? 1 : axis == 1 ? size.x() : size.x() * size.y();
            float[] out = new float[values.length];
            for (int i = 0; i < out.length; i++) {
                int at = i / stride % n;
                int turned = Math.max(0, at + taps.length / 2 - even + 1);
                for (int k = 0; k < taps.length; k++) {
                    int j = k < turned ? turned - 1 - k : k;
                    int from = Math.floorMod(at + taps.length / 2 - j, even) % n;
                    float tap = wavelet.pyWaveletsName().startsWith("coif")
                            ? (float) (taps[j] / Math.sqrt(2)) * (float) Math.sqrt(2)
                            : (float) taps[j];
                    float product = tap * values[i + (from - at) * stride];
                    out[i] = out[i] + product;
                }
            }
            values = out;
        }
        return values;
    }

    /** The magnitude of the gradient, voxel by voxel. */
    static float[] gradient(ImageVolume volume, boolean useSpacing) {
        Size size = volume.grid().size();
        float[] out = new float[Math.toIntExact(size.voxelCount())];
        for (int i = 0; i < out.length; i++) {
            int[] at = {i % size.x(), i / size.x() % size.y(), i / size.x() / size.y()};
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                int[] next = at.clone();
                int[] last = at.clone();
                next[axis] = Math.min(size.along(axis) - 1, at[axis] + 1);
                last[axis] = Math.max(0, at[axis] - 1);
                double c = 0.5 / (useSpacing ? volume.grid().spacing().along(axis) : 1);
                double d = c * volume.get(next[0], next[1], next[2]) - c * volume.get(last[0], last[1], last[2]);
                sum += d * d;
            }
            out[i] = (float) Math.sqrt(sum);
        }
        return out;
    }

    /** Local binary patterns of the slices along z, point by point; bit k is that of point k. */
    static double[] binaryPatterns(ImageVolume volume, double radius, int samples) {
        double[] out = new double[Math.toIntExact(volume.grid().size().voxelCount())];
        for (int i = 0; i < out.length; i++) {
            double center = volume.toDoubles()[i];
            double[] points = circle(volume, i, radius, samples);
            for (int k = 0; k < samples; k++) {
                if (points[k] - center >= 0) {
                    out[i] += Math.scalb(1, k);
                }
            }
        }
        return out;
    }

    /** Uniform patterns of the slices along z, bit by bit. */
    static double[] uniformPatterns(ImageVolume volume, double radius, int samples) {
        double[] out = new double[Math.toIntExact(volume.grid().size().voxelCount())];
        for (int i = 0; i < out.length; i++) {
            double center = volume.toDoubles()[i];
            double[] points = circle(volume, i, radius, samples);
            int ones = 0;
            int changes = 0;
            for (int k = 0; k < samples; k++) {
                boolean bit = points[k] - center >= 0;
                ones += bit ? 1 : 0;
                changes += k > 0 && bit != points[k - 1] - center >= 0 ? 1 : 0;
            }
            out[i] = changes <= 2 ? ones : samples + 1;
        }
        return out;
    }

    /** Local variances of the slices along z, point by point. */
    static double[] localVariances(ImageVolume volume, double radius, int samples) {
        double[] out = new double[Math.toIntExact(volume.grid().size().voxelCount())];
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            double squares = 0;
            for (double point : circle(volume, i, radius, samples)) {
                sum += point;
                squares += point * point;
            }
            double variance = (squares - sum * sum / samples) / samples;
            out[i] = variance == 0 ? Double.NaN : variance;
        }
        return out;
    }

    private static double[] circle(ImageVolume volume, int i, double radius, int samples) {
        Size size = volume.grid().size();
        int x = i % size.x();
        int y = i / size.x() % size.y();
        int z = i / size.x() / size.y();
        double[] points = new double[samples];
        for (int k = 0; k < samples; k++) {
            double angle = 2 * Math.PI * k / samples;
            double r = y + Math.rint(-(float) radius * StrictMath.sin(angle) * 1e5) / 1e5;
            double c = x + Math.rint((float) radius * StrictMath.cos(angle) * 1e5) / 1e5;
            double dr = r - Math.floor(r);
            double dc = c - Math.floor(c);
            double top = (1 - dc) * pixel(volume, Math.floor(c), Math.floor(r), z)
                    + dc * pixel(volume, Math.ceil(c), Math.floor(r), z);
            double bottom = (1 - dc) * pixel(volume, Math.floor(c), Math.ceil(r), z)
                    + dc * pixel(volume, Math.ceil(c), Math.ceil(r), z);
            points[k] = (1 - dr) * top + dr * bottom;
        }
        return points;
    }

    /**
     * The images of {@link LocalBinaryPattern3D} with two levels, of 64-bit floats without ties: coefficients as the sum
     * over the mirrored volume, each point by itself, and the harmonics of degree 0 and 1 in closed form.
     */
    static double[][] spherePatterns(ImageVolume volume, double radius, int subdivision) {
        Size size = volume.grid().size();
        double[] values = volume.toDoubles();
        Icosphere sphere = Icosphere.of(subdivision, radius);
        double[] coefficients = values;
        for (int axis = 0; axis < 3; axis++) {
            coefficients = splineCoefficients(coefficients, size, axis);
        }
        int points = sphere.count();
        double[][] out = new double[3][values.length];
        for (int i = 0; i < values.length; i++) {
            int x = i % size.x();
            int y = i / size.x() % size.y();
            int z = i / size.x() / size.y();
            double[] f = new double[points];
            for (int v = 0; v < points; v++) {
                f[v] = spline(coefficients, size, x + sphere.z()[v], y + sphere.y()[v], z + sphere.x()[v]);
            }
            double[] degrees = new double[2];
            for (int v = 0; v < points; v++) {
                double zero = 0;
                double one = 0;
                for (int u = 0; u < points; u++) {
                    if (f[u] >= values[i]) {
                        double phiU = Math.atan2(sphere.y()[u], sphere.x()[u]);
                        double phiV = Math.atan2(sphere.y()[v], sphere.x()[v]);
                        double theta = Math.acos(sphere.z()[u] / radius) + Math.acos(sphere.z()[v] / radius);
                        zero += 1 / (4 * Math.PI);
                        one += 3
                                / (4 * Math.PI)
                                * (Math.cos(phiU) * Math.cos(phiV)
                                        + Math.abs(Math.sin(phiU) * Math.sin(phiV)) * Math.cos(theta));
                    }
                }
                degrees[0] += zero * zero;
                degrees[1] += one * one;
            }
            out[0][i] = Math.sqrt(degrees[0]);
            out[1][i] = Math.sqrt(degrees[1]);
            out[2][i] = kurtosis(f);
        }
        return out;
    }

    private static double kurtosis(double[] f) {
        double mean = Arrays.stream(f).average().orElseThrow();
        double second =
                Arrays.stream(f).map(x -> Math.pow(x - mean, 2)).average().orElseThrow();
        double fourth =
                Arrays.stream(f).map(x -> Math.pow(x - mean, 4)).average().orElseThrow();
        return fourth / (second * second) - 3;
    }

    /** √3 Σ_k p^|k| x[i + k], the inverse of (1, 4, 1) / 6, with p = √3 − 2 and x mirrored at the end voxels. */
    private static double[] splineCoefficients(double[] in, Size size, int axis) {
        int n = size.along(axis);
        int stride = axis == 0 ? 1 : axis == 1 ? size.x() : size.x() * size.y();
        double[] out = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            int at = i / stride % n;
            for (int k = -60; k <= 60; k++) {
                double weight = Math.sqrt(3) * Math.pow(Math.sqrt(3) - 2, Math.abs(k));
                out[i] += weight * in[i + (mirror(at + k, n) - at) * stride];
            }
        }
        return out;
    }

    private static double spline(double[] c, Size size, double x, double y, double z) {
        if (x < 0 || y < 0 || z < 0 || x > size.x() - 1 || y > size.y() - 1 || z > size.z() - 1) {
            return 0;
        }
        double sum = 0;
        for (int k = (int) z - 1; k <= (int) z + 2; k++) {
            for (int j = (int) y - 1; j <= (int) y + 2; j++) {
                for (int i = (int) x - 1; i <= (int) x + 2; i++) {
                    int at = mirror(i, size.x()) + size.x() * (mirror(j, size.y()) + size.y() * mirror(k, size.z()));
                    sum += c[at] * cubic(x - i) * cubic(y - j) * cubic(z - k);
                }
            }
        }
        return sum;
    }

    private static double cubic(double t) {
        double a = Math.abs(t);
        return a >= 2 ? 0 : a >= 1 ? Math.pow(2 - a, 3) / 6 : 2.0 / 3 - a * a * (1 - a / 2);
    }

    private static int mirror(int i, int n) {
        int at = Math.abs(i);
        while (at >= n) {
            at = n == 1 ? 0 : Math.abs(2 * (n - 1) - at);
        }
        return at;
    }

    private static double pixel(ImageVolume volume, double x, double y, int z) {
        Size size = volume.grid().size();
        boolean outside = x < 0 || y < 0 || x >= size.x() || y >= size.y();
        return outside ? 0 : volume.get((int) x, (int) y, z);
    }
}
