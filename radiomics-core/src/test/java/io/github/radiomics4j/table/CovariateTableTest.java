package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CovariateTableTest {
    private static final CovariateTable TABLE = CovariateTable.of(List.of("P1", "P2", "P3"))
            .withNumbers("age", 61, Double.NaN, 47)
            .withCategories("center", List.of("Jena", "Ghent", ""));

    @Test
    void cellsAreFoundByCaseAndColumn() {
        assertThat(TABLE.number("P1", "age")).hasValue(61);
        assertThat(TABLE.number("P2", "age")).isEmpty();
        assertThat(TABLE.category("P2", "center")).contains("Ghent");
        assertThat(TABLE.category("P3", "center")).isEmpty();
        assertThat(TABLE.numbers("age")).containsExactly(61, Double.NaN, 47);
        assertThat(TABLE.levels("center")).containsExactly("Ghent", "Jena");
        assertThat(TABLE.casesMissing("center")).containsExactly("P3");
        assertThat(TABLE.casesMissing("age")).containsExactly("P2");
    }

    @Test
    void rowsAndColumnsComeInTheWantedOrder() {
        CovariateTable picked = TABLE.rows(List.of("P3", "P1")).columns(List.of("center", "age"));
        assertThat(picked.caseIds()).containsExactly("P3", "P1");
        assertThat(picked.columnNames()).containsExactly("center", "age");
        assertThat(picked)
                .isEqualTo(CovariateTable.of(List.of("P3", "P1"))
                        .withCategories("center", List.of("", "Jena"))
                        .withNumbers("age", 47, 61));
        assertThat(picked).isNotEqualTo(TABLE.rows(List.of("P3", "P1")));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TABLE.rows(List.of("P1", "P8", "P9")))
                .hasMessage("case ids must be in this table of 3 cases, missing: [P8, P9]");
        assertThatThrownBy(() -> TABLE.rows(List.of("P1", "P1")))
                .hasMessage("wanted case ids must occur once, found twice: [P1]");
        assertThatThrownBy(() -> TABLE.columns(List.of("grade")))
                .hasMessage("columns must be in this table of 2, missing: [grade]");
        assertThatThrownBy(() -> TABLE.number("P1", "grade"))
                .hasMessage("there is no column grade among [age, center]");
        assertThatThrownBy(() -> TABLE.number("P8", "age")).hasMessage("there is no case P8 among 3");
    }

    @Test
    void aColumnIsAskedForWhatItHolds() {
        assertThatThrownBy(() -> TABLE.number("P1", "center"))
                .hasMessage("column center must hold numbers, found categories [Ghent, Jena]");
        assertThatThrownBy(() -> TABLE.category("P1", "age"))
                .hasMessage("column age must hold categories, found numbers");
    }

    @Test
    void columnsMustFit() {
        assertThatThrownBy(() -> TABLE.withNumbers("x", 1, 2))
                .hasMessage("column x must have a value for each of 3 cases, found 2");
        assertThatThrownBy(() -> TABLE.withNumbers("age", 1, 2, 3))
                .hasMessage("columns must occur once, found twice: [age]");
        assertThatThrownBy(() -> TABLE.withNumbers("x", 1, 2, Double.POSITIVE_INFINITY))
                .hasMessage("x of case P3 must be finite or missing, found Infinity");
        assertThatThrownBy(() -> TABLE.withCategories("x", List.of("a", " b", "c")))
                .hasMessage("x of case P2 must neither begin nor end with a blank, found ' b'");
        assertThatThrownBy(() -> CovariateTable.of(List.of("P1", "P1")))
                .hasMessage("case ids must occur once, found twice: [P1]");
    }

    @Test
    void numbersBecomeFeaturesAndWhatIsMissingSaysSo() {
        FeatureTable ages = TABLE.columns(List.of("age")).toFeatures();
        assertThat(ages.column("age")).containsExactly(61, Double.NaN, 47);
        assertThat(ages.nanReason("P2", "age")).contains("missing among the covariates");
        assertThatThrownBy(TABLE::toFeatures)
                .hasMessage("only numbers become features; leave out, or make indicators of, the categories: [center]");
    }

    @Test
    void aCategoryBecomesOneIndicatorPerLevel() {
        FeatureTable centers = TABLE.indicators("center");
        assertThat(centers.columnNames()).containsExactly("center=Ghent", "center=Jena");
        assertThat(centers.row("P1")).containsExactly(0, 1);
        assertThat(centers.row("P2")).containsExactly(1, 0);
        assertThat(centers.row("P3")).containsExactly(Double.NaN, Double.NaN);
        assertThat(centers.nanReason("P3", "center=Jena")).contains("missing among the covariates");
    }

    @Test
    void covariatesJoinFeaturesByCase() {
        FeatureTable features = FeatureTable.of(List.of("P3", "P1"), List.of("score"), new double[][] {{3, 1}});
        FeatureTable joined = features.join(TABLE.columns(List.of("age")).toFeatures(), Join.LEFT);
        assertThat(joined.caseIds()).containsExactly("P3", "P1");
        assertThat(joined.row("P3")).containsExactly(3, 47);
        assertThat(joined.nanReasons()).isEmpty();
    }

    @Test
    void nothingThatIsHandedInOrOutChangesATable() {
        double[] ages = {1};
        CovariateTable table = CovariateTable.of(List.of("P1")).withNumbers("age", ages);
        ages[0] = 9;
        table.numbers("age")[0] = 9;
        assertThat(table.number("P1", "age")).hasValue(1);
    }
}
