package io.github.radiomics4j.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes NRRD files, right and wrong ones: the lines as given, an empty line, then the data. */
final class NrrdFile {
    private final List<String> lines = new ArrayList<>(List.of("NRRD0005"));
    private byte[] data = new byte[0];

    static NrrdFile of(String... lines) {
        NrrdFile file = new NrrdFile();
        file.lines.addAll(List.of(lines));
        return file;
    }

    /** A header of 2 x 3 x 4 little-endian 16-bit integers, with their samples. */
    static NrrdFile small(String... more) {
        NrrdFile file = of("type: short", "dimension: 3", "sizes: 2 3 4", "encoding: raw", "endian: little");
        file.lines.addAll(List.of(more));
        return file.data(new byte[48]);
    }

    /** Puts {@code line} in the place of the line of the same field. */
    NrrdFile with(String line) {
        String field = line.substring(0, line.indexOf(':') + 1);
        lines.replaceAll(old -> old.startsWith(field) ? line : old);
        return this;
    }

    NrrdFile without(String field) {
        lines.removeIf(line -> line.startsWith(field + ":"));
        return this;
    }

    NrrdFile magic(String magic) {
        lines.set(0, magic);
        return this;
    }

    NrrdFile data(byte[] data) {
        this.data = data;
        return this;
    }

    byte[] header() {
        return (String.join("\n", lines) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A header that ends with {@code last}, and no data. */
    byte[] bytes(String last) {
        return (String.join("\n", lines) + "\n" + last).getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return Bytes.join(header(), data);
    }
}
