package io.github.radiomics4j.select.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearZeroVarianceTest extends FeatureSelectorContract {
    private static final NearZeroVariance FILTER = NearZeroVariance.withDefaults();

    @Override
    protected FeatureSelector selector() {
        return FILTER;
    }

    @Override
    protected boolean looksAtTheOutcome() {
        return false;
    }

    /** 40 values: {@code most} zeros, the others {@code others} numbers in turn. */
    private static boolean isKept(NearZeroVariance filter, int most, int others) {
        double[] values = new double[40];
        for (int i = most; i < values.length; i++) {
            values[i] = 1 + (i - most) % others;
        }
        boolean[] positive = new boolean[40];
        Arrays.fill(positive, 0, 20, true);
        return !filter.select(TrainingRows.table(List.of("x"), values), TrainingRows.outcome(positive))
                .kept()
                .isEmpty();
    }

    @Test
    void oneValueForNearlyAllIsDropped() {
        assertThat(isKept(FILTER, 38, 1)).as("38 : 2 is 19, not above it").isTrue();
        assertThat(isKept(FILTER, 39, 1)).as("39 : 1").isFalse();
        assertThat(isKept(FILTER, 38, 2)).as("38 : 1, 3 of 40 are distinct").isFalse();
        assertThat(isKept(FILTER.withDistinctPercent(7), 38, 2)).as("7.5 %").isTrue();
        assertThat(isKept(FILTER.withFrequencyRatio(39), 39, 1)).isTrue();
    }

    @Test
    void barsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILTER.withFrequencyRatio(0.9))
                .withMessageContaining("0.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FILTER.withDistinctPercent(101))
                .withMessageContaining("101");
    }
}
