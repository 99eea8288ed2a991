package io.github.radiomics4j.eval.cohort;

import io.github.radiomics4j.eval.cohort.CohortSheet.Cell;
import io.github.radiomics4j.eval.cohort.CohortSheet.Head;
import io.github.radiomics4j.eval.cohort.CohortSheet.Line;
import java.util.List;

/** A sheet as an HTML table. */
final class CohortHtml {
    private CohortHtml() {}

    static String render(CohortSheet sheet) {
        StringBuilder out = new StringBuilder("<table class=\"cohort\">\n<thead>\n");
        List<Head> heads = sheet.heads();
        boolean hasBlocks = heads.stream().anyMatch(head -> !head.block().isEmpty());
        if (hasBlocks) {
            out.append("<tr><td></td>");
            for (int j = 0; j < heads.size(); ) {
                int end = j + 1;
                while (end < heads.size()
                        && !heads.get(j).block().isEmpty()
                        && heads.get(end).block().equals(heads.get(j).block())) {
                    end++;
                }
                out.append(
                        heads.get(j).block().isEmpty()
                                ? "<td></td>"
                                : "<th scope=\"colgroup\" colspan=\"" + (end - j) + "\">"
                                        + escape(heads.get(j).block()) + "</th>");
                j = end;
            }
            out.append("</tr>\n");
        }
        out.append("<tr><td></td>");
        heads.forEach(head ->
                out.append("<th scope=\"col\">").append(escape(head.name())).append("</th>"));
        out.append("</tr>\n</thead>\n<tbody>\n");
        for (Line line : sheet.lines()) {
            out.append("<tr><th scope=\"row\"")
                    .append(
                            line.isLevel()
                                    ? " style=\"padding-left:1.5em;font-weight:normal;text-align:left\""
                                    : " style=\"text-align:left\"")
                    .append('>')
                    .append(escape(line.name()))
                    .append("</th>");
            line.cells().forEach(cell -> out.append("<td>").append(cell(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</tbody>\n");
        if (!sheet.tests().isEmpty()) {
            out.append("<tfoot>\n<tr><td colspan=\"").append(heads.size() + 1).append("\">");
            for (int t = 0; t < sheet.tests().size(); t++) {
                out.append(t == 0 ? "" : "; ")
                        .append("<sup>")
                        .append(CohortSheet.letter(t))
                        .append("</sup> ")
                        .append(escape(sheet.tests().get(t)));
            }
            out.append("</td></tr>\n</tfoot>\n");
        }
        return out.append("</table>\n").toString();
    }

    private static String cell(Cell cell) {
        return escape(cell.text()) + (cell.test().isEmpty() ? "" : "<sup>" + cell.test() + "</sup>");
    }

    static String escape(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
