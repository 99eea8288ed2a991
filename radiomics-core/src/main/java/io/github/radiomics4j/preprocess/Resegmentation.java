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
 * <p>PyRadiomics has one of the three at a time. IBSI has a range (USB3), the removal of outliers (7ACA), or both: a voxel
 * is kept if it passes each, and μ and σ are those of the region before either.
 *
 * @param lower a; not above {@code upper}
 * @param upper b; empty: no upper bound
 * @param mode what the bounds are measured in
 * @param shape what shape is computed from
 * @param outlierSigmas k: intensities outside μ − k σ to μ + k σ are left out too; positive; empty: none is an outlier
 */
public record Resegmentation(double lower, OptionalDouble upper, Mode mode, Shape shape, OptionalDouble outlierSigmas) {

    /** What the bounds are measured in. */
    public enum Mode {
        /** Intensities. */
        ABSOLUTE,
        /** Fractions of the largest intensity in the region. */
        RELATIVE,
        /** Standard deviations from the mean of the region. */
        SIGMA
    }

    /** What shape is computed from: the morphological mask of IBSI. */
    public enum Shape {
        /** The region before voxels were left out of it. IBSI. */
        WHOLE,
        /** The region before, as far as it lies in the smallest box around what is left. PyRadiomics' default. */
        WITHIN_BOX,
        /** What is left. PyRadiomics with {@code resegmentShape}. */
        RESEGMENTED
    }

    /** Checks the bounds. */
    public Resegmentation {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(shape, "shape");
        if (outlierSigmas.isPresent()
                && !(outlierSigmas.getAsDouble() > 0 && outlierSigmas.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "outlierSigmas must be positive and finite, found " + outlierSigmas.getAsDouble());
        }
        if (!Double.isFinite(lower)
                || (upper.isPresent()
                        && !(upper.getAsDouble() >= lower && upper.getAsDouble() < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("bounds must be finite and in order, found " + lower + " and " + upper);
        }
    }

    /**
     * Makes PyRadiomics' resegmentation.
     *
     * @param alsoShape whether shape is computed from what is left, too
     */
    public Resegmentation(double lower, OptionalDouble upper, Mode mode, boolean alsoShape) {
        this(lower, upper, mode, alsoShape ? Shape.RESEGMENTED : Shape.WITHIN_BOX, OptionalDouble.empty());
    }

    /** Returns bounds in intensities; shape is that of the whole region, within the box of what is left. */
    public static Resegmentation absolute(double lower, double upper) {
        return new Resegmentation(lower, OptionalDouble.of(upper), Mode.ABSOLUTE, false);
    }

    /** Returns IBSI's range of intensities, both included; shape is that of the whole region. */
    public static Resegmentation range(double lower, double upper) {
        return absolute(lower, upper).withShape(Shape.WHOLE);
    }

    /** Returns IBSI's removal of outliers, more than {@code sigmas} σ from the mean; shape is that of the whole region. */
    public static Resegmentation outliers(double sigmas) {
        return new Resegmentation(-sigmas, OptionalDouble.of(sigmas), Mode.SIGMA, Shape.WHOLE, OptionalDouble.empty());
    }

    /** Returns a copy whose bounds are measured in something else. */
    public Resegmentation withMode(Mode mode) {
        return new Resegmentation(lower, upper, mode, shape, outlierSigmas);
    }

    /** Returns a copy with shape from something else. */
    public Resegmentation withShape(Shape shape) {
        return new Resegmentation(lower, upper, mode, shape, outlierSigmas);
    }

    /** Returns a copy that leaves out what lies more than {@code sigmas} σ from the mean, too. */
    public Resegmentation withOutliers(double sigmas) {
        return new Resegmentation(lower, upper, mode, shape, OptionalDouble.of(sigmas));
    }

    /**
     * Returns what is left of the region, as a mask with {@code label} alone.
     *
     * @param image not modified
     * @param mask on the image's grid; not modified
     * @throws InvalidCaseException TOO_SMALL if fewer than two voxels are left, or none where shape is that of the
     *     whole region; EMPTY_MASK, LABEL_ABSENT
     */
    public Mask apply(ImageVolume image, Mask mask, int label) {
        MaskCheck.requireLabel(mask, label);
        RegionOfInterest region = RegionOfInterest.of(mask, label);
        double[] intensities = region.intensities(image);
        double[] range = range(intensities);
        double low = range[0];
        double high = range[1];
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
        int fewest = shape == Shape.WHOLE ? 1 : 2;
        if (left < fewest) {
            throw new InvalidCaseException(
                    Reason.TOO_SMALL,
                    "label %d must have %s from %s to %s, found %d of %d"
                            .formatted(
                                    label,
                                    fewest == 1 ? "a voxel" : "more than one voxel",
                                    low,
                                    high,
                                    left,
                                    intensities.length));
        }
        return Mask.of(mask.grid(), labels);
    }

    /** Returns the lowest and the highest intensity to be kept. */
    private double[] range(double[] intensities) {
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
        double deviation = Math.sqrt(squares / intensities.length);
        double zero = mode == Mode.SIGMA ? mean : 0;
        double unit = switch (mode) {
            case ABSOLUTE -> 1;
            case RELATIVE -> maximum;
            case SIGMA -> deviation;
        };
        double low = zero + unit * lower;
        double high = upper.isPresent() ? zero + unit * upper.getAsDouble() : Double.POSITIVE_INFINITY;
        if (outlierSigmas.isPresent()) {
            low = Math.max(low, mean - outlierSigmas.getAsDouble() * deviation);
            high = Math.min(high, mean + outlierSigmas.getAsDouble() * deviation);
        }
        return new double[] {low, high};
    }
}
