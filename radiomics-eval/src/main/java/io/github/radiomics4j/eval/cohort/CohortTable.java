package io.github.radiomics4j.eval.cohort;

import io.github.radiomics4j.table.CovariateTable;
import io.github.radiomics4j.table.CovariateType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a cohort looks like, by groups. Numbers are summed up as {@link NumberSummary} says; categories are counted, and
 * compared by chi-square, or by Fisher's exact test where fewer than {@code fisherBelow} are expected in some cell. The
 * standardized difference of two groups is |m₁ − m₂| / √((s₁² + s₂²) / 2) of numbers, and of categories √((p − q)ᵀ S⁺ (p − q))
 * with the shares p, q of all levels but the first and the mean S of their covariances (Yang and Dalton 2012), with the
 * pseudo-inverse S⁺; of more groups it is the mean over all pairs, as in R's tableone.
 *
 * <p>Missing values are counted and left out, of their row alone.
 *
 * @param summary of every column of numbers that {@code summaries} does not name
 * @param summaries of single columns
 * @param continuity whether chi-square of 2 × 2 tables is corrected, as R does
 * @param fisherBelow cells with fewer expected cases than this ask for Fisher's test; 0 for never
 * @param decimals of numbers in texts
 */
public record CohortTable(
        NumberSummary summary,
        Map<String, NumberSummary> summaries,
        boolean continuity,
        double fisherBelow,
        int decimals) {

    /** Checks the options. */
    public CohortTable {
        Objects.requireNonNull(summary, "summary");
        summaries = Collections.unmodifiableMap(new LinkedHashMap<>(summaries));
        if (!(fisherBelow >= 0)) {
            throw new IllegalArgumentException("the least expected count must not be negative, found " + fisherBelow);
        }
        if (decimals < 0 || decimals > 15) {
            throw new IllegalArgumentException("decimals must lie in 0 to 15, found " + decimals);
        }
    }

    /** Returns the usual table: numbers as their distribution asks, chi-square corrected, Fisher below 5, one decimal. */
    public static CohortTable withDefaults() {
        return new CohortTable(NumberSummary.AUTOMATIC, Map.of(), true, 5, 1);
    }

    /** Returns a copy that sums up all columns of numbers in one way. */
    public CohortTable withSummary(NumberSummary summary) {
        return new CohortTable(summary, summaries, continuity, fisherBelow, decimals);
    }

    /** Returns a copy that sums up one column in another way. */
    public CohortTable withSummary(String column, NumberSummary summary) {
        Map<String, NumberSummary> more = new LinkedHashMap<>(summaries);
        more.put(column, summary);
        return new CohortTable(this.summary, more, continuity, fisherBelow, decimals);
    }

    /** Returns a copy with or without the correction of chi-square. */
    public CohortTable withContinuity(boolean continuity) {
        return new CohortTable(summary, summaries, continuity, fisherBelow, decimals);
    }

    /** Returns a copy that uses Fisher's test below another expected count. */
    public CohortTable withFisherBelow(double fisherBelow) {
        return new CohortTable(summary, summaries, continuity, fisherBelow, decimals);
    }

    /** Returns a copy with another number of decimals in texts. */
    public CohortTable withDecimals(int decimals) {
        return new CohortTable(summary, summaries, continuity, fisherBelow, decimals);
    }

    /**
     * Describes the cases by groups.
     *
     * @param covariates a row for each case of the grouping at least; others play no part
     * @throws IllegalArgumentException if a case of the grouping is missing, or {@link #summaries} names a column that is
     *     missing or holds categories
     */
    public CohortDescription describe(CovariateTable covariates, Grouping groups) {
        return describe(covariates, Optional.empty(), groups);
    }

    /**
     * Describes the cases by groups within groups, such as class within training and test: groups are compared within each
     * outer one, and the outer ones with each other.
     *
     * @param covariates a row for each case of both groupings at least; others play no part
     * @throws IllegalArgumentException if a case is in one grouping alone or missing, or {@link #summaries} names a column
     *     that is missing or holds categories
     */
    public CohortDescription describe(CovariateTable covariates, Grouping outer, Grouping inner) {
        List<String> alone = new ArrayList<>(outer.groupOf().keySet());
        alone.removeAll(inner.groupOf().keySet());
        List<String> others = new ArrayList<>(inner.groupOf().keySet());
        others.removeAll(outer.groupOf().keySet());
        if (!alone.isEmpty() || !others.isEmpty()) {
            throw new IllegalArgumentException("cases must be in both groupings, found only in " + outer.name() + ": "
                    + sorted(alone) + ", only in " + inner.name() + ": " + sorted(others));
        }
        return describe(covariates, Optional.of(outer), inner);
    }

    private CohortDescription describe(CovariateTable covariates, Optional<Grouping> outer, Grouping inner) {
        List<String> absent = inner.groupOf().keySet().stream()
                .filter(id -> !covariates.containsCase(id))
                .toList();
        if (!absent.isEmpty()) {
            throw new IllegalArgumentException("every case must have covariates, missing: " + sorted(absent));
        }
        for (String column : summaries.keySet()) {
            if (!covariates.containsColumn(column) || covariates.type(column) != CovariateType.NUMBER) {
                throw new IllegalArgumentException("a summary must be of a column of numbers, found " + column
                        + " among " + covariates.columnNames());
            }
        }
        List<String> ids = covariates.caseIds().stream()
                .filter(inner.groupOf()::containsKey)
                .toList();
        Comparisons comparisons = new Comparisons(this, Cases.of(covariates.rows(ids), outer, inner));
        List<CohortDescription.Row> rows = new ArrayList<>();
        for (String column : covariates.columnNames()) {
            rows.add(comparisons.row(column));
        }
        return new CohortDescription(
                comparisons.blocks(), outer.map(Grouping::name), inner.name(), ids.size(), rows, decimals);
    }

    NumberSummary summaryOf(String column) {
        return summaries.getOrDefault(column, summary);
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }
}
