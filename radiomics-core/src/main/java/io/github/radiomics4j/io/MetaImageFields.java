package io.github.radiomics4j.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lines of a MetaImage header: "field = text" (or a colon) by field, each once; ElementDataFile is the last. Fields of
 * a name that MetaIO does not know are passed over.
 *
 * @param file the file
 * @param lines text and place of each field
 * @param list the lines that follow where the last field is a list of files
 * @param end offset of the first byte after the header
 */
record MetaImageFields(Path file, Map<String, Line> lines, List<String> list, long end) {
    static final String DATA_FILE = "ElementDataFile";

    /** Names of one thing; the first is that which is used here. */
    private static final List<List<String>> SYNONYMS = List.of(
            List.of("TransformMatrix", "Rotation", "Orientation"),
            List.of("Offset", "Position", "Origin"),
            List.of("BinaryDataByteOrderMSB", "ElementByteOrderMSB"));

    private static final Set<String> ONCE = Set.of(
            "ObjectType",
            "NDims",
            "DimSize",
            "BinaryData",
            "BinaryDataByteOrderMSB",
            "CompressedData",
            "CompressedDataSize",
            "TransformMatrix",
            "Offset",
            "DistanceUnits",
            "ElementSpacing",
            "ElementSize",
            "ElementType",
            "ElementNumberOfChannels",
            "ElementToIntensityFunctionSlope",
            "ElementToIntensityFunctionOffset",
            "HeaderSize");

    /** What stands behind a field, and where its line begins. */
    record Line(String text, long offset) {}

    /** Returns whether {@code line} is the beginning of a header. */
    static boolean isFirst(String line) {
        String field = field(line);
        return field.equals("ObjectType") || field.equals("NDims") || field.equals("Comment");
    }

    static MetaImageFields read(Path file) throws IOException {
        Map<String, Line> lines = new LinkedHashMap<>();
        try (HeaderLines reader = HeaderLines.open(file)) {
            while (true) {
                long offset = reader.position();
                String line = reader.next();
                if (line == null) {
                    throw new VolumeFormatException(
                            file, offset, "a header must end with ElementDataFile, found the end of the file");
                }
                if (line.isBlank()) {
                    continue;
                }
                String field = field(line);
                if (field.isEmpty()) {
                    throw new VolumeFormatException(
                            file, offset, "a line must be \"field = text\", found \"" + HeaderLines.shown(line) + "\"");
                }
                String text = line.substring(separator(line) + 1).strip();
                String name = canonical(field);
                if (lines.put(name, new Line(text, offset)) != null && ONCE.contains(name)) {
                    throw new VolumeFormatException(
                            file, offset, "a field must be given once, found " + field + " again");
                }
                if (field.equals(DATA_FILE)) {
                    return new MetaImageFields(file, lines, list(text, reader), reader.position());
                }
            }
        }
    }

    private static List<String> list(String text, HeaderLines reader) throws IOException {
        List<String> names = new ArrayList<>();
        if (text.startsWith("LIST")) {
            for (String line = reader.next(); line != null; line = reader.next()) {
                if (!line.isBlank()) {
                    names.add(line.strip());
                }
            }
        }
        return names;
    }

    private static String field(String line) {
        int end = separator(line);
        return end < 0 ? "" : line.substring(0, end).strip();
    }

    /** Returns where the first = or : stands; negative if there is none. */
    private static int separator(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
    }

    private static String canonical(String field) {
        for (List<String> names : SYNONYMS) {
            if (names.contains(field)) {
                return names.get(0);
            }
        }
        return field;
    }

    boolean has(String field) {
        return lines.containsKey(field);
    }

    /** Returns the text of a field that must be there. */
    String text(String field) throws VolumeFormatException {
        return optional(field).orElseThrow(() -> wrong(field, "the header must have the field " + field));
    }

    Optional<String> optional(String field) {
        return Optional.ofNullable(lines.get(field)).map(Line::text);
    }

    /** Returns whether a field is true; {@code otherwise} where it is absent. */
    boolean isTrue(String field, boolean otherwise) throws VolumeFormatException {
        if (!has(field)) {
            return otherwise;
        }
        return switch (text(field).toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> throw wrong(field, field + " must be True or False, found \"" + shown(field) + "\"");
        };
    }

    /** Returns the whole number of a field; {@code otherwise} where it is absent. */
    long integer(String field, long otherwise) throws VolumeFormatException {
        return has(field) ? integers(field, 1)[0] : otherwise;
    }

    long[] integers(String field, int count) throws VolumeFormatException {
        String[] words = words(field, count);
        long[] out = new long[count];
        try {
            for (int i = 0; i < count; i++) {
                out[i] = Long.parseLong(words[i]);
            }
            return out;
        } catch (NumberFormatException e) {
            throw wrong(field, field + " must be whole numbers, found \"" + shown(field) + "\"");
        }
    }

    double[] numbers(String field, int count) throws VolumeFormatException {
        String[] words = words(field, count);
        double[] out = new double[count];
        try {
            for (int i = 0; i < count; i++) {
                out[i] = Double.parseDouble(words[i]);
            }
        } catch (NumberFormatException e) {
            throw wrong(field, field + " must be numbers, found \"" + shown(field) + "\"");
        }
        for (double number : out) {
            if (!Double.isFinite(number)) {
                throw wrong(field, field + " must be finite, found \"" + shown(field) + "\"");
            }
        }
        return out;
    }

    private String[] words(String field, int count) throws VolumeFormatException {
        String[] words = text(field).split("\\s+");
        if (words.length != count) {
            throw wrong(field, field + " must be " + count + " words, found \"" + shown(field) + "\"");
        }
        return words;
    }

    /** Returns what is shown of a field in an error. */
    String shown(String field) {
        return HeaderLines.shown(optional(field).orElse(""));
    }

    /** Returns an exception at the line of {@code field}. */
    VolumeFormatException wrong(String field, String message) {
        return new VolumeFormatException(file, offset(field), message);
    }

    /** Returns where the line of {@code field} begins; the end of the header where it has none. */
    long offset(String field) {
        Line line = lines.get(field);
        return line == null ? end : line.offset();
    }
}
