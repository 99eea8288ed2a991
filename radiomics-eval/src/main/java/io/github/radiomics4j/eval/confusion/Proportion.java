package io.github.radiomics4j.eval.confusion;

import io.github.radiomics4j.eval.Interval;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * So many of so many.
 *
 * @param successes how many, 0 to {@code trials}
 * @param trials of how many
 */
public record Proportion(int successes, int trials) {

    /** How the interval of a proportion x / n is made, z being the normal quantile. */
    public enum Method {
        /** Where |p − x/n| = z √(p (1 − p) / n), without correction of continuity (Wilson 1927); as a rule the best. */
        WILSON(BinomialConfidenceInterval.WILSON_SCORE),
        /** Where the binomial tails have half of the error each (Clopper and Pearson 1934): never covers too seldom. */
        CLOPPER_PEARSON(BinomialConfidenceInterval.CLOPPER_PEARSON),
        /** x/n ± z √(p (1 − p) / n) with z²/2 added to both outcomes (Agresti and Coull 1998), cut to [0, 1]. */
        AGRESTI_COULL(BinomialConfidenceInterval.AGRESTI_COULL),
        /** Quantiles of Beta(x + ½, n − x + ½), 0 and 1 at the ends. */
        JEFFREYS(BinomialConfidenceInterval.JEFFREYS),
        /** x/n ± z √(p (1 − p) / n): a point at x = 0 and x = n, cut to [0, 1]; only for comparison. */
        WALD(BinomialConfidenceInterval.NORMAL_APPROXIMATION);

        private final BinomialConfidenceInterval interval;

        Method(BinomialConfidenceInterval interval) {
            this.interval = interval;
        }
    }

    /** Checks the counts. */
    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes must lie in 0 to the number of trials, found " + successes + " of " + trials);
        }
    }

    /** Returns successes / trials; NaN for no trial. */
    public double value() {
        return (double) successes / trials;
    }

    /**
     * Returns an interval; its bounds are NaN for no trial.
     *
     * @param level confidence, such as 0.95
     */
    public Interval interval(Method method, double level) {
        Objects.requireNonNull(method, "method");
        Interval.requireLevel(level);
        if (trials == 0) {
            return new Interval(Double.NaN, Double.NaN, level);
        }
        var bounds = method.interval.fromErrorRate(trials, successes, 1 - level);
        return new Interval(bounds.getLowerBound(), bounds.getUpperBound(), level);
    }

    /** Returns the 95 % interval by Wilson's method. */
    public Interval interval() {
        return interval(Method.WILSON, 0.95);
    }

    /** Returns such as {@code 24/29 = 0.828}. */
    @Override
    public String toString() {
        return successes + "/" + trials + " = " + String.format(Locale.ROOT, "%.3f", value());
    }
}
