package io.github.radiomics4j.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * One sample out of each group of samples: of every {@code step · width} bytes the {@code width} from
 * {@code within · width} on. Ends where a group would begin; a group that is cut off is an {@link EOFException}.
 *
 * <p>Groups are read and thrown away piece by piece, so that no header can ask for a buffer of a size of its own.
 */
final class StridedBytes extends InputStream {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final int width;
    private final long groupBytes;
    private final long first;
    private final byte[] block = new byte[BLOCK];

    /** Bytes of the block that are filled, and how many of them have been used. */
    private int filled;

    private int used;
    /** Where in its group the next byte of the block stands. */
    private long inGroup;

    StridedBytes(InputStream in, int width, long step, long within) {
        this.in = in;
        this.width = width;
        this.groupBytes = step * width;
        this.first = within * width;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        int to = from;
        while (to < from + length) {
            if (used == filled && !fill()) {
                return to == from ? -1 : to - from;
            }
            if (inGroup < first || inGroup >= first + width) {
                long until = inGroup < first ? first : groupBytes;
                advance((int) Math.min(until - inGroup, filled - used));
            } else {
                int n = (int) Math.min(first + width - inGroup, Math.min(filled - used, from + length - to));
                System.arraycopy(block, used, out, to, n);
                to += n;
                advance(n);
            }
        }
        return length;
    }

    private void advance(int n) {
        used += n;
        inGroup += n;
        if (inGroup == groupBytes) {
            inGroup = 0;
        }
    }

    private boolean fill() throws IOException {
        used = 0;
        filled = Math.max(0, in.read(block, 0, BLOCK));
        if (filled == 0 && inGroup != 0) {
            throw new EOFException("the data end within a voxel");
        }
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
