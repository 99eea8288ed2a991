package io.github.radiomics4j.intensity;

import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;

/** What must hold of the intensities of a region. */
final class Intensities {
    private Intensities() {}

    static void requireFinite(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a region must have a voxel, found none");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidCaseException(
                        Reason.NON_FINITE,
                        "intensities must be finite, found " + values[i] + " at voxel " + i + " of the region's "
                                + values.length);
            }
        }
    }
}
