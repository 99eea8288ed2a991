package io.github.radiomics4j.eval.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.table.Outcome;
import io.github.radiomics4j.table.Split;
import io.github.radiomics4j.table.TableFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldsInvariantTest {

    private static Outcome outcome(int positives, int negatives) {
        List<String> ids = new ArrayList<>();
        boolean[] positive = new boolean[positives + negatives];
        for (int i = 0; i < positive.length; i++) {
            ids.add("P%03d".formatted(i));
            positive[i] = i < positives;
        }
        return Outcome.of("high", "low", ids, positive);
    }

    @Property(tries = 200)
    void stratifiedFoldsDifferByOneCaseAtMostInEachClassAndInAll(
            @ForAll @IntRange(min = 5, max = 60) int positives,
            @ForAll @IntRange(min = 5, max = 60) int negatives,
            @ForAll @IntRange(min = 2, max = 5) int count,
            @ForAll long seed) {
        Outcome outcome = outcome(positives, negatives);
        Folds folds = Folds.stratified(outcome, count, seed);
        assertThat(folds.parts().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(outcome.caseIds());
        assertThat(spread(folds.parts().stream().mapToInt(List::size).toArray()))
                .isLessThanOrEqualTo(1);
        assertThat(spread(folds.parts().stream()
                        .mapToInt(part -> outcome.rows(part).positiveCount())
                        .toArray()))
                .isLessThanOrEqualTo(1);
    }

    private static int spread(int[] counts) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int count : counts) {
            least = Math.min(least, count);
            most = Math.max(most, count);
        }
        return most - least;
    }

    @Property(tries = 100)
    void foldsDependOnTheIdsAndNotOnTheirOrder(@ForAll long seed) {
        Outcome outcome = outcome(20, 15);
        List<String> shuffled = new ArrayList<>(outcome.caseIds());
        Collections.shuffle(shuffled, new Random(seed));
        List<Set<String>> expected = sets(Folds.stratified(outcome, 5, seed));
        assertThat(sets(Folds.stratified(outcome.rows(shuffled), 5, seed))).isEqualTo(expected);
    }

    private static List<Set<String>> sets(Folds folds) {
        return folds.parts().stream().<Set<String>>map(HashSet::new).toList();
    }

    @Property(tries = 100)
    void groupsStayTogetherAndFoldsHoldBothClasses(@ForAll long seed) {
        Outcome outcome = outcome(45, 30);
        Map<String, String> groups = new TreeMap<>();
        for (int i = 0; i < 75; i++) {
            groups.put(outcome.caseIds().get(i), "patient" + i / 3);
        }
        Folds folds = Folds.grouped(outcome, groups, 5, seed);
        for (Split split : folds.splits()) {
            Set<String> held = new HashSet<>();
            split.test().forEach(id -> held.add(groups.get(id)));
            assertThat(split.train().stream().map(groups::get)).doesNotContainAnyElementsOf(held);
            assertThat(outcome.rows(split.test()).positiveCount()).isEqualTo(9);
            assertThat(split.test()).hasSize(15);
        }
    }

    @Test
    void everyCaseIsHeldOutOnce() {
        Outcome outcome = outcome(6, 5);
        List<String> held = new ArrayList<>();
        for (Split split : Folds.leaveOneOut(outcome.caseIds()).splits()) {
            assertThat(split.test()).hasSize(1);
            assertThat(split.train()).hasSize(10);
            held.addAll(split.test());
        }
        assertThat(held).isEqualTo(outcome.caseIds());
        assertThat(Folds.random(outcome.caseIds(), 3, 1).sizes()).containsExactlyInAnyOrder(4, 4, 3);
    }

    @Test
    void moreFoldsThanCasesOfAClassAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.stratified(outcome(20, 4), 5, 1))
                .withMessageContaining("2 to 4");
        assertThatIllegalArgumentException().isThrownBy(() -> Folds.random(List.of("a", "b"), 3, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.grouped(outcome(2, 2), Map.of("P000", "x"), 2, 1))
                .withMessageContaining("P001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Folds(List.of(List.of("a"), List.of("a"))))
                .withMessageContaining("a");
        assertThatIllegalArgumentException().isThrownBy(() -> new Folds(List.of(List.of("a"), List.of())));
    }

    @Test
    void foldsReadBackAsTheyWereWritten(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("folds.csv");
        Folds folds = Folds.stratified(outcome(12, 9), 4, 3);
        folds.write(path);
        assertThat(Folds.read(path)).isEqualTo(folds);
        Files.writeString(path, Files.readString(path).replaceFirst(",1", ",1.5"));
        assertThatThrownBy(() -> Folds.read(path))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("1.5");
    }
}
