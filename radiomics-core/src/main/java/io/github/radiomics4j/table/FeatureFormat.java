package io.github.radiomics4j.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forms in which PyRadiomics' command line prints one case: {@code Image}, {@code Mask}, the diagnostics, then the
 * features, in their order. Lines end with {@code \n}, numbers have all their digits and '.' in every locale.
 */
public enum FeatureFormat {
    /** A header and one row; NaN is {@code nan}. */
    CSV {
        @Override
        void write(Appendable out, int caseNumber, Map<String, DiagnosticValue> cells, FeatureVector features)
                throws IOException {
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
        void write(Appendable out, int caseNumber, Map<String, DiagnosticValue> cells, FeatureVector features)
                throws IOException {
            JsonCases json = new JsonCases(out);
            json.add(cells, features);
            json.end();
        }
    },

    /** A line {@code Case-1_name: value} for each, with the number of the case; NaN is {@code nan}. */
    TXT {
        @Override
        void write(Appendable out, int caseNumber, Map<String, DiagnosticValue> cells, FeatureVector features)
                throws IOException {
            for (Map.Entry<String, DiagnosticValue> cell : cells.entrySet()) {
                out.append("Case-")
                        .append(Integer.toString(caseNumber))
                        .append('_')
                        .append(cell.getKey())
                        .append(": ");
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
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("Image", image);
        columns.put("Mask", mask);
        write(out, 1, columns, features, diagnostics);
    }

    /**
     * Writes one case of many.
     *
     * @param out where the text goes; neither flushed nor closed
     * @param caseNumber counted from 1
     * @param columns texts that come before the features, by their names, such as those of a list of cases
     * @param features the case
     * @param diagnostics whether to write the diagnostics too
     * @throws IOException if {@code out} does
     */
    public void write(
            Appendable out, int caseNumber, Map<String, String> columns, FeatureVector features, boolean diagnostics)
            throws IOException {
        write(out, caseNumber, cells(columns, features, diagnostics), features);
    }

    abstract void write(Appendable out, int caseNumber, Map<String, DiagnosticValue> cells, FeatureVector features)
            throws IOException;

    static Map<String, DiagnosticValue> cells(
            Map<String, String> columns, FeatureVector features, boolean diagnostics) {
        Map<String, DiagnosticValue> cells = new LinkedHashMap<>();
        columns.forEach((name, text) -> cells.put(name, DiagnosticValue.of(text)));
        if (diagnostics) {
            cells.putAll(features.diagnostics());
        }
        double[] values = features.toArray();
        List<String> names = features.columnNames();
        for (int i = 0; i < values.length; i++) {
            cells.put(names.get(i), DiagnosticValue.of(values[i]));
        }
        return cells;
    }
}
