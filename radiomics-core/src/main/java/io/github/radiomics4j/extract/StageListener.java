package io.github.radiomics4j.extract;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;

/** Is shown the intermediate images of an extraction, to look at or to save; called on the extracting thread. */
public interface StageListener {

    /**
     * Is shown what the filters and the region are made from: normalized, resampled and cut, as the settings have it.
     *
     * @param image the image
     * @param mask the mask on the image's grid
     */
    void preprocessed(ImageVolume image, Mask mask);

    /**
     * Is shown one filter response on the whole grid of the preprocessed image.
     *
     * @param name the image's part of a column name, such as {@code "wavelet-LLH"}
     */
    void filtered(String name, ImageVolume response);
}
