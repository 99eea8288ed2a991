package io.github.radiomics4j.select.univariate;

import io.github.radiomics4j.eval.hypothesis.PAdjustment;
import io.github.radiomics4j.eval.hypothesis.TwoSampleGate.Branch;
import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.Selection.Dropped;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the columns that differ between the classes: p &lt; {@code maximumP}, strictly, where p is that of {@code test}, adjusted
 * for the number of tested columns if so wished.
 *
 * <p>Columns that are constant or not finite are dropped before and do not count; a column to which the test gives no p-value
 * is dropped with that reason and does not count either, as R's {@code p.adjust} treats NA.
 *
 * @param test the test of each column
 * @param maximumP the bar, in (0, 1]
 * @param adjustment for the number of columns; empty for none
 */
public record UnivariateFilter(UnivariateTest test, double maximumP, Optional<PAdjustment> adjustment)
        implements FeatureSelector {

    /** Checks the bar. */
    public UnivariateFilter {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(adjustment, "adjustment");
        if (!(maximumP > 0 && maximumP <= 1)) {
            throw new IllegalArgumentException("the bar of p must lie above 0 and not above 1, found " + maximumP);
        }
    }

    /** Returns the gate Shapiro → Levene → t, Welch or Mann-Whitney at 0.05 without an adjustment: what papers report. */
    public static UnivariateFilter withDefaults() {
        return new UnivariateFilter(UnivariateTest.GATE, 0.05, Optional.empty());
    }

    /** Returns a copy with another test. */
    public UnivariateFilter withTest(UnivariateTest test) {
        return new UnivariateFilter(test, maximumP, adjustment);
    }

    /** Returns a copy with another bar. */
    public UnivariateFilter withMaximumP(double maximumP) {
        return new UnivariateFilter(test, maximumP, adjustment);
    }

    /** Returns a copy that holds adjusted p-values against the bar. */
    public UnivariateFilter withAdjustment(PAdjustment adjustment) {
        return new UnivariateFilter(test, maximumP, Optional.of(adjustment));
    }

    /** Returns a copy that holds the p-values against the bar as they are. */
    public UnivariateFilter withoutAdjustment() {
        return new UnivariateFilter(test, maximumP, Optional.empty());
    }

    /**
     * The test of one column.
     *
     * @param column its name
     * @param branch which test was used
     * @param statistic t or U
     * @param pValue NaN where the test gives none
     * @param adjustedP the same as {@code pValue} without an adjustment
     */
    public record Tested(String column, Branch branch, double statistic, double pValue, double adjustedP) {}

    /**
     * The columns that differ, with the tests of all.
     *
     * @param kept in the order of the table
     * @param dropped in the order of the table
     * @param tested every column that was tested, kept or not, in the order of the table
     */
    public record Tests(List<String> kept, List<Dropped> dropped, List<Tested> tested) implements Selection {
        /** Copies the lists. */
        public Tests {
            kept = List.copyOf(kept);
            dropped = List.copyOf(dropped);
            tested = List.copyOf(tested);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a case has no outcome, or a class no case
     */
    @Override
    public Tests select(FeatureTable table, Outcome outcome) {
        boolean[] positive = UsableColumns.bothClasses(table, outcome);
        UsableColumns columns = UsableColumns.of(table);
        List<Tested> tested = test(columns, positive);
        List<String> kept = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (Tested one : tested) {
            if (one.adjustedP() < maximumP) {
                kept.add(one.column());
            } else {
                dropped.add(new Dropped(one.column(), one.adjustedP(), reason(one)));
            }
        }
        return new Tests(kept, columns.withUnusable(table, dropped), tested);
    }

    private List<Tested> test(UsableColumns columns, boolean[] positive) {
        UnivariateTest.Result[] results = new UnivariateTest.Result[columns.count()];
        double[] p = new double[results.length];
        for (int j = 0; j < results.length; j++) {
            results[j] = test.test(columns.values(j), positive);
            p[j] = results[j].pValue();
        }
        double[] adjusted = adjustment.map(method -> method.adjust(p)).orElse(p);
        List<Tested> tested = new ArrayList<>();
        for (int j = 0; j < results.length; j++) {
            tested.add(
                    new Tested(columns.names().get(j), results[j].branch(), results[j].statistic(), p[j], adjusted[j]));
        }
        return tested;
    }

    private String reason(Tested one) {
        if (Double.isNaN(one.pValue())) {
            return one.branch() + " gives no p-value: neither class varies, or one has too few cases";
        }
        String how = adjustment.map(method -> ", adjusted by " + method).orElse("");
        return "p = " + one.adjustedP() + how + " (" + one.branch() + "), must be below " + maximumP;
    }
}
