package io.github.radiomics4j.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What gzip members from {@code start} on inflate to, without the first {@code skip} bytes. */
record GzipBytes(Path file, long start, long skip, long atMost) implements VoxelBytes {
    /** Deflate cannot shrink more: 258 bytes for 2 bits. */
    static final long MAXIMUM_RATIO = 1032;

    private static final int BLOCK = 1 << 16;

    static GzipBytes of(Path file, long start, long skip) throws IOException {
        long stored = Math.max(0, Files.size(file) - start);
        return new GzipBytes(file, start, skip, Math.max(0, MAXIMUM_RATIO * stored - skip));
    }

    /** Returns whether {@code start} are the first bytes of a gzip member. */
    static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    @Override
    public boolean isCompressed() {
        return true;
    }

    @Override
    public long offset() {
        return start + skip;
    }

    @Override
    public InputStream open(long position) throws IOException {
        InputStream in = inflate(file, start);
        try {
            skip(in, skip + position);
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Returns what is wrong with compressed data; a stream that ends early often does not say. */
    static String why(IOException e) {
        return Objects.requireNonNullElse(e.getMessage(), "the data end early");
    }

    /** The stream's own skip inflates 512 bytes at a time, several times slower over the frames before the wanted one. */
    static void skip(InputStream in, long count) throws IOException {
        byte[] block = new byte[(int) Math.min(BLOCK, count)];
        for (long left = count; left > 0; ) {
            int n = in.read(block, 0, (int) Math.min(block.length, left));
            if (n < 0) {
                throw new EOFException("the data end after " + (count - left) + " bytes");
            }
            left -= n;
        }
    }

    /** Returns the inflated bytes of the gzip members that begin at {@code start}. */
    static InputStream inflate(Path file, long start) throws IOException {
        InputStream stored = PlainBytes.openAt(file, start);
        try {
            return new GZIPInputStream(stored, BLOCK);
        } catch (IOException | RuntimeException e) {
            stored.close();
            throw e;
        }
    }
}
