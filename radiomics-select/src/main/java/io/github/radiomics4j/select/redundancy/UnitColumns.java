package io.github.radiomics4j.select.redundancy;

import java.util.Arrays;

/** Columns centred and brought to length 1, whose products are their correlations. */
final class UnitColumns {
    /** Numbers of that size have squares whose sums neither overflow nor vanish. */
    private static final int SAFE = 300;

    private UnitColumns() {}

    /**
     * Returns (x − x̄) / |x − x̄|, in a new array; NaN throughout for a column without two different values.
     *
     * <p>Powers of two bring very large or very small values, and then deviations, near 1 first, so that no square is lost.
     *
     * @param values finite; not modified
     */
    static double[] of(double[] values) {
        double[] x = values.clone();
        if (isConstant(x)) {
            Arrays.fill(x, Double.NaN);
            return x;
        }
        scale(x);
        double mean = Arrays.stream(x).sum() / x.length;
        for (int i = 0; i < x.length; i++) {
            x[i] -= mean;
        }
        scale(x);
        double rest = 0; // what rounding of the mean has left
        for (double value : x) {
            rest += value;
        }
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] -= rest / x.length;
            squares += x[i] * x[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < x.length; i++) {
            x[i] /= length;
        }
        return x;
    }

    private static boolean isConstant(double[] x) {
        for (double value : x) {
            if (value != x[0]) {
                return false;
            }
        }
        return true;
    }

    /** Brings the largest |x| into 1 to 2, unless its square is safe as it is: the bits that come out are the same. */
    private static void scale(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        int exponent = Math.getExponent(largest);
        if (Math.abs(exponent) < SAFE) {
            return;
        }
        for (int i = 0; i < x.length; i++) {
            // In two steps, for 2^1074 is no double.
            x[i] = Math.scalb(Math.scalb(x[i], -exponent / 2), exponent / 2 - exponent);
        }
    }

    /** Returns ranks from 1, equal values sharing the mean of theirs, in a new array. */
    static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // −0 is 0
        }
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = rank(sorted, values[i] + 0.0);
        }
        return ranks;
    }

    /** Returns the mean of the first and the last place of {@code value}, which is there. */
    private static double rank(double[] sorted, double value) {
        int first = Arrays.binarySearch(sorted, value);
        int last = first;
        while (first > 0 && sorted[first - 1] == value) {
            first--;
        }
        while (last < sorted.length - 1 && sorted[last + 1] == value) {
            last++;
        }
        return (first + last) / 2.0 + 1;
    }
}
