package io.github.radiomics4j.eval.bootstrap;

import io.github.radiomics4j.eval.Interval;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A statistic and what it was in each replicate of a bootstrap. Immutable.
 */
public final class BootstrapDistribution {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double estimate;
    private final double[] replicates;
    private final double[] sorted;
    private final double[] jackknife;

    private BootstrapDistribution(double estimate, double[] replicates, double[] jackknife) {
        this.estimate = estimate;
        this.replicates = replicates;
        this.sorted = Arrays.stream(replicates)
                .filter(one -> !Double.isNaN(one))
                .sorted()
                .toArray();
        this.jackknife = jackknife;
    }

    /**
     * Returns the distribution of a statistic.
     *
     * @param estimate θ, of all cases
     * @param replicates θ* of each replicate; NaN where it has none, which is left out; copied
     * @param jackknife the statistic without each case in turn, which {@link BootstrapInterval#BCA} needs; may be empty;
     *     copied
     */
    public static BootstrapDistribution of(double estimate, double[] replicates, double[] jackknife) {
        return new BootstrapDistribution(estimate, replicates.clone(), jackknife.clone());
    }

    /** Returns θ, of all cases. */
    public double estimate() {
        return estimate;
    }

    /** Returns θ* of each replicate, NaN where it has none, in a new array. */
    public double[] replicates() {
        return replicates.clone();
    }

    /** Returns how many replicates had a value. */
    public int used() {
        return sorted.length;
    }

    /** Returns how many replicates had none, such as those of one class alone. */
    public int dropped() {
        return replicates.length - sorted.length;
    }

    /** Returns the mean of the replicates. */
    public double mean() {
        return Arrays.stream(sorted).sum() / sorted.length;
    }

    /** Returns the standard deviation of the replicates, divisor B − 1: the standard error of the statistic. */
    public double standardError() {
        double mean = mean();
        double squares = 0;
        for (double one : sorted) {
            squares += (one - mean) * (one - mean);
        }
        return Math.sqrt(squares / (sorted.length - 1));
    }

    /**
     * Returns the two-sided p-value of θ = {@code value} by the normal distribution of (θ − value) / s, pROC's for a
     * difference and 0; 1 where both are 0.
     */
    public double pValue(double value) {
        double distance = Math.abs(estimate - value);
        return distance == 0 ? 1 : Math.min(1, 2 * NORMAL.survivalProbability(distance / standardError()));
    }

    /**
     * Returns an interval.
     *
     * @param level confidence, such as 0.95
     * @throws IllegalStateException if fewer than two replicates have a value
     */
    public Interval interval(BootstrapInterval method, double level) {
        Interval.requireLevel(level);
        if (sorted.length < 2) {
            throw new IllegalStateException("an interval needs two replicates with a value, found " + sorted.length);
        }
        double tail = (1 - level) / 2;
        double z = NORMAL.inverseSurvivalProbability(tail);
        double half = z * standardError();
        return switch (method) {
            case PERCENTILE -> new Interval(quantile(tail), quantile(1 - tail), level);
            case BASIC -> new Interval(2 * estimate - quantile(1 - tail), 2 * estimate - quantile(tail), level);
            case NORMAL -> new Interval(estimate - half, estimate + half, level);
            case NORMAL_BIAS_CORRECTED -> {
                double center = 2 * estimate - mean();
                yield new Interval(center - half, center + half, level);
            }
            case BCA -> accelerated(count(false), z, level);
            case BCA_MID_TIES -> accelerated((count(false) + count(true)) / 2, z, level);
        };
    }

    /** Returns how many replicates are below the estimate, or not above it. */
    private double count(boolean orEqual) {
        int count = 0;
        for (double one : sorted) {
            count += one < estimate || orEqual && one == estimate ? 1 : 0;
        }
        return count;
    }

    private Interval accelerated(double below, double z, double level) {
        double bias = NORMAL.inverseCumulativeProbability(below / sorted.length);
        double acceleration = acceleration();
        if (Double.isInfinite(bias) || Double.isNaN(acceleration)) {
            return new Interval(Double.NaN, Double.NaN, level);
        }
        return new Interval(quantile(shifted(bias, acceleration, -z)), quantile(shifted(bias, acceleration, z)), level);
    }

    private static double shifted(double bias, double acceleration, double z) {
        return NORMAL.cumulativeProbability(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    /** Returns Σ d³ / (6 (Σ d²)^1.5), d = mean − value of the jackknife; 0 for values all alike, NaN without a jackknife. */
    private double acceleration() {
        if (jackknife.length == 0) {
            return Double.NaN;
        }
        double[] ordered = jackknife.clone();
        Arrays.sort(ordered); // the order of the cases changes no bit
        double mean = Arrays.stream(ordered).sum() / ordered.length;
        double squares = 0;
        double cubes = 0;
        for (double one : ordered) {
            double d = mean - one;
            squares += d * d;
            cubes += d * d * d;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    /** R's type 7: linear between order statistics. */
    private double quantile(double p) {
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        double share = place - below;
        return share == 0 ? sorted[below] : sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }
}
