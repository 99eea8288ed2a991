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
        forEachRecord(path, csv -> {
            if (names.isEmpty()) {
                names.addAll(header(path, csv));
                return;
            }
            if (csv.getFieldCount() != names.size()) {
                throw wrong(path, csv, "a row must have " + names.size() + " cells, found " + csv.getFieldCount());
            }
            String id = csv.getField(0);
            if (!seen.add(id)) {
                throw wrong(path, csv, "there must be one row per case, found a second one of " + id);
            }
            double[] values = new double[names.size() - 1];
            for (int j = 0; j < values.length; j++) {
                values[j] = number(path, csv, id, names.get(j + 1), csv.getField(j + 1));
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
        try {
            FeatureTable table = FeatureTable.of(ids, names.subList(1, names.size()), columns);
            return withReasons(table, reasonsPath(path), columns);
        } catch (IllegalArgumentException e) {
            throw new TableFormatException(path, 1, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the file of the reasons of the table in {@code path}: features.nan-reasons.csv for features.csv. */
    static Path reasonsPath(Path path) {
        String name = String.valueOf(path.getFileName());
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return path.resolveSibling(stem + ".nan-reasons.csv");
    }

    private static List<String> header(Path path, CsvRecord csv) {
        List<String> names = csv.getFields();
        if (!names.get(0).equals(CASE)) {
            throw wrong(path, csv, "the first column must be '" + CASE + "', found '" + names.get(0) + "'");
        }
        return names;
    }

    private static FeatureTable withReasons(FeatureTable table, Path path, double[][] columns) throws IOException {
        if (!Files.exists(path)) {
            return table;
        }
        Map<Cell, String> reasons = new LinkedHashMap<>();
        boolean[] isHeader = {true};
        forEachRecord(path, csv -> {
            if (isHeader[0]) {
                isHeader[0] = false;
                if (!csv.getFields().equals(REASONS_HEADER)) {
                    throw wrong(path, csv, "the header must be " + REASONS_HEADER + ", found " + csv.getFields());
                }
                return;
            }
            if (csv.getFieldCount() != REASONS_HEADER.size()) {
                throw wrong(path, csv, "a row must have 3 cells, found " + csv.getFieldCount());
            }
            Cell cell = new Cell(csv.getField(0), csv.getField(1));
            if (!table.containsCase(cell.caseId()) || !table.containsColumn(cell.column())) {
                throw wrong(path, csv, "the table has no " + cell.column() + " of case " + cell.caseId());
            }
            if (!Double.isNaN(table.value(cell.caseId(), cell.column()))) {
                throw wrong(path, csv, cell.column() + " of case " + cell.caseId() + " is a number in the table");
            }
            if (reasons.put(cell, csv.getField(2)) != null) {
                throw wrong(
                        path, csv, cell.column() + " of case " + cell.caseId() + " must have one reason, found two");
            }
        });
        return FeatureTable.of(table.caseIds(), table.columnNames(), columns, reasons);
    }

    /** Returns the number in a cell: what Python or Java print, and nothing else that Java would take for a number. */
    private static double number(Path path, CsvRecord csv, String caseId, String column, String cell) {
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
                if (isDecimal(cell)) {
                    try {
                        return Double.parseDouble(cell);
                    } catch (NumberFormatException e) {
                        // said below
                    }
                }
                throw wrong(
                        path, csv, column + " of case " + caseId + " must be a number with '.', found '" + cell + "'");
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

    private static void forEachRecord(Path path, Consumer<CsvRecord> action) throws IOException {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxRecordSize(MOST_CHARACTERS)
                .build();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(handler, path)) {
            csv.forEach(action);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            // The message names the line; the cause is what was found there.
            Throwable found = e.getCause() == null ? e : e.getCause();
            throw new TableFormatException(path, e.getMessage() + ": " + found.getMessage(), e);
        }
    }

    private static UncheckedIOException wrong(Path path, CsvRecord csv, String message) {
        return new UncheckedIOException(new TableFormatException(path, csv.getStartingLineNumber(), message));
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
