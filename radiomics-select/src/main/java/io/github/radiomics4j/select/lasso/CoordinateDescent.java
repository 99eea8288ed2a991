package io.github.radiomics4j.select.lasso;

import java.util.Arrays;

/**
 * Penalised weighted least squares over the active columns: the minimum of
 *
 * <pre>1/2 Σ v<sub>i</sub> (z<sub>i</sub> − β₀ − Σ x<sub>ij</sub> β<sub>j</sub>)² + λ₁ Σ p<sub>j</sub> |β<sub>j</sub>| + λ₂/2 Σ p<sub>j</sub> β<sub>j</sub>²</pre>
 *
 * <p>Each coefficient in turn goes to its minimum, the others left as they are, until no step of a pass changes the sum by
 * more than the threshold. Instead of z it holds {@code residual}, v · (z − fit), so that the slope of a column is one dot
 * product. Where that takes many passes, {@link GramDescent} goes on. All arrays are made once and then overwritten.
 */
final class CoordinateDescent {
    final DesignMatrix design;
    final double[] beta;
    final double[] v;
    final double[] residual;
    final double[] penalty;
    final int[] active;
    final boolean[] isActive;
    final boolean hasIntercept;
    final boolean isNonNegative;
    final double threshold;
    int activeCount;
    double intercept;
    double vSum;
    double lambda1;
    double lambda2;
    /** Changes with v: what was computed under another value is out of date. */
    int weighting;

    private final double[] curvature;
    private final int[] curvatureOf;
    private final GramDescent gram;
    private int passesLeft;

    CoordinateDescent(
            DesignMatrix design,
            double[] penalty,
            boolean hasIntercept,
            boolean isNonNegative,
            double threshold,
            int maximumPasses) {
        this.design = design;
        this.penalty = penalty;
        this.hasIntercept = hasIntercept;
        this.isNonNegative = isNonNegative;
        this.threshold = threshold;
        this.passesLeft = maximumPasses;
        beta = new double[design.columns];
        v = new double[design.cases];
        residual = new double[design.cases];
        active = new int[design.columns];
        isActive = new boolean[design.columns];
        curvature = new double[design.columns];
        curvatureOf = new int[design.columns];
        Arrays.fill(curvatureOf, -1);
        gram = new GramDescent(this);
    }

    void activate(int column) {
        isActive[column] = true;
        active[activeCount++] = column;
    }

    /** Returns Σ v x<sub>j</sub>², computed once for each weighting. */
    double curvature(int column) {
        if (curvatureOf[column] != weighting) {
            curvature[column] = design.weightedSquares(v, column);
            curvatureOf[column] = weighting;
        }
        return curvature[column];
    }

    /** Counts a pass; returns false if none was left. */
    boolean takePass() {
        return passesLeft-- > 0;
    }

    /** Brings the active coefficients to the minimum; returns false if the passes ran out before. */
    boolean solve() {
        for (int pass = 1; takePass(); pass++) {
            if (pass() < threshold) {
                return true;
            }
            // A pass here costs about 2 m n, one there m m, and the missing rows of the Gram matrix m n / 2 each.
            if (pass >= 2 && pass >= gram.missingRows() / 4 && activeCount < 2 * design.cases) {
                return gram.solve();
            }
        }
        return false;
    }

    /** Moves each active coefficient and the intercept once; returns the largest change, curvature · step². */
    private double pass() {
        double largest = 0;
        for (int a = 0; a < activeCount; a++) {
            int j = active[a];
            double slope = design.dot(residual, j);
            if (beta[j] == 0 && Math.abs(slope) <= lambda1 * penalty[j]) {
                continue;
            }
            double bend = curvature(j);
            double moved = minimum(j, slope, bend);
            double step = moved - beta[j];
            if (step != 0) {
                beta[j] = moved;
                design.subtractWeighted(step, v, j, residual);
                largest = Math.max(largest, bend * step * step);
            }
        }
        if (hasIntercept) {
            double step = moveIntercept();
            largest = Math.max(largest, vSum * step * step);
        }
        return largest;
    }

    /** Returns where coefficient j is best, given the slope and the curvature of the squares there. */
    double minimum(int j, double slope, double bend) {
        double pull = slope + bend * beta[j];
        double over = Math.abs(pull) - lambda1 * penalty[j];
        if (over <= 0 || isNonNegative && pull < 0) {
            return 0;
        }
        return Math.copySign(over, pull) / (bend + lambda2 * penalty[j]);
    }

    private double moveIntercept() {
        double sum = 0;
        for (double one : residual) {
            sum += one;
        }
        double step = sum / vSum;
        intercept += step;
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= step * v[i];
        }
        return step;
    }
}
