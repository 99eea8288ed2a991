package io.github.radiomics4j.models.tree;

import java.util.Arrays;

/**
 * One tree in flat arrays, in preorder: the left child of node {@code i} is {@code i + 1}. A case goes left when its value of
 * {@code column[i]} is at most {@code threshold[i]}. A leaf has column −1.
 */
final class Tree {
    int size;
    int[] column = new int[16];
    double[] threshold = new double[16];
    int[] right = new int[16];
    /** Share of positive cases in a node, by weight. */
    double[] share = new double[16];

    /** Appends a node and returns its place; it is a leaf until it is split. */
    int add(double positiveShare) {
        if (size == column.length) {
            int longer = 2 * size;
            column = Arrays.copyOf(column, longer);
            threshold = Arrays.copyOf(threshold, longer);
            right = Arrays.copyOf(right, longer);
            share = Arrays.copyOf(share, longer);
        }
        column[size] = -1;
        share[size] = positiveShare;
        return size++;
    }

    /** Returns the share of positive cases in the leaf that case {@code i} falls into. */
    double predict(double[][] columns, int i) {
        int node = 0;
        while (column[node] >= 0) {
            node = columns[column[node]][i] <= threshold[node] ? node + 1 : right[node];
        }
        return share[node];
    }
}
