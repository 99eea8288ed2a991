package io.github.radiomics4j.select.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.table.FeatureTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliefFTest extends FeatureSelectorContract {
    @Override
    protected FeatureSelector selector() {
        return ReliefF.of(2);
    }

    @Test
    void aColumnThatSeparatesHasTheWholeWeight() {
        FeatureTable table = TrainingRows.table(
                List.of("truth", "same"), new double[] {0, 0, 0, 1, 1, 1}, new double[] {0, 1, 0, 1, 0, 1});
        Ranking found = ReliefF.of(1).select(table, TrainingRows.outcome(false, false, false, true, true, true));
        assertThat(found.kept()).containsExactly("truth");
        assertThat(found.ranked().get(0).score()).isEqualTo(1);
        assertThat(found.dropped().get(0).reason()).isEqualTo("not among the 1 columns of the largest weight");
    }

    @Test
    void hugeTinyAndBrokenColumnsBreakNothing() {
        FeatureTable table = TrainingRows.table(
                List.of("huge", "tiny", "nan", "constant"),
                new double[] {-1.7e308, 1.7e308, 0, 1},
                new double[] {0, Double.MIN_VALUE, 0, Double.MIN_VALUE},
                new double[] {1, 2, Double.NaN, 4},
                new double[] {3, 3, 3, 3});
        Ranking found = ReliefF.of(5).select(table, TrainingRows.outcome(true, false, false, false));
        assertThat(found.kept()).containsExactly("huge", "tiny");
        assertThat(found.ranked()).allSatisfy(one -> assertThat(one.score()).isBetween(-1.0, 1.0));
    }

    @Test
    void noNeighborIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReliefF.of(1).withNeighbors(0))
                .withMessageContaining("found 0");
    }
}
