package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.Arrays;

/** The voxels that a step learns from; what it has learned it applies to the whole image. */
public enum VoxelScope {
    /** Every voxel of the image. */
    IMAGE,
    /** Voxels above {@linkplain OtsuThreshold Otsu's threshold} of the image, 200 bins. */
    FOREGROUND,
    /** The region of interest: voxels of any label in its mask. */
    REGION;

    /**
     * Returns the intensities in scope, x fastest.
     *
     * @throws InvalidCaseException NON_FINITE; EMPTY_MASK, GRID_MISMATCH for a region without voxels or of another size;
     *     CONSTANT_IMAGE for the foreground of an image of one value
     */
    double[] intensities(ImageVolume image, Mask region) {
        double[] values = FiniteVoxels.of(image);
        if (this == IMAGE) {
            return values;
        }
        Mask mask = this == REGION ? region : OtsuThreshold.withDefaults().apply(image);
        if (!mask.grid().size().equals(image.grid().size())) {
            throw new InvalidCaseException(
                    Reason.GRID_MISMATCH,
                    "mask and image must have the same size, found "
                            + mask.grid().size() + " and " + image.grid().size());
        }
        boolean[] inside = MaskedRows.inside(mask);
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (inside[i]) {
                values[count++] = values[i];
            }
        }
        if (count == 0) {
            throw new InvalidCaseException(Reason.EMPTY_MASK, "the mask must have a voxel, found none");
        }
        return Arrays.copyOf(values, count);
    }

    /** Returns an exception that says that {@code values} are one. */
    static InvalidCaseException constant(String what, double value) {
        return new InvalidCaseException(
                Reason.CONSTANT_IMAGE,
                "the voxels in scope must have more than one value to be " + what + ", found " + value);
    }
}
