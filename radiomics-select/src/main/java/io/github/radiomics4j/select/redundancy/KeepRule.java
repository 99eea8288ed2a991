package io.github.radiomics4j.select.redundancy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of the columns with |r| above a cutoff, strictly, is kept. No rule keeps two columns with such an r between them.
 * Two columns "correlate" below where |r| is above the cutoff.
 */
public enum KeepRule {
    /** Walks the columns in order and keeps each that correlates with none kept before. Depends on the order of columns. */
    KEEP_FIRST {
        @Override
        boolean[] keep(CorrelationMatrix r, int[][] near, double[] p) {
            return walk(near, places(near));
        }
    },
    /**
     * The same walk from the smallest p-value of a test between the classes to the largest; equal ones in the order of
     * columns. As p-values look at the outcome, the filter does too.
     */
    KEEP_MORE_SIGNIFICANT {
        @Override
        boolean[] keep(CorrelationMatrix r, int[][] near, double[] p) {
            Integer[] order = places(near);
            Arrays.sort(order, Comparator.comparingDouble(j -> p[j]));
            return walk(near, order);
        }
    },
    /**
     * Drops each column that correlates with any before it, kept or not: the idiom {@code any(upper[column] > 0.9)} of Python
     * scripts. It drops more than it must: of a chain a–b–c, where a and c do not correlate, it keeps a alone.
     */
    PANDAS_UPPER_TRIANGLE {
        @Override
        boolean[] keep(CorrelationMatrix r, int[][] near, double[] p) {
            boolean[] keep = new boolean[near.length];
            for (int j = 0; j < keep.length; j++) {
                keep[j] = near[j].length == 0 || near[j][0] > j;
            }
            return keep;
        }
    },
    /**
     * Drops, until no two columns correlate, the one that correlates with most of those that are left; among several the one
     * with the largest sum of |r| over them, then the last.
     */
    GREEDY_MAX_DEGREE {
        @Override
        boolean[] keep(CorrelationMatrix r, int[][] near, double[] p) {
            boolean[] keep = all(r.size());
            int[] degrees =
                    Arrays.stream(near).mapToInt(others -> others.length).toArray();
            ExactSums sums = new ExactSums(r);
            for (int next = most(keep, degrees, sums); next >= 0; next = most(keep, degrees, sums)) {
                keep[next] = false;
                for (int j : near[next]) {
                    degrees[j]--;
                }
                for (int j = 0; j < keep.length; j++) {
                    sums.add(j, j == next ? 0 : -Math.abs(r.r(next, j)));
                }
            }
            return keep;
        }

        private static int most(boolean[] keep, int[] degrees, ExactSums sums) {
            int best = -1;
            for (int j = 0; j < keep.length; j++) {
                if (keep[j] && degrees[j] > 0 && (best < 0 || isMore(degrees, sums, j, best))) {
                    best = j;
                }
            }
            return best;
        }

        private static boolean isMore(int[] degrees, ExactSums sums, int later, int best) {
            return degrees[later] > degrees[best]
                    || degrees[later] == degrees[best] && sums.get(later) >= sums.get(best);
        }
    },
    /**
     * caret's {@code findCorrelation(exact = TRUE)}: the columns in falling order of their mean |r|, then each pair that
     * correlates: the first of it is dropped if its mean |r| is above the mean of all |r| in the rows of the others, without the
     * second one's row; else the second is. Means are over what is left; those that agree to 14 digits count as equal.
     */
    CARET_EXACT {
        @Override
        boolean[] keep(CorrelationMatrix r, int[][] near, double[] p) {
            boolean[] keep = all(r.size());
            ExactSums sums = new ExactSums(r);
            double[] atFirst =
                    IntStream.range(0, r.size()).mapToDouble(sums::get).toArray();
            Integer[] order = places(near);
            Arrays.sort(order, Comparator.comparingDouble(j -> -atFirst[j]));
            int left = keep.length;
            int[] places = new int[order.length];
            for (int a = 0; a < order.length; a++) {
                places[order[a]] = a;
            }
            for (int i : order) {
                for (int j : later(near[i], places, i)) {
                    if (keep[i] && keep[j]) {
                        drop(isFirstDropped(sums, keep, i, j, left) ? i : j, keep, sums, r);
                        left--;
                    }
                }
            }
            return keep;
        }

        /** Returns those of {@code others} that stand behind {@code i}, by their places. */
        private static int[] later(int[] others, int[] places, int i) {
            return Arrays.stream(others)
                    .filter(j -> places[j] > places[i])
                    .boxed()
                    .sorted(Comparator.comparingInt(j -> places[j]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private static boolean isFirstDropped(ExactSums sums, boolean[] keep, int i, int j, int left) {
            double total = 0;
            for (int k = 0; k < keep.length; k++) {
                total += keep[k] && k != j ? sums.get(k) : 0;
            }
            double others = left - 1;
            double all = total / (others * others);
            return sums.get(i) / others - all > 1e-14 * all;
        }

        private static void drop(int dropped, boolean[] keep, ExactSums sums, CorrelationMatrix r) {
            keep[dropped] = false;
            for (int k = 0; k < keep.length; k++) {
                if (keep[k]) {
                    sums.add(k, -Math.abs(r.r(k, dropped)));
                }
            }
        }
    },
    /**
     * caret's {@code findCorrelation(exact = FALSE)}: of each pair that correlates, dropped or not, the one with the larger mean
     * |r| over all columns is dropped; the first of it if both agree to 15 digits. May drop all of a group.
     */
    CARET_FAST {
        @Override
        boolean[] keep(CorrelationMatrix r, int[][] near, double[] p) {
            boolean[] keep = all(r.size());
            ExactSums sums = new ExactSums(r);
            double[] means = new double[keep.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = new BigDecimal((sums.get(i) + 1) / means.length)
                        .round(new MathContext(15))
                        .doubleValue();
            }
            for (int j = 0; j < keep.length; j++) {
                for (int i : near[j]) {
                    if (i < j) {
                        keep[means[j] > means[i] ? j : i] = false;
                    }
                }
            }
            return keep;
        }
    };

    /**
     * Returns which columns are kept.
     *
     * @param r without NaN
     * @param near for each column the others with |r| above the cutoff, in order
     * @param p the p-value of each column; looked at by one rule alone
     */
    abstract boolean[] keep(CorrelationMatrix r, int[][] near, double[] p);

    private static boolean[] all(int count) {
        boolean[] keep = new boolean[count];
        Arrays.fill(keep, true);
        return keep;
    }

    private static Integer[] places(int[][] near) {
        return IntStream.range(0, near.length).boxed().toArray(Integer[]::new);
    }

    private static boolean[] walk(int[][] near, Integer[] order) {
        boolean[] keep = new boolean[near.length];
        for (int j : order) {
            boolean isNew = true;
            for (int i : near[j]) {
                isNew &= !keep[i];
            }
            keep[j] = isNew;
        }
        return keep;
    }
}
