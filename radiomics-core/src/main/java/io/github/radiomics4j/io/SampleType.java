package io.github.radiomics4j.io;

import io.github.radiomics4j.image.PixelType;

/** How a file stores one voxel. */
public enum SampleType {
    /** 8-bit unsigned. */
    UINT8(1, PixelType.UINT8),
    /** 8-bit signed. */
    INT8(1, PixelType.INT8),
    /** 16-bit unsigned. */
    UINT16(2, PixelType.UINT16),
    /** 16-bit signed. */
    INT16(2, PixelType.INT16),
    /** 32-bit unsigned. */
    UINT32(4, PixelType.UINT32),
    /** 32-bit signed. */
    INT32(4, PixelType.INT32),
    /**
     * 64-bit unsigned; read as 32-bit unsigned integers, so that resampling cuts off fractions as it does for the stored
     * type. A value that does not fit is refused.
     */
    UINT64(8, PixelType.UINT32),
    /** 64-bit signed; read as 32-bit signed integers. A value that does not fit is refused. */
    INT64(8, PixelType.INT32),
    /** 32-bit IEEE. */
    FLOAT32(4, PixelType.FLOAT32),
    /** 64-bit IEEE. */
    FLOAT64(8, PixelType.FLOAT64);

    private final int bytes;
    private final PixelType pixelType;

    SampleType(int bytes, PixelType pixelType) {
        this.bytes = bytes;
        this.pixelType = pixelType;
    }

    /** Returns the bytes of one sample in the file. */
    public int bytes() {
        return bytes;
    }

    /** Returns the type of the volume that is read from such samples, without slope and intercept. */
    public PixelType pixelType() {
        return pixelType;
    }
}
