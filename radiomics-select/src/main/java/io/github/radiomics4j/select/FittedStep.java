package io.github.radiomics4j.select;

import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.Transformation;
import java.util.List;
import java.util.Objects;

/**
 * One step of a {@link FittedPipeline}, and its place in the funnel.
 *
 * @param name of the step, such as {@code CorrelationFilter}
 * @param settings its options in words
 * @param columnsIn number of columns that the step was fitted on
 * @param columnsOut number of columns that came out
 * @param dropped the columns that did not, in the order of the table
 * @param transformation what the step has learned
 */
public record FittedStep(
        String name,
        String settings,
        int columnsIn,
        int columnsOut,
        List<Selection.Dropped> dropped,
        Transformation transformation) {

    /** Checks that nothing is missing. */
    public FittedStep {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(settings, "settings");
        dropped = List.copyOf(dropped);
        Objects.requireNonNull(transformation, "transformation");
    }

    @Override
    public String toString() {
        return name + " " + columnsIn + " -> " + columnsOut;
    }
}
