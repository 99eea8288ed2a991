package io.github.radiomics4j.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a {@link CovariateTable} stands in a CSV file: a header, and a row per case, in UTF-8.
 *
 * <p>A column whose type is not declared holds numbers if each of its cells is missing or a decimal with '.', and one at
 * least is not missing; else it holds categories. A decimal that begins with a zero and a digit, {@code 007}, is a
 * category: it is an identifier, and would lose its zeros. Categories that are written as plain numbers, such as tumor
 * grades {@code 1} to {@code 3}, have to be declared.
 *
 * @param idColumn the column of the case ids, wherever it stands
 * @param missingMarkers what a cell holds that is missing
 * @param types the declared types by column
 */
public record CovariateCsv(String idColumn, Set<String> missingMarkers, Map<String, CovariateType> types) {

    /** Copies the collections. */
    public CovariateCsv {
        FeatureTable.checkName("the name of the column of the case ids", idColumn);
        missingMarkers = Set.copyOf(missingMarkers);
        types = Map.copyOf(types);
    }

    /**
     * Returns the case ids in {@code case}, as feature tables have them; missing as nothing, {@code NA} as R writes it, and
     * {@code nan} or {@code NaN} as Python and Java do; no declared types.
     */
    public static CovariateCsv withDefaults() {
        return new CovariateCsv("case", Set.of("", "NA", "nan", "NaN"), Map.of());
    }

    /** Returns a copy with the case ids in another column. */
    public CovariateCsv withIdColumn(String idColumn) {
        return new CovariateCsv(idColumn, missingMarkers, types);
    }

    /** Returns a copy with these markers in place of the others; an empty cell is a marker only if it is among them. */
    public CovariateCsv withMissingMarkers(String... missingMarkers) {
        return new CovariateCsv(idColumn, new TreeSet<>(List.of(missingMarkers)), types);
    }

    /** Returns a copy that also declares the type of {@code column}. */
    public CovariateCsv withType(String column, CovariateType type) {
        Map<String, CovariateType> more = new HashMap<>(types);
        more.put(column, type);
        return new CovariateCsv(idColumn, missingMarkers, more);
    }

    /**
     * Reads a table.
     *
     * @throws TableFormatException if the file is not such a table: no column of ids, a declared column that is not there,
     *     a column or an id twice, a row of another length, a cell of a declared column of numbers that is none, a category
     *     that is empty or begins or ends with a blank
     * @throws IOException if the file cannot be read
     */
    public CovariateTable read(Path path) throws IOException {
        List<String> header = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<List<String>> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        CsvFile.forEachRecord(path, record -> {
            if (header.isEmpty()) {
                checkHeader(record);
                header.addAll(record);
                header.forEach(name -> columns.add(new ArrayList<>()));
                return;
            }
            CsvFile.checkLength(header.size(), record);
            String id = record.get(header.indexOf(idColumn));
            FeatureTable.checkName("a case id", id);
            if (!seen.add(id)) {
                throw new IllegalArgumentException("there must be one row per case, found a second one of " + id);
            }
            ids.add(id);
            for (int j = 0; j < record.size(); j++) {
                columns.get(j).add(checkedCell(id, header.get(j), record.get(j)));
            }
        });
        if (header.isEmpty()) {
            throw new TableFormatException(path, 1, "a table must begin with a header, found an empty file");
        }
        CovariateTable table = CovariateTable.of(ids);
        for (int j = 0; j < header.size(); j++) {
            String name = header.get(j);
            if (!name.equals(idColumn)) {
                CovariateType declared = types.get(name);
                table = withColumn(table, name, columns.get(j), declared != null ? declared : inferred(columns.get(j)));
            }
        }
        return table;
    }

    /**
     * Writes {@code table}, the ids first; what is missing is an empty cell, or the first marker there is where an empty cell
     * is none. The file appears whole or not at all. Reading gives an equal table, if the columns of categories that look
     * like numbers are declared.
     *
     * @throws IllegalArgumentException if a column is named as that of the ids, a category is a marker, or a cell is missing
     *     and there is no marker
     * @throws IOException if the file cannot be written
     */
    public void write(CovariateTable table, Path path) throws IOException {
        if (table.containsColumn(idColumn)) {
            throw new IllegalArgumentException(
                    "the case ids need a column of their own, but another is named " + idColumn);
        }
        List<List<String>> records = new ArrayList<>();
        List<String> names = table.columnNames();
        for (String id : table.caseIds()) {
            List<String> record = new ArrayList<>(List.of(id));
            names.forEach(name -> record.add(writtenCell(id, name, table.text(id, name))));
            records.add(record);
        }
        List<String> header = new ArrayList<>(List.of(idColumn));
        header.addAll(names);
        CsvFile.write(path, csv -> {
            csv.writeRecord(header);
            records.forEach(csv::writeRecord);
        });
    }

    /** Returns {@code table} with one more column; an empty cell is missing. */
    static CovariateTable withColumn(CovariateTable table, String name, List<String> cells, CovariateType type) {
        return switch (type) {
            case CATEGORY -> table.withCategories(name, cells);
            case NUMBER ->
                table.withNumbers(
                        name,
                        cells.stream()
                                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                                .toArray());
        };
    }

    /** Returns what the cells of a column look like; an empty one is missing. */
    static CovariateType inferred(List<String> cells) {
        boolean areNumbers = cells.stream().allMatch(cell -> cell.isEmpty() || isNumber(cell) && !isPadded(cell))
                && cells.stream().anyMatch(cell -> !cell.isEmpty());
        return areNumbers ? CovariateType.NUMBER : CovariateType.CATEGORY;
    }

    private void checkHeader(List<String> header) {
        header.forEach(name -> FeatureTable.checkName("a column name", name));
        FeatureTable.checkDistinct("columns", header);
        if (!header.contains(idColumn)) {
            throw new IllegalArgumentException("the case ids must stand in column " + idColumn + ", found " + header);
        }
        FeatureTable.checkNone(
                "columns whose type is declared must be among " + header + ", missing",
                types.keySet().stream()
                        .filter(name -> !header.contains(name))
                        .sorted()
                        .toList());
    }

    /** Returns the cell, or an empty text if it is missing. */
    private String checkedCell(String id, String column, String cell) {
        if (column.equals(idColumn)) {
            return cell;
        }
        if (missingMarkers.contains(cell)) {
            return "";
        }
        if (cell.isEmpty() || !cell.equals(cell.strip())) {
            throw new IllegalArgumentException(column + " of case " + id
                    + " must be a marker of what is missing or neither be empty nor begin or end with a blank, found '"
                    + cell + "'");
        }
        if (types.get(column) == CovariateType.NUMBER && !isNumber(cell)) {
            throw new IllegalArgumentException(
                    column + " of case " + id + " must be a finite number with '.', found '" + cell + "'");
        }
        return cell;
    }

    private String writtenCell(String id, String column, String cell) {
        if (!cell.isEmpty()) {
            if (missingMarkers.contains(cell)) {
                throw new IllegalArgumentException(
                        column + " of case " + id + " is '" + cell + "', which would be read as missing");
            }
            return cell;
        }
        if (missingMarkers.isEmpty()) {
            throw new IllegalArgumentException(column + " of case " + id + " is missing, and no marker says so");
        }
        return missingMarkers.contains("") ? "" : new TreeSet<>(missingMarkers).first();
    }

    private static boolean isNumber(String cell) {
        try {
            return CsvFile.isDecimal(cell) && Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isPadded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1));
    }
}
