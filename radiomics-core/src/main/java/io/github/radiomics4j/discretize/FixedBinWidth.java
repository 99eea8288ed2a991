package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.run.InvalidCaseException;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Bins of a fixed width w (IBSI fixed bin size, Q3RU):
 *
 * <pre>  level(x) = ⌊(x − lo) / w⌋ + 1,   lo = min − (min mod w)</pre>
 *
 * where min is the lowest intensity of the region and mod is floored, so that negative intensities go down. Bins are
 * half-open, [lo + k w, lo + (k + 1) w): a maximum on an edge opens a bin of its own. The edges are rounded doubles and
 * comparisons are made against them, not against the quotient, as PyRadiomics does.
 *
 * <p>IBSI anchors the edges at the lower bound of the resegmentation range instead, or at the region's minimum, lo = min,
 * where there is no range: {@link WidthAnchor#RANGE_MINIMUM}. PyRadiomics computes the edges of 32-bit float and small
 * integer images in their own type; here they are always doubles.
 *
 * @param binWidth width w of a bin in intensity units, positive and finite
 * @param anchor where the edges stand
 * @param rangeMinimum the lower bound lo of the range, not above any intensity, with the anchor of that name; empty: that of
 *     the settings' resegmentation in an extraction, else the region's minimum
 */
public record FixedBinWidth(double binWidth, WidthAnchor anchor, OptionalDouble rangeMinimum)
        implements Discretization {

    /** Checks that the width is positive and finite and a lower bound finite. */
    public FixedBinWidth {
        Objects.requireNonNull(anchor, "anchor");
        if (rangeMinimum.isPresent()
                && (anchor != WidthAnchor.RANGE_MINIMUM || !Double.isFinite(rangeMinimum.getAsDouble()))) {
            throw new IllegalArgumentException("a lower bound must be finite and needs the anchor RANGE_MINIMUM, found "
                    + rangeMinimum.getAsDouble() + " with " + anchor);
        }
        if (!(binWidth > 0) || Double.isInfinite(binWidth)) {
            throw new IllegalArgumentException("a bin width must be positive and finite, found " + binWidth);
        }
    }

    /** Makes bins of {@code binWidth} whose edges are its multiples. */
    public FixedBinWidth(double binWidth) {
        this(binWidth, WidthAnchor.ZERO);
    }

    /** Makes bins of {@code binWidth} without a lower bound of their own. */
    public FixedBinWidth(double binWidth, WidthAnchor anchor) {
        this(binWidth, anchor, OptionalDouble.empty());
    }

    /** Returns bins of width 25, PyRadiomics' default, whose edges are its multiples, as PyRadiomics' are. */
    public static FixedBinWidth withDefaults() {
        return new FixedBinWidth(25, WidthAnchor.ZERO);
    }

    /** Returns a copy with another width. */
    public FixedBinWidth withBinWidth(double binWidth) {
        return new FixedBinWidth(binWidth, anchor, rangeMinimum);
    }

    /** Returns a copy with another anchor, and no lower bound. */
    public FixedBinWidth withAnchor(WidthAnchor anchor) {
        return new FixedBinWidth(binWidth, anchor);
    }

    /** Returns a copy whose edges begin at {@code minimum}. */
    public FixedBinWidth withRangeMinimum(double minimum) {
        return new FixedBinWidth(binWidth, WidthAnchor.RANGE_MINIMUM, OptionalDouble.of(minimum));
    }

    @Override
    public GrayLevels apply(RegionOfInterest region, double[] intensities) {
        BinEdges.Range range = BinEdges.Range.of(region, intensities);
        return GrayLevels.wrap(region, edges(range.minimum(), range.maximum()).levels(intensities));
    }

    private BinEdges edges(double minimum, double maximum) {
        double first = switch (anchor) {
            case ZERO -> minimum - floorMod(minimum);
            case RANGE_MINIMUM -> rangeMinimum.orElse(minimum);
        };
        if (first > minimum) {
            throw new InvalidCaseException(
                    InvalidCaseException.Reason.LIMIT,
                    "intensities must not lie below the range that gray levels begin at, %s, found %s"
                            .formatted(first, minimum));
        }
        double wanted = Math.floor((maximum - first) / binWidth) + 1;
        if (wanted > GrayLevels.MAXIMUM_LEVELS) {
            throw new InvalidCaseException(
                    InvalidCaseException.Reason.LIMIT,
                    "intensities may have at most %d gray levels, found %.0f: range %s to %s at a bin width of %s"
                            .formatted(GrayLevels.MAXIMUM_LEVELS, wanted, minimum, maximum, binWidth));
        }
        double stop = maximum + 2 * binWidth;
        if (!(first + binWidth > first) || !(stop - first > 1.5 * binWidth)) {
            throw new InvalidCaseException(
                    InvalidCaseException.Reason.LIMIT,
                    "a bin must be wide enough to tell intensities apart, found a bin width of " + binWidth
                            + " at intensities of " + minimum + " to " + maximum);
        }
        return BinEdges.arange(first, stop, binWidth);
    }

    /** Returns the remainder of {@code x} by the width, with the sign of the width. */
    private double floorMod(double x) {
        double remainder = x % binWidth;
        return remainder < 0 ? remainder + binWidth : remainder;
    }
}
