package io.github.radiomics4j.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/** The records of a CSV file, whatever they mean: read with their lines, written whole or not at all. */
final class CsvFile {
    /** Columns of the widest table that is believed; the reader's own limit of 16,384 is too narrow for deep features. */
    private static final int MOST_COLUMNS = 1 << 20;

    private static final int MOST_CHARACTERS = 1 << 28;

    private CsvFile() {}

    /** Gives each record to {@code action}, whose IllegalArgumentException is told with path and line. */
    static void forEachRecord(Path path, Consumer<List<String>> action) throws IOException {
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
    static void write(Path path, Consumer<CsvWriter> content) throws IOException {
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

    static void checkLength(int expected, List<String> record) {
        if (record.size() != expected) {
            throw new IllegalArgumentException("a row must have " + expected + " cells, found " + record.size());
        }
    }

    /** Returns the number in a cell: what Python or Java print, and nothing else that Java would take for a number. */
    static double number(String caseId, String column, String cell) {
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

    static boolean isDecimal(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789.+-eE".indexOf(cell.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
