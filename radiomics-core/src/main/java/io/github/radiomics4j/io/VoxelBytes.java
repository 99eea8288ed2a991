package io.github.radiomics4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where the samples of a volume are: one run of bytes, all frames in it. Open: a format that packs its samples in a way
 * of its own implements this.
 */
public interface VoxelBytes {

    /** Returns the file they are in, which may be another than that of the header; for error messages. */
    Path file();

    /** Returns whether bytes are inflated on the way, which {@link ReadLimits} bounds. */
    boolean isCompressed();

    /** Returns the offset of the first sample in that file, for error messages; as if nothing were compressed. */
    long offset();

    /**
     * Returns how many bytes there can be at most from the first sample on, known without reading them; how many there
     * are where they are not compressed.
     */
    long atMost();

    /**
     * Returns the bytes from {@code position} on; the caller closes the stream.
     *
     * @param position 0 for the first byte of the first sample
     */
    InputStream open(long position) throws IOException;

    /**
     * Returns the rest of {@code file} from {@code offset} on, stored plainly.
     *
     * @throws IOException if the size of the file cannot be told
     */
    static VoxelBytes plain(Path file, long offset) throws IOException {
        return PlainBytes.of(file, offset);
    }

    /**
     * Returns what {@code file} holds from {@code start} on, inflated by gzip, without its first {@code skip} bytes.
     *
     * @throws IOException if the size of the file cannot be told
     */
    static VoxelBytes gzip(Path file, long start, long skip) throws IOException {
        return GzipBytes.of(file, start, skip);
    }
}
