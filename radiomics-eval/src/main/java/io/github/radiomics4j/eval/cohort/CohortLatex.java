package io.github.radiomics4j.eval.cohort;

import io.github.radiomics4j.eval.cohort.CohortSheet.Cell;
import io.github.radiomics4j.eval.cohort.CohortSheet.Head;
import io.github.radiomics4j.eval.cohort.CohortSheet.Line;
import java.util.List;

/** A sheet as a LaTeX tabular with the rules of booktabs. */
final class CohortLatex {
    private CohortLatex() {}

    static String render(CohortSheet sheet) {
        List<Head> heads = sheet.heads();
        StringBuilder out = new StringBuilder("\\begin{tabular}{l")
                .append("r".repeat(heads.size()))
                .append("}\n\\toprule\n");
        if (heads.stream().anyMatch(head -> !head.block().isEmpty())) {
            StringBuilder rules = new StringBuilder();
            for (int j = 0; j < heads.size(); ) {
                int end = j + 1;
                while (end < heads.size()
                        && !heads.get(j).block().isEmpty()
                        && heads.get(end).block().equals(heads.get(j).block())) {
                    end++;
                }
                out.append(" & ");
                if (!heads.get(j).block().isEmpty()) {
                    out.append("\\multicolumn{")
                            .append(end - j)
                            .append("}{c}{")
                            .append(escape(heads.get(j).block()))
                            .append('}');
                    rules.append("\\cmidrule(lr){")
                            .append(j + 2)
                            .append('-')
                            .append(end + 1)
                            .append('}');
                }
                j = end;
            }
            out.append(" \\\\\n").append(rules).append('\n');
        }
        heads.forEach(head -> out.append(" & ").append(escape(head.name())));
        out.append(" \\\\\n\\midrule\n");
        for (Line line : sheet.lines()) {
            out.append(line.isLevel() ? "\\quad " : "").append(escape(line.name()));
            line.cells().forEach(cell -> out.append(" & ").append(cell(cell)));
            out.append(" \\\\\n");
        }
        out.append("\\bottomrule\n");
        for (int t = 0; t < sheet.tests().size(); t++) {
            out.append("\\multicolumn{")
                    .append(heads.size() + 1)
                    .append("}{l}{\\footnotesize $^{")
                    .append(CohortSheet.letter(t))
                    .append("}$ ")
                    .append(escape(sheet.tests().get(t)))
                    .append("} \\\\\n");
        }
        return out.append("\\end{tabular}\n").toString();
    }

    private static String cell(Cell cell) {
        return escape(cell.text()) + (cell.test().isEmpty() ? "" : "$^{" + cell.test() + "}$");
    }

    /** Escapes what LaTeX reads as a command, and writes ±, < and > as mathematics. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').appendCodePoint(c);
                case '<' -> out.append("$<$");
                case '>' -> out.append("$>$");
                case '±' -> out.append("$\\pm$");
                case '–' -> out.append("--");
                default -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return out.toString();
    }
}
