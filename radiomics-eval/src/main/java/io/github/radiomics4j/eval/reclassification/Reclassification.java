package io.github.radiomics4j.eval.reclassification;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What a new model changes (Pencina et al. 2008, doi 10.1002/sim.2929). With the shares u and d of a class's cases that go up
 * and down, and the mean change of their probability Δ:
 *
 * <pre>{@code
 * NRI of positives = u₁ − d₁     NRI of negatives = d₀ − u₀     NRI = their sum    error² = Σ (u + d − (u − d)²) / n
 * IDI = Δ₁ − Δ₀                                                                    error² = Σ variance of Δ / n
 * }</pre>
 *
 * @param level of the intervals
 */
public record Reclassification(double level) {

    /** Checks the level. */
    public Reclassification {
        Interval.requireLevel(level);
    }

    /** Returns 95 % intervals. */
    public static Reclassification withDefaults() {
        return new Reclassification(0.95);
    }

    /**
     * An improvement.
     *
     * @param value the index, the sum of both parts
     * @param ofPositives part of the positive cases
     * @param ofNegatives part of the negative cases
     * @param standardError of the index
     * @param z index over its error; NaN where both are 0
     * @param pValue two-sided, of no improvement; NaN where z is
     * @param interval of the index
     */
    public record Improvement(
            double value,
            double ofPositives,
            double ofNegatives,
            double standardError,
            double z,
            double pValue,
            Interval interval) {}

    /**
     * Returns the net reclassification among categories.
     *
     * @param old probabilities of the old model, in [0, 1]; not modified
     * @param updated probabilities of the new model, in the same order; not modified
     * @param positive the truth, in the same order; not modified
     * @param cuts between the categories, ascending; a category holds [lower, upper)
     * @throws IllegalArgumentException if a value is no probability, a class has fewer than two cases, or the cuts do not
     *     ascend
     */
    public Improvement categories(double[] old, double[] updated, boolean[] positive, double... cuts) {
        if (cuts.length == 0) {
            throw new IllegalArgumentException("categories need a cut, found none");
        }
        for (int i = 1; i < cuts.length; i++) {
            if (!(cuts[i] > cuts[i - 1])) {
                throw new IllegalArgumentException("cuts must ascend, found " + Arrays.toString(cuts));
            }
        }
        check(old, updated, positive);
        return net(category(old, cuts), category(updated, cuts), positive);
    }

    /** Returns the net reclassification without categories: any change of a probability counts. */
    public Improvement continuous(double[] old, double[] updated, boolean[] positive) {
        check(old, updated, positive);
        return net(old, updated, positive);
    }

    private static double[] category(double[] probabilities, double[] cuts) {
        return Arrays.stream(probabilities)
                .map(p -> Arrays.stream(cuts).filter(cut -> p >= cut).count())
                .toArray();
    }

    private Improvement net(double[] old, double[] updated, boolean[] positive) {
        double[] part = new double[2];
        double variance = 0;
        for (int c = 0; c < 2; c++) {
            int up = 0;
            int down = 0;
            int count = 0;
            for (int i = 0; i < positive.length; i++) {
                if (positive[i] == (c == 1)) {
                    up += updated[i] > old[i] ? 1 : 0;
                    down += updated[i] < old[i] ? 1 : 0;
                    count++;
                }
            }
            double net = (double) (up - down) / count;
            part[c] = c == 1 ? net : -net;
            variance += ((double) (up + down) / count - net * net) / count;
        }
        return improvement(part[1], part[0], Math.sqrt(variance));
    }

    /** Returns the integrated discrimination improvement. */
    public Improvement integrated(double[] old, double[] updated, boolean[] positive) {
        check(old, updated, positive);
        double[] part = new double[2];
        double variance = 0;
        for (int c = 0; c < 2; c++) {
            boolean wanted = c == 1;
            double[] changes = new double[positive.length];
            int count = 0;
            for (int i = 0; i < positive.length; i++) {
                if (positive[i] == wanted) {
                    changes[count++] = updated[i] - old[i];
                }
            }
            changes = Arrays.copyOf(changes, count);
            Arrays.sort(changes); // the order of the cases changes no bit
            double mean = Arrays.stream(changes).sum() / count;
            double squares = 0;
            for (double change : changes) {
                squares += (change - mean) * (change - mean);
            }
            part[c] = wanted ? mean : -mean;
            variance += squares / (count - 1) / count;
        }
        return improvement(part[1], part[0], Math.sqrt(variance));
    }

    /** Returns the net reclassification among categories of predictions, joined by case id. */
    public Improvement categories(Predictions old, Predictions updated, Outcome outcome, double... cuts) {
        return categories(
                old.probabilities(), updated.rows(old.caseIds()).probabilities(), old.positives(outcome), cuts);
    }

    /** Returns the integrated discrimination improvement of predictions, joined by case id. */
    public Improvement integrated(Predictions old, Predictions updated, Outcome outcome) {
        return integrated(old.probabilities(), updated.rows(old.caseIds()).probabilities(), old.positives(outcome));
    }

    private Improvement improvement(double ofPositives, double ofNegatives, double error) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double value = ofPositives + ofNegatives;
        double z = value / error;
        double half = normal.inverseSurvivalProbability((1 - level) / 2) * error;
        double p = Double.isNaN(z) ? Double.NaN : 2 * normal.survivalProbability(Math.abs(z));
        return new Improvement(
                value, ofPositives, ofNegatives, error, z, p, new Interval(value - half, value + half, level));
    }

    private static void check(double[] old, double[] updated, boolean[] positive) {
        if (old.length != positive.length || updated.length != positive.length) {
            throw new IllegalArgumentException("both models and the truth must be as many, found " + old.length + ", "
                    + updated.length + " and " + positive.length);
        }
        int positives = 0;
        for (int i = 0; i < positive.length; i++) {
            for (double p : new double[] {old[i], updated[i]}) {
                if (!(p >= 0 && p <= 1)) {
                    throw new IllegalArgumentException(
                            "a probability must lie in 0 to 1, found " + p + " at place " + i);
                }
            }
            positives += positive[i] ? 1 : 0;
        }
        if (positives < 2 || positive.length - positives < 2) {
            throw new IllegalArgumentException("both classes must have two cases or more, found " + positives
                    + " positive and " + (positive.length - positives) + " negative");
        }
    }
}
