package io.github.radiomics4j.select.lasso;

import java.util.Arrays;

/**
 * Coordinate descent that holds the slopes of the active columns and their weighted products, G<sub>ab</sub> = Σ v
 * x<sub>a</sub> x<sub>b</sub>, so that a step costs one row of G whatever the number of cases. Between passes it tries
 * Newton's step on the coefficients that are not 0, cut where the first of them would change its sign: the sum that is
 * minimised is quadratic there, so that no step raises it, and passes alone may need thousands where columns are correlated.
 *
 * <p>G is kept while v stays near to the weights it was made with. The slopes are exact all the same, so that what repeated
 * solutions come to does not depend on G, only the speed at which they do.
 *
 * <p>Layout: {@code products[a * width + b]}, b ≤ a and mirrored; a is the place in {@link CoordinateDescent#active}, after
 * the intercept at 0 where there is one.
 */
final class GramDescent {
    private static final int PASSES_BEFORE_NEWTON = 3;
    private static final double NEAR = 0.15;
    private static final int FEW_ROWS = 8;

    private final CoordinateDescent squares;
    private final double[] weighted;
    private final int shift;
    private double[] products = new double[0];
    private int width;
    private int rows;
    private final double[] reference;
    private double[] slopes = new double[0];
    private int[] moving = new int[0];
    private int[] factorOf = new int[0];
    private int factorCount;
    private double factorLambda;
    private double[] factor = new double[0];
    private double[] newton = new double[0];
    private boolean isSingular;

    GramDescent(CoordinateDescent squares) {
        this.squares = squares;
        this.weighted = new double[squares.design.cases];
        this.reference = new double[squares.design.cases];
        this.shift = squares.hasIntercept ? 1 : 0;
    }

    private int size() {
        return squares.activeCount + shift;
    }

    /** Returns whether rows of products do not take more than residuals do. */
    boolean isPossible() {
        return size() <= 2 * reference.length;
    }

    /** Returns whether G fits the present weights and lacks so few rows that they cost less than the passes already made. */
    boolean isUsable(int passes) {
        int missing = size() - rows;
        return rows > shift && isPossible() && (missing <= FEW_ROWS || missing / 4 <= passes) && isNear();
    }

    private boolean isNear() {
        double all = 0;
        double apart = 0;
        double most = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = squares.v[i] - reference[i];
            all += reference[i];
            apart += Math.abs(difference);
            most = Math.max(most, difference - reference[i]);
        }
        return squares.mustBeExact ? apart == 0 : apart <= NEAR * all && most <= NEAR * all / reference.length;
    }

    /** Forgets G and takes the present weights for the next. */
    void reset() {
        rows = 0;
        factorCount = 0;
        System.arraycopy(squares.v, 0, reference, 0, reference.length);
    }

    /** Returns the curvature of the active column at a place. */
    double curvature(int place) {
        int a = place + shift;
        return products[a * width + a];
    }

    /** Brings the active coefficients to the minimum; returns false if the passes ran out before. */
    boolean solve() {
        complete();
        int size = size();
        for (int a = 0; a < size; a++) {
            slopes[a] = a < shift ? sum(squares.residual) : squares.design.dot(squares.residual, column(a));
        }
        isSingular = false;
        int next = isFactorOf(findMoving(size)) ? PASSES_BEFORE_NEWTON : wait(size);
        for (int pass = 1; squares.takePass(); pass++) {
            if (pass(size) < squares.threshold) {
                return true;
            }
            if (pass >= next && !isSingular) {
                stepOfNewton(size);
                next = pass + wait(size);
            }
        }
        return false;
    }

    /** Returns how many passes cost as much as Cholesky's factor of the coefficients that are not 0. */
    private int wait(int size) {
        int count = findMoving(size);
        return Math.max(PASSES_BEFORE_NEWTON, (int) ((long) count * count / (6L * size)));
    }

    /**
     * Tells that active columns have left.
     *
     * @param from the former place of each that has stayed, rising
     * @param count how many have
     */
    void keep(int[] from, int count) {
        int kept = Math.min(shift, rows);
        for (int a = 0; a < count && from[a] + shift < rows; a++) {
            moving[kept++] = from[a] + shift;
        }
        for (int a = 0; a < kept; a++) {
            for (int b = 0; b < kept; b++) {
                int fromA = a < shift ? a : moving[a];
                int fromB = b < shift ? b : moving[b];
                products[a * width + b] = products[fromA * width + fromB];
            }
        }
        rows = kept;
        factorCount = 0;
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
            System.arraycopy(reference, 0, weighted, 0, weighted.length);
            return;
        }
        int at = column(a) * weighted.length;
        double[] x = squares.design.x;
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = reference[i] * x[at + i];
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
        moving = new int[wider];
        factorOf = new int[wider];
        factorCount = 0;
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

    private int findMoving(int size) {
        int count = 0;
        for (int a = 0; a < size; a++) {
            if (penalty(a) == 0 || coefficient(a) != 0) {
                moving[count++] = a;
            }
        }
        return count;
    }

    /** Returns whether the factor at hand is that of the moving coefficients. */
    private boolean isFactorOf(int count) {
        return count > 0
                && count == factorCount
                && factorLambda == squares.lambda2
                && Arrays.equals(moving, 0, count, factorOf, 0, count);
    }

    /** Solves for the coefficients that are not 0, with the signs they have, and goes as far as those signs hold. */
    private void stepOfNewton(int size) {
        int count = findMoving(size);
        if (!isFactorOf(count) && (count == 0 || !factorize(count))) {
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
        factorCount = 0;
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
        System.arraycopy(moving, 0, factorOf, 0, count);
        factorCount = count;
        factorLambda = squares.lambda2;
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
}
