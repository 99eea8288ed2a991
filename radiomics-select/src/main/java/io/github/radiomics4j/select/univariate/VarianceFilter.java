package io.github.radiomics4j.select.univariate;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the columns whose variance is above a bar: Σ (x − mean)² / n &gt; {@code threshold}, with divisor n, as scikit-learn's
 * {@code VarianceThreshold} has it. The outcome plays no part.
 *
 * <p>A variance has the square of the column's unit, so that one bar for raw features means nothing: bring them to one range
 * first. At 0, only constant columns are dropped.
 *
 * @param threshold the bar, 0 or above
 */
public record VarianceFilter(double threshold) implements FeatureSelector {

    /** Checks the bar. */
    public VarianceFilter {
        if (!(threshold >= 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the bar of a variance must be 0 or above, found " + threshold);
        }
    }

    /** Returns the filter that drops constant columns alone. */
    public static VarianceFilter withDefaults() {
        return new VarianceFilter(0);
    }

    /** Returns a copy with another bar. */
    public VarianceFilter withThreshold(double threshold) {
        return new VarianceFilter(threshold);
    }

    @Override
    public Selection select(FeatureTable table, Outcome outcome) {
        UsableColumns columns = UsableColumns.of(table);
        List<String> kept = new ArrayList<>();
        List<Selection.Dropped> dropped = new ArrayList<>();
        for (int j = 0; j < columns.count(); j++) {
            String name = columns.names().get(j);
            double variance = variance(columns.values(j));
            // What varies is kept at 0 even where its squares vanish below the smallest double.
            if (threshold == 0 || variance > threshold) {
                kept.add(name);
            } else {
                dropped.add(
                        new Selection.Dropped(name, variance, "variance " + variance + ", must be above " + threshold));
            }
        }
        return Selection.of(kept, columns.withUnusable(table, dropped));
    }

    /** Two passes: sums of squares lose the digits of values far from 0. */
    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / values.length;
    }
}
