package io.github.radiomics4j.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FeatureSelector} must keep, ours and strangers', beside what a {@link Transformer} must. Subclass it,
 * return the selector, and add what only that one promises.
 */
public abstract class FeatureSelectorContract extends TransformerContract {

    /** Returns the selector under test. */
    protected abstract FeatureSelector selector();

    @Override
    protected final Transformer transformer() {
        return selector();
    }

    private Selection selected() {
        return selector().select(table(), outcome());
    }

    @Test
    public void everyColumnIsKeptOrDroppedOnce() {
        List<String> columns = new ArrayList<>(selected().kept());
        selected().dropped().forEach(one -> columns.add(one.column()));
        assertThat(columns).containsExactlyInAnyOrderElementsOf(table().columnNames());
    }

    @Test
    public void everyDroppedColumnHasAReason() {
        assertThat(selected().dropped())
                .allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    }

    @Test
    public void theSameTableGivesTheSameSelection() {
        assertThat(selected().kept()).isEqualTo(selected().kept());
        assertThat(selected().dropped()).isEqualTo(selected().dropped());
    }

    @Test
    public void whatIsAppliedHasTheKeptColumnsInTheirOrder() {
        assertThat(selected().apply(table()).columnNames()).isEqualTo(selected().kept());
    }

    @Test
    public void aTableWithoutAKeptColumnIsRefusedByName() {
        Selection selection = selected();
        if (selection.kept().isEmpty()) {
            return;
        }
        String lost = selection.kept().get(0);
        List<String> others = table().columnNames().stream()
                .filter(column -> !column.equals(lost))
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selection.apply(table().columns(others)))
                .withMessageContaining(lost);
    }
}
