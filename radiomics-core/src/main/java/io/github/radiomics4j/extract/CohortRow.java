package io.github.radiomics4j.extract;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.radiomics4j.table.DiagnosticValue;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A case as bytes of a table: id, texts of the caller's, diagnostics, features.
 *
 * @param columns names of the texts
 * @param diagnostics names of the diagnostics
 * @param features names of the features' columns
 * @param blankNan whether NaN is an empty cell
 */
record CohortRow(List<String> columns, List<String> diagnostics, List<String> features, boolean blankNan) {
    static final String CASE = "case";

    /** Returns the header. */
    byte[] header() {
        List<String> cells = new ArrayList<>();
        cells.add(CASE);
        cells.addAll(columns);
        cells.addAll(diagnostics);
        cells.addAll(features);
        return record(cells);
    }

    /** Returns the row of a case whose features have these columns; a diagnostic that it lacks is an empty cell. */
    byte[] row(CaseResult result, FeatureVector vector) {
        List<String> cells = new ArrayList<>();
        cells.add(result.caseId());
        columns.forEach(name -> cells.add(result.columns().get(name)));
        for (String name : diagnostics) {
            DiagnosticValue value = vector.diagnostics().get(name);
            cells.add(value == null ? "" : value.text());
        }
        for (double value : vector.toArray()) {
            cells.add(
                    blankNan && Double.isNaN(value)
                            ? ""
                            : DiagnosticValue.of(value).text());
        }
        return record(cells);
    }

    /** Returns the cells as one line of CSV in UTF-8. */
    static byte[] record(List<String> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
