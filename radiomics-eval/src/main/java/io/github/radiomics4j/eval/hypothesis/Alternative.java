package io.github.radiomics4j.eval.hypothesis;

/** What a test holds against its null hypothesis; "first" is the first sample, or the positive class. */
public enum Alternative {
    /** The two differ. */
    TWO_SIDED,
    /** The first is smaller. */
    LESS,
    /** The first is larger. */
    GREATER
}
