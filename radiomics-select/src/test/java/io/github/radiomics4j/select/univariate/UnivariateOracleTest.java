package io.github.radiomics4j.select.univariate;

import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.hypothesis.PAdjustment;
import io.github.radiomics4j.eval.hypothesis.TwoSampleGate.Branch;
import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.select.univariate.UnivariateFilter.Tested;
import io.github.radiomics4j.select.univariate.UnivariateFilter.Tests;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R 4.2.2 and car 3.1-1 on 160 rows × 1,197 columns: p-values to 1e-8 of themselves; scikit-learn 1.2.1 and caret 6.0-93: sets. */
class UnivariateOracleTest {
    private static final FeatureTable TABLE = TrainingRows.table();
    private static final Outcome OUTCOME = TrainingRows.outcome();
    private static final List<Map<String, String>> ROWS = Golden.rows("features_univariate.csv.gz");
    private static final List<String> CONSTANT = List.of("F1177", "F1178");
    private static final UnivariateFilter FILTER = UnivariateFilter.withDefaults();
    private static final Map<String, Branch> BRANCHES =
            Map.of("t_pooled", Branch.POOLED_T, "t_welch", Branch.WELCH_T, "mwu", Branch.MANN_WHITNEY);

    /** A column of the file and the filter that gives it. */
    private record Row(String column, UnivariateFilter filter, ToDoubleFunction<Tested> value) {}

    @TestFactory
    Stream<DynamicTest> everyValueOfEveryColumn() {
        UnivariateFilter pooled = FILTER.withTest(UnivariateTest.POOLED_T);
        UnivariateFilter welch = FILTER.withTest(UnivariateTest.WELCH_T);
        UnivariateFilter ranks = FILTER.withTest(UnivariateTest.MANN_WHITNEY);
        return Stream.of(
                        new Row("t_pooled", pooled, Tested::statistic),
                        new Row("p_pooled", pooled, Tested::pValue),
                        new Row(
                                "p_pooled_BH",
                                pooled.withAdjustment(PAdjustment.BENJAMINI_HOCHBERG),
                                Tested::adjustedP),
                        new Row(
                                "p_pooled_BY",
                                pooled.withAdjustment(PAdjustment.BENJAMINI_YEKUTIELI),
                                Tested::adjustedP),
                        new Row("p_pooled_holm", pooled.withAdjustment(PAdjustment.HOLM), Tested::adjustedP),
                        new Row(
                                "p_pooled_bonferroni",
                                pooled.withAdjustment(PAdjustment.BONFERRONI),
                                Tested::adjustedP),
                        new Row("t_welch", welch, Tested::statistic),
                        new Row("p_welch", welch, Tested::pValue),
                        new Row("U1", ranks, Tested::statistic),
                        new Row("p_mwu_R_default", ranks, Tested::pValue),
                        new Row("gate_p", FILTER, Tested::pValue),
                        new Row("gate_p_BH", FILTER.withAdjustment(PAdjustment.BENJAMINI_HOCHBERG), Tested::adjustedP))
                .map(row -> DynamicTest.dynamicTest(row.column(), () -> requireColumn(row)));
    }

