package io.github.radiomics4j.intensity;

import java.util.Arrays;

/**
 * Finds the values that sorting an array would put at some ranks, in a time that is proportional to its length.
 *
 * <p>A first pass counts values in equally wide buckets from the least to the largest, a second one gathers the few buckets
 * in which the ranks lie; within them a quickselect goes for all their ranks at once. Buckets need no comparison that a
 * processor would guess wrong half of the time, as quickselect alone does: see OrderStatisticsBenchmark.
 */
final class Selection {
    private static final int BUCKETS = 1024;

    /** Below this many values buckets do not pay. */
    private static final int FEW = 512;

    /** A part with fewer values than this is sorted. */
    private static final int SMALL = 48;

    private Selection() {}

    /**
     * Returns the value at each of {@code ranks}.
     *
     * @param values finite; not modified
     * @param ranks ascending, each from 0 to {@code values.length - 1}; not modified
     */
    static double[] at(double[] values, int[] ranks) {
        double least = values[0];
        double largest = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
        }
        // A little less than the number of buckets, so that the largest value falls into the last one.
        double bucketsPerUnit = (BUCKETS - 1e-9) / (largest - least);
        boolean hasScale = bucketsPerUnit > 0 && bucketsPerUnit < Double.POSITIVE_INFINITY;
        return values.length < FEW || !hasScale
                ? byQuickselect(values, ranks)
                : byBuckets(values, ranks, least, bucketsPerUnit);
    }

    private static double[] byQuickselect(double[] values, int[] ranks) {
        double[] arranged = values.clone();
        arrange(arranged, 0, arranged.length, ranks);
        double[] found = new double[ranks.length];
        for (int r = 0; r < ranks.length; r++) {
            found[r] = arranged[ranks[r]];
        }
        return found;
    }

    private static double[] byBuckets(double[] values, int[] ranks, double least, double bucketsPerUnit) {
        int[] counts = new int[BUCKETS];
        for (double value : values) {
            counts[(int) ((value - least) * bucketsPerUnit)]++;
        }
        // place[b] is where the next value of bucket b goes, or -1 if no rank lies in it.
        int[] place = new int[BUCKETS];
        int[] startOfRank = new int[ranks.length];
        int[] endOfRank = new int[ranks.length];
        int[] localRanks = new int[ranks.length];
        int gathered = 0;
        int before = 0;
        int r = 0;
        for (int b = 0; b < BUCKETS; b++) {
            place[b] = -1;
            int end = before + counts[b];
            if (r < ranks.length && ranks[r] < end) {
                place[b] = gathered;
                for (; r < ranks.length && ranks[r] < end; r++) {
                    startOfRank[r] = gathered;
                    endOfRank[r] = gathered + counts[b];
                    localRanks[r] = gathered + ranks[r] - before;
                }
                gathered += counts[b];
            }
            before = end;
        }
        double[] part = new double[gathered];
        for (double value : values) {
            int b = (int) ((value - least) * bucketsPerUnit);
            if (place[b] >= 0) {
                part[place[b]++] = value;
            }
        }
        double[] found = new double[ranks.length];
        for (int first = 0; first < ranks.length; ) {
            int last = first;
            while (last < ranks.length && startOfRank[last] == startOfRank[first]) {
                last++;
            }
            arrange(part, startOfRank[first], endOfRank[first], Arrays.copyOfRange(localRanks, first, last));
            first = last;
        }
        for (int i = 0; i < ranks.length; i++) {
            found[i] = part[localRanks[i]];
        }
        return found;
    }

    /**
     * Rearranges the values from {@code from} to {@code to} so that each of {@code ranks} holds what it would if they were
     * sorted.
     *
     * @param values without NaN; overwritten
     * @param ranks ascending, each within the part; not modified
     */
    static void arrange(double[] values, int from, int to, int[] ranks) {
        int halvings = 32 - Integer.numberOfLeadingZeros(to - from);
        arrange(values, from, to - 1, ranks, 0, ranks.length, 2 * halvings);
    }

    /**
     * Invariant: what belongs at ranks {@code ranks[first]} to {@code ranks[end - 1]} lies between {@code low} and
     * {@code high}.
     *
     * @param depth partitions left before a part, which then resists halving, is sorted
     */
    private static void arrange(double[] a, int low, int high, int[] ranks, int first, int end, int depth) {
        if (first == end) {
            return;
        }
        if (high - low < SMALL || depth == 0) {
            Arrays.sort(a, low, high + 1);
            return;
        }
        double pivot = median(a[low], a[(low + high) >>> 1], a[high]);
        int i = low;
        int j = high;
        while (i <= j) {
            while (a[i] < pivot) {
                i++;
            }
            while (a[j] > pivot) {
                j--;
            }
            if (i <= j) {
                double swapped = a[i];
                a[i++] = a[j];
                a[j--] = swapped;
            }
        }
        // Now low..j holds values up to the pivot, i..high from the pivot on, and what is between equals it.
        int split = first;
        while (split < end && ranks[split] <= j) {
            split++;
        }
        int right = split;
        while (right < end && ranks[right] < i) {
            right++;
        }
        arrange(a, low, j, ranks, first, split, depth - 1);
        arrange(a, i, high, ranks, right, end, depth - 1);
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
