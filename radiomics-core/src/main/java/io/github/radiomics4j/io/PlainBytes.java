package io.github.radiomics4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rest of a file from {@code offset} on. */
record PlainBytes(Path file, long offset, long atMost) implements VoxelBytes {

    static PlainBytes of(Path file, long offset) throws IOException {
        return new PlainBytes(file, offset, Math.max(0, Files.size(file) - offset));
    }

    @Override
    public boolean isCompressed() {
        return false;
    }

    @Override
    public InputStream open(long position) throws IOException {
        return openAt(file, offset + position);
    }

    /** Returns the bytes of {@code file} from {@code position} on. */
    static InputStream openAt(Path file, long position) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            channel.position(position);
            return Channels.newInputStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
