package io.github.radiomics4j.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {
    private static final FeatureName A = FeatureName.parse("original_toy_A");
    private static final FeatureName B = FeatureName.parse("wavelet-LLH_toy_B");

    @TempDir
    private Path folder;

    @Test
    void theFilesAreThoseOfTheDescription() throws IOException {
        Path path = folder.resolve("features.csv");
        table().write(path);
        assertThat(path).hasContent("""
                        case,original_toy_A,wavelet-LLH_toy_B
                        P1,0.1,nan
                        "Müller, ""M""\",1e-05,-inf
                        """);
        assertThat(folder.resolve("features.nan-reasons.csv")).hasContent("""
                        case,column,reason
                        P1,wavelet-LLH_toy_B,"flat, so
                        nothing varies"
                        """);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aTableReadsBackEqual() throws IOException {
        Path path = folder.resolve("features.csv");
        table().write(path);
        assertThat(FeatureTable.read(path)).isEqualTo(table());
    }

    @Test
    void tablesWithoutRowsOrColumnsReadBackEqual() throws IOException {
        Path path = folder.resolve("features.csv");
        FeatureTable noRows = FeatureTable.of(List.of(), List.of("a"), new double[1][0]);
        noRows.write(path);
        assertThat(FeatureTable.read(path)).isEqualTo(noRows);
        FeatureTable noColumns = FeatureTable.of(List.of("P1"), List.of(), new double[0][]);
        noColumns.write(path);
        assertThat(FeatureTable.read(path)).isEqualTo(noColumns);
    }

    @Test
    void aWideTableReadsBackEqual() throws IOException {
        int width = 20_000;
        List<String> names = java.util.stream.IntStream.range(0, width)
                .mapToObj(j -> "c" + j)
                .toList();
        FeatureTable wide = FeatureTable.of(List.of("P1"), names, new double[width][1]);
        Path path = folder.resolve("features.csv");
        wide.write(path);
        assertThat(FeatureTable.read(path)).isEqualTo(wide);
    }

    @Test
    void reasonsOfAnOlderTableDoNotStayBehind() throws IOException {
        Path path = folder.resolve("features.csv");
        table().write(path);
        table().columns(List.of(A.toString())).write(path);
        assertThat(folder.resolve("features.nan-reasons.csv")).doesNotExist();
    }

    @Test
    void withoutItsReasonsATableIsStillRead() throws IOException {
        Path path = folder.resolve("features.csv");
        table().write(path);
        Files.delete(folder.resolve("features.nan-reasons.csv"));
        FeatureTable read = FeatureTable.read(path);
        assertThat(read.value("P1", B)).isNaN();
        assertThat(read.nanReason("P1", B.toString())).contains("no reason was recorded");
    }

    @Test
    void theLocaleChangesNothing() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Path path = folder.resolve("features.csv");
            table().write(path);
            assertThat(path).content().contains("0.1");
            assertThat(FeatureTable.read(path)).isEqualTo(table());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatSpreadsheetsAddIsRead() throws IOException {
        assertThat(read("\ufeffcase,a,b\r\nP1,,1E5\r\n").row("P1")).containsExactly(Double.NaN, 1e5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "0x1p3", "1d", "1f", " 1", "1 ", "NA", "e", "--1", "٣"})
    void whatIsNoNumberIsRefused(String cell) {
        assertThatThrownBy(() -> read("case,a\nP0,1\nP1,\"" + cell + "\"\n"))
                .isInstanceOf(TableFormatException.class)
                .hasMessage(folder.resolve("table.csv") + ", line 3: a of case P1 must be a number with '.', found '"
                        + cell + "'");
    }

    @Test
    void whatIsNoTableIsRefused() {
        refused("", "line 1: a table must begin with a header, found an empty file");
        refused("Image,a\nx,1\n", "line 1: the first column must be 'case', found 'Image'");
        refused("case,a,a\nx,1,2\n", "line 1: columns must occur once, found twice: [a]");
        refused("case,a,b\nx,1,2\ny,1\n", "line 3: a row must have 3 cells, found 2");
        refused("case,a,b\nx,1,2,3\n", "line 2: a row must have 3 cells, found 4");
        refused("case,a\nx,1\ny,1\nx,2\n", "line 4: there must be one row per case, found a second one of x");
        refused("case,a\nx ,1\n", "line 2: a case id must neither be empty nor begin or end with a blank, found 'x '");
    }

    @Test
    void anUnclosedQuoteIsRefused() {
        assertThatThrownBy(() -> read("case,a\n\"P1,1\n"))
                .isInstanceOf(TableFormatException.class)
                .hasMessageContaining("table.csv")
                .hasMessageContaining("2");
    }

    @Test
    void reasonsThatDoNotFitTheTableAreRefused() throws IOException {
        Path reasons = folder.resolve("table.nan-reasons.csv");
        String table = "case,a\nx,nan\ny,1\n";
        Files.writeString(reasons, "case,column,reason\nz,a,flat\n");
        assertThatThrownBy(() -> read(table)).hasMessage(reasons + ", line 2: the table has no a of case z");
        Files.writeString(reasons, "case,column,reason\ny,a,flat\n");
        assertThatThrownBy(() -> read(table)).hasMessage(reasons + ", line 2: a of case y is a number in the table");
        Files.writeString(reasons, "case,column,reason\nx,a,flat\nx,a,flat\n");
        assertThatThrownBy(() -> read(table))
                .hasMessage(reasons + ", line 3: a of case x must have one reason, found two");
        Files.writeString(reasons, "a,b\n");
        assertThatThrownBy(() -> read(table))
                .hasMessage(reasons + ", line 1: the header must be [case, column, reason], found [a, b]");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> FeatureTable.read(folder.resolve("none.csv"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aWriteThatFailsLeavesTheOldFile() throws IOException {
        Path path = folder.resolve("features.csv");
        Files.createDirectories(path.resolve("occupied"));
        assertThatThrownBy(() -> table().columns(List.of(A.toString())).write(path))
                .isInstanceOf(IOException.class);
        assertThat(path.resolve("occupied")).exists();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private static FeatureTable table() {
        return FeatureTable.builder()
                .add(
                        "P1",
                        FeatureVector.builder()
                                .add(A, 0.1, "")
                                .add(B, Double.NaN, "flat, so\nnothing varies")
                                .build())
                .add(
                        "Müller, \"M\"",
                        FeatureVector.builder()
                                .add(A, 1e-5, "")
                                .add(B, Double.NEGATIVE_INFINITY, "")
                                .build())
                .build();
    }

    private FeatureTable read(String text) throws IOException {
        return FeatureTable.read(Files.write(folder.resolve("table.csv"), text.getBytes(StandardCharsets.UTF_8)));
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(TableFormatException.class)
                .hasMessage(folder.resolve("table.csv") + ", " + message);
    }
}
