package io.github.radiomics4j.select.lasso;

import java.util.ArrayList;
import java.util.List;

/**
 * The walk over λ. At each value the fit starts from the last one, over the columns that were active there and those whose
 * slope already exceeds the new λ. Then the columns that the sequential strong rule keeps, |slope| &gt; α (2 λ − λ of the last
 * fit), are held against the conditions of the minimum, |slope| ≤ α λ; and when none of them fails, all others are. Columns
 * that fail become active, and the fit goes on: a column that is left out is left out by proof.
 *
 * <p>Tibshirani et al. 2012, doi:10.1111/j.1467-9868.2011.01004.x; Friedman et al. 2010, doi:10.18637/jss.v033.i01.
 */
abstract class PathFit {
    /** Where the default path begins: λ of no bound, at which columns with a penalty are out. As in glmnet. */
    private static final double BEYOND = 9.9e35;

    private static final int SHORTEST_PATH = 5;
    private static final double MOST_EXPLAINED = 0.999;
    private static final double LEAST_ALPHA = 1e-3;

    /** What a sum may lose where single precision ends, per unit of the residual. */
    private static final double LEAST_FLOAT = 1e-34;

    final ElasticNet net;
    final FitData data;
    final DesignMatrix design;
    final CoordinateDescent squares;
    /** |slope| of every column that is not active, at the last λ. */
    private final double[] slopes;

    private final float[] approximate;

    PathFit(ElasticNet net, FitData data, DesignMatrix design, CoordinateDescent squares) {
        this.net = net;
        this.data = data;
        this.design = design;
        this.squares = squares;
        this.slopes = new double[design.columns];
        this.approximate = new float[design.columns];
        for (int j = 0; j < design.columns; j++) {
            if (design.isVarying[j] && squares.penalty[j] == 0) {
                squares.activate(j);
            }
        }
    }

