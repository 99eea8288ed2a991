package io.github.radiomics4j.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.redundancy.CorrelationFilter;
import io.github.radiomics4j.select.redundancy.FeatureClusters;
import io.github.radiomics4j.select.redundancy.KeepRule;
import io.github.radiomics4j.select.redundancy.VarianceInflation;
import io.github.radiomics4j.select.univariate.AucFilter;
import io.github.radiomics4j.select.univariate.NearZeroVariance;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.select.univariate.UnivariateFilter;
import io.github.radiomics4j.select.univariate.UnivariateTest;
import io.github.radiomics4j.select.univariate.VarianceFilter;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every selector on every kind of column that breaks things: kept or dropped with a reason, never an error or a NaN kept. */
class DegenerateColumnsTest {
    private static final double NAN = Double.NaN;
    private static final Map<String, FeatureSelector> SELECTORS = new LinkedHashMap<>();
    private static final Map<String, FeatureTable> TABLES = new LinkedHashMap<>();
    /** Columns that no selector may keep. */
    private static final Set<String> NEVER = Set.of("constant", "nan", "someNan", "infinite", "minusInfinite");

    static {
        for (UnivariateTest test : UnivariateTest.values()) {
            SELECTORS.put(
                    test.name(), UnivariateFilter.withDefaults().withTest(test).withMaximumP(1));
        }
        SELECTORS.put("AucFilter", AucFilter.atLeast(0));
        SELECTORS.put("VarianceFilter", VarianceFilter.withDefaults());
        SELECTORS.put("NearZeroVariance", NearZeroVariance.withDefaults());
        for (KeepRule rule : KeepRule.values()) {
            SELECTORS.put("Pearson " + rule, CorrelationFilter.pearson(0.9).withRule(rule));
            SELECTORS.put("Kendall " + rule, CorrelationFilter.kendall(0.9).withRule(rule));
        }
        SELECTORS.put("FeatureClusters", FeatureClusters.withDefaults());
        SELECTORS.put("VarianceInflation", VarianceInflation.withDefaults());

        double[] x = {1, 4, 2, 8, 5, 7};
        TABLES.put("constant", table(List.of("x", "constant"), x, filled(0.1)));
        TABLES.put("duplicates", table(List.of("x", "copy"), x, x));
        TABLES.put("r = -1", table(List.of("x", "minus"), x, new double[] {-1, -4, -2, -8, -5, -7}));
        TABLES.put("all NaN", table(List.of("nan", "x"), filled(NAN), x));
        TABLES.put("one NaN", table(List.of("someNan", "x"), new double[] {1, 2, NAN, 4, 5, 6}, x));
        TABLES.put(
                "infinities",
                table(
                        List.of("infinite", "minusInfinite", "x"),
                        new double[] {1, 2, 3, 4, 5, Double.POSITIVE_INFINITY},
                        filled(Double.NEGATIVE_INFINITY),
                        x));
        TABLES.put(
                "huge and tiny",
                table(List.of("huge", "tiny"), new double[] {1e308, -1e308, 1e308, 0, 5e307, -1e308}, new double[] {
                    Double.MIN_VALUE, 0, 0, Double.MIN_VALUE, 0, 0
                }));
        TABLES.put("nothing usable", table(List.of("constant", "nan"), filled(3), filled(NAN)));
        TABLES.put("no column", table(List.of()));
        TABLES.put(
                "three cases", TrainingRows.table(List.of("x", "y"), new double[] {1, 2, 4}, new double[] {3, 1, 2}));
        TABLES.put("separated", table(List.of("x"), new double[] {1, 1, 1, 2, 2, 2}));
    }

    private static FeatureTable table(List<String> names, double[]... columns) {
        return FeatureTable.of(List.of("P0", "P1", "P2", "P3", "P4", "P5"), names, columns);
    }

    private static double[] filled(double value) {
        double[] column = new double[6];
        Arrays.fill(column, value);
        return column;
    }

    private static Outcome outcome(FeatureTable table, boolean isOneClass) {
        boolean[] positive = new boolean[table.caseCount()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = isOneClass || i >= (positive.length + 1) / 2;
        }
        return TrainingRows.outcome(positive);
    }

    @TestFactory
    Stream<DynamicTest> everySelectorOnEveryTable() {
        return TABLES.entrySet().stream()
                .flatMap(table -> SELECTORS.entrySet().stream()
                        .map(selector -> DynamicTest.dynamicTest(
                                table.getKey() + ": " + selector.getKey(),
                                () -> requireSound(selector.getValue(), table.getValue()))));
    }

    private static void requireSound(FeatureSelector selector, FeatureTable table) {
        Selection found = selector.select(table, outcome(table, false));
        assertThat(found.kept()).doesNotContainAnyElementsOf(NEVER);
        assertThat(found.kept().size() + found.dropped().size()).isEqualTo(table.columnCount());
        assertThat(found.dropped()).allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    }

    @Test
    void oneClassIsRefusedByThoseThatCompareClasses() {
        FeatureTable table = TABLES.get("duplicates");
        int refused = 0;
        for (Map.Entry<String, FeatureSelector> selector : SELECTORS.entrySet()) {
            boolean compares = selector.getValue() instanceof UnivariateFilter
                    || selector.getValue() instanceof AucFilter
                    || selector.getKey().endsWith(KeepRule.KEEP_MORE_SIGNIFICANT.name());
            if (compares) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> selector.getValue().select(table, outcome(table, true)))
                        .withMessageContaining("found 6 cases of high and 0 of low");
                refused++;
            } else {
                assertThat(selector.getValue()
                                .select(table, outcome(table, true))
                                .kept())
                        .isNotEmpty();
            }
        }
        assertThat(refused).isEqualTo(7);
    }

    @Test
    void aTableWithoutCasesIsRefused() {
        FeatureTable empty = FeatureTable.of(List.of(), List.of("x"), new double[][] {{}});
        for (FeatureSelector selector : SELECTORS.values()) {
            assertThatIllegalArgumentException().isThrownBy(() -> selector.select(empty, TrainingRows.outcome()));
        }
    }

    @Test
    void theReasonOfNaNIsToldOn() {
        FeatureTable table = FeatureTable.of(
                List.of("P0", "P1"),
                List.of("x"),
                new double[][] {{NAN, 1}},
                Map.of(new FeatureTable.Cell("P0", "x"), "a region of one voxel"));
        assertThat(VarianceFilter.withDefaults()
                        .select(table, TrainingRows.outcome(true, false))
                        .dropped()
                        .get(0)
                        .reason())
                .isEqualTo("values must be finite: case P0 has NaN (a region of one voxel)");
    }
}
