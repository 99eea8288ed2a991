package io.github.radiomics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.IntegerPhantom;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder;

    private Path image;
    private Path mask;

    /** What one call printed and returned. */
    private record Result(int exitCode, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        /** The columns of a header and one row; no cell of ours but the settings has a comma. */
        List<String> header() {
            return Arrays.asList(lines().get(0).split(","));
        }
    }

    private static Result run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new),
                new PrintWriter(out),
                new PrintWriter(err));
        return new Result(exitCode, out.toString(), err.toString());
    }

    @BeforeEach
    void writePhantom() throws IOException {
        image = PhantomFiles.image(folder.resolve("image.nrrd"), IntegerPhantom.A);
        mask = PhantomFiles.mask(folder.resolve("mask.nrrd"), IntegerPhantom.A);
    }

    @Test
    void demoPrintsTheFeaturesOfTheStudy() {
        Result result = run("demo", "--no-diagnostics");
        assertThat(result.exitCode()).isZero();
        assertThat(result.lines()).hasSize(2);
        assertThat(result.header()).hasSize(1199).startsWith("Image", "Mask", "original_shape_Elongation");
        assertThat(result.lines().get(1).split(",")).hasSize(1199);
    }

    @Test
    void extractPrintsAHeaderAndOneRowWithAllDigits() throws IOException {
        Path parameters = Files.writeString(folder.resolve("params.yaml"), "setting: {binWidth: 25}\n");
        Result result = run("extract", image, mask, "-p", parameters, "--no-diagnostics");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.header()).hasSize(109);
        int column = result.header().indexOf("original_shape_Elongation");
        // PyRadiomics 3.0.1, phantom_a, default.
        assertThat(Double.parseDouble(result.lines().get(1).split(",")[column]))
                .isEqualTo(0.4320447381688117, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void diagnosticsStandBetweenMaskAndFeatures() {
        Result result = run("extract", image, mask);
        assertThat(result.lines().get(0))
                .startsWith("Image,Mask,diagnostics_Versions_Radiomics4J,")
                .contains(",diagnostics_Image-original_Hash,")
                .contains(",original_shape_Elongation,");
    }

    @Test
    void settingsAndLabelReplaceThoseOfTheFile() throws IOException {
        Path parameters = Files.writeString(folder.resolve("params.yaml"), "setting: {binWidth: 25, label: 1}\n");
        Result both = run("extract", image, mask, "-p", parameters, "-s", "binWidth:10", "-l", 2, "--no-diagnostics");
        Path same = Files.writeString(folder.resolve("same.yaml"), "setting: {binWidth: 10, label: 2}\n");
        assertThat(both.exitCode()).isZero();
        assertThat(both.out())
                .isEqualTo(run("extract", image, mask, "-p", same, "--no-diagnostics")
                        .out());
    }

    @Test
    void theChannelOfAMaskOfVectorsIsThatOfTheSettings() throws IOException {
        byte[] plain = Files.readAllBytes(mask);
        String header = new String(plain, StandardCharsets.ISO_8859_1);
        int voxels = header.indexOf("\n\n") + 2;
        byte[] vectors = new byte[2 * (plain.length - voxels)];
        for (int i = 0; i < plain.length - voxels; i++) {
            vectors[2 * i] = (byte) (i % 3); // another segmentation
            vectors[2 * i + 1] = plain[voxels + i];
        }
        Path two = folder.resolve("vectors.nrrd");
        try (var out = Files.newOutputStream(two)) {
            out.write(header.substring(0, voxels)
                    .replace("dimension: 3", "dimension: 4")
                    .replace("sizes: ", "sizes: 2 ")
                    .replace("kinds: ", "kinds: vector ")
                    .replace("space directions: ", "space directions: none ")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(vectors);
        }
        Result expected = run("extract", image, mask, "--no-diagnostics");
        Result channel = run("extract", image, two, "-s", "label_channel:1", "--no-diagnostics");
        assertThat(channel.exitCode()).isZero();
        assertThat(channel.out().replace("vectors.nrrd", "mask.nrrd")).isEqualTo(expected.out());
        Result other = run("extract", image, two, "--no-diagnostics");
        assertThat(other.exitCode()).isZero();
        assertThat(other.out().replace("vectors.nrrd", "mask.nrrd")).isNotEqualTo(expected.out());
    }

    @Test
    void aFileGetsWhatStandardOutputWouldHaveGot() throws IOException {
        for (String format : List.of("csv", "json", "txt")) {
            Path file = folder.resolve("features." + format);
            Result printed = run("extract", image, mask, "-f", format);
            Result written = run("extract", image, mask, "-f", format, "-o", file, "--threads", 2);
            assertThat(written.exitCode()).isZero();
            assertThat(written.out()).isEmpty();
            assertThat(file).content().isEqualTo(printed.out());
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void badInputIsOneLineAndExitCodeOne() throws IOException {
        Path parameters = Files.writeString(folder.resolve("params.yaml"), "setting:\n  binWidht: 25\n");
        assertBad(run("extract", image, mask, "-p", parameters), "params.yaml, line 2", "did you mean binWidth?");
        assertBad(run("extract", image, mask, "-p", folder.resolve("none.yaml")), "none.yaml", "no such file");
        assertBad(run("extract", folder.resolve("none.nii.gz"), mask), "none.nii.gz", "no such file");
        assertBad(run("extract", parameters, mask), "params.yaml");
        assertBad(run("extract", image, mask, "-l", "9"), "label 9", "1 (7664)");
        assertBad(run("extract", image, mask, "-s", "binWidht:10"), "did you mean binWidth?");
        assertBad(run("extract", image, mask, "-o", folder.resolve("none/features.csv")), "none");
    }

    private static void assertBad(Result result, String... named) {
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).startsWith("radiomics4j: ").contains(named);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aSettingsFileOfOursGivesWhatPyRadiomicsDoes() throws IOException {
        Path theirs = Files.writeString(
                folder.resolve("params.yaml"),
                "setting: {binWidth: 10, normalizeScale: 5}\nfeatureClass: {glcm: [Idm]}\n");
        Path ours = folder.resolve("settings.yaml");
        Result converted = run("validate", theirs, "--as-settings", ours);
        assertThat(converted.exitCode()).isZero();
        assertThat(converted.lines()).hasSize(5);
        assertThat(converted.out())
                .contains("ok, a parameter file of PyRadiomics", "Original (1)", "glcm (1)")
                .contains("setting.normalizeScale: has no effect without normalize");
        assertThat(run("validate", ours).out()).contains("ok, a settings file of Radiomics4J");
        assertBadAfterSummary(run("validate", theirs, "--as-settings", ours));
        Result expected = run("extract", image, mask, "-p", theirs, "-s", "binWidth:5", "-l", 2);
        Result result = run("extract", image, mask, "--settings", ours, "-s", "binWidth:5", "-l", 2);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo(expected.out());
    }

    private static void assertBadAfterSummary(Result result) {
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("settings.yaml: there is such a file");
    }

    @Test
    void validateSaysWhatIsWrongWithKeyAndLine() throws IOException {
        Path ours = Files.writeString(folder.resolve("settings.yaml"), "radiomics4j: 1\nextraction:\n  binWidht: 25\n");
        assertBad(run("validate", ours), "settings.yaml, line 3: extraction.binWidht", "did you mean binWidth?");
        Path theirs = Files.writeString(folder.resolve("params.yaml"), "setting:\n  binWidth: wide\n");
        assertBad(run("validate", theirs), "params.yaml, line 2: setting.binWidth");
        assertBad(run("validate", folder.resolve("none.yaml")), "there is no such file");
        assertThat(run("validate", theirs, "--image", image).exitCode()).isEqualTo(2);
    }

    @Test
    void validateCountsTheGrayLevelsOfACase() throws IOException {
        Path ours = Files.writeString(
                folder.resolve("settings.yaml"),
                "radiomics4j: 1\nextraction:\n  imageType: {Original: {}, LoG: {sigma: [2.0]}}\n");
        Result result = run("validate", ours, "--image", image, "--mask", mask);
        assertThat(result.exitCode()).isZero();
        assertThat(result.lines()).hasSize(7);
        assertThat(result.lines().get(5)).startsWith("  original: ").contains(" levels, ");
        assertThat(result.lines().get(6)).startsWith("  log-sigma-2-0-mm-3D: ");
        Path other = Files.writeString(folder.resolve("other.yaml"), "setting: {label: 9}\n");
        assertThat(run("validate", other, "--image", image, "--mask", mask).err())
                .contains("label 9");
    }

    @Test
    void wrongUsageIsExitCodeTwo() {
        assertThat(run("extract", image).exitCode()).isEqualTo(2);
        assertThat(run("extract", image, mask, "-s", "binWidth").exitCode()).isEqualTo(2);
        assertThat(run("extract", image, mask, "--threads", "0").exitCode()).isEqualTo(2);
        assertThat(run("extract", image, mask, "-f", "xml").exitCode()).isEqualTo(2);
        assertThat(run("extrakt").exitCode()).isEqualTo(2);
    }

    @Test
    void debugPrintsTheStackTrace() {
        assertThat(run("--debug", "extract", image, mask, "-l", "9").err()).contains("\tat io.github.radiomics4j");
    }

    @Test
    void infoSaysWhatAFileHolds() {
        Result result = run("info", image, mask);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("(40, 36, 22)", "(0.8, 0.8, 2.5) mm", "INT16", "17.0 to 589.0", "label 1    7664 voxels");
        Result broken = run("info", folder.resolve("none.nrrd"), image);
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).contains("none.nrrd");
        assertThat(broken.out()).contains("INT16");
    }

    @Test
    void featuresListsEveryFeature() {
        Result result = run("features");
        assertThat(result.lines())
                .hasSizeGreaterThan(107)
                .contains("shape2D,Perimeter,,by default", "glcm,Contrast,ACUI,by default");
    }

    @Test
    void featuresListsThoseOfIbsi() {
        Result result = run("features", "--ibsi");
        assertThat(result.lines())
                .startsWith("ibsi_code,ibsi_tag,family,feature")
                .contains("Q4LE,stat_mean,statistics,Mean", "ACUI,cm_contrast_2_5D_avg,glcm-2.5D-avg,Contrast")
                .hasSizeGreaterThan(482);
    }

    @Test
    void helpAndVersionAreThere() {
        assertThat(run("--help").out()).contains("extract", "info", "features", "demo");
        assertThat(run("extract", "--help").out()).contains("--no-diagnostics");
        assertThat(run("--version").out()).contains("Radiomics4J");
    }
}
