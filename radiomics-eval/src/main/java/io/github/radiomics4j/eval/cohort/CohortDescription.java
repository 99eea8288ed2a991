package io.github.radiomics4j.eval.cohort;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A cohort by groups, as {@link CohortTable} found it.
 *
 * @param blocks the outer groups, or one without a name
 * @param outerName what the outer groups are, if there are any
 * @param innerName what the groups are
 * @param caseCount number of all cases
 * @param rows one per column of the covariates, in their order
 * @param decimals of numbers in texts
 */
public record CohortDescription(
        List<Block> blocks, Optional<String> outerName, String innerName, int caseCount, List<Row> rows, int decimals) {

    /** Copies the lists. */
    public CohortDescription {
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(outerName, "outerName");
        Objects.requireNonNull(innerName, "innerName");
        rows = List.copyOf(rows);
    }

    /**
     * A group and how many cases it has.
     *
     * @param name of the group
     * @param count of its cases, with those whose values are missing
     */
    public record Group(String name, int count) {}

    /**
     * The groups within one outer group.
     *
     * @param name of the outer group; empty where there is none
     * @param groups in order
     */
    public record Block(String name, List<Group> groups) {
        /** Copies the list. */
        public Block {
            groups = List.copyOf(groups);
        }
    }

    /**
     * What sets groups apart.
     *
     * @param pValue of groups that do not differ; NaN where fewer than two have values, or all values are equal
     * @param test by which; empty where there is none
     * @param standardizedDifference mean over all pairs of groups; NaN where a group has one value
     */
    public record Comparison(double pValue, String test, double standardizedDifference) {
        static Comparison none() {
            return new Comparison(Double.NaN, "", Double.NaN);
        }
    }

    /** One column of the covariates. */
    public sealed interface Row permits NumberRow, CategoryRow {
        /** Returns its name. */
        String column();

        /** Returns how the groups of each block compare. */
        List<Comparison> comparisons();

        /** Returns how the blocks compare, where there are several. */
        Optional<Comparison> between();
    }

    /**
     * Numbers of one group.
     *
     * @param count of values
     * @param missing cases without one
     * @param mean NaN of no value, as all that follow
     * @param standardDeviation with divisor n − 1; NaN also of one value
     * @param median the middle
     * @param lowerQuartile of type 7
     * @param upperQuartile of type 7
     */
    public record NumberCell(
            int count,
            int missing,
            double mean,
            double standardDeviation,
            double median,
            double lowerQuartile,
            double upperQuartile) {}

    /**
     * A column of numbers.
     *
     * @param column its name
     * @param summary which of the two is shown: never {@link NumberSummary#AUTOMATIC}
     * @param overall of all cases
     * @param cells by block and group
     * @param comparisons by block
     * @param between of the blocks
     */
    public record NumberRow(
            String column,
            NumberSummary summary,
            NumberCell overall,
            List<List<NumberCell>> cells,
            List<Comparison> comparisons,
            Optional<Comparison> between)
            implements Row {}

    /**
     * Categories of one group.
     *
     * @param count of cases that have one
     * @param missing cases that have none
     * @param counts of each level
     */
    public record CategoryCell(int count, int missing, List<Integer> counts) {}

    /**
     * A column of categories.
     *
     * @param column its name
     * @param levels in order
     * @param overall of all cases
     * @param cells by block and group
     * @param comparisons by block
     * @param between of the blocks
     */
    public record CategoryRow(
            String column,
            List<String> levels,
            CategoryCell overall,
            List<List<CategoryCell>> cells,
            List<Comparison> comparisons,
            Optional<Comparison> between)
            implements Row {}

    /** Returns the row of a column. */
    public Row row(String column) {
        return rows.stream()
                .filter(row -> row.column().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no column " + column + " among "
                        + rows.stream().map(Row::column).toList()));
    }

    /** Returns the table in aligned columns of text. */
    public String toText() {
        return new TextTable(CohortSheet.of(this)).render();
    }

    /** Returns the table as CSV: the test and the standardized difference in columns of their own, dots as decimal marks. */
    public String toCsv() {
        return CohortCsv.render(CohortSheet.of(this));
    }

    /** Returns the table as one HTML element, {@code table}, escaped; it refers to nothing outside. */
    public String toHtml() {
        return CohortHtml.render(CohortSheet.of(this));
    }

    /** Returns the table in LaTeX, escaped, with the rules of the package booktabs. */
    public String toLatex() {
        return CohortLatex.render(CohortSheet.of(this));
    }
}
