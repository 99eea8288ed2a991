package io.github.radiomics4j.extract;

/**
 * What an extraction may take before it is refused with {@link
 * io.github.radiomics4j.run.InvalidCaseException.Reason#LIMIT}: a guard of servers against slips in spacing or bin width.
 *
 * @param maximumVoxels voxels of the image, before and after resampling
 * @param maximumGrayLevels gray levels of one image
 */
public record ExtractionLimits(long maximumVoxels, int maximumGrayLevels) {

    /** Checks that both are positive. */
    public ExtractionLimits {
        if (maximumVoxels < 1 || maximumGrayLevels < 1) {
            throw new IllegalArgumentException("limits must be positive, found " + maximumVoxels + " voxels, "
                    + maximumGrayLevels + " gray levels");
        }
    }

    /**
     * Returns 2³⁰ voxels (a CT of 2000 slices, more than an array of doubles holds comfortably) and 2²⁰ gray levels
     * (counts are sparse there; no texture is meant to have more).
     */
    public static ExtractionLimits withDefaults() {
        return new ExtractionLimits(1L << 30, 1 << 20);
    }

    /** Returns a copy with another limit of voxels. */
    public ExtractionLimits withMaximumVoxels(long voxels) {
        return new ExtractionLimits(voxels, maximumGrayLevels);
    }

    /** Returns a copy with another limit of gray levels. */
    public ExtractionLimits withMaximumGrayLevels(int levels) {
        return new ExtractionLimits(maximumVoxels, levels);
    }
}
