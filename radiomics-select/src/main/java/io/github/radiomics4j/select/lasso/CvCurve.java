package io.github.radiomics4j.select.lasso;

import java.util.List;

/**
 * What cross-validation found at every λ of a path.
 *
 * @param path the models of all cases
 * @param measure what {@code means} are: the one asked for, or DEVIANCE where folds are too small for AUC
 * @param isGrouped whether a standard error is that of fold means; otherwise that of single cases
 * @param means the mean over folds, weighted by their size; NaN if no fold has one
 * @param standardErrors √(Σ share (fold mean − mean)² / (folds − 1))
 * @param heldOutLinks η of every case by the model that has not seen it, one list of cases for each λ
 * @param indexMin place of the largest λ whose mean is best
 * @param indexOneSe place of the largest λ whose mean is within one standard error of the best
 */
public record CvCurve(
        ElasticNetPath path,
        CvMeasure measure,
        boolean isGrouped,
        List<Double> means,
        List<Double> standardErrors,
        List<List<Double>> heldOutLinks,
        int indexMin,
        int indexOneSe) {

    /** Copies the lists. */
    public CvCurve {
        means = List.copyOf(means);
        standardErrors = List.copyOf(standardErrors);
        heldOutLinks = heldOutLinks.stream().map(List::copyOf).toList();
    }

    /** Returns the largest λ whose mean is best. */
    public double lambdaMin() {
        return path.points().get(indexMin).lambda();
    }

    /** Returns the largest λ whose mean is within one standard error of the best. */
    public double lambdaOneSe() {
        return path.points().get(indexOneSe).lambda();
    }

    /** Returns the number of columns in the model of all cases at every λ, in a new array. */
    public int[] nonZero() {
        return path.df();
    }
}
