package io.github.radiomics4j.select.redundancy;

/**
 * The sum of |r| of each column over the others that remain, with twice the digits of a double: columns that are copies of each
 * other have sums of the same terms in another order, and must tie.
 */
final class ExactSums {
    private final double[] high;
    private final double[] low;

    /** Sums over all pairs. */
    ExactSums(CorrelationMatrix r) {
        high = new double[r.size()];
        low = new double[r.size()];
        for (int i = 0; i < high.length; i++) {
            for (int j = 0; j < high.length; j++) {
                if (j != i) {
                    add(i, Math.abs(r.r(i, j)));
                }
            }
        }
    }

    /** Adds a term to the sum of column {@code i} (Knuth's two-sum). */
    void add(int i, double term) {
        double sum = high[i] + term;
        double part = sum - high[i];
        low[i] += (high[i] - (sum - part)) + (term - part);
        high[i] = sum;
    }

    double get(int i) {
        return high[i] + low[i];
    }
}
