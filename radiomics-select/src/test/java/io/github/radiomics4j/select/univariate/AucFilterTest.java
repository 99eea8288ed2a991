package io.github.radiomics4j.select.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class AucFilterTest extends FeatureSelectorContract {
    private static final FeatureTable TABLE = TrainingRows.table(
            List.of("rises", "falls", "half"), new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1}, new double[] {
                1, 2, 1, 2
            });
    private static final Outcome OUTCOME = TrainingRows.outcome(false, false, true, true);

    @Override
    protected FeatureSelector selector() {
        return AucFilter.atLeast(0.6);
    }

    @Test
    void aColumnThatFallsCountsAsOneThatRises() {
        assertThat(AucFilter.atLeast(1).select(TABLE, OUTCOME).kept()).containsExactly("rises", "falls");
    }

    @Test
    void aColumnThatFallsIsDroppedWhereLargeValuesMustBePositive() {
        AucFilter filter = AucFilter.atLeast(0.5).withDirection(AucFilter.Direction.LARGER_IS_POSITIVE);
        assertThat(filter.select(TABLE, OUTCOME).kept()).containsExactly("rises", "half");
        assertThat(filter.select(TABLE, OUTCOME).dropped()).hasSize(1).allSatisfy(one -> {
            assertThat(one.score()).isZero();
            assertThat(one.reason()).isEqualTo("AUC = 0.0, must be at least 0.5");
        });
    }

    @Test
    void aBarThatIsNoAreaIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AucFilter.atLeast(1.1))
                .withMessageContaining("1.1");
    }
}
