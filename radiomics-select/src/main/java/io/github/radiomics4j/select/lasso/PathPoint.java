package io.github.radiomics4j.select.lasso;

import java.util.Arrays;

/**
 * The model at one λ: η = β₀ + Σ β<sub>j</sub> x<sub>j</sub> on the scale of the columns as they were given.
 *
 * @param lambda the strength of the penalty
 * @param intercept β₀; 0 where the model has none
 * @param coefficients β
 * @param devianceRatio the share of the null deviance that is explained; GAUSSIAN: R². NaN between two fitted λ
 */
public record PathPoint(double lambda, double intercept, SparseCoefficients coefficients, double devianceRatio) {

    /** Returns the number of coefficients that are not 0. */
    public int df() {
        return coefficients.count();
    }

    /**
     * Returns η of every row.
     *
     * @param columns one array per column; not modified
     * @throws IllegalArgumentException if the number of columns is not that of the fit
     */
    public double[] link(double[][] columns) {
        if (columns.length != coefficients.columnCount()) {
            throw new IllegalArgumentException("the model has " + coefficients.columnCount() + " columns, found "
                    + columns.length + " to predict from");
        }
        double[] link = new double[columns.length == 0 ? 0 : columns[0].length];
        Arrays.fill(link, intercept);
        for (int i = 0; i < coefficients.count(); i++) {
            double[] column = columns[coefficients.column(i)];
            double coefficient = coefficients.value(i);
            for (int row = 0; row < link.length; row++) {
                link[row] += coefficient * column[row];
            }
        }
        return link;
    }

    /** Returns the model between this and a {@code weaker} one, {@code share} of the way from that to this. */
    PathPoint mixed(PathPoint weaker, double share, double lambda) {
        double[] mixed = weaker.coefficients.dense();
        double[] own = coefficients.dense();
        for (int j = 0; j < mixed.length; j++) {
            mixed[j] = share * own[j] + (1 - share) * mixed[j];
        }
        return new PathPoint(
                lambda, share * intercept + (1 - share) * weaker.intercept, SparseCoefficients.of(mixed), Double.NaN);
    }
}
