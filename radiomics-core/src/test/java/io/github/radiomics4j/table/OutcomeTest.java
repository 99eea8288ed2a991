package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Outcome KI67 = Outcome.of("high", "low", List.of("a", "b", "c"), true, false, true);

    @Test
    void classesAreFoundByCaseId() {
        assertThat(KI67.isPositive("c")).isTrue();
        assertThat(KI67.classOf("b")).isEqualTo("low");
        assertThat(KI67.positives(List.of("b", "a"))).containsExactly(false, true);
        assertThat(KI67.positiveCount()).isEqualTo(2);
        assertThat(KI67.casesOf(true)).containsExactly("a", "c");
        assertThat(KI67.casesOf(false)).containsExactly("b");
    }

    @Test
    void rowsFollowTheOrderThatIsAskedFor() {
        assertThat(KI67.rows(List.of("c", "b")))
                .isEqualTo(Outcome.of("high", "low", List.of("c", "b"), true, false))
                .hasSameHashCodeAs(Outcome.of("high", "low", List.of("c", "b"), true, false));
    }

    @Test
    void unknownAndDoubleCasesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KI67.positives(List.of("a", "x", "y")))
                .withMessageContainingAll("x", "y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KI67.isPositive("x"))
                .withMessageContaining("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KI67.rows(List.of("a", "a")))
                .withMessageContaining("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.of("high", "low", List.of("a", "a"), true, false))
                .withMessageContaining("a");
    }

    @Test
    void aColumnOfTwoCategoriesIsAnOutcome() {
        CovariateTable covariates =
                CovariateTable.of(List.of("a", "b", "c")).withCategories("ki67", List.of("high", "low", "high"));
        assertThat(Outcome.of(covariates, "ki67", "high")).isEqualTo(KI67);
        assertThat(Outcome.of(covariates, "ki67", "low").isPositive("b")).isTrue();
    }

    @Test
    void aColumnWithAMissingOrAThirdClassIsRefused() {
        CovariateTable missing = CovariateTable.of(List.of("a", "b")).withCategories("ki67", List.of("high", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.of(missing, "ki67", "high"))
                .withMessageContaining("b");
        CovariateTable three =
                CovariateTable.of(List.of("a", "b", "c")).withCategories("ki67", List.of("high", "low", "mid"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.of(three, "ki67", "high"))
                .withMessageContaining("mid");
    }

    @Test
    void theTwoClassesHaveTwoNames() {
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.of("x", "x", List.of("a"), true));
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.of("", "x", List.of("a"), true));
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.of("x", "y", List.of("a"), true, false));
    }
}
