package io.github.radiomics4j.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What several files hold one after the other, {@code partBytes} each; none holds less or more.
 *
 * @param header the file that names them
 */
record JoinedBytes(Path header, List<VoxelBytes> parts, long partBytes) implements VoxelBytes {

    /** Checks what can be told of each file without reading it. */
    static VoxelBytes of(Path header, List<VoxelBytes> parts, long partBytes) throws VolumeFormatException {
        for (VoxelBytes part : parts) {
            if (part.isCompressed() ? part.atMost() < partBytes : part.atMost() != partBytes) {
                throw new VolumeFormatException(
                        part.file(),
                        part.offset(),
                        "one of " + parts.size() + " data files must hold " + partBytes + " bytes, found "
                                + (part.isCompressed() ? "at most " : "")
                                + part.atMost());
            }
        }
        return parts.size() == 1 ? parts.get(0) : new JoinedBytes(header, List.copyOf(parts), partBytes);
    }

    @Override
    public Path file() {
        return header;
    }

    @Override
    public boolean isCompressed() {
        return parts.get(0).isCompressed();
    }

    @Override
    public long offset() {
        return 0;
    }

    @Override
    public long atMost() {
        return parts.size() * partBytes;
    }

    @Override
    public InputStream open(long position) throws IOException {
        return new Joined((int) (position / partBytes), position % partBytes);
    }

    /** One file after the other; what is wrong with one is said of that one. */
    private final class Joined extends InputStream {
        private int next;
        private long left;
        private InputStream in = InputStream.nullInputStream();

        Joined(int first, long position) throws IOException {
            next = first;
            if (first < parts.size()) {
                try {
                    open(position);
                } catch (EOFException | ZipException e) {
                    throw wrong("found the compressed data damaged (" + GzipBytes.why(e) + ")", e);
                }
            }
        }

        private void open(long position) throws IOException {
            VoxelBytes part = parts.get(next);
            next++;
            in = part.open(position);
            left = partBytes - position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] out, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            try {
                while (left == 0) {
                    if (in.read() >= 0) {
                        throw wrong("found more", null);
                    }
                    in.close();
                    if (next == parts.size()) {
                        in = InputStream.nullInputStream();
                        return -1;
                    }
                    open(0);
                }
                int n = in.read(out, from, (int) Math.min(length, left));
                if (n < 0) {
                    throw wrong("found " + (partBytes - left), null);
                }
                left -= n;
                return n;
            } catch (EOFException | ZipException e) {
                throw wrong("found the compressed data damaged after " + (partBytes - left), e);
            }
        }

        private VolumeFormatException wrong(String found, @Nullable IOException cause) {
            VoxelBytes part = parts.get(next - 1);
            return new VolumeFormatException(
                    part.file(), part.offset(), "a data file must hold " + partBytes + " bytes, " + found, cause);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
