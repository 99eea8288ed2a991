package io.github.radiomics4j.select.lasso;

/**
 * Least squares along λ. The response is standardised too: (y − ȳ) / s, s² = Σ w (y − ȳ)², and λ is divided by s, so that for
 * α &lt; 1 the ridge part in units of y is λ (1 − α) / (2 s) · β². The columns are centred, which leaves β₀ to the end.
 */
final class GaussianFit extends PathFit {
    private static final double LEAST_GROWTH = 1e-5;

    private final double[] response;
    private final double mean;
    private final double sd;

    private GaussianFit(
            ElasticNet net,
            FitData data,
            DesignMatrix design,
            CoordinateDescent squares,
            double[] response,
            double mean,
            double sd) {
        super(net, data, design, squares);
        this.response = response;
        this.mean = mean;
        this.sd = sd;
    }

    static GaussianFit of(ElasticNet net, FitData data) {
        double[] weights = data.shares();
        double[] response = data.response().clone();
        double mean = 0;
        for (int i = 0; i < response.length; i++) {
            response[i] -= data.offset(i);
            mean += net.hasIntercept() ? weights[i] * response[i] : 0;
        }
        double square = 0;
        for (int i = 0; i < response.length; i++) {
            response[i] -= mean;
            square += weights[i] * response[i] * response[i];
        }
        double sd = Math.sqrt(square);
        if (!(sd > 0)) {
            throw new IllegalArgumentException("the response must vary, found " + mean + " in every case");
        }
        DesignMatrix design = new DesignMatrix(data.columns(), weights, net.isStandardized(), net.hasIntercept());
        CoordinateDescent squares = new CoordinateDescent(
                design,
                penalties(net, design.columns),
                false,
                net.isNonNegative(),
                net.threshold(),
                net.maximumPasses());
        for (int i = 0; i < response.length; i++) {
            response[i] /= sd;
            squares.v[i] = weights[i];
            squares.residual[i] = weights[i] * response[i];
        }
        return new GaussianFit(net, data, design, squares, response, mean, sd);
    }

    /** Afterwards the residual is computed anew, which ends the drift of the steps. */
    @Override
    boolean fitActive() {
        boolean hasConverged = squares.solve();
        double[] rest = squares.residual;
        System.arraycopy(response, 0, rest, 0, rest.length);
        for (int a = 0; a < squares.activeCount; a++) {
            int j = squares.active[a];
            if (squares.beta[j] != 0) {
                design.add(-squares.beta[j], j, rest);
            }
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] *= squares.v[i];
        }
        return hasConverged;
    }

    @Override
    double devianceRatio() {
        double rest = 0;
        for (int i = 0; i < response.length; i++) {
            if (squares.v[i] > 0) {
                rest += squares.residual[i] * squares.residual[i] / squares.v[i];
            }
        }
        return 1 - rest;
    }

    @Override
    PathPoint point(double lambda, double devianceRatio) {
        double[] beta = new double[design.columns];
        double intercept = mean;
        for (int a = 0; a < squares.activeCount; a++) {
            int j = squares.active[a];
            beta[j] = squares.beta[j] * sd / design.scale[j];
            intercept -= beta[j] * design.mean[j];
        }
        return new PathPoint(lambda, intercept, SparseCoefficients.of(beta), devianceRatio);
    }

    @Override
    double lambdaUnit() {
        return 1 / sd;
    }

    /** Returns the null deviance, Σ weight · (y − ȳ)². */
    @Override
    double nullDeviance() {
        return sd * sd * data.weightSum();
    }

    @Override
    boolean hasStalled(double ratio, double lastRatio) {
        return ratio - lastRatio < LEAST_GROWTH * ratio;
    }
}
