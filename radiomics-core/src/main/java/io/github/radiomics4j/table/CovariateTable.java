package io.github.radiomics4j.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of the cases, by case id: age, center, receptor status. A column holds numbers or categories, and
 * any cell may be missing, which is neither a number nor a category of its own. Immutable; equal when the ids, the
 * columns, their types and every bit of the cells are.
 *
 * <p>{@link #toFeatures()} and {@link #indicators(String)} turn columns into a {@link FeatureTable}, which is joined to
 * another by case id:
 *
 * <pre>{@code
 * FeatureTable all = features.join(covariates.columns(List.of("age")).toFeatures(), Join.LEFT)
 *         .join(covariates.indicators("center"), Join.LEFT);
 * }</pre>
 */
public final class CovariateTable {
    private static final String REASON = "missing among the covariates";

    private final List<String> caseIds;
    private final Map<String, Integer> rowOf;
    /** In the order of the columns. */
    private final Map<String, Column> columns;

    private CovariateTable(List<String> caseIds, Map<String, Integer> rowOf, Map<String, Column> columns) {
        this.caseIds = caseIds;
        this.rowOf = rowOf;
        this.columns = columns;
    }

    /**
     * Returns a table of these cases without columns.
     *
     * @throws IllegalArgumentException if an id occurs twice, is empty, or begins or ends with a blank
     */
    public static CovariateTable of(List<String> caseIds) {
        List<String> ids = List.copyOf(caseIds);
        ids.forEach(id -> FeatureTable.checkName("a case id", id));
        return new CovariateTable(ids, FeatureTable.index("case ids", ids), Map.of());
    }

    /**
     * Returns this table with one more column, of numbers.
     *
     * @param values one per case, in the order of {@link #caseIds()}; NaN is missing; copied
     * @throws IllegalArgumentException if the name is taken, the count is another, or a value is infinite
     */
    public CovariateTable withNumbers(String column, double... values) {
        checkCount(column, values.length);
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        column + " of case " + caseIds.get(i) + " must be finite or missing, found " + values[i]);
            }
        }
        return with(column, new Numbers(values.clone()));
    }

    /**
     * Returns this table with one more column, of categories.
     *
     * @param values one per case, in the order of {@link #caseIds()}; an empty text is missing; copied
     * @throws IllegalArgumentException if the name is taken, the count is another, or a category begins or ends with a
     *     blank
     */
    public CovariateTable withCategories(String column, List<String> values) {
        checkCount(column, values.size());
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!value.equals(value.strip())) {
                throw new IllegalArgumentException(column + " of case " + caseIds.get(i)
                        + " must neither begin nor end with a blank, found '" + value + "'");
            }
        }
        return with(column, new Categories(List.copyOf(values)));
    }

    /** Reads a table as {@link CovariateCsv#withDefaults()} does. */
    public static CovariateTable read(Path path) throws IOException {
        return CovariateCsv.withDefaults().read(path);
    }

    /** Writes this table as {@link CovariateCsv#withDefaults()} does. */
    public void write(Path path) throws IOException {
        CovariateCsv.withDefaults().write(this, path);
    }

    /** Returns the case ids, in the order of the rows. */
    public List<String> caseIds() {
        return caseIds;
    }

    /** Returns the names of the columns, in order. */
    public List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    /** Returns the number of rows. */
    public int caseCount() {
        return caseIds.size();
    }

    /** Returns the number of columns. */
    public int columnCount() {
        return columns.size();
    }

    /** Returns whether there is a case of this id. */
    public boolean containsCase(String caseId) {
        return rowOf.containsKey(caseId);
    }

    /** Returns whether there is a column of this name. */
    public boolean containsColumn(String column) {
        return columns.containsKey(column);
    }

    /**
     * Returns what a column holds.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public CovariateType type(String column) {
        return find(column).type();
    }

    /**
     * Returns a number; empty where it is missing.
     *
     * @throws IllegalArgumentException if there is no such case or column, or the column holds categories
     */
    public OptionalDouble number(String caseId, String column) {
        double value = numbersOf(column).values[rowIndex(caseId)];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Returns a category; empty where it is missing.
     *
     * @throws IllegalArgumentException if there is no such case or column, or the column holds numbers
     */
    public Optional<String> category(String caseId, String column) {
        String value = categoriesOf(column).values.get(rowIndex(caseId));
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** Returns a column of numbers in the order of {@link #caseIds()}, NaN where missing, in a new array. */
    public double[] numbers(String column) {
        return numbersOf(column).values.clone();
    }

    /** Returns a column of categories in the order of {@link #caseIds()}, empty texts where missing. */
    public List<String> categories(String column) {
        return categoriesOf(column).values;
    }

    /** Returns the categories that occur in a column, each once, in the order of their characters. */
    public List<String> levels(String column) {
        return categories(column).stream()
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the cases in which {@code column} is missing. */
    public List<String> casesMissing(String column) {
        Column cells = find(column);
        return caseIds.stream().filter(id -> cells.isMissing(rowIndex(id))).toList();
    }

    /**
     * Returns the rows of {@code ids}, in their order.
     *
     * @throws IllegalArgumentException if an id has no row or occurs twice; all such ids are named
     */
    public CovariateTable rows(Collection<String> ids) {
        List<String> wanted = List.copyOf(ids);
        Map<String, Integer> index = FeatureTable.index("wanted case ids", wanted);
        FeatureTable.checkNone(
                "case ids must be in this table of " + caseCount() + " cases, missing",
                FeatureTable.absent(wanted, rowOf));
        int[] rows = wanted.stream().mapToInt(this::rowIndex).toArray();
        Map<String, Column> picked = new LinkedHashMap<>();
        columns.forEach((name, column) -> picked.put(name, column.rows(rows)));
        return new CovariateTable(wanted, index, picked);
    }

    /**
     * Returns the columns called {@code names}, in their order.
     *
     * @throws IllegalArgumentException if a name has no column or occurs twice; all such names are named
     */
    public CovariateTable columns(Collection<String> names) {
        List<String> wanted = List.copyOf(names);
        FeatureTable.checkDistinct("wanted columns", wanted);
        FeatureTable.checkNone(
                "columns must be in this table of " + columnCount() + ", missing",
                wanted.stream().filter(name -> !containsColumn(name)).toList());
        Map<String, Column> picked = new LinkedHashMap<>();
        wanted.forEach(name -> picked.put(name, find(name)));
        return new CovariateTable(caseIds, rowOf, picked);
    }

    /**
     * Returns these numbers as features; a missing one is NaN with a reason.
     *
     * @throws IllegalArgumentException if there are columns of categories; all are named
     */
    public FeatureTable toFeatures() {
        FeatureTable.checkNone(
                "only numbers become features; leave out, or make indicators of, the categories",
                columnNames().stream()
                        .filter(name -> type(name) == CovariateType.CATEGORY)
                        .toList());
        return features(columnNames(), columnNames().stream().map(this::numbers).toArray(double[][]::new));
    }

    /**
     * Returns a column of categories as features, one for each of its {@link #levels(String)} L: {@code column=L} is 1 for
     * the cases of that category and 0 for the others. A missing one is NaN, with a reason, in all of them.
     */
    public FeatureTable indicators(String column) {
        List<String> levels = levels(column);
        List<String> values = categories(column);
        double[][] is = new double[levels.size()][caseCount()];
        for (int j = 0; j < is.length; j++) {
            for (int i = 0; i < is[j].length; i++) {
                String value = values.get(i);
                is[j][i] = value.isEmpty() ? Double.NaN : value.equals(levels.get(j)) ? 1 : 0;
            }
        }
        return features(levels.stream().map(level -> column + "=" + level).toList(), is);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CovariateTable that
                && caseIds.equals(that.caseIds)
                && List.copyOf(columns.entrySet()).equals(List.copyOf(that.columns.entrySet()));
    }

    @Override
    public int hashCode() {
        return 31 * caseIds.hashCode() + columns.hashCode();
    }

    @Override
    public String toString() {
        return "CovariateTable[" + caseCount() + " cases, " + columnCount() + " columns]";
    }

    /** Returns the cell as it is written; empty where it is missing. */
    String text(String caseId, String column) {
        return find(column).text(rowIndex(caseId));
    }

    private FeatureTable features(List<String> names, double[][] values) {
        Map<FeatureTable.Cell, String> reasons = new HashMap<>();
        for (int j = 0; j < values.length; j++) {
            for (int i = 0; i < values[j].length; i++) {
                if (Double.isNaN(values[j][i])) {
                    reasons.put(new FeatureTable.Cell(caseIds.get(i), names.get(j)), REASON);
                }
            }
        }
        return FeatureTable.of(caseIds, names, values, reasons);
    }

    private CovariateTable with(String name, Column column) {
        FeatureTable.checkName("a column name", name);
        if (columns.containsKey(name)) {
            throw new IllegalArgumentException("columns must occur once, found twice: [" + name + "]");
        }
        Map<String, Column> more = new LinkedHashMap<>(columns);
        more.put(name, column);
        return new CovariateTable(caseIds, rowOf, more);
    }

    private void checkCount(String column, int count) {
        if (count != caseCount()) {
            throw new IllegalArgumentException(
                    "column " + column + " must have a value for each of " + caseCount() + " cases, found " + count);
        }
    }

    private int rowIndex(String caseId) {
        Integer i = rowOf.get(caseId);
        if (i == null) {
            throw new IllegalArgumentException("there is no case " + caseId + " among " + caseCount());
        }
        return i;
    }

    private Column find(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("there is no column " + name + " among " + columnNames());
        }
        return column;
    }

    private Numbers numbersOf(String name) {
        if (find(name) instanceof Numbers numbers) {
            return numbers;
        }
        throw new IllegalArgumentException("column " + name + " must hold numbers, found categories " + levels(name));
    }

    private Categories categoriesOf(String name) {
        if (find(name) instanceof Categories categories) {
            return categories;
        }
        throw new IllegalArgumentException("column " + name + " must hold categories, found numbers");
    }

    /** Cells by row. */
    private sealed interface Column {
        CovariateType type();

        boolean isMissing(int row);

        String text(int row);

        Column rows(int[] rows);
    }

    /** NaN is missing. Not modified. */
    private record Numbers(double[] values) implements Column {
        @Override
        public CovariateType type() {
            return CovariateType.NUMBER;
        }

        @Override
        public boolean isMissing(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public String text(int row) {
            return isMissing(row) ? "" : ShortestDecimal.toString(values[row]);
        }

        @Override
        public Column rows(int[] rows) {
            return new Numbers(Arrays.stream(rows).mapToDouble(i -> values[i]).toArray());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numbers that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** An empty text is missing. */
    private record Categories(List<String> values) implements Column {
        @Override
        public CovariateType type() {
            return CovariateType.CATEGORY;
        }

        @Override
        public boolean isMissing(int row) {
            return values.get(row).isEmpty();
        }

        @Override
        public String text(int row) {
            return values.get(row);
        }

        @Override
        public Column rows(int[] rows) {
            return new Categories(Arrays.stream(rows).mapToObj(values::get).toList());
        }
    }
}
