package io.github.radiomics4j.select.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.eval.hypothesis.PAdjustment;
import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import org.junit.jupiter.api.Test;

class UnivariateFilterTest extends FeatureSelectorContract {
    private static final UnivariateFilter FILTER = UnivariateFilter.withDefaults();

    @Override
    protected FeatureSelector selector() {
        return FILTER;
    }

    @Test
    void signalsAreKeptAndNoiseIsDroppedWithItsP() {
        UnivariateFilter.Tests found = FILTER.withAdjustment(PAdjustment.HOLM).select(table(), outcome());
        assertThat(found.kept()).containsExactly("signal1", "signal2");
        assertThat(found.dropped())
                .allSatisfy(one -> assertThat(one.reason())
                        .startsWith("p = " + one.score() + ", adjusted by HOLM (")
                        .endsWith("must be below 0.05"));
        assertThat(found.tested()).hasSize(5);
    }

    @Test
    void theBarIsStrict() {
        double p = FILTER.select(table(), outcome()).tested().get(0).pValue();
        assertThat(FILTER.withMaximumP(p).select(table(), outcome()).kept()).doesNotContain("signal1");
        assertThat(FILTER.withMaximumP(Math.nextUp(p))
                        .select(table(), outcome())
                        .kept())
                .contains("signal1");
    }

    @Test
    void optionsAreCopied() {
        UnivariateFilter adjusted = FILTER.withAdjustment(PAdjustment.BENJAMINI_HOCHBERG);
        assertThat(adjusted.withoutAdjustment()).isEqualTo(FILTER);
        assertThat(FILTER.withTest(UnivariateTest.WELCH_T).test()).isEqualTo(UnivariateTest.WELCH_T);
    }

    @Test
    void aBarOutsideZeroToOneIsRefused() {
        for (double bar : new double[] {0, -1, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FILTER.withMaximumP(bar))
                    .withMessageContaining("found " + bar);
        }
    }

    @Test
    void aPValueIsThatOfTheTest() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
        boolean[] positive = {false, false, false, false, true, true, true, true};
        // R 4.2.2: wilcox.test(5:8, 1:4)$p.value, exactly 2 / 70
        assertThat(UnivariateTest.MANN_WHITNEY.pValue(values, positive)).isEqualTo(2.0 / 70);
    }
}
