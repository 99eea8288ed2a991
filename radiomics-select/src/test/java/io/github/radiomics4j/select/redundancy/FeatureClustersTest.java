package io.github.radiomics4j.select.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.select.redundancy.FeatureClusters.Representative;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FeatureClustersTest extends FeatureSelectorContract {
    private static final FeatureClusters CLUSTERS = FeatureClusters.withDefaults();
    /** b lies between a and c; c alone separates the classes fully; d stands apart. */
    private static final FeatureTable TABLE = TrainingRows.table(
            List.of("a", "b", "c", "d"),
            new double[] {1, 3, 2, 4, 5, 6, 7, 8},
            new double[] {1, 2, 3, 4, 5, 6, 7, 8.5},
            new double[] {1, 2, 3, 3, 6, 6.5, 7, 8},
            new double[] {1, -1, 1, -1, 1, -1, 1, -1});

    private static final Outcome OUTCOME = TrainingRows.outcome(false, false, false, false, true, true, true, true);

    @Override
    protected FeatureSelector selector() {
        return CLUSTERS.withHeight(0.9).withRepresentative(Representative.MORE_SIGNIFICANT);
    }

    /** The same contract where the representative does not depend on the outcome. */
    @Nested
    class MostCentral extends FeatureSelectorContract {
        @Override
        protected FeatureSelector selector() {
            return CLUSTERS.withHeight(0.9);
        }

        @Override
        protected boolean looksAtTheOutcome() {
            return false;
        }
    }

    @Test
    void oneColumnStandsForEachCluster() {
        assertThat(kept(Representative.FIRST)).containsExactly("a", "d");
        assertThat(kept(Representative.MOST_CENTRAL)).containsExactly("b", "d");
        assertThat(kept(Representative.MORE_SIGNIFICANT)).containsExactly("c", "d");
    }

    private static List<String> kept(Representative representative) {
        return CLUSTERS.withRepresentative(representative)
                .withHeight(0.2)
                .select(TABLE, OUTCOME)
                .kept();
    }

    @Test
    void theReasonNamesTheRepresentative() {
        Selection found = CLUSTERS.withHeight(0.2).withLinkage(Linkage.COMPLETE).select(TABLE, OUTCOME);
        assertThat(found.dropped().get(0).reason())
                .startsWith("in a cluster of 3 columns at height 0.2 for which b stands; r = 0.9");
    }

    @Test
    void atHeightZeroOnlyWhatIsEqualIsJoined() {
        FeatureTable copies = TrainingRows.table(
                List.of("a", "b", "c"), new double[] {1, 2, 4}, new double[] {-1, -2, -4}, new double[] {1, 5, 2});
        assertThat(CLUSTERS.withKind(CorrelationKind.KENDALL)
                        .withHeight(0)
                        .tree(copies)
                        .cut(0))
                .containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void aTreeRefusesColumnsThatHaveNoCorrelation() {
        FeatureTable table = TrainingRows.table(List.of("a", "b"), new double[] {1, 2}, new double[] {3, 3});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLUSTERS.tree(table))
                .withMessageContaining("b (constant: 3.0 in every case)");
    }

    @Test
    void aHeightOutsideZeroToOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLUSTERS.withHeight(1.1))
                .withMessageContaining("1.1");
    }
}
