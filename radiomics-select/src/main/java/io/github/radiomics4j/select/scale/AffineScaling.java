package io.github.radiomics4j.select.scale;

import io.github.radiomics4j.learn.Transformation;
import io.github.radiomics4j.table.FeatureTable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * (x − center) / scale, column by column. NaN stays NaN, with its reason; columns that it does not know are left out.
 * Immutable; equal when names, centers and scales are.
 */
public final class AffineScaling implements Transformation {
    private final List<String> names;
    private final Map<String, Integer> placeOf;
    private final double[] centers;
    private final double[] scales;

    private AffineScaling(List<String> names, Map<String, Integer> placeOf, double[] centers, double[] scales) {
        this.names = names;
        this.placeOf = placeOf;
        this.centers = centers;
        this.scales = scales;
    }

    /**
     * Returns the scaling of some columns.
     *
     * @param names each once
     * @param centers finite, one per column; copied
     * @param scales finite and not 0, one per column; copied
     * @throws IllegalArgumentException if a name occurs twice, the arrays do not fit, or a number is not so
     */
    public static AffineScaling of(List<String> names, double[] centers, double[] scales) {
        if (centers.length != names.size() || scales.length != names.size()) {
            throw new IllegalArgumentException("a center and a scale are needed for each of " + names.size()
                    + " columns, found " + centers.length + " and " + scales.length);
        }
        Map<String, Integer> placeOf = Columns.places(names);
        for (int j = 0; j < centers.length; j++) {
            if (!Double.isFinite(centers[j]) || !Double.isFinite(scales[j]) || scales[j] == 0) {
                throw new IllegalArgumentException("center and scale must be finite and the scale not 0, found "
                        + centers[j] + " and " + scales[j] + " for column " + names.get(j));
            }
        }
        return new AffineScaling(List.copyOf(names), placeOf, centers.clone(), scales.clone());
    }

    /** Returns the columns, in the order of the table that was learned from. */
    public List<String> columnNames() {
        return names;
    }

    /**
     * Returns what is taken off a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public double center(String column) {
        return centers[Columns.place(placeOf, column)];
    }

    /**
     * Returns what a column is divided by.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public double scale(String column) {
        return scales[Columns.place(placeOf, column)];
    }

    @Override
    public FeatureTable apply(FeatureTable table) {
        FeatureTable known = table.columns(names);
        double[][] scaled = new double[names.size()][];
        for (int j = 0; j < scaled.length; j++) {
            double[] values = known.column(names.get(j));
            for (int i = 0; i < values.length; i++) {
                values[i] = (values[i] - centers[j]) / scales[j];
            }
            scaled[j] = values;
        }
        return FeatureTable.of(known.caseIds(), names, scaled, new HashMap<>(known.nanReasons()));
    }

    @Override
    public AffineScaling restrictedTo(Collection<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        List<String> fewer = names.stream().filter(wanted::contains).toList();
        return of(
                fewer,
                fewer.stream().mapToDouble(this::center).toArray(),
                fewer.stream().mapToDouble(this::scale).toArray());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AffineScaling that
                && names.equals(that.names)
                && Arrays.equals(centers, that.centers)
                && Arrays.equals(scales, that.scales);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * names.hashCode() + Arrays.hashCode(centers)) + Arrays.hashCode(scales);
    }

    @Override
    public String toString() {
        return "AffineScaling[" + names.size() + " columns]";
    }
}
