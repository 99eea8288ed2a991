package io.github.radiomics4j.eval;

/**
 * A confidence interval.
 *
 * @param lower bound; NaN where the method has none
 * @param upper bound; NaN where the method has none
 * @param level confidence, such as 0.95
 */
public record Interval(double lower, double upper, double level) {

    /** Checks that the bounds are in order. */
    public Interval {
        requireLevel(level);
        if (lower > upper) {
            throw new IllegalArgumentException("bounds must be in order, found " + lower + " and " + upper);
        }
    }

    /**
     * Returns {@code level} if it is one.
     *
     * @throws IllegalArgumentException if it does not lie between 0 and 1
     */
    public static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level must lie between 0 and 1, found " + level);
        }
        return level;
    }

    /** Returns whether {@code value} lies in the interval, bounds included. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /** Returns the interval cut to [{@code least}, {@code most}]. */
    public Interval clipped(double least, double most) {
        return new Interval(clip(lower, least, most), clip(upper, least, most), level);
    }

    private static double clip(double bound, double least, double most) {
        return Double.isNaN(bound) ? bound : Math.min(most, Math.max(least, bound));
    }

    /** Returns upper − lower. */
    public double width() {
        return upper - lower;
    }
}
