package io.github.radiomics4j.select.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.select.univariate.UnivariateTest;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CorrelationFilterTest extends FeatureSelectorContract {
    private static final FeatureTable TABLE = TrainingRows.table(
            List.of("a", "b", "c"), new double[] {1, 2, 3, 4, 5}, new double[] {1, 2, 3, 5, 5}, new double[] {
                5, 4, 3, 2, 1
            });
    private static final Outcome OUTCOME = TrainingRows.outcome(false, true, false, true, true);

    @Override
    protected FeatureSelector selector() {
        return CorrelationFilter.pearson(0.1);
    }

    /** The same contract where the rule does not look at the outcome. */
    @Nested
    class ByOrderAlone extends FeatureSelectorContract {
        @Override
        protected FeatureSelector selector() {
            return CorrelationFilter.spearman(0.1).withRule(KeepRule.KEEP_FIRST);
        }

        @Override
        protected boolean looksAtTheOutcome() {
            return false;
        }
    }

    @Test
    void theReasonNamesTheKeptPartnerAndR() {
        Selection found =
                CorrelationFilter.pearson(0.9).withRule(KeepRule.KEEP_FIRST).select(TABLE, OUTCOME);
        assertThat(found.kept()).containsExactly("a");
        assertThat(found.dropped().get(1).score()).isEqualTo(-1);
        assertThat(found.dropped().get(1).reason()).isEqualTo("r = -1.0 with a, |r| must not be above 0.9");
    }

    @Test
    void aPartnerThatIsDroppedTooIsNamedWhereNoneIsKept() {
        // a-b-c is a chain: a and c do not correlate, and pandas' idiom drops both b and c
        FeatureTable chain = TrainingRows.table(
                List.of("a", "b", "c"), new double[] {1, -1, 0, 0}, new double[] {1, -1, 1, -1}, new double[] {
                    0, 0, 1, -1
                });
        Selection found = CorrelationFilter.pearson(0.7)
                .withRule(KeepRule.PANDAS_UPPER_TRIANGLE)
                .select(chain, TrainingRows.outcome(true, true, false, false));
        assertThat(found.kept()).containsExactly("a");
        assertThat(found.dropped().get(1).reason()).contains("with b, which is dropped too");
    }

    @Test
    void theCutoffIsStrict() {
        assertThat(CorrelationFilter.pearson(1).select(TABLE, OUTCOME).kept()).containsExactly("a", "b", "c");
        FeatureTable copies = TrainingRows.table(List.of("a", "b"), new double[] {1, 2, 4}, new double[] {2, 4, 8});
        assertThat(CorrelationFilter.kendall(Math.nextDown(1.0))
                        .withRule(KeepRule.KEEP_FIRST)
                        .select(copies, TrainingRows.outcome(true, false, true))
                        .kept())
                .containsExactly("a");
    }

    @Test
    void theTestOfSignificanceDecidesBetweenTwo() {
        FeatureTable table =
                TrainingRows.table(List.of("heavy", "ranked"), new double[] {1, 2, 3, 4, 5, 6, 7, 100}, new double[] {
                    4, 1, 2, 3, 5, 6, 8, 9
                });
        Outcome outcome = TrainingRows.outcome(false, false, false, false, true, true, true, true);
        CorrelationFilter filter = CorrelationFilter.spearman(0.5);
        assertThat(filter.select(table, outcome).kept()).containsExactly("ranked");
        // by ranks both separate the classes, and the first is kept
        assertThat(filter.withSignificance(UnivariateTest.MANN_WHITNEY)
                        .select(table, outcome)
                        .kept())
                .containsExactly("heavy");
    }

    @Test
    void aBarOutsideZeroToOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationFilter.pearson(1.5))
                .withMessageContaining("1.5");
    }

    @Test
    void aMatrixKnowsItsColumnsAndRefusesOthers() {
        CorrelationMatrix r = CorrelationMatrix.of(TABLE, CorrelationKind.PEARSON);
        assertThat(r.names()).containsExactly("a", "b", "c");
        assertThat(r.r("a", "a")).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> r.r("a", "d")).withMessageContaining("found d");
        FeatureTable bad = TrainingRows.table(List.of("a"), new double[] {1, Double.POSITIVE_INFINITY});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationMatrix.of(bad, CorrelationKind.PEARSON))
                .withMessageContaining("Infinity in column a of case P1");
    }

    @Test
    void aConstantColumnOfAMatrixHasNoCorrelation() {
        FeatureTable table = TrainingRows.table(List.of("a", "b"), new double[] {1, 2, 3}, new double[] {.1, .1, .1});
        for (CorrelationKind kind : CorrelationKind.values()) {
            assertThat(CorrelationMatrix.of(table, kind).r("a", "b")).isNaN();
        }
    }

    @Test
    void hugeAndTinyValuesLoseNothing() {
        double[] x = {1, 5, 2, 8, 3};
        double[] y = {2, 3, 1, 9, 4};
        FeatureTable plain = TrainingRows.table(List.of("x", "y"), x, y);
        FeatureTable scaled = TrainingRows.table(List.of("x", "y"), times(x, 0x1p1019), times(y, 0x1p-1060));
        assertThat(CorrelationMatrix.of(scaled, CorrelationKind.PEARSON).r("x", "y"))
                .isEqualTo(CorrelationMatrix.of(plain, CorrelationKind.PEARSON).r("x", "y"));
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(x -> x * factor).toArray();
    }
}
