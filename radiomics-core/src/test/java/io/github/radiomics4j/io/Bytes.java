package io.github.radiomics4j.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPOutputStream;

/** Samples as they stand in files. */
final class Bytes {
    private Bytes() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Stores numbers given as text. */
    static byte[] of(SampleType type, ByteOrder order, String... numbers) {
        ByteBuffer out = ByteBuffer.allocate(numbers.length * type.bytes()).order(order);
        for (String number : numbers) {
            switch (type) {
                case UINT8, INT8 -> out.put((byte) Integer.parseInt(number));
                case UINT16, INT16 -> out.putShort((short) Integer.parseInt(number));
                case UINT32, INT32 -> out.putInt((int) Long.parseLong(number));
                case UINT64 -> out.putLong(Long.parseUnsignedLong(number));
                case INT64 -> out.putLong(Long.parseLong(number));
                case FLOAT32 -> out.putFloat(Float.parseFloat(number));
                case FLOAT64 -> out.putDouble(Double.parseDouble(number));
            }
        }
        return out.array();
    }

    /** Numbers that fill the range of {@code type}, and are exact in it. */
    static String[] extremes(SampleType type) {
        return switch (type) {
            case UINT8 -> new String[] {"0", "1", "127", "128", "254", "255"};
            case INT8 -> new String[] {"-128", "-1", "0", "1", "100", "127"};
            case UINT16 -> new String[] {"0", "1", "32767", "32768", "65534", "65535"};
            case INT16 -> new String[] {"-32768", "-1", "0", "1", "256", "32767"};
            case UINT32, UINT64 -> new String[] {"0", "1", "2147483647", "2147483648", "4294967294", "4294967295"};
            case INT32, INT64 -> new String[] {"-2147483648", "-1", "0", "1", "65536", "2147483647"};
            case FLOAT32, FLOAT64 -> new String[] {"-1.5", "0", "0.25", "1", "1048576.5", "-3.0517578125E-5"};
        };
    }
}
