package io.github.radiomics4j.eval.calibration;

import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.analysis.interpolation.LoessInterpolator;

/**
 * How often the predicted happened, by bins of the predicted probability. Bins hold (lower, upper], the first its lower end
 * too; those without a case are left out.
 *
 * @param bins in ascending order
 * @param cases number of all cases
 */
public record CalibrationCurve(List<Bin> bins, int cases) {

    /** How the range of probabilities is cut. */
    public enum Bins {
        /** Into parts of one width, from 0 to 1. */
        UNIFORM,
        /** Into parts of as many cases each, as far as equal probabilities allow. */
        QUANTILE
    }

    /**
     * The cases of a bin.
     *
     * @param meanPredicted mean of their probabilities
     * @param observed share of them that are positive
     * @param count how many they are
     */
    public record Bin(double meanPredicted, double observed, int count) {}

    /** A point of a smoothed curve. */
    public record Point(double predicted, double observed) {}

    /** A case in the order of probability. */
    record Case(double probability, boolean isPositive) {}

    /** Copies the bins. */
    public CalibrationCurve {
        bins = List.copyOf(bins);
    }

    /**
     * Returns the curve of some probabilities.
     *
     * @param probabilities of the positive class, in [0, 1]; not modified
     * @param positive the truth, in the same order; not modified
     * @param count of bins, at least 1
     * @throws IllegalArgumentException if a value is no probability or a class has no case
     */
    public static CalibrationCurve of(double[] probabilities, boolean[] positive, Bins bins, int count) {
        Probabilities.check(probabilities, positive);
        if (count < 1) {
            throw new IllegalArgumentException("there must be a bin or more, found " + count);
        }
        Case[] ordered = ordered(probabilities, positive);
        double[] edges = bins == Bins.UNIFORM ? uniformEdges(count) : quantileEdges(ordered, count);
        List<Bin> found = new ArrayList<>();
        int start = 0;
        for (int k = 1; k <= count; k++) {
            int end = start;
            double sum = 0;
            int positives = 0;
            while (end < ordered.length && (k == count || ordered[end].probability() <= edges[k])) {
                sum += ordered[end].probability();
                positives += ordered[end].isPositive() ? 1 : 0;
                end++;
            }
            if (end > start) {
                found.add(new Bin(sum / (end - start), (double) positives / (end - start), end - start));
            }
            start = end;
        }
        return new CalibrationCurve(found, ordered.length);
    }

    /** Returns the curve of predictions, joined with the outcome by case id. */
    public static CalibrationCurve of(Predictions predictions, Outcome outcome, Bins bins, int count) {
        return of(predictions.probabilities(), predictions.positives(outcome), bins, count);
    }

    /** Returns the cases in ascending order of probability, negative ones first among equals. */
    static Case[] ordered(double[] probabilities, boolean[] positive) {
        Case[] cases = new Case[positive.length];
        Arrays.setAll(cases, i -> new Case(probabilities[i], positive[i]));
        Arrays.sort(cases, Comparator.comparingDouble(Case::probability).thenComparing(Case::isPositive));
        return cases;
    }

    private static double[] uniformEdges(int count) {
        double[] edges = new double[count + 1];
        double step = 1.0 / count;
        for (int k = 0; k < count; k++) {
            edges[k] = k * step;
        }
        edges[count] = 1;
        return edges;
    }

    /** Quantiles of R's type 7. */
    static double[] quantileEdges(Case[] ordered, int count) {
        double[] edges = new double[count + 1];
        double step = 1.0 / count;
        for (int k = 0; k <= count; k++) {
            double place = (k == count ? 1 : k * step) * (ordered.length - 1);
            int below = (int) Math.floor(place);
            double share = place - below;
            double low = ordered[below].probability();
            edges[k] = share == 0 ? low : low + share * (ordered[below + 1].probability() - low);
        }
        return edges;
    }

    /** Returns the expected calibration error, Σ count / n · |observed − mean predicted|. */
    public double expectedError() {
        double sum = 0;
        for (Bin bin : bins) {
            sum += bin.count() * Math.abs(bin.observed() - bin.meanPredicted());
        }
        return sum / cases;
    }

    /** Returns the largest |observed − mean predicted| of a bin. */
    public double maximumError() {
        return bins.stream()
                .mapToDouble(bin -> Math.abs(bin.observed() - bin.meanPredicted()))
                .max()
                .orElse(Double.NaN);
    }

    /**
     * Returns a curve without bins: local straight lines through the truth (loess, Cleveland 1979), at each distinct
     * probability. Values are not kept in [0, 1].
     *
     * @param span share of the distinct probabilities that each line is fitted to, in (0, 1]; 0.75 is usual
     * @return empty where fewer than ten probabilities are distinct
     */
    public static List<Point> smoothed(double[] probabilities, boolean[] positive, double span) {
        Probabilities.check(probabilities, positive);
        if (!(span > 0 && span <= 1)) {
            throw new IllegalArgumentException("a span must lie between 0 and 1, found " + span);
        }
        Case[] ordered = ordered(probabilities, positive);
        double[] x = new double[ordered.length];
        double[] y = new double[ordered.length];
        double[] weights = new double[ordered.length];
        int distinct = 0;
        for (Case one : ordered) {
            if (distinct == 0 || x[distinct - 1] != one.probability()) {
                x[distinct++] = one.probability();
            }
            y[distinct - 1] += one.isPositive() ? 1 : 0;
            weights[distinct - 1]++;
        }
        if (distinct < 10) {
            return List.of();
        }
        for (int i = 0; i < distinct; i++) {
            y[i] /= weights[i];
        }
        double[] found = new LoessInterpolator(Math.max(span, 3.0 / distinct), 0)
                .smooth(Arrays.copyOf(x, distinct), Arrays.copyOf(y, distinct), Arrays.copyOf(weights, distinct));
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < distinct; i++) {
            points.add(new Point(x[i], found[i]));
        }
        return points;
    }
}
