package io.github.radiomics4j.eval.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.table.CovariateTable;
import io.github.radiomics4j.table.Split;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a summary reads, and what becomes of cohorts in which little is there. */
class CohortDescriptionTest {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");

    private static CovariateTable covariates() {
        return CovariateTable.of(IDS)
                .withNumbers("Age", 50, 52, 54, 60, 62, Double.NaN)
                .withCategories("ER_status", List.of("pos", "pos", "neg", "neg", "pos", ""));
    }

    private static Grouping groups(String... groupOf) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < groupOf.length; i++) {
            map.put(IDS.get(i), groupOf[i]);
        }
        return new Grouping("Ki67", List.of("high", "low"), map);
    }

    private static CohortDescription summary() {
        return CohortTable.withDefaults().describe(covariates(), groups("high", "high", "high", "low", "low", "low"));
    }

    @Test
    void theTextIsAlignedAndNamesItsTests() {
        assertThat(summary().toText()).isEqualTo("""
                                                 all (n = 6)          high (n = 3)         low (n = 3)          p
                        Age, median (quartiles)  54.0 (52.0 to 60.0)  52.0 (51.0 to 53.0)  61.0 (60.5 to 61.5)  0.200 a
                          missing                1                    0                    1
                        ER_status, n (%)                                                                        >0.999 b
                          neg                    2 (40.0)             1 (33.3)             1 (50.0)
                          pos                    3 (60.0)             2 (66.7)             1 (50.0)
                          missing                1                    0                    1
                        a: Mann-Whitney test
                        b: Fisher's exact test
                        """);
    }

    @Test
    void theCsvHoldsTestsAndDifferencesInColumns() {
        String[] lines = summary().toCsv().split("\n");
        assertThat(lines[0])
                .isEqualTo(
                        "variable,level,all (n = 6),high (n = 3),low (n = 3),p,\"p, test\",\"p, standardized difference\"");
        assertThat(lines[1]).contains("\"Age, median (quartiles)\"").endsWith("0.200,Mann-Whitney test,5.196");
        assertThat(lines).hasSize(7);
    }

    @Test
    void htmlAndLatexAreEscapedAndHaveAsManyCellsInEveryRow() {
        CovariateTable hostile = CovariateTable.of(IDS)
                .withNumbers("<script>alert(1)</script> & 50 % of $x_1^2 \\ {~}#", 1, 2, 3, 4, 5, 6)
                .withCategories("a, \"quoted\" 'name'", List.of("x&y", "<b>", "x&y", "<b>", "x&y", "<b>"));
        CohortDescription summary = CohortTable.withDefaults()
                .describe(
                        hostile,
                        Grouping.of("Set", new Split(IDS.subList(0, 3), IDS.subList(3, 6))),
                        groups("high", "low", "low", "high", "low", "high"));
        String html = summary.toHtml();
        assertThat(html)
                .doesNotContain("<script>", "<b>", "& ")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; 50 %", "&quot;quoted&quot; &#39;name&#39;");
        Matcher rows = Pattern.compile("<tr>(.*?)</tr>").matcher(html);
        int count = 0;
        while (rows.find()) {
            assertThat(cells(rows.group(1))).as(rows.group(1)).isEqualTo(9);
            count++;
        }
        assertThat(count).isEqualTo(7);
        String latex = summary.toLatex();
        assertThat(latex)
                .contains("\\& 50 \\% of \\$x\\_1\\textasciicircum{}2 \\textbackslash{} \\{\\textasciitilde{}\\}\\#")
                .contains("\\multicolumn{3}{c}{training}", "\\cmidrule(lr){3-5}\\cmidrule(lr){6-8}");
        assertThat(latex.lines().filter(line -> line.contains(" & ")).filter(line -> !line.contains("multicolumn")))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.split("(?<!\\\\)&", -1)).hasSize(9));
        assertThat(summary.toText()).contains("training", "test", "p between");
    }

    /** Counts cells, those that span columns as often as they do. */
    private static int cells(String row) {
        Matcher cells =
                Pattern.compile("<t[dh][^>]*?(?:colspan=\"(\\d+)\")?[^>]*>").matcher(row);
        int count = 0;
        while (cells.find()) {
            Matcher span = Pattern.compile("colspan=\"(\\d+)\"").matcher(cells.group());
            count += span.find() ? Integer.parseInt(span.group(1)) : 1;
        }
        return count;
    }

    @Test
    void anEmptyGroupIsShownAndNotCompared() {
        CohortDescription summary = CohortTable.withDefaults()
                .describe(covariates(), groups("high", "high", "high", "high", "high", "high"));
        assertThat(summary.row("Age").comparisons().get(0).pValue()).isNaN();
        assertThat(summary.row("ER_status").comparisons().get(0).test()).isEmpty();
        assertThat(summary.toText()).contains("low (n = 0)", "–").doesNotContain("NaN");
    }

    @Test
    void whatIsConstantOrMissingEverywhereGivesNoPValue() {
        CovariateTable dull = CovariateTable.of(IDS)
                .withNumbers("Constant", 1, 1, 1, 1, 1, 1)
                .withNumbers("Missing", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
                .withCategories("One", List.of("x", "x", "x", "x", "x", "x"));
        CohortDescription summary =
                CohortTable.withDefaults().describe(dull, groups("high", "low", "low", "high", "low", "high"));
        assertThat(summary.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.comparisons().get(0).pValue()).isNaN());
        assertThat(summary.toText()).doesNotContain("NaN").contains("6 (100.0)");
    }

    @Test
    void oneCaseInAGroupHasNoSpread() {
        CohortDescription summary = CohortTable.withDefaults()
                .withSummary(NumberSummary.MEAN_SD)
                .withDecimals(2)
                .describe(covariates(), groups("high", "low", "low", "low", "low", "low"));
        assertThat(summary.row("Age").comparisons().get(0).pValue()).isNaN();
        assertThat(summary.toText()).contains("50.00 ± –");
    }

    @Test
    void theOrderOfTheCasesChangesNothing() {
        List<String> reversed = new ArrayList<>(IDS);
        Collections.reverse(reversed);
        Grouping groups = groups("high", "low", "low", "high", "low", "high");
        assertThat(CohortTable.withDefaults().describe(covariates().rows(reversed), groups))
                .isEqualTo(CohortTable.withDefaults().describe(covariates(), groups));
    }

    @Test
    void whatIsNoGroupingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grouping("g", List.of("x", "x"), Map.of()))
                .withMessageContaining("[x, x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grouping("g", List.of("x"), Map.of("P1", "y")))
                .withMessageContaining("P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTable.withDefaults().withDecimals(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortTable.withDefaults().withFisherBelow(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summary().row("Weight"))
                .withMessageContaining("Weight");
    }

    @Test
    void moreThanTwoGroupsAreComparedPairByPairForTheirDifference() {
        Grouping three = new Grouping(
                "Center", List.of("x", "y", "z"), Map.of("a", "x", "b", "x", "c", "y", "d", "y", "e", "z", "f", "z"));
        CovariateTable numbers = CovariateTable.of(IDS).withNumbers("v", 1, 3, 2, 4, 3, 5);
        double difference = CohortTable.withDefaults()
                .withContinuity(false)
                .describe(numbers, three)
                .row("v")
                .comparisons()
                .get(0)
                .standardizedDifference();
        double spread = Math.sqrt(2);
        assertThat(difference).isEqualTo((1 / spread + 2 / spread + 1 / spread) / 3);
    }
}
