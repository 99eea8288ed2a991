package io.github.radiomics4j.select.redundancy;

import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.List;

/**
 * All products of pairs of columns, each pair once.
 *
 * <p>Layout: {@code x[k][j]} is case k of column j, so that neighbors in memory are neighbors among columns; {@code
 * below[i][j]}, j &lt; i, is Σ<sub>k</sub> x[k][i] x[k][j]. The inner loop goes along j, four cases at once: its sums do not
 * depend on each other, so the compiler can use wide registers, which it must not for one sum. Each sum still runs over k in
 * order, so the bits are those of the plain loop, for any number of threads. Eight cases at once are too many for the compiler: see
 * {@code CorrelationBenchmark}.
 */
final class SymmetricProducts {
    /** Rows of one task: they go through the same tiles. */
    private static final int ROWS = 32;

    /** Columns of one tile: four cases of it, 16 kB, stay in the nearest cache. */
    private static final int TILE = 512;

    private static final int DEPTH = 4;

    private SymmetricProducts() {}

    /**
     * Adds the products to {@code below}, which is overwritten.
     *
     * @param x not modified
     */
    static void add(double[][] x, double[][] below, Execution execution) {
        List<Runnable> tasks = new ArrayList<>();
        // The longest rows first: a short task at the end keeps no thread waiting.
        for (int end = below.length; end > 0; end -= ROWS) {
            int to = end;
            int from = Math.max(0, end - ROWS);
            tasks.add(() -> addRows(x, below, from, to));
        }
        execution.runAll(tasks);
    }

    private static void addRows(double[][] x, double[][] below, int from, int to) {
        int whole = x.length - x.length % DEPTH;
        for (int start = 0; start < to; start += TILE) {
            for (int k = 0; k < whole; k += DEPTH) {
                for (int i = Math.max(from, start + 1); i < to; i++) {
                    addFour(below[i], x, k, i, start, Math.min(start + TILE, i));
                }
            }
            for (int k = whole; k < x.length; k++) {
                for (int i = Math.max(from, start + 1); i < to; i++) {
                    addOne(below[i], x[k], x[k][i], start, Math.min(start + TILE, i));
                }
            }
        }
    }

    private static void addFour(double[] sums, double[][] x, int k, int i, int start, int end) {
        double[] x0 = x[k];
        double[] x1 = x[k + 1];
        double[] x2 = x[k + 2];
        double[] x3 = x[k + 3];
        double a0 = x0[i];
        double a1 = x1[i];
        double a2 = x2[i];
        double a3 = x3[i];
        for (int j = start; j < end; j++) {
            sums[j] = sums[j] + a0 * x0[j] + a1 * x1[j] + a2 * x2[j] + a3 * x3[j];
        }
    }

    private static void addOne(double[] sums, double[] x, double a, int start, int end) {
        for (int j = start; j < end; j++) {
            sums[j] += a * x[j];
        }
    }
}
