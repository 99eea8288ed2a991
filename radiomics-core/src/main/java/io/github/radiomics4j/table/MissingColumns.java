package io.github.radiomics4j.table;

/** What a table does with cases that do not have the same features: a filter that was skipped leaves columns out. */
public enum MissingColumns {
    /** Throws, and names the case and the columns. */
    REFUSE,
    /** Takes the union, new columns last, and fills in NaN with a reason. */
    NAN
}
