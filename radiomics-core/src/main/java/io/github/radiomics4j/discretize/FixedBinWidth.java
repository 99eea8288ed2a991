package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;

/**
 * Bins of a fixed width.
 *
 * @param binWidth width of a bin in intensity units, positive
 */
public record FixedBinWidth(double binWidth) implements Discretization {
    @Override
    public GrayLevels apply(RegionOfInterest region, double[] intensities) {
        throw new UnsupportedOperationException();
    }
}
