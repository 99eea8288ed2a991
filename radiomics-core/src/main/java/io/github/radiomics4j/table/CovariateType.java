package io.github.radiomics4j.table;

/** What the cells of a column of a {@link CovariateTable} are, where they are not missing. */
public enum CovariateType {
    /** A finite number, such as an age in years. */
    NUMBER,
    /** One of a few texts, such as a center or a receptor status. */
    CATEGORY
}
