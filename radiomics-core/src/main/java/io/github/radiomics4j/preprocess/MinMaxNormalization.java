package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.Objects;

/**
 * Maps the range of the intensities in scope onto another, linearly:
 *
 * <pre>{@code f(x) = lower + (x − min) / (max − min) · (upper − lower)}</pre>
 *
 * with min and max over the scope. Voxels out of scope may lie beyond; {@link PercentileClipping} before this step keeps
 * single voxels from deciding.
 *
 * @param lower what the smallest intensity in scope becomes
 * @param upper what the largest becomes, above {@code lower}
 * @param scope the voxels that min and max are of
 */
public record MinMaxNormalization(double lower, double upper, VoxelScope scope) implements ImageStep {

    /** Checks that the bounds are finite and in order. */
    public MinMaxNormalization {
        Objects.requireNonNull(scope, "scope");
        if (!(lower < upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException("bounds must be finite and in order, found " + lower + " and " + upper);
        }
    }

    /** 0 to 1, over the whole image. */
    public static MinMaxNormalization withDefaults() {
        return new MinMaxNormalization(0, 1, VoxelScope.IMAGE);
    }

    /** Returns a copy that maps onto another range. */
    public MinMaxNormalization withRange(double lower, double upper) {
        return new MinMaxNormalization(lower, upper, scope);
    }

    /** Returns a copy that looks at other voxels. */
    public MinMaxNormalization withScope(VoxelScope scope) {
        return new MinMaxNormalization(lower, upper, scope);
    }

    /**
     * {@inheritDoc}
     *
     * @return of {@link PixelType#FLOAT64}
     * @throws InvalidCaseException NON_FINITE; CONSTANT_IMAGE if the voxels in scope have one value; EMPTY_MASK
     */
    @Override
    public ImageVolume apply(ImageVolume image, Mask region, Execution execution) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double x : scope.intensities(image, region)) {
            min = Math.min(min, x);
            max = Math.max(max, x);
        }
        if (!(max > min)) {
            throw VoxelScope.constant("mapped onto a range", min);
        }
        execution.checkCancelled();
        double[] out = image.toDoubles();
        for (int i = 0; i < out.length; i++) {
            out[i] = lower + (out[i] - min) / (max - min) * (upper - lower);
        }
        return ImageVolume.wrap(image.grid(), PixelType.FLOAT64, out);
    }

    @Override
    public boolean needsRegion() {
        return scope == VoxelScope.REGION;
    }
}
