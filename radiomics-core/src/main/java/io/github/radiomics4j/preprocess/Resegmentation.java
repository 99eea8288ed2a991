package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Leaves out of a region the voxels whose intensity lies outside a range. With the bounds a and b as given, an intensity
 * x is kept if {@code lower ≤ x ≤ upper}, both included, where
 *
 * <pre>{@code
 * ABSOLUTE  lower = a          upper = b
 * RELATIVE  lower = a · max    upper = b · max      max over the region
 * SIGMA     lower = μ + a · σ  upper = μ + b · σ    mean and standard deviation over the region, divisor N
 * }</pre>
 *
 * <p>PyRadiomics has one of the three at a time. IBSI combines a range and the removal of outliers.
 *
 * @param lower a; not above {@code upper}
 * @param upper b; empty: no upper bound
 * @param mode what the bounds are measured in
 * @param alsoShape whether shape is computed from what is left, too. Where it is not, shape is that of the whole region as
 *     far as it lies in the smallest box around what is left, as in PyRadiomics
 */
public record Resegmentation(double lower, OptionalDouble upper, Mode mode, boolean alsoShape) {

    /** What the bounds are measured in. */
    public enum Mode {
        /** Intensities. */
        ABSOLUTE,
        /** Fractions of the largest intensity in the region. */
        RELATIVE,
        /** Standard deviations from the mean of the region. */
        SIGMA
    }

    /** Checks the bounds. */
    public Resegmentation {
        Objects.requireNonNull(mode, "mode");
        if (!Double.isFinite(lower)
                || (upper.isPresent()
                        && !(upper.getAsDouble() >= lower && upper.getAsDouble() < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("bounds must be finite and in order, found " + lower + " and " + upper);
        }
    }

    /** Returns bounds in intensities; shape is that of the whole region. */
    public static Resegmentation absolute(double lower, double upper) {
        return new Resegmentation(lower, OptionalDouble.of(upper), Mode.ABSOLUTE, false);
    }

    /** Returns a copy whose bounds are measured in something else. */
    public Resegmentation withMode(Mode mode) {
        return new Resegmentation(lower, upper, mode, alsoShape);
    }

    /** Returns a copy that acts on shape too, or does not. */
    public Resegmentation withAlsoShape(boolean alsoShape) {
        return new Resegmentation(lower, upper, mode, alsoShape);
    }

    /**
     * Returns what is left of the region, as a mask with {@code label} alone.
     *
     * @param image not modified
     * @param mask on the image's grid; not modified
     * @throws InvalidCaseException TOO_SMALL if fewer than two voxels are left; EMPTY_MASK, LABEL_ABSENT
     */
    public Mask apply(ImageVolume image, Mask mask, int label) {
        MaskCheck.requireLabel(mask, label);
        RegionOfInterest region = RegionOfInterest.of(mask, label);
        double[] intensities = region.intensities(image);
        double[] scale = scale(intensities);
        double low = scale[0] + scale[1] * lower;
        double high = upper.isPresent() ? scale[0] + scale[1] * upper.getAsDouble() : Double.POSITIVE_INFINITY;
        Size size = mask.grid().size();
        int strideY = region.strideY();
        int strideZ = region.strideZ();
        int[] labels = new int[Math.toIntExact(size.voxelCount())];
        int left = 0;
        for (int i = 0; i < intensities.length; i++) {
            if (intensities[i] >= low && intensities[i] <= high) {
                int position = region.position(i);
                int x = region.box().x() + position % strideY - 1;
                int y = region.box().y() + position % strideZ / strideY - 1;
                int z = region.box().z() + position / strideZ - 1;
                labels[x + size.x() * (y + size.y() * z)] = label;
                left++;
            }
        }
        if (left < 2) {
            throw new InvalidCaseException(
                    Reason.TOO_SMALL,
                    "label %d must have more than one voxel from %s to %s, found %d of %d"
                            .formatted(label, low, high, left, intensities.length));
        }
        return Mask.of(mask.grid(), labels);
    }

    /** Returns zero point and unit of the bounds. */
    private double[] scale(double[] intensities) {
        double mean = 0;
        double maximum = Double.NEGATIVE_INFINITY;
        for (double x : intensities) {
            mean += x / intensities.length;
            maximum = Math.max(maximum, x);
        }
        double squares = 0;
        for (double x : intensities) {
            squares += (x - mean) * (x - mean);
        }
        return switch (mode) {
            case ABSOLUTE -> new double[] {0, 1};
            case RELATIVE -> new double[] {0, maximum};
            case SIGMA -> new double[] {mean, Math.sqrt(squares / intensities.length)};
        };
    }
}
