package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.Objects;

/**
 * A fixed number n of bins (IBSI fixed bin number, K15C):
 *
 * <pre>  level(x) = ⌊n (x − min) / (max − min)⌋ + 1,   level(max) = n</pre>
 *
 * where min and max are the extremes of the region.
 *
 * @param binCount number n of bins, 1 to {@link GrayLevels#MAXIMUM_LEVELS}
 * @param rule what an intensity is compared with
 */
public record FixedBinCount(int binCount, Rule rule) implements Discretization {

    /** What an intensity is compared with, which matters where it lies on an edge or within rounding of one. */
    public enum Rule {
        /**
         * The edges of the bins, which are rounded doubles. A region of one intensity v is spread over v − 1/2 to v + 1/2,
         * so that it has level ⌊n/2⌋ + 1. PyRadiomics.
         */
        EDGES,
        /**
         * Nothing: the formula as it stands, the product before the quotient, so that whole intensities on an edge get the
         * level above it. A region of one intensity has level 1. IBSI.
         */
        FORMULA
    }

    /** Checks that the number of bins is positive and within the limit. */
    public FixedBinCount {
        Objects.requireNonNull(rule, "rule");
        if (binCount < 1 || binCount > GrayLevels.MAXIMUM_LEVELS) {
            throw new IllegalArgumentException(
                    "a number of bins must lie in 1 to " + GrayLevels.MAXIMUM_LEVELS + ", found " + binCount);
        }
    }

    /** Makes {@code binCount} bins with PyRadiomics' rule. */
    public FixedBinCount(int binCount) {
        this(binCount, Rule.EDGES);
    }

    /** Returns a copy with another rule. */
    public FixedBinCount withRule(Rule rule) {
        return new FixedBinCount(binCount, rule);
    }

    @Override
    public GrayLevels apply(RegionOfInterest region, double[] intensities) {
        BinEdges.Range range = BinEdges.Range.of(region, intensities);
        if (rule == Rule.FORMULA) {
            return GrayLevels.wrap(region, levels(intensities, range));
        }
        return GrayLevels.wrap(region, edges(range.minimum(), range.maximum()).levels(intensities));
    }

    private int[] levels(double[] intensities, BinEdges.Range range) {
        double minimum = range.minimum();
        double width = range.maximum() - minimum;
        if (!(binCount * width < Double.POSITIVE_INFINITY)) {
            throw new InvalidCaseException(
                    InvalidCaseException.Reason.LIMIT,
                    "a range of intensities must be finite times the %d bins, found %s to %s"
                            .formatted(binCount, minimum, range.maximum()));
        }
        int[] levels = new int[intensities.length];
        for (int i = 0; i < levels.length; i++) {
            // Of a range of 0 the quotient is NaN, and the cast makes it 0.
            int bin = (int) (binCount * (intensities[i] - minimum) / width);
            levels[i] = Math.min(bin + 1, binCount);
        }
        return levels;
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
