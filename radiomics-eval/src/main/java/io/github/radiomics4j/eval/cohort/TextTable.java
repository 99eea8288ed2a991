package io.github.radiomics4j.eval.cohort;

import io.github.radiomics4j.eval.cohort.CohortSheet.Cell;
import io.github.radiomics4j.eval.cohort.CohortSheet.Head;
import io.github.radiomics4j.eval.cohort.CohortSheet.Line;
import java.util.ArrayList;
import java.util.List;

/** A sheet in aligned columns, two blanks apart. Control characters of names become blanks. */
final class TextTable {
    private final CohortSheet sheet;

    TextTable(CohortSheet sheet) {
        this.sheet = sheet;
    }

    String render() {
        List<List<String>> rows = new ArrayList<>();
        if (sheet.heads().stream().anyMatch(head -> !head.block().isEmpty())) {
            rows.add(blocks());
        }
        List<String> names = new ArrayList<>(List.of(""));
        sheet.heads().forEach(head -> names.add(head.name()));
        rows.add(names);
        for (Line line : sheet.lines()) {
            List<String> row = new ArrayList<>(List.of((line.isLevel() ? "  " : "") + line.name()));
            line.cells().forEach(cell -> row.add(text(cell)));
            rows.add(row);
        }
        int[] widths = new int[sheet.heads().size() + 1];
        for (List<String> row : rows) {
            for (int j = 0; j < widths.length; j++) {
                widths[j] = Math.max(widths[j], length(clean(row.get(j))));
            }
        }
        StringBuilder out = new StringBuilder();
        rows.forEach(row -> append(out, row, widths));
        for (int t = 0; t < sheet.tests().size(); t++) {
            out.append(CohortSheet.letter(t))
                    .append(": ")
                    .append(sheet.tests().get(t))
                    .append('\n');
        }
        return out.toString();
    }

    /** Names each block once, above its first column. */
    private List<String> blocks() {
        List<String> row = new ArrayList<>(List.of(""));
        String last = "";
        for (Head head : sheet.heads()) {
            row.add(head.block().equals(last) ? "" : head.block());
            last = head.block();
        }
        return row;
    }

    private static String text(Cell cell) {
        return cell.test().isEmpty() ? cell.text() : cell.text() + " " + cell.test();
    }

    private static void append(StringBuilder out, List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < widths.length; j++) {
            String text = clean(row.get(j));
            line.append(text).append(" ".repeat(widths[j] - length(text) + 2));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
