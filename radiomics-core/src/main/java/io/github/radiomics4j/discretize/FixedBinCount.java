package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;

/**
 * A fixed number of bins.
 *
 * @param binCount number of bins, at least 1
 */
public record FixedBinCount(int binCount) implements Discretization {
    @Override
    public GrayLevels apply(RegionOfInterest region, double[] intensities) {
        throw new UnsupportedOperationException();
    }
}
