package io.github.radiomics4j.models.tree;

import java.util.Arrays;

/**
 * Columns with the rank of every value in its column: 0, 1, … by size, equal values alike. Ranks are made when a column is
 * first looked at, as a forest looks at a few of many. Safe for many threads: two may make the same ranks, and either do.
 */
final class SortedColumns {
    /** Not modified. */
    final double[][] values;

    private final int[][] ranks;

    SortedColumns(double[][] values) {
        this.values = values;
        this.ranks = new int[values.length][];
    }

    int[] ranks(int column) {
        int[] made = ranks[column];
        if (made == null) {
            made = ranksOf(values[column]);
            ranks[column] = made;
        }
        return made;
    }

    private static int[] ranksOf(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // −0 is 0
        }
        Arrays.sort(sorted);
        int different = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[different - 1]) {
                sorted[different++] = sorted[i];
            }
        }
        int[] ranks = new int[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(sorted, 0, different, values[i] + 0.0);
        }
        return ranks;
    }
}
