package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.FeatureTable;
import java.util.Collection;

/** What a {@link Transformer} or {@link FeatureSelector} has learned: it changes a table row by row. Immutable. */
public interface Transformation {

    /**
     * Returns {@code table} as the training table would have been changed: the same case ids, and each row as if it stood
     * alone.
     *
     * @param table with every column that was learned from, in any order; others are left out or kept, as the kind says
     * @throws IllegalArgumentException if a column is missing; all such columns are named
     */
    FeatureTable apply(FeatureTable table);

    /**
     * Returns the same change of some columns alone, which needs no others: what is left of a thousand columns is then
     * applied to a table of the few that are wanted. A kind that changes a column by others keeps this default and needs
     * them all.
     *
     * @param columns of the changed table; those that it does not have play no part
     */
    default Transformation restrictedTo(Collection<String> columns) {
        return this;
    }
}
