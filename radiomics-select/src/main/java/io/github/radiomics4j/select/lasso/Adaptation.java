package io.github.radiomics4j.select.lasso;

import io.github.radiomics4j.run.Execution;

/**
 * Where the penalty factors 1 / |b<sub>j</sub>|<sup>γ</sup> of the adaptive LASSO come from: first estimates b on the scale on
 * which the penalty is taken. Zou 2006, doi:10.1198/016214506000000735. An estimate below 1e-8 of the largest counts as that.
 */
public enum Adaptation {
    /** Equal factors: the LASSO. */
    NONE,
    /** b of a ridge fit (α 0) at its own best λ, on the same folds. */
    RIDGE,
    /** b of a fit without a penalty on each column alone. */
    UNIVARIATE;

    private static final double SMALLEST_SHARE = 1e-8;

    /** Returns {@code net} with penalty factors; those that it has are multiplied. */
    ElasticNet adapt(ElasticNet net, double gamma, double[][] columns, double[] response, int[] foldOf, Execution on) {
        if (this == NONE) {
            return net;
        }
        double[] estimates =
                this == RIDGE ? ridge(net, columns, response, foldOf, on) : univariate(net, columns, response);
        double largest = 0;
        for (int j = 0; j < estimates.length; j++) {
            double[] column = columns[j];
            estimates[j] = Math.abs(estimates[j]) * (net.isStandardized() ? spread(net, column) : 1);
            largest = Math.max(largest, estimates[j]);
        }
        if (!(largest > 0)) {
            return net;
        }
        double[] factors = new double[estimates.length];
        for (int j = 0; j < factors.length; j++) {
            double given =
                    net.penaltyFactors().isEmpty() ? 1 : net.penaltyFactors().get(j);
            factors[j] = given * Math.pow(Math.max(estimates[j] / largest, SMALLEST_SHARE), -gamma);
        }
        return net.withPenaltyFactors(factors);
    }

    private static double spread(ElasticNet net, double[] column) {
        double[] weights = new double[column.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = net.weights().isEmpty() ? 1 : net.weights().get(i);
        }
        double[] shares = new FitData(new double[0][], column, weights, new double[0]).shares();
        return new DesignMatrix(new double[][] {column}, shares, true, true).scale[0];
    }

    private static double[] ridge(ElasticNet net, double[][] columns, double[] response, int[] foldOf, Execution on) {
        ElasticNet ridge = net.withAlpha(0)
                .withLambdas(LambdaPath.withDefaults())
                .withMaximumFeatures(Integer.MAX_VALUE)
                .withThreshold(Math.max(net.threshold(), 1e-9)); // estimates to some digits are enough
        CvCurve curve = ElasticNetCv.withDefaults(ridge).fit(columns, response, foldOf, on);
        return curve.path().points().get(curve.indexMin()).coefficients().dense();
    }

    private static double[] univariate(ElasticNet net, double[][] columns, double[] response) {
        ElasticNet free = net.withLambdas(LambdaPath.of(0)).withAlpha(1).withPenaltyFactors();
        double[] estimates = new double[columns.length];
        for (int j = 0; j < estimates.length; j++) {
            ElasticNetPath path = free.fit(new double[][] {columns[j]}, response);
            estimates[j] = path.points().isEmpty()
                    ? 0
                    : path.points().get(0).coefficients().ofColumn(0);
        }
        return estimates;
    }
}
