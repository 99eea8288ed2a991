package io.github.radiomics4j.eval.roc;

import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many cases a study of areas needs, and what chance it has with those that there are. With κ negative cases per positive
 * one, z the normal quantiles of the error α (half of it where the test is two-sided) and of the power, m positive cases, and
 * V₀ and V the variances under no difference and under the difference δ, each times m,
 *
 * <pre>{@code
 * m = (z_α √V₀ + z_β √V)² / δ²                  power = Φ((δ √m − z_α √V₀) / √V)
 * one area A against 0.5 (Obuchowski, Lieber and Wians 2004, doi 10.1373/clinchem.2004.031823), a = 1.414 Φ⁻¹(A):
 *   δ = A − 0.5     V₀ = 0.0792 (1 + 1/κ)     V = 0.0099 e^(−a²/2) ((5a² + 8) + (a² + 8) / κ)
 * two areas of the same cases (Obuchowski and McClish 1997, doi 10.1002/(SICI)1097-0258(19970715)16:13<1529::AID-SIM565>3.0.CO;2-H),
 * variances and covariance by DeLong from a pilot:
 *   δ = A₁ − A₂     V₀ = 2 m (var₁ − cov)     V = m (var₁ + var₂ − 2 cov)
 * }</pre>
 *
 * <p>pROC's {@code power.roc.test}. V₀ takes the first model for both, so the order of two models matters.
 *
 * @param alpha α, the chance of finding a difference where there is none
 * @param sides whether a difference in either direction counts
 */
public record AucPower(double alpha, Sides sides) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Which differences a test looks for. */
    public enum Sides {
        /** In either direction. */
        TWO,
        /** In the direction of δ alone. */
        ONE
    }

    /**
     * How many cases a study needs. Not rounded: {@link #cases} is.
     *
     * @param positives number of positive cases
     * @param negatives number of negative cases
     */
    public record SampleSize(double positives, double negatives) {
        /** Returns the number of all cases, each class rounded up. */
        public long cases() {
            return (long) (Math.ceil(positives) + Math.ceil(negatives));
        }
    }

    /** Checks the error. */
    public AucPower {
        requireBetween("an error", alpha);
        Objects.requireNonNull(sides, "sides");
    }

    /** Returns a two-sided test with an error of 5 %. */
    public static AucPower withDefaults() {
        return new AucPower(0.05, Sides.TWO);
    }

    /** Returns a copy with another error. */
    public AucPower withAlpha(double alpha) {
        return new AucPower(alpha, sides);
    }

    /** Returns a copy with other sides. */
    public AucPower withSides(Sides sides) {
        return new AucPower(alpha, sides);
    }

    /**
     * Returns the chance that an area is found to differ from 0.5.
     *
     * @param auc the true area, in (0.5, 1)
     * @param positives number of positive cases, at least 1
     * @param negatives number of negative cases, at least 1
     */
    public double ofArea(double auc, int positives, int negatives) {
        if (positives < 1 || negatives < 1) {
            throw new IllegalArgumentException(
                    "both classes must have cases, found " + positives + " positive and " + negatives + " negative");
        }
        return Variances.ofArea(auc, (double) negatives / positives).power(positives, errorQuantile());
    }

    /**
     * Returns how many cases find an area to differ from 0.5.
     *
     * @param auc the true area, in (0.5, 1)
     * @param power wanted, in (0, 1)
     * @param negativesPerPositive κ, positive
     */
    public SampleSize sizeForArea(double auc, double power, double negativesPerPositive) {
        if (!(negativesPerPositive > 0 && negativesPerPositive < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "negative cases per positive one must be positive and finite, found " + negativesPerPositive);
        }
        return size(Variances.ofArea(auc, negativesPerPositive), power, negativesPerPositive);
    }

    /**
     * Returns the chance that a study like the pilot finds its difference of two areas.
     *
     * @param first finite scores of the first model; not modified
     * @param second finite scores of the second model for the same cases in the same order; not modified
     * @param positive the truth, in the same order; not modified
     * @return the power; NaN if the pilot shows no difference or has no variance
     * @throws IllegalArgumentException if a score is not finite or a class has fewer than two cases
     */
    public double ofDifference(double[] first, double[] second, boolean[] positive) {
        DeLongCovariance pilot = pilot(first, second, positive);
        return Variances.ofDifference(pilot).power(pilot.positives(), errorQuantile());
    }

    /**
     * Returns how many cases, with the pilot's share of classes, find the pilot's difference of two areas.
     *
     * @param power wanted, in (0, 1)
     * @return the size; NaN if the pilot shows no difference or has no variance
     * @throws IllegalArgumentException if a score is not finite or a class has fewer than two cases
     */
    public SampleSize sizeForDifference(double[] first, double[] second, boolean[] positive, double power) {
        DeLongCovariance pilot = pilot(first, second, positive);
        return size(Variances.ofDifference(pilot), power, (double) pilot.negatives() / pilot.positives());
    }

    private static DeLongCovariance pilot(double[] first, double[] second, boolean[] positive) {
        DeLongCovariance pilot = DeLongCovariance.of(positive, first, second);
        pilot.requireTwo();
        return pilot;
    }

    private SampleSize size(Variances variances, double power, double kappa) {
        requireBetween("a power", power);
        double root = errorQuantile() * Math.sqrt(variances.none)
                + NORMAL.inverseCumulativeProbability(power) * Math.sqrt(variances.some);
        double positives = variances.hasNone() ? Double.NaN : root * root / (variances.delta * variances.delta);
        return new SampleSize(positives, kappa * positives);
    }

    private double errorQuantile() {
        return NORMAL.inverseSurvivalProbability(sides == Sides.TWO ? alpha / 2 : alpha);
    }

    private static void requireBetween(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must lie between 0 and 1, found " + value);
        }
    }

    /** δ, V₀ and V. */
    private record Variances(double delta, double none, double some) {
        static Variances ofArea(double auc, double kappa) {
            if (!(auc > 0.5 && auc < 1)) {
                throw new IllegalArgumentException("a true area must lie between 0.5 and 1, found " + auc);
            }
            double a = 1.414 * NORMAL.inverseCumulativeProbability(auc);
            double square = a * a;
            double some = 0.0099 * Math.exp(-square / 2) * (5 * square + 8 + (square + 8) / kappa);
            return new Variances(auc - 0.5, 0.0792 * (1 + 1 / kappa), some);
        }

        static Variances ofDifference(DeLongCovariance pilot) {
            double m = pilot.positives();
            double none = 2 * m * (pilot.covariance(0, 0) - pilot.covariance(0, 1));
            return new Variances(
                    Math.abs(pilot.auc(0) - pilot.auc(1)), Math.max(0, none), m * pilot.varianceOfDifference(0, 1));
        }

        boolean hasNone() {
            return !(delta > 0 && some > 0);
        }

        double power(double positives, double quantile) {
            return hasNone()
                    ? Double.NaN
                    : NORMAL.cumulativeProbability(
                            (delta * Math.sqrt(positives) - quantile * Math.sqrt(none)) / Math.sqrt(some));
        }
    }
}
