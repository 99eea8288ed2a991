package io.github.radiomics4j.select.lasso;

/**
 * Coordinate descent that holds the slopes of the active columns and their weighted products, G<sub>ab</sub> = Σ v
 * x<sub>a</sub> x<sub>b</sub>, so that a step costs one row of G whatever the number of cases. Between passes it tries
 * Newton's step on the coefficients that are not 0, cut where the first of them would change its sign: the sum that is
 * minimised is quadratic there, so that no step raises it, and passes alone may need thousands where columns are correlated.
 *
 * <p>Layout: {@code products[a * width + b]}, b ≤ a and mirrored; a is the place in {@link CoordinateDescent#active}, after
 * the intercept at 0 where there is one. Rows stay valid until the weights change.
 */
final class GramDescent {
    private static final int PASSES_BEFORE_NEWTON = 3;

    private final CoordinateDescent squares;
    private final double[] weighted;
    private final int shift;
    private double[] products = new double[0];
    private int width;
    private int rows;
    private int weighting = -1;
    private double[] slopes = new double[0];
    private double[] start = new double[0];
    private int[] moving = new int[0];
    private double[] factor = new double[0];
    private double[] newton = new double[0];
    private boolean isSingular;

    GramDescent(CoordinateDescent squares) {
        this.squares = squares;
        this.weighted = new double[squares.design.cases];
        this.shift = squares.hasIntercept ? 1 : 0;
    }

    private int size() {
        return squares.activeCount + shift;
    }

    /** Returns how many rows of G have to be computed before a pass. */
    int missingRows() {
        return size() - (weighting == squares.weighting ? rows : 0);
    }

    /** Brings the active coefficients to the minimum; returns false if the passes ran out before. */
    boolean solve() {
        complete();
        int size = size();
        for (int a = 0; a < size; a++) {
            start[a] = coefficient(a);
            slopes[a] = a < shift ? sum(squares.residual) : squares.design.dot(squares.residual, column(a));
        }
        isSingular = false;
        int wait = Math.max(PASSES_BEFORE_NEWTON, size / 16);
        boolean hasConverged = false;
        for (int pass = 1; !hasConverged && squares.takePass(); pass++) {
            hasConverged = pass(size) < squares.threshold;
            if (!hasConverged && pass % wait == 0 && !isSingular) {
                stepOfNewton(size);
            }
        }
        carryOver(size);
        return hasConverged;
    }

    private int column(int a) {
        return squares.active[a - shift];
    }

    private double coefficient(int a) {
        return a < shift ? squares.intercept : squares.beta[column(a)];
    }

    private void setCoefficient(int a, double value) {
        if (a < shift) {
            squares.intercept = value;
        } else {
            squares.beta[column(a)] = value;
        }
    }

    private double penalty(int a) {
        return a < shift ? 0 : squares.penalty[column(a)];
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Computes the rows of G that are missing. */
    private void complete() {
        if (weighting != squares.weighting) {
            weighting = squares.weighting;
            rows = 0;
        }
        int size = size();
        if (size > width) {
            grow(Math.min(squares.design.columns + shift, size + size / 2 + 8));
        }
        for (int a = rows; a < size; a++) {
            weigh(a);
            for (int b = 0; b <= a; b++) {
                double product = b < shift ? sum(weighted) : squares.design.dot(weighted, column(b));
                products[a * width + b] = product;
                products[b * width + a] = product;
            }
        }
        rows = size;
    }

    private void weigh(int a) {
        if (a < shift) {
            System.arraycopy(squares.v, 0, weighted, 0, weighted.length);
            return;
        }
        int at = column(a) * weighted.length;
        double[] x = squares.design.x;
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = squares.v[i] * x[at + i];
        }
    }

    private void grow(int wider) {
        double[] larger = new double[Math.multiplyExact(wider, wider)];
        for (int a = 0; a < rows; a++) {
            System.arraycopy(products, a * width, larger, a * wider, rows);
        }
        products = larger;
        width = wider;
        slopes = new double[wider];
        start = new double[wider];
        moving = new int[wider];
        newton = new double[wider];
    }

