package io.github.radiomics4j.select.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.select.wrapper.Ranking.Ranked;
import org.junit.jupiter.api.Test;

class RecursiveEliminationTest extends FeatureSelectorContract {
    private static final ColumnImportance SQUARES = ColumnImportance.of(new RidgeLogistic(), RidgeLogistic::squares);

    @Override
    protected FeatureSelector selector() {
        return RecursiveElimination.of(SQUARES, 2);
    }

    @Test
    void severalMayGoInARoundButNeverTooMany() {
        Ranking found = RecursiveElimination.of(SQUARES, 2).withStep(2).select(table(), outcome());
        assertThat(found.kept()).containsExactly("signal1", "signal2");
        assertThat(found.ranked()).extracting(Ranked::score).containsExactly(3.0, 3.0, 2.0, 1.0, 1.0);
        assertThat(found.dropped())
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.reason()).startsWith("least important in round "));
    }

    @Test
    void ofEquallyImportantColumnsTheFirstGoes() {
        Ranking found = RecursiveElimination.of((table, outcome, seed) -> new double[table.columnCount()], 4)
                .select(table(), outcome());
        assertThat(found.dropped().get(0).column()).isEqualTo("signal1");
    }

    @Test
    void permutationsAreAnImportanceToo() {
        ColumnImportance shuffles = ColumnImportance.of(new RidgeLogistic(), PermutationImportance.withDefaults());
        assertThat(RecursiveElimination.of(shuffles, 2)
                        .withSeed(3)
                        .select(table(), outcome())
                        .kept())
                .containsExactly("signal1", "signal2");
    }

    @Test
    void importancesMustBeNumbersOfEveryColumn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecursiveElimination.of((table, outcome, seed) -> new double[1], 2)
                        .select(table(), outcome()))
                .withMessage("an importance is needed for each of 5 columns, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecursiveElimination.of(
                                (table, outcome, seed) -> new double[] {0, Double.NaN, 0, 0, 0}, 2)
                        .select(table(), outcome()))
                .withMessage("importances must be numbers, found NaN for column signal2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecursiveElimination.of(SQUARES, 1).withStep(0))
                .withMessageContaining("found 0");
    }
}
