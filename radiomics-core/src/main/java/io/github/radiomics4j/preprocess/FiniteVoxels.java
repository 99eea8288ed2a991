package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;

/** The intensities of an image in which each is a number. */
final class FiniteVoxels {
    private FiniteVoxels() {}

    /**
     * Returns the intensities in a new array, x fastest.
     *
     * @throws InvalidCaseException NON_FINITE if one is NaN or infinite
     */
    static double[] of(ImageVolume image) {
        double[] values = image.toDoubles();
        Size size = image.grid().size();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidCaseException(
                        Reason.NON_FINITE,
                        "every voxel must be finite, found %s at voxel (%d, %d, %d)"
                                .formatted(values[i], i % size.x(), i / size.x() % size.y(), i / size.x() / size.y()));
            }
        }
        return values;
    }
}
