package io.github.radiomics4j.models.tree;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows one tree by the decrease of Gini's impurity. Cases of a node stand together in {@code cases}; a split parts them in
 * place. Where no column can split a node, or one class is left, it is a leaf.
 *
 * <p>With w the weights of a side and w₁ those of its positive cases, a split that makes w₀²/w + w₁²/w, summed over both
 * sides, largest makes the impurity smallest. Columns are drawn until enough of them are not constant in the node, as
 * scikit-learn draws them; of equal splits the first stands.
 */
final class TreeGrower {
    private final SortedColumns columns;
    private final TreeOptions options;
    private final boolean isRandomSplit;
    private final int wanted;
    private final boolean[] positive;
    private final SplittableRandom random;

    private final double[] weight;
    private final int[] cases;
    private final long[] keys;
    private final int[] drawn;
    private final Tree tree = new Tree();
    /** Decrease of impurity by column, times weight. */
    private final double[] decrease;

    private int bestColumn;
    private double bestThreshold;
    private double bestScore;

    /**
     * @param weight of each case; one of weight 0 plays no part
     * @param isRandomSplit whether the threshold is drawn between the smallest and the largest value, or the best
     */
    TreeGrower(
            SortedColumns columns,
            boolean[] positive,
            double[] weight,
            TreeOptions options,
            boolean isRandomSplit,
            SplittableRandom random) {
        this.columns = columns;
        this.positive = positive;
        this.weight = weight;
        this.options = options;
        this.isRandomSplit = isRandomSplit;
        this.random = random;
        this.wanted = options.columnsPerSplit().among(columns.values.length);
        int count = 0;
        int[] all = new int[weight.length];
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0) {
                all[count++] = i;
            }
        }
        this.cases = Arrays.copyOf(all, count);
        this.keys = new long[count];
        this.drawn = new int[columns.values.length];
        for (int j = 0; j < drawn.length; j++) {
            drawn[j] = j;
        }
        this.decrease = new double[columns.values.length];
    }

    Tree grow() {
        grow(0, cases.length, 0);
        return tree;
    }

    /** Returns the decrease of impurity by column, as shares of 1; all 0 for a tree of one leaf. */
    double[] importances() {
        double sum = 0;
        for (double one : decrease) {
            sum += one;
        }
        double[] shares = decrease.clone();
        for (int j = 0; j < shares.length && sum > 0; j++) {
            shares[j] /= sum;
        }
        return shares;
    }

    private void grow(int from, int to, int depth) {
        double all = 0;
        double ones = 0;
        for (int k = from; k < to; k++) {
            all += weight[cases[k]];
            ones += positive[cases[k]] ? weight[cases[k]] : 0;
        }
        int node = tree.add(ones / all);
        boolean isPure = ones <= 0 || all - ones <= all * 1e-15;
        if (isPure || to - from < options.minimumToSplit() || depth >= options.maximumDepth()) {
            return;
        }
        findSplit(from, to, all, ones);
        if (bestColumn < 0) {
            return;
        }
        int column = bestColumn;
        double zeros = all - ones;
        decrease[column] += Math.max(0, bestScore - (ones * ones + zeros * zeros) / all);
        tree.column[node] = column;
        tree.threshold[node] = bestThreshold;
        int middle = part(from, to, columns.values[column], bestThreshold);
        grow(from, middle, depth + 1);
        tree.right[node] = tree.size;
        grow(middle, to, depth + 1);
    }

    /** Puts the cases of the left side first and returns where the right side begins. */
    private int part(int from, int to, double[] values, double threshold) {
        int left = from;
        for (int k = from; k < to; k++) {
            int i = cases[k];
            if (values[i] <= threshold) {
                cases[k] = cases[left];
                cases[left++] = i;
            }
        }
        return left;
    }

    private void findSplit(int from, int to, double all, double ones) {
        bestColumn = -1;
        bestScore = Double.NEGATIVE_INFINITY;
        int left = drawn.length;
        for (int visited = 0; visited < wanted && left > 0; ) {
            int k = random.nextInt(left--);
            int column = drawn[k];
            drawn[k] = drawn[left];
            drawn[left] = column;
            boolean varies =
                    isRandomSplit ? tryRandom(column, from, to, all, ones) : tryAll(column, from, to, all, ones);
            visited += varies ? 1 : 0;
        }
    }

    /** Tries every threshold halfway between two neighboring values; returns whether the column varies. */
    private boolean tryAll(int column, int from, int to, double all, double ones) {
        int[] ranks = columns.ranks(column);
        int count = to - from;
        for (int k = 0; k < count; k++) {
            int i = cases[from + k];
            keys[k] = (long) ranks[i] << 32 | i;
        }
        Arrays.sort(keys, 0, count);
        if (keys[0] >> 32 == keys[count - 1] >> 32) {
            return false;
        }
        double w = 0;
        double w1 = 0;
        int best = -1;
        for (int k = 0; k < count - 1; k++) {
            int i = (int) keys[k];
            w += weight[i];
            w1 += positive[i] ? weight[i] : 0;
            if (keys[k] >> 32 != keys[k + 1] >> 32
                    && k + 1 >= options.minimumInLeaf()
                    && count - k - 1 >= options.minimumInLeaf()) {
                double score = score(w, w1, all, ones);
                if (score > bestScore) {
                    bestScore = score;
                    best = k;
                }
            }
        }
        if (best >= 0) {
            double[] values = columns.values[column];
            double low = values[(int) keys[best]];
            double high = values[(int) keys[best + 1]];
            double middle = low / 2 + high / 2;
            bestColumn = column;
            bestThreshold = middle < high ? middle : low;
        }
        return true;
    }

    /** Tries one threshold drawn between the smallest and the largest value; returns whether the column varies. */
    private boolean tryRandom(int column, int from, int to, double all, double ones) {
        double[] values = columns.values[column];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = from; k < to; k++) {
            low = Math.min(low, values[cases[k]]);
            high = Math.max(high, values[cases[k]]);
        }
        if (low == high) {
            return false;
        }
        double u = random.nextDouble();
        double drawnAt = low * (1 - u) + high * u; // no difference, which could overflow
        double threshold = drawnAt < high && drawnAt >= low ? drawnAt : low;
        double w = 0;
        double w1 = 0;
        int count = 0;
        for (int k = from; k < to; k++) {
            int i = cases[k];
            if (values[i] <= threshold) {
                count++;
                w += weight[i];
                w1 += positive[i] ? weight[i] : 0;
            }
        }
        if (count >= options.minimumInLeaf() && to - from - count >= options.minimumInLeaf()) {
            double score = score(w, w1, all, ones);
            if (score > bestScore) {
                bestScore = score;
                bestColumn = column;
                bestThreshold = threshold;
            }
        }
        return true;
    }

    private static double score(double w, double w1, double all, double ones) {
        double w0 = w - w1;
        double r = all - w;
        double r1 = ones - w1;
        double r0 = r - r1;
        return (w0 * w0 + w1 * w1) / w + (r0 * r0 + r1 * r1) / r;
    }
}
