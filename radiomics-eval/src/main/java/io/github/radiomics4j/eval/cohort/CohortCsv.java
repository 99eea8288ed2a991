package io.github.radiomics4j.eval.cohort;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.radiomics4j.eval.cohort.CohortSheet.Cell;
import io.github.radiomics4j.eval.cohort.CohortSheet.Head;
import io.github.radiomics4j.eval.cohort.CohortSheet.Line;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sheet as CSV: beside each p-value its test and the standardized difference. */
final class CohortCsv {
    private CohortCsv() {}

    static String render(CohortSheet sheet) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(header(sheet));
            String variable = "";
            for (Line line : sheet.lines()) {
                variable = line.isLevel() ? variable : line.name();
                csv.writeRecord(record(sheet, variable, line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<String> header(CohortSheet sheet) {
        List<String> header = new ArrayList<>(List.of("variable", "level"));
        for (Head head : sheet.heads()) {
            String name = head.block().isEmpty() ? head.name() : head.block() + ": " + head.name();
            header.add(name);
            if (head.isPValue()) {
                header.add(name + ", test");
                header.add(name + ", standardized difference");
            }
        }
        return header;
    }

    private static List<String> record(CohortSheet sheet, String variable, Line line) {
        List<String> record = new ArrayList<>(List.of(variable, line.isLevel() ? line.name() : ""));
        for (int j = 0; j < line.cells().size(); j++) {
            Cell cell = line.cells().get(j);
            record.add(cell.text());
            if (sheet.heads().get(j).isPValue()) {
                record.add(
                        cell.test().isEmpty()
                                ? ""
                                : sheet.tests().get(cell.test().charAt(0) - 'a'));
                record.add(
                        Double.isNaN(cell.difference()) ? "" : String.format(Locale.ROOT, "%.3f", cell.difference()));
            }
        }
        return record;
    }
}
