package io.github.radiomics4j.io;

import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.ZipException;

/**
 * Fills the array of one frame from a stream of samples, block by block: a block is read, its samples are stored at
 * their places with the byte order undone, and looked over for what is not finite while it is in the cache. The array is
 * the only thing as large as the volume.
 *
 * <p>Sample i of the frame is voxel i of the array, x fastest; {@code stored} samples have been stored so far.
 */
final class VoxelDecoder {
    private static final int BLOCK_BYTES = 1 << 16;

    private final Path file;
    private final VolumeHeader header;
    /** Offset of the frame's first sample in the file, for errors. */
    private final long offset;

    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteBuffer samples;
    private final Object array;
    private final int count;
    private int stored;
    private long nonFinite;
    private int firstNonFinite = -1;

    /**
     * @param offset offset of the frame's first sample in the file
     * @param count voxels of the frame
     */
    VoxelDecoder(VolumeHeader header, long offset, int count) {
        this.file = header.voxels().file();
        this.header = header;
        this.offset = offset;
        this.count = count;
        this.samples = ByteBuffer.wrap(block).order(header.byteOrder());
        this.array = newArray(header.pixelType(), count);
    }

    /** Returns the array, filled; {@code in} stands behind the last sample of the frame. */
    Object decode(InputStream in) throws IOException {
        int width = header.sampleType().bytes();
        while (stored < count) {
            int n = Math.min(BLOCK_BYTES / width, count - stored);
            fill(in, n * width);
            samples.clear().limit(n * width);
            if (header.rescale().isIdentity()) {
                store(n);
            } else {
                storeRescaled(n);
            }
            stored += n;
        }
        return array;
    }

    /** Checks that nothing follows the last sample, and with that the check sum of compressed data. */
    void requireEnd(InputStream in) throws IOException {
        int next;
        try {
            next = in.read();
        } catch (EOFException | ZipException e) {
            throw damaged(0, e);
        }
        if (next >= 0) {
            throw new VolumeFormatException(
                    file,
                    offset + (long) count * header.sampleType().bytes(),
                    "the file must end with the last voxel of " + header.grid().size() + " " + header.sampleType()
                            + ", found more data");
        }
    }

    /** Returns how many voxels are NaN or infinite. */
    long nonFinite() {
        return nonFinite;
    }

    /** Returns the place of the first of them as (x, y, z). */
    String firstNonFinite() {
        Size size = header.grid().size();
        int x = firstNonFinite % size.x();
        int y = firstNonFinite / size.x() % size.y();
        int z = firstNonFinite / size.x() / size.y();
        return "(" + x + ", " + y + ", " + z + ")";
    }

    private void fill(InputStream in, int length) throws IOException {
        int have = 0;
        try {
            while (have < length) {
                int n = in.read(block, have, length - have);
                if (n < 0) {
                    throw new EOFException();
                }
                have += n;
            }
        } catch (EOFException | ZipException e) {
            throw damaged(have, e);
        }
    }

    private VolumeFormatException damaged(int have, IOException cause) {
        long done = (long) stored * header.sampleType().bytes() + have;
        String what = cause instanceof EOFException
                ? "found " + done + " before the data end"
                : "the compressed data are damaged after " + done + " (" + GzipBytes.why(cause) + ")";
        return new VolumeFormatException(
                file,
                offset + done,
                "voxels of " + header.grid().size() + " " + header.sampleType() + " take "
                        + (long) count * header.sampleType().bytes() + " bytes, " + what,
                cause);
    }

