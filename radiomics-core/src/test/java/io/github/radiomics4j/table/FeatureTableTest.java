package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
    private static final FeatureName A = FeatureName.parse("original_toy_A");
    private static final FeatureName B = FeatureName.parse("original_toy_B");
    private static final FeatureName C = FeatureName.parse("original_toy_C");

    private static final FeatureTable TABLE = FeatureTable.builder()
            .add("P1", FeatureVector.builder().add(A, 1, "").add(B, 10, "").build())
            .add(
                    "P2",
                    FeatureVector.builder()
                            .add(A, 2, "")
                            .add(B, Double.NaN, "flat")
                            .build())
            .add("P3", FeatureVector.builder().add(A, 3, "").add(B, 30, "").build())
            .build();

    @Test
    void valuesAreFoundByCaseAndColumn() {
        assertThat(TABLE.value("P3", B)).isEqualTo(30);
        assertThat(TABLE.value("P1", "original_toy_A")).isEqualTo(1);
        assertThat(TABLE.column(A)).containsExactly(1, 2, 3);
        assertThat(TABLE.row("P1")).containsExactly(1, 10);
        assertThat(TABLE.caseCount()).isEqualTo(3);
        assertThat(TABLE.columnCount()).isEqualTo(2);
    }

    @Test
    void rowsComeInTheOrderOfTheIds() {
        FeatureTable picked = TABLE.rows(List.of("P3", "P2"));
        assertThat(picked.caseIds()).containsExactly("P3", "P2");
        assertThat(picked.column(A)).containsExactly(3, 2);
        assertThat(picked.nanReason("P2", B.toString())).contains("flat");
    }

    @Test
    void reasonsOfOtherRowsAndColumnsAreLeftBehind() {
        assertThat(TABLE.rows(List.of("P1")).nanReasons()).isEmpty();
        assertThat(TABLE.columns(List.of(A.toString())).nanReasons()).isEmpty();
        assertThat(TABLE.columns(List.of(B.toString(), A.toString())).nanReasons())
                .isEqualTo(Map.of(new FeatureTable.Cell("P2", B.toString()), "flat"));
    }

    @Test
    void columnsComeInTheOrderOfTheNames() {
        FeatureTable picked = TABLE.columns(List.of(B.toString(), A.toString()));
        assertThat(picked.columnNames()).containsExactly(B.toString(), A.toString());
        assertThat(picked.row("P3")).containsExactly(30, 3);
    }

    @Test
    void missingAndDuplicateIdsAreNamed() {
        assertThatThrownBy(() -> TABLE.rows(List.of("P1", "P8", "P2", "P9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be no case ids not in this table of 3 cases, found [P8, P9]");
        assertThatThrownBy(() -> TABLE.rows(List.of("P1", "P2", "P1")))
                .hasMessage("there must be no wanted case ids that occur twice, found [P1]");
        assertThatThrownBy(() -> TABLE.columns(List.of("x")))
                .hasMessage("there must be no columns not in this table of 2 columns, found [x]");
        assertThatThrownBy(() -> TABLE.value("P8", A)).hasMessage("there is no case P8 among 3");
        assertThatThrownBy(() -> TABLE.column(C)).hasMessage("there is no column original_toy_C among 2");
    }

    @Test
    void aSecondRowOfACaseIsRefused() {
        FeatureVector row = FeatureVector.builder().add(A, 1, "").build();
        assertThatThrownBy(() -> FeatureTable.builder().add("P1", row).add("P1", row))
                .hasMessage("there must be one row per case, found a second one of P1");
    }

    @Test
    void caseIdsThatPeopleCannotTellApartAreRefused() {
        FeatureVector row = FeatureVector.builder().add(A, 1, "").build();
        for (String id : List.of("", " ", "P1 ", "\tP1", "P\n1", "P\ud8001")) {
            assertThatThrownBy(() -> FeatureTable.builder().add(id, row))
                    .as(id)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a case id must");
        }
    }

    @Test
    void otherColumnsAreRefusedByDefault() {
        FeatureVector first =
                FeatureVector.builder().add(A, 1, "").add(B, 2, "").build();
        FeatureVector other = FeatureVector.builder()
                .add(A, 1, "")
                .add(C, 2, "")
                .warning("Toy was skipped")
                .build();
        assertThatThrownBy(() -> FeatureTable.builder().add("P1", first).add("P2", other))
                .hasMessage("every case must have the columns of the first, but case P2 lacks 1 [original_toy_B]"
                        + " and adds 1 [original_toy_C] (Toy was skipped)");
        FeatureVector swapped =
                FeatureVector.builder().add(B, 2, "").add(A, 1, "").build();
        assertThatThrownBy(() -> FeatureTable.builder().add("P1", first).add("P2", swapped))
                .hasMessageEndingWith("case P2 has them in another order");
    }

    @Test
    void otherColumnsBecomeNanOnRequest() {
        FeatureTable table = FeatureTable.builder(MissingColumns.NAN)
                .add("P1", FeatureVector.builder().add(B, 1, "").add(A, 2, "").build())
                .add(
                        "P2",
                        FeatureVector.builder()
                                .add(C, 3, "")
                                .add(A, 4, "")
                                .warning("Toy was skipped")
                                .build())
                .build();
        assertThat(table.columnNames()).containsExactly(B.toString(), A.toString(), C.toString());
        assertThat(table.row("P1")).containsExactly(1, 2, Double.NaN);
        assertThat(table.row("P2")).containsExactly(Double.NaN, 4, 3);
        assertThat(table.nanReason("P1", C.toString())).contains("not computed for this case");
        assertThat(table.nanReason("P2", B.toString())).contains("not computed for this case: Toy was skipped");
    }

    @Test
    void everyNanHasAReasonAndNothingElseHas() {
        FeatureTable table = FeatureTable.of(List.of("P1", "P2"), List.of("score"), new double[][] {{Double.NaN, 1}});
        assertThat(table.nanReason("P1", "score")).contains("no reason was recorded");
        assertThat(table.nanReason("P2", "score")).isEmpty();
    }

    @Test
    void arraysMustFit() {
        assertThatThrownBy(() -> FeatureTable.of(List.of("P1"), List.of("a", "b"), new double[1][1]))
                .hasMessage("2 columns need as many arrays, found 1");
        assertThatThrownBy(() -> FeatureTable.of(List.of("P1"), List.of("a"), new double[1][2]))
                .hasMessage("column a must have a value for each of 1 cases, found 2");
        assertThatThrownBy(() -> FeatureTable.of(List.of("P1", "P1"), List.of("a"), new double[1][2]))
                .hasMessage("there must be no case ids that occur twice, found [P1]");
    }

    @Test
    void nothingThatIsHandedInOrOutChangesATable() {
        double[][] columns = {{1, 2}};
        List<String> ids = new ArrayList<>(List.of("P1", "P2"));
        FeatureTable table = FeatureTable.of(ids, List.of("a"), columns);
        columns[0][0] = 9;
        ids.set(0, "P9");
        table.column("a")[0] = 9;
        table.columns(List.of("a")).column("a")[0] = 9;
        assertThat(table.value("P1", "a")).isEqualTo(1);
    }
}
