package io.github.radiomics4j.eval.roc;

import io.github.radiomics4j.eval.roc.RocCurve.Point;
import io.github.radiomics4j.eval.roc.RocCurve.Thresholds;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Precision against recall at every threshold. Unlike a ROC curve it depends on how many cases are positive: the precision
 * of chance is {@link #prevalence()}. Immutable.
 *
 * <p>Four areas go by the name of "area under the precision-recall curve", and differ; each has its method here.
 */
public final class PrecisionRecallCurve {
    private final RocCurve roc;

    private PrecisionRecallCurve(RocCurve roc) {
        this.roc = roc;
    }

    /**
     * A threshold and what it does.
     *
     * @param threshold cases with this score or more are called positive
     * @param precision share of the cases called positive that are; 1 where none is called so
     * @param recall share of the positive cases that are called positive
     */
    public record PrecisionRecall(double threshold, double precision, double recall) {}

    /**
     * Returns the curve of {@code scores}.
     *
     * @param scores finite; larger ones speak for the positive class; not modified
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    public static PrecisionRecallCurve of(double[] scores, boolean[] positive) {
        return new PrecisionRecallCurve(RocCurve.of(scores, positive));
    }

    /** Returns the curve of predictions, joined with the outcome by case id. */
    public static PrecisionRecallCurve of(Predictions predictions, Outcome outcome) {
        return new PrecisionRecallCurve(RocCurve.of(predictions, outcome));
    }

    /** Returns all points, from threshold +∞, with recall 0, down to the lowest score, with recall 1: scikit-learn's. */
    public List<PrecisionRecall> points() {
        List<PrecisionRecall> points = new ArrayList<>(roc.pointCount());
        for (Point point : roc.points(Thresholds.SCORES)) {
            points.add(new PrecisionRecall(point.threshold(), precision(point), point.sensitivity()));
        }
        return points;
    }

    private static double precision(Point point) {
        long called = (long) point.truePositives() + point.falsePositives();
        return called == 0 ? 1 : (double) point.truePositives() / called;
    }

    /** Returns the share of positive cases: the precision of a test that knows nothing. */
    public double prevalence() {
        return (double) roc.positives() / ((double) roc.positives() + roc.negatives());
    }

    /** Returns Σ (R<sub>i</sub> − R<sub>i−1</sub>) P<sub>i</sub>, a sum of steps: scikit-learn's average precision. */
    public double averagePrecision() {
        double sum = 0;
        List<PrecisionRecall> points = points();
        for (int i = 1; i < points.size(); i++) {
            sum += (points.get(i).recall() - points.get(i - 1).recall())
                    * points.get(i).precision();
        }
        return sum;
    }

    /** Returns the area under straight lines between the points: too large, as precision does not move on straight lines. */
    public double trapezoidArea() {
        double sum = 0;
        List<PrecisionRecall> points = points();
        for (int i = 1; i < points.size(); i++) {
            PrecisionRecall a = points.get(i - 1);
            PrecisionRecall b = points.get(i);
            sum += (b.recall() - a.recall()) * (a.precision() + b.precision()) / 2;
        }
        return sum;
    }

    /**
     * Returns the area under the curve on which false positives grow evenly with true positives between two thresholds, one
     * true positive at a time, with straight lines between (Davis and Goadrich 2006, doi 10.1145/1143844.1143874).
     */
    public double davisGoadrichArea() {
        double sum = 0;
        for (int i = 1; i < roc.pointCount(); i++) {
            Point a = roc.point(i - 1);
            Point b = roc.point(i);
            int steps = b.truePositives() - a.truePositives();
            double slope = (double) (b.falsePositives() - a.falsePositives()) / steps;
            double before = steps > 0 ? between(a, slope, 0) : 0;
            for (int step = 1; step <= steps; step++) {
                double after = between(a, slope, step);
                sum += (before + after) / 2 / roc.positives();
                before = after;
            }
        }
        return sum;
    }

    /** Precision {@code step} true positives after {@code a}; at the very beginning, that of the line that begins there. */
    private static double between(Point a, double slope, double step) {
        double tp = a.truePositives() + step;
        double fp = a.falsePositives() + slope * step;
        return tp + fp == 0 ? 1 / (1 + slope) : tp / (tp + fp);
    }

    /**
     * Returns the area under the curve on which false positives grow evenly with true positives between two thresholds,
     * whatever part of a case that is (Keilwagen, Grosse and Grau 2014, doi 10.1371/journal.pone.0092209). From (a, b) true
     * and false positives over d more true positives of slope s it is, over the number of positive cases,
     *
     * <pre>{@code
     * ∫₀ᵈ (a + x) / (a + b + (1 + s) x) dx = (d + (a s − b) / (1 + s) · ln(1 + (1 + s) d / (a + b))) / (1 + s)
     * }</pre>
     */
    public double integralArea() {
        double sum = 0;
        for (int i = 1; i < roc.pointCount(); i++) {
            Point point = roc.point(i - 1);
            double a = point.truePositives();
            double b = point.falsePositives();
            double d = roc.point(i).truePositives() - a;
            if (d > 0) {
                double s = (roc.point(i).falsePositives() - b) / d;
                double bend = a * s - b;
                double logarithm = bend == 0 ? 0 : Math.log1p((1 + s) * d / (a + b));
                sum += (d + bend / (1 + s) * logarithm) / (1 + s);
            }
        }
        return sum / roc.positives();
    }
}
