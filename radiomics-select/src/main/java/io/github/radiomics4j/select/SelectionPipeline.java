package io.github.radiomics4j.select;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.Transformation;
import io.github.radiomics4j.learn.Transformer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Steps in a row, each fitted on what the ones before it made of the training rows: scalers, filters, a LASSO. A pipeline is
 * again a {@link FeatureSelector}, so it may be a step of another. Whoever cross-validates hands over the pipeline, not a
 * table that it was applied to; then no step sees a case that is held out.
 *
 * <pre>{@code
 * SelectionPipeline selection = SelectionPipeline.of(
 *         IccFilter.between(reader1, reader2).withMinimum(0.8), ZScore.withDefaults(),
 *         UnivariateFilter.withDefaults().withMaximumP(0.05), CorrelationFilter.pearson(0.9), Lasso.withDefaults());
 * }</pre>
 *
 * <p>Where a step drops every column, the ones after it are not fitted, and the kept columns are none.
 *
 * @param steps in order
 * @param missing what happens to values that are not finite, before the first step
 */
public record SelectionPipeline(List<Transformer> steps, MissingValues missing) implements FeatureSelector {

    /** Copies the steps. */
    public SelectionPipeline {
        steps = List.copyOf(steps);
        Objects.requireNonNull(missing, "missing");
    }

    /** Returns a pipeline that refuses values that are not finite. */
    public static SelectionPipeline of(Transformer... steps) {
        return new SelectionPipeline(Arrays.asList(steps), MissingValues.REFUSE);
    }

    /** Returns this pipeline with another policy for values that are not finite. */
    public SelectionPipeline withMissing(MissingValues missing) {
        return new SelectionPipeline(steps, missing);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if values are not finite and {@link #missing} refuses them, or a step refuses what
     *     it gets; the message of a step begins with its number and name
     */
    @Override
    public FittedPipeline select(FeatureTable table, Outcome outcome) {
        outcome.positives(table.caseIds());
        List<FittedStep> fitted = new ArrayList<>();
        FeatureTable rows = missing.rows(table);
        Selection present = missing.columns(rows);
        FeatureTable current = present.apply(rows);
        if (!present.dropped().isEmpty()) {
            fitted.add(step("MissingValues", missing.name(), rows, current, present));
        }
        for (int i = 0; i < steps.size() && current.columnCount() > 0; i++) {
            Transformer step = steps.get(i);
            String name = nameOf(step);
            Transformation change = fit(i, name, step, current, outcome);
            FeatureTable changed = change.apply(current);
            fitted.add(step(name, step.toString(), current, changed, change));
            current = changed;
        }
        return new FittedPipeline(fitted, table.columnNames(), current.columnNames(), rows.caseIds(), missing);
    }

    private static Transformation fit(int i, String name, Transformer step, FeatureTable table, Outcome outcome) {
        try {
            return step.fit(table, outcome);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("step " + (i + 1) + ", " + name + ": " + e.getMessage(), e);
        }
    }

    /** Returns the name of the class, or "Transformer" where it has none. */
    private static String nameOf(Transformer step) {
        String name = step.getClass().isSynthetic() ? "" : step.getClass().getSimpleName();
        return name.isEmpty() ? "Transformer" : name;
    }

    private static FittedStep step(
            String name, String settings, FeatureTable before, FeatureTable after, Transformation change) {
        return new FittedStep(
                name,
                settings,
                before.columnCount(),
                after.columnCount(),
                dropped(name, before, after, change),
                change);
    }

    private static List<Selection.Dropped> dropped(
            String name, FeatureTable before, FeatureTable after, Transformation change) {
        if (change instanceof Selection selection) {
            return selection.dropped();
        }
        Set<String> left = Set.copyOf(after.columnNames());
        return before.columnNames().stream()
                .filter(column -> !left.contains(column))
                .map(column -> new Selection.Dropped(column, Double.NaN, name + " leaves it out"))
                .toList();
    }
}
