package io.github.radiomics4j.select.lasso;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** What must hold before a fit. */
final class FitChecks {
    private static final int SMALLEST_CLASS = 2;
    private static final int MOST_NAMED = 10;

    private FitChecks() {}

    static void requireFinite(double[][] columns, double[] response) {
        requireFinite(columns, response, j -> "column " + j, i -> "row " + i);
    }

    /** Requires finite values; the message names columns and cases that are not so. */
    static void requireFinite(
            double[][] columns, double[] response, IntFunction<String> columnName, IntFunction<String> caseName) {
        if (response.length == 0) {
            throw new IllegalArgumentException("a fit needs cases, found none");
        }
        if (columns.length == 0) {
            throw new IllegalArgumentException("a fit needs columns, found none");
        }
        for (int i = 0; i < response.length; i++) {
            if (!Double.isFinite(response[i])) {
                throw new IllegalArgumentException(
                        "the response must be finite, found " + response[i] + " in " + caseName.apply(i));
            }
        }
        List<String> found = new ArrayList<>();
        int count = 0;
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != response.length) {
                throw new IllegalArgumentException(columnName.apply(j) + " must have a value for each of "
                        + response.length + " cases, found " + columns[j].length);
            }
            for (int i = 0; i < response.length; i++) {
                if (!Double.isFinite(columns[j][i])) {
                    count++;
                    if (found.size() < MOST_NAMED) {
                        found.add(columns[j][i] + " in " + columnName.apply(j) + ", " + caseName.apply(i));
                    }
                }
            }
        }
        if (count > 0) {
            String more = count > found.size() ? "; and " + (count - found.size()) + " more" : "";
            throw new IllegalArgumentException("values must be finite, found " + String.join("; ", found) + more);
        }
    }

    static void requireClasses(double[] response) {
        int positives = 0;
        for (double value : response) {
            if (value != 0 && value != 1) {
                throw new IllegalArgumentException("a class must be 0 or 1, found " + value);
            }
            positives += (int) value;
        }
        int smaller = Math.min(positives, response.length - positives);
        if (smaller < SMALLEST_CLASS) {
            throw new IllegalArgumentException("each class must have " + SMALLEST_CLASS + " cases or more, found "
                    + positives + " positive and " + (response.length - positives) + " negative");
        }
    }

    static void requireCount(String what, List<Double> values, int count, String of) {
        if (!values.isEmpty() && values.size() != count) {
            throw new IllegalArgumentException(
                    what + " must be as many as the " + count + " " + of + ", found " + values.size());
        }
    }
}
