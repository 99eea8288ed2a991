package io.github.radiomics4j.eval.logistic;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.table.FeatureTable;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A fitted {@link LogisticRegression}: coefficients with their uncertainty, and how well the model fits. Immutable. Where
 * {@link #isSeparated()}, none of the numbers means anything.
 */
public final class LogisticFit {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final List<String> terms;
    private final double[][] design;
    private final boolean[] positive;
    private final double[] offset;
    private final LogisticRegression model;
    private final Likelihood.Maximum maximum;
    private final double nullDeviance;
    private final boolean isSeparated;

    /** Fits; arrays are handed over. */
    LogisticFit(List<String> terms, double[][] design, boolean[] positive, double[] offset, LogisticRegression model) {
        this.terms = List.copyOf(terms);
        this.design = design;
        this.positive = positive;
        this.offset = offset;
        this.model = model;
        requireIndependent();
        Likelihood.Maximum found;
        boolean separated = Separation.isThere(design, positive);
        try {
            found = new Likelihood(design, positive, offset).maximize();
        } catch (SingularMatrixException e) {
            if (!separated) {
                throw new IllegalArgumentException("the columns must be independent of each other, found " + terms, e);
            }
            found = new Likelihood.Maximum(
                    filled(terms.size()), filled(positive.length), 0, matrixOfNan(terms.size()), false);
        }
        this.maximum = found;
        this.isSeparated = separated;
        double[][] constant = model.hasIntercept() ? new double[][] {design[0]} : new double[0][];
        this.nullDeviance =
                new Likelihood(constant, positive, offset).maximize().deviance();
    }

    private static double[] filled(int length) {
        double[] out = new double[length];
        Arrays.fill(out, Double.NaN);
        return out;
    }

    private static double[][] matrixOfNan(int size) {
        double[][] out = new double[size][];
        Arrays.setAll(out, i -> filled(size));
        return out;
    }

    private void requireIndependent() {
        if (terms.size() > positive.length) {
            throw new IllegalArgumentException("there must be no more terms than cases, found " + terms.size()
                    + " terms and " + positive.length + " cases");
        }
        for (int j = model.hasIntercept() ? 1 : 0; j < design.length; j++) {
            double first = design[j][0];
            if (model.hasIntercept() && Arrays.stream(design[j]).allMatch(x -> x == first)) {
                throw new IllegalArgumentException(
                        "columns must vary beside an intercept, but " + terms.get(j) + " is " + first + " everywhere");
            }
        }
    }

    /** Returns the names of the terms, the intercept first where there is one. */
    public List<String> terms() {
        return terms;
    }

    private int index(String term) {
        int index = terms.indexOf(term);
        if (index < 0) {
            throw new IllegalArgumentException("a term of the model must be named, " + terms + ", found " + term);
        }
        return index;
    }

    /** Returns β of a term. */
    public double coefficient(String term) {
        return maximum.coefficients()[index(term)];
    }

    /** Returns β of all terms, in order, in a new array. */
    public double[] coefficients() {
        return maximum.coefficients().clone();
    }

    /** Returns the standard error of a coefficient. */
    public double standardError(String term) {
        int j = index(term);
        return Math.sqrt(maximum.covariance()[j][j]);
    }

    /** Returns the covariance of the coefficients, in new arrays. */
    public double[][] covariance() {
        return Arrays.stream(maximum.covariance()).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns Wald's z, coefficient over standard error. */
    public double z(String term) {
        return coefficient(term) / standardError(term);
    }

    /** Returns the two-sided p-value of a coefficient of 0 by Wald's test. */
    public double pValue(String term) {
        return 2 * NORMAL.survivalProbability(Math.abs(z(term)));
    }

    /** Returns exp β: how the odds change with one unit more. */
    public double oddsRatio(String term) {
        return Math.exp(coefficient(term));
    }

    /** Returns β ± z · standard error. */
    public Interval waldInterval(String term) {
        double half = NORMAL.inverseSurvivalProbability((1 - model.level()) / 2) * standardError(term);
        return new Interval(coefficient(term) - half, coefficient(term) + half, model.level());
    }

    /**
     * Returns the coefficients that the likelihood ratio test does not reject: those at which the deviance, with the other
     * coefficients free, is above its minimum by the quantile of chi-square or less. An end is infinite where the deviance
     * never rises so far.
     */
    public Interval profileInterval(String term) {
        int j = index(term);
        if (isSeparated) {
            return new Interval(Double.NaN, Double.NaN, model.level());
        }
        double rise = ChiSquaredDistribution.of(1).inverseSurvivalProbability(1 - model.level());
        UnivariateFunction above = beta -> profileDeviance(j, beta) - maximum.deviance() - rise;
        return new Interval(end(above, j, -1), end(above, j, 1), model.level());
    }

    private double end(UnivariateFunction above, int j, int direction) {
        double start = maximum.coefficients()[j];
        double step = 2 * Math.sqrt(maximum.covariance()[j][j]);
        double inside = start;
        for (int i = 0; i < 30; i++) {
            double outside = inside + direction * step;
            if (above.value(outside) > 0) {
                double low = Math.min(inside, outside);
                double high = Math.max(inside, outside);
                return new BrentSolver(1e-10, 1e-12).solve(200, above, low, high);
            }
            inside = outside;
            step *= 1.5;
        }
        return direction * Double.POSITIVE_INFINITY;
    }

    private double profileDeviance(int j, double beta) {
        double[][] others = new double[design.length - 1][];
        int next = 0;
        for (int k = 0; k < design.length; k++) {
            if (k != j) {
                others[next++] = design[k];
            }
        }
        double[] given = offset.clone();
        for (int i = 0; i < given.length; i++) {
            given[i] += beta * design[j][i];
        }
        return new Likelihood(others, positive, given).maximize().deviance();
    }

    /** Returns the fitted probabilities, in the order of the cases, in a new array. */
    public double[] fitted() {
        return maximum.fitted().clone();
    }

    /**
     * Returns the probabilities of other cases, logit⁻¹(β₀ + Σ β<sub>j</sub> x<sub>j</sub>). An offset is no part of it.
     *
     * @param table with the columns of the model, in any order
     * @throws IllegalArgumentException if a column is missing, or a value is not finite
     */
    public Predictions predict(FeatureTable table) {
        double[] probabilities = new double[table.caseCount()];
        double[] coefficients = maximum.coefficients();
        int first = model.hasIntercept() ? 1 : 0;
        Arrays.fill(probabilities, first == 1 ? coefficients[0] : 0);
        for (int j = first; j < coefficients.length; j++) {
            double[] column = table.column(terms.get(j));
            for (int i = 0; i < column.length; i++) {
                if (!Double.isFinite(column[i])) {
                    throw new IllegalArgumentException("values must be finite, found " + column[i] + " in column "
                            + terms.get(j) + " of case " + table.caseIds().get(i));
                }
                probabilities[i] += coefficients[j] * column[i];
            }
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-probabilities[i]));
        }
        return Predictions.of(table.caseIds(), probabilities);
    }

    /** Returns −2 log-likelihood. */
    public double deviance() {
        return maximum.deviance();
    }

    /** Returns −2 log-likelihood of the model without columns: the intercept and the offset alone. */
    public double nullDeviance() {
        return nullDeviance;
    }

    /** Returns the log-likelihood. */
    public double logLikelihood() {
        return -deviance() / 2;
    }

    /** Returns Akaike's criterion, deviance + 2 p, p terms. */
    public double aic() {
        return deviance() + 2.0 * terms.size();
    }

    /** Returns the Bayesian criterion, deviance + p log n. */
    public double bic() {
        return deviance() + terms.size() * Math.log(positive.length);
    }

    /** Returns n − p. */
    public int residualDegreesOfFreedom() {
        return positive.length - terms.size();
    }

    /** Returns the p-value of the likelihood ratio test against the model without columns; NaN where there are none. */
    public double likelihoodRatioPValue() {
        int freedom = terms.size() - (model.hasIntercept() ? 1 : 0);
        return freedom == 0
                ? Double.NaN
                : ChiSquaredDistribution.of(freedom).survivalProbability(Math.max(0, nullDeviance - deviance()));
    }

    /** Returns Nagelkerke's R², (1 − exp((D − D₀) / n)) / (1 − exp(−D₀ / n)). */
    public double nagelkerkeR2() {
        double n = positive.length;
        return Math.expm1((deviance() - nullDeviance) / n) / Math.expm1(-nullDeviance / n);
    }

    /**
     * Returns the variance inflation factor of a column: how many times larger the variance of its coefficient is than if
     * the columns did not correlate, from the correlations of the coefficients (Fox and Monette 1992).
     *
     * @throws IllegalArgumentException for the intercept
     */
    public double varianceInflation(String term) {
        int first = model.hasIntercept() ? 1 : 0;
        int j = index(term) - first;
        if (j < 0) {
            throw new IllegalArgumentException("an intercept has no variance inflation");
        }
        int p = terms.size() - first;
        double[][] correlation = new double[p][p];
        for (int k = 0; k < p; k++) {
            for (int l = 0; l < p; l++) {
                correlation[k][l] = maximum.covariance()[k + first][l + first]
                        / Math.sqrt(maximum.covariance()[k + first][k + first]
                                * maximum.covariance()[l + first][l + first]);
            }
        }
        RealMatrix all = new Array2DRowRealMatrix(correlation);
        return new LUDecomposition(all).getSolver().getInverse().getEntry(j, j) * all.getEntry(j, j);
    }

    /** Returns whether a combination of the columns separates the classes, wholly or but for ties: no maximum exists. */
    public boolean isSeparated() {
        return isSeparated;
    }

    /** Returns whether the coefficients came to rest. */
    public boolean isConverged() {
        return maximum.converged();
    }
}
