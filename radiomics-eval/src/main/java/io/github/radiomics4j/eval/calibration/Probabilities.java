package io.github.radiomics4j.eval.calibration;

/** What every method of this package asks of its input. */
final class Probabilities {
    private Probabilities() {}

    /** Checks that probabilities lie in [0, 1] and both classes have cases; returns the number of positive ones. */
    static int check(double[] probabilities, boolean[] positive) {
        if (probabilities.length != positive.length) {
            throw new IllegalArgumentException("probabilities and truth must be as many, found " + probabilities.length
                    + " and " + positive.length);
        }
        int positives = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException(
                        "a probability must lie in 0 to 1, found " + probabilities[i] + " at place " + i);
            }
            positives += positive[i] ? 1 : 0;
        }
        if (positives == 0 || positives == positive.length) {
            throw new IllegalArgumentException("both classes must have cases, found " + positives + " positive and "
                    + (positive.length - positives) + " negative");
        }
        return positives;
    }

    /** Returns log(p / (1 − p)) of each, p cut to [bound, 1 − bound]. */
    static double[] logits(double[] probabilities, double bound) {
        double[] out = new double[probabilities.length];
        for (int i = 0; i < out.length; i++) {
            double p = Math.min(1 - bound, Math.max(bound, probabilities[i]));
            out[i] = Math.log(p / (1 - p));
        }
        return out;
    }
}
