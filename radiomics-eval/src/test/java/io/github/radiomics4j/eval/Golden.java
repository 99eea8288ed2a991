package io.github.radiomics4j.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A place in a file of reference values under {@code src/test/resources/stats}, whose README names tool, version and
 * tolerance of each. NaN and infinities are texts there, R's NA is null: both are NaN here.
 */
public final class Golden {
    private final String where;
    private final Object value;

    private Golden(String where, Object value) {
        this.where = where;
        this.value = value;
    }

    /** Reads a JSON file. */
    public static Golden json(String name) {
        try (InputStream in = open(name)) {
            LoadSettings settings = LoadSettings.builder()
                    .setCodePointLimit(1 << 26)
                    .setMaxAliasesForCollections(0)
                    .build();
            return new Golden(name, new Load(settings).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the columns of a CSV file of numbers, gzipped where its name ends so. */
    public static Map<String, double[]> columns(String name) {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = lines(name)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.replace("\"", "").split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int j = 0; j < rows.get(0).length; j++) {
            double[] column = new double[rows.size() - 1];
            for (int i = 0; i < column.length; i++) {
                column[i] = number(rows.get(i + 1)[j]);
            }
            columns.put(rows.get(0)[j], column);
        }
        return columns;
    }

    /** Reads the rows of a CSV file as texts by column, gzipped where its name ends so. */
    public static List<Map<String, String>> rows(String name) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader reader = lines(name)) {
            String[] header = reader.readLine().replace("\"", "").split(",", -1);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.replace("\"", "").split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int j = 0; j < header.length; j++) {
                    row.put(header[j], cells[j]);
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Reads the whole numbers of a file below its header, one array per line: resample indices. */
    public static List<int[]> indices(String name) {
        List<int[]> rows = new ArrayList<>();
        try (BufferedReader reader = lines(name)) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                int[] row = new int[cells.length];
                for (int j = 0; j < row.length; j++) {
                    row[j] = Integer.parseInt(cells[j].strip());
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static BufferedReader lines(String name) throws IOException {
        InputStream in = open(name);
        return new BufferedReader(
                new InputStreamReader(name.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
    }

    private static InputStream open(String name) {
        InputStream in = Golden.class.getResourceAsStream("/stats/" + name);
        if (in == null) {
            throw new IllegalArgumentException("no reference file " + name);
        }
        return in;
    }

    /** Returns the member called {@code key}. */
    public Golden get(String key) {
        Map<?, ?> map = map();
        if (!map.containsKey(key)) {
            throw new IllegalArgumentException(where + " has no " + key + ", but " + map.keySet());
        }
        return new Golden(where + "/" + key, map.get(key));
    }

    /** Returns whether there is a member called {@code key}, null or not. */
    public boolean has(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    /** Returns whether this is null. */
    public boolean isNull() {
        return value == null;
    }

    /** Returns whether this is an object with members. */
    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    /** Returns whether this is an array. */
    public boolean isArray() {
        return value instanceof List<?>;
    }

    /** Returns the members in order. */
    public Map<String, Golden> members() {
        Map<String, Golden> members = new LinkedHashMap<>();
        map().forEach((key, member) -> members.put(String.valueOf(key), new Golden(where + "/" + key, member)));
        return members;
    }

    /** Returns the elements of an array. */
    public List<Golden> items() {
        List<Golden> items = new ArrayList<>();
        for (Object item : (List<?>) value) {
            items.add(new Golden(where + "[" + items.size() + "]", item));
        }
        return items;
    }

    /** Returns a number; NaN for null. */
    public double number() {
        return number(value);
    }

    /** Returns the numbers of an array, or the one number that this is. */
    public double[] numbers() {
        if (!(value instanceof List<?> list)) {
            return new double[] {number()};
        }
        return list.stream().mapToDouble(Golden::number).toArray();
    }

    /** Returns a text. */
    public String text() {
        return String.valueOf(value);
    }

    /** Returns a truth. */
    public boolean truth() {
        return (Boolean) value;
    }

    /** Returns file and path, for the message of an assertion. */
    @Override
    public String toString() {
        return where;
    }

    private Map<?, ?> map() {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(where + " is no object, but " + value);
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value == null) {
            return Double.NaN;
        }
        return switch (value.toString()) {
            case "", "NA", "NaN", "nan" -> Double.NaN;
            case "Infinity", "Inf", "inf" -> Double.POSITIVE_INFINITY;
            case "-Infinity", "-Inf", "-inf" -> Double.NEGATIVE_INFINITY;
            case "TRUE", "true" -> 1;
            case "FALSE", "false" -> 0;
            default -> Double.parseDouble(value.toString());
        };
    }
}
