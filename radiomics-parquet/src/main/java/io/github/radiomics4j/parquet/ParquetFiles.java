package io.github.radiomics4j.parquet;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import blue.strategic.parquet.ParquetWriter;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.FeatureTable.Cell;
import io.github.radiomics4j.table.TableFormatException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The only class that knows the Parquet library, so that {@link ParquetTables} can tell when it is not there. */
final class ParquetFiles {
    private static final String CASE = "case";
    private static final List<String> REASONS = List.of(CASE, "column", "reason");
    private static final Set<PrimitiveTypeName> NUMBERS =
            EnumSet.of(PrimitiveTypeName.DOUBLE, PrimitiveTypeName.FLOAT, PrimitiveTypeName.INT32);

    private ParquetFiles() {}

    /** Writes the reasons first: a table never lies there with another's reasons unless the machine stops in between. */
    static void write(FeatureTable table, Path path) throws IOException {
        Path reasons = reasonsPath(path);
        if (table.nanReasons().isEmpty()) {
            Files.deleteIfExists(reasons);
        } else {
            List<Map.Entry<Cell, String>> rows = List.copyOf(table.nanReasons().entrySet());
            writeWhole(reasons, schema("nan-reasons", REASONS, List.of()), rows, (row, out) -> {
                out.write(REASONS.get(0), row.getKey().caseId());
                out.write(REASONS.get(1), row.getKey().column());
                out.write(REASONS.get(2), row.getValue());
            });
        }
        List<String> names = table.columnNames();
        writeWhole(path, schema("features", List.of(CASE), names), table.caseIds(), (id, out) -> {
            out.write(CASE, id);
            double[] values = table.row(id);
            for (int j = 0; j < values.length; j++) {
                out.write(names.get(j), values[j]);
            }
        });
    }

    static FeatureTable read(Path path) throws IOException {
        List<String> names = columns(path, List.of(CASE));
        List<String> ids = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        forEachRow(path, row -> {
            Object id = row.get(CASE);
            if (id == null) {
                throw new IllegalArgumentException("a case must have an id, found null in row " + (ids.size() + 1));
            }
            ids.add(id.toString());
            rows.add(names.stream().mapToDouble(name -> number(row.get(name))).toArray());
        });
        double[][] columns = new double[names.size()][ids.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows.get(i)[j];
            }
        }
        try {
            return FeatureTable.of(ids, names, columns, readReasons(reasonsPath(path)));
        } catch (IllegalArgumentException e) {
            throw new TableFormatException(path, String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<Cell, String> readReasons(Path path) throws IOException {
        Map<Cell, String> reasons = new LinkedHashMap<>();
        if (Files.exists(path)) {
            columns(path, REASONS);
            forEachRow(path, row -> {
                Cell cell = new Cell(text(row, REASONS.get(0)), text(row, REASONS.get(1)));
                if (reasons.put(cell, text(row, REASONS.get(2))) != null) {
                    throw new IllegalArgumentException(
                            cell.column() + " of case " + cell.caseId() + " must have one reason, found two");
                }
            });
        }
        return reasons;
    }

    /** Returns the names of the columns of numbers, having checked that there are no others besides {@code texts}. */
    private static List<String> columns(Path path, List<String> texts) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        MessageType schema;
        try {
            schema = ParquetReader.readMetadata(path.toFile()).getFileMetaData().getSchema();
        } catch (RuntimeException e) {
            throw new TableFormatException(path, "must be a Parquet file, found " + e.getMessage(), e);
        }
        for (String text : texts) {
            if (!schema.containsField(text) || !isText(schema.getType(text))) {
                throw new TableFormatException(path, "there must be a column " + text + " of texts");
            }
        }
        List<String> names = new ArrayList<>();
        for (Type field : schema.getFields()) {
            if (texts.contains(field.getName())) {
                continue;
            }
            if (!isNumber(field)) {
                throw new TableFormatException(
                        path, "a column must hold 64- or 32-bit floats or 32-bit integers, found " + field);
            }
            names.add(field.getName());
        }
        return names;
    }

    private static boolean isNumber(Type field) {
        return field.isPrimitive()
                && !field.isRepetition(Type.Repetition.REPEATED)
                && field.getLogicalTypeAnnotation() == null
                && NUMBERS.contains(field.asPrimitiveType().getPrimitiveTypeName());
    }

    private static boolean isText(Type field) {
        return field.isPrimitive()
                && !field.isRepetition(Type.Repetition.REPEATED)
                && LogicalTypeAnnotation.stringType().equals(field.getLogicalTypeAnnotation());
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        Object text = row.get(column);
        if (text == null) {
            throw new IllegalArgumentException("column " + column + " must hold texts, found null");
        }
        return text.toString();
    }

    private static double number(@Nullable Object value) {
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }

    private static MessageType schema(String name, List<String> texts, List<String> numbers) {
        List<Type> fields = new ArrayList<>();
        texts.forEach(text -> fields.add(Types.required(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(text)));
        numbers.forEach(
                number -> fields.add(new PrimitiveType(Type.Repetition.REQUIRED, PrimitiveTypeName.DOUBLE, number)));
        return new MessageType(name, fields);
    }

    private static void forEachRow(Path path, RowAction action) throws IOException {
        Hydrator<Map<String, @Nullable Object>, Map<String, @Nullable Object>, String> hydrator = new RowHydrator();
        try (Stream<Map<String, @Nullable Object>> rows =
                ParquetReader.streamContent(path.toFile(), hydrator, column -> column[0])) {
            rows.forEach(action::accept);
        } catch (RuntimeException e) {
            // The library wraps everything, what the action throws too.
            Throwable cause = e.getCause() instanceof IllegalArgumentException told ? told : e;
            throw new TableFormatException(path, String.valueOf(cause.getMessage()), e);
        }
    }

    /** Writes beside {@code path} and then moves, so that a reader sees the old file or the new one. */
    private static <T> void writeWhole(Path path, MessageType schema, List<T> rows, Dehydrator<T> dehydrator)
            throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            try (ParquetWriter<T> writer = ParquetWriter.writeFile(schema, part.toFile(), dehydrator)) {
                for (T row : rows) {
                    writer.write(row);
                }
            }
            try {
                Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path reasonsPath(Path path) {
        String name = String.valueOf(path.getFileName());
        String stem = name.endsWith(".parquet") ? name.substring(0, name.length() - 8) : name;
        return path.resolveSibling(stem + ".nan-reasons.parquet");
    }

    /** What is done with a row; an IllegalArgumentException is told with the path. */
    private interface RowAction {
        void accept(Map<String, @Nullable Object> row);
    }

    /** Collects the values of a row by column. */
    private static final class RowHydrator
            implements Hydrator<Map<String, @Nullable Object>, Map<String, @Nullable Object>, String> {
        @Override
        public Map<String, @Nullable Object> start() {
            return new HashMap<>();
        }

        @Override
        public Map<String, @Nullable Object> add(
                Map<String, @Nullable Object> row, String column, @Nullable Object value) {
            row.put(column, value);
            return row;
        }

        @Override
        public Map<String, @Nullable Object> finish(Map<String, @Nullable Object> row) {
            return row;
        }
    }
}
