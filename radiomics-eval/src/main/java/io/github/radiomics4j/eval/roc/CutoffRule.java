package io.github.radiomics4j.eval.roc;

import java.util.Objects;

/**
 * What makes a threshold the best of a curve. With sensitivity se, specificity sp and the weight r:
 *
 * <pre>{@code
 * YOUDEN            se + r sp                   largest
 * CLOSEST_TOP_LEFT  (1 − se)² + r (1 − sp)²     smallest
 * }</pre>
 *
 * @param criterion which of the two
 * @param weight r, positive and finite; 1 where both errors weigh the same
 */
public record CutoffRule(Criterion criterion, double weight) {

    /** What is largest or smallest at the best threshold. */
    public enum Criterion {
        /** Youden's J (Youden 1950), weighted. */
        YOUDEN,
        /** The distance from the corner of perfect tests. */
        CLOSEST_TOP_LEFT
    }

    /** Checks the weight. */
    public CutoffRule {
        Objects.requireNonNull(criterion, "criterion");
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a weight must be positive and finite, found " + weight);
        }
    }

    /** Returns the largest se + sp. */
    public static CutoffRule youden() {
        return new CutoffRule(Criterion.YOUDEN, 1);
    }

    /** Returns the point nearest to se = sp = 1. */
    public static CutoffRule closestTopLeft() {
        return new CutoffRule(Criterion.CLOSEST_TOP_LEFT, 1);
    }

    /**
     * Returns a copy weighted by r = (1 − π) / (c π), pROC's {@code best.weights}.
     *
     * @param relativeCost c, the cost of a false negative over that of a false positive; positive
     * @param prevalence π of positive cases where the test will be used, in (0, 1)
     */
    public CutoffRule withCost(double relativeCost, double prevalence) {
        if (!(prevalence > 0 && prevalence < 1)) {
            throw new IllegalArgumentException("a prevalence must lie between 0 and 1, found " + prevalence);
        }
        return new CutoffRule(criterion, (1 - prevalence) / (relativeCost * prevalence));
    }

    /** Returns what is largest at the best point. Unweighted Youden is counted in whole numbers, so that ties are ties. */
    double valueOf(int truePositives, int falsePositives, int positives, int negatives) {
        if (criterion == Criterion.YOUDEN && weight == 1) {
            return (double) ((long) truePositives * negatives + (long) (negatives - falsePositives) * positives);
        }
        double missed = (double) (positives - truePositives) / positives;
        double wrong = (double) falsePositives / negatives;
        return criterion == Criterion.YOUDEN
                ? (double) truePositives / positives + weight * ((double) (negatives - falsePositives) / negatives)
                : -(missed * missed + weight * wrong * wrong);
    }
}
