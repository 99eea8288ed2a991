package io.github.radiomics4j.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The bytes of a NIfTI header and what stands in them: integers of 16 bits and reals of 32 in NIfTI-1, up to 64 of each
 * in NIfTI-2.
 *
 * @param file the file
 * @param bytes of the header, in its byte order
 * @param isTwo whether it is NIfTI-2
 */
record NiftiHeader(Path file, ByteBuffer bytes, boolean isTwo) {
    static final int BYTES_ONE = 348;
    static final int BYTES_TWO = 540;

    /** @param start the first bytes of the file, as many as there are up to {@link #BYTES_TWO}; not modified */
    static NiftiHeader of(Path file, byte[] start) throws VolumeFormatException {
        if (start.length < BYTES_ONE) {
            throw new VolumeFormatException(
                    file, start.length, "a header takes at least " + BYTES_ONE + " bytes, found " + start.length);
        }
        ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (isSize(Integer.reverseBytes(bytes.getInt(0)))) {
            bytes.order(ByteOrder.BIG_ENDIAN);
        }
        NiftiHeader header = new NiftiHeader(file, bytes, bytes.getInt(0) == BYTES_TWO);
        if (start.length < header.length()) {
            throw new VolumeFormatException(
                    file, start.length, "a header of NIfTI-2 takes " + BYTES_TWO + " bytes, found " + start.length);
        }
        return header;
    }

    /** Returns whether a header has {@code size} bytes. */
    static boolean isSize(int size) {
        return size == BYTES_ONE || size == BYTES_TWO;
    }

    /** Returns how many bytes the header has. */
    int length() {
        return isTwo ? BYTES_TWO : BYTES_ONE;
    }

    /** Returns "NIfTI-1" or "NIfTI-2". */
    String version() {
        return isTwo ? "NIfTI-2" : "NIfTI-1";
    }

    /** Returns what NIfTI-1 has in 16 bits (one byte for the units) and NIfTI-2 in 32 (16 for the data type). */
    int integer(NiftiField field) {
        int offset = field.offset(isTwo);
        return switch (field) {
            case XYZT_UNITS -> isTwo ? bytes.getInt(offset) : bytes.get(offset);
            case DATATYPE, BITPIX -> bytes.getShort(offset);
            default -> isTwo ? bytes.getInt(offset) : bytes.getShort(offset);
        };
    }

    long dim(int i) {
        int offset = NiftiField.DIM.offset(isTwo);
        return isTwo ? bytes.getLong(offset + 8 * i) : bytes.getShort(offset + 2 * i);
    }

    double real(NiftiField field) {
        return reals(field, 1)[0];
    }

    double[] reals(NiftiField field, int count) {
        double[] out = new double[count];
        for (int i = 0; i < count; i++) {
            int offset = field.offset(isTwo);
            out[i] = isTwo ? bytes.getDouble(offset + 8 * i) : bytes.getFloat(offset + 4 * i);
        }
        return out;
    }

    /** Returns the magic, a character for each of its four or eight bytes. */
    String magic() {
        byte[] magic = new byte[isTwo ? 8 : 4];
        bytes.get(NiftiField.MAGIC.offset(isTwo), magic);
        return new String(magic, StandardCharsets.ISO_8859_1);
    }

    /** Returns an exception at number {@code i} of a field of reals or sizes. */
    VolumeFormatException wrong(NiftiField field, int i, String message) {
        int width = isTwo ? 8 : field == NiftiField.DIM ? 2 : 4;
        return new VolumeFormatException(file, field.offset(isTwo) + (long) width * i, message);
    }

    /** Returns an exception at a field. */
    VolumeFormatException wrong(NiftiField field, String message) {
        return wrong(field, 0, message);
    }
}
