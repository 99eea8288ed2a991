package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CovariateCsvTest {
    private static final CovariateCsv CSV = CovariateCsv.withDefaults();

    @TempDir
    private Path folder;

    @Test
    void typesAreSeenFromTheCells() throws IOException {
        CovariateTable table = read(CSV, """
                case,age,center,scanner,empty
                P1,61,Jena,007,
                P2,NA,,012,NA
                P3,4.7e1,nan,100,nan
                """);
        assertThat(table.type("age")).isEqualTo(CovariateType.NUMBER);
        assertThat(table.numbers("age")).containsExactly(61, Double.NaN, 47);
        assertThat(table.categories("center")).containsExactly("Jena", "", "");
        assertThat(table.categories("scanner")).containsExactly("007", "012", "100");
        assertThat(table.type("empty")).isEqualTo(CovariateType.CATEGORY);
        assertThat(table.casesMissing("empty")).containsExactly("P1", "P2", "P3");
    }

    @Test
    void aDeclaredTypeIsTheType() throws IOException {
        CovariateTable table = read(
                CSV.withType("grade", CovariateType.CATEGORY).withType("age", CovariateType.NUMBER),
                "case,grade,age\nP1,1,\nP2,2,NA\n");
        assertThat(table.levels("grade")).containsExactly("1", "2");
        assertThat(table.numbers("age")).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void idsAndMarkersMayBeOthers() throws IOException {
        CovariateTable table = read(
                CSV.withIdColumn("Patient").withMissingMarkers("-99", "unknown"),
                "age,Patient,status\n-99,01,NA\n50,02,unknown\n");
        assertThat(table.caseIds()).containsExactly("01", "02");
        assertThat(table.columnNames()).containsExactly("age", "status");
        assertThat(table.numbers("age")).containsExactly(Double.NaN, 50);
        assertThat(table.categories("status")).containsExactly("NA", "");
    }

    @Test
    void aTableReadsBackEqual() throws IOException {
        CovariateTable table = CovariateTable.of(List.of("Müller, \"M\"", "P2"))
                .withNumbers("age", 0.1, Double.NaN)
                .withCategories("center", List.of("", "a,\nb"));
        Path path = folder.resolve("covariates.csv");
        table.write(path);
        assertThat(path).hasContent("""
                        case,age,center
                        "Müller, ""M""\",0.1,
                        P2,,"a,
                        b"
                        """);
        assertThat(CovariateTable.read(path)).isEqualTo(table);
        CovariateCsv others = CSV.withIdColumn("id").withMissingMarkers("?", "-");
        others.write(table, path);
        assertThat(path).content().contains("0.1,-\n").contains("P2,-,");
        assertThat(others.read(path)).isEqualTo(table);
    }

    @Test
    void whatWouldNotReadBackIsNotWritten() {
        Path path = folder.resolve("covariates.csv");
        CovariateTable table = CovariateTable.of(List.of("P1")).withCategories("gene", List.of("NA"));
        assertThatThrownBy(() -> table.write(path))
                .hasMessage("gene of case P1 is 'NA', which would be read as missing");
        CovariateTable missing = CovariateTable.of(List.of("P1")).withNumbers("age", Double.NaN);
        assertThatThrownBy(() -> CSV.withMissingMarkers().write(missing, path))
                .hasMessage("age of case P1 is missing, and no marker says so");
        assertThatThrownBy(() -> CSV.withIdColumn("age").write(missing, path))
                .hasMessage("the case ids need a column of their own, but another is named age");
        assertThat(path).doesNotExist();
    }

    @Test
    void whatIsNoSuchTableIsRefused() {
        refused(CSV, "", "line 1: a table must begin with a header, found an empty file");
        refused(CSV, "Patient,age\n", "line 1: the case ids must stand in column case, found [Patient, age]");
        refused(CSV, "case,age,age\n", "line 1: columns must occur once, found twice: [age]");
        refused(CSV, "case,age\nP1,1\nP1,2\n", "line 3: there must be one row per case, found a second one of P1");
        refused(CSV, "case,age\nP1\n", "line 2: a row must have 2 cells, found 1");
        refused(
                CSV,
                "case,center\nP1,Jena \n",
                "line 2: center of case P1 must be a marker of what is missing or neither be empty nor begin or end with"
                        + " a blank, found 'Jena '");
        refused(
                CSV.withType("age", CovariateType.NUMBER),
                "case,age\nP1,1\nP2,\"6,1\"\n",
                "line 3: age of case P2 must be a finite number with '.', found '6,1'");
        refused(
                CSV.withType("sex", CovariateType.CATEGORY),
                "case,age\n",
                "line 1: columns whose type is declared must be among [case, age], missing: [sex]");
    }

    private void refused(CovariateCsv csv, String text, String message) {
        assertThatThrownBy(() -> read(csv, text))
                .isInstanceOf(TableFormatException.class)
                .hasMessage(folder.resolve("file.csv") + ", " + message);
    }

    private CovariateTable read(CovariateCsv csv, String text) throws IOException {
        return csv.read(Files.writeString(folder.resolve("file.csv"), text));
    }
}
