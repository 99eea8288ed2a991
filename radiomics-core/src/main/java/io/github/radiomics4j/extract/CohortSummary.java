package io.github.radiomics4j.extract;

import java.util.List;

/**
 * How a cohort ended.
 *
 * @param rows cases (or regions of cases) that have features, those of earlier runs included
 * @param resumed cases of the worklist that an earlier run had finished, with or without features
 * @param failures cases that have no row, those of earlier runs included, in the order of the worklist
 */
public record CohortSummary(int rows, int resumed, List<CaseFailure> failures) {

    /** Copies the list. */
    public CohortSummary {
        failures = List.copyOf(failures);
    }
}
