package io.github.radiomics4j.select.redundancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Variance inflation factors of centred columns of length 1, X = Q R: those are the diagonal of (XᵀX)⁻¹ = R⁻¹ R⁻ᵀ.
 *
 * <p>A column that is a combination of those before it makes R singular. It is taken out, with an infinite factor, and so have
 * the columns that it is made of; the factors of the others do not change with it.
 */
final class InflationFactors {
    /** From here on a factor is as good as infinite: R² lies within rounding of 1. */
    private static final double INFINITE = 1e14;

    private static final double SINGULAR = 1e-7; // 1 / √INFINITE

    private InflationFactors() {}

    /**
     * Returns the factors.
     *
     * @param units fewer than their length; not modified
     */
    static double[] of(double[][] units) {
        double[] factors = new double[units.length];
        List<Integer> left = new ArrayList<>();
        for (int j = 0; j < units.length; j++) {
            left.add(j);
        }
        RealMatrix r = triangle(units, left);
        for (int k = firstSingular(r); k >= 0; k = firstSingular(r)) {
            double[] combination = solve(r, k);
            for (int j = 0; j < k; j++) {
                if (Math.abs(combination[j]) > SINGULAR) {
                    factors[left.get(j)] = Double.POSITIVE_INFINITY;
                }
            }
            factors[left.remove(k)] = Double.POSITIVE_INFINITY;
            r = triangle(units, left);
        }
        addDiagonal(r, left, factors);
        for (int j = 0; j < factors.length; j++) {
            factors[j] = factors[j] >= INFINITE ? Double.POSITIVE_INFINITY : factors[j];
        }
        return factors;
    }

    private static RealMatrix triangle(double[][] units, List<Integer> left) {
        if (left.isEmpty()) {
            return MatrixUtils.createRealIdentityMatrix(1);
        }
        RealMatrix x = MatrixUtils.createRealMatrix(units[0].length, left.size());
        for (int j = 0; j < left.size(); j++) {
            x.setColumn(j, units[left.get(j)]);
        }
        return new QRDecomposition(x).getR();
    }

    private static int firstSingular(RealMatrix r) {
        for (int k = 0; k < r.getColumnDimension(); k++) {
            if (Math.abs(r.getEntry(k, k)) < SINGULAR) {
                return k;
            }
        }
        return -1;
    }

    /** Returns c with R c = the column k of R, of the columns before it. */
    private static double[] solve(RealMatrix r, int k) {
        double[] c = Arrays.copyOf(r.getColumn(k), k);
        backward(r, c);
        return c;
    }

    /** Solves R c = b for the first rows of R; b is overwritten by c. */
    private static void backward(RealMatrix r, double[] b) {
        for (int i = b.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < b.length; j++) {
                b[i] -= r.getEntry(i, j) * b[j];
            }
            b[i] /= r.getEntry(i, i);
        }
    }

    /** Adds the squares of the rows of R⁻¹, found column by column. */
    private static void addDiagonal(RealMatrix r, List<Integer> left, double[] factors) {
        for (int k = 0; k < left.size(); k++) {
            double[] column = new double[k + 1];
            column[k] = 1;
            backward(r, column);
            for (int i = 0; i <= k; i++) {
                factors[left.get(i)] += column[i] * column[i];
            }
        }
    }
}
