package io.github.radiomics4j.select.reproducibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.learn.FeatureSelector;
import io.github.radiomics4j.learn.FeatureSelectorContract;
import io.github.radiomics4j.learn.Selection;
import io.github.radiomics4j.learn.TrainingData;
import io.github.radiomics4j.table.FeatureTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class IccFilterTest extends FeatureSelectorContract {
    private static FeatureTable second() {
        FeatureTable first = TrainingData.table(60, 1);
        FeatureTable other = TrainingData.table(60, 2);
        double[][] columns = new double[5][];
        for (int j = 0; j < 5; j++) {
            columns[j] = (j < 3 ? first : other).column(first.columnNames().get(j));
        }
        columns[2] = new double[60];
        return FeatureTable.of(first.caseIds(), first.columnNames(), columns);
    }

    @Override
    protected FeatureSelector selector() {
        return IccFilter.between(TrainingData.table(60, 1), second());
    }

    @Override
    protected boolean looksAtTheOutcome() {
        return false;
    }

    @Test
    void theReasonSaysFormAndBar() {
        Selection found = selector().select(table(), outcome());
        assertThat(found.kept()).containsExactly("signal1", "signal2");
        assertThat(found.dropped())
                .allSatisfy(one ->
                        assertThat(one.reason()).startsWith("ICC(2,1) is ").endsWith("greater than 0.8"));
    }

    @Test
    void readersThatDoNotFitAreRefused() {
        FeatureTable fewer = second().columns(List.of("signal1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IccFilter.between(second(), fewer).select(table(), outcome()))
                .withMessageContaining("reader 2 lacks [signal2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IccFilter.between(second(), second().rows(List.of("P001")))
                        .select(table(), outcome()))
                .withMessageContaining("[P001]");
    }
}