    private void store(int n) throws VolumeFormatException {
        switch (header.sampleType()) {
            case UINT8, INT8 -> samples.get((byte[]) array, stored, n);
            case UINT16, INT16 -> samples.asShortBuffer().get((short[]) array, stored, n);
            case UINT32, INT32 -> samples.asIntBuffer().get((int[]) array, stored, n);
            case UINT64 -> storeLongs(n, 0, 0xffffffffL);
            case INT64 -> storeLongs(n, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case FLOAT32 -> {
                samples.asFloatBuffer().get((float[]) array, stored, n);
                checkFloats(n);
            }
            case FLOAT64 -> {
                samples.asDoubleBuffer().get((double[]) array, stored, n);
                checkDoubles(n);
            }
        }
    }

    private void storeLongs(int n, long minimum, long maximum) throws VolumeFormatException {
        int[] out = (int[]) array;
        for (int i = 0; i < n; i++) {
            long v = samples.getLong(8 * i);
            if (v < minimum || v > maximum) {
                throw tooLarge(i, v, minimum, maximum);
            }
            out[stored + i] = (int) v;
        }
    }

    private VolumeFormatException tooLarge(int i, long v, long minimum, long maximum) {
        String found = header.sampleType() == SampleType.UINT64 ? Long.toUnsignedString(v) : Long.toString(v);
        return new VolumeFormatException(
                file,
                offset + 8L * (stored + i),
                "64-bit integers must lie in " + minimum + " to " + maximum + ", found " + found);
    }

    /** ITK's arithmetic: an integer becomes a 32-bit float, is rescaled in 64 bits, and is stored in 32 bits. */
    private void storeRescaled(int n) throws VolumeFormatException {
        double slope = header.rescale().slope();
        double intercept = header.rescale().intercept();
        if (header.sampleType() == SampleType.FLOAT64) {
            double[] out = (double[]) array;
            for (int i = 0; i < n; i++) {
                out[stored + i] = samples.getDouble(8 * i) * slope + intercept;
            }
            checkDoubles(n);
            return;
        }
        float[] out = (float[]) array;
        switch (header.sampleType()) {
            case UINT8 -> {
                for (int i = 0; i < n; i++) {
                    out[stored + i] = samples.get(i) & 0xff;
                }
            }
            case INT8 -> {
                for (int i = 0; i < n; i++) {
                    out[stored + i] = samples.get(i);
                }
            }
            case UINT16 -> {
                for (int i = 0; i < n; i++) {
                    out[stored + i] = samples.getShort(2 * i) & 0xffff;
                }
            }
            case INT16 -> {
                for (int i = 0; i < n; i++) {
                    out[stored + i] = samples.getShort(2 * i);
                }
            }
            case UINT32 -> {
                for (int i = 0; i < n; i++) {
                    out[stored + i] = samples.getInt(4 * i) & 0xffffffffL;
                }
            }
            case INT32 -> {
                for (int i = 0; i < n; i++) {
                    out[stored + i] = samples.getInt(4 * i);
                }
            }
            case UINT64, INT64 -> {
                boolean unsigned = header.sampleType() == SampleType.UINT64;
                for (int i = 0; i < n; i++) {
                    long v = samples.getLong(8 * i);
                    if (unsigned && v < 0) {
                        throw tooLarge(i, v, 0, Long.MAX_VALUE);
                    }
                    out[stored + i] = v;
                }
            }
            case FLOAT32 -> samples.asFloatBuffer().get(out, stored, n);
            case FLOAT64 -> throw new AssertionError("rescaled above");
        }
        for (int i = stored; i < stored + n; i++) {
            out[i] = (float) (out[i] * slope + intercept);
        }
        checkFloats(n);
    }

    private void checkFloats(int n) {
        float[] a = (float[]) array;
        for (int i = stored; i < stored + n; i++) {
            if (!(Math.abs(a[i]) <= Float.MAX_VALUE)) {
                note(i);
            }
        }
    }

    private void checkDoubles(int n) {
        double[] a = (double[]) array;
        for (int i = stored; i < stored + n; i++) {
            if (!(Math.abs(a[i]) <= Double.MAX_VALUE)) {
                note(i);
            }
        }
    }

    private void note(int index) {
        if (nonFinite++ == 0) {
            firstNonFinite = index;
        }
    }

    private static Object newArray(PixelType type, int length) {
        return switch (type) {
            case UINT8, INT8 -> new byte[length];
            case UINT16, INT16 -> new short[length];
            case UINT32, INT32 -> new int[length];
            case FLOAT32 -> new float[length];
            case FLOAT64 -> new double[length];
        };
    }
}
