package io.github.radiomics4j.select.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.select.wrapper.Ranking.Ranked;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MrmrTest extends FeatureSelectorContract {
    private static final Outcome OUTCOME = TrainingRows.outcome(false, false, false, false, true, true, true, true);

    @Override
    protected FeatureSelector selector() {
        return Mrmr.of(MrmrCriterion.MID, 2).withBins(4);
    }

    @ParameterizedTest
    @EnumSource
    void aColumnThatSeparatesComesFirstWhateverElseThereIs(MrmrCriterion criterion) {
        FeatureTable table = TrainingRows.table(
                List.of("constant", "noise", "truth", "copy"),
                new double[] {1, 1, 1, 1, 1, 1, 1, 1},
                new double[] {1, 2, 3, 4, 1, 2, 3, 4},
                new double[] {0, 0, 0, 0, 1, 1, 1, 1},
                new double[] {0, 0, 0, 0, 1, 1, 1, 1});
        Ranking found = Mrmr.of(criterion, 9).select(table, OUTCOME);
        assertThat(found.ranked().get(0).column()).isEqualTo("truth");
        assertThat(found.kept()).containsExactly("noise", "truth", "copy");
        assertThat(found.ranked()).extracting(Ranked::score).doesNotContain(Double.NaN);
        assertThat(found.dropped()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void threeCasesAreEnough(MrmrCriterion criterion) {
        FeatureTable table =
                TrainingRows.table(List.of("a", "b"), new double[] {1, 2, 5}, new double[] {3, -1e300, 1e300});
        Ranking found = Mrmr.of(criterion, 1).select(table, TrainingRows.outcome(true, false, false));
        assertThat(found.kept()).hasSize(1);
        assertThat(found.dropped())
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.reason()).isEqualTo("not among the 1 selected by " + criterion));
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mrmr.of(MrmrCriterion.MID, 0))
                .withMessageContaining("found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mrmr.of(MrmrCriterion.MID, 1).withBins(1))
                .withMessageContaining("found 1");
    }

    @Test
    void oneClassIsRefused() {
        FeatureTable table = TrainingRows.table(List.of("a"), new double[] {1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mrmr.of(MrmrCriterion.MIM, 1).select(table, TrainingRows.outcome(true, true)))
                .withMessageContaining("2 cases of high and 0 of low");
    }
}
