package io.github.radiomics4j.select.wrapper;

import java.util.Arrays;

/**
 * A column of classes 0 to {@code levels} − 1, and the information between such columns: plug-in estimates, natural logarithm.
 *
 * @param values not modified
 * @param levels how many there may be
 */
record DiscreteColumn(int[] values, int levels) {

    /**
     * Cuts values into bins of equal frequency: the edges are the quantiles at 1/bins, 2/bins, …, between neighbors on a line
     * (type 7), and a bin is the number of edges below the value.
     *
     * @param column finite; not modified
     */
    static DiscreteColumn equalFrequency(double[] column, int bins) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        double[] edges = new double[bins - 1];
        for (int b = 0; b < edges.length; b++) {
            edges[b] = quantile(sorted, (b + 1.0) / bins);
        }
        int[] values = new int[column.length];
        for (int i = 0; i < values.length; i++) {
            for (double edge : edges) {
                values[i] += edge < column[i] ? 1 : 0;
            }
        }
        return new DiscreteColumn(values, bins);
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int before = (int) place;
        double part = place - before;
        double low = sorted[before];
        double high = sorted[Math.min(before + 1, sorted.length - 1)];
        // Halves, for the difference of two large numbers may be none.
        return low + 2 * part * (high / 2 - low / 2);
    }

    static DiscreteColumn of(boolean[] positive) {
        int[] values = new int[positive.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = positive[i] ? 1 : 0;
        }
        return new DiscreteColumn(values, 2);
    }

    /** Returns the pairs of both values as one column. */
    DiscreteColumn and(DiscreteColumn other) {
        int[] pairs = new int[values.length];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = values[i] * other.levels + other.values[i];
        }
        return new DiscreteColumn(pairs, levels * other.levels);
    }

    /** Returns I(x; y) = Σ p(x, y) ln(p(x, y) / (p(x) p(y))). */
    double information(DiscreteColumn other) {
        int n = values.length;
        int[] both = new int[levels * other.levels];
        int[] first = new int[levels];
        int[] second = new int[other.levels];
        for (int i = 0; i < n; i++) {
            both[values[i] * other.levels + other.values[i]]++;
            first[values[i]]++;
            second[other.values[i]]++;
        }
        double sum = 0;
        for (int x = 0; x < levels; x++) {
            for (int y = 0; y < other.levels; y++) {
                int count = both[x * other.levels + y];
                if (count > 0) {
                    sum += count * Math.log((double) count * n / ((double) first[x] * second[y]));
                }
            }
        }
        return sum / n;
    }

    /** Returns I(x; y | z) = I(x, z; y) − I(z; y). */
    double informationGiven(DiscreteColumn given, DiscreteColumn other) {
        return and(given).information(other) - given.information(other);
    }
}
