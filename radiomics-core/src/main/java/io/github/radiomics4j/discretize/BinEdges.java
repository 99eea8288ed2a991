package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.run.InvalidCaseException;

/**
 * Ascending edges e₀ … eₙ₋₁, evenly spaced but for rounding; the level of x is the number of edges ≤ x.
 *
 * <p>The edges are the doubles that NumPy computes, so that an intensity on an edge, or a rounding error away from it,
 * gets the level that PyRadiomics gives it: eₖ = first + k · step, where e₁ and eₙ₋₁ may differ from that.
 *
 * @param first e₀, at or below every intensity
 * @param second e₁
 * @param step distance of the others
 * @param last eₙ₋₁
 * @param count number n of edges, at least 2
 */
record BinEdges(double first, double second, double step, double last, int count) {

    /**
     * Returns the edges {@code arange(first, stop, width)} of NumPy: the step is taken from the first two edges, after
     * they were rounded.
     */
    static BinEdges arange(double first, double stop, double width) {
        int count = (int) Math.ceil((stop - first) / width);
        double second = first + width;
        double step = second - first;
        return new BinEdges(first, second, step, count == 2 ? second : first + (count - 1) * step, count);
    }

    /** Returns the edges {@code linspace(minimum, maximum, bins + 1)} of NumPy, the last one raised by 1. */
    static BinEdges linspace(double minimum, double maximum, int bins) {
        double step = (maximum - minimum) / bins;
        double last = maximum + 1;
        return new BinEdges(minimum, bins == 1 ? last : minimum + step, step, last, bins + 1);
    }

    /** Returns e of {@code k}. */
    double edge(int k) {
        if (k == 1) {
            return second;
        }
        return k == count - 1 ? last : first + k * step;
    }

    /**
     * Returns the level of each intensity, at least 1: a guess by one multiplication, corrected against the edges next to
     * it, which takes no step unless the intensity lies within a rounding error of an edge.
     *
     * @param intensities not below the first edge; not modified
     */
    int[] levels(double[] intensities) {
        int[] levels = new int[intensities.length];
        double reciprocal = 1 / step;
        int highest = count - 1;
        for (int i = 0; i < intensities.length; i++) {
            double x = intensities[i];
            int k = Math.min((int) ((x - first) * reciprocal), highest);
            while (k > 0 && edge(k) > x) {
                k--;
            }
            while (k < highest && edge(k + 1) <= x) {
                k++;
            }
            levels[i] = k + 1;
        }
        return levels;
    }

    /**
     * Lowest and highest intensity.
     *
     * @param minimum finite
     * @param maximum finite
     */
    record Range(double minimum, double maximum) {

        /** Returns the range of {@code intensities}, one per voxel of {@code region}, each of which must be finite. */
        static Range of(RegionOfInterest region, double[] intensities) {
            if (intensities.length != region.voxelCount()) {
                throw new IllegalArgumentException("an intensity is needed for each of the region's "
                        + region.voxelCount() + " voxels, found " + intensities.length);
            }
            double minimum = Double.POSITIVE_INFINITY;
            double maximum = Double.NEGATIVE_INFINITY;
            for (double x : intensities) {
                minimum = Math.min(minimum, x);
                maximum = Math.max(maximum, x);
            }
            // A NaN anywhere has made both NaN.
            if (!Double.isFinite(minimum) || !Double.isFinite(maximum)) {
                throw new InvalidCaseException(
                        InvalidCaseException.Reason.NON_FINITE,
                        "intensities must be finite to have gray levels, found " + describeNonFinite(intensities));
            }
            return new Range(minimum, maximum);
        }

        private static String describeNonFinite(double[] intensities) {
            int count = 0;
            double first = 0;
            for (double x : intensities) {
                if (!Double.isFinite(x)) {
                    first = count == 0 ? x : first;
                    count++;
                }
            }
            return count + " of " + intensities.length + " voxels that are not, the first of them " + first;
        }
    }
}