    /** Returns the penalty factors of a fit, scaled to a sum that is the number of columns. */
    static double[] penalties(ElasticNet net, int columns) {
        double[] penalties = new double[columns];
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            penalties[j] =
                    net.penaltyFactors().isEmpty() ? 1 : net.penaltyFactors().get(j);
            sum += penalties[j];
        }
        for (int j = 0; j < columns && sum > 0; j++) {
            penalties[j] *= columns / sum;
        }
        return penalties;
    }

    /** Brings the active columns to the minimum for the λ that {@link #squares} has; false if the passes ran out. */
    abstract boolean fitActive();

    /** Returns the share of the null deviance explained by the present coefficients. */
    abstract double devianceRatio();

    /** Returns the present model on the scale of the given columns. */
    abstract PathPoint point(double lambda, double devianceRatio);

    /** Returns what λ is multiplied by to be that of {@link #squares}. */
    abstract double lambdaUnit();

    abstract double nullDeviance();

    /** Returns whether the growth of the share explained is too small to go on. */
    abstract boolean hasStalled(double ratio, double lastRatio);

    final ElasticNetPath run() {
        for (int j = 0; j < design.columns; j++) {
            slopes[j] = isOut(j) ? Math.abs(design.dot(squares.residual, j)) : 0;
        }
        List<PathPoint> points = new ArrayList<>();
        boolean hasConverged = net.lambdas() instanceof LambdaPath.Given given
                ? walkGiven(given, points)
                : walkComputed((LambdaPath.Computed) net.lambdas(), points);
        return new ElasticNetPath(net.family(), design.columns, points, nullDeviance(), hasConverged);
    }

    private boolean walkGiven(LambdaPath.Given given, List<PathPoint> points) {
        double last = largestLambda();
        for (double lambda : given.lambdas()) {
            double inside = lambda * lambdaUnit();
            if (!fit(inside, Math.max(last, inside))) {
                return false;
            }
            points.add(point(lambda, devianceRatio()));
            last = inside;
        }
        return true;
    }

    private boolean walkComputed(LambdaPath.Computed path, List<PathPoint> points) {
        double ratio = path.ratio(design.cases, design.columns);
        double factor = Math.pow(Math.max(ratio, 1e-6), 1.0 / (path.count() - 1));
        if (!fit(BEYOND, BEYOND)) {
            return false;
        }
        double explained = devianceRatio();
        PathPoint beyond = point(BEYOND, explained);
        double lambda = largestLambda();
        double last = lambda;
        for (int m = 2; m <= path.count(); m++) {
            lambda *= factor;
            if (!fit(lambda, last)) {
                break;
            }
            double before = explained;
            explained = devianceRatio();
            points.add(point(lambda / lambdaUnit(), explained));
            boolean isEnough = points.get(points.size() - 1).df() > net.maximumFeatures()
                    || explained > MOST_EXPLAINED
                    || !net.isNonNegative() && hasStalled(explained, before);
            if (m >= SHORTEST_PATH && isEnough) {
                points.add(0, first(beyond, points));
                return true;
            }
            last = lambda;
        }
        points.add(0, first(beyond, points));
        return points.size() == path.count();
    }

    /** The first model has the λ that continues the path upwards, although it was fitted beyond. */
    private PathPoint first(PathPoint beyond, List<PathPoint> points) {
        double lambda = points.size() < 2
                ? largestLambda() / lambdaUnit()
                : Math.exp(2 * Math.log(points.get(0).lambda())
                        - Math.log(points.get(1).lambda()));
        return new PathPoint(lambda, beyond.intercept(), beyond.coefficients(), beyond.devianceRatio());
    }

    /** Returns the largest λ at which a column with a penalty would enter, at the present residual. */
    private double largestLambda() {
        double largest = 0;
        for (int j = 0; j < design.columns; j++) {
            if (design.isVarying[j] && squares.penalty[j] > 0) {
                largest = Math.max(largest, Math.abs(design.dot(squares.residual, j)) / squares.penalty[j]);
            }
        }
        return largest / Math.max(net.alpha(), LEAST_ALPHA);
    }

    private boolean fit(double lambda, double lastLambda) {
        squares.lambda1 = net.alpha() * lambda;
        squares.lambda2 = (1 - net.alpha()) * lambda;
        activateOver(squares.lambda1);
        double strong = net.alpha() * (2 * lambda - lastLambda);
        do {
            if (!fitActive()) {
                return false;
            }
        } while (activateFailing(strong) || sweep());
        return true;
    }

    private void activateOver(double bound) {
        for (int j = 0; j < design.columns; j++) {
            if (isOut(j) && slopes[j] > bound * squares.penalty[j]) {
                squares.activate(j);
            }
        }
    }

    private boolean isOut(int j) {
        return !squares.isActive[j] && design.isVarying[j];
    }

    /** Activates the columns kept by the strong rule that fail the conditions; returns whether there is one. */
    private boolean activateFailing(double strong) {
        int before = squares.activeCount;
        for (int j = 0; j < design.columns; j++) {
            if (isOut(j) && slopes[j] > strong * squares.penalty[j]) {
                double slope = design.dot(squares.residual, j);
                if (Math.abs(slope) > squares.lambda1 * squares.penalty[j]) {
                    squares.activate(j);
                }
            }
        }
        return squares.activeCount > before;
    }

    /**
     * Finds the slopes of all columns that are out and activates those that fail; returns whether there is one. A slope that is
     * small enough in single precision, whatever its rounding, is left at that.
     */
    private boolean sweep() {
        int before = squares.activeCount;
        design.approximateDots(squares.residual, approximate);
        double length = 0;
        for (double one : squares.residual) {
            length += one * one;
        }
        length = Math.sqrt(length);
        for (int j = 0; j < design.columns; j++) {
            if (isOut(j)) {
                double bound = squares.lambda1 * squares.penalty[j];
                slopes[j] = Math.abs(approximate[j]);
                double error = length * (design.slopeError() * design.norm[j] + LEAST_FLOAT);
                if (!(slopes[j] + error <= bound)) {
                    slopes[j] = Math.abs(design.dot(squares.residual, j));
                    if (slopes[j] > bound) {
                        squares.activate(j);
                    }
                }
            }
        }
        return squares.activeCount > before;
    }
}
