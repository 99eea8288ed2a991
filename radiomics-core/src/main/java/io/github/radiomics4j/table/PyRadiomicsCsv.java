package io.github.radiomics4j.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the CSV of PyRadiomics' command line is read ({@code pyradiomics cases.csv -f csv}, or of one case): first what was
 * copied from the batch file, then the diagnostics, then the features, and last, in the order of their characters, the
 * columns that the first case did not have.
 *
 * <p>A feature is a column {@code image_family_feature} of one of the families; what is called otherwise is kept as text
 * or number in {@link PyRadiomicsTable#others()}. NumPy 2 prints positions as
 * {@code (np.float64(17.0), …)}; here they are {@code (17.0, …)}, as NumPy 1 prints them. A repeated header is skipped:
 * PyRadiomics writes one each time it appends to a file.
 *
 * @param idColumn the column of the case ids; empty to take the name of the file in {@code Image}, without folder and
 *     extension
 * @param families the families whose columns are features
 */
public record PyRadiomicsCsv(String idColumn, Set<String> families) {
    private static final Pattern NUMPY_SCALAR = Pattern.compile("np\\.(?:float|u?int)\\d+\\(([^()]*)\\)");
    private static final Pattern EXTENSION = Pattern.compile("(?:\\.\\p{Alpha}\\w*)?(?:\\.gz)?$");
    private static final String IMAGE = "Image";

    /** Copies the families. */
    public PyRadiomicsCsv {
        Objects.requireNonNull(idColumn, "idColumn");
        families = Set.copyOf(families);
    }

    /** Returns the case ids from the names of the images, and the families that PyRadiomics has. */
    public static PyRadiomicsCsv withDefaults() {
        return new PyRadiomicsCsv(
                "", Set.of("shape", "shape2D", "firstorder", "glcm", "glrlm", "glszm", "gldm", "ngtdm"));
    }

    /** Returns a copy with the case ids in a column, such as one of the batch file. */
    public PyRadiomicsCsv withIdColumn(String idColumn) {
        return new PyRadiomicsCsv(idColumn, families);
    }

    /** Returns a copy that takes columns of one more family, such as one of your own, for features. */
    public PyRadiomicsCsv withFamily(String family) {
        Set<String> more = new HashSet<>(families);
        more.add(family);
        return new PyRadiomicsCsv(idColumn, more);
    }

    /**
     * Reads a file.
     *
     * @throws TableFormatException if it is not such a file: no column of the ids, an id or a column twice, a row of another
     *     length, a cell of a feature that is no number
     * @throws IOException if the file cannot be read
     */
    public PyRadiomicsTable read(Path path) throws IOException {
        List<String> header = new ArrayList<>();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        CsvFile.forEachRecord(path, record -> {
            if (header.isEmpty()) {
                checkHeader(record);
                header.addAll(record);
                return;
            }
            if (record.equals(header)) {
                return;
            }
            CsvFile.checkLength(header.size(), record);
            String id = caseId(header, record);
            checkNumbers(id, header, record);
            if (rows.put(id, record) != null) {
                throw new IllegalArgumentException("there must be one row per case, found a second one of " + id
                        + "; the ids may stand in another column: " + copied(header));
            }
        });
        if (header.isEmpty()) {
            throw new TableFormatException(path, 1, "a table must begin with a header, found an empty file");
        }
        return table(header, rows);
    }

    private PyRadiomicsTable table(List<String> header, Map<String, List<String>> rows) {
        List<String> ids = List.copyOf(rows.keySet());
        List<String> names = header.stream().filter(this::isFeature).toList();
        double[][] values = new double[names.size()][ids.size()];
        Map<FeatureTable.Cell, String> reasons = new LinkedHashMap<>();
        Set<String> failed = new LinkedHashSet<>(ids);
        CovariateTable others = CovariateTable.of(ids);
        for (int at = 0, next = 0; at < header.size(); at++) {
            String column = header.get(at);
            List<String> cells = cells(rows.values(), at);
            if (!isFeature(column)) {
                List<String> plain = cells.stream().map(PyRadiomicsCsv::plain).toList();
                others = CovariateCsv.withColumn(others, column, plain, CovariateCsv.inferred(plain));
                continue;
            }
            int j = next++;
            for (int i = 0; i < ids.size(); i++) {
                String cell = cells.get(i);
                values[j][i] = CsvFile.number(ids.get(i), column, cell);
                if (!cell.isEmpty()) {
                    failed.remove(ids.get(i));
                }
                if (Double.isNaN(values[j][i])) {
                    reasons.put(
                            new FeatureTable.Cell(ids.get(i), column),
                            cell.isEmpty() ? "PyRadiomics wrote no value" : "PyRadiomics computed nan");
                }
            }
        }
        if (names.isEmpty()) {
            failed.clear();
        }
        return new PyRadiomicsTable(FeatureTable.of(ids, names, values, reasons), others, List.copyOf(failed));
    }

    private void checkHeader(List<String> header) {
        header.forEach(name -> FeatureTable.checkName("a column name", name));
        FeatureTable.checkDistinct("columns", header);
        String needed = idColumn.isEmpty() ? IMAGE : idColumn;
        if (!header.contains(needed)) {
            throw new IllegalArgumentException(
                    "the case ids must come from column " + needed + ", found " + copied(header));
        }
    }

    private String caseId(List<String> header, List<String> record) {
        String id = idColumn.isEmpty()
                ? stem(record.get(header.indexOf(IMAGE)))
                : record.get(header.indexOf(idColumn)).strip();
        FeatureTable.checkName("a case id", id);
        return id;
    }

    private void checkNumbers(String id, List<String> header, List<String> record) {
        for (int j = 0; j < header.size(); j++) {
            if (isFeature(header.get(j))) {
                CsvFile.number(id, header.get(j), record.get(j));
            }
        }
    }

    private boolean isFeature(String column) {
        int first = column.indexOf('_');
        int second = column.indexOf('_', first + 1);
        return first > 0 && second > 0 && families.contains(column.substring(first + 1, second));
    }

    /** Returns what was copied from the batch file. */
    private List<String> copied(List<String> header) {
        return header.stream()
                .filter(name -> !isFeature(name) && !name.startsWith(FeatureVector.DIAGNOSTICS_PREFIX))
                .toList();
    }

    private static List<String> cells(Collection<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column).strip()).toList();
    }

    /** Returns 1.2.840 for C:\\images\\1.2.840.nii.gz. */
    private static String stem(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return EXTENSION.matcher(name).replaceFirst("").strip();
    }

    private static String plain(String cell) {
        return NUMPY_SCALAR.matcher(cell).replaceAll("$1");
    }
}
