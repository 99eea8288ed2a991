package io.github.radiomics4j.select.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class VarianceFilterTest extends FeatureSelectorContract {
    @Override
    protected FeatureSelector selector() {
        return new VarianceFilter(1.2);
    }

    @Override
    protected boolean looksAtTheOutcome() {
        return false;
    }

    @Test
    void theVarianceHasDivisorN() {
        var table = TrainingRows.table(List.of("x"), new double[] {1e9 + 1, 1e9 + 3});
        var outcome = TrainingRows.outcome(true, false);
        assertThat(new VarianceFilter(0.999).select(table, outcome).kept()).containsExactly("x");
        assertThat(new VarianceFilter(1).select(table, outcome).dropped())
                .hasSize(1)
                .allSatisfy(one -> {
                    assertThat(one.score()).isEqualTo(1);
                    assertThat(one.reason()).isEqualTo("variance 1.0, must be above 1.0");
                });
    }

    @Test
    void tinyValuesThatVaryAreKeptAtZero() {
        var table = TrainingRows.table(List.of("x"), new double[] {1e-200, 2e-200});
        assertThat(VarianceFilter.withDefaults()
                        .select(table, TrainingRows.outcome(true, false))
                        .kept())
                .containsExactly("x");
    }

    @Test
    void aNegativeBarIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VarianceFilter.withDefaults().withThreshold(-1))
                .withMessageContaining("-1");
    }
}
