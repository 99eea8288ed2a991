package io.github.radiomics4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** What a zlib stream that begins at {@code offset} inflates to. */
record ZlibBytes(Path file, long offset, long atMost) implements VoxelBytes {
    private static final int BLOCK = 1 << 16;

    static ZlibBytes of(Path file, long offset) throws IOException {
        return new ZlibBytes(file, offset, GzipBytes.MAXIMUM_RATIO * Math.max(0, Files.size(file) - offset));
    }

    @Override
    public boolean isCompressed() {
        return true;
    }

    @Override
    public InputStream open(long position) throws IOException {
        InputStream in = new Inflated(PlainBytes.openAt(file, offset));
        try {
            GzipBytes.skip(in, position);
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Gives the memory of its inflater back, which lies outside the heap, when it is closed. */
    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream stored) {
            super(stored, new Inflater(), BLOCK);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
