package io.github.radiomics4j.extract;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows at its end and knows the length and the checksum of what is in it. What was appended after the last
 * {@link #commit()} is cut off when the file is closed.
 */
final class AppendedFile implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * The first bytes of a file.
     *
     * @param bytes how many
     * @param crc their CRC-32C
     */
    record Mark(long bytes, long crc) {
        static final Mark EMPTY = new Mark(0, 0);
    }

    private final Path path;
    private final CohortFiles.Opener opener;
    private @Nullable SeekableByteChannel channel;
    private final CRC32C crc = new CRC32C();
    private long length;
    private long committedLength;
    /** Whether there may be bytes after the committed ones, such as half a row on a full disk. */
    private boolean isDirty;

    AppendedFile(Path path, CohortFiles.Opener opener) {
        this.path = path;
        this.opener = opener;
    }

    Path path() {
        return path;
    }

    /** Returns the number of bytes appended, committed or not. */
    long length() {
        return length;
    }

    /** Returns what is in the file, committed or not. */
    Mark mark() {
        return new Mark(length, crc.getValue());
    }

    /** Opens the file, which is made where there is none. */
    SeekableByteChannel open() throws IOException {
        if (channel == null) {
            channel = opener.open(path);
        }
        return channel;
    }

    /**
     * Returns how many of {@code marks}, which ascend, the file on disk reaches.
     *
     * @throws ResumeException if it is long enough for one and has other bytes
     */
    int matching(List<Mark> marks) throws IOException {
        if (!Files.exists(path)) {
            return (int) marks.stream().takeWhile(mark -> mark.bytes == 0).count();
        }
        CRC32C found = new CRC32C();
        long at = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int i = 0; i < marks.size(); i++) {
                Mark mark = marks.get(i);
                at += update(found, in, mark.bytes - at);
                if (at < mark.bytes) {
                    return i;
                }
                if (found.getValue() != mark.crc) {
                    throw new ResumeException(path + " must be as the run that is continued has left it, but its first "
                            + mark.bytes + " bytes were changed: restore it, or move it away to begin anew");
                }
            }
        }
        return marks.size();
    }

    /** Keeps the bytes of {@code mark}, which {@link #matching} has found, and cuts off the others. */
    void cutTo(Mark mark) throws IOException {
        length = mark.bytes;
        committedLength = mark.bytes;
        if (mark.bytes > 0) {
            try (InputStream in = Files.newInputStream(path)) {
                update(crc, in, mark.bytes);
            }
        }
        if (Files.exists(path)) {
            open().truncate(mark.bytes);
            open().position(mark.bytes);
        }
    }

    /** Adds up to {@code bytes} bytes to a checksum and returns how many there were. */
    private static long update(CRC32C crc, InputStream in, long bytes) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                break;
            }
            crc.update(buffer, 0, read);
            left -= read;
        }
        return bytes - left;
    }

    void append(byte[] more) throws IOException {
        isDirty = true;
        SeekableByteChannel out = open();
        ByteBuffer bytes = ByteBuffer.wrap(more);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        length += more.length;
        crc.update(more);
    }

    /** Keeps what was appended. */
    void commit() {
        committedLength = length;
        isDirty = false;
    }

    @Override
    public void close() throws IOException {
        if (channel == null) {
            return;
        }
        try (SeekableByteChannel closing = channel) {
            if (isDirty) {
                closing.truncate(committedLength);
            }
        }
    }
}
