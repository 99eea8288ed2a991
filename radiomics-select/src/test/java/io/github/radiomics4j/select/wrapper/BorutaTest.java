package io.github.radiomics4j.select.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.select.wrapper.Boruta.Decision;
import io.github.radiomics4j.table.FeatureTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BorutaTest extends FeatureSelectorContract {
    private static final Boruta BORUTA = Boruta.of(ColumnImportance.of(new RidgeLogistic(), RidgeLogistic::squares));

    @Override
    protected FeatureSelector selector() {
        return BORUTA;
    }

    @Test
    void signalsAreConfirmed() {
        Boruta.Decisions found = BORUTA.select(table(), outcome());
        assertThat(found.kept()).contains("signal1", "signal2").doesNotContain("noise1");
        assertThat(found.dropped()).allSatisfy(one -> assertThat(one.reason()).contains("above every shadow in"));
        assertThat(found.decisions()).hasSize(5);
    }

    @Test
    void whatIsUndecidedIsDroppedUnlessItIsToBeKept() {
        Boruta one = BORUTA.withMaximumRuns(1).withLevel(0.05).withSeed(9);
        assertThat(one.select(table(), outcome()).kept()).isEmpty();
        assertThat(one.select(table(), outcome()).dropped())
                .allSatisfy(dropped -> assertThat(dropped.reason()).startsWith("TENTATIVE"));
        assertThat(one.withTentative(true).select(table(), outcome()).kept()).hasSize(5);
    }

    @Test
    void thereAreAtLeastFiveShadowsWhoseNamesAreNew() {
        FeatureTable table =
                TrainingRows.table(List.of("shadow0", "b"), new double[] {1, 2, 3}, new double[] {2, 1, 4});
        AtomicInteger calls = new AtomicInteger();
        ColumnImportance importance = (all, outcome, seed) -> {
            assertThat(all.columnCount()).isEqualTo(2 + 6);
            assertThat(all.columnNames().subList(0, 2)).containsExactly("shadow0", "b");
            calls.incrementAndGet();
            return new double[all.columnCount()];
        };
        // importances that are equal to the shadows' are no hits: all are rejected
        Boruta.Decisions found = Boruta.of(importance).select(table, TrainingRows.outcome(true, false, true));
        assertThat(found.kept()).isEmpty();
        assertThat(found.decisions().values())
                .allSatisfy(one -> assertThat(one.decision()).isEqualTo(Decision.REJECTED));
        assertThat(calls.get()).as("2 · 2^-8 is the first below 0.01").isEqualTo(8);
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BORUTA.withMaximumRuns(0))
                .withMessageContaining("found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BORUTA.withLevel(1))
                .withMessageContaining("1.0");
    }
}
