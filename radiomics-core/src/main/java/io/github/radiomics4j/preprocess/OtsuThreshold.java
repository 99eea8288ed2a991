package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;

/**
 * The threshold that parts a histogram into two classes whose means lie furthest apart: with w₀, w₁ the voxels of the two
 * classes and μ₀, μ₁ their means, it maximizes {@code w₀ μ₀² + w₁ μ₁²}, which differs from the variance between classes by a
 * constant (Otsu 1979, doi 10.1109/TSMC.1979.4310076).
 *
 * <p>As ITK's OtsuThresholdImageFilter: intensities are rounded to 32 bits unless the image has 64; bins of a width rounded
 * to 32 bits go from the smallest intensity to the largest and a hundredth of a bin, for 8-bit images from half a step below
 * the type's range to half a step above; a bin stands for its center; the first of equal maxima counts, and equal means
 * within one unit in the last place. The threshold is the upper edge of its bin, in the
 * image's pixel type: an integer loses its fraction.
 *
 * @param bins of the histogram, at least 2
 */
public record OtsuThreshold(int bins) {

    /** Checks the bins. */
    public OtsuThreshold {
        if (bins < 2) {
            throw new IllegalArgumentException("a histogram must have at least 2 bins, found " + bins);
        }
    }

    /** 200 bins, as N4 uses it; ITK's filter alone has 128. */
    public static OtsuThreshold withDefaults() {
        return new OtsuThreshold(200);
    }

    /**
     * Returns the threshold: intensities above it are foreground.
     *
     * @param image not modified
     * @throws InvalidCaseException NON_FINITE if a voxel is NaN or infinite; CONSTANT_IMAGE if all are equal
     */
    public double threshold(ImageVolume image) {
        return threshold(values(image), image.type());
    }

    /**
     * Returns the foreground: label 1 where the intensity is above the threshold.
     *
     * @throws InvalidCaseException as {@link #threshold}
     */
    public Mask apply(ImageVolume image) {
        double[] values = values(image);
        double threshold = threshold(values, image.type());
        byte[] labels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            labels[i] = (byte) (values[i] > threshold ? 1 : 0);
        }
        return Mask.wrap(image.grid(), labels);
    }

    private static double[] values(ImageVolume image) {
        double[] values = FiniteVoxels.of(image);
        if (image.type() != PixelType.FLOAT64) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) values[i];
            }
        }
        return values;
    }

    private double threshold(double[] values, PixelType type) {
        double[] edges = edges(values, type);
        long[] counts = new long[bins];
        for (double value : values) {
            counts[bin(value, edges)]++;
        }
        return PixelStore.cast(type, edges[1 + split(counts, edges)]);
    }

    /** Returns the {@code bins + 1} edges. */
    private double[] edges(double[] values, PixelType type) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low == high) {
            throw new InvalidCaseException(
                    Reason.CONSTANT_IMAGE,
                    "an image must have more than one value to be parted by a threshold, found " + low
                            + " in every voxel");
        }
        if (type == PixelType.UINT8 || type == PixelType.INT8) {
            low = type.minimum() - 0.5;
            high = type.maximum() + 0.5;
        } else {
            high += (high - low) / bins / 100;
        }
        float width = ((float) high - (float) low) / bins;
        double[] edges = new double[bins + 1];
        for (int b = 0; b < bins; b++) {
            edges[b] = low + b * width;
        }
        edges[bins] = high;
        return edges;
    }

    /** Returns the bin that holds a value: the last whose lower edge is not above it. */
    private int bin(double value, double[] edges) {
        int bin = (int) ((value - edges[0]) / (edges[bins] - edges[0]) * bins);
        bin = Math.max(0, Math.min(bins - 1, bin));
        while (bin > 0 && value < edges[bin]) {
            bin--;
        }
        while (bin < bins - 1 && value >= edges[bin + 1]) {
            bin++;
        }
        return bin;
    }

    /** Returns the last bin of the lower class. */
    private int split(long[] counts, double[] edges) {
        long all = 0;
        double total = 0;
        for (int b = 0; b < bins; b++) {
            all += counts[b];
            total += center(edges, b) * counts[b];
        }
        double globalMean = total / all;
        int best = 0;
        double largest = 0;
        long below = 0;
        double mean = 0;
        for (int b = 0; b < bins - 1; b++) {
            long count = below + counts[b];
            if (b == 0) {
                mean = count > 0 ? center(edges, b) : 0;
            } else {
                mean = count > 0 ? (mean * below + center(edges, b) * counts[b]) / count : 0;
            }
            below = count;
            long above = all - below;
            double meanAbove = above > 0 ? (globalMean * all - mean * below) / above : 0;
            double variance = (below * (mean * mean) + above * (meanAbove * meanAbove)) / all;
            if (b == 0 || isAbove(variance, largest)) {
                largest = variance;
                best = b;
            }
        }
        return best;
    }

    private static double center(double[] edges, int bin) {
        return (edges[bin] + edges[bin + 1]) / 2;
    }

    /** Returns whether {@code a} is larger by more than a unit in the last place; both are positive. */
    private static boolean isAbove(double a, double b) {
        return a > b
                && a - b > 0.1 * Math.ulp(1.0)
                && Double.doubleToRawLongBits(a) - Double.doubleToRawLongBits(b) > 1;
    }
}
