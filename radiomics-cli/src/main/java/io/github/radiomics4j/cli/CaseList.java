package io.github.radiomics4j.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.radiomics4j.extract.LesionCase;
import io.github.radiomics4j.io.VolumeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list of cases as PyRadiomics has it: a CSV file with the columns {@code Image} and {@code Mask}, whose paths are
 * relative to it, and, if wanted, {@code Label} and {@code Label_channel}; all columns are copied through.
 *
 * @param columns that are copied, in the order of the file
 * @param cases in the order of the file
 */
record CaseList(List<String> columns, List<Case> cases) {
    private static final String ID = "case";
    private static final String IMAGE = "Image";
    private static final String MASK = "Mask";
    private static final String LABEL = "Label";
    private static final String LABEL_CHANNEL = "Label_channel";

    /** A whole number, also as a spreadsheet writes it in a column with blank cells: 2.0. */
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})(\\.0*)?");

    private static final Pattern SUM = Pattern.compile("\\d{1,9}(\\s*\\+\\s*\\d{1,9})+");

    /**
     * One line of the list.
     *
     * @param number counted from 1
     * @param image found from the place of the list
     * @param mask found from the place of the list
     * @param lesion opens the two
     */
    record Case(int number, Path image, Path mask, LesionCase lesion) {}

    /**
     * Reads a list.
     *
     * @param idColumn whose texts name the cases; null: {@code case} where there is one, else {@code Case-1} and so on
     * @param maskReader reads the masks where {@code Label_channel} is blank
     * @throws BadInputException if a column is missing, a path is blank, a label cannot be read or an id occurs twice
     */
    static CaseList read(Path file, @Nullable String idColumn, VolumeReader maskReader) throws BadInputException {
        List<Case> cases = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                if (cases.isEmpty()) {
                    columns.addAll(copiedColumns(file, line.getHeader(), idColumn));
                }
                if (line.getFieldCount() != line.getHeader().size()) {
                    throw bad(
                            file,
                            line,
                            "a line must have " + line.getHeader().size() + " cells, found " + line.getFieldCount());
                }
                Case one = parse(file, line, cases.size() + 1, columns, idColumn, maskReader);
                if (!ids.add(one.lesion.id())) {
                    throw bad(file, line, "case ids must occur once, found a second " + one.lesion.id());
                }
                cases.add(one);
            }
        } catch (IOException e) {
            throw BadInputException.of(e);
        } catch (UncheckedIOException e) {
            throw BadInputException.of(Objects.requireNonNull(e.getCause(), "it is made from one"));
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
        if (cases.isEmpty()) {
            throw new BadInputException(file + ": a list needs a header and a case, found none", null);
        }
        return new CaseList(List.copyOf(columns), List.copyOf(cases));
    }

    private static List<String> copiedColumns(Path file, List<String> header, @Nullable String idColumn)
            throws BadInputException {
        List<String> needed = new ArrayList<>(List.of(IMAGE, MASK));
        if (idColumn != null) {
            needed.add(idColumn);
        }
        for (String column : needed) {
            if (!header.contains(column)) {
                throw new BadInputException(
                        file + ", line 1: there must be a column " + column + " (case matters), found " + header, null);
            }
        }
        if (new HashSet<>(header).size() < header.size()) {
            throw new BadInputException(file + ", line 1: columns must differ, found " + header, null);
        }
        return header.stream().filter(column -> !column.equals(ID)).toList();
    }

    private static Case parse(
            Path file,
            NamedCsvRecord line,
            int number,
            List<String> columns,
            @Nullable String idColumn,
            VolumeReader maskReader)
            throws BadInputException {
        Path image = path(file, line, IMAGE);
        Path mask = path(file, line, MASK);
        String id = line.findField(idColumn == null ? ID : idColumn).orElse("Case-" + number);
        VolumeReader reader = VolumeReader.withDefaults();
        try {
            VolumeReader ofMask = withChannel(
                    maskReader, line.findField(LABEL_CHANNEL).orElse("").strip());
            LesionCase lesion = LesionCase.of(id, () -> reader.readImage(image), () -> ofMask.readMask(mask));
            lesion = withLabel(lesion, line.findField(LABEL).orElse("").strip());
            Map<String, String> texts = new LinkedHashMap<>();
            for (String column : columns) {
                texts.put(column, line.getField(column));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                lesion = lesion.withColumn(text.getKey(), text.getValue());
            }
            return new Case(number, image, mask, lesion);
        } catch (IllegalArgumentException e) {
            throw bad(file, line, String.valueOf(e.getMessage()));
        }
    }

    private static Path path(Path file, NamedCsvRecord line, String column) throws BadInputException {
        String text = line.getField(column);
        if (text.isBlank()) {
            throw bad(file, line, column + " must name a file, found a blank cell");
        }
        try {
            return file.resolveSibling(text);
        } catch (InvalidPathException e) {
            throw bad(file, line, column + " must name a file, found " + e.getMessage());
        }
    }

    private static LesionCase withLabel(LesionCase lesion, String label) {
        var whole = WHOLE.matcher(label);
        if (label.isEmpty()) {
            return lesion;
        }
        if (whole.matches()) {
            return lesion.withLabel(Integer.parseInt(whole.group(1)));
        }
        if (SUM.matcher(label).matches()) {
            return lesion.withMergedLabels(Arrays.stream(label.split("\\+"))
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray());
        }
        return switch (label) {
            case "any" -> lesion.withAnyLabel();
            case "each" -> lesion.withEachLabel();
            case "components" -> lesion.withEachComponent();
            default ->
                throw new IllegalArgumentException(
                        "Label must be blank, a whole number, a sum such as 1+2, any, each or components, found '"
                                + label + "'");
        };
    }

    private static VolumeReader withChannel(VolumeReader reader, String channel) {
        if (channel.isEmpty()) {
            return reader;
        }
        var whole = WHOLE.matcher(channel);
        if (!whole.matches()) {
            throw new IllegalArgumentException(
                    "Label_channel must be blank or a whole number, counted from 0, found '" + channel + "'");
        }
        return reader.withChannel(Integer.parseInt(whole.group(1)));
    }

    private static BadInputException bad(Path file, NamedCsvRecord line, String message) {
        return new BadInputException(file + ", line " + line.getStartingLineNumber() + ": " + message, null);
    }
}
