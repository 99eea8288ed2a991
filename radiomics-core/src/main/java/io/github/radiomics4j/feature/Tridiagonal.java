package io.github.radiomics4j.feature;

import java.util.Arrays;

/**
 * A symmetric tridiagonal matrix that grows by a row and a column at a time, as Lanczos' iteration makes it, and its
 * eigenvalue of largest absolute value.
 *
 * <p>Method. The pivots of T − x are all negative exactly when x lies above all eigenvalues: bisection by that test
 * encloses an outer eigenvalue, never another; Rayleigh's iteration then sharpens it and the test is made once more. The
 * outer eigenvalues of a larger matrix enclose those of a smaller, so each search begins where the last one ended.
 */
final class Tridiagonal {
    /** Relative width at which Rayleigh's iteration, which triples the digits, takes over from bisection. */
    private static final double ENCLOSURE = 1e-6;

    private static final double PRECISION = 1e-12;

    private int size;
    private double[] diagonal = new double[32];
    private double[] beside = new double[32];
    private double[] down = new double[32];
    private double[] up = new double[32];
    private double knownTop = Double.NEGATIVE_INFINITY;
    private double knownBottom = Double.NEGATIVE_INFINITY;
    private double value;
    private double squares;
    private double last;

    int size() {
        return size;
    }

    /** Adds a row: its diagonal element, and the one that will join it to the next row. */
    void add(double diagonalElement, double next) {
        if (size == diagonal.length) {
            diagonal = Arrays.copyOf(diagonal, 2 * size);
            beside = Arrays.copyOf(beside, 2 * size);
            down = new double[2 * size];
            up = new double[2 * size];
        }
        diagonal[size] = diagonalElement;
        beside[size++] = next;
    }

    /** Returns the element beside the row before the newest, 0 for the first. */
    double lastBeside() {
        return size == 0 ? 0 : beside[size - 1];
    }

    /** Returns the eigenvalue of largest absolute value. */
    double largestAbsolute() {
        double width = enclose(1, knownTop);
        double top = knownTop;
        if (isAboveAll(top, -1)) {
            value = sharpen(1, top, width);
            return value;
        }
        double bottomWidth = enclose(-1, knownBottom);
        double positive = sharpen(1, top, width);
        double negative = sharpen(-1, knownBottom, bottomWidth);
        value = negative > positive ? -negative : positive;
        return value;
    }

    /** Returns the absolute last component of the normalized eigenvector of {@link #largestAbsolute}. */
    double lastComponent() {
        residual(value);
        return Math.abs(last) / Math.sqrt(squares);
    }

    /** Sets the known lower bound of the largest eigenvalue of sign · T, and returns the distance to an upper one. */
    private double enclose(int sign, double known) {
        double low = known;
        double high = 0;
        for (int i = 0; i < size; i++) {
            low = Math.max(low, sign * diagonal[i]);
            double radius = (i > 0 ? beside[i - 1] : 0) + (i + 1 < size ? beside[i] : 0);
            high = Math.max(high, sign * diagonal[i] + radius);
        }
        while (high - low > ENCLOSURE * Math.max(Math.abs(low), Math.abs(high)) && high - low > Double.MIN_NORMAL) {
            double x = low + (high - low) / 2;
            if (isAboveAll(x, sign)) {
                high = x;
            } else {
                low = x;
            }
        }
        if (sign > 0) {
            knownTop = low;
        } else {
            knownBottom = low;
        }
        return high - low;
    }

    /** Returns the largest eigenvalue of sign · T, which lies in {@code low} to {@code low + width}. */
    private double sharpen(int sign, double low, double width) {
        double x = low + width / 2;
        for (int k = 0; k < 6; k++) {
            double change = sign * residual(sign * x) / squares;
            x += change;
            if (Math.abs(change) <= Math.ulp(x)) {
                break;
            }
        }
        double margin = PRECISION * Math.abs(x);
        if (x >= low - margin && x <= low + width + margin && isAboveAll(x + margin, sign)) {
            return x;
        }
        double from = low;
        double to = low + width;
        for (int k = 0; k < 60 && to - from > Math.ulp(to); k++) {
            double middle = from + (to - from) / 2;
            if (isAboveAll(middle, sign)) {
                to = middle;
            } else {
                from = middle;
            }
        }
        return to;
    }

    /** Returns whether x lies above all eigenvalues of sign · T. */
    private boolean isAboveAll(double x, int sign) {
        double pivot = sign * diagonal[0] - x;
        for (int i = 1; i < size && pivot < 0; i++) {
            pivot = sign * diagonal[i] - x - beside[i - 1] * beside[i - 1] / pivot;
        }
        return pivot < 0;
    }

    /**
     * Solves (T − x) z = r but for one row, where z is 1, and returns the residual r there; sets {@link #squares} = |z|²
     * and {@link #last}, z's last component. Pivots run from both ends to the row where they meet best.
     */
    private double residual(double x) {
        down[0] = diagonal[0] - x;
        for (int i = 1; i < size; i++) {
            down[i] = diagonal[i] - x - beside[i - 1] * beside[i - 1] / nonZero(down[i - 1]);
        }
        up[size - 1] = diagonal[size - 1] - x;
        for (int i = size - 2; i >= 0; i--) {
            up[i] = diagonal[i] - x - beside[i] * beside[i] / nonZero(up[i + 1]);
        }
        int meeting = 0;
        double residual = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double here = down[i] + up[i] - (diagonal[i] - x);
            if (Math.abs(here) < Math.abs(residual)) {
                residual = here;
                meeting = i;
            }
        }
        squares = 1;
        double component = 1;
        for (int i = meeting - 1; i >= 0; i--) {
            component *= -beside[i] / nonZero(down[i]);
            squares += component * component;
        }
        component = 1;
        for (int i = meeting + 1; i < size; i++) {
            component *= -beside[i - 1] / nonZero(up[i]);
            squares += component * component;
        }
        last = component;
        return residual;
    }

    private static double nonZero(double pivot) {
        return pivot == 0 ? Double.MIN_NORMAL : pivot;
    }
}
