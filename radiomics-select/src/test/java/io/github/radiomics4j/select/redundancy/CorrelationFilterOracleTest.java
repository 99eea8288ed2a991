package io.github.radiomics4j.select.redundancy;

import static io.github.radiomics4j.eval.Near.assertNear;
import static io.github.radiomics4j.eval.Near.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.select.univariate.UnivariateFilter;
import io.github.radiomics4j.select.univariate.UnivariateTest;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** R 4.2.2 and caret 6.0-93 on 160 rows × 1,197 columns: sets exactly, correlations to 1e-12. */
class CorrelationFilterOracleTest {
    private static final FeatureTable TABLE = TrainingRows.table();
    private static final Outcome OUTCOME = TrainingRows.outcome();
    private static final Golden FILE = Golden.json("correlation_filter.json");
    private static final Map<String, KeepRule> RULES = Map.of(
            "keep_first", KeepRule.KEEP_FIRST,
            "keep_more_significant", KeepRule.KEEP_MORE_SIGNIFICANT,
            "pandas_upper_triangle", KeepRule.PANDAS_UPPER_TRIANGLE,
            "greedy_recursive_max_degree", KeepRule.GREEDY_MAX_DEGREE,
            "caret_exact", KeepRule.CARET_EXACT,
            "caret_fast", KeepRule.CARET_FAST);

    @TestFactory
    Stream<DynamicTest> keptColumnsOfEveryRule() {
        FeatureTable significant = UnivariateFilter.withDefaults()
                .withTest(UnivariateTest.POOLED_T)
                .select(TABLE, OUTCOME)
                .apply(TABLE);
        assertThat(RULES).hasSize(KeepRule.values().length);
        return Stream.of(
                        sets("0.9", CorrelationFilter.pearson(0.9), TABLE, FILE.get("pearson_0.9")),
                        sets("0.8", CorrelationFilter.pearson(0.8), TABLE, FILE.get("pearson_0.8")),
                        sets("ranks", CorrelationFilter.spearman(0.9), TABLE, FILE.get("spearman_0.9")),
                        sets(
                                "p < 0.05",
                                CorrelationFilter.pearson(0.9),
                                significant,
                                FILE.get("after_p_lt_0.05").get("pearson_0.9")))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> sets(
            String what, CorrelationFilter filter, FeatureTable table, Golden expected) {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        what + " " + rule.getKey(),
                        () -> assertThat(filter.withRule(rule.getValue())
                                        .select(table, OUTCOME)
                                        .kept())
                                .isEqualTo(names(expected.get(rule.getKey())))));
    }

    @TestFactory
    Stream<DynamicTest> smallMatrices() {
        List<Golden> cases =
                Golden.json("correlation_filter_small.json").get("cases").items();
        assertThat(cases).hasSize(2);
        return cases.stream().flatMap(one -> {
            List<String> names = names(one.get("names"));
            List<Golden> rows = one.get("r_rows").items();
            double[][] below = new double[names.size()][];
            for (int i = 0; i < below.length; i++) {
                below[i] = Arrays.copyOf(rows.get(i).numbers(), i);
            }
            CorrelationMatrix r = new CorrelationMatrix(names, below);
            return RULES.entrySet().stream()
                    .map(rule -> DynamicTest.dynamicTest(one.get("id").text() + " " + rule.getKey(), () -> {
                        double cutoff = one.has("cutoff") ? one.get("cutoff").number() : 0.9;
                        boolean[] keep = rule.getValue()
                                .keep(r, r.above(cutoff), one.get("p").numbers());
                        List<String> kept = new ArrayList<>();
                        for (int j = 0; j < keep.length; j++) {
                            if (keep[j]) {
                                kept.add(names.get(j));
                            }
                        }
                        assertThat(kept).isEqualTo(names(one.get("expected").get(rule.getKey())));
                    }));
        });
    }

    @Test
    void correlationsOfTwoHundredPairs() {
        Golden samples = FILE.get("correlation_samples");
        List<String> first = names(samples.get("i"));
        List<String> second = names(samples.get("j"));
        CorrelationMatrix pearson = matrix(CorrelationKind.PEARSON);
        CorrelationMatrix spearman = matrix(CorrelationKind.SPEARMAN);
        int checked = 0;
        for (int k = 0; k < first.size(); k++) {
            String i = first.get(k);
            String j = second.get(k);
            assertNear(i + " " + j, pearson.r(i, j), samples.get("pearson").numbers()[k], 1e-12);
            assertNear(i + " " + j, spearman.r(i, j), samples.get("spearman").numbers()[k], 1e-12);
            checked++;
        }
        assertThat(checked).isEqualTo(200);
    }

    @Test
    void sumsOfAllCorrelations() {
        Golden sums = FILE.get("correlation_checksums");
        double sum = 0;
        double absolute = 0;
        double largest = 0;
        double ranks = 0;
        int pairs = 0;
        CorrelationMatrix pearson = matrix(CorrelationKind.PEARSON);
        CorrelationMatrix spearman = matrix(CorrelationKind.SPEARMAN);
        for (int i = 0; i < pearson.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += pearson.r(i, j);
                absolute += Math.abs(pearson.r(i, j));
                largest = Math.max(largest, Math.abs(pearson.r(i, j)));
                ranks += Math.abs(spearman.r(i, j));
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(1195 * 1194 / 2);
        assertRelative("sum", sum, sums.get("sum_upper").number(), 1e-11);
        assertRelative("|sum|", absolute, sums.get("sum_abs_upper").number(), 1e-12);
        assertRelative("largest", largest, sums.get("max_abs_upper").number(), 1e-12);
        assertRelative("ranks", ranks, sums.get("spearman_sum_abs_upper").number(), 1e-12);
    }

    private static CorrelationMatrix matrix(CorrelationKind kind) {
        List<String> names = new ArrayList<>(TABLE.columnNames());
        names.removeAll(List.of("F1177", "F1178"));
        return CorrelationMatrix.of(TABLE.columns(names), kind);
    }

    private static List<String> names(Golden list) {
        List<String> names = new ArrayList<>();
        list.items().forEach(item -> names.add(item.text()));
        return names;
    }
}
