package io.github.radiomics4j.intensity;

import java.util.Arrays;

/**
 * Puts some values of an array where sorting would put them, in a time that is proportional to the length: quickselect for
 * several ranks at once.
 */
final class Selection {
    /** Below this many values a part is sorted. */
    private static final int SMALL = 48;

    private Selection() {}

    /**
     * Rearranges {@code values} so that each of {@code ranks} holds what it would if the array were sorted.
     *
     * @param values without NaN; overwritten
     * @param ranks ascending, each from 0 to {@code values.length - 1}; not modified
     */
    static void arrange(double[] values, int[] ranks) {
        int halvings = 32 - Integer.numberOfLeadingZeros(values.length);
        arrange(values, 0, values.length - 1, ranks, 0, ranks.length, 2 * halvings);
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
