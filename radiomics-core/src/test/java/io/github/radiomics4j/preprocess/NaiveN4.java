package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Size;

/**
 * N4 in plain 64-bit loops, cubic: 64 products for each voxel, sums in the order of the voxels, transforms by their
 * definition, every level with all its iterations.
 */
final class NaiveN4 {
    private final N4BiasCorrection options;
    private final Size size;
    private final boolean[] inside;
    private final double[] weights;
    private int[] points;
    private double[] lattice;

    private NaiveN4(N4BiasCorrection options, Size size, boolean[] inside, double[] weights) {
        this.options = options;
        this.size = size;
        this.inside = inside;
        this.weights = weights;
        Size first = options.controlPoints();
        this.points = new int[] {first.x(), first.y(), first.z()};
        this.lattice = new double[first.x() * first.y() * first.z()];
    }

    /** Returns the log bias field on every voxel. */
    static double[] logField(N4BiasCorrection options, Size size, float[] image, boolean[] inside, double[] weights) {
        return new NaiveN4(options, size, inside, weights).run(image);
    }

    private double[] run(float[] image) {
        int n = image.length;
        double[] field = new double[n];
        for (int level = 0; level < options.iterations().size(); level++) {
            if (level > 0) {
                refine();
            }
            for (int iteration = 0; iteration < options.iterations().get(level); iteration++) {
                double[] u = new double[n];
                for (int i = 0; i < n; i++) {
                    u[i] = (image[i] > 0 ? Math.log(image[i]) : image[i]) - field[i];
                }
                smooth(u, sharpen(u));
                for (int i = 0; i < n; i++) {
                    field[i] = value(i);
                }
            }
        }
        return field;
    }

