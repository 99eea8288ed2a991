package io.github.radiomics4j.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The lines of an NRRD header: "field: text" by field, each once; comments (#) and "key:=value" are passed over. An empty
 * line ends the header; where the data are in other files, the end of the file may do so too.
 *
 * @param file the file
 * @param lines text and place of each field
 * @param list the lines that follow where the data are in a list of files
 * @param end offset of the first byte after the header
 */
record NrrdFields(Path file, Map<String, Line> lines, List<String> list, long end) {
    static final String DATA_FILE = "data file";

    private static final Set<String> KNOWN = Set.of(
            "content",
            "number",
            "type",
            "block size",
            "dimension",
            "space",
            "space dimension",
            "sizes",
            "spacings",
            "thicknesses",
            "axis mins",
            "axis maxs",
            "space directions",
            "centers",
            "kinds",
            "labels",
            "units",
            "min",
            "max",
            "old min",
            "old max",
            "endian",
            "encoding",
            "line skip",
            "byte skip",
            "sample units",
            "space units",
            "space origin",
            "measurement frame",
            DATA_FILE);

    /** What stands behind a field, and where its line begins. */
    record Line(String text, long offset) {}

    static NrrdFields read(Path file) throws IOException {
        Map<String, Line> lines = new LinkedHashMap<>();
        try (HeaderLines reader = HeaderLines.open(file)) {
            String magic = reader.next();
            if (magic == null || !magic.matches("NRRD000[1-5]")) {
                throw new VolumeFormatException(
                        file,
                        0,
                        "the first line must be NRRD0001 to NRRD0005, found \"" + HeaderLines.shown(magic) + "\"");
            }
            while (true) {
                long offset = reader.position();
                String line = reader.next();
                if (line == null && lines.containsKey(DATA_FILE)) {
                    return new NrrdFields(file, lines, List.of(), offset);
                }
                if (line == null) {
                    throw new VolumeFormatException(
                            file, offset, "an empty line must end the header, found the end of the file");
                }
                if (line.isEmpty()) {
                    return new NrrdFields(file, lines, List.of(), reader.position());
                }
                add(file, lines, line, offset);
                if (lines.containsKey(DATA_FILE) && lines.get(DATA_FILE).text().startsWith("LIST")) {
                    return new NrrdFields(file, lines, list(reader), reader.position());
                }
            }
        }
    }

    private static List<String> list(HeaderLines reader) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            if (!line.isBlank()) {
                names.add(line.strip());
            }
        }
        return names;
    }

    private static void add(Path file, Map<String, Line> lines, String line, long offset) throws VolumeFormatException {
        if (line.startsWith("#")) {
            return;
        }
        int colon = line.indexOf(": ");
        int key = line.indexOf(":=");
        String field = colon < 0 ? "" : canonical(line.substring(0, colon));
        if (!KNOWN.contains(field)) {
            if (key >= 0) {
                return;
            }
            throw new VolumeFormatException(
                    file,
                    offset,
                    "a line must be \"field: text\" or \"key:=value\", found \"" + HeaderLines.shown(line) + "\"");
        }
        if (lines.put(field, new Line(line.substring(colon + 2).strip(), offset)) != null) {
            throw new VolumeFormatException(file, offset, "a field must be given once, found \"" + field + "\" again");
        }
    }

    private static String canonical(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        if (name.equals("centerings")) {
            return "centers";
        }
        for (String known : KNOWN) {
            if (known.replace(" ", "").equals(name)) {
                return known;
            }
        }
        return name;
    }

    boolean has(String field) {
        return lines.containsKey(field);
    }

    /** Returns the text of a field that must be there. */
    String text(String field) throws VolumeFormatException {
        Line line = lines.get(field);
        if (line == null) {
            throw new VolumeFormatException(file, end, "the header must have the field \"" + field + "\", found none");
        }
        return line.text();
    }

    /** Returns the words of a field, which must be {@code count}. */
    List<String> words(String field, int count) throws VolumeFormatException {
        List<String> words = List.of(text(field).split("\\s+"));
        if (words.size() != count) {
            throw wrong(
                    field, field + " must be " + count + " words, found \"" + HeaderLines.shown(text(field)) + "\"");
        }
        return words;
    }

    long integer(String field) throws VolumeFormatException {
        return parseLong(field, text(field));
    }

    double[] numbers(String field, int count) throws VolumeFormatException {
        List<String> words = words(field, count);
        double[] out = new double[count];
        for (int i = 0; i < count; i++) {
            out[i] = parseDouble(field, words.get(i));
        }
        return out;
    }

    /** Returns vectors in parentheses; an empty array for "none". */
    List<double[]> vectors(String field, int count) throws VolumeFormatException {
        String text = text(field);
        List<double[]> out = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("none", at)) {
                out.add(new double[0]);
                at += 4;
            } else {
                int close = text.indexOf(')', at);
                if (text.charAt(at) != '(' || close < 0) {
                    throw wrong(field, "vectors must be (a,b,c) or none, found \"" + HeaderLines.shown(text) + "\"");
                }
                String[] numbers = text.substring(at + 1, close).split(",", -1);
                double[] vector = new double[numbers.length];
                for (int i = 0; i < numbers.length; i++) {
                    vector[i] = parseDouble(field, numbers[i].strip());
                }
                out.add(vector);
                at = close + 1;
            }
        }
        if (out.size() != count) {
            throw wrong(field, field + " must be " + count + " vectors, found \"" + HeaderLines.shown(text) + "\"");
        }
        return out;
    }

    long parseLong(String field, String word) throws VolumeFormatException {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw wrong(field, field + " must be whole numbers, found \"" + HeaderLines.shown(word) + "\"");
        }
    }

    private double parseDouble(String field, String word) throws VolumeFormatException {
        if (word.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw wrong(field, field + " must be numbers, found \"" + HeaderLines.shown(word) + "\"");
        }
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
