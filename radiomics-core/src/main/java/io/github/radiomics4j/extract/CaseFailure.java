package io.github.radiomics4j.extract;

import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.util.Objects;

/**
 * Why a case of a cohort has no row.
 *
 * @param caseId the case
 * @param reason for programs
 * @param message for people: what must hold and what was found
 */
public record CaseFailure(String caseId, Reason reason, String message) {

    /** Checks that nothing is null. */
    public CaseFailure {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
    }
}
