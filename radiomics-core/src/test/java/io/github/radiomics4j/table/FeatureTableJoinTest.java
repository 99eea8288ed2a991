package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.table.FeatureTable.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTableJoinTest {
    private static final FeatureTable FIRST = FeatureTable.of(
            List.of("P1", "P2", "P3"),
            List.of("a", "b"),
            new double[][] {{1, 2, 3}, {10, Double.NaN, 30}},
            Map.of(new Cell("P2", "b"), "flat"));
    private static final FeatureTable SECOND = FeatureTable.of(
            List.of("P4", "P3", "P2"),
            List.of("c"),
            new double[][] {{Double.NaN, Double.NaN, 200}},
            Map.of(new Cell("P3", "c"), "isolated", new Cell("P4", "c"), "gone"));

    @Test
    void aJoinIsByIdInAnyOrder() {
        List<String> ids = List.of("P2", "P3");
        FeatureTable joined = FIRST.rows(ids).join(SECOND.rows(List.of("P3", "P2")));
        assertThat(joined)
                .isEqualTo(FeatureTable.of(
                        ids,
                        List.of("a", "b", "c"),
                        new double[][] {{2, 3}, {Double.NaN, 30}, {200, Double.NaN}},
                        Map.of(new Cell("P2", "b"), "flat", new Cell("P3", "c"), "isolated")));
    }

    @Test
    void anExactJoinNamesTheCasesThatOneTableLacks() {
        assertThatThrownBy(() -> FIRST.join(SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("joined tables must have the same cases, found only in the first: [P1], only in the second:"
                        + " [P4]");
    }

    @Test
    void anInnerJoinKeepsTheCasesOfBoth() {
        assertThat(FIRST.join(SECOND, Join.INNER))
                .isEqualTo(FIRST.rows(List.of("P2", "P3")).join(SECOND.rows(List.of("P2", "P3"))));
    }

    @Test
    void aLeftJoinSaysWhyAValueIsNaN() {
        FeatureTable joined = FIRST.join(SECOND, Join.LEFT);
        assertThat(joined.caseIds()).isEqualTo(FIRST.caseIds());
        assertThat(joined.column("c")).containsExactly(Double.NaN, 200, Double.NaN);
        assertThat(joined.nanReasons())
                .isEqualTo(Map.of(
                        new Cell("P1", "c"), "the joined table lacks this case",
                        new Cell("P2", "b"), "flat",
                        new Cell("P3", "c"), "isolated"));
    }

    @Test
    void aColumnOfBothTablesIsNamed() {
        assertThatThrownBy(() -> FIRST.join(FIRST.columns(List.of("b", "a"))))
                .hasMessage("columns must be in one of the joined tables, found in both: [a, b]");
    }

    @Test
    void appendedRowsAreSortedByTheNamesOfTheirColumns() {
        FeatureTable more = FeatureTable.of(
                List.of("P9"), List.of("b", "a"), new double[][] {{Double.NaN}, {9}}, Map.of(new Cell("P9", "b"), "x"));
        FeatureTable appended = FIRST.append(more);
        assertThat(appended.caseIds()).containsExactly("P1", "P2", "P3", "P9");
        assertThat(appended.column("a")).containsExactly(1, 2, 3, 9);
        assertThat(appended.nanReasons()).isEqualTo(Map.of(new Cell("P2", "b"), "flat", new Cell("P9", "b"), "x"));
        assertThat(FIRST.column("a")).containsExactly(1, 2, 3);
    }

    @Test
    void otherCasesOrColumnsThanExpectedAreNamed() {
        assertThatThrownBy(() -> FIRST.append(SECOND))
                .hasMessage("case ids must be in one of the appended tables, found in both: [P2, P3]");
        assertThatThrownBy(() -> FIRST.append(SECOND.rows(List.of("P4"))))
                .hasMessage("appended tables must have the same columns, found only in the first: [a, b], only in the"
                        + " second: [c]");
    }

    @Test
    void columnsThatOneTableLacksBecomeNanOnRequest() {
        FeatureTable appended = FIRST.append(SECOND.rows(List.of("P4")), MissingColumns.NAN);
        assertThat(appended.columnNames()).containsExactly("a", "b", "c");
        assertThat(appended.row("P4")).containsExactly(Double.NaN, Double.NaN, Double.NaN);
        assertThat(appended.nanReason("P4", "a")).contains("the table of this case lacks the column");
        assertThat(appended.nanReason("P4", "c")).contains("gone");
        assertThat(appended.nanReason("P1", "c")).contains("the table of this case lacks the column");
        assertThat(appended.nanReasons()).hasSize(1 + 3 + 3);
    }

    @Test
    void reasonsSurviveJoinSelectionAndFiles(@TempDir Path folder) throws IOException {
        FeatureTable table =
                FIRST.join(SECOND, Join.LEFT).rows(List.of("P3", "P1", "P2")).columns(List.of("c", "b"));
        table.write(folder.resolve("features.csv"));
        FeatureTable read = FeatureTable.read(folder.resolve("features.csv"));
        assertThat(read).isEqualTo(table);
        assertThat(read.nanReason("P3", "c")).contains("isolated");
        assertThat(read.nanReason("P1", "c")).contains("the joined table lacks this case");
        assertThat(read.nanReason("P2", "b")).contains("flat");
    }
}
