package io.github.radiomics4j.models.fitted;

import java.util.List;
import java.util.Objects;

/**
 * What a model was learned from and by.
 *
 * @param kind of model, such as {@code random-forest}
 * @param library that learned it, with its version
 * @param settings the options of the trainer in words
 * @param seed of all that was random
 * @param columns that it was fitted on, in order
 * @param positiveClass name of the class whose probability is predicted
 * @param negativeClass name of the other class
 * @param caseIds training cases, in order
 * @param positiveCount how many of them were positive
 */
public record ModelInfo(
        String kind,
        String library,
        String settings,
        long seed,
        List<String> columns,
        String positiveClass,
        String negativeClass,
        List<String> caseIds,
        int positiveCount) {

    /** Copies the lists. */
    public ModelInfo {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(settings, "settings");
        columns = List.copyOf(columns);
        Objects.requireNonNull(positiveClass, "positiveClass");
        Objects.requireNonNull(negativeClass, "negativeClass");
        caseIds = List.copyOf(caseIds);
    }
}
