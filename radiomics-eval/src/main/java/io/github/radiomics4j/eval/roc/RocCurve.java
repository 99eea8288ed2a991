package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sensitivity against specificity at every threshold. A case is called positive if its score is at or above the threshold;
 * larger scores always speak for the positive class. Immutable.
 *
 * <p>Points run from the highest threshold, +∞, at which no case is called positive, down to −∞, at which all are. Between
 * two scores that follow each other the threshold is their midpoint, as in pROC, or on request the upper score, as in
 * scikit-learn.
 */
public final class RocCurve {
    /** Distinct scores, descending; point i + 1 calls those down to scores[i] positive. */
    private final double[] scores;

    private final int[] truePositives;
    private final int[] falsePositives;
    private final int positives;
    private final int negatives;

    private RocCurve(double[] scores, int[] truePositives, int[] falsePositives) {
        this.scores = scores;
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
        this.positives = truePositives[truePositives.length - 1];
        this.negatives = falsePositives[falsePositives.length - 1];
    }

    /**
     * One threshold and what it does.
     *
     * @param threshold cases with this score or more are called positive
     * @param truePositives number of positive cases called positive
     * @param falsePositives number of negative cases called positive
     * @param positives number of positive cases
     * @param negatives number of negative cases
     */
    public record Point(double threshold, int truePositives, int falsePositives, int positives, int negatives) {

        /** Returns the share of the positive cases that are called positive. */
        public double sensitivity() {
            return (double) truePositives / positives;
        }

        /** Returns the share of the negative cases that are not called positive. */
        public double specificity() {
            return (double) (negatives - falsePositives) / negatives;
        }

        /** Returns Youden's J, sensitivity + specificity − 1. */
        public double youden() {
            return sensitivity() + specificity() - 1;
        }
    }

    /**
     * Returns the curve of {@code scores}.
     *
     * @param scores finite; not modified
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    public static RocCurve of(double[] scores, boolean[] positive) {
        double[][] classes = Placements.byClass(scores, positive);
        double[] negatives = classes[0];
        double[] positives = classes[1];
        Arrays.sort(negatives);
        Arrays.sort(positives);
        double[] distinct = new double[scores.length];
        int[] tp = new int[scores.length + 1];
        int[] fp = new int[scores.length + 1];
        int points = 0;
        int i = positives.length;
        int j = negatives.length;
        while (i > 0 || j > 0) {
            double next = i == 0
                    ? negatives[j - 1]
                    : j == 0 ? positives[i - 1] : Math.max(positives[i - 1], negatives[j - 1]);
            while (i > 0 && positives[i - 1] == next) {
                i--;
            }
            while (j > 0 && negatives[j - 1] == next) {
                j--;
            }
            distinct[points++] = next;
            tp[points] = positives.length - i;
            fp[points] = negatives.length - j;
        }
        return new RocCurve(
                Arrays.copyOf(distinct, points), Arrays.copyOf(tp, points + 1), Arrays.copyOf(fp, points + 1));
    }

    /** Returns the curve of predictions, joined with the outcome by case id. */
    public static RocCurve of(Predictions predictions, Outcome outcome) {
        return of(predictions.probabilities(), predictions.positives(outcome));
    }

    /** Returns the number of points, one more than there are distinct scores. */
    public int pointCount() {
        return truePositives.length;
    }

    /** Returns the number of positive cases. */
    public int positives() {
        return positives;
    }

    /** Returns the number of negative cases. */
    public int negatives() {
        return negatives;
    }

    /** Returns point {@code i}, from threshold +∞ down. */
    public Point point(int i) {
        return point(i, Thresholds.MIDPOINTS);
    }

    private Point point(int i, Thresholds thresholds) {
        return new Point(threshold(i, thresholds), truePositives[i], falsePositives[i], positives, negatives);
    }

    /** Returns all points, from threshold +∞ down. */
    public List<Point> points(Thresholds thresholds) {
        List<Point> points = new ArrayList<>(pointCount());
        for (int i = 0; i < pointCount(); i++) {
            points.add(point(i, thresholds));
        }
        return points;
    }

    /**
     * Returns the points without those on a straight line between their neighbors, as scikit-learn's {@code
     * drop_intermediate} has it: a line that moves by the same counts on both sides of a point needs it not.
     */
    public List<Point> corners(Thresholds thresholds) {
        List<Point> corners = new ArrayList<>();
        int last = pointCount() - 1;
        for (int i = 0; i <= last; i++) {
            boolean isEnd = i <= 1 || i == last;
            if (isEnd || bends(truePositives, i) || bends(falsePositives, i)) {
                corners.add(point(i, thresholds));
            }
        }
        return corners;
    }

    private static boolean bends(int[] counts, int i) {
        return counts[i + 1] - counts[i] != counts[i] - counts[i - 1];
    }

