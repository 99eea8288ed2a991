package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.FeatureTable;

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
}
