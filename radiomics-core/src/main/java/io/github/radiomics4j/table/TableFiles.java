package io.github.radiomics4j.table;

import io.github.radiomics4j.table.FeatureTable.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@link FeatureTable} in files, as {@link FeatureTable#write(Path)} describes them. */
final class TableFiles {
    private static final String CASE = "case";
    private static final List<String> REASONS_HEADER = List.of(CASE, "column", "reason");

    private TableFiles() {}

    /** Writes the reasons first: a table never lies there with another's reasons unless the machine stops in between. */
    static void write(FeatureTable table, Path path) throws IOException {
        Path reasons = reasonsPath(path);
        if (table.nanReasons().isEmpty()) {
            Files.deleteIfExists(reasons);
        } else {
            CsvFile.write(reasons, csv -> {
                csv.writeRecord(REASONS_HEADER);
                table.nanReasons().forEach((cell, reason) -> csv.writeRecord(cell.caseId(), cell.column(), reason));
            });
        }
        CsvFile.write(path, csv -> {
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
        CsvFile.forEachRecord(path, record -> {
            if (names.isEmpty()) {
                names.addAll(checkedHeader(record));
                return;
            }
            CsvFile.checkLength(names.size(), record);
            String id = record.get(0);
            FeatureTable.checkName("a case id", id);
            if (!seen.add(id)) {
                throw new IllegalArgumentException("there must be one row per case, found a second one of " + id);
            }
            double[] values = new double[names.size() - 1];
            for (int j = 0; j < values.length; j++) {
                values[j] = CsvFile.number(id, names.get(j + 1), record.get(j + 1));
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

    /** Returns the reasons in {@code path} for values of {@code table}; none where there is no such file. */
    private static Map<Cell, String> readReasons(FeatureTable table, Path path) throws IOException {
        Map<Cell, String> reasons = new LinkedHashMap<>();
        if (!Files.exists(path)) {
            return reasons;
        }
        List<String> header = new ArrayList<>();
        CsvFile.forEachRecord(path, record -> {
            if (header.isEmpty()) {
                header.addAll(record);
                if (!header.equals(REASONS_HEADER)) {
                    throw new IllegalArgumentException("the header must be " + REASONS_HEADER + ", found " + header);
                }
                return;
            }
            CsvFile.checkLength(REASONS_HEADER.size(), record);
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
}
