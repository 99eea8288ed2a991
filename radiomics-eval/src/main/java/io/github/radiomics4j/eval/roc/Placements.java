package io.github.radiomics4j.eval.roc;

import java.util.Arrays;

/**
 * Where the scores of each class lie among those of the other, counted in halves: w = 2 · (number below) + (number
 * equal). Whole numbers, so that areas are exact and ties are ties.
 *
 * <p>With m positive and n negative cases, w / 2n of a positive case is its placement V₁₀ and 1 − w / 2m of a negative
 * one its placement V₀₁ (DeLong, DeLong and Clarke-Pearson 1988). One sort of each class, then searches: O((m + n) log(m
 * + n)), as Sun and Xu 2014 (doi 10.1109/LSP.2014.2337313) have it.
 *
 * @param ofPositives w of each positive case, in the order of the input
 * @param ofNegatives w of each negative case, in the order of the input
 */
record Placements(long[] ofPositives, long[] ofNegatives) {

    /**
     * Counts the placements.
     *
     * @param scores finite; not modified
     * @param positive as many; not modified
     * @throws IllegalArgumentException if a score is not finite or a class has no case
     */
    static Placements of(double[] scores, boolean[] positive) {
        double[][] classes = byClass(scores, positive);
        double[] negatives = classes[0].clone();
        double[] positives = classes[1].clone();
        Arrays.sort(negatives);
        Arrays.sort(positives);
        return new Placements(among(negatives, classes[1]), among(positives, classes[0]));
    }

    /** Returns the scores of the negative and of the positive cases; −0 becomes 0, its equal. */
    static double[][] byClass(double[] scores, boolean[] positive) {
        if (scores.length != positive.length) {
            throw new IllegalArgumentException(
                    "scores and truth must be as many, found " + scores.length + " and " + positive.length);
        }
        int positives = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException("scores must be finite, found " + scores[i] + " at place " + i);
            }
            positives += positive[i] ? 1 : 0;
        }
        if (positives == 0 || positives == scores.length) {
            throw new IllegalArgumentException("both classes must have cases, found " + positives + " positive and "
                    + (scores.length - positives) + " negative");
        }
        double[][] classes = {new double[scores.length - positives], new double[positives]};
        int[] next = new int[2];
        for (int i = 0; i < scores.length; i++) {
            int one = positive[i] ? 1 : 0;
            classes[one][next[one]++] = scores[i] + 0.0;
        }
        return classes;
    }

    /**
     * Returns w of each value among the sorted ones. As many buckets of one width as there are sorted values say where to
     * search: the bucket never falls as the value rises, so values of lower buckets are below and those of higher ones above.
     *
     * @param sorted ascending; not modified
     */
    private static long[] among(double[] sorted, double[] values) {
        int count = sorted.length;
        double first = sorted[0];
        double scale = scale(first, sorted[count - 1], count);
        int[] ends = new int[count]; // places before which all values are of this bucket or lower ones
        for (double one : sorted) {
            ends[bucket(one, first, scale, count)]++;
        }
        for (int b = 1; b < count; b++) {
            ends[b] += ends[b - 1];
        }
        long[] out = new long[values.length];
        for (int i = 0; i < out.length; i++) {
            int b = bucket(values[i], first, scale, count);
            int below = lowerBound(sorted, b == 0 ? 0 : ends[b - 1], ends[b], values[i]);
            int notAbove = below;
            if (below < count && sorted[below] == values[i]) {
                notAbove = lowerBound(sorted, below, ends[b], Math.nextUp(values[i]));
            }
            out[i] = (long) below + notAbove;
        }
        return out;
    }

    /** Returns buckets per unit; 0, one bucket for all, where that is no finite number. */
    private static double scale(double first, double last, int count) {
        double scale = count / (last - first);
        return Double.isFinite(scale) ? scale : 0;
    }

    private static int bucket(double value, double first, double scale, int count) {
        double distance = Math.max(0, value - first);
        return scale == 0 ? 0 : (int) Math.min(count - 1.0, distance * scale);
    }

    /** Returns the first place from {@code low} to {@code high} whose value is not less than {@code value}. */
    private static int lowerBound(double[] sorted, int low, int high, double value) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    int positiveCount() {
        return ofPositives.length;
    }

    int negativeCount() {
        return ofNegatives.length;
    }

    /** Returns the area: Σ w / 2mn, rounded once. */
    double auc() {
        long sum = 0;
        for (long w : ofPositives) {
            sum += w;
        }
        return sum / (2.0 * positiveCount() * negativeCount());
    }
}
