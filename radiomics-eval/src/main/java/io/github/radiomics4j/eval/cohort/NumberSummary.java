package io.github.radiomics4j.eval.cohort;

/** How the numbers of a group are summed up, and with it what they are compared by. */
public enum NumberSummary {
    /** Mean and standard deviation; Welch's t-test, or his analysis of variance. */
    MEAN_SD,
    /** Median and quartiles (type 7); Mann-Whitney, or Kruskal-Wallis. */
    MEDIAN_QUARTILES,
    /**
     * The first where Shapiro and Wilk's test lets every group pass for normal at 0.05, else the second. Two groups are
     * compared by {@link io.github.radiomics4j.eval.hypothesis.TwoSampleGate}; more by an analysis of variance, Welch's where
     * Brown and Forsythe's test finds unequal variances, or by Kruskal-Wallis.
     */
    AUTOMATIC
}
