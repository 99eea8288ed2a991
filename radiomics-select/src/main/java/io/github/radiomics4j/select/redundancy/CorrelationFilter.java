package io.github.radiomics4j.select.redundancy;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.select.univariate.UnivariateTest;
import io.github.radiomics4j.select.univariate.UsableColumns;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Drops columns that say the same as another: of two with |r| &gt; {@code cutoff}, strictly, one goes. Which one, the rule says.
 *
 * <p>Constant columns and such with values that are not finite have no r and are dropped before. Kept columns stay in the order
 * of the table. The reason of a dropped column names the kept one to which it is nearest.
 *
 * @param kind of correlation
 * @param cutoff the bar of |r|, in [0, 1]
 * @param rule which column of a pair is kept
 * @param significance the test whose p-values {@link KeepRule#KEEP_MORE_SIGNIFICANT} compares; other rules have no use for it
 */
public record CorrelationFilter(CorrelationKind kind, double cutoff, KeepRule rule, UnivariateTest significance)
        implements FeatureSelector {

    /** Checks the bar. */
    public CorrelationFilter {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(significance, "significance");
        if (!(cutoff >= 0 && cutoff <= 1)) {
            throw new IllegalArgumentException("the bar of |r| must lie in 0 to 1, found " + cutoff);
        }
    }

    /** Returns a filter by Pearson's r that keeps the more significant of two columns by Student's t. */
    public static CorrelationFilter pearson(double cutoff) {
        return of(CorrelationKind.PEARSON, cutoff);
    }

    /** Returns a filter by Spearman's ρ that keeps the more significant of two columns by Student's t. */
    public static CorrelationFilter spearman(double cutoff) {
        return of(CorrelationKind.SPEARMAN, cutoff);
    }

    /** Returns a filter by Kendall's τ that keeps the more significant of two columns by Student's t. */
    public static CorrelationFilter kendall(double cutoff) {
        return of(CorrelationKind.KENDALL, cutoff);
    }

    private static CorrelationFilter of(CorrelationKind kind, double cutoff) {
        return new CorrelationFilter(kind, cutoff, KeepRule.KEEP_MORE_SIGNIFICANT, UnivariateTest.POOLED_T);
    }

    /** Returns a copy with another rule. */
    public CorrelationFilter withRule(KeepRule rule) {
        return new CorrelationFilter(kind, cutoff, rule, significance);
    }

    /** Returns a copy whose p-values are those of another test. */
    public CorrelationFilter withSignificance(UnivariateTest significance) {
        return new CorrelationFilter(kind, cutoff, rule, significance);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the rule looks at the outcome, and a case has none or a class no case
     */
    @Override
    public Selection select(FeatureTable table, Outcome outcome) {
        return select(table, outcome, Execution.sequential());
    }

    /** Selects as {@link #select(FeatureTable, Outcome)} does, with several threads; the result is the same. */
    public Selection select(FeatureTable table, Outcome outcome, Execution execution) {
        UsableColumns columns = UsableColumns.of(table);
        double[] p = rule == KeepRule.KEEP_MORE_SIGNIFICANT
                ? pValues(significance, columns, UsableColumns.bothClasses(table, outcome))
                : new double[0];
        CorrelationMatrix r = CorrelationMatrix.of(columns.names(), columns.values(), kind, execution);
        int[][] near = r.above(cutoff);
        boolean[] keep = rule.keep(r, near, p);
        List<String> kept = new ArrayList<>();
        List<Selection.Dropped> dropped = new ArrayList<>();
        for (int j = 0; j < keep.length; j++) {
            if (keep[j]) {
                kept.add(r.names().get(j));
            } else {
                dropped.add(dropped(r, keep, j, near[j]));
            }
        }
        return Selection.of(kept, columns.withUnusable(table, dropped));
    }

    /** Returns the p-value of each column; NaN, which stands behind all numbers, where the test gives none. */
    static double[] pValues(UnivariateTest test, UsableColumns columns, boolean[] positive) {
        double[] p = new double[columns.count()];
        for (int j = 0; j < p.length; j++) {
            p[j] = test.pValue(columns.values(j), positive);
        }
        return p;
    }

    private Selection.Dropped dropped(CorrelationMatrix r, boolean[] keep, int column, int[] near) {
        int partner = near[0];
        for (int j : near) {
            boolean isNearer = Math.abs(r.r(column, j)) > Math.abs(r.r(column, partner));
            partner = keep[j] && !keep[partner] || keep[j] == keep[partner] && isNearer ? j : partner;
        }
        double value = r.r(column, partner);
        String note = keep[partner] ? "" : ", which is dropped too";
        String reason = "r = " + value + " with " + r.names().get(partner) + note + ", |r| must not be above " + cutoff;
        return new Selection.Dropped(r.names().get(column), value, reason);
    }
}
