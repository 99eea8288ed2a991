package io.github.radiomics4j.select.lasso;

import java.util.Arrays;

/**
 * Penalised weighted least squares over the active columns: the minimum of
 *
 * <pre>1/2 Σ v<sub>i</sub> (z<sub>i</sub> − β₀ − Σ x<sub>ij</sub> β<sub>j</sub>)² + λ₁ Σ p<sub>j</sub> |β<sub>j</sub>| + λ₂/2 Σ p<sub>j</sub> β<sub>j</sub>²</pre>
 *
 * <p>Each coefficient in turn goes to its minimum, the others left as they are, until no step of a pass changes the sum by
 * more than the threshold. Instead of z it holds {@code residual}, v · (z − fit), so that the slope of a column is one dot
 * product. Where that takes many passes, {@link GramDescent} goes on. Arrays are made once and then overwritten.
 */
final class CoordinateDescent {
    private static final int MOST_ZEROS = 8;

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
    /** Whether a solution under weights that are only near to v will not do. */
    boolean mustBeExact;
    /** Changes with v: what was computed under another value is out of date. */
    int weighting;

    private final double[] curvature;
    private final int[] curvatureOf;
    private final GramDescent gram;
    private int passesLeft;
    private int passesSinceGram;
    private int settled;
    private final int[] places;
    private boolean isByGram;

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
        places = new int[design.columns];
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

    /**
     * Brings the active coefficients near the minimum; returns false if the passes ran out before. The residual is out of date
     * afterwards: who calls computes it anew, since it changes with v or by rounding anyway.
     */
    boolean solve() {
        dropZeros();
        settled = activeCount;
        isByGram = gram.isUsable(passesSinceGram);
        if (!isByGram && isGramDue()) {
            isByGram = true;
            gram.reset();
        }
        while (!isByGram && takePass()) {
            passesSinceGram++;
            if (pass() < threshold) {
                return true;
            }
            if (isGramDue()) {
                isByGram = true;
                gram.reset();
            }
        }
        if (!isByGram) {
            return false;
        }
        passesSinceGram = 0;
        return gram.solve();
    }

    /** A pass here costs about 2 m n, the Gram matrix m m n / 2: once as much was spent on passes as it costs, it is made. */
    private boolean isGramDue() {
        return passesSinceGram >= Math.max(2, activeCount / 4) && gram.isPossible();
    }

    /** Lets columns go whose coefficients are 0, if they are many; one comes back where its slope turns out too large. */
    private void dropZeros() {
        int zeros = 0;
        for (int a = 0; a < settled; a++) {
            zeros += mayDrop(a) ? 1 : 0;
        }
        if (zeros <= MOST_ZEROS + settled / 4) {
            return;
        }
        int kept = 0;
        for (int a = 0; a < activeCount; a++) {
            if (mayDrop(a)) {
                isActive[active[a]] = false;
            } else {
                active[kept] = active[a];
                places[kept++] = a;
            }
        }
        activeCount = kept;
        gram.keep(places, kept);
    }

    /** Returns whether a column has coefficient 0 after a solution; one that has just become active has not had one. */
    private boolean mayDrop(int place) {
        int j = active[place];
        return place < settled && beta[j] == 0 && penalty[j] > 0;
    }

    /** Returns the curvature that the last solution used for the column at a place of {@link #active}. */
    double lastCurvature(int place) {
        return isByGram ? gram.curvature(place) : curvature(active[place]);
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
