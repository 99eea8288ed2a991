package io.github.radiomics4j.table;

import java.io.IOException;
import java.nio.file.Path;

/** A file is not a table, or not one that can be trusted; the message says where and what. */
public final class TableFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * @param path the file
     * @param line the line at which the record begins, from 1
     * @param message what must hold and what was found
     */
    public TableFormatException(Path path, long line, String message) {
        super(path + ", line " + line + ": " + message);
    }

    /**
     * @param path the file
     * @param message what must hold and what was found
     * @param cause what told
     */
    public TableFormatException(Path path, String message, Throwable cause) {
        super(path + ": " + message, cause);
    }

    /**
     * @param path the file
     * @param message what must hold and what was found
     */
    public TableFormatException(Path path, String message) {
        super(path + ": " + message);
    }

    TableFormatException(Path path, Exception cause) {
        super(
                path + ": " + cause.getMessage()
                        + (cause.getCause() == null
                                ? ""
                                : ": " + cause.getCause().getMessage()),
                cause);
    }
}
