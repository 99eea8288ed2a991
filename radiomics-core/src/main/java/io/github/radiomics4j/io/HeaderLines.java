package io.github.radiomics4j.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a header that is text, one after the other; they end in \n or \r\n. */
final class HeaderLines implements AutoCloseable {
    /** Far beyond any header; keys of a segmentation with hundreds of segments take tens of kilobytes. */
    private static final int MAXIMUM_BYTES = 1 << 20;

    private static final int LONGEST_SHOWN = 80;

    private final Path file;
    private final InputStream in;
    private long position;

    private HeaderLines(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static HeaderLines open(Path file) throws IOException {
        return new HeaderLines(file, new BufferedInputStream(PlainBytes.openAt(file, 0)));
    }

    /** Returns the offset of the first byte of the next line. */
    long position() {
        return position;
    }

    /** Returns the next line without its end, or null at the end of the file. */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int b = in.read();
            if (b < 0) {
                return line.size() == 0 ? null : text(line);
            }
            if (++position > MAXIMUM_BYTES) {
                throw new VolumeFormatException(
                        file, position, "a header must have at most " + MAXIMUM_BYTES + " bytes, found more");
            }
            if (b == '\n') {
                return text(line);
            }
            line.write(b);
        }
    }

    private static String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Returns what is shown of {@code text} in an error. */
    static String shown(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String printable = text.replaceAll("[^ -~]", "?");
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "...";
    }
}
