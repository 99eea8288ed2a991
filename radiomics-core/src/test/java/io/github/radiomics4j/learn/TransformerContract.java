package io.github.radiomics4j.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Transformer} must keep, ours and strangers'. Subclass it, return the transformer, and add what only
 * that one promises. Needs JUnit Jupiter and AssertJ on the test class path.
 */
public abstract class TransformerContract {
    static final int CASES = 60;

    /** Returns the transformer under test. */
    protected abstract Transformer transformer();

    /** Returns training cases that it can take; those of {@link TrainingData} unless overridden. */
    protected FeatureTable table() {
        return TrainingData.table(CASES, 1);
    }

    /** Returns the outcome of the training cases. */
    protected Outcome outcome() {
        return TrainingData.outcome(CASES);
    }

    private Transformation fitted() {
        return transformer().fit(table(), outcome());
    }

    @Test
    public void theSameTableGivesTheSameChange() {
        assertThat(fitted().apply(table())).isEqualTo(fitted().apply(table()));
    }

    @Test
    public void caseIdsStayAsTheyAre() {
        assertThat(fitted().apply(table()).caseIds()).isEqualTo(table().caseIds());
    }

    @Test
    public void aRowIsChangedAsIfItStoodAlone() {
        Transformation fitted = fitted();
        FeatureTable all = fitted.apply(table());
        for (String id : table().caseIds().subList(0, 10)) {
            assertThat(fitted.apply(table().rows(List.of(id)))).isEqualTo(all.rows(List.of(id)));
        }
    }

    @Test
    public void columnsAreFoundByName() {
        List<String> reversed = new ArrayList<>(table().columnNames());
        Collections.reverse(reversed);
        FeatureTable expected = fitted().apply(table());
        assertThat(fitted().apply(table().columns(reversed)).columns(expected.columnNames()))
                .isEqualTo(expected);
    }

    @Test
    public void aCaseWithoutAnOutcomeIsRefusedByName() {
        List<String> known = outcome().caseIds().subList(1, CASES);
        String unknown = outcome().caseIds().get(0);
        Outcome fewer = outcome().rows(known);
        if (looksAtTheOutcome()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> transformer().fit(table(), fewer))
                    .withMessageContaining(unknown);
        } else {
            assertThat(transformer().fit(table(), fewer).apply(table())).isEqualTo(fitted().apply(table()));
        }
    }

    /** Returns whether the outcome plays a part; it does unless overridden. */
    protected boolean looksAtTheOutcome() {
        return true;
    }

    @Test
    public void theOrderOfTheOutcomesCasesChangesNothing() {
        List<String> reversed = new ArrayList<>(outcome().caseIds());
        Collections.reverse(reversed);
        assertThat(transformer().fit(table(), outcome().rows(reversed)).apply(table()))
                .isEqualTo(fitted().apply(table()));
    }
}
