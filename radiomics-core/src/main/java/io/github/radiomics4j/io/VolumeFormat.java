package io.github.radiomics4j.io;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One way to store a volume in a file. Open: implement it and pass it to {@link VolumeReader#withFormat}, or name the
 * class as a {@link java.util.ServiceLoader} provider of this interface.
 *
 * <p>A format reads headers only; the reader checks what they claim and reads the voxels. Implementations have no
 * state, or none that changes.
 */
public interface VolumeFormat {

    /** Returns the name of the format, as in {@code "NIfTI-1"}. */
    String name();

    /**
     * Returns whether a file is of this format, rightly made or not: {@link #readHeader} says what is wrong with it.
     *
     * @param file the file, for its name
     * @param start its first bytes, up to {@value VolumeReader#START_BYTES}, inflated if the file is gzip; not modified
     */
    boolean recognizes(Path file, byte[] start);

    /**
     * Returns what the header says, in LPS millimetres.
     *
     * @throws VolumeFormatException if the header is not one of this format, contradicts itself or asks for something
     *     that is not supported
     * @throws IOException if the file cannot be read
     */
    VolumeHeader readHeader(Path file) throws IOException;
}
