package io.github.radiomics4j.extract;

import io.github.radiomics4j.table.FeatureVector;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one case: features or a failure.
 *
 * @param caseId the case, or the region of it: {@code P017-label2}
 * @param columns the texts that the case came with
 * @param features all that the settings promise, NaN with a reason where this case lacks an image; empty if it failed
 * @param failure why there are none; empty if there are
 */
public record CaseResult(
        String caseId, Map<String, String> columns, Optional<FeatureVector> features, Optional<CaseFailure> failure) {

    /** Checks that it is one of the two. */
    public CaseResult {
        if (features.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("a case has either features or a failure: " + caseId);
        }
    }

    static CaseResult of(LesionCase lesion, String caseId, FeatureVector features) {
        return new CaseResult(caseId, lesion.columns(), Optional.of(features), Optional.empty());
    }

    static CaseResult of(LesionCase lesion, CaseFailure failure) {
        return new CaseResult(failure.caseId(), lesion.columns(), Optional.empty(), Optional.of(failure));
    }
}
