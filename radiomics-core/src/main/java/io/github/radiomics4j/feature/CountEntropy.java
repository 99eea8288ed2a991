package io.github.radiomics4j.feature;

/**
 * Entropy in bits from counts, −Σ p log₂(p + ε) with p = c / n and ε = 2⁻⁵², as PyRadiomics has it. It equals log₂ n −
 * (Σ c log₂ c) / n − K ε / ln 2, with K the number of outcomes that occur, up to terms of ε²: so one table of c log₂ c
 * serves every n.
 */
final class CountEntropy {
    /** ε of PyRadiomics: the distance from 1 to the next double. */
    static final double EPSILON = Math.ulp(1.0);

    private static final double LN_2 = Math.log(2);
    private static final double[] TERMS = new double[1 << 12];

    static {
        for (int count = 1; count < TERMS.length; count++) {
            TERMS[count] = count * (Math.log(count) / LN_2);
        }
    }

    private CountEntropy() {}

    /** Returns c log₂ c, 0 for 0; c need not be whole. */
    static double term(double count) {
        int whole = (int) count;
        return whole == count && whole < TERMS.length ? TERMS[whole] : count * log2(count);
    }

    static double log2(double x) {
        return Math.log(x) / LN_2;
    }

    /**
     * Returns the entropy.
     *
     * @param terms Σ {@link #term}
     * @param total Σ c
     * @param outcomes K
     */
    static double bits(double terms, double total, double outcomes) {
        return (total * log2(total) - terms) / total - outcomes * EPSILON / LN_2;
    }

    /** Returns by how much ε lowers −Σ a log₂(b + ε): ε / ln 2 times {@code sum}, which is Σ a / b. */
    static double correction(double sum) {
        return EPSILON * sum / LN_2;
    }
}
