package io.github.radiomics4j.shape;

import java.util.Arrays;

/**
 * Eigenvalues of a symmetric 3×3 matrix by cyclic Jacobi rotations: small eigenvalues keep digits that the closed form,
 * which takes them as differences of large ones, loses.
 */
final class SymmetricEigenvalues {
    /** Rotations converge quadratically: four or five sweeps are the rule. */
    private static final int MAXIMUM_SWEEPS = 50;

    private SymmetricEigenvalues() {}

    /**
     * Returns the eigenvalues in ascending order; all NaN if an entry is not finite.
     *
     * @param m symmetric; overwritten
     */
    static double[] of(double[][] m) {
        for (int sweep = 0; sweep < MAXIMUM_SWEEPS; sweep++) {
            if (m[0][1] == 0 && m[0][2] == 0 && m[1][2] == 0) {
                break;
            }
            rotate(m, 0, 1, 2);
            rotate(m, 0, 2, 1);
            rotate(m, 1, 2, 0);
        }
        double[] eigenvalues = {m[0][0], m[1][1], m[2][2]};
        if (!Double.isFinite(eigenvalues[0] + eigenvalues[1] + eigenvalues[2])) {
            Arrays.fill(eigenvalues, Double.NaN);
        }
        Arrays.sort(eigenvalues);
        return eigenvalues;
    }

    /** Makes m[p][q] zero by a rotation in the plane of p and q; r is the third axis. */
    private static void rotate(double[][] m, int p, int q, int r) {
        double offDiagonal = m[p][q];
        if (Math.abs(offDiagonal) <= 1e-30 * Math.max(Math.abs(m[p][p]), Math.abs(m[q][q]))) {
            m[p][q] = m[q][p] = 0;
            return;
        }
        double theta = (m[q][q] - m[p][p]) / (2 * offDiagonal);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cos = 1 / Math.sqrt(t * t + 1);
        double sin = t * cos;
        m[p][p] -= t * offDiagonal;
        m[q][q] += t * offDiagonal;
        m[p][q] = m[q][p] = 0;
        double rp = m[r][p];
        double rq = m[r][q];
        m[r][p] = m[p][r] = cos * rp - sin * rq;
        m[r][q] = m[q][r] = sin * rp + cos * rq;
    }
}
