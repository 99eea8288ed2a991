package io.github.radiomics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.table.FeatureTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchCommandTest {
    @TempDir
    private Path folder;

    private Path parameters;

    private record Result(int exitCode, String out, String err) {}

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
    void writePhantoms() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        for (IntegerPhantom phantom : List.of(IntegerPhantom.A, IntegerPhantom.C)) {
            PhantomFiles.image(data.resolve(phantom + ".nrrd"), phantom);
            PhantomFiles.mask(data.resolve(phantom + "-mask.nrrd"), phantom);
        }
        parameters = Files.writeString(
                folder.resolve("params.yaml"), "featureClass: {shape: , firstorder: }\nsetting: {binWidth: 25}\n");
    }

    private Path list(String... lines) throws IOException {
        return Files.writeString(folder.resolve("cases.csv"), String.join("\n", lines) + "\n");
    }

    private Path threeCases() throws IOException {
        return list(
                "Patient,Image,Mask,Label",
                "anna,data/A.nrrd,data/A-mask.nrrd,",
                "\"b, c\",data/C.nrrd,data/C-mask.nrrd,2.0",
                "dora,data/A.nrrd,data/A-mask.nrrd,1+2");
    }

    @Test
    void rowsHoldTheListAndTheNumbersOfExtract() throws IOException {
        Path out = folder.resolve("features.csv");
        Result result = run("batch", threeCases(), "-p", parameters, "-o", out, "-j", 2);
        assertThat(result.err()).contains("3 rows, 0 failures");
        assertThat(result.exitCode()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("case,Patient,Image,Mask,Label,diagnostics_Versions_Radiomics4J,");
        assertThat(lines.get(1)).startsWith("Case-1,anna,data/A.nrrd,data/A-mask.nrrd,,");
        assertThat(lines.get(2)).startsWith("Case-2,\"b, c\",data/C.nrrd,data/C-mask.nrrd,2.0,");
        Result one = run(
                "extract",
                folder.resolve("data/C.nrrd"),
                folder.resolve("data/C-mask.nrrd"),
                "-p",
                parameters,
                "-l",
                2,
                "--no-diagnostics");
        String features = one.out().lines().toList().get(1);
        assertThat(lines.get(2)).endsWith(features.substring(features.indexOf("-mask.nrrd,") + "-mask.nrrd,".length()));
    }

    @Test
    void aFailingCaseIsNamedAndMakesTheExitCodeOne() throws IOException {
        Path out = folder.resolve("features.csv");
        Path cases = list(
                "case,Image,Mask,Label",
                "anna,data/A.nrrd,data/A-mask.nrrd,9",
                "bert,data/none.nrrd,data/A-mask.nrrd,",
                "cleo,data/A.nrrd,data/A-mask.nrrd,");
        Result result = run("batch", cases, "-p", parameters, "-o", out, "--no-diagnostics");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("anna: label absent: label 9", "bert: unreadable: ", "1 rows, 2 failures");
        assertThat(Files.readString(folder.resolve("features.csv.failures.csv")))
                .contains("\nanna,LABEL_ABSENT,");
        assertThat(Files.readAllLines(out)).hasSize(2).last().asString().startsWith("cleo,data/A.nrrd,");
    }

    @Test
    void anExistingFileIsOnlyContinued() throws IOException {
        Path cases = threeCases();
        Path out = folder.resolve("features.csv");
        run("batch", cases, "-p", parameters, "-o", out);
        String whole = Files.readString(out);
        Result again = run("batch", cases, "-p", parameters, "-o", out);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("features.csv", "--resume");
        Files.writeString(out, whole.substring(0, whole.length() - 9));
        Result resumed = run("batch", cases, "-p", parameters, "-o", out, "--resume");
        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.err()).contains("2 were finished before");
        assertThat(out).content().isEqualTo(whole);
        Result changed = run("batch", cases, "-p", parameters, "-s", "binWidth:10", "-o", out, "--resume");
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.err()).contains("binWidth=25").contains("binWidth=10");
        PhantomFiles.image(folder.resolve("data/A.nrrd"), IntegerPhantom.C);
        Result moved = run("batch", cases, "-p", parameters, "-o", out, "--resume");
        assertThat(moved.exitCode()).isEqualTo(1);
        assertThat(moved.err()).contains("image of case Case-1");
        assertThat(out).content().isEqualTo(whole);
    }

    @Test
    void lackOfMemoryIsSaidInOneLineAndKeepsWhatIsFinished() throws Exception {
        Path out = folder.resolve("features.csv");
        Path cases =
                list("case,Image,Mask", "small,data/A.nrrd,data/A-mask.nrrd", "large,data/C.nrrd,data/C-mask.nrrd");
        Path log = folder.resolve("log");
        // At 0.3 mm the first has 2 million voxels, the second 7 million.
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "batch",
                        cases.toString(),
                        "-p",
                        parameters.toString(),
                        "-s",
                        "resampledPixelSpacing:0.3,0.3,0.3",
                        "-o",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(log))
                .last()
                .asString()
                .startsWith("radiomics4j: not enough memory: Java heap space, while case large was extracted; -Xmx");
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(Files.readAllLines(out)).hasSize(2).last().asString().startsWith("small,");
    }

    @Test
    void aFolderGetsAFileForEachCaseThatHasNone() throws IOException {
        Path cases = threeCases();
        Path out = folder.resolve("out");
        for (String format : List.of("csv", "json", "txt")) {
            Result result =
                    run("batch", cases, "-p", parameters, "--out-dir", out, "-f", format, "--no-diagnostics", "-j", 2);
            assertThat(result.exitCode()).isZero();
            for (int n = 1; n <= 3; n++) {
                assertThat(out.resolve("features_" + n + "." + format)).exists();
            }
        }
        assertThat(Files.readString(out.resolve("features_2.txt"))).startsWith("Case-2_Patient: b, c\nCase-2_Image: ");
        assertThat(Files.readAllLines(out.resolve("features_1.csv"))).hasSize(2);
        Path first = out.resolve("features_1.csv");
        Files.writeString(first, "mine");
        Files.delete(out.resolve("features_3.csv"));
        Result again = run("batch", cases, "-p", parameters, "--out-dir", out, "--no-diagnostics");
        assertThat(again.err()).contains("2 were finished before");
        assertThat(first).content().isEqualTo("mine");
        assertThat(out.resolve("features_3.csv")).exists();
        try (var files = Files.list(out)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void jsonIsOneArrayAndTextIsNumbered() throws IOException {
        Path json = folder.resolve("features.json");
        Path text = folder.resolve("features.txt");
        assertThat(run("batch", threeCases(), "-p", parameters, "-o", json, "-f", "json")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(json))
                .startsWith("[\n  {\n    \"Patient\": \"anna\",")
                .endsWith("}\n]\n");
        assertThat(Files.readAllLines(json))
                .filteredOn(line -> line.equals("  {"))
                .hasSize(3);
        assertThat(Files.readString(json)).contains("\"Patient\": \"b, c\"", "\"Patient\": \"dora\"");
        assertThat(run("batch", threeCases(), "-p", parameters, "-o", text, "-f", "txt")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(text))
                .contains("Case-1_original_firstorder_Mean: ", "Case-3_original_firstorder_Mean: ");
    }

    @Test
    void eachLabelAndEachComponentAreRows() throws IOException {
        Path out = folder.resolve("features.csv");
        Path cases = list(
                "case,Image,Mask,Label",
                "a,data/A.nrrd,data/A-mask.nrrd,each",
                "b,data/A.nrrd,data/A-mask.nrrd,components",
                "c,data/A.nrrd,data/A-mask.nrrd,any");
        assertThat(run("batch", cases, "-p", parameters, "-o", out, "--no-diagnostics")
                        .exitCode())
                .isZero();
        assertThat(Files.readAllLines(out).stream().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("case", "a-label1", "a-label2", "b-component1", "b-component2", "c");
        Result files = run("batch", cases, "-p", parameters, "--out-dir", folder.resolve("out"));
        assertThat(files.exitCode()).isEqualTo(1);
        assertThat(files.err()).contains("a-label1", "-o");
    }

    @Test
    void withoutTextColumnsTheTableIsRead() throws IOException {
        Path out = folder.resolve("features.csv");
        Path cases = list("case,Image,Mask", "anna,data/A.nrrd,data/A-mask.nrrd");
        run("batch", cases, "-p", parameters, "-o", out, "--no-diagnostics");
        String numbers = Files.readString(out).replace("Image,Mask,", "").replace("data/A.nrrd,data/A-mask.nrrd,", "");
        Path table = Files.writeString(folder.resolve("table.csv"), numbers);
        assertThat(FeatureTable.read(table).columnCount()).isEqualTo(32);
    }

    @Test
    void aListThatCannotBeUsedIsRefusedBeforeAnyWork() throws IOException {
        assertBad(list("image,Mask", "a,b"), "line 1", "Image");
        assertBad(list("Image,Mask"), "found none");
        assertBad(list("Image,Mask", ",b"), "line 2", "Image must name a file");
        assertBad(list("Image,Mask,Label", "a,b,left"), "line 2", "Label must be", "left");
        assertBad(list("Image,Mask,Label", "a,b,0"), "line 2", "label must be positive");
        assertBad(list("Image,Mask,Label_channel", "a,b,0", "a,b,red"), "line 3", "Label_channel");
        assertBad(list("case,Image,Mask", "x,a,b", "x,a,b"), "line 3", "second x");
        assertBad(list("Image,Mask", "a,b,c"), "cases.csv", "line 2", "2 cells, found 3");
        assertBad(list("Image,Mask,Label", "a,b"), "line 2", "3 cells, found 2");
        assertBad(folder.resolve("none.csv"), "none.csv", "no such file");
    }

    private void assertBad(Path cases, String... named) {
        Result result = run("batch", cases, "-o", folder.resolve("out.csv"));
        assertThat(result.err()).contains(named);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void validateComputesNothing() throws IOException {
        Result fine = run("batch", threeCases(), "-p", parameters, "--validate");
        assertThat(fine.out()).contains("3 cases, 0 with a problem");
        assertThat(fine.exitCode()).isZero();
        Path cases = list(
                "case,Image,Mask",
                "a,data/A.nrrd,data/C-mask.nrrd",
                "b,data/none.nrrd,data/A-mask.nrrd",
                "c,params.yaml,data/A-mask.nrrd");
        Result bad = run("batch", cases, "-p", parameters, "--validate");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.err()).contains("a: image and mask must share a grid: size", "b: ", "no such file", "c: ");
    }

    @Test
    void wrongUsageIsExitCodeTwo() throws IOException {
        Path cases = threeCases();
        Path out = folder.resolve("features.csv");
        assertThat(run("batch", cases).exitCode()).isEqualTo(2);
        assertThat(run("batch", cases, "-o", out, "--out-dir", folder).exitCode())
                .isEqualTo(2);
        assertThat(run("batch", cases, "-o", out, "-j", 0).exitCode()).isEqualTo(2);
        assertThat(run("batch", cases, "--out-dir", folder, "--resume").exitCode())
                .isEqualTo(2);
        assertThat(run("batch", cases, "-o", out, "-f", "json", "--resume").exitCode())
                .isEqualTo(2);
    }
}
