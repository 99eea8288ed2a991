package io.github.radiomics4j.eval.roc;

import java.util.List;

/**
 * The areas of several models on the same cases, each compared with each, and all at once.
 *
 * @param models their names, in order
 * @param aucs the area of each
 * @param covariance of the areas; symmetric
 * @param pairs each model with each later one, in order
 * @param statistic chi-square of the hypothesis that all areas are equal
 * @param degreesOfFreedom of the chi-square: the models less one, or fewer where models say the same
 * @param pValue of the chi-square; 1 where there is no degree of freedom
 */
public record AucComparisons(
        List<String> models,
        double[] aucs,
        double[][] covariance,
        List<Pair> pairs,
        double statistic,
        int degreesOfFreedom,
        double pValue) {

    /**
     * Two of the models.
     *
     * @param first name of the first
     * @param second name of the second
     * @param comparison of the two
     * @param adjustedPValue the comparison's p-value, adjusted for the number of pairs (Holm)
     */
    public record Pair(String first, String second, AucComparison comparison, double adjustedPValue) {}

    /** Copies what can change. */
    public AucComparisons {
        models = List.copyOf(models);
        aucs = aucs.clone();
        pairs = List.copyOf(pairs);
        covariance = copy(covariance);
    }

    /** Returns the area of each model, in a new array. */
    @Override
    public double[] aucs() {
        return aucs.clone();
    }

    /** Returns the covariance of the areas, in new arrays. */
    @Override
    public double[][] covariance() {
        return copy(covariance);
    }

    private static double[][] copy(double[][] matrix) {
        double[][] out = new double[matrix.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = matrix[i].clone();
        }
        return out;
    }
}
