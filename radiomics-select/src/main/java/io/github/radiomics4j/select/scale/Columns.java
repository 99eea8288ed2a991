package io.github.radiomics4j.select.scale;

import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The numbers of columns that scalers are made of; NaN is left aside. */
final class Columns {
    private Columns() {}

    /**
     * What is learned from one column.
     *
     * @param center what is taken off
     * @param scale what is divided by; 0 where the column is constant
     */
    record Affine(double center, double scale) {}

    /** Fits every column by its values that are no NaN; none of them is infinite. */
    static AffineScaling fit(FeatureTable table, ConstantColumns constants, Function<double[], Affine> fit) {
        List<String> names = new ArrayList<>();
        List<Affine> fits = new ArrayList<>();
        List<String> constant = new ArrayList<>();
        for (String name : table.columnNames()) {
            double[] values = known(table, name);
            Affine one = values.length == 0 ? new Affine(0, 0) : fit.apply(values);
            boolean isConstant = one.scale() == 0;
            if (isConstant) {
                constant.add(name);
            }
            if (!isConstant || constants == ConstantColumns.UNIT_SCALE) {
                names.add(name);
                fits.add(isConstant ? new Affine(one.center(), 1) : one);
            }
        }
        if (constants == ConstantColumns.REFUSE && !constant.isEmpty()) {
            throw new IllegalArgumentException(
                    "columns must differ between training cases, found constant " + constant);
        }
        return AffineScaling.of(
                names,
                fits.stream().mapToDouble(Affine::center).toArray(),
                fits.stream().mapToDouble(Affine::scale).toArray());
    }

    /** Returns the values of a column that are no NaN. */
    static double[] known(FeatureTable table, String name) {
        double[] values = table.column(name);
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException("values must be finite or NaN, found " + values[i] + " in column "
                        + name + " of case " + table.caseIds().get(i));
            }
        }
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** Returns the mean of a sum that carries its rounding along, after Neumaier 1974: large values may cancel. */
    static double mean(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return (sum + lost) / values.length;
    }

    /** Returns the sum of squares around {@code mean}. */
    static double squares(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares;
    }

    /** Returns the quantile of sorted values at (n − 1)p, linear in between: type 7 of Hyndman and Fan. */
    static double quantile(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    static Map<String, Integer> places(List<String> names) {
        Map<String, Integer> placeOf = new HashMap<>();
        for (int j = 0; j < names.size(); j++) {
            if (placeOf.put(names.get(j), j) != null) {
                throw new IllegalArgumentException("a column must occur once, found " + names.get(j) + " again");
            }
        }
        return placeOf;
    }

    static int place(Map<String, Integer> placeOf, String column) {
        Integer place = placeOf.get(column);
        if (place == null) {
            throw new IllegalArgumentException(
                    "column " + column + " must have been fitted, found " + placeOf.size() + " others");
        }
        return place;
    }
}
