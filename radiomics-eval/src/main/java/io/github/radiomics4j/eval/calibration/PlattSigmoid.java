package io.github.radiomics4j.eval.calibration;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Platt's sigmoid (1999): what makes a probability of a score x, such as the decision value of a support vector machine. It is
 * the maximum of Σ t log q + (1 − t) log(1 − q), q = logit⁻¹(a + b x), where the target t is (m + 1) / (m + 2) for each of m
 * positive cases and 1 / (n + 2) for each of n negative ones. Concave in a and b, and since no target is 0 or 1 the maximum is finite: Newton's steps, halved where they go too far (Lin, Lin and Weng
 * 2007, doi 10.1007/s10994-007-5018-6). Sums run in the order of the scores, so that of the cases changes no bit.
 *
 * @param intercept a
 * @param slope b
 */
public record PlattSigmoid(double intercept, double slope) {
    private static final int MOST_STEPS = 200;

    static PlattSigmoid of(CalibrationCurve.Case[] ordered) {
        double[] x = Probabilities.logits(
                Arrays.stream(ordered)
                        .mapToDouble(CalibrationCurve.Case::probability)
                        .toArray(),
                Recalibration.BOUND);
        if (x[0] == x[x.length - 1]) {
            throw new IllegalArgumentException("predictions to recalibrate must not all be equal, found "
                    + ordered[0].probability() + " everywhere");
        }
        boolean[] positive = new boolean[ordered.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = ordered[i].isPositive();
        }
        return fit(x, positive);
    }

    /**
     * Returns the sigmoid of some scores; its slope is negative where low scores are positive, and 0 where all are equal.
     *
     * @param scores of cases that the score was not learned from
     * @param positive whether each is
     * @throws IllegalArgumentException if the arrays differ in length or a score is not finite
     */
    public static PlattSigmoid of(double[] scores, boolean[] positive) {
        if (scores.length != positive.length || scores.length == 0) {
            throw new IllegalArgumentException("there must be a truth for each of some scores, found " + scores.length
                    + " scores and " + positive.length + " truths");
        }
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("scores must be finite, found " + score);
            }
        }
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> scores[i]).thenComparing(i -> positive[i]));
        double[] x = new double[order.length];
        boolean[] truth = new boolean[order.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = scores[order[i]];
            truth[i] = positive[order[i]];
        }
        return fit(x, truth);
    }

    /** Returns the probability that a score stands for: logit⁻¹(a + b x). */
    public double probability(double score) {
        return 1 / (1 + Math.exp(-intercept - slope * score));
    }

    private static PlattSigmoid fit(double[] x, boolean[] positive) {
        double positives = 0;
        for (boolean one : positive) {
            positives += one ? 1 : 0;
        }
        double negatives = positive.length - positives;
        double[] targets = new double[x.length];
        double targetSum = 0;
        for (int i = 0; i < x.length; i++) {
            targets[i] = positive[i] ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
            targetSum += targets[i];
        }
        if (x[0] == x[x.length - 1]) {
            double mean = targetSum / x.length;
            return new PlattSigmoid(Math.log(mean / (1 - mean)), 0);
        }
        double a = Math.log((positives + 1) / (negatives + 1));
        double b = 0;
        double loss = loss(a, b, x, targets);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] change = newton(a, b, x, targets);
            double length = 1;
            double next = loss(a + change[0], b + change[1], x, targets);
            while (next > loss * (1 + 1e-14) && length > 1e-10) {
                length /= 2;
                next = loss(a + length * change[0], b + length * change[1], x, targets);
            }
            a += length * change[0];
            b += length * change[1];
            loss = next;
            if (Math.abs(change[0]) <= 1e-13 * (1 + Math.abs(a)) && Math.abs(change[1]) <= 1e-13 * (1 + Math.abs(b))) {
                break;
            }
        }
        return new PlattSigmoid(a, b);
    }

    private static double loss(double a, double b, double[] x, double[] targets) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double eta = a + b * x[i];
            sum += Math.log1p(Math.exp(-Math.abs(eta))) + Math.max(eta, 0) - targets[i] * eta;
        }
        return sum;
    }

    /** Returns the step of a and b: the gradient over the second derivatives, which sums around the weighted mean of x. */
    private static double[] newton(double a, double b, double[] x, double[] targets) {
        double weights = 0;
        double mean = 0;
        for (double one : x) {
            double w = weight(a + b * one);
            weights += w;
            mean += w * one;
        }
        mean /= weights;
        double gradient = 0;
        double around = 0;
        double spread = 0;
        for (int i = 0; i < x.length; i++) {
            double eta = a + b * x[i];
            double residual = targets[i] - 1 / (1 + Math.exp(-eta));
            double distance = x[i] - mean;
            gradient += residual;
            around += residual * distance;
            spread += weight(eta) * distance * distance;
        }
        double slope = around / spread;
        return new double[] {gradient / weights - slope * mean, slope};
    }

    private static double weight(double eta) {
        double tail = Math.exp(-Math.abs(eta));
        return tail / ((1 + tail) * (1 + tail));
    }
}
