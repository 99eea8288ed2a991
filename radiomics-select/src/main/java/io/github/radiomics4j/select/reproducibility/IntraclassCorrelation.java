package io.github.radiomics4j.select.reproducibility;

import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.FDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The intraclass correlation of k readers, each of whom has read n subjects, by analysis of variance, as {@code psych::ICC}
 * without mixed models. Subjects for whom a reader has NaN are left out.
 *
 * <p>It is NaN, with a reason, where fewer than two subjects are left, a reading is infinite, all readings are equal, or the
 * formula is 0/0. Where readers agree perfectly it is 1 and F infinite.
 *
 * @param form which of the six; {@link IccForm#ICC_2_1} unless chosen
 * @param level of the interval; 0.95 unless chosen
 */
public record IntraclassCorrelation(IccForm form, double level) {

    /** Checks the options. */
    public IntraclassCorrelation {
        Objects.requireNonNull(form, "form");
        Interval.requireLevel(level);
    }

    /** Returns ICC(2,1), two-way random, absolute agreement, single reader, with a 95 % interval. */
    public static IntraclassCorrelation withDefaults() {
        return new IntraclassCorrelation(IccForm.ICC_2_1, 0.95);
    }

    /** Returns this of another form. */
    public IntraclassCorrelation withForm(IccForm form) {
        return new IntraclassCorrelation(form, level);
    }

    /** Returns this with another level of the interval. */
    public IntraclassCorrelation withLevel(double level) {
        return new IntraclassCorrelation(form, level);
    }

    /**
     * Returns the coefficient alone: no quantile is computed.
     *
     * @param readings one array per reader, of at least two, with one value per subject; not modified
     * @throws IllegalArgumentException if there are fewer than two readers or they differ in length
     */
    public double value(double[]... readings) {
        double[][] complete = Readings.complete(readings);
        if (undefined(complete) != null) {
            return Double.NaN;
        }
        MeanSquares squares = MeanSquares.of(complete);
        return squares.areZero() ? Double.NaN : squares.icc(form);
    }

    /**
     * Returns the coefficient with its test and interval.
     *
     * @param readings one array per reader, of at least two, with one value per subject; not modified
     * @throws IllegalArgumentException if there are fewer than two readers or they differ in length
     */
    public IccEstimate estimate(double[]... readings) {
        double[][] complete = Readings.complete(readings);
        String undefined = undefined(complete);
        int n = complete[0].length;
        double nan = Double.NaN;
        if (undefined != null) {
            return undefined(new MeanSquares(n, complete.length, nan, nan, nan, nan), undefined);
        }
        MeanSquares squares = MeanSquares.of(complete);
        double value = squares.areZero() ? nan : squares.icc(form);
        if (Double.isNaN(value)) {
            return undefined(squares, squares.areZero() ? "all readings are equal" : "the coefficient is 0/0");
        }
        double f = squares.between() / (form.isOneWay() ? squares.within() : squares.error());
        int df2 = IccLimits.df2(form, squares);
        double p = Double.isNaN(f) ? nan : FDistribution.of(n - 1.0, df2).survivalProbability(f);
        double[] limits = IccLimits.of(form, squares, level);
        return new IccEstimate(form, value, f, n - 1, df2, p, limits[0], limits[1], level, squares, null);
    }

    private IccEstimate undefined(MeanSquares squares, String reason) {
        double nan = Double.NaN;
        int df1 = Math.max(0, squares.subjects() - 1);
        int df2 = Math.max(0, IccLimits.df2(form, squares));
        return new IccEstimate(form, nan, nan, df1, df2, nan, nan, nan, level, squares, reason);
    }

    private static @Nullable String undefined(double[][] complete) {
        int n = complete[0].length;
        if (n < 2) {
            return "two subjects read by all are needed, found " + n;
        }
        return Readings.areFinite(complete) ? null : "a reading is infinite";
    }

    /**
     * Returns the estimate of every column that the first reader has, over the cases that all readers have.
     *
     * @throws IllegalArgumentException if a reader lacks a column, or fewer than two cases are common to all
     */
    public IccTable estimate(FeatureTable first, FeatureTable second, FeatureTable... more) {
        List<FeatureTable> readers = Readings.readers(first, second, more);
        return estimate(Readings.aligned(readers, first.columnNames(), first.caseIds()));
    }

    IccTable estimate(List<FeatureTable> aligned) {
        List<String> columns = aligned.get(0).columnNames();
        List<IccEstimate> estimates = new ArrayList<>();
        for (String column : columns) {
            estimates.add(estimate(Readings.of(aligned, column)));
        }
        return new IccTable(columns, estimates);
    }
}
