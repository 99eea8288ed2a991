package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that PyRadiomics 3.0.1 wrote; the README beside them says how. Numbers must be equal to the last bit. */
class PyRadiomicsCsvOracleTest {
    private static final PyRadiomicsCsv BY_PATIENT =
            PyRadiomicsCsv.withDefaults().withIdColumn("Patient");
    private static final List<String> FEATURES = List.of(
            "original_shape_VoxelVolume",
            "original_firstorder_Mean",
            "original_firstorder_Entropy",
            "original_glcm_Contrast",
            "original_glcm_MCC",
            "log-sigma-5-0-mm-3D_firstorder_Mean",
            "log-sigma-5-0-mm-3D_firstorder_Entropy",
            "log-sigma-5-0-mm-3D_glcm_Contrast",
            "log-sigma-5-0-mm-3D_glcm_MCC");

    @Test
    void theFeaturesOfABatchAreInTheOrderOfTheFile() throws Exception {
        FeatureTable features = FeatureTable.readPyRadiomics(file("batch.csv"), "Patient");
        assertThat(features.caseIds()).containsExactly("P01", "P02", "P03", "P04", "P05");
        assertThat(features.columnNames()).isEqualTo(FEATURES);
        assertThat(features.row("P01"))
                .containsExactly(
                        12262.400000000001,
                        424.8335073068894,
                        3.304105921918887,
                        2.421670702172865,
                        0.7844139595553256,
                        -25.63501712287891,
                        1.0345772306935965,
                        0.1254848748349776,
                        0.9999999999551272);
        assertThat(features.value("P05", "log-sigma-5-0-mm-3D_firstorder_Entropy"))
                .isEqualTo(-3.203426503814917e-16);
    }

    @Test
    void nanSaysWhetherPyRadiomicsComputedIt() throws Exception {
        PyRadiomicsTable table = BY_PATIENT.read(file("batch.csv"));
        assertThat(table.features().nanReason("P02", "original_glcm_Contrast")).contains("PyRadiomics computed nan");
        assertThat(table.features().nanReason("P03", "original_glcm_Contrast")).contains("PyRadiomics wrote no value");
        assertThat(table.features().nanReasons()).hasSize(4 + 9);
        assertThat(table.failedCases()).containsExactly("P03");
    }

    @Test
    void whatWasCopiedAndDiagnosticsAreKept() throws Exception {
        CovariateTable others = BY_PATIENT.read(file("batch.csv")).others();
        assertThat(others.columnCount()).isEqualTo(6 + 22);
        assertThat(others.columnNames()).startsWith("Patient", "Age", "Image", "Mask", "Label", "Center");
        assertThat(others.number("P01", "Age")).hasValue(61);
        assertThat(others.casesMissing("Age")).containsExactly("P02");
        assertThat(others.category("P01", "Center")).contains("Ghent, BE");
        assertThat(others.category("P03", "Center")).contains("the \"new\" one");
        assertThat(others.number("P04", "diagnostics_Mask-original_VoxelNum")).hasValue(4360);
        assertThat(others.number("P03", "diagnostics_Mask-original_VoxelNum")).isEmpty();
        assertThat(others.category("P04", "diagnostics_Image-original_Spacing")).contains("(1.0, 1.25, 1.5)");
    }

    @Test
    void positionsOfNumPy2ArePlainNumbers() throws Exception {
        CovariateTable others = BY_PATIENT.read(file("batch.csv")).others();
        assertThat(others.category("P02", "diagnostics_Mask-original_CenterOfMassIndex"))
                .contains("(17.0, 17.0, 8.0)");
    }

    @Test
    void columnsThatTheFirstCaseLackedAreFoundAtTheEnd() throws Exception {
        PyRadiomicsTable table = BY_PATIENT.read(file("first-case-failed.csv"));
        FeatureTable batch = FeatureTable.readPyRadiomics(file("batch.csv"), "Patient");
        assertThat(table.failedCases()).containsExactly("P03");
        assertThat(table.features().columnNames()).containsExactlyInAnyOrderElementsOf(FEATURES);
        assertThat(table.features().columns(FEATURES).row("P01")).isEqualTo(batch.row("P01"));
        // --skip-nans does not see a feature's NaN, which is no float but an array of NumPy.
        assertThat(table.features().nanReason("P02", "original_glcm_MCC")).contains("PyRadiomics computed nan");
    }

    @Test
    void withoutAnIdColumnACaseIsCalledAsItsImage() throws Exception {
        PyRadiomicsTable table = PyRadiomicsCsv.withDefaults().read(file("single.csv"));
        assertThat(table.features().caseIds()).containsExactly("phantom_a_image");
        FeatureTable batch = FeatureTable.readPyRadiomics(file("batch.csv"), "Patient");
        assertThat(table.features().row("phantom_a_image")).isEqualTo(batch.row("P02"));
    }

    @Test
    void aRoundTripKeepsEveryBitAndReason(@TempDir Path folder) throws Exception {
        FeatureTable features = FeatureTable.readPyRadiomics(file("batch.csv"), "Patient");
        features.write(folder.resolve("features.csv"));
        assertThat(FeatureTable.read(folder.resolve("features.csv"))).isEqualTo(features);
    }

    @Test
    void whatThisLibraryPrintsInPyRadiomicsFormIsReadToo(@TempDir Path folder) throws IOException {
        FeatureName name = FeatureName.parse("original_firstorder_Mean");
        FeatureVector vector = FeatureVector.builder()
                .add(name, 0.1, "")
                .diagnostic("diagnostics_Image-original_Size", DiagnosticValue.tuple(4, 5, 6))
                .build();
        StringBuilder csv = new StringBuilder();
        FeatureFormat.CSV.write(csv, "/a/b/1.2.840.nii.gz", "roi.nrrd", vector, true);
        Path path = Files.writeString(folder.resolve("one.csv"), csv);
        PyRadiomicsTable table = PyRadiomicsCsv.withDefaults().read(path);
        assertThat(table.features())
                .isEqualTo(FeatureTable.of(List.of("1.2.840"), List.of(name.toString()), new double[][] {{0.1}}));
        assertThat(table.others().category("1.2.840", "diagnostics_Image-original_Size"))
                .contains("(4, 5, 6)");
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(PyRadiomicsCsvOracleTest.class.getResource("/table/pyradiomics/" + name), name)
                        .toURI());
    }
}
