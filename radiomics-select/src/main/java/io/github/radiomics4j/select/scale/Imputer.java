package io.github.radiomics4j.select.scale;

import io.github.radiomics4j.learn.Transformer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Learns what each column's NaN are filled with, from the training cases whose value is known.
 *
 * @param statistic what is learned
 * @param constant what NaN is filled with where the statistic is {@link Statistic#CONSTANT}
 */
public record Imputer(Statistic statistic, double constant) implements Transformer {

    /** What a missing value is filled with. */
    public enum Statistic {
        /** The mean. */
        MEAN,
        /** The median; between the two middle values of an even number. */
        MEDIAN,
        /** The value that occurs most often, the least of several such. */
        MOST_FREQUENT,
        /** The same number in every column. */
        CONSTANT
    }

    /** Checks the options. */
    public Imputer {
        Objects.requireNonNull(statistic, "statistic");
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("what fills must be finite, found " + constant);
        }
    }

    /** Returns the imputer of means. */
    public static Imputer mean() {
        return new Imputer(Statistic.MEAN, 0);
    }

    /** Returns the imputer of medians. */
    public static Imputer median() {
        return new Imputer(Statistic.MEDIAN, 0);
    }

    /** Returns the imputer of most frequent values. */
    public static Imputer mostFrequent() {
        return new Imputer(Statistic.MOST_FREQUENT, 0);
    }

    /** Returns the imputer of one number. */
    public static Imputer constant(double value) {
        return new Imputer(Statistic.CONSTANT, value);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a value is infinite, or a column has no value to learn from; all are named
     */
    @Override
    public Imputation fit(FeatureTable table, Outcome outcome) {
        double[] fills = new double[table.columnCount()];
        List<String> empty = new ArrayList<>();
        for (int j = 0; j < fills.length; j++) {
            String name = table.columnNames().get(j);
            double[] values = Columns.known(table, name);
            if (values.length == 0 && statistic != Statistic.CONSTANT) {
                empty.add(name);
            } else {
                fills[j] = fill(values);
            }
        }
        if (!empty.isEmpty()) {
            throw new IllegalArgumentException("columns must have a value in training, found NaN alone in " + empty);
        }
        return Imputation.of(table.columnNames(), fills);
    }

    private double fill(double[] values) {
        Arrays.sort(values);
        return switch (statistic) {
            case MEAN -> Columns.mean(values);
            case MEDIAN -> Columns.quantile(values, 0.5);
            case MOST_FREQUENT -> mostFrequent(values);
            case CONSTANT -> constant;
        };
    }

    private static double mostFrequent(double[] sorted) {
        double best = sorted[0];
        int most = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                if (i - start > most) {
                    most = i - start;
                    best = sorted[start];
                }
                start = i;
            }
        }
        return best;
    }
}
