package io.github.radiomics4j.select.wrapper;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.univariate.UsableColumns;
import io.github.radiomics4j.select.wrapper.Ranking.Ranked;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps the columns in which neighbors of the other class differ more than neighbors of the same class (Kononenko 1994, doi
 * 10.1007/3-540-57868-4_57; Robnik-Šikonja and Kononenko 2003):
 *
 * <p>W = 1/n Σ<sub>i</sub> (mean of d over the nearest cases of the other class − mean of d over the nearest of the own), where
 * d = |x<sub>i</sub> / (max − min) − x<sub>j</sub> / (max − min)| of the column, and cases are the nearer the smaller the sum of d over all
 * columns, of equal ones the first. All cases count; a class with fewer neighbors gives those it has, and a class of one case
 * none.
 *
 * @param neighbors k nearest of each class, 1 or more
 * @param count how many columns; all that are usable if there are fewer
 */
public record ReliefF(int neighbors, int count) implements FeatureSelector {

    /** Checks the numbers. */
    public ReliefF {
        Ranking.checkCount(count);
        if (neighbors < 1) {
            throw new IllegalArgumentException("there must be at least one neighbor, found " + neighbors);
        }
    }

    /** Returns the selection of {@code count} columns by ten neighbors. */
    public static ReliefF of(int count) {
        return new ReliefF(10, count);
    }

    /** Returns a copy with another number of neighbors. */
    public ReliefF withNeighbors(int neighbors) {
        return new ReliefF(neighbors, count);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a case has no outcome, or a class no case
     */
    @Override
    public Ranking select(FeatureTable table, Outcome outcome) {
        boolean[] positive = UsableColumns.bothClasses(table, outcome);
        UsableColumns columns = UsableColumns.of(table);
        double[] weights = weights(byRange(columns.values()), positive);
        List<Ranked> ranked = IntStream.range(0, weights.length)
                .mapToObj(j -> new Ranked(columns.names().get(j), weights[j]))
                .sorted(Comparator.comparingDouble(one -> -one.score()))
                .toList();
        List<String> first = ranked.stream()
                .limit(count)
                .map(Ranked::column)
                .sorted(Comparator.comparing(columns.names()::indexOf))
                .toList();
        List<Selection.Dropped> dropped = ranked.stream()
                .skip(count)
                .map(one -> new Selection.Dropped(
                        one.column(), one.score(), "not among the " + count + " columns of the largest weight"))
                .toList();
        return new Ranking(first, columns.withUnusable(table, dropped), ranked);
    }

    /** Divides by max − min; by way of halves, for the range of large numbers may be none. */
    private static double[][] byRange(double[][] columns) {
        for (double[] x : columns) {
            double least = Arrays.stream(x).min().orElseThrow();
            double most = Arrays.stream(x).max().orElseThrow();
            boolean isHuge = most / 2 - least / 2 > Double.MAX_VALUE / 2;
            double range = isHuge ? most / 2 - least / 2 : most - least;
            for (int i = 0; i < x.length; i++) {
                x[i] = (isHuge ? x[i] / 2 : x[i]) / range;
            }
        }
        return columns;
    }

    private double[] weights(double[][] x, boolean[] positive) {
        int n = positive.length;
        double[][] distances = distances(x, n);
        double[] weights = new double[x.length];
        for (int i = 0; i < n; i++) {
            int[] hits = nearest(distances[i], positive, i, positive[i]);
            int[] misses = nearest(distances[i], positive, i, !positive[i]);
            for (int j = 0; j < weights.length; j++) {
                weights[j] += mean(x[j], i, misses) - mean(x[j], i, hits);
            }
        }
        return Arrays.stream(weights).map(sum -> sum / n).toArray();
    }

    private static double[][] distances(double[][] x, int n) {
        double[][] distances = new double[n][n];
        for (double[] column : x) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    distances[i][j] += Math.abs(column[i] - column[j]);
                }
            }
        }
        return distances;
    }

    private int[] nearest(double[] distances, boolean[] positive, int self, boolean wanted) {
        return IntStream.range(0, distances.length)
                .filter(i -> i != self && positive[i] == wanted)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(neighbors)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double mean(double[] x, int self, int[] others) {
        double sum = 0;
        for (int other : others) {
            sum += Math.abs(x[self] - x[other]);
        }
        return others.length == 0 ? 0 : sum / others.length;
    }
}
