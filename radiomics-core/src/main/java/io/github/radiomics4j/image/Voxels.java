package io.github.radiomics4j.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One flat primitive array, x fastest, and how to read it. The storage is chosen once per call; the loops behind it are
 * typed. The array is shared inside this package and never modified.
 */
record Voxels(PixelType type, Object array) implements VoxelSource {
    private static final int ZEROS = 512;
    // Compared with, never modified.
    private static final byte[] ZERO_BYTES = new byte[ZEROS];
    private static final short[] ZERO_SHORTS = new short[ZEROS];
    private static final int[] ZERO_INTS = new int[ZEROS];
    private static final float[] ZERO_FLOATS = new float[ZEROS];
    private static final double[] ZERO_DOUBLES = new double[ZEROS];

    static Voxels of(PixelType type, Object array) {
        boolean matches = switch (type) {
            case UINT8, INT8 -> array instanceof byte[];
            case UINT16, INT16 -> array instanceof short[];
            case UINT32, INT32 -> array instanceof int[];
            case FLOAT32 -> array instanceof float[];
            case FLOAT64 -> array instanceof double[];
        };
        if (!matches) {
            throw new IllegalArgumentException(
                    type + " voxels do not belong into " + array.getClass().getSimpleName());
        }
        return new Voxels(type, array);
    }

    @Override
    public int length() {
        return java.lang.reflect.Array.getLength(array);
    }

    @Override
    public double get(int index) {
        return switch (type) {
            case UINT8 -> ((byte[]) array)[index] & 0xff;
            case INT8 -> ((byte[]) array)[index];
            case UINT16 -> ((short[]) array)[index] & 0xffff;
            case INT16 -> ((short[]) array)[index];
            case UINT32 -> ((int[]) array)[index] & 0xffffffffL;
            case INT32 -> ((int[]) array)[index];
            case FLOAT32 -> ((float[]) array)[index];
            case FLOAT64 -> ((double[]) array)[index];
        };
    }

    @Override
    public void copy(int from, double[] out, int to, int length) {
        switch (type) {
            case UINT8 -> {
                byte[] a = (byte[]) array;
                for (int i = 0; i < length; i++) {
                    out[to + i] = a[from + i] & 0xff;
                }
            }
            case INT8 -> {
                byte[] a = (byte[]) array;
                for (int i = 0; i < length; i++) {
                    out[to + i] = a[from + i];
                }
            }
            case UINT16 -> {
                short[] a = (short[]) array;
                for (int i = 0; i < length; i++) {
                    out[to + i] = a[from + i] & 0xffff;
                }
            }
            case INT16 -> {
                short[] a = (short[]) array;
                for (int i = 0; i < length; i++) {
                    out[to + i] = a[from + i];
                }
            }
            case UINT32 -> {
                int[] a = (int[]) array;
                for (int i = 0; i < length; i++) {
                    out[to + i] = a[from + i] & 0xffffffffL;
                }
            }
            case INT32 -> {
                int[] a = (int[]) array;
                for (int i = 0; i < length; i++) {
                    out[to + i] = a[from + i];
                }
            }
            case FLOAT32 -> {
                float[] a = (float[]) array;
                for (int i = 0; i < length; i++) {
                    out[to + i] = a[from + i];
                }
            }
            case FLOAT64 -> System.arraycopy((double[]) array, from, out, to, length);
        }
    }

    @Override
    public void copyLabels(int from, int[] out, int to, int length) {
        switch (type) {
            case UINT8 -> {
                byte[] a = (byte[]) array;
                for (int i = 0; i < length; i++) {
                    out[to + i] = a[from + i] & 0xff;
                }
            }
            case UINT32, INT32 -> System.arraycopy((int[]) array, from, out, to, length);
            default -> {
                for (int i = 0; i < length; i++) {
                    out[to + i] = (int) (long) get(from + i);
                }
            }
        }
    }

    /** {@inheritDoc} Compares many at once, with an array of zeros; −0 counts as another. */
    @Override
    public boolean isBackground(int from, int length) {
        for (int done = 0; done < length; done += ZEROS) {
            int count = Math.min(ZEROS, length - done);
            int at = from + done;
            int mismatch = switch (type) {
                case UINT8, INT8 -> Arrays.mismatch((byte[]) array, at, at + count, ZERO_BYTES, 0, count);
                case UINT16, INT16 -> Arrays.mismatch((short[]) array, at, at + count, ZERO_SHORTS, 0, count);
                case UINT32, INT32 -> Arrays.mismatch((int[]) array, at, at + count, ZERO_INTS, 0, count);
                case FLOAT32 -> Arrays.mismatch((float[]) array, at, at + count, ZERO_FLOATS, 0, count);
                case FLOAT64 -> Arrays.mismatch((double[]) array, at, at + count, ZERO_DOUBLES, 0, count);
            };
            if (mismatch >= 0) {
                return false;
            }
        }
        return true;
    }

    /** {@inheritDoc} In a new array of the same type. */
    @Override
    public Voxels crop(Size size, BoundingBox box) {
        int nx = box.sizeX();
        Object out = newArray(type, Math.toIntExact(box.size().voxelCount()));
        int to = 0;
        for (int z = box.z(); z < box.z() + box.sizeZ(); z++) {
            for (int y = box.y(); y < box.y() + box.sizeY(); y++) {
                System.arraycopy(array, box.x() + size.x() * (y + size.y() * z), out, to, nx);
                to += nx;
            }
        }
        return new Voxels(type, out);
    }

    @Override
    public String sha1() {
        MessageDigest digest = newSha1();
        int n = length();
        int width = type.bytes();
        int block = 1 << 13;
        byte[] bytes = new byte[block * width];
        for (int from = 0; from < n; from += block) {
            int count = Math.min(block, n - from);
            for (int i = 0; i < count; i++) {
                long bits = bits(from + i);
                for (int b = 0; b < width; b++) {
                    bytes[i * width + b] = (byte) (bits >>> (8 * b));
                }
            }
            digest.update(bytes, 0, count * width);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private long bits(int index) {
        return switch (type) {
            case UINT8, INT8 -> ((byte[]) array)[index];
            case UINT16, INT16 -> ((short[]) array)[index];
            case UINT32, INT32 -> ((int[]) array)[index];
            case FLOAT32 -> Float.floatToRawIntBits(((float[]) array)[index]);
            case FLOAT64 -> Double.doubleToRawLongBits(((double[]) array)[index]);
        };
    }

    static MessageDigest newSha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    static Object newArray(PixelType type, int length) {
        return switch (type) {
            case UINT8, INT8 -> new byte[length];
            case UINT16, INT16 -> new short[length];
            case UINT32, INT32 -> new int[length];
            case FLOAT32 -> new float[length];
            case FLOAT64 -> new double[length];
        };
    }

    // Records compare components; two volumes are compared by content through their owners, never through this.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(array);
    }
}
