package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.run.InvalidCaseException;

/**
 * A fixed number n of bins (IBSI fixed bin number, K15C):
 *
 * <pre>  level(x) = ⌊n (x − min) / (max − min)⌋ + 1,   level(max) = n</pre>
 *
 * where min and max are the extremes of the region. The edges are rounded doubles and comparisons are made against them,
 * not against the quotient, as PyRadiomics does.
 *
 * <p>A region of one intensity v is spread over v − 1/2 to v + 1/2, so that it has level ⌊n/2⌋ + 1 as in PyRadiomics,
 * not 1.
 *
 * @param binCount number n of bins, 1 to {@link GrayLevels#MAXIMUM_LEVELS}
 */
public record FixedBinCount(int binCount) implements Discretization {

    /** Checks that the number of bins is positive and within the limit. */
    public FixedBinCount {
        if (binCount < 1 || binCount > GrayLevels.MAXIMUM_LEVELS) {
            throw new IllegalArgumentException(
                    "a number of bins must lie in 1 to " + GrayLevels.MAXIMUM_LEVELS + ", found " + binCount);
        }
    }

    @Override
    public GrayLevels apply(RegionOfInterest region, double[] intensities) {
        BinEdges.Range range = BinEdges.Range.of(region, intensities);
        return GrayLevels.wrap(region, edges(range.minimum(), range.maximum()).levels(intensities));
    }

    private BinEdges edges(double minimum, double maximum) {
        boolean isFlat = minimum == maximum;
        double first = isFlat ? minimum - 0.5 : minimum;
        double last = isFlat ? maximum + 0.5 : maximum;
        double step = (last - first) / binCount;
        if (Double.isInfinite(step) || !(first + step > first) || !(last - step < last)) {
            throw new InvalidCaseException(
                    InvalidCaseException.Reason.LIMIT,
                    "a bin must be wide enough to tell intensities apart, found %d bins in the range %s to %s"
                            .formatted(binCount, minimum, maximum));
        }
        return BinEdges.linspace(first, last, binCount);
    }
}
