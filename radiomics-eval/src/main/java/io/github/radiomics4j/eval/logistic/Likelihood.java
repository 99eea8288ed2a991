package io.github.radiomics4j.eval.logistic;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The likelihood of a logistic model and its maximum. Columns are scaled by their norms inside, so that their units do not
 * matter to the decomposition.
 */
final class Likelihood {
    private static final int MOST_STEPS = 60;

    /** Steps that change the deviance by less are those of rounding. */
    private static final double SMALL = 1e-14;

    private final double[][] columns;
    private final double[] norms;
    private final boolean[] positive;
    private final double[] offset;

    /**
     * @param columns of the design, the intercept among them; not modified
     * @param positive the truth; not modified
     * @param offset given part of η; not modified
     */
    Likelihood(double[][] columns, boolean[] positive, double[] offset) {
        this.columns = columns;
        this.positive = positive;
        this.offset = offset;
        this.norms = new double[columns.length];
        for (int j = 0; j < norms.length; j++) {
            double largest = 0;
            for (double x : columns[j]) {
                largest = Math.max(largest, Math.abs(x));
            }
            norms[j] = largest > 0 ? largest : 1;
        }
    }

    /**
     * Where the likelihood is largest.
     *
     * @param coefficients β
     * @param fitted probabilities
     * @param deviance −2 log-likelihood
     * @param covariance of the coefficients
     * @param converged whether the steps came to an end
     */
    record Maximum(double[] coefficients, double[] fitted, double deviance, double[][] covariance, boolean converged) {}

    /**
     * Returns the maximum.
     *
     * @throws IllegalArgumentException if the columns depend on each other
     */
    Maximum maximize() {
        int n = positive.length;
        int p = columns.length;
        double[] scaled = p == 0 ? new double[0] : start();
        double[] eta = eta(scaled);
        double deviance = deviance(eta);
        boolean converged = p == 0;
        for (int step = 0; step < MOST_STEPS && !converged; step++) {
            double[] change = newton(eta);
            double[] next = new double[p];
            double[] nextEta = eta;
            double nextDeviance = Double.POSITIVE_INFINITY;
            double length = 1;
            for (int halving = 0; halving < 40; halving++) {
                for (int j = 0; j < p; j++) {
                    next[j] = scaled[j] + length * change[j];
                }
                nextEta = eta(next);
                nextDeviance = deviance(nextEta);
                if (nextDeviance <= deviance * (1 + SMALL)) {
                    break;
                }
                length /= 2;
            }
            double moved = 0;
            for (int j = 0; j < p; j++) {
                moved = Math.max(moved, Math.abs(next[j] - scaled[j]) / (1e-8 + Math.abs(next[j])));
            }
            converged = moved < 1e-13 || Math.abs(deviance - nextDeviance) <= 1e-16 * deviance && moved < 1e-8;
            scaled = next;
            eta = nextEta;
            deviance = nextDeviance;
        }
        double[] coefficients = new double[p];
        for (int j = 0; j < p; j++) {
            coefficients[j] = scaled[j] / norms[j];
        }
        double[] fitted = new double[n];
        for (int i = 0; i < n; i++) {
            fitted[i] = 1 / (1 + Math.exp(-eta[i]));
        }
        return new Maximum(coefficients, fitted, deviance, covariance(eta), converged);
    }

    /**
     * Returns where the steps begin, as R's {@code glm} does: the least squares of η + (y − μ) / w − offset at μ = 3/4 for
     * positive cases and 1/4 for the others, which a large offset cannot lead astray.
     */
    private double[] start() {
        double[] eta = new double[positive.length];
        double[] wanted = new double[positive.length];
        for (int i = 0; i < eta.length; i++) {
            double sign = positive[i] ? 1 : -1;
            eta[i] = sign * Math.log(3);
            double weight = 3.0 / 16;
            wanted[i] = Math.sqrt(weight) * (eta[i] + sign * 0.25 / weight - offset[i]);
        }
        return solver(eta).solve(new ArrayRealVector(wanted, false)).toArray();
    }

    private double[] eta(double[] scaled) {
        double[] eta = offset.clone();
        for (int j = 0; j < scaled.length; j++) {
            double beta = scaled[j] / norms[j];
            for (int i = 0; i < eta.length; i++) {
                eta[i] += beta * columns[j][i];
            }
        }
        return eta;
    }

    /** −2 Σ log P(what was observed); log1p keeps the digits of probabilities near 1. */
    private double deviance(double[] eta) {
        double sum = 0;
        for (int i = 0; i < eta.length; i++) {
            double wrong = positive[i] ? -eta[i] : eta[i];
            sum += wrong > 0 ? wrong + Math.log1p(Math.exp(-wrong)) : Math.log1p(Math.exp(wrong));
        }
        return 2 * sum;
    }

    /** Returns Newton's step of the scaled coefficients: least squares of (y − μ) / √w on √w X, w = μ (1 − μ). */
    private double[] newton(double[] eta) {
        double[] residuals = new double[eta.length];
        for (int i = 0; i < residuals.length; i++) {
            double root = rootOfWeight(eta[i]);
            double tail = 1 / (1 + Math.exp(positive[i] ? eta[i] : -eta[i])); // |y − μ|, without cancellation
            residuals[i] = (positive[i] ? tail : -tail) / root;
        }
        return solver(eta).solve(new ArrayRealVector(residuals, false)).toArray();
    }

    private static double rootOfWeight(double eta) {
        double tail = Math.exp(-Math.abs(eta));
        return Math.max(Math.sqrt(tail) / (1 + tail), 1e-150);
    }

    private DecompositionSolver solver(double[] eta) {
        RealMatrix design = new Array2DRowRealMatrix(eta.length, columns.length);
        for (int i = 0; i < eta.length; i++) {
            double root = rootOfWeight(eta[i]);
            for (int j = 0; j < columns.length; j++) {
                design.setEntry(i, j, root * columns[j][i] / norms[j]);
            }
        }
        double size = design.getFrobeniusNorm();
        DecompositionSolver solver = new QRDecomposition(design, 1e-12 * size).getSolver();
        if (!solver.isNonSingular()) {
            throw new SingularMatrixException();
        }
        return solver;
    }

    /** Returns (X' W X)⁻¹ in the units of the columns, from the QR decomposition of √W X. */
    private double[][] covariance(double[] eta) {
        int p = columns.length;
        if (p == 0) {
            return new double[0][0];
        }
        RealMatrix inverse = solver(eta).getInverse(); // (R⁻¹ Q'), p × n
        RealMatrix product = inverse.multiply(inverse.transpose());
        double[][] covariance = product.getData();
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                covariance[j][k] /= norms[j] * norms[k];
            }
        }
        return covariance;
    }
}
