package io.github.radiomics4j.eval.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.cohort.CohortDescription.CategoryRow;
import io.github.radiomics4j.eval.cohort.CohortDescription.Comparison;
import io.github.radiomics4j.eval.cohort.CohortDescription.NumberCell;
import io.github.radiomics4j.eval.cohort.CohortDescription.NumberRow;
import io.github.radiomics4j.eval.cohort.CohortDescription.Row;
import io.github.radiomics4j.table.CovariateTable;
import io.github.radiomics4j.table.Outcome;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** cohort/expected.csv: base R 4.2.2 and MASS, by cohort/make.R. Relative tolerance 1e-8; Fisher's p 1e-7. */
class CohortTableOracleTest {
    private static final List<String> COLUMNS = List.of("Age", "Size", "Stiffness", "Menopause", "Histology", "ER");

    private static Path resource(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(CohortTableOracleTest.class.getResource("/cohort/" + name));
        return Path.of(url.toURI());
    }

    private static CovariateTable cohort() throws IOException, URISyntaxException {
        return CovariateTable.read(resource("cohort.csv"));
    }

    private static Map<String, Double> expected() throws IOException, URISyntaxException {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String line :
                Files.readAllLines(resource("expected.csv")).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            values.put(cells[0] + "/" + cells[1] + "/" + cells[2], Double.parseDouble(cells[3]));
        }
        return values;
    }

    /** What is looked up is taken out, so that nothing is left over unseen. */
    private static void near(Map<String, Double> expected, String key, double found) {
        Double value = expected.remove(key);
        assertThat(value).as(key).isNotNull();
        assertThat(found).as(key).isCloseTo(value, within(1e-8 * Math.abs(value) + 1e-13));
    }

    @Test
    void everyValueIsThatOfR() throws IOException, URISyntaxException {
        CovariateTable cohort = cohort();
        CovariateTable columns = cohort.columns(COLUMNS);
        Grouping ki67 = Grouping.of("Ki67", Outcome.of(cohort, "Ki67", "high"));
        Grouping sets = Grouping.of(cohort, "Set");
        Map<String, Double> expected = expected();
        int rows = expected.size();
        CohortTable table = CohortTable.withDefaults();
        CohortDescription one = table.describe(columns, ki67);
        CohortDescription two = table.describe(columns, sets, ki67);
        for (String column : COLUMNS) {
            checkBlock(expected, "all", column, one, 0, columns, ki67);
            assertThat(sets.groups()).containsExactly("test", "training");
            checkBlock(expected, "test", column, two, 0, columns, ki67);
            checkBlock(expected, "training", column, two, 1, columns, ki67);
            checkBetween(expected, column, two.row(column), columns, sets);
        }
        checkThree(expected, cohort, columns);
        assertThat(expected).isEmpty();
        assertThat(rows).isEqualTo(272);
    }

    private static void checkBlock(
            Map<String, Double> expected,
            String set,
            String column,
            CohortDescription summary,
            int block,
            CovariateTable columns,
            Grouping ki67) {
        String key = set + "/" + column + "/";
        Comparison comparison = summary.row(column).comparisons().get(block);
        near(expected, key + "smd", comparison.standardizedDifference());
        if (summary.row(column) instanceof NumberRow row) {
            for (int g = 0; g < 2; g++) {
                NumberCell cell = row.cells().get(block).get(g);
                String group = ki67.groups().get(g);
                near(expected, key + "mean " + group, cell.mean());
                near(expected, key + "sd " + group, cell.standardDeviation());
                near(expected, key + "q1 " + group, cell.lowerQuartile());
                near(expected, key + "median " + group, cell.median());
                near(expected, key + "q3 " + group, cell.upperQuartile());
            }
            near(expected, key + "gate", comparison.pValue());
            CovariateTable rows = columns.rows(casesOf(set));
            Grouping within = restricted(ki67, rows);
            near(expected, key + "welch", p(NumberSummary.MEAN_SD, rows, within, column));
            near(expected, key + "mannwhitney", p(NumberSummary.MEDIAN_QUARTILES, rows, within, column));
        } else if (summary.row(column) instanceof CategoryRow row) {
            for (int g = 0; g < 2; g++) {
                for (int k = 0; k < row.levels().size(); k++) {
                    near(
                            expected,
                            key + "n " + ki67.groups().get(g) + " "
                                    + row.levels().get(k),
                            row.cells().get(block).get(g).counts().get(k));
                }
            }
            checkCategory(expected, key, columns, set, summary, block, ki67, column);
        }
    }

    private static void checkCategory(
            Map<String, Double> expected,
            String key,
            CovariateTable columns,
            String set,
            CohortDescription summary,
            int block,
            Grouping ki67,
            String column) {
        CovariateTable rows = columns.rows(casesOf(set));
        Grouping within = restricted(ki67, rows);
        CohortTable never = CohortTable.withDefaults().withFisherBelow(0);
        CohortTable always = CohortTable.withDefaults().withFisherBelow(1e9);
        near(
                expected,
                key + "chisq",
                only(never.describe(rows, within).row(column)).pValue());
        near(
                expected,
                key + "fisher",
                only(always.describe(rows, within).row(column)).pValue());
    }

    private static List<String> casesOf(String set) {
        try {
            CovariateTable cohort = cohort();
            return cohort.caseIds().stream()
                    .filter(id -> set.equals("all")
                            || set.equals("between")
                            || cohort.category(id, "Set").equals(Optional.of(set)))
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Grouping restricted(Grouping grouping, CovariateTable rows) {
        Map<String, String> groupOf = new LinkedHashMap<>();
        rows.caseIds().forEach(id -> groupOf.put(id, grouping.groupOf().get(id)));
        return new Grouping(grouping.name(), grouping.groups(), groupOf);
    }

    private static Comparison only(Row row) {
        assertThat(row.comparisons()).hasSize(1);
        return row.comparisons().get(0);
    }

    private static double p(NumberSummary summary, CovariateTable rows, Grouping groups, String column) {
        return only(CohortTable.withDefaults()
                        .withSummary(column, summary)
                        .describe(rows, groups)
                        .row(column))
                .pValue();
    }

    private static void checkBetween(
            Map<String, Double> expected, String column, Row row, CovariateTable columns, Grouping sets) {
        // The same as a grouping of its own.
        CohortDescription alone = CohortTable.withDefaults().describe(columns, sets);
        assertThat(row.between()).contains(only(alone.row(column)));
        checkBlock(expected, "between", column, alone, 0, columns, sets);
    }

    private static void checkThree(Map<String, Double> expected, CovariateTable cohort, CovariateTable columns) {
        List<String> ids = cohort.caseIds().stream()
                .filter(id -> !cohort.category(id, "Histology").equals(Optional.of("other")))
                .toList();
        CovariateTable rows = columns.rows(ids);
        Grouping histology = Grouping.of(rows, "Histology");
        near(expected, "three/Size/kruskal", p(NumberSummary.MEDIAN_QUARTILES, rows, histology, "Size"));
        near(expected, "three/Stiffness/welch", p(NumberSummary.MEAN_SD, rows, histology, "Stiffness"));
        Comparison stiffness =
                only(CohortTable.withDefaults().describe(rows, histology).row("Stiffness"));
        if (stiffness.test().equals("analysis of variance")) {
            near(expected, "three/Stiffness/anova", stiffness.pValue());
        } else {
            assertThat(stiffness.test()).isIn("Kruskal-Wallis test", "Welch's analysis of variance");
            expected.remove("three/Stiffness/anova");
        }
        near(
                expected,
                "three/Menopause/chisq",
                only(CohortTable.withDefaults()
                                .withFisherBelow(0)
                                .describe(rows, histology)
                                .row("Menopause"))
                        .pValue());
    }

    @Test
    void aCaseOfOneGroupingAloneIsNamed() throws IOException, URISyntaxException {
        CovariateTable cohort = cohort();
        Grouping sets = Grouping.of(cohort, "Set");
        Grouping fewer = Grouping.of(cohort.rows(cohort.caseIds().subList(1, 200)), "Ki67");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTable.withDefaults().describe(cohort, sets, fewer))
                .withMessageContaining("only in Set: [P001]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTable.withDefaults()
                        .describe(cohort.rows(cohort.caseIds().subList(2, 200)), sets))
                .withMessageContaining("missing: [P001, P002]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTable.withDefaults()
                        .withSummary("ER", NumberSummary.MEAN_SD)
                        .describe(cohort, sets))
                .withMessageContaining("ER");
    }
}
