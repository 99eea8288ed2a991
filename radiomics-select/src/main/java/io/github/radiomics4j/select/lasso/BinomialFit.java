package io.github.radiomics4j.select.lasso;

/**
 * Logistic regression along λ: Newton's method, whose every step is a problem of weighted least squares with v = w q (1 − q)
 * and residual w (y − q), q the probability fitted so far. It ends when no coefficient has moved by more than the threshold,
 * v-weighted curvature · step². Probabilities nearer to 0 or 1 than 1e-9 count as 0 or 1 and their cases then have no weight.
 */
final class BinomialFit extends PathFit {
    private static final double CLIP = 1e-9;
    private static final double LARGEST_LINK = Math.log(1 / CLIP - 1);
    private static final double LEAST_WEIGHT = (1 + CLIP) * CLIP * (1 - CLIP);
    private static final double LEAST_GROWTH = 1e-5;
    private static final int NULL_STEPS = 100;
    private static final int MOST_INEXACT_STEPS = 20;

    private final double[] weights;
    private final double[] link;
    private final double[] probability;
    private final double[] before;
    private final double nullDeviance;

    private BinomialFit(
            ElasticNet net,
            FitData data,
            DesignMatrix design,
            CoordinateDescent squares,
            double[] weights,
            double[] link,
            double nullDeviance) {
        super(net, data, design, squares);
        this.weights = weights;
        this.link = link;
        this.nullDeviance = nullDeviance;
        probability = new double[link.length];
        before = new double[design.columns];
        updateWeights();
    }

    static BinomialFit of(ElasticNet net, FitData data) {
        double[] weights = data.shares();
        double intercept = net.hasIntercept() ? nullIntercept(data, weights) : 0;
        double[] link = new double[data.cases()];
        double[] probability = new double[data.cases()];
        for (int i = 0; i < link.length; i++) {
            link[i] = intercept + data.offset(i);
            probability[i] = 1 / (1 + Math.exp(-link[i]));
        }
        double nullDeviance = deviance(weights, data.response(), probability);
        DesignMatrix design = new DesignMatrix(data.columns(), weights, net.isStandardized(), net.hasIntercept());
        CoordinateDescent squares = new CoordinateDescent(
                design,
                penalties(net, design.columns),
                net.hasIntercept(),
                net.isNonNegative(),
                net.threshold() * nullDeviance,
                net.maximumPasses());
        squares.intercept = intercept;
        return new BinomialFit(net, data, design, squares, weights, link, nullDeviance);
    }

    /** Returns β₀ of the model without columns; with an offset by Newton's method. */
    private static double nullIntercept(FitData data, double[] weights) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * data.response()[i];
        }
        double intercept = Math.log(mean / (1 - mean));
        for (int step = 0; step < NULL_STEPS && data.offset().length > 0; step++) {
            double slope = 0;
            double bend = 0;
            for (int i = 0; i < weights.length; i++) {
                double q = 1 / (1 + Math.exp(-intercept - data.offset(i)));
                slope += weights[i] * (data.response()[i] - q);
                bend += weights[i] * q * (1 - q);
            }
            double move = slope / Math.max(bend, CLIP);
            intercept += Math.max(-2, Math.min(2, move)); // the log likelihood is flat far from its top
            if (Math.abs(move) < 1e-15 * (1 + Math.abs(intercept))) {
                break;
            }
        }
        return intercept;
    }

    /** Returns −Σ w log likelihood, half the deviance of a case on average. */
    private static double deviance(double[] weights, double[] response, double[] probability) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double q = Math.min(Math.max(CLIP, probability[i]), 1 - CLIP);
            sum -= weights[i] * Math.log(response[i] > 0 ? q : 1 - q);
        }
        return sum;
    }

    @Override
    boolean fitActive() {
        for (int step = 1; ; step++) {
            squares.mustBeExact = step > MOST_INEXACT_STEPS;
            double interceptBefore = squares.intercept;
            for (int a = 0; a < squares.activeCount; a++) {
                before[squares.active[a]] = squares.beta[squares.active[a]];
            }
            if (!squares.solve()) {
                return false;
            }
            boolean hasMoved = hasMoved(interceptBefore);
            updateLink();
            updateWeights();
            if (!hasMoved || squares.vSum <= LEAST_WEIGHT) {
                return true;
            }
        }
    }

    /** Asked after a solution, before the weights change. */
    private boolean hasMoved(double interceptBefore) {
        double step = squares.intercept - interceptBefore;
        if (squares.vSum * step * step >= squares.threshold) {
            return true;
        }
        for (int a = 0; a < squares.activeCount; a++) {
            int j = squares.active[a];
            double own = squares.beta[j] - before[j];
            if (own != 0 && squares.lastCurvature(a) * own * own >= squares.threshold) {
                return true;
            }
        }
        return false;
    }

    private void updateLink() {
        for (int i = 0; i < link.length; i++) {
            link[i] = squares.intercept + data.offset(i);
        }
        for (int a = 0; a < squares.activeCount; a++) {
            int j = squares.active[a];
            if (squares.beta[j] != 0) {
                design.add(squares.beta[j], j, link);
            }
        }
    }

    private void updateWeights() {
        double sum = 0;
        for (int i = 0; i < link.length; i++) {
            double q = probability(link[i]);
            probability[i] = q;
            squares.v[i] = weights[i] * q * (1 - q);
            squares.residual[i] = weights[i] * (data.response()[i] - q);
            sum += squares.v[i];
        }
        squares.vSum = sum;
        squares.weighting++;
    }

    private static double probability(double link) {
        if (Math.abs(link) > LARGEST_LINK) {
            return link > 0 ? 1 : 0;
        }
        return 1 / (1 + Math.exp(-link));
    }

    @Override
    double devianceRatio() {
        return (nullDeviance - deviance(weights, data.response(), probability)) / nullDeviance;
    }

    @Override
    PathPoint point(double lambda, double devianceRatio) {
        double[] beta = new double[design.columns];
        double intercept = squares.intercept;
        for (int a = 0; a < squares.activeCount; a++) {
            int j = squares.active[a];
            beta[j] = squares.beta[j] / design.scale[j];
            intercept -= beta[j] * design.mean[j];
        }
        return new PathPoint(lambda, intercept, SparseCoefficients.of(beta), devianceRatio);
    }

    @Override
    double lambdaUnit() {
        return 1;
    }

    @Override
    double nullDeviance() {
        return 2 * nullDeviance * data.weightSum();
    }

    @Override
    boolean hasStalled(double ratio, double lastRatio) {
        return ratio - lastRatio < LEAST_GROWTH;
    }
}
