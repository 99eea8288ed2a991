package io.github.radiomics4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetWriter;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.FeatureTable.Cell;
import io.github.radiomics4j.table.TableFormatException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTablesTest {
    private static final FeatureTable TABLE = FeatureTable.of(
            List.of("P1", "Müller, \"M\"", "P3"),
            List.of("original_glcm_Id", "wavelet-LLH_glcm_Id"),
            new double[][] {{0.1, -0.0, Double.MIN_VALUE}, {Double.NaN, Double.NEGATIVE_INFINITY, 1e300}},
            Map.of(new Cell("P1", "wavelet-LLH_glcm_Id"), "flat"));

    @TempDir
    private Path folder;

    @Test
    void aTableReadsBackEqual() throws IOException {
        Path path = folder.resolve("features.parquet");
        ParquetTables.write(TABLE, path);
        assertThat(ParquetTables.read(path)).isEqualTo(TABLE);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aWideTableReadsBackEqual() throws IOException {
        List<String> names = IntStream.range(0, 1197).mapToObj(j -> "f" + j).toList();
        double[][] columns = new double[1197][30];
        for (int j = 0; j < 1197; j++) {
            for (int i = 0; i < 30; i++) {
                columns[j][i] = Math.sin(1 + j * 30 + i);
            }
        }
        FeatureTable wide =
                FeatureTable.of(IntStream.range(0, 30).mapToObj(i -> "P" + i).toList(), names, columns);
        Path path = folder.resolve("wide.parquet");
        ParquetTables.write(wide, path);
        assertThat(ParquetTables.read(path)).isEqualTo(wide);
    }

    @Test
    void reasonsOfAnOlderTableDoNotStayBehind() throws IOException {
        Path path = folder.resolve("features.parquet");
        ParquetTables.write(TABLE, path);
        assertThat(folder.resolve("features.nan-reasons.parquet")).exists();
        FeatureTable other = TABLE.columns(List.of("original_glcm_Id"));
        ParquetTables.write(other, path);
        assertThat(folder.resolve("features.nan-reasons.parquet")).doesNotExist();
        assertThat(ParquetTables.read(path)).isEqualTo(other);
    }

    @Test
    void whatOtherProgramsWriteIsReadIfItIsNumbers() throws IOException {
        Path path = folder.resolve("other.parquet");
        MessageType schema = Types.buildMessage()
                .optional(PrimitiveTypeName.DOUBLE)
                .named("score")
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named("case")
                .optional(PrimitiveTypeName.INT32)
                .named("count")
                .named("table");
        try (ParquetWriter<Integer> writer = ParquetWriter.writeFile(schema, path.toFile(), (row, out) -> {
            out.write("case", "P" + row);
            if (row == 1) {
                out.write("score", 0.5);
                out.write("count", 7);
            }
        })) {
            writer.write(1);
            writer.write(2);
        }
        FeatureTable read = ParquetTables.read(path);
        assertThat(read.columnNames()).containsExactly("score", "count");
        assertThat(read.row("P1")).containsExactly(0.5, 7);
        assertThat(read.row("P2")).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void whatIsNoSuchTableIsRefused() throws IOException {
        Path path = folder.resolve("file.parquet");
        Files.writeString(path, "case,a\nP1,1\n");
        assertThatThrownBy(() -> ParquetTables.read(path))
                .isInstanceOf(TableFormatException.class)
                .hasMessageStartingWith(path + ": must be a Parquet file, found ");
        Files.delete(path);
        assertThatThrownBy(() -> ParquetTables.read(path)).isInstanceOf(NoSuchFileException.class);
        writeTexts(path, "id", "a");
        assertThatThrownBy(() -> ParquetTables.read(path))
                .isInstanceOf(TableFormatException.class)
                .hasMessage(path + ": there must be a column case of texts");
        writeTexts(path, "case", "sex");
        assertThatThrownBy(() -> ParquetTables.read(path))
                .isInstanceOf(TableFormatException.class)
                .hasMessageStartingWith(path + ": a column must hold 64- or 32-bit floats or 32-bit integers, found ")
                .hasMessageContaining("sex");
        writeTexts(path, "case");
        assertThatThrownBy(() -> ParquetTables.read(path))
                .isInstanceOf(TableFormatException.class)
                .hasMessage(path + ": case ids must occur once, found twice: [x]");
    }

    @Test
    void aFileCutOffIsRefused() throws IOException {
        Path path = folder.resolve("features.parquet");
        ParquetTables.write(TABLE, path);
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ParquetTables.read(path))
                    .as("%d bytes", length)
                    .isInstanceOf(TableFormatException.class);
        }
    }

    @Test
    void withoutTheLibraryTheErrorNamesIt() throws Exception {
        // This jar and the core alone, as on a class path that lacks the library.
        URL[] urls = {
            ParquetTables.class.getProtectionDomain().getCodeSource().getLocation(),
            FeatureTable.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> tables = loader.loadClass(ParquetTables.class.getName());
            assertThatThrownBy(() -> tables.getMethod("read", Path.class).invoke(null, folder))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("blue.strategic.parquet:parquet-floor");
        }
    }

    private static void writeTexts(Path path, String... names) throws IOException {
        Files.deleteIfExists(path);
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String name : names) {
            schema.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }
        try (ParquetWriter<String> writer = ParquetWriter.writeFile(schema.named("t"), path.toFile(), (text, out) -> {
            for (String name : names) {
                out.write(name, text);
            }
        })) {
            writer.write("x");
            writer.write("x");
        }
    }
}
