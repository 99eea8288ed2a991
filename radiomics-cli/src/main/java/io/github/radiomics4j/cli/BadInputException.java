package io.github.radiomics4j.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** What the user gave cannot be used; the message says what to do about it, in one line. */
final class BadInputException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    BadInputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Says what is wrong with a file, and with which. */
    static BadInputException of(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof NoSuchFileException missing) {
            message = missing.getFile() + ": there is no such file";
        } else if (e instanceof AccessDeniedException denied) {
            message = denied.getFile() + ": may not be opened; check its permissions";
        } else if (e instanceof FileSystemException file && file.getReason() != null) {
            message = file.getFile() + ": " + file.getReason();
        }
        return new BadInputException(message, e);
    }
}
