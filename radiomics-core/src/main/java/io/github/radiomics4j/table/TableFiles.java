package io.github.radiomics4j.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.radiomics4j.table.FeatureTable.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A {@link FeatureTable} in files, as {@link FeatureTable#write(Path)} describes them. */
final class TableFiles {
    private static final String CASE = "case";
    private static final List<String> REASONS_HEADER = List.of(CASE, "column", "reason");

    /** Columns of the widest table that is believed; the reader's own limit of 16,384 is too narrow for deep features. */
    private static final int MOST_COLUMNS = 1 << 20;

    private static final int MOST_CHARACTERS = 1 << 28;

    private TableFiles() {}

    /** Writes the reasons first: a table never lies there with another's reasons unless the machine stops in between. */
    static void write(FeatureTable table, Path path) throws IOException {
        Path reasons = reasonsPath(path);
        if (table.nanReasons().isEmpty()) {
            Files.deleteIfExists(reasons);
        } else {
            writeWhole(reasons, csv -> {
                csv.writeRecord(REASONS_HEADER);
                table.nanReasons().forEach((cell, reason) -> csv.writeRecord(cell.caseId(), cell.column(), reason));
            });
        }
        writeWhole(path, csv -> {
            String[] record = new String[table.columnCount() + 1];
            record[0] = CASE;
            for (int j = 1; j < record.length; j++) {
                record[j] = table.columnNames().get(j - 1);
            }
            csv.writeRecord(record);
            for (String caseId : table.caseIds()) {
                double[] values = table.row(caseId);
                record[0] = caseId;
                for (int j = 1; j < record.length; j++) {
                    record[j] = ShortestDecimal.toString(values[j - 1]);
                }
                csv.writeRecord(record);
            }
        });
    }

    static FeatureTable read(Path path) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        forEachRecord(path, record -> {
            if (names.isEmpty()) {
                names.addAll(checkedHeader(record));
                return;
            }
            checkLength(names.size(), record);
            String id = record.get(0);
            FeatureTable.checkName("a case id", id);
            if (!seen.add(id)) {
                throw new IllegalArgumentException("there must be one row per case, found a second one of " + id);
            }
            double[] values = new double[names.size() - 1];
            for (int j = 0; j < values.length; j++) {
                values[j] = number(id, names.get(j + 1), record.get(j + 1));
            }
            ids.add(id);
            rows.add(values);
        });
        if (names.isEmpty()) {
            throw new TableFormatException(path, 1, "a table must begin with a header, found an empty file");
        }
        double[][] columns = new double[names.size() - 1][ids.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows.get(i)[j];
            }
        }
        List<String> columnNames = names.subList(1, names.size());
        Map<Cell, String> reasons = readReasons(FeatureTable.of(ids, columnNames, columns), reasonsPath(path));
        return FeatureTable.of(ids, columnNames, columns, reasons);
    }

    /** Returns the file of the reasons of the table in {@code path}: features.nan-reasons.csv for features.csv. */
    static Path reasonsPath(Path path) {
        String name = String.valueOf(path.getFileName());
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return path.resolveSibling(stem + ".nan-reasons.csv");
    }

    private static List<String> checkedHeader(List<String> header) {
        if (!header.get(0).equals(CASE)) {
            throw new IllegalArgumentException(
                    "the first column must be '" + CASE + "', found '" + header.get(0) + "'");
        }
        List<String> columns = header.subList(1, header.size());
        columns.forEach(name -> FeatureTable.checkName("a column name", name));
        FeatureTable.checkDistinct("columns", columns);
        return header;
    }

    private static void checkLength(int expected, List<String> record) {
        if (record.size() != expected) {
            throw new IllegalArgumentException("a row must have " + expected + " cells, found " + record.size());
        }
    }

    /** Returns the reasons in {@code path} for values of {@code table}; none where there is no such file. */
    private static Map<Cell, String> readReasons(FeatureTable table, Path path) throws IOException {
        Map<Cell, String> reasons = new LinkedHashMap<>();
        if (!Files.exists(path)) {
            return reasons;
        }
        List<String> header = new ArrayList<>();
        forEachRecord(path, record -> {
            if (header.isEmpty()) {
                header.addAll(record);
                if (!header.equals(REASONS_HEADER)) {
                    throw new IllegalArgumentException("the header must be " + REASONS_HEADER + ", found " + header);
                }
                return;
            }
            checkLength(REASONS_HEADER.size(), record);
            Cell cell = new Cell(record.get(0), record.get(1));
            String place = cell.column() + " of case " + cell.caseId();
            if (!table.containsCase(cell.caseId()) || !table.containsColumn(cell.column())) {
                throw new IllegalArgumentException("the table has no " + place);
            }
            if (!Double.isNaN(table.value(cell.caseId(), cell.column()))) {
                throw new IllegalArgumentException(place + " is a number in the table");
            }
            if (reasons.put(cell, record.get(2)) != null) {
                throw new IllegalArgumentException(place + " must have one reason, found two");
            }
        });
        return reasons;
    }

    /** Returns the number in a cell: what Python or Java print, and nothing else that Java would take for a number. */
    private static double number(String caseId, String column, String cell) {
        switch (cell) {
            case "", "nan", "NaN" -> {
                return Double.NaN;
            }
            case "inf", "Infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf", "-Infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                try {
                    if (isDecimal(cell)) {
                        return Double.parseDouble(cell);
                    }
                } catch (NumberFormatException e) {
                    // said below
                }
                throw new IllegalArgumentException(
                        column + " of case " + caseId + " must be a number with '.', found '" + cell + "'");
            }
        }
    }

    private static boolean isDecimal(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789.+-eE".indexOf(cell.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Gives each record to {@code action}, whose IllegalArgumentException is told with path and line. */
    private static void forEachRecord(Path path, Consumer<List<String>> action) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxRecordSize(MOST_CHARACTERS)
                .build();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .build(handler, path)) {
            for (CsvRecord record : csv) {
                try {
                    action.accept(record.getFields());
                } catch (IllegalArgumentException e) {
                    throw new TableFormatException(
                            path, record.getStartingLineNumber(), String.valueOf(e.getMessage()));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            // Its message names the line; what is wrong there may be said by its cause.
            throw new TableFormatException(path, e);
        }
    }

    /** Writes beside {@code path} and then moves, so that a reader sees the old file or the new one. */
    private static void writeWhole(Path path, Consumer<CsvWriter> content) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(part)) {
                content.accept(csv);
            }
            try {
                Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