    private double[] sharpen(double[] u) {
        int bins = options.histogramBins();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < u.length; i++) {
            if (inside[i]) {
                low = Math.min(low, u[i]);
                high = Math.max(high, u[i]);
            }
        }
        double slope = (high - low) / (bins - 1);
        double[] histogram = new double[bins + 1];
        for (int i = 0; i < u.length; i++) {
            if (inside[i]) {
                int bin = Math.min(bins - 1, (int) ((u[i] - low) / slope));
                double part = (u[i] - low) / slope - bin;
                histogram[bin] += 1 - part;
                histogram[bin + 1] += part;
            }
        }
        double[] map = map(histogram, bins, low, slope);
        double[] sharp = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            if (inside[i]) {
                int bin = Math.min(bins - 2, (int) ((u[i] - low) / slope));
                sharp[i] = map[bin] + (map[bin + 1] - map[bin]) * ((u[i] - low) / slope - bin);
            }
        }
        return sharp;
    }

    private double[] map(double[] histogram, int bins, double low, double slope) {
        int length = 2 * Integer.highestOneBit(2 * bins - 1);
        int offset = (length - bins) / 2;
        double fwhm = options.fieldFwhm() / slope;
        double[] blur = new double[length];
        double[] padded = new double[length];
        for (int n = 0; n < length; n++) {
            double d = Math.min(n, length - n);
            blur[n] = 2 * Math.sqrt(Math.log(2) / Math.PI) / fwhm * Math.exp(-4 * Math.log(2) * d * d / (fwhm * fwhm));
            padded[n] = n >= offset && n < offset + bins ? histogram[n - offset] : 0;
        }
        double[] f = transform(blur, new double[length], -1)[0];
        double[][] v = transform(padded, new double[length], -1);
        for (int n = 0; n < length; n++) {
            double gain = f[n] / (f[n] * f[n] + options.wienerNoise());
            v[0][n] *= gain;
            v[1][n] *= gain;
        }
        double[] u = transform(v[0], v[1], 1)[0];
        double[] map = new double[bins];
        for (int b = 0; b < bins; b++) {
            double numerator = 0;
            double denominator = 0;
            for (int n = 0; n < length; n++) {
                double share = blur[Math.floorMod(b + offset - n, length)] * Math.max(0, u[n]);
                numerator += share * (low + (n - offset) * slope);
                denominator += share;
            }
            map[b] = numerator / denominator;
        }
        return map;
    }

    /** The discrete Fourier transform, by its definition and without a factor. */
    static double[][] transform(double[] re, double[] im, int sign) {
        int n = re.length;
        double[][] out = new double[2][n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                double angle = sign * 2 * Math.PI * ((long) j * k % n) / n;
                out[0][k] += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
                out[1][k] += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
            }
        }
        return out;
    }

    /** Lee, Wolberg and Shin's approximation of {@code u − sharp}, added to the lattice. */
    private void smooth(double[] u, double[] sharp) {
        double[] delta = new double[lattice.length];
        double[] omega = new double[lattice.length];
        for (int i = 0; i < u.length; i++) {
            if (!inside[i]) {
                continue;
            }
            double squares = 0;
            for (int t = 0; t < 64; t++) {
                squares += weight(i, t) * weight(i, t);
            }
            for (int t = 0; t < 64; t++) {
                double w = weight(i, t);
                omega[point(i, t)] += weights[i] * w * w;
                delta[point(i, t)] += weights[i] * w * w * w * (u[i] - sharp[i]) / squares;
            }
        }
        for (int p = 0; p < lattice.length; p++) {
            lattice[p] += omega[p] > 2.3e-17 ? delta[p] / omega[p] : 0;
        }
    }

    private double value(int i) {
        double sum = 0;
        for (int t = 0; t < 64; t++) {
            sum += weight(i, t) * lattice[point(i, t)];
        }
        return sum;
    }

    private double place(int i, int axis) {
        int n = size.along(axis);
        int index = axis == 0 ? i % n : axis == 1 ? i / size.x() % n : i / size.x() / size.y();
        int spans = points[axis] - 3;
        return index == n - 1 ? spans - 1e-3 * spans / (n - 1) : spans * (double) index / (n - 1);
    }

    private double weight(int i, int t) {
        double w = 1;
        int[] taps = {t % 4, t / 4 % 4, t / 16};
        for (int axis = 0; axis < 3; axis++) {
            double u = place(i, axis);
            double f = u - Math.floor(u);
            w *= switch (taps[axis]) {
                case 0 -> Math.pow(1 - f, 3) / 6;
                case 1 -> (3 * f * f * f - 6 * f * f + 4) / 6;
                case 2 -> (-3 * f * f * f + 3 * f * f + 3 * f + 1) / 6;
                default -> f * f * f / 6;
            };
        }
        return w;
    }

    private int point(int i, int t) {
        int x = (int) place(i, 0) + t % 4;
        int y = (int) place(i, 1) + t / 4 % 4;
        int z = (int) place(i, 2) + t / 16;
        return x + points[0] * (y + points[1] * z);
    }

    /** New control points are (1, 1) / 2 of the old ones at even places, (1, 6, 1) / 8 at odd ones, along each axis. */
    private void refine() {
        int[] old = points;
        points = new int[] {2 * old[0] - 3, 2 * old[1] - 3, 2 * old[2] - 3};
        double[] out = new double[points[0] * points[1] * points[2]];
        double[][] masks = {{0.5, 0.5, 0}, {0.125, 0.75, 0.125}};
        for (int p = 0; p < out.length; p++) {
            int x = p % points[0];
            int y = p / points[0] % points[1];
            int z = p / points[0] / points[1];
            for (int t = 0; t < 27; t++) {
                double w = masks[x % 2][t % 3] * masks[y % 2][t / 3 % 3] * masks[z % 2][t / 9];
                if (w > 0) {
                    out[p] += w * lattice[x / 2 + t % 3 + old[0] * (y / 2 + t / 3 % 3 + old[1] * (z / 2 + t / 9))];
                }
            }
        }
        lattice = out;
    }
}
