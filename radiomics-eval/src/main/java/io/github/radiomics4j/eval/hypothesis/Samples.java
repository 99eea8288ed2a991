package io.github.radiomics4j.eval.hypothesis;

import java.util.Arrays;

/** Sums over sorted values, so that the order in which cases are given changes no bit. */
final class Samples {
    private Samples() {}

    /** Returns the values in ascending order, in a new array; −0 becomes 0. */
    static double[] sorted(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "values must be finite, found " + values[i] + " at " + i + " of " + values.length);
            }
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Returns the sorted values of the positive cases, and those of the others. */
    static double[][] sorted(double[] values, boolean[] positive) {
        if (values.length != positive.length) {
            throw new IllegalArgumentException(
                    "a class is needed for each of " + values.length + " values, found " + positive.length);
        }
        int count = 0;
        for (boolean is : positive) {
            count += is ? 1 : 0;
        }
        double[] first = new double[count];
        double[] second = new double[values.length - count];
        int i = 0;
        int j = 0;
        for (int k = 0; k < values.length; k++) {
            if (positive[k]) {
                first[i++] = values[k];
            } else {
                second[j++] = values[k];
            }
        }
        return new double[][] {sorted(first), sorted(second)};
    }

    static double[][] sorted(double[]... groups) {
        double[][] sorted = new double[groups.length][];
        for (int g = 0; g < groups.length; g++) {
            sorted[g] = sorted(groups[g]);
        }
        return sorted;
    }

    /** Returns the mean of sorted values, exact where all are equal; NaN of none. */
    static double mean(double[] sorted) {
        if (sorted.length > 0 && sorted[0] == sorted[sorted.length - 1]) {
            return sorted[0];
        }
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        double mean = sum / sorted.length;
        double rest = 0;
        for (double value : sorted) {
            rest += value - mean;
        }
        return mean + rest / sorted.length;
    }

    /** Returns Σ (x − mean)², in a second pass: a sum of squares loses the digits of values far from 0. */
    static double squares(double[] sorted, double mean) {
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return squares;
    }

    /** Returns the variance with divisor n − 1; NaN of fewer than two. */
    static double variance(double[] sorted, double mean) {
        return sorted.length < 2 ? Double.NaN : squares(sorted, mean) / (sorted.length - 1);
    }

    static double median(double[] sorted) {
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? sorted[n / 2] : sorted[n / 2 - 1] + (sorted[n / 2] - sorted[n / 2 - 1]) / 2;
    }

    /** Returns Σ (t³ − t) over groups of t equal values. */
    static double tieTerm(double[] sorted) {
        double term = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = i + 1;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            double t = end - i;
            term += t * t * t - t;
            i = end;
        }
        return term;
    }

    /** Returns all values of sorted groups together, sorted. */
    static double[] pooled(double[][] groups) {
        double[] all =
                new double[Arrays.stream(groups).mapToInt(group -> group.length).sum()];
        int next = 0;
        for (double[] group : groups) {
            System.arraycopy(group, 0, all, next, group.length);
            next += group.length;
        }
        Arrays.sort(all);
        return all;
    }

    /** Returns twice the mean rank, from 1, of {@code value}, which is one of the sorted values. */
    static long doubledRank(double[] sorted, double value) {
        return (long) below(sorted, value, false) + below(sorted, value, true) + 1;
    }

    /** Returns how many sorted values are below {@code value}, or at most that. */
    static int below(double[] sorted, double value, boolean isEqualToo) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || isEqualToo && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
