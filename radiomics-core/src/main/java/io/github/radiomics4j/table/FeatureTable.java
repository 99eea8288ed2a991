package io.github.radiomics4j.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Case ids × columns of numbers. Immutable; equal when the ids, the columns, every bit of the values and the reasons for
 * NaN are.
 *
 * <p>Rows are found by case id, never by position: {@link #rows(Collection)} and {@link #join(FeatureTable, Join)} name
 * missing and duplicate ids.
 */
public final class FeatureTable implements CaseData<FeatureTable> {
    /** What is said of a NaN that nobody has explained. */
    static final String NO_REASON = "no reason was recorded";

    private final List<String> caseIds;
    private final List<String> columnNames;
    private final Map<String, Integer> rowOf;
    private final Map<String, Integer> columnOf;
    /** One array per column, a value per case; shared between tables, never modified. */
    private final double[][] columns;

    private final Map<Cell, String> nanReasons;

    private FeatureTable(
            List<String> caseIds, List<String> columnNames, double[][] columns, Map<Cell, String> nanReasons) {
        this.caseIds = List.copyOf(caseIds);
        this.columnNames = List.copyOf(columnNames);
        this.rowOf = index("case ids", this.caseIds);
        this.columnOf = index("columns", this.columnNames);
        this.columns = columns;
        this.nanReasons = Collections.unmodifiableMap(nanReasons);
    }

    /**
     * The place of one value.
     *
     * @param caseId the row
     * @param column the column
     */
    public record Cell(String caseId, String column) {}

    /** Returns a builder that refuses cases with other columns than the first. */
    public static Builder builder() {
        return new Builder(MissingColumns.REFUSE);
    }

    /** Returns a builder that treats cases with other columns as {@code missing} says. */
    public static Builder builder(MissingColumns missing) {
        return new Builder(missing);
    }

    /**
     * Returns a table of the same features for every case, in the order of {@code cases}.
     *
     * @throws IllegalArgumentException if two cases differ in their columns
     */
    public static FeatureTable of(Map<String, FeatureVector> cases) {
        Builder builder = builder();
        cases.forEach(builder::add);
        return builder.build();
    }

    /**
     * Returns a table of numbers from elsewhere.
     *
     * @param columns one array per column, each with one value per case; copied
     * @throws IllegalArgumentException if an id or a name occurs twice, or the arrays do not fit
     */
    public static FeatureTable of(List<String> caseIds, List<String> columnNames, double[][] columns) {
        return of(caseIds, columnNames, columns, Map.of());
    }

    /**
     * Returns a table of numbers from elsewhere.
     *
     * @param columns one array per column, each with one value per case; copied
     * @param nanReasons why values are NaN
     * @throws IllegalArgumentException if an id or a name occurs twice, the arrays do not fit, or a reason is given for a
     *     value that is no NaN or not there
     */
    public static FeatureTable of(
            List<String> caseIds, List<String> columnNames, double[][] columns, Map<Cell, String> nanReasons) {
        if (columns.length != columnNames.size()) {
            throw new IllegalArgumentException(
                    columnNames.size() + " columns need as many arrays, found " + columns.length);
        }
        double[][] copies = new double[columns.length][];
        for (int j = 0; j < copies.length; j++) {
            if (columns[j].length != caseIds.size()) {
                throw new IllegalArgumentException("column " + columnNames.get(j) + " must have a value for each of "
                        + caseIds.size() + " cases, found " + columns[j].length);
            }
            copies[j] = columns[j].clone();
        }
        caseIds.forEach(id -> checkName("a case id", id));
        columnNames.forEach(name -> checkName("a column name", name));
        FeatureTable table = new FeatureTable(caseIds, columnNames, copies, new LinkedHashMap<>(nanReasons));
        table.nanReasons.keySet().forEach(cell -> {
            if (!Double.isNaN(table.value(cell.caseId(), cell.column()))) {
                throw new IllegalArgumentException(
                        "only NaN has a reason, but " + cell.column() + " of case " + cell.caseId() + " is a number");
            }
        });
        return table;
    }

    @Override
    public List<String> caseIds() {
        return caseIds;
    }

    /** Returns the names of the columns, in order. */
    public List<String> columnNames() {
        return columnNames;
    }

    /** Returns the number of rows. */
    public int caseCount() {
        return caseIds.size();
    }

    /** Returns the number of columns. */
    public int columnCount() {
        return columns.length;
    }

    /** Returns whether there is a case of this id. */
    public boolean containsCase(String caseId) {
        return rowOf.containsKey(caseId);
    }

    /** Returns whether there is a column of this name. */
    public boolean containsColumn(String column) {
        return columnOf.containsKey(column);
    }

    /**
     * Returns the value of {@code column} for a case.
     *
     * @throws IllegalArgumentException if there is no such case or column
     */
    public double value(String caseId, String column) {
        return columns[columnIndex(column)][rowIndex(caseId)];
    }

    /** Returns the value of the feature called {@code name} for a case, as {@link #value(String, String)} does. */
    public double value(String caseId, FeatureName name) {
        return value(caseId, name.toString());
    }

    /** Returns a column, one value per case in the order of {@link #caseIds()}, in a new array. */
    public double[] column(String column) {
        return columns[columnIndex(column)].clone();
    }

    /** Returns the column of the feature called {@code name}, as {@link #column(String)} does. */
    public double[] column(FeatureName name) {
        return column(name.toString());
    }

    /** Returns the values of a case in the order of {@link #columnNames()}, in a new array. */
    public double[] row(String caseId) {
        int i = rowIndex(caseId);
        return Arrays.stream(columns).mapToDouble(column -> column[i]).toArray();
    }

    /**
     * Returns the rows of {@code ids}, in their order.
     *
     * @throws IllegalArgumentException if an id has no row or occurs twice; all such ids are named
     */
    @Override
    public FeatureTable rows(Collection<String> ids) {
        List<String> wanted = List.copyOf(ids);
        checkDistinct("wanted case ids", wanted);
        checkNone("case ids must be in this table of " + caseCount() + " cases, missing", absent(wanted, rowOf));
        int[] rows = wanted.stream().mapToInt(this::rowIndex).toArray();
        double[][] picked = new double[columns.length][rows.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                picked[j][i] = columns[j][rows[i]];
            }
        }
        Set<String> kept = Set.copyOf(wanted);
        return new FeatureTable(wanted, columnNames, picked, reasonsWhere(cell -> kept.contains(cell.caseId())));
    }

    /**
     * Returns the columns called {@code names}, in their order.
     *
     * @throws IllegalArgumentException if a name has no column or occurs twice; all such names are named
     */
    public FeatureTable columns(Collection<String> names) {
        List<String> wanted = List.copyOf(names);
        checkDistinct("wanted columns", wanted);
        checkNone("columns must be in this table of " + columnCount() + ", missing", absent(wanted, columnOf));
        double[][] picked =
                wanted.stream().map(name -> columns[columnIndex(name)]).toArray(double[][]::new);
        Set<String> kept = Set.copyOf(wanted);
        return new FeatureTable(caseIds, wanted, picked, reasonsWhere(cell -> kept.contains(cell.column())));
    }

    /** Returns the columns of this table and of {@code other}, which must have the same cases, in any order. */
    public FeatureTable join(FeatureTable other) {
        return join(other, Join.EXACT);
    }

    /**
     * Returns the columns of this table, then those of {@code other}, by case id. Reasons for NaN are kept.
     *
     * @param how what happens to cases that only one of the tables has
     * @throws IllegalArgumentException if a column is in both, or {@code how} refuses the cases; all such columns or ids
     *     are named
     */
    public FeatureTable join(FeatureTable other, Join how) {
        checkNone("columns must be in one of the joined tables, found in both", present(columnNames, other.columnOf));
        List<String> onlyHere = absent(caseIds, other.rowOf);
        List<String> onlyThere = absent(other.caseIds, rowOf);
        if (how == Join.EXACT && !(onlyHere.isEmpty() && onlyThere.isEmpty())) {
            throw new IllegalArgumentException("joined tables must have the same cases, found only in the first: "
                    + onlyHere + ", only in the second: " + onlyThere);
        }
        if (how == Join.INNER && !onlyHere.isEmpty()) {
            return rows(present(caseIds, other.rowOf)).join(other, how);
        }
        List<String> names = new ArrayList<>(columnNames);
        names.addAll(other.columnNames);
        double[][] joined = Arrays.copyOf(columns, names.size());
        Map<Cell, String> reasons = new LinkedHashMap<>(nanReasons);
        reasons.putAll(other.reasonsWhere(cell -> containsCase(cell.caseId())));
        for (int j = columns.length; j < joined.length; j++) {
            joined[j] = other.columnFor(caseIds, j - columns.length);
        }
        for (String id : onlyHere) {
            other.columnNames.forEach(name -> reasons.put(new Cell(id, name), "the joined table lacks this case"));
        }
        return new FeatureTable(caseIds, names, joined, reasons);
    }

    /** Returns the rows of this table and of {@code other}, which must have the same columns, in any order. */
    public FeatureTable append(FeatureTable other) {
        return append(other, MissingColumns.REFUSE);
    }

    /**
     * Returns the rows of this table, then those of {@code other}, by the names of the columns. Reasons for NaN are kept.
     *
     * @param missing what happens to columns that only one of the tables has
     * @throws IllegalArgumentException if a case is in both, or {@code missing} refuses the columns; all such ids or
     *     columns are named
     */
    public FeatureTable append(FeatureTable other, MissingColumns missing) {
        checkNone("case ids must be in one of the appended tables, found in both", present(caseIds, other.rowOf));
        List<String> onlyHere = absent(columnNames, other.columnOf);
        List<String> onlyThere = absent(other.columnNames, columnOf);
        if (missing == MissingColumns.REFUSE && !(onlyHere.isEmpty() && onlyThere.isEmpty())) {
            throw new IllegalArgumentException("appended tables must have the same columns, found only in the first: "
                    + onlyHere + ", only in the second: " + onlyThere);
        }
        List<String> ids = new ArrayList<>(caseIds);
        ids.addAll(other.caseIds);
        List<String> names = new ArrayList<>(columnNames);
        names.addAll(onlyThere);
        double[][] appended = new double[names.size()][];
        for (int j = 0; j < appended.length; j++) {
            appended[j] = Arrays.copyOf(columnOrNan(names.get(j)), ids.size());
            System.arraycopy(other.columnOrNan(names.get(j)), 0, appended[j], caseCount(), other.caseCount());
        }
        Map<Cell, String> reasons = new LinkedHashMap<>(nanReasons);
        reasons.putAll(other.nanReasons);
        putAbsent(reasons, caseIds, onlyThere);
        putAbsent(reasons, other.caseIds, onlyHere);
        return new FeatureTable(ids, names, appended, reasons);
    }

    /** Returns why a value is NaN; empty when it is not. */
    public Optional<String> nanReason(String caseId, String column) {
        return Double.isNaN(value(caseId, column))
                ? Optional.of(nanReasons.getOrDefault(new Cell(caseId, column), NO_REASON))
                : Optional.empty();
    }

    /** Returns the reasons that were recorded for values that are NaN. */
    public Map<Cell, String> nanReasons() {
        return nanReasons;
    }

    /**
     * Writes this table as CSV in UTF-8: a header that begins with {@code case}, and a row per case. A number is the
     * shortest decimal that reads back as the same bits, with '.' in every locale; NaN is {@code nan}, infinity {@code
     * inf}. The reasons for NaN go to a file beside it, {@code features.nan-reasons.csv} for {@code features.csv}, with
     * the columns {@code case,column,reason}; where there are none, such a file of an older table is deleted. Each file
     * appears whole or not at all.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(Path path) throws IOException {
        TableFiles.write(this, path);
    }

    /**
     * Reads a table that {@link #write(Path)} has written, value for value, with the reasons for NaN where their file
     * lies beside it. An empty cell is NaN.
     *
     * @throws TableFormatException if the file is not such a table: a header without {@code case}, a row of another
     *     length, an id or a column twice, a cell that is no number, a reason for a value that is none
     * @throws IOException if a file cannot be read
     */
    public static FeatureTable read(Path path) throws IOException {
        return TableFiles.read(path);
    }

    /**
     * Reads the CSV of PyRadiomics' command line, with the case ids in {@code idColumn}, and keeps the features alone; {@link
     * PyRadiomicsCsv} keeps the other columns too.
     *
     * @throws TableFormatException if the file is not of that kind
     * @throws IOException if the file cannot be read
     */
    public static FeatureTable readPyRadiomics(Path path, String idColumn) throws IOException {
        return PyRadiomicsCsv.withDefaults().withIdColumn(idColumn).read(path).features();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeatureTable that
                && caseIds.equals(that.caseIds)
                && columnNames.equals(that.columnNames)
                && Arrays.deepEquals(columns, that.columns)
                && nanReasons.equals(that.nanReasons);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * caseIds.hashCode() + columnNames.hashCode()) + Arrays.deepHashCode(columns);
    }

    @Override
    public String toString() {
        return "FeatureTable[" + caseCount() + " cases, " + columnCount() + " columns]";
    }

    private int rowIndex(String caseId) {
        Integer i = rowOf.get(caseId);
        if (i == null) {
            throw new IllegalArgumentException("there is no case " + caseId + " among " + caseCount());
        }
        return i;
    }

    private int columnIndex(String column) {
        Integer j = columnOf.get(column);
        if (j == null) {
            throw new IllegalArgumentException("there is no column " + column + " among " + columnCount());
        }
        return j;
    }

    /** Returns column {@code j} by the rows of other cases, NaN where there is none. */
    private double[] columnFor(List<String> ids, int j) {
        return ids.stream()
                .map(rowOf::get)
                .mapToDouble(i -> i == null ? Double.NaN : columns[j][i])
                .toArray();
    }

    /** Returns a column, not to be modified, or one of NaN if there is none. */
    private double[] columnOrNan(String name) {
        Integer j = columnOf.get(name);
        if (j != null) {
            return columns[j];
        }
        double[] nan = new double[caseCount()];
        Arrays.fill(nan, Double.NaN);
        return nan;
    }

    private static void putAbsent(Map<Cell, String> reasons, List<String> ids, List<String> columns) {
        for (String id : ids) {
            columns.forEach(name -> reasons.put(new Cell(id, name), "the table of this case lacks the column"));
        }
    }

    private Map<Cell, String> reasonsWhere(Predicate<Cell> isKept) {
        Map<Cell, String> kept = new LinkedHashMap<>();
        nanReasons.forEach((cell, reason) -> {
            if (isKept.test(cell)) {
                kept.put(cell, reason);
            }
        });
        return kept;
    }

    static Map<String, Integer> index(String what, List<String> names) {
        checkDistinct(what, names);
        Map<String, Integer> index = new HashMap<>(2 * names.size());
        for (int i = 0; i < names.size(); i++) {
            index.put(names.get(i), i);
        }
        return index;
    }

    static void checkDistinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        checkNone(
                what + " must occur once, found twice",
                names.stream().filter(name -> !seen.add(name)).distinct().toList());
    }

    static List<String> absent(List<String> names, Map<String, Integer> index) {
        return names.stream().filter(name -> !index.containsKey(name)).toList();
    }

    private static List<String> present(List<String> names, Map<String, Integer> index) {
        return names.stream().filter(index::containsKey).toList();
    }

    static void checkNone(String what, List<String> offending) {
        if (!offending.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + offending);
        }
    }

    /** Refuses what would not survive a file, or would look like another id to a person. */
    static void checkName(String what, String name) {
        if (name.isEmpty() || !name.equals(name.strip())) {
            throw new IllegalArgumentException(
                    what + " must neither be empty nor begin or end with a blank, found '" + name + "'");
        }
        name.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                throw new IllegalArgumentException(
                        what + " must hold no control character, found U+" + "%04X".formatted(c) + " in " + name);
            }
        });
    }

    /** Collects cases; not safe for use by several threads. */
    public static final class Builder {
        private final MissingColumns missing;
        private final Map<String, FeatureVector> cases = new LinkedHashMap<>();
        private @Nullable List<FeatureName> firstNames;
        private NamingScheme naming = NamingScheme.PYRADIOMICS;

        private Builder(MissingColumns missing) {
            this.missing = Objects.requireNonNull(missing, "missing");
        }

        /**
         * Adds a row.
         *
         * @throws IllegalArgumentException if the id is taken, or the columns are not those of the first case and the
         *     builder refuses that, or they are named otherwise
         */
        public Builder add(String caseId, FeatureVector features) {
            checkName("a case id", caseId);
            if (cases.containsKey(caseId)) {
                throw new IllegalArgumentException("there must be one row per case, found a second one of " + caseId);
            }
            if (firstNames == null) {
                firstNames = features.names();
                naming = features.naming();
            } else if (naming != features.naming()) {
                throw new IllegalArgumentException("every case must name its columns as the first does, " + naming
                        + ", but case " + caseId + " does as " + features.naming());
            } else if (missing == MissingColumns.REFUSE && !firstNames.equals(features.names())) {
                throw new IllegalArgumentException(difference(caseId, features, firstNames));
            }
            cases.put(caseId, features);
            return this;
        }

        /** Returns the table; the builder may go on. */
        public FeatureTable build() {
            Map<FeatureName, Integer> index = new LinkedHashMap<>();
            cases.values().forEach(features -> features.names().forEach(name -> index.putIfAbsent(name, index.size())));
            List<FeatureName> names = List.copyOf(index.keySet());
            double[][] columns = new double[names.size()][cases.size()];
            Map<Cell, String> reasons = new LinkedHashMap<>();
            int i = 0;
            for (Map.Entry<String, FeatureVector> row : cases.entrySet()) {
                fill(columns, i++, names, row.getKey(), row.getValue(), reasons);
            }
            return new FeatureTable(
                    List.copyOf(cases.keySet()),
                    names.stream().map(naming::column).toList(),
                    columns,
                    reasons);
        }

        private void fill(
                double[][] columns,
                int row,
                List<FeatureName> names,
                String caseId,
                FeatureVector features,
                Map<Cell, String> reasons) {
            boolean isComplete = features.names().equals(names);
            double[] values = isComplete ? features.toArray() : new double[0];
            for (int j = 0; j < names.size(); j++) {
                FeatureName name = names.get(j);
                boolean has = isComplete || features.contains(name);
                columns[j][row] = isComplete ? values[j] : has ? features.value(name) : Double.NaN;
                if (Double.isNaN(columns[j][row])) {
                    reasons.put(
                            new Cell(caseId, naming.column(name)),
                            has ? features.nanReasons().getOrDefault(name, NO_REASON) : notComputed(features));
                }
            }
        }

        private static String notComputed(FeatureVector features) {
            String why = features.warnings().isEmpty() ? "" : ": " + String.join("; ", features.warnings());
            return "not computed for this case" + why;
        }

        private static String difference(String caseId, FeatureVector features, List<FeatureName> expected) {
            List<FeatureName> lacking =
                    expected.stream().filter(name -> !features.contains(name)).toList();
            Set<FeatureName> known = new HashSet<>(expected);
            List<FeatureName> extra = features.names().stream()
                    .filter(name -> !known.contains(name))
                    .toList();
            String what = lacking.isEmpty() && extra.isEmpty()
                    ? "has them in another order"
                    : "lacks " + some(lacking) + " and adds " + some(extra);
            return "every case must have the columns of the first, but case " + caseId + " " + what
                    + (features.warnings().isEmpty() ? "" : " (" + String.join("; ", features.warnings()) + ")");
        }

        private static String some(List<FeatureName> names) {
            int shown = Math.min(names.size(), 5);
            return names.size()
                    + (shown == 0 ? "" : " " + names.subList(0, shown))
                    + (names.size() > shown ? " and more" : "");
        }
    }
}
