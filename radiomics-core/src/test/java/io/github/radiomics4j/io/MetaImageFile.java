package io.github.radiomics4j.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes MetaImage files, right and wrong ones: the lines as given, that of the data file, then the data. */
final class MetaImageFile {
    private final List<String> lines = new ArrayList<>();
    private String dataFile = "LOCAL";
    private byte[] data = new byte[0];

    /** A header of 2 x 3 x 4 16-bit integers, with their samples. */
    static MetaImageFile small(String... more) {
        MetaImageFile file = new MetaImageFile();
        file.lines.addAll(List.of("ObjectType = Image", "NDims = 3", "DimSize = 2 3 4", "ElementType = MET_SHORT"));
        file.lines.addAll(List.of(more));
        return file.data(new byte[48]);
    }

    /** Puts {@code line} in the place of the line of the same field. */
    MetaImageFile with(String line) {
        String field = line.substring(0, line.indexOf('='));
        lines.replaceAll(old -> old.startsWith(field) ? line : old);
        return this;
    }

    MetaImageFile without(String field) {
        lines.removeIf(line -> line.startsWith(field));
        return this;
    }

    /** Data elsewhere; the lines of a list follow. */
    MetaImageFile dataFile(String text) {
        this.dataFile = text;
        return data(new byte[0]);
    }

    MetaImageFile data(byte[] data) {
        this.data = data;
        return this;
    }

    byte[] bytes() {
        String header = String.join("\n", lines) + "\nElementDataFile = " + dataFile + "\n";
        return Bytes.join(header.getBytes(StandardCharsets.UTF_8), data);
    }
}
