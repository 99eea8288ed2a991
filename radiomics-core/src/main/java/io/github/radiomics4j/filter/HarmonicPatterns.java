package io.github.radiomics4j.filter;

import java.util.Arrays;

/**
 * How much of a pattern on the sphere lies in each degree of the spherical harmonics.
 *
 * <p>With b_v the bit of point v and Y_nm the harmonics,
 *
 * <pre>{@code
 * f_n(v) = Σ_m c_nm Y_nm(v),  c_nm = Σ_u b_u Y_nm(u)
 * norm of degree n = √ Σ_v f_n(v)²
 * }</pre>
 *
 * <p>Neither factor is conjugated and the angles are exchanged, as PyRadiomics has both: the azimuth of Y_nm is the polar
 * angle arccos(z / R) of the point and its polar angle is the azimuth atan2(y, x). As Y_n−m is the conjugate of Y_nm but
 * for the sign (−1)^m, what remains of m and −m is real: with φ = atan2(y, x), θ = arccos(z / R) and N the factor that
 * norms the associated Legendre functions P_nm,
 *
 * <pre>{@code f_n(v) = Σ_u b_u N² [P_n0 P_n0 + 2 Σ_m P_nm(cos φ_u) P_nm(cos φ_v) cos(m (θ_u + θ_v))] }</pre>
 *
 * and cos(mθ_u + mθ_v) comes apart into products of cosines, less those of sines. Squares of f_n are added, not c_n
 * times c_n, so that what cancels stays at the size of a rounding error under the root.
 *
 * <p>Sums run from the first point to the last, one after the other, as NumPy's do: patterns that are each other's mirror
 * image have norms that differ in the last bit, and whether they count as a percentile's equals moves a robust mean absolute
 * deviation by 0.2 %. Four sums side by side were tried, and did.
 *
 * <p>Layout: functions of one point side by side, those of degree n from n² on, as m = 0, cos 1, sin 1, cos 2, sin 2, …
 */
final class HarmonicPatterns {
    private final int points;
    private final int degrees;
    private final int functions;
    private final double[] basis;
    /** As {@link #basis}, the sines negative. */
    private final double[] signed;

    HarmonicPatterns(Icosphere sphere, double radius, int degrees) {
        this.points = sphere.count();
        this.degrees = degrees;
        this.functions = degrees * degrees;
        this.basis = new double[points * functions];
        this.signed = new double[points * functions];
        double[] legendre = new double[degrees * degrees];
        for (int v = 0; v < points; v++) {
            double azimuth = StrictMath.acos(Math.max(-1, Math.min(1, sphere.z()[v] / radius)));
            double polar = StrictMath.atan2(sphere.y()[v], sphere.x()[v]);
            fillLegendre(StrictMath.cos(polar), Math.abs(StrictMath.sin(polar)), legendre);
            for (int n = 0; n < degrees; n++) {
                int at = v * functions + n * n;
                basis[at] = legendre[n * degrees];
                signed[at] = legendre[n * degrees];
                for (int m = 1; m <= n; m++) {
                    double factor = Math.sqrt(2) * legendre[n * degrees + m];
                    basis[at + 2 * m - 1] = factor * StrictMath.cos(m * azimuth);
                    signed[at + 2 * m - 1] = basis[at + 2 * m - 1];
                    basis[at + 2 * m] = factor * StrictMath.sin(m * azimuth);
                    signed[at + 2 * m] = -basis[at + 2 * m];
                }
            }
        }
    }

    /**
     * Normed associated Legendre functions, by the recurrences from order m and degree m up; without the sign (−1)^m,
     * which stands in both factors of every product.
     *
     * @param legendre of degree n and order m at {@code n * degrees + m}; overwritten
     */
    private void fillLegendre(double cosine, double sine, double[] legendre) {
        double diagonal = Math.sqrt(1 / (4 * Math.PI));
        for (int m = 0; m < degrees; m++) {
            if (m > 0) {
                diagonal *= sine * Math.sqrt((2.0 * m + 1) / (2.0 * m));
            }
            legendre[m * degrees + m] = diagonal;
            double before = 0;
            double last = diagonal;
            for (int n = m + 1; n < degrees; n++) {
                double a = Math.sqrt((4.0 * n * n - 1) / ((double) n * n - (double) m * m));
                double b = Math.sqrt(((n - 1.0) * (n - 1.0) - (double) m * m) / (4.0 * (n - 1) * (n - 1) - 1));
                double next = a * (cosine * last - b * before);
                legendre[n * degrees + m] = next;
                before = last;
                last = next;
            }
        }
    }

    /** Returns how many numbers {@link #norms} works with. */
    int functions() {
        return functions;
    }

    /**
     * Computes the norms of one pattern.
     *
     * @param bits of the points; not modified
     * @param coefficients overwritten: as many numbers as there are functions
     * @param out the norm of degree n at {@code out[n][at]}; overwritten
     */
    void norms(boolean[] bits, double[] coefficients, double[][] out, int at) {
        Arrays.fill(coefficients, 0);
        for (int v = 0; v < points; v++) {
            if (bits[v]) {
                int from = v * functions;
                for (int k = 0; k < functions; k++) {
                    coefficients[k] += basis[from + k];
                }
            }
        }
        for (int n = 0; n < degrees; n++) {
            int first = n * n;
            int end = first + 2 * n + 1;
            double sum = 0;
            for (int v = 0; v < points; v++) {
                int from = v * functions;
                double f = 0;
                for (int k = first; k < end; k++) {
                    f += coefficients[k] * signed[from + k];
                }
                sum += f * f;
            }
            out[n][at] = Math.sqrt(sum);
        }
    }
}
