package io.github.radiomics4j.select.reproducibility;

import io.github.radiomics4j.table.FeatureTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The intraclass correlation of each column, as for a histogram.
 *
 * @param columns their names, in order
 * @param estimates one per column
 */
public record IccTable(List<String> columns, List<IccEstimate> estimates) {

    /** Checks that there is one estimate per column. */
    public IccTable {
        columns = List.copyOf(columns);
        estimates = List.copyOf(estimates);
        if (columns.size() != estimates.size()) {
            throw new IllegalArgumentException(
                    "an estimate is needed for each of " + columns.size() + " columns, found " + estimates.size());
        }
    }

    /**
     * Returns the estimate of a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public IccEstimate estimate(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "column " + column + " must have been read, found " + columns.size() + " others");
        }
        return estimates.get(place);
    }

    /** Returns the coefficients, in the order of the columns. */
    public double[] values() {
        return estimates.stream().mapToDouble(IccEstimate::value).toArray();
    }

    /** Returns a row per column: icc, lower, upper, f, p; NaN with its reason. Written, it is the data of a figure. */
    public FeatureTable toTable() {
        List<String> names = List.of("icc", "lower", "upper", "f", "p");
        double[][] numbers = new double[names.size()][columns.size()];
        Map<FeatureTable.Cell, String> reasons = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            IccEstimate one = estimates.get(i);
            double[] row = {one.value(), one.lower(), one.upper(), one.f(), one.pValue()};
            for (int j = 0; j < row.length; j++) {
                numbers[j][i] = row[j];
                if (Double.isNaN(row[j])) {
                    reasons.put(
                            new FeatureTable.Cell(columns.get(i), names.get(j)),
                            one.reason().orElse("undefined for these readings"));
                }
            }
        }
        return FeatureTable.of(columns, names, numbers, reasons);
    }
}
