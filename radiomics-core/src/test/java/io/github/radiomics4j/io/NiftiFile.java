package io.github.radiomics4j.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes NIfTI-1 files, right and wrong ones: the header fields as given, then the samples. */
final class NiftiFile {
    static final int HEADER_BYTES = 352;

    private final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    private byte[] samples = new byte[0];

    /** A header of 16-bit integers, spacing 1 mm, no orientation. */
    NiftiFile(ByteOrder order, int... size) {
        header.order(order).putInt(0, 348);
        dim(size);
        datatype(4);
        pixdim(1, 1, 1, 1);
        header.putFloat(108, HEADER_BYTES);
        header.put(123, (byte) 2);
        header.put(344, "n+1\0".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** dim[0] is the number of sizes; the rest is 1. */
    NiftiFile dim(int... size) {
        header.putShort(40, (short) size.length);
        for (int i = 1; i < 8; i++) {
            header.putShort(40 + 2 * i, (short) (i <= size.length ? size[i - 1] : 1));
        }
        return this;
    }

    NiftiFile datatype(int code) {
        return putShort(70, code);
    }

    NiftiFile pixdim(double... pixdim) {
        return putFloats(76, pixdim);
    }

    NiftiFile scale(double slope, double intercept) {
        return putFloats(112, slope, intercept);
    }

    NiftiFile qform(int code, double... quatern) {
        return putShort(252, code).putFloats(256, quatern);
    }

    NiftiFile sform(int code, double... srow) {
        return putShort(254, code).putFloats(280, srow);
    }

    NiftiFile putShort(int offset, int value) {
        header.putShort(offset, (short) value);
        return this;
    }

    NiftiFile putByte(int offset, int value) {
        header.put(offset, (byte) value);
        return this;
    }

    NiftiFile putInt(int offset, int value) {
        header.putInt(offset, value);
        return this;
    }

    NiftiFile putFloats(int offset, double... values) {
        for (int i = 0; i < values.length; i++) {
            header.putFloat(offset + 4 * i, (float) values[i]);
        }
        return this;
    }

    NiftiFile samples(byte[] samples) {
        this.samples = samples;
        return this;
    }

    byte[] bytes() {
        return Bytes.join(header.array(), samples);
    }
}
