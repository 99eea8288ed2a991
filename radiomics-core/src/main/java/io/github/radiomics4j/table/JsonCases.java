package io.github.radiomics4j.table;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Many cases as one JSON array, written as they come: an object for each, as {@link FeatureFormat#JSON} has it. Not safe
 * for use by several threads.
 */
public final class JsonCases {
    private final Appendable out;
    private final JsonWriter json;

    /**
     * Begins the array.
     *
     * @param out where the text goes; neither flushed nor closed
     * @throws IOException if {@code out} does
     */
    public JsonCases(Appendable out) throws IOException {
        this.out = out;
        this.json = new JsonWriter(out);
        json.beginArray();
    }

    /**
     * Adds a case.
     *
     * @param columns texts that come before the features, by their names
     * @param diagnostics whether to write the diagnostics too
     * @throws IOException if the text cannot be written
     */
    public void add(Map<String, String> columns, FeatureVector features, boolean diagnostics) throws IOException {
        add(FeatureFormat.cells(columns, features, diagnostics), features);
    }

    /**
     * Ends the array; nothing may follow.
     *
     * @throws IOException if the text cannot be written
     */
    public void end() throws IOException {
        json.endArray();
        out.append('\n');
    }

    void add(Map<String, DiagnosticValue> cells, FeatureVector features) throws IOException {
        json.beginObject();
        for (Map.Entry<String, DiagnosticValue> cell : cells.entrySet()) {
            append(json.name(cell.getKey()), cell.getValue());
        }
        Map<String, String> reasons = nullReasons(cells, features);
        if (!reasons.isEmpty()) {
            json.name("nullReasons").beginObject();
            for (Map.Entry<String, String> reason : reasons.entrySet()) {
                json.name(reason.getKey()).value(reason.getValue());
            }
            json.endObject();
        }
        json.endObject();
    }

    private static void append(JsonWriter json, DiagnosticValue value) throws IOException {
        if (value instanceof DiagnosticValue.Text text) {
            json.value(text.text());
        } else if (value instanceof DiagnosticValue.Whole whole) {
            json.value(whole.value());
        } else if (value instanceof DiagnosticValue.Real real) {
            json.value(real.value());
        } else if (value instanceof DiagnosticValue.Tuple tuple) {
            json.beginArray();
            for (DiagnosticValue element : tuple.elements()) {
                append(json, element);
            }
            json.endArray();
        }
    }

    private static Map<String, String> nullReasons(Map<String, DiagnosticValue> cells, FeatureVector features) {
        Map<String, String> reasons = new LinkedHashMap<>();
        cells.forEach((name, cell) -> {
            if (holdsNull(cell)) {
                reasons.put(name, "the value is " + cell.text());
            }
        });
        // A reason that was given takes the place of that, where it stands.
        features.nanReasons()
                .forEach((name, reason) -> reasons.put(features.naming().column(name), reason));
        return reasons;
    }

    private static boolean holdsNull(DiagnosticValue value) {
        return value instanceof DiagnosticValue.Real real && !Double.isFinite(real.value())
                || value instanceof DiagnosticValue.Tuple tuple
                        && tuple.elements().stream().anyMatch(JsonCases::holdsNull);
    }
}
