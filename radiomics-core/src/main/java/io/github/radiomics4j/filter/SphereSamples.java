package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.PixelType;
import java.util.Arrays;

/**
 * The patterns and the kurtosis of the spheres around the voxels of one row: work space of one thread.
 *
 * <p>Layout of the samples: [point][voxel of the row]. They come from {@link MirroredSpline#row}, fast and off by
 * rounding; where that could decide something, which is a tie with the center, the rounding to the type of the image, or
 * the kurtosis of a sphere that is nearly flat, they are replaced by {@link MirroredSpline#at}.
 *
 * <p>As in PyRadiomics, x of a point is added to the index along z, and its z to the index along x.
 */
final class SphereSamples {
    /** Of the largest intensity: a hundred times the rounding error of a fast sample. */
    private static final double NEAR = 1e-11;
    /** Of the largest intensity: below, rounding errors of fast samples would show in the ninth digit. */
    private static final double NEARLY_FLAT = 1e-4;

    private final Icosphere sphere;
    private final HarmonicPatterns harmonics;
    private final MirroredSpline spline;
    private final PixelType type;
    private final double near;
    private final double nearlyFlat;
    private final double[] samples;
    private final double[] line;
    private final double[] ofOne;
    private final boolean[] bits;
    private final double[] coefficients;
    private final double[] weights = new double[12];
    private final SphereKurtosis kurtosis;

    /**
     * @param largest the largest magnitude of the image's voxels
     * @param width voxels of a row
     */
    SphereSamples(
            Icosphere sphere,
            HarmonicPatterns harmonics,
            MirroredSpline spline,
            PixelType type,
            double largest,
            int width) {
        this.sphere = sphere;
        this.harmonics = harmonics;
        this.spline = spline;
        this.type = type;
        this.near = NEAR * largest;
        this.nearlyFlat = NEARLY_FLAT * largest * (NEARLY_FLAT * largest);
        this.samples = new double[sphere.count() * width];
        this.line = new double[width + 3];
        this.ofOne = new double[sphere.count()];
        this.bits = new boolean[sphere.count()];
        this.coefficients = new double[harmonics.functions()];
        this.kurtosis = new SphereKurtosis(sphere.count());
    }

    /**
     * Computes one row.
     *
     * @param x of the first voxel
     * @param centers the voxels of the row; not modified
     * @param out the norm of degree n at {@code out[n][at]} and after, behind the last degree the kurtosis; overwritten
     */
    void row(int x, int y, int z, double[] centers, double[][] out, int at) {
        int width = centers.length;
        int points = sphere.count();
        for (int v = 0; v < points; v++) {
            fill(v, x, y, z, width);
        }
        double[] k = out[out.length - 1];
        for (int i = 0; i < width; i++) {
            for (int v = 0; v < points; v++) {
                ofOne[v] = decided(samples[v * width + i], centers[i], v, x + i, y, z);
                bits[v] = ofOne[v] >= centers[i];
            }
            harmonics.norms(bits, coefficients, out, at + i);
            k[at + i] = kurtosis(x + i, y, z);
        }
    }

    private void fill(int v, int x, int y, int z, int width) {
        double dx = sphere.z()[v];
        double atY = y + sphere.y()[v];
        double atZ = z + sphere.x()[v];
        int start = v * width;
        Arrays.fill(samples, start, start + width, 0);
        if (MirroredSpline.isOutside(atY, spline.voxels(1)) || MirroredSpline.isOutside(atZ, spline.voxels(2))) {
            return;
        }
        int from = x;
        int to = x + width;
        while (from < to && MirroredSpline.isOutside(from + dx, spline.voxels(0))) {
            from++;
        }
        while (to > from && MirroredSpline.isOutside(to - 1 + dx, spline.voxels(0))) {
            to--;
        }
        if (from < to) {
            spline.row(dx, atY, atZ, from, to, weights, line, samples, start + from - x);
        }
    }

    /** Returns a sample as the type of the image holds it. */
    private double decided(double fast, double center, int v, int x, int y, int z) {
        if (type == PixelType.FLOAT64) {
            return Math.abs(fast - center) > near ? fast : exact(v, x, y, z);
        }
        double stored = stored(fast - near);
        return stored == stored(fast + near) ? stored : stored(exact(v, x, y, z));
    }

    private double exact(int v, int x, int y, int z) {
        return spline.at(x + sphere.z()[v], y + sphere.y()[v], z + sphere.x()[v], weights);
    }

    /** Cut to the range of the type; integers are rounded, halves away from zero. */
    private double stored(double sample) {
        if (!type.isInteger()) {
            return type == PixelType.FLOAT32 ? (float) sample : sample;
        }
        double rounded = sample > 0 ? Math.floor(sample + 0.5) : Math.ceil(sample - 0.5);
        return Math.max(type.minimum(), Math.min(type.maximum(), rounded));
    }

    private double kurtosis(int x, int y, int z) {
        if (type == PixelType.FLOAT32) {
            return kurtosis.ofFloats(ofOne);
        }
        double found = kurtosis.of(ofOne);
        if (type == PixelType.FLOAT64 && kurtosis.variance() <= nearlyFlat) {
            for (int v = 0; v < ofOne.length; v++) {
                ofOne[v] = exact(v, x, y, z);
            }
            found = kurtosis.of(ofOne);
        }
        return found;
    }
}
