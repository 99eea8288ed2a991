package io.github.radiomics4j.select.redundancy;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.univariate.UsableColumns;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drops, one at a time, the column with the largest variance inflation factor until none is above {@code maximum}:
 *
 * <p>VIF<sub>j</sub> = 1 / (1 − R<sub>j</sub>²), where R<sub>j</sub>² is that of the regression of column j on all others that
 * are left, with an intercept. It sees what pairs do not show, such as a column that is the sum of three. Infinite, from 10¹⁴
 * on, where a column is a combination of others; of several infinite ones, or equal ones, the last goes. The outcome plays no
 * part.
 *
 * <p>With as many columns as cases every factor is infinite, so there must be fewer: a {@link CorrelationFilter} comes first.
 *
 * @param maximum the bar, 1 or above
 */
public record VarianceInflation(double maximum) implements FeatureSelector {

    /** Checks the bar. */
    public VarianceInflation {
        if (!(maximum >= 1 && maximum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the bar of a variance inflation factor must be 1 or above, found " + maximum);
        }
    }

    /** Returns the filter at 10, which stands for R² = 0.9. */
    public static VarianceInflation withDefaults() {
        return new VarianceInflation(10);
    }

    /** Returns a copy with another bar. */
    public VarianceInflation withMaximum(double maximum) {
        return new VarianceInflation(maximum);
    }

    /**
     * Returns the factor of each column among all others, in the order of the table; those that are constant or not finite are
     * left out.
     *
     * @throws IllegalArgumentException if there are not fewer such columns than cases
     */
    public static Map<String, Double> factors(FeatureTable table) {
        UsableColumns columns = usable(table);
        double[] factors = InflationFactors.of(units(columns));
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int j = 0; j < factors.length; j++) {
            byName.put(columns.names().get(j), factors[j]);
        }
        return byName;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there are not fewer columns than cases, constant ones and such with values that are
     *     not finite left out
     */
    @Override
    public Selection select(FeatureTable table, Outcome outcome) {
        UsableColumns columns = usable(table);
        List<String> kept = new ArrayList<>(columns.names());
        List<double[]> units = new ArrayList<>(List.of(units(columns)));
        List<Selection.Dropped> dropped = new ArrayList<>();
        while (!kept.isEmpty()) {
            double[] factors = InflationFactors.of(units.toArray(double[][]::new));
            int worst = largest(factors);
            if (factors[worst] <= maximum) {
                break;
            }
            units.remove(worst);
            dropped.add(new Selection.Dropped(
                    kept.remove(worst),
                    factors[worst],
                    "variance inflation factor " + factors[worst] + " among " + factors.length
                            + " columns, must not be above " + maximum));
        }
        return Selection.of(kept, columns.withUnusable(table, dropped));
    }

    private static UsableColumns usable(FeatureTable table) {
        UsableColumns columns = UsableColumns.of(table);
        if (columns.count() >= table.caseCount()) {
            throw new IllegalArgumentException("variance inflation needs fewer columns than cases, found "
                    + columns.count() + " columns that vary and " + table.caseCount() + " cases");
        }
        return columns;
    }

    private static double[][] units(UsableColumns columns) {
        double[][] units = columns.values();
        for (int j = 0; j < units.length; j++) {
            units[j] = UnitColumns.of(units[j]);
        }
        return units;
    }

    private static int largest(double[] factors) {
        int largest = 0;
        for (int j = 1; j < factors.length; j++) {
            largest = factors[j] >= factors[largest] ? j : largest;
        }
        return largest;
    }
}
