package io.github.radiomics4j.select;

import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.Transformation;
import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a {@link SelectionPipeline} has learned. {@link #apply} changes a table as every step would in turn and gives the
 * kept columns; it needs those alone, not all that were learned from, unless a step of a stranger needs more. Immutable.
 */
public final class FittedPipeline implements Selection {
    private final List<FittedStep> steps;
    private final List<String> columns;
    private final List<String> kept;
    private final List<Dropped> dropped;
    private final List<String> caseIds;
    private final MissingValues missing;
    /** The changes of the steps, of the kept columns alone. */
    private final List<Transformation> changes;

    /**
     * @param columns of the table that was learned from
     * @param kept the columns after the last step
     */
    FittedPipeline(
            List<FittedStep> steps,
            List<String> columns,
            List<String> kept,
            List<String> caseIds,
            MissingValues missing) {
        this.steps = List.copyOf(steps);
        this.columns = List.copyOf(columns);
        this.kept = List.copyOf(kept);
        this.caseIds = List.copyOf(caseIds);
        this.missing = Objects.requireNonNull(missing, "missing");
        this.changes = steps.stream()
                .map(step -> step.transformation().restrictedTo(this.kept))
                .toList();
        this.dropped = inOrder(this.steps, this.columns);
    }

    private static List<Dropped> inOrder(List<FittedStep> steps, List<String> columns) {
        Map<String, Dropped> byColumn = new HashMap<>();
        for (FittedStep step : steps) {
            for (Dropped one : step.dropped()) {
                byColumn.put(one.column(), new Dropped(one.column(), one.score(), step.name() + ": " + one.reason()));
            }
        }
        List<Dropped> dropped = new ArrayList<>();
        for (String column : columns) {
            Dropped one = byColumn.get(column);
            if (one != null) {
                dropped.add(one);
            }
        }
        return List.copyOf(dropped);
    }

    /** Returns the columns after the last step, in order. */
    @Override
    public List<String> kept() {
        return kept;
    }

    /** Returns the columns that a step has dropped, in the order of the table, each with the name of the step. */
    @Override
    public List<Dropped> dropped() {
        return dropped;
    }

    /** Returns the steps in order, with the columns that went in and came out of each: the funnel of a study. */
    public List<FittedStep> steps() {
        return steps;
    }

    /**
     * Returns a step by its name.
     *
     * @throws IllegalArgumentException if there is none; the names are named
     */
    public FittedStep step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no step " + name + " among "
                        + steps.stream().map(FittedStep::name).toList()));
    }

    /** Returns the columns of the table that was learned from. */
    public List<String> columns() {
        return columns;
    }

    /** Returns the ids of the cases that were learned from: no step has seen another. */
    public List<String> caseIds() {
        return caseIds;
    }

    /** Returns what happened to values that are not finite. */
    public MissingValues missing() {
        return missing;
    }

    /** Returns how many kept columns come of each image and family. */
    public FamilyCounts counts() {
        return FamilyCounts.of(kept);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a kept column is missing, or lacks a value where {@link #missing} refuses that
     */
    @Override
    public FeatureTable apply(FeatureTable table) {
        FeatureTable changed = table;
        for (Transformation change : changes) {
            changed = change.apply(changed);
        }
        changed = changed.columns(kept);
        missing.check(changed);
        return changed;
    }

    /** {@inheritDoc} */
    @Override
    public Transformation restrictedTo(Collection<String> wanted) {
        List<String> fewer = kept.stream().filter(Set.copyOf(wanted)::contains).toList();
        return new FittedPipeline(steps, columns, fewer, caseIds, missing);
    }

    @Override
    public String toString() {
        return "FittedPipeline" + steps;
    }
}
