package io.github.radiomics4j.eval.cohort;

import io.github.radiomics4j.eval.cohort.CohortDescription.Block;
import io.github.radiomics4j.eval.cohort.CohortDescription.CategoryCell;
import io.github.radiomics4j.eval.cohort.CohortDescription.CategoryRow;
import io.github.radiomics4j.eval.cohort.CohortDescription.Comparison;
import io.github.radiomics4j.eval.cohort.CohortDescription.Group;
import io.github.radiomics4j.eval.cohort.CohortDescription.NumberCell;
import io.github.radiomics4j.eval.cohort.CohortDescription.NumberRow;
import io.github.radiomics4j.eval.cohort.CohortDescription.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A summary as texts in rows and columns, which the renderers share: the name of a row, all cases, then for each block its
 * groups and a p-value, then the p-value between the blocks.
 *
 * @param heads of the columns after the first
 * @param lines in order
 * @param tests that are used; the letter of the first is a
 */
record CohortSheet(List<Head> heads, List<Line> lines, List<String> tests) {

    /**
     * @param block above the column; empty for none
     * @param name of the column
     * @param isPValue whether its cells are p-values
     */
    record Head(String block, String name, boolean isPValue) {}

    /**
     * @param text shown
     * @param test letter of the test; empty for none
     * @param difference the standardized difference beside a p-value; NaN for none
     */
    record Cell(String text, String test, double difference) {
        static Cell of(String text) {
            return new Cell(text, "", Double.NaN);
        }
    }

    /**
     * @param name of the row
     * @param isLevel whether it is a level of the category above
     * @param cells one per head
     */
    record Line(String name, boolean isLevel, List<Cell> cells) {}

    static CohortSheet of(CohortDescription summary) {
        return new Builder(summary).sheet();
    }

    /** Returns such as 0.043, <0.001, >0.999; a dash of NaN. */
    static String pValue(double p) {
        if (Double.isNaN(p)) {
            return "–";
        }
        return p < 0.001 ? "<0.001" : p > 0.999 ? ">0.999" : String.format(Locale.ROOT, "%.3f", p);
    }

    private static final class Builder {
        private final CohortDescription summary;
        private final List<String> tests = new ArrayList<>();
        private final List<Head> heads = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();

        Builder(CohortDescription summary) {
            this.summary = summary;
        }

        CohortSheet sheet() {
            heads.add(new Head("", "all (n = " + summary.caseCount() + ")", false));
            for (Block block : summary.blocks()) {
                for (Group group : block.groups()) {
                    heads.add(new Head(block.name(), group.name() + " (n = " + group.count() + ")", false));
                }
                heads.add(new Head(block.name(), "p", true));
            }
            if (summary.blocks().size() > 1) {
                heads.add(new Head("", "p between", true));
            }
            for (Row row : summary.rows()) {
                if (row instanceof NumberRow numbers) {
                    add(numbers);
                } else if (row instanceof CategoryRow categories) {
                    add(categories);
                }
            }
            return new CohortSheet(List.copyOf(heads), List.copyOf(lines), List.copyOf(tests));
        }

        private void add(NumberRow row) {
            String what = row.summary() == NumberSummary.MEAN_SD ? ", mean ± SD" : ", median (quartiles)";
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(text(row, row.overall())));
            for (int b = 0; b < row.cells().size(); b++) {
                row.cells().get(b).forEach(cell -> cells.add(Cell.of(text(row, cell))));
                cells.add(cell(row.comparisons().get(b)));
            }
            row.between().ifPresent(comparison -> cells.add(cell(comparison)));
            lines.add(new Line(row.column() + what, false, cells));
            addMissing(
                    row.overall().missing(),
                    row.cells().stream()
                            .map(block ->
                                    block.stream().map(NumberCell::missing).toList())
                            .toList(),
                    row.between());
        }

        private void add(CategoryRow row) {
            List<Cell> head = new ArrayList<>();
            head.add(Cell.of(""));
            for (int b = 0; b < row.cells().size(); b++) {
                row.cells().get(b).forEach(cell -> head.add(Cell.of("")));
                head.add(cell(row.comparisons().get(b)));
            }
            row.between().ifPresent(comparison -> head.add(cell(comparison)));
            lines.add(new Line(row.column() + ", n (%)", false, head));
            for (int k = 0; k < row.levels().size(); k++) {
                int level = k;
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.of(text(row.overall(), level)));
                for (List<CategoryCell> block : row.cells()) {
                    block.forEach(cell -> cells.add(Cell.of(text(cell, level))));
                    cells.add(Cell.of(""));
                }
                row.between().ifPresent(comparison -> cells.add(Cell.of("")));
                lines.add(new Line(row.levels().get(k), true, cells));
            }
            addMissing(
                    row.overall().missing(),
                    row.cells().stream()
                            .map(block ->
                                    block.stream().map(CategoryCell::missing).toList())
                            .toList(),
                    row.between());
        }

        private void addMissing(int overall, List<List<Integer>> blocks, Optional<Comparison> between) {
            if (overall == 0) {
                return;
            }
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.of(Integer.toString(overall)));
            for (List<Integer> block : blocks) {
                block.forEach(missing -> cells.add(Cell.of(missing.toString())));
                cells.add(Cell.of(""));
            }
            between.ifPresent(comparison -> cells.add(Cell.of("")));
            lines.add(new Line("missing", true, cells));
        }

        private String text(NumberRow row, NumberCell cell) {
            if (cell.count() == 0) {
                return "–";
            }
            return row.summary() == NumberSummary.MEAN_SD
                    ? number(cell.mean()) + " ± " + number(cell.standardDeviation())
                    : number(cell.median()) + " (" + number(cell.lowerQuartile()) + " to "
                            + number(cell.upperQuartile()) + ")";
        }

        private static String text(CategoryCell cell, int level) {
            int count = cell.counts().get(level);
            return cell.count() == 0
                    ? "–"
                    : String.format(Locale.ROOT, "%d (%.1f)", count, 100.0 * count / cell.count());
        }

        private String number(double value) {
            return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%." + summary.decimals() + "f", value);
        }

        private Cell cell(Comparison comparison) {
            String letter = "";
            if (!comparison.test().isEmpty() && !Double.isNaN(comparison.pValue())) {
                if (!tests.contains(comparison.test())) {
                    tests.add(comparison.test());
                }
                letter = letter(tests.indexOf(comparison.test()));
            }
            return new Cell(pValue(comparison.pValue()), letter, comparison.standardizedDifference());
        }
    }

    static String letter(int test) {
        return String.valueOf((char) ('a' + test));
    }
}
