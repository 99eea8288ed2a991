package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyRadiomicsCsvTest {
    @TempDir
    private Path folder;

    @Test
    void columnsOfTheBatchThatLookLikeFeaturesAreNone() throws IOException {
        PyRadiomicsTable table = read(PyRadiomicsCsv.withDefaults(), """
                Image,Mask,tumor_size_mm,original_glcm_Contrast,original_mine_Own
                a.nrrd,m.nrrd,12,1.5,2.5
                """);
        assertThat(table.features().columnNames()).containsExactly("original_glcm_Contrast");
        assertThat(table.others().number("a", "tumor_size_mm")).hasValue(12);
        assertThat(table.others().number("a", "original_mine_Own")).hasValue(2.5);
    }

    @Test
    void aFamilyOfYourOwnIsNamed() throws IOException {
        PyRadiomicsTable table =
                read(PyRadiomicsCsv.withDefaults().withFamily("mine"), "Image,original_mine_Own\na.nrrd,2.5\n");
        assertThat(table.features().value("a", "original_mine_Own")).isEqualTo(2.5);
    }

    @Test
    void aHeaderThatWasAppendedIsSkipped() throws IOException {
        PyRadiomicsTable table = read(
                PyRadiomicsCsv.withDefaults(),
                "Image,original_glcm_Id\na.nrrd,1.0\nImage,original_glcm_Id\nb.nrrd,2.0\n");
        assertThat(table.features().column("original_glcm_Id")).containsExactly(1, 2);
    }

    @Test
    void idsKeepTheirZerosAndComeFromAnyPlace() throws IOException {
        PyRadiomicsTable table = read(
                PyRadiomicsCsv.withDefaults().withIdColumn("Id"), "Image,Id,original_glcm_Id\n\\\\x\\a.nrrd,007,1.0\n");
        assertThat(table.features().caseIds()).containsExactly("007");
        assertThat(table.others().category("007", "Id")).contains("007");
    }

    @Test
    void imagesOfOneNameNeedAnotherColumnOfIds() {
        assertThatThrownBy(() -> read(
                        PyRadiomicsCsv.withDefaults(),
                        "Patient,Image,Mask,original_glcm_Id\nP1,1/mr.nii.gz,m,1\nP2,2/mr.nii.gz,m,1\n"))
                .isInstanceOf(TableFormatException.class)
                .hasMessage(
                        folder.resolve("file.csv") + ", line 3: there must be one row per case, found a second one of"
                                + " mr; the ids may stand in another column: [Patient, Image, Mask]");
    }

    @Test
    void whatIsNoSuchFileIsRefused() {
        refused("", "line 1: a table must begin with a header, found an empty file");
        refused("a,b\n", "line 1: the case ids must come from column Image, found [a, b]");
        refused("Image,x,x\n", "line 1: columns must occur once, found twice: [x]");
        refused("Image,x\na,1,2\n", "line 2: a row must have 2 cells, found 3");
        refused(
                "Image,original_glcm_Id\na,(1+0j)\n",
                "line 2: original_glcm_Id of case a must be a number with '.', found '(1+0j)'");
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> read(PyRadiomicsCsv.withDefaults(), text))
                .isInstanceOf(TableFormatException.class)
                .hasMessage(folder.resolve("file.csv") + ", " + message);
    }

    private PyRadiomicsTable read(PyRadiomicsCsv csv, String text) throws IOException {
        return csv.read(Files.writeString(folder.resolve("file.csv"), text));
    }
}
