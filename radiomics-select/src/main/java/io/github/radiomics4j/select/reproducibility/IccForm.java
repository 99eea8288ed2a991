package io.github.radiomics4j.select.reproducibility;

/**
 * The six intraclass correlations of Shrout and Fleiss, "Intraclass correlations: uses in assessing rater reliability",
 * Psychological Bulletin 86, 1979; in brackets the names of McGraw and Wong 1996. MSB, MSJ, MSE and MSW are those of {@link
 * MeanSquares}, n subjects, k readers.
 */
public enum IccForm {
    /** One-way random, single reader [ICC(1)]: (MSB − MSW) / (MSB + (k − 1) MSW). */
    ICC_1_1("ICC(1,1)"),
    /** Two-way random, absolute agreement, single [ICC(A,1)]: (MSB − MSE) / (MSB + (k − 1) MSE + k (MSJ − MSE) / n). */
    ICC_2_1("ICC(2,1)"),
    /** Two-way mixed, consistency, single [ICC(C,1)]: (MSB − MSE) / (MSB + (k − 1) MSE). */
    ICC_3_1("ICC(3,1)"),
    /** One-way random, mean of k readers [ICC(k)]: (MSB − MSW) / MSB. */
    ICC_1_K("ICC(1,k)"),
    /** Two-way random, absolute agreement, mean of k readers [ICC(A,k)]: (MSB − MSE) / (MSB + (MSJ − MSE) / n). */
    ICC_2_K("ICC(2,k)"),
    /** Two-way mixed, consistency, mean of k readers [ICC(C,k)]: (MSB − MSE) / MSB. */
    ICC_3_K("ICC(3,k)");

    private final String label;

    IccForm(String label) {
        this.label = label;
    }

    /** Returns whether readers are not told apart: the within mean square is the error. */
    boolean isOneWay() {
        return this == ICC_1_1 || this == ICC_1_K;
    }

    /** Returns whether a systematic difference between readers counts, but is told from noise. */
    boolean isAgreement() {
        return this == ICC_2_1 || this == ICC_2_K;
    }

    /** Returns whether it is that of the mean of all readers. */
    boolean isAverage() {
        return this == ICC_1_K || this == ICC_2_K || this == ICC_3_K;
    }

    /** Returns the name in papers, such as {@code ICC(2,1)}. */
    @Override
    public String toString() {
        return label;
    }
}
