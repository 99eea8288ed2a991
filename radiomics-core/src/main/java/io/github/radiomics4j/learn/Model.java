package io.github.radiomics4j.learn;

import io.github.radiomics4j.table.CaseData;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a {@link Trainer} has learned. Safe for use by many threads; closed when no longer needed, as it may hold memory
 * outside the heap.
 *
 * @param <D> what a case is
 */
public interface Model<D extends CaseData<D>> extends AutoCloseable {

    /**
     * Returns the probability of the positive class for every case of {@code data}. Cases do not influence each other.
     *
     * @throws IllegalArgumentException if the data are not what the model can take, such as a table without one of the
     *     columns it was fitted on; what is missing is named
     * @throws IllegalStateException if the model is closed
     */
    Predictions predict(D data);

    /**
     * Writes the model; who made it reads it.
     *
     * @throws UnsupportedOperationException if this kind of model has no file
     */
    default void save(Path path) throws IOException {
        throw new UnsupportedOperationException("models of " + getClass().getSimpleName() + " cannot be saved");
    }

    /** Gives back what the model holds; nothing happens the second time. */
    @Override
    default void close() {}
}
