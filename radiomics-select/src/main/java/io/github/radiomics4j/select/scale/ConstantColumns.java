package io.github.radiomics4j.select.scale;

/** What is done with a column that has no spread in training, or no value at all. */
public enum ConstantColumns {
    /** The scale is 1, as scikit-learn has it: training values become 0. Without any value the center is 0. */
    UNIT_SCALE,
    /** The column is left out. */
    DROP,
    /** The fit fails and names all such columns. */
    REFUSE
}