    private double pass(int size) {
        double largest = 0;
        for (int a = 0; a < size; a++) {
            double bend = products[a * width + a];
            double old = coefficient(a);
            double moved;
            if (a < shift) {
                moved = old + slopes[a] / bend;
            } else {
                moved = squares.minimum(column(a), slopes[a], bend);
            }
            double step = moved - old;
            if (step != 0) {
                setCoefficient(a, moved);
                lowerSlopes(a, step, size);
                largest = Math.max(largest, bend * step * step);
            }
        }
        return largest;
    }

    private void lowerSlopes(int a, double step, int size) {
        int at = a * width;
        for (int b = 0; b < size; b++) {
            slopes[b] -= step * products[at + b];
        }
    }

    /** Solves for the coefficients that are not 0, with the signs they have, and goes as far as those signs hold. */
    private void stepOfNewton(int size) {
        int count = 0;
        for (int a = 0; a < size; a++) {
            if (penalty(a) == 0 || coefficient(a) != 0) {
                moving[count++] = a;
            }
        }
        if (count == 0 || !factorize(count)) {
            isSingular = true;
            return;
        }
        for (int i = 0; i < count; i++) {
            double own = coefficient(moving[i]);
            double pull = squares.lambda1 * Math.signum(own) + squares.lambda2 * own;
            newton[i] = slopes[moving[i]] - penalty(moving[i]) * pull;
        }
        substitute(count);
        double share = 1;
        int first = -1;
        for (int i = 0; i < count; i++) {
            double own = coefficient(moving[i]);
            boolean mustKeepSign = penalty(moving[i]) > 0 || squares.isNonNegative && moving[i] >= shift;
            if (mustKeepSign && own * (own + share * newton[i]) < 0) {
                share = -own / newton[i];
                first = i;
            }
        }
        for (int i = 0; i < count; i++) {
            int a = moving[i];
            double old = coefficient(a);
            double moved = i == first ? 0 : old + share * newton[i];
            setCoefficient(a, moved);
            lowerSlopes(a, moved - old, size);
        }
    }

    /** Cholesky's factor of G + λ₂ p over the moving coefficients; returns false if columns depend on each other. */
    private boolean factorize(int count) {
        if (factor.length < count * count) {
            factor = new double[width * width];
        }
        for (int i = 0; i < count; i++) {
            int row = i * count;
            for (int j = 0; j <= i; j++) {
                int other = j * count;
                double rest = products[moving[i] * width + moving[j]];
                for (int k = 0; k < j; k++) {
                    rest -= factor[row + k] * factor[other + k];
                }
                if (i > j) {
                    factor[row + j] = rest / factor[other + j];
                    continue;
                }
                double whole = products[moving[i] * width + moving[i]];
                double ridge = squares.lambda2 * penalty(moving[i]);
                if (!(rest + ridge > 1e-10 * (whole + ridge))) {
                    return false;
                }
                factor[row + i] = Math.sqrt(rest + ridge);
            }
        }
        return true;
    }

    private void substitute(int count) {
        for (int i = 0; i < count; i++) {
            double rest = newton[i];
            for (int k = 0; k < i; k++) {
                rest -= factor[i * count + k] * newton[k];
            }
            newton[i] = rest / factor[i * count + i];
        }
        for (int i = count - 1; i >= 0; i--) {
            newton[i] /= factor[i * count + i];
            for (int k = 0; k < i; k++) {
                newton[k] -= factor[i * count + k] * newton[i];
            }
        }
    }

    /** Brings the residual up to what the coefficients have become. */
    private void carryOver(int size) {
        for (int a = 0; a < size; a++) {
            double step = coefficient(a) - start[a];
            if (step == 0) {
                continue;
            }
            if (a >= shift) {
                squares.design.subtractWeighted(step, squares.v, column(a), squares.residual);
                continue;
            }
            for (int i = 0; i < squares.v.length; i++) {
                squares.residual[i] -= step * squares.v[i];
            }
        }
    }
}
