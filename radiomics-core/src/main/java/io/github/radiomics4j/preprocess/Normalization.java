package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.OptionalDouble;

/**
 * Centers the intensities on their mean and divides by their standard deviation:
 *
 * <pre>{@code f(x) = scale · clip((x − μ) / s, −k, k)}</pre>
 *
 * with mean μ and sample standard deviation s (divisor n − 1) over <em>all</em> voxels of the image, background included,
 * and k the optional {@code removeOutliers}. Computed as ITK does, {@code (x + (−μ)) · (1 / s)}; the result is of 64-bit
 * floats.
 *
 * @param scale factor on the normalized intensities, finite
 * @param removeOutliers k, in standard deviations, positive; empty: no clipping
 */
public record Normalization(double scale, OptionalDouble removeOutliers) {

    /** Checks that the scale is finite and k positive. */
    public Normalization {
        if (!Double.isFinite(scale)) {
            throw new IllegalArgumentException("scale must be finite, found " + scale);
        }
        if (removeOutliers.isPresent() && !(removeOutliers.getAsDouble() > 0)) {
            throw new IllegalArgumentException(
                    "removeOutliers must be positive, found " + removeOutliers.getAsDouble());
        }
    }

    /** Scale 1, no clipping: PyRadiomics' defaults. */
    public static Normalization withDefaults() {
        return new Normalization(1, OptionalDouble.empty());
    }

    /** Returns a copy with another scale. */
    public Normalization withScale(double scale) {
        return new Normalization(scale, removeOutliers);
    }

    /** Returns a copy that clips at k standard deviations. */
    public Normalization withRemoveOutliers(double k) {
        return new Normalization(scale, OptionalDouble.of(k));
    }

    /**
     * Returns the normalized image, of {@link PixelType#FLOAT64}; a voxel is computed when it is read.
     *
     * @param image not modified
     * @throws InvalidCaseException if a voxel is NaN or infinite, or all have the same value
     */
    public ImageVolume apply(ImageVolume image) {
        ImageSums sums = ImageSums.of(image);
        if (!Double.isFinite(sums.sum())) {
            throw new InvalidCaseException(
                    Reason.NON_FINITE, "every voxel must be finite to be normalized, found " + firstNonFinite(image));
        }
        if (sums.isConstant()) {
            throw new InvalidCaseException(
                    Reason.CONSTANT_IMAGE,
                    "an image must have more than one value to be normalized, found " + sums.first()
                            + " in every voxel");
        }
        double shift = -sums.mean();
        double factor = 1.0 / Math.sqrt(sums.variance());
        return image.rescaled(shift, factor, removeOutliers.orElse(Double.POSITIVE_INFINITY), scale);
    }

    private static String firstNonFinite(ImageVolume image) {
        Size size = image.grid().size();
        double[] values = image.toDoubles();
        int at = 0;
        while (at < values.length && Double.isFinite(values[at])) {
            at++;
        }
        if (at == values.length) {
            return "values so large that their sum overflows";
        }
        return "%s at voxel (%d, %d, %d)"
                .formatted(values[at], at % size.x(), at / size.x() % size.y(), at / size.x() / size.y());
    }
}
