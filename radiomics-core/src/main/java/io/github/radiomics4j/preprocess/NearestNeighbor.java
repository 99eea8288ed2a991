package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Mask;

/** Masks on other grids. */
final class NearestNeighbor {
    private NearestNeighbor() {}

    static Mask resample(Mask mask, Grid output) {
        throw new UnsupportedOperationException();
    }
}
