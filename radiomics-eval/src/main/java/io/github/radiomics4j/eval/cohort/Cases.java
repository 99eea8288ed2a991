package io.github.radiomics4j.eval.cohort;

import io.github.radiomics4j.table.CovariateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cases of a cohort by outer and inner group.
 *
 * @param table of all cases
 * @param blocks for each outer group, or once where there is none, the cases of each inner group
 * @param names of the outer groups; one empty name where there is none
 * @param groups names of the inner groups
 */
record Cases(CovariateTable table, List<List<List<String>>> blocks, List<String> names, List<String> groups) {

    static Cases of(CovariateTable table, Optional<Grouping> outer, Grouping inner) {
        List<String> names = outer.map(Grouping::groups).orElse(List.of(""));
        List<List<List<String>>> blocks = new ArrayList<>();
        for (String name : names) {
            List<List<String>> block = new ArrayList<>();
            for (String group : inner.groups()) {
                block.add(table.caseIds().stream()
                        .filter(id -> group.equals(inner.groupOf().get(id)))
                        .filter(id -> outer.isEmpty()
                                || name.equals(outer.get().groupOf().get(id)))
                        .toList());
            }
            blocks.add(block);
        }
        return new Cases(table, blocks, names, inner.groups());
    }

    /** Returns the cases of each outer group. */
    List<List<String>> outer() {
        return blocks.stream()
                .map(block -> block.stream().flatMap(List::stream).toList())
                .toList();
    }
}
