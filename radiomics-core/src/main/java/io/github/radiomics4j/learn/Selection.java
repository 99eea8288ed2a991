package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.FeatureTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The columns that a {@link FeatureSelector} keeps, and why it dropped the others. Immutable. */
public interface Selection extends Transformation {

    /**
     * A column that is not kept.
     *
     * @param column its name
     * @param score what was held against a bar, such as a p-value; NaN where there is none
     * @param reason in words, with the bar
     */
    record Dropped(String column, double score, String reason) {}

    /** Returns the kept columns, in order. */
    List<String> kept();

    /** Returns the dropped columns, in the order of the table that was selected from. */
    List<Dropped> dropped();

    /** Returns the kept columns of {@code table}, in the order of {@link #kept()}; others are left out. */
    @Override
    default FeatureTable apply(FeatureTable table) {
        return table.columns(kept());
    }

    /** {@inheritDoc} Picks those of the kept columns. */
    @Override
    default Transformation restrictedTo(Collection<String> columns) {
        return of(kept().stream().filter(Set.copyOf(columns)::contains).toList(), List.of());
    }

    /**
     * Returns a selection that does nothing but pick columns.
     *
     * @throws IllegalArgumentException if a column is kept or dropped twice, or both
     */
    static Selection of(List<String> kept, List<Dropped> dropped) {
        return new PickedColumns(kept, dropped);
    }
}
