package io.github.radiomics4j.select.lasso;

import java.util.List;

/**
 * What {@link ElasticNet} found: a model for each λ.
 *
 * @param family what was modelled
 * @param columnCount number of columns
 * @param points the models, from the strongest penalty to the weakest
 * @param nullDeviance deviance of the model without any column
 * @param hasConverged whether every λ was fitted; otherwise the passes ran out, and points end before the λ at which they did
 */
public record ElasticNetPath(
        Family family, int columnCount, List<PathPoint> points, double nullDeviance, boolean hasConverged) {

    /** Copies the list. */
    public ElasticNetPath {
        points = List.copyOf(points);
    }

    /** Returns λ of every point, falling, in a new array. */
    public double[] lambdas() {
        return points.stream().mapToDouble(PathPoint::lambda).toArray();
    }

    /** Returns β₀ of every point, in a new array. */
    public double[] intercepts() {
        return points.stream().mapToDouble(PathPoint::intercept).toArray();
    }

    /** Returns the number of coefficients that are not 0 at every point, in a new array. */
    public int[] df() {
        return points.stream().mapToInt(PathPoint::df).toArray();
    }

    /** Returns the share of the null deviance explained at every point, in a new array. */
    public double[] devianceRatios() {
        return points.stream().mapToDouble(PathPoint::devianceRatio).toArray();
    }

    /**
     * Returns the model at any λ: between two points the linear interpolation of their coefficients, beyond the ends the
     * model there; glmnet's {@code coef(fit, s = lambda)} with {@code exact = FALSE}.
     *
     * @throws IllegalArgumentException if {@code lambda} is negative or NaN
     * @throws IllegalStateException if no λ was fitted
     */
    public PathPoint at(double lambda) {
        if (!(lambda >= 0)) {
            throw new IllegalArgumentException("a lambda must not be negative, found " + lambda);
        }
        if (points.isEmpty()) {
            throw new IllegalStateException("no lambda was fitted before the passes ran out");
        }
        PathPoint stronger = points.get(0);
        if (lambda >= stronger.lambda()) {
            return stronger;
        }
        for (PathPoint weaker : points.subList(1, points.size())) {
            if (lambda == weaker.lambda()) {
                return weaker;
            }
            if (lambda > weaker.lambda()) {
                double share = (lambda - weaker.lambda()) / (stronger.lambda() - weaker.lambda());
                return stronger.mixed(weaker, share, lambda);
            }
            stronger = weaker;
        }
        return stronger;
    }

    /**
     * Returns the predictions of every row at {@code lambda}: BINOMIAL probabilities of the positive class, GAUSSIAN means.
     * An offset of the fit is not added.
     *
     * @param columns one array per column of the fit; not modified
     */
    public double[] predict(double[][] columns, double lambda) {
        double[] out = at(lambda).link(columns);
        if (family == Family.BINOMIAL) {
            for (int i = 0; i < out.length; i++) {
                out[i] = 1 / (1 + Math.exp(-out[i]));
            }
        }
        return out;
    }
}
