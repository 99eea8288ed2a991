package io.github.radiomics4j.select.lasso;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Elastic net along a path of λ: the minimum over β₀ and β of
 *
 * <p>L(β₀, β) + λ Σ p<sub>j</sub> (α |β<sub>j</sub>| + (1 − α)/2 β<sub>j</sub>²)
 *
 * <p>with L = −Σ w<sub>i</sub> log P(y<sub>i</sub>) for BINOMIAL and 1/2 Σ w<sub>i</sub> (y<sub>i</sub> − η<sub>i</sub>)² for
 * GAUSSIAN, w the weights scaled to sum 1, p the penalty factors scaled to sum the number of columns, η = β₀ + Σ
 * β<sub>j</sub> x<sub>j</sub> + offset. Where columns are standardised, by Σ w (x − x̄)² (1/n, not 1/(n − 1)), β in the
 * penalty is that of the standardised columns; coefficients are returned on the scale given. GAUSSIAN with α &lt; 1: y is
 * scaled to unit variance for the penalty, so that its ridge part is λ (1 − α)/(2 s<sub>y</sub>) β².
 *
 * <p>This is glmnet's definition (Friedman, Hastie, Tibshirani 2010, doi:10.18637/jss.v033.i01), and at a small threshold its
 * result. A column of one value has coefficient 0.
 *
 * @param family what is modelled
 * @param alpha α: 1 for the LASSO, 0 for ridge
 * @param lambdas where to fit
 * @param isStandardized whether columns are standardised
 * @param hasIntercept whether there is β₀
 * @param isNonNegative whether β ≥ 0 is demanded
 * @param weights of the cases, or empty for equal ones
 * @param offsets a part of η that is given, one per case, or empty for none
 * @param penaltyFactors p, one per column, or empty for equal ones; a column of factor 0 is always in the model
 * @param threshold a fit ends when no step changes the objective by more than this share of the null deviance
 * @param maximumPasses over all λ together
 * @param maximumFeatures a computed path ends with the first model that has more columns, after five λ at least
 */
