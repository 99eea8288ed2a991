package io.github.radiomics4j.eval.logistic;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression by maximum likelihood: P(positive) = 1 / (1 + exp(−η)), η = offset + β₀ + Σ β<sub>j</sub>
 * x<sub>j</sub>. Newton's method (iteratively reweighted least squares, each step by a QR decomposition) until the
 * coefficients no longer move; R's {@code glm(…, binomial)} with its tolerance taken to the end.
 *
 * @param level of the intervals
 * @param hasIntercept whether there is β₀
 */
public record LogisticRegression(double level, boolean hasIntercept) {

    /** Name of β₀ among the terms, R's. */
    public static final String INTERCEPT = "(Intercept)";

    /** Checks the level. */
    public LogisticRegression {
        Interval.requireLevel(level);
    }

    /** Returns a model with an intercept and 95 % intervals. */
    public static LogisticRegression withDefaults() {
        return new LogisticRegression(0.95, true);
    }

    /** Returns a copy with another confidence level. */
    public LogisticRegression withLevel(double level) {
        return new LogisticRegression(level, hasIntercept);
    }

    /** Returns a copy with or without an intercept. */
    public LogisticRegression withIntercept(boolean hasIntercept) {
        return new LogisticRegression(level, hasIntercept);
    }

    /**
     * Fits the columns of a table, joined with the outcome by case id.
     *
     * @throws IllegalArgumentException if a case has no outcome, a value is not finite, a class has no case, or the columns
     *     depend on each other
     */
    public LogisticFit fit(FeatureTable table, Outcome outcome) {
        double[][] columns = table.columnNames().stream().map(table::column).toArray(double[][]::new);
        return fit(table.columnNames(), columns, outcome.positives(table.caseIds()));
    }

    /**
     * Fits columns.
     *
     * @param names of the columns
     * @param columns one array per column, finite; not modified
     * @param positive the truth, in the same order; not modified
     * @throws IllegalArgumentException if a value is not finite, a class has no case, or the columns depend on each other
     */
    public LogisticFit fit(List<String> names, double[][] columns, boolean[] positive) {
        return fit(names, columns, positive, new double[positive.length]);
    }

    /**
     * Fits columns with an offset, a part of η that is given.
     *
     * @param names of the columns; may be empty where there is an intercept
     * @param columns one array per column, finite; not modified
     * @param positive the truth, in the same order; not modified
     * @param offset one per case, finite; not modified
     * @throws IllegalArgumentException if a value is not finite, a class has no case, or the columns depend on each other
     */
    public LogisticFit fit(List<String> names, double[][] columns, boolean[] positive, double[] offset) {
        check(names, columns, positive, offset);
        List<String> terms = new ArrayList<>();
        List<double[]> design = new ArrayList<>();
        if (hasIntercept) {
            terms.add(INTERCEPT);
            double[] ones = new double[positive.length];
            Arrays.fill(ones, 1);
            design.add(ones);
        }
        terms.addAll(names);
        design.addAll(List.of(columns));
        return new LogisticFit(terms, design.toArray(new double[0][]), positive.clone(), offset.clone(), this);
    }

    private void check(List<String> names, double[][] columns, boolean[] positive, double[] offset) {
        if (names.size() != columns.length) {
            throw new IllegalArgumentException(names.size() + " columns need as many arrays, found " + columns.length);
        }
        if (columns.length == 0 && !hasIntercept) {
            throw new IllegalArgumentException("a model needs a term, found neither columns nor an intercept");
        }
        requireFinite("the offset", offset, positive.length);
        for (int j = 0; j < columns.length; j++) {
            requireFinite("column " + names.get(j), columns[j], positive.length);
        }
        int positives = 0;
        for (boolean one : positive) {
            positives += one ? 1 : 0;
        }
        if (positives == 0 || positives == positive.length) {
            throw new IllegalArgumentException("both classes must have cases, found " + positives + " positive and "
                    + (positive.length - positives) + " negative");
        }
    }

    private static void requireFinite(String what, double[] values, int count) {
        if (values.length != count) {
            throw new IllegalArgumentException(
                    what + " must have a value for each of " + count + " cases, found " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + " must be finite, found " + values[i] + " at place " + i);
            }
        }
    }
}
