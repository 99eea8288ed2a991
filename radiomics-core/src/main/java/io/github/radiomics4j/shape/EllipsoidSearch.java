package io.github.radiomics4j.shape;

import java.util.Arrays;

/**
 * The ellipsoid of least volume around the corners of a hull. With weights p of the corners q, lifted to (q, 1), and M = Σ p
 * q qᵀ, the sought ellipsoid has qᵀ M⁻¹ q = 4 where p is positive and no more elsewhere (Todd and Yıldırım 2007,
 * doi:10.1016/j.dam.2007.02.013). Each step moves weight from the corner of least qᵀ M⁻¹ q that has some to that of the most
 * (Böhning 1986, doi:10.1007/BF01894766), as much as makes det M largest: steps to or from one corner alone needed more than
 * 10,000 for one hull in eighty. What is returned holds all corners, and its volume is within a millionth of the least.
 */
final class EllipsoidSearch {
    private static final double TOLERANCE = 1e-7;
    private static final int MOST_STEPS = 20_000;

    private EllipsoidSearch() {}

    static Ellipsoid smallest(ConvexHull hull) {
        double[][] corners = hull.pointsMm();
        double[] low = corners[0].clone();
        double[] high = corners[0].clone();
        for (double[] corner : corners) {
            for (int a = 0; a < 3; a++) {
                low[a] = Math.min(low[a], corner[a]);
                high[a] = Math.max(high[a], corner[a]);
            }
        }
        // The problem does not change with the scale of an axis, its rounding does.
        double[][] points = new double[corners.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {0, 0, 0, 1};
            for (int a = 0; a < 3; a++) {
                points[i][a] = 2 * (corners[i][a] - low[a]) / (high[a] - low[a]) - 1;
            }
        }
        double[] weights = weights(points);
        double[] center = new double[3];
        for (int i = 0; i < points.length; i++) {
            for (int a = 0; a < 3; a++) {
                center[a] += weights[i] * points[i][a];
            }
        }
        double[][] spread = new double[3][3];
        for (int i = 0; i < points.length; i++) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    spread[a][b] += weights[i] * (points[i][a] - center[a]) * (points[i][b] - center[b]);
                }
            }
        }
        // (q, 1)ᵀ M⁻¹ (q, 1) = 1 + (q − c)ᵀ S⁻¹ (q − c).
        double farthest = 0;
        double[][] inverse = inverse(moments(points, weights));
        for (double[] point : points) {
            farthest = Math.max(farthest, form(inverse, point) - 1);
        }
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                spread[a][b] *= farthest * (high[a] - low[a]) / 2 * (high[b] - low[b]) / 2;
            }
        }
        double[] squares = SymmetricEigenvalues.of(spread);
        return new Ellipsoid(Math.sqrt(squares[2]), Math.sqrt(squares[1]), Math.sqrt(squares[0]));
    }

    private static double[] weights(double[][] points) {
        double[] weights = new double[points.length];
        Arrays.fill(weights, 1.0 / points.length);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] inverse = inverse(moments(points, weights));
            int farthest = 0;
            int nearest = 0;
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < points.length; i++) {
                double distance = form(inverse, points[i]);
                if (distance > most) {
                    most = distance;
                    farthest = i;
                }
                if (weights[i] > 0 && distance < least) {
                    least = distance;
                    nearest = i;
                }
            }
            if (most - 4 <= 4 * TOLERANCE && 4 - least <= 4 * TOLERANCE) {
                break;
            }
            double across = product(inverse, points[farthest], points[nearest]);
            double bend = 2 * (most * least - across * across);
            double share = bend > 0 ? Math.min(weights[nearest], (most - least) / bend) : weights[nearest];
            weights[farthest] += share;
            weights[nearest] = share == weights[nearest] ? 0 : weights[nearest] - share;
        }
        return weights;
    }

    private static double[][] moments(double[][] points, double[] weights) {
        double[][] moments = new double[4][4];
        for (int i = 0; i < points.length; i++) {
            if (weights[i] > 0) {
                for (int a = 0; a < 4; a++) {
                    for (int b = 0; b <= a; b++) {
                        moments[a][b] += weights[i] * points[i][a] * points[i][b];
                    }
                }
            }
        }
        return moments;
    }

    /** Returns L⁻¹ of the Cholesky factor L of a matrix given by its lower half, which is overwritten by L. */
    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[4][4];
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b <= a; b++) {
                double rest = m[a][b];
                for (int k = 0; k < b; k++) {
                    rest -= m[a][k] * m[b][k];
                }
                m[a][b] = a == b ? Math.sqrt(rest) : rest / m[b][b];
            }
        }
        for (int column = 0; column < 4; column++) {
            for (int a = column; a < 4; a++) {
                double rest = a == column ? 1 : 0;
                for (int k = column; k < a; k++) {
                    rest -= m[a][k] * inverse[k][column];
                }
                inverse[a][column] = rest / m[a][a];
            }
        }
        return inverse;
    }

    /** Returns |L⁻¹ q|² = qᵀ M⁻¹ q. */
    private static double form(double[][] inverse, double[] q) {
        return product(inverse, q, q);
    }

    /** Returns qᵀ M⁻¹ r. */
    private static double product(double[][] inverse, double[] q, double[] r) {
        double sum = 0;
        for (int a = 0; a < 4; a++) {
            double y = 0;
            double z = 0;
            for (int k = 0; k <= a; k++) {
                y += inverse[a][k] * q[k];
                z += inverse[a][k] * r[k];
            }
            sum += y * z;
        }
        return sum;
    }
}