public record ElasticNet(
        Family family,
        double alpha,
        LambdaPath lambdas,
        boolean isStandardized,
        boolean hasIntercept,
        boolean isNonNegative,
        List<Double> weights,
        List<Double> offsets,
        List<Double> penaltyFactors,
        double threshold,
        int maximumPasses,
        int maximumFeatures) {

    /** Checks the numbers. */
    public ElasticNet {
        weights = List.copyOf(weights);
        offsets = List.copyOf(offsets);
        penaltyFactors = List.copyOf(penaltyFactors);
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must lie in 0 to 1, found " + alpha);
        }
        requireNotNegative("weights", weights);
        requireNotNegative("penalty factors", penaltyFactors);
        for (double offset : offsets) {
            if (!Double.isFinite(offset)) {
                throw new IllegalArgumentException("offsets must be finite, found " + offset);
            }
        }
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("the threshold must be above 0, found " + threshold);
        }
        if (maximumPasses < 1 || maximumFeatures < 0) {
            throw new IllegalArgumentException("passes must be at least 1 and features not negative, found "
                    + maximumPasses + " and " + maximumFeatures);
        }
    }

    private static void requireNotNegative(String what, List<Double> values) {
        double sum = 0;
        for (double value : values) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(what + " must be finite and not negative, found " + value);
            }
            sum += value;
        }
        if (!values.isEmpty() && sum == 0) {
            throw new IllegalArgumentException(what + " must not all be 0");
        }
    }

    /** glmnet's LASSO: α 1, its path of 100, standardised, an intercept, threshold 1e-7, 100 000 passes, no other limit. */
    public static ElasticNet withDefaults(Family family) {
        return new ElasticNet(
                family,
                1,
                LambdaPath.withDefaults(),
                true,
                true,
                false,
                List.of(),
                List.of(),
                List.of(),
                1e-7,
                100_000,
                Integer.MAX_VALUE);
    }

    /** Returns a copy with another mixture. */
    public ElasticNet withAlpha(double alpha) {
        return with(alpha, lambdas, weights, offsets, penaltyFactors, threshold, maximumPasses, maximumFeatures);
    }

    /** Returns a copy that is fitted at other λ. */
    public ElasticNet withLambdas(LambdaPath lambdas) {
        return with(alpha, lambdas, weights, offsets, penaltyFactors, threshold, maximumPasses, maximumFeatures);
    }

    /** Returns a copy that standardises columns or takes them as they are. */
    public ElasticNet withStandardized(boolean isStandardized) {
        return new ElasticNet(
                family,
                alpha,
                lambdas,
                isStandardized,
                hasIntercept,
                isNonNegative,
                weights,
                offsets,
                penaltyFactors,
                threshold,
                maximumPasses,
                maximumFeatures);
    }

    /** Returns a copy with or without an intercept. */
    public ElasticNet withIntercept(boolean hasIntercept) {
        return new ElasticNet(
                family,
                alpha,
                lambdas,
                isStandardized,
                hasIntercept,
                isNonNegative,
                weights,
                offsets,
                penaltyFactors,
                threshold,
                maximumPasses,
                maximumFeatures);
    }

    /** Returns a copy that demands coefficients that are not negative, or does not. */
    public ElasticNet withNonNegative(boolean isNonNegative) {
        return new ElasticNet(
                family,
                alpha,
                lambdas,
                isStandardized,
                hasIntercept,
                isNonNegative,
                weights,
                offsets,
                penaltyFactors,
                threshold,
                maximumPasses,
                maximumFeatures);
    }

    /** Returns a copy with weights of cases, in the order of the rows. */
    public ElasticNet withWeights(double... weights) {
        return with(alpha, lambdas, boxed(weights), offsets, penaltyFactors, threshold, maximumPasses, maximumFeatures);
    }

    /** Returns a copy with offsets, in the order of the rows. */
    public ElasticNet withOffsets(double... offsets) {
        return with(alpha, lambdas, weights, boxed(offsets), penaltyFactors, threshold, maximumPasses, maximumFeatures);
    }

    /** Returns a copy with penalty factors, in the order of the columns. */
    public ElasticNet withPenaltyFactors(double... penaltyFactors) {
        return with(alpha, lambdas, weights, offsets, boxed(penaltyFactors), threshold, maximumPasses, maximumFeatures);
    }

    /** Returns a copy with another threshold. */
    public ElasticNet withThreshold(double threshold) {
        return with(alpha, lambdas, weights, offsets, penaltyFactors, threshold, maximumPasses, maximumFeatures);
    }

    /** Returns a copy with another limit of passes. */
    public ElasticNet withMaximumPasses(int maximumPasses) {
        return with(alpha, lambdas, weights, offsets, penaltyFactors, threshold, maximumPasses, maximumFeatures);
    }

    /** Returns a copy whose computed path ends where a model has more columns than {@code maximumFeatures}. */
    public ElasticNet withMaximumFeatures(int maximumFeatures) {
        return with(alpha, lambdas, weights, offsets, penaltyFactors, threshold, maximumPasses, maximumFeatures);
    }

    private static List<Double> boxed(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private ElasticNet with(
            double alpha,
            LambdaPath lambdas,
            List<Double> weights,
            List<Double> offsets,
            List<Double> penaltyFactors,
            double threshold,
            int maximumPasses,
            int maximumFeatures) {
        return new ElasticNet(
                family,
                alpha,
                lambdas,
                isStandardized,
                hasIntercept,
                isNonNegative,
                weights,
                offsets,
                penaltyFactors,
                threshold,
                maximumPasses,
                maximumFeatures);
    }

    /**
     * Fits columns to classes.
     *
     * @param columns one array per column, finite; not modified
     * @param positive whether each case is positive; GAUSSIAN takes 1 and 0 for it; not modified
     * @throws IllegalArgumentException if a value is not finite, lengths differ, or BINOMIAL has fewer than two cases of a class
     */
    public ElasticNetPath fit(double[][] columns, boolean... positive) {
        double[] response = new double[positive.length];
        for (int i = 0; i < response.length; i++) {
            response[i] = positive[i] ? 1 : 0;
        }
        return fit(columns, response);
    }

    /**
     * Fits columns to numbers.
     *
     * @param columns one array per column, finite; not modified
     * @param response one per case; BINOMIAL 1 for the positive class and 0 for the other; not modified
     * @throws IllegalArgumentException if a value is not finite, lengths differ, the response does not vary (GAUSSIAN), or is
     *     other than 0 and 1 with two cases of each (BINOMIAL)
     */
    public ElasticNetPath fit(double[][] columns, double... response) {
        return fit(data(columns, response));
    }

    ElasticNetPath fit(FitData data) {
        return switch (family) {
            case BINOMIAL -> {
                FitChecks.requireClasses(data.response());
                yield BinomialFit.of(this, data).run();
            }
            case GAUSSIAN -> GaussianFit.of(this, data).run();
        };
    }

    /** Checks what is fitted and puts it together. */
    FitData data(double[][] columns, double[] response) {
        FitChecks.requireFinite(columns, response);
        FitChecks.requireCount("weights", weights, response.length, "cases");
        FitChecks.requireCount("offsets", offsets, response.length, "cases");
        FitChecks.requireCount("penalty factors", penaltyFactors, columns.length, "columns");
        List<Double> each = weights.isEmpty() ? Collections.nCopies(response.length, 1.0) : weights;
        return new FitData(columns, response, unboxed(each), unboxed(offsets));
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
