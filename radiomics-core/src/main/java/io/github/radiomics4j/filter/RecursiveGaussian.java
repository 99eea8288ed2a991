package io.github.radiomics4j.filter;

/**
 * Deriche's recursive approximation, of fourth order, of the convolution of a line with a Gaussian or with its second
 * derivative: the sum of a causal and an anticausal filter,
 *
 * <pre>{@code
 * c[i] = Σ_m=0…3 N_m x[i − m] − Σ_m=1…4 D_m c[i − m]
 * a[i] = Σ_m=1…4 M_m x[i + m] − Σ_m=1…4 D_m a[i + m]
 * }</pre>
 *
 * with the coefficients and the order of operations of ITK, whose bits it gives. Beyond the ends of the line the end
 * values repeat, and past results there are what the filter gives for a constant.
 *
 * <p>The coefficients need sine, cosine and exponential from {@link RoundedMath}: a last bit of theirs is seen in
 * one voxel of a hundred thousand.
 */
final class RecursiveGaussian {
    /** Rows of work space that {@link #filter} needs. */
    static final int WORK_ROWS = 5;

    private static final double[] A1 = {1.3530, -0.6724, -1.3563};
    private static final double[] B1 = {1.8151, -3.4327, 5.2318};
    private static final double W1 = 0.6681;
    private static final double L1 = -1.3932;
    private static final double[] A2 = {-0.3531, 0.6724, 0.3446};
    private static final double[] B2 = {0.0902, 0.6100, -2.2355};
    private static final double W2 = 2.0787;
    private static final double L2 = -1.3732;

    /** N_0 … N_3, M_1 … M_4, D_1 … D_4, and D_m times the response to a constant, causal (BN) and anticausal (BM). */
    private final double[] n;

    private final double[] m;
    private final double[] d;
    private final double[] bn;
    private final double[] bm;

    private RecursiveGaussian(double[] n, double[] d) {
        this.n = n;
        this.d = d;
        this.m = new double[] {n[1] - d[0] * n[0], n[2] - d[1] * n[0], n[3] - d[2] * n[0], -d[3] * n[0]};
        double sn = n[0] + n[1] + n[2] + n[3];
        double sm = m[0] + m[1] + m[2] + m[3];
        double sd = 1.0 + d[0] + d[1] + d[2] + d[3];
        this.bn = new double[] {d[0] * sn / sd, d[1] * sn / sd, d[2] * sn / sd, d[3] * sn / sd};
        this.bm = new double[] {d[0] * sm / sd, d[1] * sm / sd, d[2] * sm / sd, d[3] * sm / sd};
    }

    /**
     * What the coefficients of one σ and spacing are made of.
     *
     * @param sigmaMm σ in mm
     * @param s1 sin(W1 / σd), σd = σ / spacing
     * @param s2 sin(W2 / σd)
     * @param c1 cos(W1 / σd)
     * @param c2 cos(W2 / σd)
     * @param e1 exp(L1 / σd)
     * @param e2 exp(L2 / σd)
     */
    record Terms(double sigmaMm, double s1, double s2, double c1, double c2, double e1, double e2) {
        static Terms of(double sigmaMm, double spacingMm) {
            double s = sigmaMm / spacingMm;
            return new Terms(
                    sigmaMm,
                    RoundedMath.sin(W1 / s),
                    RoundedMath.sin(W2 / s),
                    RoundedMath.cos(W1 / s),
                    RoundedMath.cos(W2 / s),
                    RoundedMath.exp(L1 / s),
                    RoundedMath.exp(L2 / s));
        }
    }

    /** Returns the filter for the Gaussian itself. */
    static RecursiveGaussian smoothing(Terms terms) {
        double[] d = denominator(terms);
        double[] n = numerator(terms, 0);
        double alpha = 2 * sum(n) / (1.0 + d[0] + d[1] + d[2] + d[3]) - n[0];
        return new RecursiveGaussian(scaled(n, 1.0 / alpha), d);
    }

    /** Returns the filter for the second derivative, times σ². */
    static RecursiveGaussian secondDerivative(Terms terms) {
        double[] d = denominator(terms);
        double sd = 1.0 + d[0] + d[1] + d[2] + d[3];
        double dd = d[0] + 2 * d[1] + 3 * d[2] + 4 * d[3];
        double ed = d[0] + 4 * d[1] + 9 * d[2] + 16 * d[3];
        double[] n0 = numerator(terms, 0);
        double[] n2 = numerator(terms, 2);
        double beta = -(2 * sum(n2) - sd * n2[0]) / (2 * sum(n0) - sd * n0[0]);
        double[] n = new double[4];
        for (int i = 0; i < 4; i++) {
            n[i] = n2[i] + beta * n0[i];
        }
        double sn = sum(n2) + beta * sum(n0);
        double dn = first(n2) + beta * first(n0);
        double en = second(n2) + beta * second(n0);
        double alpha = en * sd * sd - ed * sn * sd - 2 * dn * dd * sd + 2 * dd * dd * sn;
        alpha /= sd * sd * sd;
        return new RecursiveGaussian(scaled(n, terms.sigmaMm() * terms.sigmaMm() / alpha), d);
    }

