package io.github.radiomics4j.eval.hypothesis;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a sample looks like. Missing values (NaN) are counted and left out; of what remains, x₁ ≤ … ≤ xₙ. Everything is NaN
 * of no value, variance and deviation also of one.
 */
public final class Descriptives {
    /** Makes a normal sample's median deviation its standard deviation. */
    private static final double MAD_SCALE = 1.4826;

    private final double[] sorted;
    private final int missing;
    private final double mean;

    private Descriptives(double[] sorted, int missing) {
        this.sorted = sorted;
        this.missing = missing;
        this.mean = Samples.mean(sorted);
    }

    /**
     * Describes a sample.
     *
     * @param values finite or NaN; not modified
     */
    public static Descriptives of(double... values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return new Descriptives(Samples.sorted(known), values.length - known.length);
    }

    /**
     * How a quantile lies between two values: the types of Hyndman and Fan (1996, doi 10.2307/2684934), which are R's. With
     * g = n p + m, j = ⌊g⌋ and h = g − j the quantile is (1 − h) x<sub>j</sub> + h x<sub>j+1</sub>; of the first three h is
     * rounded to 0, ½ or 1.
     */
    public enum QuantileType {
        /** The inverse of the distribution function. */
        R1(0, 0),
        /** As the first, averaged at its jumps. */
        R2(0, 0),
        /** The nearest value, the even one of two: SAS's. */
        R3(-0.5, 0),
        /** m = 0. */
        R4(0, 0),
        /** m = ½. */
        R5(0.5, 0),
        /** m = p: SPSS's and Minitab's. */
        R6(0, 1),
        /** m = 1 − p: R's, NumPy's and Excel's default. */
        R7(1, -1),
        /** m = (p + 1) / 3: unbiased medians, recommended by the authors. */
        R8(1 / 3.0, 1 / 3.0),
        /** m = p/4 + 3/8: for normal values. */
        R9(0.375, 0.25);

        private final double offset;
        private final double slope;

        QuantileType(double offset, double slope) {
            this.offset = offset;
            this.slope = slope;
        }
    }

    /** How the third and fourth moments are scaled, with central moments m<sub>k</sub> of divisor n. */
    public enum MomentType {
        /** g₁ = m₃ / m₂^1.5, g₂ = m₄ / m₂² − 3. */
        PLAIN,
        /** G₁ = g₁ √(n (n − 1)) / (n − 2), G₂ = ((n + 1) g₂ + 6)(n − 1) / ((n − 2)(n − 3)): SAS's, SPSS's, Excel's. */
        UNBIASED,
        /** With the variance of divisor n − 1: b₁ = g₁ (1 − 1/n)^1.5, b₂ = (g₂ + 3)(1 − 1/n)² − 3: Minitab's. */
        SAMPLE
    }

    /** Returns the number of values that are not missing. */
    public int count() {
        return sorted.length;
    }

    /** Returns the number of missing values. */
    public int missing() {
        return missing;
    }

    /** Returns the mean. */
    public double mean() {
        return mean;
    }

    /** Returns the variance with divisor n − 1. */
    public double variance() {
        return Samples.variance(sorted, mean);
    }

    /** Returns the standard deviation with divisor n − 1. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Returns the standard deviation with divisor n: scikit-learn's. */
    public double populationDeviation() {
        return Math.sqrt(Samples.squares(sorted, mean) / sorted.length);
    }

    /** Returns (value − mean) / standard deviation, with divisor n − 1; infinite or NaN where that is 0. */
    public double z(double value) {
        return (value - mean) / standardDeviation();
    }

    /** Returns (value − mean) / standard deviation, with divisor n: scikit-learn's. */
    public double populationZ(double value) {
        return (value - mean) / populationDeviation();
    }

    /** Returns (value − median) / {@link #scaledMedianDeviation()}. */
    public double robustZ(double value) {
        return (value - median()) / scaledMedianDeviation();
    }

    /** Returns the smallest value. */
    public double minimum() {
        return sorted.length == 0 ? Double.NaN : sorted[0];
    }

    /** Returns the largest value. */
    public double maximum() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
    }

    /** Returns the median. */
    public double median() {
        return Samples.median(sorted);
    }

    /** Returns the median of |x − median|, not scaled; times 1.4826 it is R's {@code mad}. */
    public double medianDeviation() {
        double median = median();
        return Samples.median(
                Arrays.stream(sorted).map(x -> Math.abs(x - median)).sorted().toArray());
    }

    /** Returns R's {@code mad}: 1.4826 times the {@link #medianDeviation()}. */
    public double scaledMedianDeviation() {
        return MAD_SCALE * medianDeviation();
    }

    /**
     * Returns a quantile.
     *
     * @param p in [0, 1]
     */
    public double quantile(double p, QuantileType type) {
        Objects.requireNonNull(type, "type");
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile's share must lie in 0 to 1, found " + p);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double fuzz = 4 * Math.ulp(1.0); // so that 0.1 of 10 values is one of them
        double g = sorted.length * p + type.offset + type.slope * p;
        double j = Math.floor(g + fuzz);
        double h = g - j;
        boolean isAt = Math.abs(h) < fuzz;
        h = switch (type) {
            case R1 -> isAt ? 0 : 1;
            case R2 -> isAt ? 0.5 : 1;
            case R3 -> isAt && j % 2 == 0 ? 0 : 1;
            default -> isAt ? 0 : h;
        };
        double low = value(j);
        double high = value(j + 1);
        return h == 0 ? low : h == 1 ? high : (1 - h) * low + h * high;
    }

    /** Returns a quantile of type 7. */
    public double quantile(double p) {
        return quantile(p, QuantileType.R7);
    }

    /** Returns the distance of the quartiles of type 7. */
    public double interquartileRange() {
        return quantile(0.75) - quantile(0.25);
    }

    /** Returns a value by its rank from 1, cut to the ranks that there are. */
    private double value(double rank) {
        return sorted[(int) Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    private double moment(int power) {
        double sum = 0;
        for (double x : sorted) {
            sum += Math.pow(x - mean, power);
        }
        return sum / sorted.length;
    }

    /** Returns the skewness; NaN of equal values, {@link MomentType#UNBIASED} also of fewer than three. */
    public double skewness(MomentType type) {
        double n = sorted.length;
        double plain = moment(3) / Math.pow(moment(2), 1.5);
        return switch (type) {
            case PLAIN -> plain;
            case UNBIASED -> n < 3 ? Double.NaN : plain * Math.sqrt(n * (n - 1)) / (n - 2);
            case SAMPLE -> plain * Math.pow(1 - 1 / n, 1.5);
        };
    }

    /** Returns the kurtosis over 3; NaN of equal values, {@link MomentType#UNBIASED} also of fewer than four. */
    public double excessKurtosis(MomentType type) {
        double n = sorted.length;
        double variance = moment(2);
        double plain = moment(4) / (variance * variance) - 3;
        return switch (type) {
            case PLAIN -> plain;
            case UNBIASED -> n < 4 ? Double.NaN : ((n + 1) * plain + 6) * (n - 1) / ((n - 2) * (n - 3));
            case SAMPLE -> (plain + 3) * (1 - 1 / n) * (1 - 1 / n) - 3;
        };
    }
}
