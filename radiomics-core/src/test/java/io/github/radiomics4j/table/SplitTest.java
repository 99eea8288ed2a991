package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {
    /** The study: 133 high, 67 low. */
    private static final Outcome STUDY = outcome(133, 67);

    private static Outcome outcome(int positives, int negatives) {
        List<String> ids = IntStream.range(0, positives + negatives)
                .mapToObj("P%03d"::formatted)
                .toList();
        boolean[] positive = new boolean[ids.size()];
        for (int i = 0; i < positives; i++) {
            positive[i] = true;
        }
        return Outcome.of("high", "low", ids, positive);
    }

    @Test
    void theStudyIsSplitIntoOneHundredAndSixtyAndFortyWithTheSameShareOfBothClasses() {
        Split split = Split.stratified(STUDY, 0.2, 42);
        assertThat(split.train()).hasSize(160);
        assertThat(split.test()).hasSize(40);
        assertThat(STUDY.rows(split.test()).positiveCount()).isEqualTo(27);
        assertThat(split.train()).isSorted().doesNotContainAnyElementsOf(split.test());
    }

    @Test
    void theSizesOfAStratifiedSplitAreThoseOfEveryFraction() {
        for (int positives = 2; positives < 12; positives++) {
            for (int negatives = 2; negatives < 12; negatives++) {
                Outcome outcome = outcome(positives, negatives);
                int wanted = Math.round(0.4f * (positives + negatives));
                Split split = Split.stratified(outcome, 0.4, 1);
                assertThat(split.test()).hasSize(wanted);
                double expected = 0.4 * positives;
                assertThat((double) outcome.rows(split.test()).positiveCount())
                        .isBetween(Math.floor(expected), Math.ceil(expected));
            }
        }
    }

    @Test
    void aSplitDependsOnIdsAndSeedButNotOnTheOrderOfTheIds() {
        List<String> shuffled = new ArrayList<>(STUDY.caseIds());
        Collections.reverse(shuffled);
        Split split = Split.stratified(STUDY, 0.2, 7);
        assertThat(Split.stratified(STUDY.rows(shuffled), 0.2, 7).test())
                .containsExactlyInAnyOrderElementsOf(split.test());
        assertThat(Split.stratified(STUDY, 0.2, 8).test()).isNotEqualTo(split.test());
        assertThat(Split.random(shuffled, 0.2, 7).test())
                .containsExactlyInAnyOrderElementsOf(
                        Split.random(STUDY.caseIds(), 0.2, 7).test());
    }

    /** The ids of one seed, so that no JDK and no change of ours draws others unseen. */
    @Test
    void theDrawOfASeedNeverChanges() {
        assertThat(Split.random(List.of("a", "b", "c", "d", "e", "f"), 0.34, 42).test())
                .containsExactly("a", "b");
    }

    @Test
    void groupsStayTogether() {
        Map<String, String> groups = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            groups.put("lesion" + i, "patient" + i / 3);
        }
        Split split = Split.grouped(groups, 0.25, 3);
        assertThat(split.test()).hasSize(15);
        List<String> testPatients = split.test().stream().map(groups::get).toList();
        assertThat(split.train().stream().map(groups::get)).doesNotContainAnyElementsOf(testPatients);
    }

    @Test
    void aPartWithoutAClassOrACaseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.stratified(outcome(1, 20), 0.2, 1))
                .withMessageContaining("of 1 high");
        assertThatIllegalArgumentException().isThrownBy(() -> new Split(List.of("a"), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(List.of("a", "b"), List.of("b")))
                .withMessageContaining("b");
        assertThatIllegalArgumentException().isThrownBy(() -> Split.random(List.of("a", "b"), 1.0, 1));
    }

    @Test
    void aSplitReadsBackAsItWasWritten(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("split.csv");
        Split split = Split.stratified(STUDY, 0.2, 42);
        split.write(path);
        assertThat(Split.read(path)).isEqualTo(split);
        assertThat(Files.readAllLines(path)).hasSize(201).startsWith("case,set");
    }

    @Test
    void aDamagedFileIsNamedWithItsLine(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("split.csv");
        Files.writeString(path, "case,set\na,train\nb,tset\n");
        assertThatThrownBy(() -> Split.read(path))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContainingAll("split.csv", "3", "tset");
        Files.writeString(path, "case,set\na,train\na,test\n");
        assertThatThrownBy(() -> Split.read(path)).isInstanceOf(TableFormatException.class);
        Files.writeString(path, "case,set\na,train\n");
        assertThatThrownBy(() -> Split.read(path)).isInstanceOf(TableFormatException.class);
        Files.writeString(path, "id,set\na,train\n");
        assertThatThrownBy(() -> Split.read(path)).isInstanceOf(TableFormatException.class);
    }
}
