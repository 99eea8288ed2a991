package io.github.radiomics4j.models.fitted;

/** What a kind of model has learned, behind a {@link TableModel}: numbers in, probabilities out. Safe for many threads. */
public interface Scorer extends AutoCloseable {

    /** Returns the name of the kind in files, such as {@code random-forest}. */
    String kind();

    /** Returns the library that does the work, with its version. */
    String library();

    /**
     * Returns the probability of the positive class of each case.
     *
     * @param columns one array per column, in the order of training; not modified
     * @param cases number of cases
     */
    double[] score(double[][] columns, int cases);

    /** Returns whether a value may be NaN; it may not unless overridden. */
    default boolean takesMissing() {
        return false;
    }

    /**
     * Returns how much each column counts, in the order of training, as the kind defines it.
     *
     * @throws UnsupportedOperationException if the kind has no such measure
     */
    default double[] importances() {
        throw new UnsupportedOperationException(kind() + " has no importances of columns");
    }

    /**
     * Returns what each column adds to the logit of each case, and the base value in a last array: their sum is the logit.
     *
     * @param columns one array per column, in the order of training; not modified
     * @param cases number of cases
     * @throws UnsupportedOperationException if the kind has no such values
     */
    default double[][] contributions(double[][] columns, int cases) {
        throw new UnsupportedOperationException(kind() + " has no contributions of columns");
    }

    /** Returns what is written to a file; the {@link ScorerFormat} of the kind reads it. */
    byte[] toBytes();

    /** Gives back memory outside the heap; nothing happens unless overridden. */
    @Override
    default void close() {}
}
