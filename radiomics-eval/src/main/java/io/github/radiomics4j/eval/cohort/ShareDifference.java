package io.github.radiomics4j.eval.cohort;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The standardized difference of two groups in a category (Yang and Dalton 2012): √((p − q)ᵀ S⁺ (p − q)), with the shares p
 * and q of all levels but the first, and S the mean of diag(p) − p pᵀ and diag(q) − q qᵀ.
 */
final class ShareDifference {
    private ShareDifference() {}

    static double of(int[] first, int[] second) {
        double[] p = shares(first);
        double[] q = shares(second);
        if (p.length == 0) {
            return 0;
        }
        RealMatrix mean = covariance(p).add(covariance(q)).scalarMultiply(0.5);
        RealVector difference = new ArrayRealVector(p).subtract(new ArrayRealVector(q));
        if (mean.getFrobeniusNorm() == 0) {
            return difference.getNorm() == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        RealMatrix inverse = new SingularValueDecomposition(mean).getSolver().getInverse();
        return Math.sqrt(Math.max(0, difference.dotProduct(inverse.operate(difference))));
    }

    private static double[] shares(int[] counts) {
        double all = 0;
        for (int count : counts) {
            all += count;
        }
        double[] shares = new double[counts.length - 1];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = counts[k + 1] / all;
        }
        return shares;
    }

    private static RealMatrix covariance(double[] shares) {
        RealMatrix matrix = new Array2DRowRealMatrix(shares.length, shares.length);
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                matrix.setEntry(i, j, (i == j ? shares[i] : 0) - shares[i] * shares[j]);
            }
        }
        return matrix;
    }
}
