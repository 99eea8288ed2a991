package io.github.radiomics4j.shape;

/**
 * An ellipsoid by its semi-axes.
 *
 * @param aMm the longest, in mm
 * @param bMm in mm
 * @param cMm the shortest, in mm
 */
public record Ellipsoid(double aMm, double bMm, double cMm) {
    /** Order of the last term of the area, as IBSI has it. */
    private static final int LAST_TERM = 20;

    /** Returns the ellipsoid with the second moments {@code axes}: semi-axes 2 √λ. NaN where λ is negative or NaN. */
    public static Ellipsoid of(PrincipalAxes axes) {
        return new Ellipsoid(axes.majorAxisLengthMm() / 2, axes.minorAxisLengthMm() / 2, axes.leastAxisLengthMm() / 2);
    }

    /** Returns the ellipsoid of least volume around {@code hull}: see {@code EllipsoidSearch}. */
    public static Ellipsoid smallest(ConvexHull hull) {
        return EllipsoidSearch.smallest(hull);
    }

    /** Returns 4π abc / 3, in mm³. */
    public double volumeMm3() {
        return 4 * Math.PI * aMm * bMm * cMm / 3;
    }

    /**
     * Returns IBSI's area, in mm², by Legendre polynomials P_ν up to ν = 20:
     *
     * <pre>{@code A = 4π ab Σ_ν (αβ)^ν / (1 − 4ν²) · P_ν((α² + β²) / 2αβ)
     * α² = 1 − b²/a²        β² = 1 − c²/a²}</pre>
     *
     * <p>IBSI's reference values come from this formula. It gives the area of a sphere, but not of every ellipsoid: that
     * would take 1 − c²/a² and 1 − c²/b² for α² and β² (Tee 2005). Of 2 : 1 : 1 it gives a fifth too little, of 2 : 2 : 1 a
     * quarter too much. 0 for a line.
     */
    public double ibsiAreaMm2() {
        if (aMm == 0) {
            return 0;
        }
        double alpha2 = (aMm - bMm) * (aMm + bMm) / (aMm * aMm);
        double beta2 = (aMm - cMm) * (aMm + cMm) / (aMm * aMm);
        // The recurrence of (αβ)^ν P_ν has no quotient, so that spheres and disks need no case of their own.
        double middle = (alpha2 + beta2) / 2;
        double product = alpha2 * beta2;
        double before = 0;
        double term = 1;
        double sum = 0;
        for (int v = 0; v <= LAST_TERM; v++) {
            sum += term / (1 - 4.0 * v * v);
            double next = ((2 * v + 1) * middle * term - v * product * before) / (v + 1);
            before = term;
            term = next;
        }
        return 4 * Math.PI * aMm * bMm * sum;
    }
}
