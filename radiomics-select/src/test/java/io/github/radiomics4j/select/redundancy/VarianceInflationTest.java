package io.github.radiomics4j.select.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VarianceInflationTest extends FeatureSelectorContract {
    private static final int CASES = 30;
    private static final Outcome NONE = TrainingRows.outcome(true, false);

    @Override
    protected FeatureSelector selector() {
        return VarianceInflation.withDefaults().withMaximum(1.05);
    }

    @Override
    protected boolean looksAtTheOutcome() {
        return false;
    }

    /** Columns a and b, their sum, and one that stands alone. */
    private static FeatureTable sum() {
        Random random = new Random(7);
        double[][] x = new double[4][CASES];
        for (int i = 0; i < CASES; i++) {
            x[0][i] = random.nextGaussian();
            x[1][i] = 1e4 * random.nextGaussian();
            x[2][i] = x[0][i] - x[1][i] + 5;
            x[3][i] = random.nextGaussian();
        }
        return TrainingRows.table(List.of("a", "b", "sum", "alone"), x);
    }

    @Test
    void aSumOfColumnsIsInfiniteAndSoAreItsParts() {
        Map<String, Double> factors = VarianceInflation.factors(sum());
        assertThat(factors.get("a")).isInfinite();
        assertThat(factors.get("b")).isInfinite();
        assertThat(factors.get("sum")).isInfinite();
        double alone = VarianceInflation.factors(sum().columns(List.of("a", "b", "alone")))
                .get("alone");
        assertThat(factors.get("alone")).isCloseTo(alone, within(1e-12)).isLessThan(2);
    }

    @Test
    void theLastOfSeveralInfiniteOnesGoes() {
        Selection found = VarianceInflation.withDefaults().select(sum(), NONE);
        assertThat(found.kept()).containsExactly("a", "b", "alone");
        assertThat(found.dropped().get(0).reason())
                .isEqualTo("variance inflation factor Infinity among 4 columns, must not be above 10.0");
    }

    @Test
    void columnsThatDoNotCorrelateHaveOne() {
        FeatureTable table =
                TrainingRows.table(List.of("a", "b"), new double[] {1, 1, -1, -1, 0}, new double[] {1, -1, 1, -1, 0});
        assertThat(VarianceInflation.factors(table).values())
                .allSatisfy(one -> assertThat(one).isCloseTo(1, within(1e-15)));
    }

    @Test
    void asManyColumnsAsCasesAreRefused() {
        FeatureTable table = TrainingRows.table(List.of("a", "b"), new double[] {1, 2}, new double[] {1, 3});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VarianceInflation.factors(table))
                .withMessageContaining("found 2 columns that vary and 2 cases");
    }

    @Test
    void aBarBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VarianceInflation.withDefaults().withMaximum(0.5))
                .withMessageContaining("0.5");
    }
}
