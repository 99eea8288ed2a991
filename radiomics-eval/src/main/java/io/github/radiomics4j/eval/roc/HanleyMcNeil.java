package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.Objects;

/**
 * The variance of an area from the area alone, as if scores were exponential (Hanley and McNeil 1982, doi
 * 10.1148/radiology.143.1.7063747). With area A, m positive and n negative cases,
 *
 * <pre>{@code
 * var = (A (1 − A) + (m − 1)(Q₁ − A²) + (n − 1)(Q₂ − A²)) / (m n)      Q₁ = A / (2 − A)      Q₂ = 2 A² / (1 + A)
 * }</pre>
 *
 * <p>It can be had from a paper that gives an area and no interval, for one case of a class, and for constant scores, whose
 * variance by {@link DeLong} is 0. At areas of 0 and 1 it is 0 too.
 *
 * @param level of the intervals
 * @param scale on which the interval is symmetric
 */
public record HanleyMcNeil(double level, CiScale scale) {

    /** Checks the level. */
    public HanleyMcNeil {
        Interval.requireLevel(level);
        Objects.requireNonNull(scale, "scale");
    }

    /** Returns 95 % intervals on the plain scale. */
    public static HanleyMcNeil withDefaults() {
        return new HanleyMcNeil(0.95, CiScale.PLAIN);
    }

    /** Returns a copy with another confidence level. */
    public HanleyMcNeil withLevel(double level) {
        return new HanleyMcNeil(level, scale);
    }

    /** Returns a copy with intervals on another scale. */
    public HanleyMcNeil withScale(CiScale scale) {
        return new HanleyMcNeil(level, scale);
    }

    /**
     * Returns the area of {@code scores}, with its uncertainty.
     *
     * @param scores finite; larger ones speak for the positive class; not modified
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    public AucEstimate estimate(double[] scores, boolean[] positive) {
        Placements placements = Placements.of(scores, positive);
        return estimate(placements.auc(), placements.positiveCount(), placements.negativeCount());
    }

    /** Returns the area of predictions, joined with the outcome by case id. */
    public AucEstimate estimate(Predictions predictions, Outcome outcome) {
        return estimate(predictions.probabilities(), predictions.positives(outcome));
    }

    /**
     * Returns the uncertainty of an area that is known, such as one in a paper.
     *
     * @param auc in [0, 1]
     * @param positives number of positive cases, at least 1
     * @param negatives number of negative cases, at least 1
     */
    public AucEstimate estimate(double auc, int positives, int negatives) {
        if (!(auc >= 0 && auc <= 1)) {
            throw new IllegalArgumentException("an area must lie in 0 to 1, found " + auc);
        }
        if (positives < 1 || negatives < 1) {
            throw new IllegalArgumentException(
                    "both classes must have cases, found " + positives + " positive and " + negatives + " negative");
        }
        double square = auc * auc;
        double ofPositives = (positives - 1) * (auc / (2 - auc) - square);
        double ofNegatives = (negatives - 1) * (2 * square / (1 + auc) - square);
        double variance = (auc * (1 - auc) + ofPositives + ofNegatives) / ((double) positives * negatives);
        return AucEstimate.of(auc, Math.max(0, variance), positives, negatives, level, scale);
    }
}
