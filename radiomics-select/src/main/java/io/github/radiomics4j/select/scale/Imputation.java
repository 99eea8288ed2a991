package io.github.radiomics4j.select.scale;

import io.github.radiomics4j.learn.Transformation;
import io.github.radiomics4j.table.FeatureTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every NaN of a column is filled with one number. Columns that it does not know are left out. Immutable; equal when names
 * and numbers are.
 */
public final class Imputation implements Transformation {
    private final List<String> names;
    private final Map<String, Integer> placeOf;
    private final double[] fills;

    private Imputation(List<String> names, Map<String, Integer> placeOf, double[] fills) {
        this.names = names;
        this.placeOf = placeOf;
        this.fills = fills;
    }

    /**
     * Returns the imputation of some columns.
     *
     * @param names each once
     * @param fills finite, one per column; copied
     * @throws IllegalArgumentException if a name occurs twice, the array does not fit, or a number is not finite
     */
    public static Imputation of(List<String> names, double... fills) {
        if (fills.length != names.size()) {
            throw new IllegalArgumentException(
                    "a number is needed for each of " + names.size() + " columns, found " + fills.length);
        }
        Map<String, Integer> placeOf = Columns.places(names);
        for (int j = 0; j < fills.length; j++) {
            if (!Double.isFinite(fills[j])) {
                throw new IllegalArgumentException(
                        "what fills must be finite, found " + fills[j] + " for column " + names.get(j));
            }
        }
        return new Imputation(List.copyOf(names), placeOf, fills.clone());
    }

    /** Returns the columns, in the order of the table that was learned from. */
    public List<String> columnNames() {
        return names;
    }

    /**
     * Returns what the NaN of a column are filled with.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public double fill(String column) {
        return fills[Columns.place(placeOf, column)];
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        FeatureTable known = table.columns(names);
        double[][] filled = new double[names.size()][];
        for (int j = 0; j < filled.length; j++) {
            double fill = fills[j];
            filled[j] = Arrays.stream(known.column(names.get(j)))
                    .map(value -> Double.isNaN(value) ? fill : value)
                    .toArray();
        }
        return FeatureTable.of(known.caseIds(), names, filled);
    }

    @Override
    public Imputation restrictedTo(Collection<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        List<String> fewer = names.stream().filter(wanted::contains).toList();
        return of(fewer, fewer.stream().mapToDouble(this::fill).toArray());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Imputation that && names.equals(that.names) && Arrays.equals(fills, that.fills);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(fills);
    }

    @Override
    public String toString() {
        return "Imputation[" + names.size() + " columns]";
    }
}
