package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.Objects;

/**
 * Centers all intensities on the mean of those in scope and divides by their standard deviation:
 *
 * <pre>{@code f(x) = (x − μ) / s}</pre>
 *
 * with mean μ and sample standard deviation s (divisor n − 1) over the scope. {@link Normalization} does it over the whole
 * image with ITK's sums.
 *
 * @param scope the voxels that μ and s are of
 */
public record ZScoreNormalization(VoxelScope scope) implements ImageStep {

    /** Checks that the scope is there. */
    public ZScoreNormalization {
        Objects.requireNonNull(scope, "scope");
    }

    /** Over the foreground: the background of an MR image has no signal, and its share differs from scan to scan. */
    public static ZScoreNormalization withDefaults() {
        return new ZScoreNormalization(VoxelScope.FOREGROUND);
    }

    /** Returns a copy that looks at other voxels. */
    public ZScoreNormalization withScope(VoxelScope scope) {
        return new ZScoreNormalization(scope);
    }

    /**
     * {@inheritDoc}
     *
     * @return of {@link PixelType#FLOAT64}
     * @throws InvalidCaseException NON_FINITE; CONSTANT_IMAGE if the voxels in scope have one value; EMPTY_MASK
     */
    @Override
    public ImageVolume apply(ImageVolume image, Mask region, Execution execution) {
        double[] learned = scope.intensities(image, region);
        double sum = 0;
        for (double x : learned) {
            sum += x;
        }
        double mean = sum / learned.length;
        double squares = 0;
        for (double x : learned) {
            squares += (x - mean) * (x - mean);
        }
        double deviation = Math.sqrt(squares / (learned.length - 1));
        if (!(deviation > 0)) {
            throw VoxelScope.constant("centered and scaled", learned[0]);
        }
        execution.checkCancelled();
        double[] out = image.toDoubles();
        for (int i = 0; i < out.length; i++) {
            out[i] = (out[i] - mean) / deviation;
        }
        return ImageVolume.wrap(image.grid(), PixelType.FLOAT64, out);
    }

    @Override
    public boolean needsRegion() {
        return scope == VoxelScope.REGION;
    }
}
