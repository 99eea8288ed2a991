package io.github.radiomics4j.image;

/** How the voxels of a volume are stored; unsigned types are kept in the signed Java array of the same width. */
public enum PixelType {
    /** 8-bit unsigned, in {@code byte[]}. */
    UINT8(1, 0, 255),
    /** 8-bit signed, in {@code byte[]}. */
    INT8(1, Byte.MIN_VALUE, Byte.MAX_VALUE),
    /** 16-bit unsigned, in {@code short[]}. */
    UINT16(2, 0, 65535),
    /** 16-bit signed, in {@code short[]}. */
    INT16(2, Short.MIN_VALUE, Short.MAX_VALUE),
    /** 32-bit unsigned, in {@code int[]}. */
    UINT32(4, 0, 4294967295.0),
    /** 32-bit signed, in {@code int[]}. */
    INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    /** 32-bit IEEE, in {@code float[]}. */
    FLOAT32(4, -Float.MAX_VALUE, Float.MAX_VALUE),
    /** 64-bit IEEE, in {@code double[]}. */
    FLOAT64(8, -Double.MAX_VALUE, Double.MAX_VALUE);

    private final int bytes;
    private final double minimum;
    private final double maximum;

    PixelType(int bytes, double minimum, double maximum) {
        this.bytes = bytes;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** Returns the bytes of one voxel. */
    public int bytes() {
        return bytes;
    }

    /** Returns the smallest finite value. */
    public double minimum() {
        return minimum;
    }

    /** Returns the largest finite value. */
    public double maximum() {
        return maximum;
    }

    /** Returns whether only whole numbers can be stored. */
    public boolean isInteger() {
        return this != FLOAT32 && this != FLOAT64;
    }
}
