package io.github.radiomics4j.select.redundancy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Kendall's τ<sub>b</sub> of two columns in n log n steps: the cases in the order of one column, discordant pairs are the
 * exchanges that sort the other (Knight 1966, doi 10.1080/01621459.1966.10480879).
 */
final class KendallTau {
    /** Dense ranks from 0: equal values have one. */
    private final int[] ranks;
    /** Places of the cases by rank. */
    private final int[] order;
    /** Pairs of cases that are equal. */
    private final long tied;

    private KendallTau(int[] ranks, int[] order, long tied) {
        this.ranks = ranks;
        this.order = order;
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
        long tied = 0;
        long run = 0;
        for (int i = 1; i < order.length; i++) {
            boolean isEqual = values[order[i]] == values[order[i - 1]];
            ranks[order[i]] = ranks[order[i - 1]] + (isEqual ? 0 : 1);
            run = isEqual ? run + 1 : 0;
            tied += run;
        }
        return new KendallTau(ranks, order, tied);
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
        int n = order.length;
        for (int start = 0, end; start < n; start = end) {
            end = start + 1;
            while (end < n && ranks[order[end]] == ranks[order[start]]) {
                end++;
            }
            if (end - start > 1) {
                Arrays.sort(work, start, end);
                long run = 0;
                for (int i = start + 1; i < end; i++) {
                    run = work[i] == work[i - 1] ? run + 1 : 0;
                    both += run;
                }
            }
        }
        return both;
    }

    /** Returns how many pairs stand in the wrong order, by merging; the first n of {@code work} are sorted, the rest is room. */
    private static long exchanges(int[] work, int n) {
        long count = 0;
        for (int width = 1; width < n; width *= 2) {
            for (int start = 0; start + width < n; start += 2 * width) {
                count += merge(work, n, start, start + width, Math.min(start + 2 * width, n));
            }
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
