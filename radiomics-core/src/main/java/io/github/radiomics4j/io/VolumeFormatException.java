package io.github.radiomics4j.io;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is not what its format asks for, or asks for more than the limits allow. */
public final class VolumeFormatException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Path path;
    private final long byteOffset;

    /**
     * @param path the file
     * @param byteOffset where in the file, 0 for its first byte; within compressed data counted as if they were not
     *     compressed
     * @param message what must hold and what was found
     */
    public VolumeFormatException(Path path, long byteOffset, String message) {
        super(path + ": " + message + " (byte " + byteOffset + ")");
        this.path = path;
        this.byteOffset = byteOffset;
    }

    /** As above, with the exception that told. */
    VolumeFormatException(Path path, long byteOffset, String message, @Nullable Throwable cause) {
        this(path, byteOffset, message);
        initCause(cause);
    }

    /** Returns the file. */
    public Path path() {
        return path;
    }

    /** Returns where in the file, 0 for its first byte; within compressed data counted as if they were not compressed. */
    public long byteOffset() {
        return byteOffset;
    }
}