    private static void requireColumn(Row row) {
        Map<String, Double> found = new HashMap<>();
        for (Tested one : row.filter().select(TABLE, OUTCOME).tested()) {
            found.put(one.column(), row.value().applyAsDouble(one));
        }
        int checked = 0;
        for (Map<String, String> expected : ROWS) {
            String name = expected.get("feature");
            if (CONSTANT.contains(name)) { // R gives them a U; here they are dropped before
                assertThat(found).doesNotContainKey(name);
            } else {
                assertRelative(name, found.get(name), number(expected.get(row.column())), 1e-8);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(1195);
        assertThat(found).hasSize(1195);
    }

    @Test
    void everyBranchOfTheGate() {
        Map<String, Branch> expected = new HashMap<>();
        ROWS.stream()
                .filter(row -> BRANCHES.containsKey(row.get("gate")))
                .forEach(row -> expected.put(row.get("feature"), BRANCHES.get(row.get("gate"))));
        Map<String, Branch> found = new HashMap<>();
        FILTER.select(TABLE, OUTCOME).tested().forEach(one -> found.put(one.column(), one.branch()));
        assertThat(found).hasSize(1195);
        CONSTANT.forEach(expected::remove);
        assertThat(found).isEqualTo(expected);
    }

    /** scikit-learn's f_classif: F of two classes is t² and has its p-value. */
    @Test
    void analysisOfVarianceOfFiftyColumns() {
        Golden expected = Golden.json("selection.json").get("f_classif_first50");
        List<String> names = names(expected.get("features"));
        List<Tested> found = FILTER.withTest(UnivariateTest.POOLED_T)
                .select(TABLE.columns(names), OUTCOME)
                .tested();
        int checked = 0;
        for (int j = 0; j < names.size(); j++) {
            double t = found.get(j).statistic();
            assertRelative(names.get(j), t * t, expected.get("F").numbers()[j], 1e-9);
            assertRelative(
                    names.get(j), found.get(j).pValue(), expected.get("p").numbers()[j], 1e-8);
            checked++;
        }
        assertThat(checked).isEqualTo(50);
    }

    @Test
    void theTwentyLargestStatistics() {
        Golden expected = Golden.json("selection.json").get("select_k_best_20_by_F");
        List<String> found = FILTER.withTest(UnivariateTest.POOLED_T).select(TABLE, OUTCOME).tested().stream()
                .sorted((a, b) -> Double.compare(Math.abs(b.statistic()), Math.abs(a.statistic())))
                .limit(20)
                .map(Tested::column)
                .toList();
        assertThat(found).isEqualTo(names(expected.get("features")));
    }

    @Test
    void whatIsBelowTheBarIsKept() {
        List<String> expected = names(
                Golden.json("correlation_filter.json").get("after_p_lt_0.05").get("features"));
        Tests found = FILTER.withTest(UnivariateTest.POOLED_T).select(TABLE, OUTCOME);
        assertThat(found.kept()).hasSize(122).isEqualTo(expected);
        assertThat(found.dropped()).hasSize(1197 - 122);
    }

    @Test
    void constantColumnsAreDroppedByEverySelector() {
        assertThat(names(Golden.json("correlation_filter.json").get("removed_constant")))
                .isEqualTo(CONSTANT);
        assertThat(names(Golden.json("selection.json").get("variance_threshold").get("removed_at_0")))
                .isEqualTo(CONSTANT);
        assertThat(names(Golden.json("correlation_filter.json")
                        .get("near_zero_var_caret")
                        .get("nzv")))
                .isEqualTo(CONSTANT);
        assertThat(dropped(VarianceFilter.withDefaults(), TABLE)).isEqualTo(CONSTANT);
        assertThat(dropped(NearZeroVariance.withDefaults(), TABLE)).isEqualTo(CONSTANT);
        assertThat(dropped(FILTER.withMaximumP(1), TABLE)).containsSubsequence(CONSTANT);
    }

    @Test
    void variancesOfColumnsInOneRange() {
        List<String> expected =
                names(Golden.json("selection.json").get("variance_threshold").get("minmax_scaled_removed_at_0.01"));
        assertThat(expected).hasSize(10);
        assertThat(dropped(VarianceFilter.withDefaults().withThreshold(0.01), inOneRange(TABLE)))
                .isEqualTo(expected);
    }

    /** (x − min) / (max − min); constant columns as they are. */
    private static FeatureTable inOneRange(FeatureTable table) {
        double[][] columns = new double[table.columnCount()][];
        for (int j = 0; j < columns.length; j++) {
            double[] column = table.column(table.columnNames().get(j));
            double least = Arrays.stream(column).min().orElseThrow();
            double most = Arrays.stream(column).max().orElseThrow();
            double range = most > least ? most - least : 1;
            columns[j] = Arrays.stream(column).map(x -> (x - least) / range).toArray();
        }
        return FeatureTable.of(table.caseIds(), table.columnNames(), columns);
    }

    @Test
    void areasAreThoseOfTheRanks() {
        Map<String, Double> expected = new HashMap<>();
        ROWS.forEach(row -> expected.put(row.get("feature"), number(row.get("auc"))));
        int checked = 0;
        List<String> kept = AucFilter.atLeast(0.6).select(TABLE, OUTCOME).kept();
        for (var one : AucFilter.atLeast(0.6).select(TABLE, OUTCOME).dropped()) {
            if (!one.reason().startsWith("constant")) {
                assertRelative(one.column(), one.score(), expected.get(one.column()), 1e-12);
                checked++;
            }
        }
        for (String name : kept) {
            assertThat(Math.abs(expected.get(name) - 0.5)).isGreaterThanOrEqualTo(0.1);
            checked++;
        }
        assertThat(checked).isEqualTo(1195);
    }

    private static List<String> dropped(FeatureSelector selector, FeatureTable table) {
        return selector.select(table, OUTCOME).dropped().stream()
                .map(one -> one.column())
                .toList();
    }

    private static List<String> names(Golden list) {
        List<String> names = new ArrayList<>();
        list.items().forEach(item -> names.add(item.text()));
        return names;
    }

    private static double number(String text) {
        return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }
}
