package io.github.radiomics4j.eval.cohort;

import io.github.radiomics4j.table.CovariateTable;
import io.github.radiomics4j.table.Outcome;
import io.github.radiomics4j.table.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which group each case is in.
 *
 * @param name of the grouping, such as {@code Ki67}
 * @param groups in order, each once
 * @param groupOf one of the groups for each case id
 */
public record Grouping(String name, List<String> groups, Map<String, String> groupOf) {

    /** Checks that every case is in a known group. */
    public Grouping {
        Objects.requireNonNull(name, "name");
        groups = List.copyOf(groups);
        groupOf = Map.copyOf(groupOf);
        if (groups.isEmpty() || groups.stream().distinct().count() < groups.size()) {
            throw new IllegalArgumentException("there must be groups, each once, found " + groups);
        }
        for (Map.Entry<String, String> entry : groupOf.entrySet()) {
            if (!groups.contains(entry.getValue())) {
                throw new IllegalArgumentException("groups must be among " + groups + ", found " + entry.getValue()
                        + " of case " + entry.getKey());
            }
        }
    }

    /** Returns the classes of an outcome, the positive one first. */
    public static Grouping of(String name, Outcome outcome) {
        Map<String, String> groupOf = new LinkedHashMap<>();
        outcome.caseIds().forEach(id -> groupOf.put(id, outcome.classOf(id)));
        return new Grouping(name, List.of(outcome.positiveClass(), outcome.negativeClass()), groupOf);
    }

    /** Returns training and test. */
    public static Grouping of(String name, Split split) {
        Map<String, String> groupOf = new LinkedHashMap<>();
        split.train().forEach(id -> groupOf.put(id, "training"));
        split.test().forEach(id -> groupOf.put(id, "test"));
        return new Grouping(name, List.of("training", "test"), groupOf);
    }

    /**
     * Returns the categories of a column, in the order of its levels; cases without one are in no group.
     *
     * @throws IllegalArgumentException if there is no such column, or it holds numbers
     */
    public static Grouping of(CovariateTable covariates, String column) {
        Map<String, String> groupOf = new LinkedHashMap<>();
        for (String id : covariates.caseIds()) {
            covariates.category(id, column).ifPresent(group -> groupOf.put(id, group));
        }
        return new Grouping(column, covariates.levels(column), groupOf);
    }
}
