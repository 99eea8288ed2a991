package io.github.radiomics4j.preprocess;

import java.util.Arrays;

/**
 * The inverse of a 2 × 2 or 3 × 3 matrix to the last bit that ITK has: V · diag(1 / s) · Uᵀ of a singular value decomposition in
 * LINPACK's order of operations (Householder reduction to bidiagonal form, then QR steps with shift; Golub and Reinsch
 * 1970, Dongarra et al. 1979, chapter 11).
 *
 * <p>Any inverse would do, but for one thing: in an oblique volume the center of a new voxel often lies halfway between
 * two old ones up to rounding alone, and this rounding then decides, voxel by voxel, what belongs to the region.
 *
 * <p>Columns are arrays: {@code x[j][i]} is row i, column j. The bidiagonal matrix has diagonal {@code s} and, above it,
 * {@code e}.
 */
final class ItkInverse {
    private static final int MAXIMUM_STEPS = 1000;

    private final int n;
    private final double[][] x;
    private final double[][] u;
    private final double[][] v;
    private final double[] s;
    private final double[] e;

    private ItkInverse(double[] m, int n) {
        this.n = n;
        x = new double[n][n];
        u = new double[n][n];
        v = new double[n][n];
        s = new double[n];
        e = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                x[j][i] = m[3 * i + j];
            }
        }
    }

    /**
     * Returns the inverse of {@code m}, both row-major, 3 × 3.
     *
     * @param m an invertible matrix; not modified
     * @param dimensions 3, or 2 where all but the first two rows and columns are those of the unit matrix
     */
    static double[] of(double[] m, int dimensions) {
        ItkInverse task = new ItkInverse(m, dimensions);
        task.bidiagonalize();
        task.accumulateLeft();
        task.accumulateRight();
        task.diagonalize();
        return task.product();
    }

    private void bidiagonalize() {
        for (int l = 0; l < n - 1; l++) {
            s[l] = -reflector(x[l], l);
            for (int j = l + 1; j < n; j++) {
                if (s[l] != 0) {
                    reflect(x[l], x[j], l);
                }
                e[j] = x[j][l];
            }
            System.arraycopy(x[l], l, u[l], l, n - l);
            if (l < n - 2) {
                reduceFirstRow();
            }
        }
        s[n - 1] = x[n - 1][n - 1];
        e[n - 2] = x[n - 1][n - 2];
        e[n - 1] = 0;
    }

    /** Of three rows; two need not be reduced. */
    private void reduceFirstRow() {
        e[0] = -reflector(e, 1);
        if (e[0] != 0) {
            double w1 = e[1] * x[1][1] + e[2] * x[2][1];
            double w2 = e[1] * x[1][2] + e[2] * x[2][2];
            for (int j = 1; j < 3; j++) {
                double t = -e[j] / e[1];
                x[j][1] += t * w1;
                x[j][2] += t * w2;
            }
        }
        v[0][1] = e[1];
        v[0][2] = e[2];
    }

    /**
     * Makes {@code a} from {@code from} on the vector of a Householder reflection that leaves one element.
     *
     * @param a overwritten from {@code from} on
     * @return the signed length of what was there
     */
    private static double reflector(double[] a, int from) {
        double length = length(a, from);
        if (length == 0) {
            return 0;
        }
        if (a[from] != 0) {
            length = Math.copySign(length, a[from]);
        }
        double factor = 1.0 / length;
        for (int i = from; i < a.length; i++) {
            a[i] *= factor;
        }
        a[from] += 1.0;
        return length;
    }

    private static double length(double[] a, int from) {
        double scale = 0;
        double sum = 1;
        for (int i = from; i < a.length; i++) {
            double size = Math.abs(a[i]);
            if (size == 0) {
                continue;
            }
            if (scale < size) {
                double r = scale / size;
                sum = 1 + sum * (r * r);
                scale = size;
            } else {
                double r = size / scale;
                sum += r * r;
            }
        }
        return scale * Math.sqrt(sum);
    }

    /** Applies the reflection {@code h} to {@code a}, elements from {@code from} on. */
    private static void reflect(double[] h, double[] a, int from) {
        double dot = 0;
        for (int i = from; i < a.length; i++) {
            dot += h[i] * a[i];
        }
        double t = -dot / h[from];
        for (int i = from; i < a.length; i++) {
            a[i] += t * h[i];
        }
    }

    private void accumulateLeft() {
        u[n - 1][n - 1] = 1;
        for (int l = n - 2; l >= 0; l--) {
            if (s[l] == 0) {
                unit(u[l], l);
                continue;
            }
            for (int j = l + 1; j < n; j++) {
                reflect(u[l], u[j], l);
            }
            for (int i = l; i < n; i++) {
                u[l][i] = -u[l][i];
            }
            u[l][l] += 1.0;
        }
    }

    private void accumulateRight() {
        for (int l = n - 1; l > 0; l--) {
            unit(v[l], l);
        }
        if (n == 3 && e[0] != 0) {
            reflect(v[0], v[1], 1);
            reflect(v[0], v[2], 1);
        }
        unit(v[0], 0);
    }

    private static void unit(double[] a, int at) {
        Arrays.fill(a, 0);
        a[at] = 1;
    }

    private void diagonalize() {
        int m = n;
        for (int step = 0; m > 0; step++) {
            if (step == MAXIMUM_STEPS) {
                throw new IllegalStateException("the singular values of a direction matrix do not converge");
            }
            int l = m - 1;
            while (l > 0 && !isNegligible(l - 1)) {
                l--;
            }
            if (l > 0) {
                e[l - 1] = 0;
            }
            if (l == m - 1) {
                makePositive(l);
                sortIn(l);
                m--;
            } else {
                step(l, m);
            }
        }
    }

    private boolean isNegligible(int k) {
        double test = Math.abs(s[k]) + Math.abs(s[k + 1]);
        return test + Math.abs(e[k]) == test;
    }

    private void makePositive(int k) {
        if (s[k] < 0) {
            s[k] = -s[k];
            for (int i = 0; i < n; i++) {
                v[k][i] = -v[k][i];
            }
        }
    }

    private void sortIn(int k) {
        for (int i = k; i < n - 1 && s[i] < s[i + 1]; i++) {
            double t = s[i];
            s[i] = s[i + 1];
            s[i + 1] = t;
            swap(u, i);
            swap(v, i);
        }
    }

    private static void swap(double[][] columns, int i) {
        double[] t = columns[i];
        columns[i] = columns[i + 1];
        columns[i + 1] = t;
    }

    /** One QR step on rows {@code l} to {@code m - 1}. */
    private void step(int l, int m) {
        double shift = shift(l, m);
        double scale = scale(l, m);
        double sm = s[m - 1] / scale;
        double sl = s[l] / scale;
        double el = e[l] / scale;
        double f = (sl + sm) * (sl - sm) + shift;
        double g = sl * el;
        for (int k = l; k < m - 1; k++) {
            double r = rotationLength(f, g);
            double cos = f / r;
            double sin = g / r;
            if (k != l) {
                e[k - 1] = r;
            }
            f = cos * s[k] + sin * e[k];
            e[k] = cos * e[k] - sin * s[k];
            g = sin * s[k + 1];
            s[k + 1] = cos * s[k + 1];
            rotate(v[k], v[k + 1], cos, sin);
            r = rotationLength(f, g);
            cos = f / r;
            sin = g / r;
            s[k] = r;
            f = cos * e[k] + sin * s[k + 1];
            s[k + 1] = -sin * e[k] + cos * s[k + 1];
            g = sin * e[k + 1];
            e[k + 1] = cos * e[k + 1];
            rotate(u[k], u[k + 1], cos, sin);
        }
        e[m - 2] = f;
    }

    private double scale(int l, int m) {
        double a = Math.max(Math.abs(s[m - 1]), Math.abs(s[m - 2]));
        double b = Math.max(Math.abs(e[m - 2]), Math.abs(s[l]));
        return Math.max(Math.max(a, b), Math.abs(e[l]));
    }

    private double shift(int l, int m) {
        double scale = scale(l, m);
        double sm = s[m - 1] / scale;
        double before = s[m - 2] / scale;
        double em = e[m - 2] / scale;
        double b = ((before + sm) * (before - sm) + em * em) / 2.0;
        double c = (sm * em) * (sm * em);
        if (b == 0 && c == 0) {
            return 0;
        }
        double root = Math.sqrt(b * b + c);
        return c / (b + (b < 0 ? -root : root));
    }

    /** Returns √(f² + g²) with the sign of the larger. */
    private static double rotationLength(double f, double g) {
        double larger = Math.abs(f) > Math.abs(g) ? f : g;
        double scale = Math.abs(f) + Math.abs(g);
        double p = f / scale;
        double q = g / scale;
        return Math.copySign(scale * Math.sqrt(p * p + q * q), larger);
    }

    private static void rotate(double[] a, double[] b, double cos, double sin) {
        for (int i = 0; i < a.length; i++) {
            double t = cos * a[i] + sin * b[i];
            b[i] = cos * b[i] - sin * a[i];
            a[i] = t;
        }
    }

    private double[] product() {
        double[] inverse = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = v[0][i] * (1.0 / s[0]) * u[0][j];
                for (int k = 1; k < n; k++) {
                    sum += v[k][i] * (1.0 / s[k]) * u[k][j];
                }
                inverse[3 * i + j] = sum;
            }
        }
        return inverse;
    }
}
