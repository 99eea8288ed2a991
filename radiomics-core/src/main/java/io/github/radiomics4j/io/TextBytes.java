package io.github.radiomics4j.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Samples that stand as text from {@code offset} on: as decimal numbers between white space or commas, which become
 * little-endian samples, or as two hexadecimal digits a byte.
 */
record TextBytes(Path file, long offset, long atMost, SampleType type, boolean isHex) implements VoxelBytes {
    /** No number needs more characters. */
    private static final int LONGEST_NUMBER = 400;

    static TextBytes decimal(Path file, long offset, SampleType type) throws IOException {
        // A digit and a blank for each sample but the last.
        return new TextBytes(file, offset, (rest(file, offset) + 1) / 2 * type.bytes(), type, false);
    }

    static TextBytes hexadecimal(Path file, long offset, SampleType type) throws IOException {
        return new TextBytes(file, offset, rest(file, offset) / 2, type, true);
    }

    private static long rest(Path file, long offset) throws IOException {
        return Math.max(0, Files.size(file) - offset);
    }

    /** Text grows on the way like compressed data, so that only a bound of its bytes is known. */
    @Override
    public boolean isCompressed() {
        return true;
    }

    @Override
    public InputStream open(long position) throws IOException {
        InputStream in = new Decoded(new BufferedInputStream(PlainBytes.openAt(file, offset)));
        try {
            GzipBytes.skip(in, position);
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The bytes that the text stands for, one sample or byte at a time. */
    private final class Decoded extends InputStream {
        private final InputStream text;
        private long at = offset;
        private final ByteBuffer sample = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

        Decoded(InputStream text) {
            this.text = text;
            sample.limit(0);
        }

        @Override
        public int read() throws IOException {
            if (isHex) {
                return nextByte();
            }
            if (!sample.hasRemaining() && !nextSample()) {
                return -1;
            }
            return sample.get() & 0xff;
        }

        @Override
        public int read(byte[] out, int from, int length) throws IOException {
            // Errors must come through, which those of the inherited method do not behind the first byte.
            for (int i = 0; i < length; i++) {
                int b = read();
                if (b < 0) {
                    return i == 0 ? -1 : i;
                }
                out[from + i] = (byte) b;
            }
            return length;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }

        private int nextByte() throws IOException {
            int high = skipBlanks();
            if (high < 0) {
                return -1;
            }
            int low = next();
            int value = 16 * Character.digit(high, 16) + Character.digit(low, 16);
            if (Character.digit(high, 16) < 0 || low < 0 || Character.digit(low, 16) < 0) {
                throw wrong(at - 1, "bytes must be two hexadecimal digits, found something else");
            }
            return value;
        }

        private boolean nextSample() throws IOException {
            int c = skipBlanks();
            if (c < 0) {
                return false;
            }
            long start = at - 1;
            StringBuilder word = new StringBuilder();
            while (c >= 0 && !isBlank(c)) {
                if (word.length() == LONGEST_NUMBER) {
                    throw wrong(start, "a number must have at most " + LONGEST_NUMBER + " characters, found more");
                }
                word.append((char) c);
                c = next();
            }
            try {
                sample.clear();
                put(word.toString());
                sample.flip();
                return true;
            } catch (NumberFormatException e) {
                throw wrong(start, "voxels must be " + type + ", found \"" + HeaderLines.shown(word.toString()) + "\"");
            }
        }

        private void put(String word) {
            switch (type) {
                case UINT8 -> sample.put((byte) whole(word, 0, 0xff));
                case INT8 -> sample.put((byte) whole(word, Byte.MIN_VALUE, Byte.MAX_VALUE));
                case UINT16 -> sample.putShort((short) whole(word, 0, 0xffff));
                case INT16 -> sample.putShort((short) whole(word, Short.MIN_VALUE, Short.MAX_VALUE));
                case UINT32 -> sample.putInt((int) whole(word, 0, 0xffffffffL));
                case INT32 -> sample.putInt((int) whole(word, Integer.MIN_VALUE, Integer.MAX_VALUE));
                case UINT64 -> sample.putLong(Long.parseUnsignedLong(word));
                case INT64 -> sample.putLong(Long.parseLong(word));
                case FLOAT32 -> sample.putFloat(Float.parseFloat(spelled(word)));
                case FLOAT64 -> sample.putDouble(Double.parseDouble(spelled(word)));
            }
        }

        private long whole(String word, long minimum, long maximum) {
            long value = Long.parseLong(word);
            if (value < minimum || value > maximum) {
                throw new NumberFormatException();
            }
            return value;
        }

        /** Java spells what is not finite otherwise than C. */
        private String spelled(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "nan", "-nan" -> "NaN";
                case "inf", "+inf", "infinity" -> "Infinity";
                case "-inf", "-infinity" -> "-Infinity";
                default -> word;
            };
        }

        private int skipBlanks() throws IOException {
            int c = next();
            while (c >= 0 && isBlank(c)) {
                c = next();
            }
            return c;
        }

        private static boolean isBlank(int c) {
            return c == ' ' || c == ',' || c >= '\t' && c <= '\r';
        }

        private int next() throws IOException {
            at++;
            return text.read();
        }

        private VolumeFormatException wrong(long where, String message) {
            return new VolumeFormatException(file, where, message);
        }
    }
}