    private static double[] denominator(Terms t) {
        double c1 = t.c1();
        double c2 = t.c2();
        double e1 = t.e1();
        double e2 = t.e2();
        double d3 = -2 * c1 * e1 * e2 * e2;
        d3 += -2 * c2 * e2 * e1 * e1;
        double d2 = 4 * c2 * c1 * e1 * e2;
        d2 += e1 * e1 + e2 * e2;
        return new double[] {-2 * (e2 * c2 + e1 * c1), d2, d3, e1 * e1 * e2 * e2};
    }

    private static double[] numerator(Terms t, int order) {
        double a1 = A1[order];
        double b1 = B1[order];
        double a2 = A2[order];
        double b2 = B2[order];
        double s1 = t.s1();
        double s2 = t.s2();
        double c1 = t.c1();
        double c2 = t.c2();
        double e1 = t.e1();
        double e2 = t.e2();
        double n1 = e2 * (b2 * s2 - (a2 + 2 * a1) * c2);
        n1 += e1 * (b1 * s1 - (a1 + 2 * a2) * c1);
        double n2 = (a1 + a2) * c2 * c1;
        n2 -= b1 * c2 * s1 + b2 * c1 * s2;
        n2 *= 2 * e1 * e2;
        n2 += a2 * e1 * e1 + a1 * e2 * e2;
        double n3 = e2 * e1 * e1 * (b2 * s2 - a2 * c2);
        n3 += e1 * e2 * e2 * (b1 * s1 - a1 * c1);
        return new double[] {a1 + a2, n1, n2, n3};
    }

    private static double sum(double[] n) {
        return n[0] + n[1] + n[2] + n[3];
    }

    private static double first(double[] n) {
        return n[1] + 2 * n[2] + 3 * n[3];
    }

    private static double second(double[] n) {
        return n[1] + 4 * n[2] + 9 * n[3];
    }

    private static double[] scaled(double[] n, double factor) {
        return new double[] {n[0] * factor, n[1] * factor, n[2] * factor, n[3] * factor};
    }

    /**
     * Filters {@code width} lines side by side; elements {@code first} to {@code last - 1} of each are wanted.
     *
     * @param x element i of line b at {@code x[i][b]}, i from 0 to {@code length - 1}, at least 4; not modified
     * @param y as {@code x}; overwritten: right in the wanted elements only
     * @param work {@link #WORK_ROWS} rows; overwritten
     */
    void filter(double[][] x, double[][] y, double[][] work, int length, int first, int last, int width) {
        double[] start = x[0];
        for (int i = 0; i < last; i++) {
            forward(x[i], x[Math.max(0, i - 1)], x[Math.max(0, i - 2)], x[Math.max(0, i - 3)], n, y[i], width);
            subtract(
                    i > 0 ? y[i - 1] : start,
                    i > 1 ? y[i - 2] : start,
                    i > 2 ? y[i - 3] : start,
                    i > 3 ? y[i - 4] : start,
                    i > 0 ? d[0] : bn[0],
                    i > 1 ? d[1] : bn[1],
                    i > 2 ? d[2] : bn[2],
                    i > 3 ? d[3] : bn[3],
                    y[i],
                    width);
        }
        int end = length - 1;
        double[] stop = x[end];
        // Rows a1 … a4 hold the anticausal results at i + 1 … i + 4.
        double[] a1 = work[0];
        double[] a2 = work[1];
        double[] a3 = work[2];
        double[] a4 = work[3];
        double[] a0 = work[4];
        for (int i = end; i >= first; i--) {
            int left = end - i;
            forward(
                    x[Math.min(end, i + 1)],
                    x[Math.min(end, i + 2)],
                    x[Math.min(end, i + 3)],
                    x[Math.min(end, i + 4)],
                    m,
                    a0,
                    width);
            subtract(
                    left > 0 ? a1 : stop,
                    left > 1 ? a2 : stop,
                    left > 2 ? a3 : stop,
                    left > 3 ? a4 : stop,
                    left > 0 ? d[0] : bm[0],
                    left > 1 ? d[1] : bm[1],
                    left > 2 ? d[2] : bm[2],
                    left > 3 ? d[3] : bm[3],
                    a0,
                    width);
            if (i < last) {
                add(y[i], a0, width);
            }
            double[] oldest = a4;
            a4 = a3;
            a3 = a2;
            a2 = a1;
            a1 = a0;
            a0 = oldest;
        }
    }

    /** The part of a step that comes from the input. Two loops of four products: one of eight is not vectorized. */
    private static void forward(
            double[] x0, double[] x1, double[] x2, double[] x3, double[] c, double[] out, int width) {
        double c0 = c[0];
        double c1 = c[1];
        double c2 = c[2];
        double c3 = c[3];
        for (int b = 0; b < width; b++) {
            out[b] = x0[b] * c0 + x1[b] * c1 + x2[b] * c2 + x3[b] * c3;
        }
    }

    /** The part of a step that comes from past results. */
    private static void subtract(
            double[] y1,
            double[] y2,
            double[] y3,
            double[] y4,
            double d1,
            double d2,
            double d3,
            double d4,
            double[] out,
            int width) {
        for (int b = 0; b < width; b++) {
            out[b] -= y1[b] * d1 + y2[b] * d2 + y3[b] * d3 + y4[b] * d4;
        }
    }

    private static void add(double[] sum, double[] row, int width) {
        for (int b = 0; b < width; b++) {
            sum[b] += row[b];
        }
    }
}
