package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;

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
    static double[] wavelet(ImageVolume volume, int band) {
        Size size = volume.grid().size();
        double[] values = volume.toDoubles();
        for (int axis = 0; axis < 3; axis++) {
            boolean high = (band >> (2 - axis) & 1) == 1;
            double[] taps = high ? MotherWavelet.COIF1.highPass() : MotherWavelet.COIF1.lowPass();
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

    /** As {@link #wavelet}, every product and sum rounded to 32 bits. */
    static float[] narrowWavelet(ImageVolume volume, int band) {
        Size size = volume.grid().size();
        double[] wide = volume.toDoubles();
        float[] values = new float[wide.length];
        for (int i = 0; i < wide.length; i++) {
            values[i] = (float) wide[i];
        }
        for (int axis = 0; axis < 3; axis++) {
            boolean high = (band >> (2 - axis) & 1) == 1;
            double[] taps = high ? MotherWavelet.COIF1.highPass() : MotherWavelet.COIF1.lowPass();
            int n = size.along(axis);
            int even = n + n % 2;
            int stride = axis == 0 ? 1 : axis == 1 ? size.x() : size.x() * size.y();
            float[] out = new float[values.length];
            for (int i = 0; i < out.length; i++) {
                int at = i / stride % n;
                for (int j = 0; j < taps.length; j++) {
                    int from = Math.floorMod(at + taps.length / 2 - j, even) % n;
                    float tap = (float) (taps[j] / Math.sqrt(2)) * (float) Math.sqrt(2);
                    float product = tap * values[i + (from - at) * stride];
                    out[i] = out[i] + product;
                }
            }
            values = out;
        }
        return values;
    }
}
