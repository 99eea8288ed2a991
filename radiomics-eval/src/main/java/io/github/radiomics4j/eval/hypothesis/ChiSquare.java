package io.github.radiomics4j.eval.hypothesis;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Pearson's test of independence, as R's {@code chisq.test}: Σ (|O − E| − c)² / E over the cells, (rows − 1)(columns − 1)
 * degrees of freedom. c = min(½, |O − E|) of a 2 × 2 table with continuity (Yates 1934, doi 10.2307/2983604), else 0. NaN
 * where a row or column is empty: {@link CrossTable#withoutEmpty()}. Rough where fewer than 5 are expected in a cell.
 *
 * @param continuity whether 2 × 2 tables are corrected
 */
public record ChiSquare(boolean continuity) {

    /** Returns one with the correction: R's default. */
    public static ChiSquare withDefaults() {
        return new ChiSquare(true);
    }

    /** Returns a copy with or without the correction. */
    public ChiSquare withContinuity(boolean continuity) {
        return new ChiSquare(continuity);
    }

    /**
     * What the test found.
     *
     * @param statistic chi-square
     * @param degreesOfFreedom of it
     * @param pValue of independence; NaN also of one row or column
     */
    public record Result(double statistic, int degreesOfFreedom, double pValue) {}

    /** Tests a table. */
    public Result test(CrossTable table) {
        double[][] expected = table.expected();
        int freedom = (table.rowCount() - 1) * (table.columnCount() - 1);
        double correction = 0;
        if (continuity && table.rowCount() == 2 && table.columnCount() == 2) {
            correction = Math.min(0.5, Math.abs(table.count(0, 0) - expected[0][0])); // the same in all four cells
        }
        double statistic = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                double from = Math.abs(table.count(i, j) - expected[i][j]) - correction;
                statistic += from * from / expected[i][j];
            }
        }
        double p = Double.isNaN(statistic) || freedom == 0
                ? Double.NaN
                : ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
        return new Result(statistic, freedom, p);
    }
}
