package io.github.radiomics4j.select.redundancy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Kendall's τ<sub>b</sub> of two columns in n log n steps: the cases in the order of one column, discordant pairs are the
 * exchanges that sort the other (Knight 1966, doi 10.1080/01621459.1966.10480879).
 */
final class KendallTau {
    /** Cases that are sorted by insertion. */
    private static final int PIECE = 12;

    /** Dense ranks from 0: equal values have one. */
    private final int[] ranks;
    /** Places of the cases by rank. */
    private final int[] order;
    /** Where groups of equal values begin and end in the order: two numbers for each group of more than one. */
    private final int[] groups;
    /** Pairs of cases that are equal. */
    private final long tied;

    private KendallTau(int[] ranks, int[] order, int[] groups, long tied) {
        this.ranks = ranks;
        this.order = order;
        this.groups = groups;
        this.tied = tied;
    }

    /** Prepares a column of finite values; not modified. */
    static KendallTau of(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a] + 0.0, values[b] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[values.length];
        int[] groups = new int[values.length];
        int count = 0;
        long tied = 0;
        int rank = 0;
        for (int start = 0, end; start < order.length; start = end) {
            end = start;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                ranks[order[end++]] = rank;
            }
            rank++;
            long size = end - start;
            tied += size * (size - 1) / 2;
            if (size > 1) {
                groups[count++] = start;
                groups[count++] = end;
            }
        }
        return new KendallTau(ranks, order, Arrays.copyOf(groups, count), tied);
    }

    /**
     * Returns τ<sub>b</sub>; NaN if a column has no two different values.
     *
     * @param work room for twice the cases; overwritten
     */
    double with(KendallTau other, int[] work) {
        int n = order.length;
        for (int i = 0; i < n; i++) {
            work[i] = other.ranks[order[i]];
        }
        long both = sortWithinTies(work);
        long discordant = exchanges(work, n);
        long pairs = (long) n * (n - 1) / 2;
        long difference = pairs - tied - other.tied + both - 2 * discordant;
        return difference / (Math.sqrt((double) (pairs - tied)) * Math.sqrt((double) (pairs - other.tied)));
    }

    /** Sorts the other's ranks where the own are equal, and returns the pairs that are equal in both. */
    private long sortWithinTies(int[] work) {
        long both = 0;
        for (int g = 0; g < groups.length; g += 2) {
            Arrays.sort(work, groups[g], groups[g + 1]);
            long run = 0;
            for (int i = groups[g] + 1; i < groups[g + 1]; i++) {
                run = work[i] == work[i - 1] ? run + 1 : 0;
                both += run;
            }
        }
        return both;
    }

    /**
     * Returns how many pairs stand in the wrong order: short pieces are sorted by insertion, then merged. The first n of {@code
     * work} are sorted, the rest is room.
     */
    private static long exchanges(int[] work, int n) {
        long count = 0;
        for (int start = 0; start < n; start += PIECE) {
            count += insert(work, start, Math.min(start + PIECE, n));
        }
        for (int width = PIECE; width < n; width *= 2) {
            for (int start = 0; start + width < n; start += 2 * width) {
                count += merge(work, n, start, start + width, Math.min(start + 2 * width, n));
            }
        }
        return count;
    }

    private static long insert(int[] work, int start, int end) {
        long count = 0;
        for (int i = start + 1; i < end; i++) {
            int value = work[i];
            int j = i;
            while (j > start && work[j - 1] > value) {
                work[j] = work[j - 1];
                j--;
            }
            work[j] = value;
            count += i - j;
        }
        return count;
    }

    private static long merge(int[] work, int n, int start, int middle, int end) {
        long count = 0;
        System.arraycopy(work, start, work, n, middle - start);
        int left = n;
        int leftEnd = n + middle - start;
        int right = middle;
        int to = start;
        while (left < leftEnd && right < end) {
            if (work[left] <= work[right]) {
                work[to++] = work[left++];
            } else {
                count += leftEnd - left;
                work[to++] = work[right++];
            }
        }
        System.arraycopy(work, left, work, to, leftEnd - left);
        return count;
    }
}
