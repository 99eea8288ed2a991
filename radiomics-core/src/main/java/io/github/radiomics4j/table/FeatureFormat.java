package io.github.radiomics4j.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The forms in which PyRadiomics' command line prints one case: {@code Image}, {@code Mask}, the diagnostics, then the
 * features, in their order. Lines end with {@code \n}, numbers have all their digits and '.' in every locale.
 */
public enum FeatureFormat {
    /** A header and one row; NaN is {@code nan}. */
    CSV {
        @Override
        void write(Appendable out, Map<String, DiagnosticValue> cells, FeatureVector features) throws IOException {
            StringWriter text = new StringWriter();
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
                csv.writeRecord(cells.keySet());
                csv.writeRecord(
                        cells.values().stream().map(DiagnosticValue::text).toList());
            }
            out.append(text.getBuffer());
        }
    },

    /**
     * An array of one object: strings, numbers, and arrays of numbers for tuples. PyRadiomics writes {@code NaN}, which
     * is no JSON and which strict readers refuse; here it is {@code null}, as is infinity, and where there is one the
     * object ends with {@code "nullReasons"}: an object from the names to the reasons.
     */
    JSON {
        @Override
        void write(Appendable out, Map<String, DiagnosticValue> cells, FeatureVector features) throws IOException {
            JsonWriter json = new JsonWriter(out);
            json.beginArray().beginObject();
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
            json.endObject().endArray();
            out.append('\n');
        }
    },

    /** A line {@code Case-1_name: value} for each; NaN is {@code nan}. */
    TXT {
        @Override
        void write(Appendable out, Map<String, DiagnosticValue> cells, FeatureVector features) throws IOException {
            for (Map.Entry<String, DiagnosticValue> cell : cells.entrySet()) {
                out.append("Case-1_").append(cell.getKey()).append(": ");
                out.append(cell.getValue().text()).append('\n');
            }
        }
    };

    /**
     * Writes one case.
     *
     * @param out where the text goes; neither flushed nor closed
     * @param image where the image came from, printed as it is
     * @param mask where the mask came from, printed as it is
     * @param features the case
     * @param diagnostics whether to write the diagnostics too
     * @throws IOException if {@code out} does
     */
    public void write(Appendable out, String image, String mask, FeatureVector features, boolean diagnostics)
            throws IOException {
        Map<String, DiagnosticValue> cells = new LinkedHashMap<>();
        cells.put("Image", DiagnosticValue.of(image));
        cells.put("Mask", DiagnosticValue.of(mask));
        if (diagnostics) {
            cells.putAll(features.diagnostics());
        }
        double[] values = features.toArray();
        for (int i = 0; i < values.length; i++) {
            cells.put(features.names().get(i).toString(), DiagnosticValue.of(values[i]));
        }
        write(out, cells, features);
    }

    abstract void write(Appendable out, Map<String, DiagnosticValue> cells, FeatureVector features) throws IOException;

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
            if (cell instanceof DiagnosticValue.Real real && !Double.isFinite(real.value())) {
                reasons.put(name, "the value is " + real.text());
            }
        });
        features.nanReasons().forEach((name, reason) -> reasons.put(name.toString(), reason));
        return reasons;
    }
}
