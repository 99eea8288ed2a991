package io.github.radiomics4j.select.wrapper;

/**
 * How much a column x adds to those that are already selected, S, about the classes y. I is mutual information of values cut
 * into bins, F that of the analysis of variance, r Pearson's. The first column is the one with the largest relevance, for S is
 * empty then.
 */
public enum MrmrCriterion {
    /** I(x; y) − mean over S of I(x; s) (Peng et al. 2005, doi 10.1109/TPAMI.2005.159); praznik's {@code MRMR}. */
    MID,
    /** I(x; y) / mean over S of I(x; s) (Peng et al. 2005). */
    MIQ,
    /** F(x, y) / mean over S of max(|r(x, s)|, 0.001) (Ding and Peng 2005); Python's {@code mrmr_selection}. */
    FCQ,
    /** F(x, y) − mean over S of max(|r(x, s)|, 0.001): with an F of many cases, redundancy weighs little. */
    FCD,
    /** MID with the information of normal variables, −½ ln(1 − r²), without bins; R's {@code mRMRe}. */
    GAUSSIAN_MID,
    /** Σ over S of I(x, s; y): joint information (Yang and Moody 1999); praznik's {@code JMI}. */
    JMI,
    /** The least of I(x; y) and, over S, of I(x; y | s) (Fleuret 2004); praznik's {@code CMIM}. */
    CMIM,
    /** I(x; y) alone, whatever is in S. */
    MIM
}
