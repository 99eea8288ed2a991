package io.github.radiomics4j.eval.roc;

import java.math.BigInteger;

/**
 * The areas of several models on the same cases, and the covariances of these areas by DeLong.
 *
 * <p>With w the placements in halves, which are whole numbers, a covariance is (N Σ w w' − Σ w Σ w') / (N (N − 1)) times
 * the squared scale: the sums are exact, so the order of the cases changes no bit and nothing cancels.
 */
final class DeLongCovariance {
    private final double[] aucs;
    private final double[][] covariances;
    private final int positives;
    private final int negatives;

    private DeLongCovariance(double[] aucs, double[][] covariances, int positives, int negatives) {
        this.aucs = aucs;
        this.covariances = covariances;
        this.positives = positives;
        this.negatives = negatives;
    }

    /**
     * @param positive the truth; not modified
     * @param scores of each model, for the same cases in the same order; not modified
     */
    static DeLongCovariance of(boolean[] positive, double[]... scores) {
        int models = scores.length;
        long[][] ofPositives = new long[models][];
        long[][] ofNegatives = new long[models][];
        double[] aucs = new double[models];
        for (int k = 0; k < models; k++) {
            Placements placements = Placements.of(scores[k], positive);
            ofPositives[k] = placements.ofPositives();
            ofNegatives[k] = placements.ofNegatives();
            aucs[k] = placements.auc();
        }
        int m = ofPositives[0].length;
        int n = ofNegatives[0].length;
        double[][] s10 = covariances(ofPositives, 2.0 * n);
        double[][] s01 = covariances(ofNegatives, 2.0 * m);
        double[][] covariances = new double[models][models];
        for (int k = 0; k < models; k++) {
            for (int l = 0; l < models; l++) {
                covariances[k][l] = s10[k][l] / m + s01[k][l] / n;
            }
        }
        return new DeLongCovariance(aucs, covariances, m, n);
    }

    /**
     * Returns the covariances of w / {@code scale} between models, divisor count − 1; NaN for one case.
     *
     * @param placements w by model and case; not modified
     */
    private static double[][] covariances(long[][] placements, double scale) {
        int models = placements.length;
        BigInteger count = BigInteger.valueOf(placements[0].length);
        double divisor = count.doubleValue() * (count.doubleValue() - 1) * scale * scale;
        double[][] covariances = new double[models][models];
        for (int k = 0; k < models; k++) {
            for (int l = 0; l <= k; l++) {
                BigInteger squares = count.multiply(sumOfProducts(placements[k], placements[l]));
                BigInteger means = sum(placements[k]).multiply(sum(placements[l]));
                covariances[k][l] = squares.subtract(means).doubleValue() / divisor;
                covariances[l][k] = covariances[k][l];
            }
        }
        return covariances;
    }

    private static BigInteger sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return BigInteger.valueOf(sum);
    }

    /** Adds up in 64 bits for as long as they hold. */
    private static BigInteger sumOfProducts(long[] first, long[] second) {
        BigInteger total = BigInteger.ZERO;
        long sum = 0;
        for (int i = 0; i < first.length; i++) {
            long product = first[i] * second[i];
            if (sum > Long.MAX_VALUE - product) {
                total = total.add(BigInteger.valueOf(sum));
                sum = 0;
            }
            sum += product;
        }
        return total.add(BigInteger.valueOf(sum));
    }

    double auc(int model) {
        return aucs[model];
    }

    double covariance(int first, int second) {
        return covariances[first][second];
    }

    /** Returns the variance of the difference of two areas, exactly 0 for models that order the cases in one way. */
    double varianceOfDifference(int first, int second) {
        return covariances[first][first] + covariances[second][second] - 2 * covariances[first][second];
    }

    void requireTwo() {
        if (positives < 2 || negatives < 2) {
            throw new IllegalArgumentException("a test of areas needs two cases of each class, found " + positives
                    + " positive and " + negatives + " negative");
        }
    }

    int positives() {
        return positives;
    }

    int negatives() {
        return negatives;
    }
}
