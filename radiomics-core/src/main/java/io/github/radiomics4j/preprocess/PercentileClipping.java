package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Cuts intensities to a range between two percentiles of those in scope: {@code f(x) = min(max(x, P(lower)), P(upper))},
 * with NumPy's linear interpolation between order statistics.
 *
 * @param lower percentile, 0 to 100
 * @param upper percentile, above {@code lower}, at most 100
 * @param scope the voxels that the percentiles are of
 */
public record PercentileClipping(double lower, double upper, VoxelScope scope) implements ImageStep {

    /** Checks that the percentiles are in order. */
    public PercentileClipping {
        Objects.requireNonNull(scope, "scope");
        if (!(lower >= 0 && lower < upper && upper <= 100)) {
            throw new IllegalArgumentException(
                    "percentiles must lie in 0 to 100 and in order, found " + lower + " and " + upper);
        }
    }

    /** 1 to 99, over the whole image. */
    public static PercentileClipping withDefaults() {
        return new PercentileClipping(1, 99, VoxelScope.IMAGE);
    }

    /** Returns a copy with other percentiles. */
    public PercentileClipping withPercentiles(double lower, double upper) {
        return new PercentileClipping(lower, upper, scope);
    }

    /** Returns a copy that looks at other voxels. */
    public PercentileClipping withScope(VoxelScope scope) {
        return new PercentileClipping(lower, upper, scope);
    }

    /**
     * {@inheritDoc}
     *
     * @return of {@link PixelType#FLOAT64}
     * @throws InvalidCaseException NON_FINITE; EMPTY_MASK
     */
    @Override
    public ImageVolume apply(ImageVolume image, Mask region, Execution execution) {
        double[] sorted = scope.intensities(image, region);
        Arrays.sort(sorted);
        double low = Percentiles.of(sorted, lower);
        double high = Percentiles.of(sorted, upper);
        execution.checkCancelled();
        double[] out = image.toDoubles();
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.max(low, Math.min(high, out[i]));
        }
        return ImageVolume.wrap(image.grid(), PixelType.FLOAT64, out);
    }

    @Override
    public boolean needsRegion() {
        return scope == VoxelScope.REGION;
    }
}
