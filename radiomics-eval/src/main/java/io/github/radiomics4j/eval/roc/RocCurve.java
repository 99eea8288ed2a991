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
 * two scores that follow each other the threshold is their midpoint, as in pROC; {@link #scoreThresholds()} gives
 * scikit-learn's, the scores themselves.
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
        return new Point(threshold(i), truePositives[i], falsePositives[i], positives, negatives);
    }

    /** Returns all points, from threshold +∞ down. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>(pointCount());
        for (int i = 0; i < pointCount(); i++) {
            points.add(point(i));
        }
        return points;
    }

    /** Returns the lowest threshold that calls what point {@code i} calls positive: the midpoint to the score below. */
    private double threshold(int i) {
        if (i == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (i == scores.length) {
            return Double.NEGATIVE_INFINITY;
        }
        double above = scores[i - 1];
        double below = scores[i];
        double middle = Math.abs(above) < 1 || Math.abs(below) < 1 ? (above + below) / 2 : above / 2 + below / 2;
        return middle > below ? middle : above; // the midpoint of two neighbors may round to the lower one
    }

    /**
     * Returns scikit-learn's thresholds, one per point: +∞, then the distinct scores, descending.
     */
    public double[] scoreThresholds() {
        double[] out = new double[pointCount()];
        out[0] = Double.POSITIVE_INFINITY;
        System.arraycopy(scores, 0, out, 1, scores.length);
        return out;
    }

    /** Returns the area under the curve, that of {@link DeLong#estimate}: ties count one half. */
    public double auc() {
        long halves = 0;
        for (int i = 1; i < truePositives.length; i++) {
            halves += (long) (falsePositives[i] - falsePositives[i - 1]) * (truePositives[i] + truePositives[i - 1]);
        }
        return halves / (2.0 * positives * negatives);
    }
}
