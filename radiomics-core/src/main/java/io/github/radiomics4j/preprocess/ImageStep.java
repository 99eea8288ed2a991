package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;

/** A step from an image to another on the same grid, taken before normalization and resampling. */
public sealed interface ImageStep
        permits N4BiasCorrection, ZScoreNormalization, MinMaxNormalization, PercentileClipping, NyulScale {

    /**
     * Returns the image after the step.
     *
     * @param image not modified
     * @param region the region of interest, voxels of any label; looked at only if {@link #needsRegion}
     * @param execution threads and cancellation
     * @throws InvalidCaseException if the step cannot be taken, with the reason
     */
    ImageVolume apply(ImageVolume image, Mask region, Execution execution);

    /** Returns whether the result depends on the region, so that each region of an image has an image of its own. */
    boolean needsRegion();
}
