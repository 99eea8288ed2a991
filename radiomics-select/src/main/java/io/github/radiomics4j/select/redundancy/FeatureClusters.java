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
 * Joins columns to clusters by 1 − |r|, cuts the tree at a height, and keeps one column of each cluster.
 *
 * <p>With complete linkage at 0.1, |r| ≥ 0.9 holds between all columns of a cluster. Constant columns and such with values that
 * are not finite are dropped before. Kept columns stay in the order of the table.
 *
 * @param kind of correlation
 * @param linkage of clusters
 * @param height of the cut, in [0, 1]: merges of at most that height count
 * @param representative which column of a cluster is kept
 */
public record FeatureClusters(CorrelationKind kind, Linkage linkage, double height, Representative representative)
        implements FeatureSelector {

    /** Which column stands for its cluster; of equal ones the first in the table. */
    public enum Representative {
        /** The one with the largest mean |r| to the others of its cluster. */
        MOST_CENTRAL,
        /** The one with the smallest p-value of Student's t between the classes. */
        MORE_SIGNIFICANT,
        /** The first in the table. */
        FIRST
    }

    /** Checks the height. */
    public FeatureClusters {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(linkage, "linkage");
        Objects.requireNonNull(representative, "representative");
        if (!(height >= 0 && height <= 1)) {
            throw new IllegalArgumentException("the height of a cut must lie in 0 to 1, found " + height);
        }
    }

    /** Returns clusters by Pearson's r and average linkage, cut at 0.1, for |r| of 0.9, the most central column of each. */
    public static FeatureClusters withDefaults() {
        return new FeatureClusters(CorrelationKind.PEARSON, Linkage.AVERAGE, 0.1, Representative.MOST_CENTRAL);
    }

    /** Returns a copy by another correlation. */
    public FeatureClusters withKind(CorrelationKind kind) {
        return new FeatureClusters(kind, linkage, height, representative);
    }

    /** Returns a copy with another linkage. */
    public FeatureClusters withLinkage(Linkage linkage) {
        return new FeatureClusters(kind, linkage, height, representative);
    }

    /** Returns a copy that cuts elsewhere. */
    public FeatureClusters withHeight(double height) {
        return new FeatureClusters(kind, linkage, height, representative);
    }

    /** Returns a copy that keeps other columns of the clusters. */
    public FeatureClusters withRepresentative(Representative representative) {
        return new FeatureClusters(kind, linkage, height, representative);
    }

    /**
     * Returns the tree of the columns, whatever the height.
     *
     * @param table of finite columns, none constant
     * @throws IllegalArgumentException if a column is not so; all such are named
     */
    public ClusterTree tree(FeatureTable table) {
        UsableColumns columns = UsableColumns.of(table);
        if (!columns.dropped().isEmpty()) {
            throw new IllegalArgumentException("columns of a tree must be finite and vary, found "
                    + columns.dropped().stream()
                            .map(one -> one.column() + " (" + one.reason() + ")")
                            .toList());
        }
        return ClusterTree.of(matrix(columns), linkage);
    }

    private CorrelationMatrix matrix(UsableColumns columns) {
        return CorrelationMatrix.of(columns.names(), columns.values(), kind, Execution.sequential());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the representative depends on the outcome, and a case has none or a class no case
     */
    @Override
    public Selection select(FeatureTable table, Outcome outcome) {
        UsableColumns columns = UsableColumns.of(table);
        double[] p = representative == Representative.MORE_SIGNIFICANT
                ? CorrelationFilter.pValues(UnivariateTest.POOLED_T, columns, UsableColumns.bothClasses(table, outcome))
                : new double[0];
        CorrelationMatrix r = matrix(columns);
        List<String> kept = new ArrayList<>();
        List<Selection.Dropped> dropped = new ArrayList<>();
        for (List<String> cluster : ClusterTree.of(r, linkage).cut(height)) {
            String chosen = representative(cluster, r, p);
            kept.add(chosen);
            for (String other : cluster) {
                if (!other.equals(chosen)) {
                    dropped.add(dropped(other, chosen, cluster.size(), r));
                }
            }
        }
        kept.sort((a, b) -> Integer.compare(r.place(a), r.place(b)));
        return Selection.of(kept, columns.withUnusable(table, dropped));
    }

    private String representative(List<String> cluster, CorrelationMatrix r, double[] p) {
        String best = cluster.get(0);
        for (String one : cluster) {
            boolean isBetter = switch (representative) {
                case FIRST -> false;
                // NaN, of a column without a p-value, stands behind all numbers.
                case MORE_SIGNIFICANT -> Double.compare(p[r.place(one)], p[r.place(best)]) < 0;
                case MOST_CENTRAL -> centrality(one, cluster, r) > centrality(best, cluster, r);
            };
            best = isBetter ? one : best;
        }
        return best;
    }

    private static double centrality(String column, List<String> cluster, CorrelationMatrix r) {
        return cluster.stream()
                .filter(other -> !other.equals(column))
                .mapToDouble(other -> Math.abs(r.r(column, other)))
                .sum();
    }

    private Selection.Dropped dropped(String column, String chosen, int size, CorrelationMatrix r) {
        double value = r.r(column, chosen);
        return new Selection.Dropped(
                column,
                value,
                "in a cluster of " + size + " columns at height " + height + " for which " + chosen + " stands; r = "
                        + value);
    }
}
