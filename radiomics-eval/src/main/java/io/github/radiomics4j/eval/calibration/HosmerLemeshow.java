package io.github.radiomics4j.eval.calibration;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The test of Hosmer and Lemeshow (1980): cases in groups by quantiles of their probabilities, Σ (observed − expected)² /
 * expected over groups and classes against chi-square. Groups are (lower, upper], the first with its lower end, cut at R's
 * type 7 quantiles; equal cuts are one. Other software forms groups by ranks and gets other numbers. Not for some 40 cases:
 * expected counts are then near 0.
 *
 * @param groups how many are asked for, at least 2
 * @param use what the predictions are to the cases
 */
public record HosmerLemeshow(int groups, Use use) {

    /** What the predictions are to the cases, which decides on the degrees of freedom. */
    public enum Use {
        /** The model was fitted on them: groups − 2. */
        DEVELOPMENT,
        /** The model has not seen them: groups. */
        EXTERNAL
    }

    /** Checks the number of groups. */
    public HosmerLemeshow {
        if (groups < 2) {
            throw new IllegalArgumentException("there must be two groups or more, found " + groups);
        }
    }

    /** Returns ten groups of cases that the model has not seen. */
    public static HosmerLemeshow withDefaults() {
        return new HosmerLemeshow(10, Use.EXTERNAL);
    }

    /** Returns a copy with another number of groups. */
    public HosmerLemeshow withGroups(int groups) {
        return new HosmerLemeshow(groups, use);
    }

    /** Returns a copy for another use. */
    public HosmerLemeshow withUse(Use use) {
        return new HosmerLemeshow(groups, use);
    }

    /**
     * A group of cases.
     *
     * @param upper its upper end, which belongs to it
     * @param count number of cases
     * @param observed number of positive ones
     * @param expected sum of their probabilities
     */
    public record Group(double upper, int count, int observed, double expected) {}

    /**
     * What the test found.
     *
     * @param groups fewer than asked for where cuts are equal
     * @param statistic chi-square; infinite where a group that was certain was wrong
     * @param degreesOfFreedom of the chi-square
     * @param pValue of good calibration; NaN without a degree of freedom
     */
    public record Result(List<Group> groups, double statistic, int degreesOfFreedom, double pValue) {
        /** Copies the groups. */
        public Result {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Tests probabilities.
     *
     * @param probabilities of the positive class, in [0, 1]; not modified
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a value is no probability or a class has no case
     */
    public Result test(double[] probabilities, boolean[] positive) {
        Probabilities.check(probabilities, positive);
        CalibrationCurve.Case[] ordered = CalibrationCurve.ordered(probabilities, positive);
        double[] cuts = CalibrationCurve.quantileEdges(ordered, groups);
        List<Group> found = new ArrayList<>();
        double statistic = 0;
        int next = 0;
        for (int k = 1; k < cuts.length; k++) {
            if (cuts[k] == cuts[k - 1]) {
                continue;
            }
            int count = 0;
            int observed = 0;
            double expected = 0;
            while (next < ordered.length && (ordered[next].probability() <= cuts[k] || k == groups)) {
                count++;
                observed += ordered[next].isPositive() ? 1 : 0;
                expected += ordered[next].probability();
                next++;
            }
            found.add(new Group(cuts[k], count, observed, expected));
            double difference = observed - expected;
            if (difference != 0) {
                statistic += difference * difference / expected + difference * difference / (count - expected);
            }
        }
        int freedom = found.size() - (use == Use.DEVELOPMENT ? 2 : 0);
        double p = freedom < 1 ? Double.NaN : ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
        return new Result(found, statistic, freedom, p);
    }
}
