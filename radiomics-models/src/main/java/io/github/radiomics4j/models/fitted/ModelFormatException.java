package io.github.radiomics4j.models.fitted;

import java.io.IOException;

/** A file is not a model, or damaged, or of a kind that nobody here reads; the message says which and where. */
public final class ModelFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * @param where the file
     * @param message what must hold and what was found
     */
    public ModelFormatException(String where, String message) {
        super(where + ": " + message);
    }

    /**
     * @param where the file
     * @param message what must hold and what was found
     * @param cause what told
     */
    public ModelFormatException(String where, String message, Throwable cause) {
        super(where + ": " + message, cause);
    }
}