    private double threshold(int i, Thresholds thresholds) {
        if (i == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (thresholds == Thresholds.SCORES) {
            return scores[i - 1];
        }
        if (i == scores.length) {
            return Double.NEGATIVE_INFINITY;
        }
        double above = scores[i - 1];
        double below = scores[i];
        double sum = above + below;
        double middle = Double.isInfinite(sum) ? above / 2 + below / 2 : sum / 2;
        return middle > below ? middle : above; // the midpoint of two neighbors may round to the lower one
    }

    /**
     * Returns the points at which {@code rule} is best, in ascending order of threshold; ties are exact.
     *
     * @return at least one
     */
    public List<Point> best(CutoffRule rule) {
        List<Point> best = new ArrayList<>();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = pointCount() - 1; i >= 0; i--) {
            double value = rule.valueOf(truePositives[i], falsePositives[i], positives, negatives);
            if (value > most) {
                most = value;
                best.clear();
            }
            if (value == most) {
                best.add(point(i));
            }
        }
        return best;
    }

    /**
     * Returns the sensitivity at a specificity: the largest that a point of the curve has there, or that of the straight line
     * between the points on both sides.
     *
     * @param specificity in [0, 1]
     */
    public double sensitivityAt(double specificity) {
        requireShare("specificity", specificity);
        int i = pointCount() - 1;
        while (point(i).specificity() < specificity) {
            i--;
        }
        Point above = point(i);
        if (above.specificity() == specificity) {
            return above.sensitivity();
        }
        Point below = point(i + 1);
        double share = (specificity - below.specificity()) / (above.specificity() - below.specificity());
        return below.sensitivity() + share * (above.sensitivity() - below.sensitivity());
    }

    /**
     * Returns the specificity at a sensitivity: the largest that a point of the curve has there, or that of the straight line
     * between the points on both sides.
     *
     * @param sensitivity in [0, 1]
     */
    public double specificityAt(double sensitivity) {
        requireShare("sensitivity", sensitivity);
        int i = 0;
        while (point(i).sensitivity() < sensitivity) {
            i++;
        }
        Point above = point(i);
        if (above.sensitivity() == sensitivity) {
            return above.specificity();
        }
        Point below = point(i - 1);
        double share = (sensitivity - below.sensitivity()) / (above.sensitivity() - below.sensitivity());
        return below.specificity() + share * (above.specificity() - below.specificity());
    }
    /** Returns the area under the curve, that of {@link DeLong#estimate}: ties count one half. */
    public double auc() {
        long halves = 0;
        for (int i = 1; i < truePositives.length; i++) {
            halves += (long) (falsePositives[i] - falsePositives[i - 1]) * (truePositives[i] + truePositives[i - 1]);
        }
        return halves / (2.0 * positives * negatives);
    }

    /**
     * Returns the area under a part of the curve: over specificities, of the sensitivity; over sensitivities, of the
     * specificity. Straight lines join the points.
     *
     * @param over the axis that is cut
     * @param from lower end, in [0, 1]
     * @param to upper end, above {@code from}
     */
    public double partialAuc(Axis over, double from, double to) {
        requireShare("from", from);
        requireShare("to", to);
        if (!(from < to)) {
            throw new IllegalArgumentException("a part of the curve must have a width, found " + from + " to " + to);
        }
        double area = 0;
        for (int i = 1; i < pointCount(); i++) {
            Point first = point(over == Axis.SENSITIVITY ? i - 1 : i);
            Point second = point(over == Axis.SENSITIVITY ? i : i - 1);
            double left = over.along(first);
            double right = over.along(second);
            double low = Math.max(left, from);
            double high = Math.min(right, to);
            if (low < high) {
                double slope = (over.across(second) - over.across(first)) / (right - left);
                double atLow = over.across(first) + slope * (low - left);
                double atHigh = over.across(first) + slope * (high - left);
                area += (high - low) * (atLow + atHigh) / 2;
            }
        }
        return area;
    }

    /**
     * Returns {@link #partialAuc} so scaled that 0.5 is chance and 1 perfect (McClish 1989, doi
     * 10.1177/0272989X8900900307): {@code (1 + (A − min) / (max − min)) / 2}, with min the area under the diagonal. NaN if
     * the part is worse than chance. With sensitivities over specificities from 1 − f to 1 it is what scikit-learn returns
     * for {@code max_fpr = f}.
     */
    public double standardizedPartialAuc(Axis over, double from, double to) {
        double area = partialAuc(over, from, to);
        double most = to - from;
        double least = most * ((1 - from) + (1 - to)) / 2;
        return area < least ? Double.NaN : (1 + (area - least) / (most - least)) / 2;
    }

    private static void requireShare(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " must lie in 0 to 1, found " + value);
        }
    }

    /** Which axis of the curve is meant. */
    public enum Axis {
        /** Share of negative cases that are not called positive. */
        SPECIFICITY {
            @Override
            double along(Point point) {
                return point.specificity();
            }

            @Override
            double across(Point point) {
                return point.sensitivity();
            }
        },
        /** Share of positive cases that are called positive. */
        SENSITIVITY {
            @Override
            double along(Point point) {
                return point.sensitivity();
            }

            @Override
            double across(Point point) {
                return point.specificity();
            }
        };

        abstract double along(Point point);

        abstract double across(Point point);
    }

    /** Which of the thresholds that call the same cases positive stands for them. */
    public enum Thresholds {
        /** The midpoint of the two scores on both sides; +∞ and −∞ at the ends. pROC. */
        MIDPOINTS,
        /** The lowest score that is called positive; +∞ where none is. scikit-learn. */
        SCORES
    }

    @Override
    public String toString() {
        return "RocCurve[" + pointCount() + " points, " + positives + " positive, " + negatives + " negative]";
    }
}
