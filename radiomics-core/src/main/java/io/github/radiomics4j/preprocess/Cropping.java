package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;

/**
 * Cuts image and mask to the box of a region and some voxels around it, as far as the image reaches.
 *
 * @param padVoxels voxels kept on each side of the box, 0 or more
 */
public record Cropping(int padVoxels) {

    /** Checks that the padding is not negative. */
    public Cropping {
        if (padVoxels < 0) {
            throw new IllegalArgumentException("padVoxels must be 0 or more, found " + padVoxels);
        }
    }

    /** The box itself, without padding. */
    public static Cropping withDefaults() {
        return new Cropping(0);
    }

    /** Returns a copy with another padding. */
    public Cropping withPadVoxels(int padVoxels) {
        return new Cropping(padVoxels);
    }

    /**
     * Image and mask, cut.
     *
     * @param image the part of the image
     * @param mask the part of the mask, on the same voxels
     */
    public record Cropped(ImageVolume image, Mask mask) {}

    /**
     * Returns the padded box cut out of both.
     *
     * @param image not modified
     * @param mask of the same size as the image; not modified
     * @param box the box of the region
     */
    public Cropped apply(ImageVolume image, Mask mask, BoundingBox box) {
        if (!image.grid().size().equals(mask.grid().size())) {
            throw new IllegalArgumentException("image and mask must have the same size, found "
                    + image.grid().size() + " and " + mask.grid().size());
        }
        BoundingBox padded = box.padWithin(padVoxels, image.grid().size());
        return new Cropped(image.crop(padded), mask.crop(padded));
    }
}
