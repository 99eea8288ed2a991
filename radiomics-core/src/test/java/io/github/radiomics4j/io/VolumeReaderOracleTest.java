package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.reference.Reference;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SimpleITK finds in files and headers, the reader finds too. */
class VolumeReaderOracleTest {
    private static final VolumeReader READER = VolumeReader.withDefaults();

    @TempDir
    private Path folder;

    @Test
    void filesHoldWhatSimpleItkReads() {
        Reference.path("data");
        Oracle.assertAll(Oracle.rows("files.csv").stream(), 132, row -> {
            Path file = Reference.path(row.getField("file"));
            ImageVolume image = READER.readImage(file);
            Oracle.assertGrid(image.grid(), row);
            assertThat(image.type()).isEqualTo(PixelType.valueOf(row.getField("type")));
            assertThat(image.sha1()).isEqualTo(row.getField("sha1"));
            double[] voxels = image.toDoubles();
            assertThat(Arrays.stream(voxels).min()).hasValue(Double.parseDouble(row.getField("minimum")));
            assertThat(Arrays.stream(voxels).max()).hasValue(Double.parseDouble(row.getField("maximum")));
            // Two orders of summation: rounding of up to 2.5 million steps, relative to the largest voxel.
            double largest = Math.max(
                    Math.abs(Double.parseDouble(row.getField("minimum"))),
                    Math.abs(Double.parseDouble(row.getField("maximum"))));
            assertThat(Arrays.stream(voxels).sum() / voxels.length)
                    .isCloseTo(Double.parseDouble(row.getField("mean")), within(1e-12 * largest));
            if (!row.getField("labels_sha1").isEmpty()) {
                assertThat(READER.readMask(file).sha1()).isEqualTo(row.getField("labels_sha1"));
            }
        });
    }

    @Test
    void phantomFilesHoldThePhantoms() throws IOException {
        for (IntegerPhantom phantom : IntegerPhantom.values()) {
            String name = "data/phantom/phantom_" + phantom.name().toLowerCase(Locale.ROOT);
            ImageVolume image = READER.readImage(Reference.path(name + "_image.nrrd"));
            assertThat(image.sha1()).isEqualTo(phantom.image().sha1());
            assertThat(image.grid()).isEqualTo(phantom.image().grid());
            assertThat(READER.readMask(Reference.path(name + "_label.nrrd")).sha1())
                    .isEqualTo(phantom.mask().sha1());
        }
    }

    @Test
    void niftiHeadersGiveTheGridsOfItk() {
        Oracle.assertAll(accepted("nifti-orientation.csv"), 60, row -> Oracle.assertGrid(readNifti(row), row));
    }

    @Test
    void niftiHeadersThatItkRefusesAreRefused() {
        Oracle.assertAll(refused("nifti-orientation.csv"), 2, row -> assertRefused(() -> readNifti(row)));
    }

    @Test
    void niftiSamplesGiveTheTypesAndValuesOfItk() {
        Oracle.assertAll(Oracle.rows("nifti-values.csv").stream(), 100, row -> {
            int datatype = Integer.parseInt(row.getField("datatype"));
            String[] stored = row.getField("stored").split(" ");
            Path file = Files.write(
                    folder.resolve("values.nii"),
                    new NiftiFile(ByteOrder.LITTLE_ENDIAN, stored.length, 1, 1)
                            .datatype(datatype)
                            .scale(Oracle.numbers(row, "slope")[0], Oracle.numbers(row, "intercept")[0])
                            .samples(Bytes.of(NIFTI_TYPES.get(datatype), ByteOrder.LITTLE_ENDIAN, stored))
                            .bytes());
            ImageVolume image = READER.readImage(file);
            // 64-bit integers are narrowed, see SampleType.
            String type = row.getField("type").replace("INT64", "INT32");
            assertThat(image.type()).isEqualTo(PixelType.valueOf(type));
            assertThat(image.toDoubles()).containsExactly(Oracle.numbers(row, "values"));
        });
    }

    @Test
    void nrrdHeadersGiveTheGridsOfItk() {
        Oracle.assertAll(accepted("nrrd-headers.csv"), 41, row -> Oracle.assertGrid(readNrrd(row), row));
    }

    @Test
    void nrrdHeadersThatItkRefusesAreRefused() {
        Oracle.assertAll(refused("nrrd-headers.csv"), 2, row -> assertRefused(() -> readNrrd(row)));
    }

    @Test
    void metaImageHeadersGiveTheGridsOfItk() {
        Oracle.assertAll(accepted("metaimage-headers.csv"), 37, row -> Oracle.assertGrid(readMetaImage(row), row));
    }

    @Test
    void metaImageHeadersThatItkRefusesAreRefused() {
        Oracle.assertAll(refused("metaimage-headers.csv"), 2, row -> assertRefused(() -> readMetaImage(row)));
    }

    @Test
    void nifti2HeadersGiveTheAffinesOfNibabel() {
        Oracle.assertAll(Oracle.rows("nifti2-headers.csv").stream(), 24, row -> {
            byte[] header = HexFormat.of().parseHex(row.getField("header"));
            Grid grid = READER.readImage(Files.write(folder.resolve("grid.nii"), Bytes.join(header, new byte[4 + 48])))
                    .grid();
            double[] spacing = Oracle.numbers(row, "spacing");
            double[] affine = Oracle.numbers(row, "affine");
            for (int i = 0; i < 3; i++) {
                double sign = i < 2 ? -1 : 1;
                assertThat(grid.spacing().along(i)).isEqualTo(spacing[i]);
                // A product and a quotient more on this side, of numbers up to 300.
                assertThat(sign * grid.origin().along(i)).isCloseTo(affine[4 * i + 3], within(1e-12));
                for (int j = 0; j < 3; j++) {
                    assertThat(sign * grid.direction().get(i, j) * spacing[j])
                            .isCloseTo(affine[4 * i + j], within(1e-13));
                }
            }
        });
    }

    static final Map<Integer, SampleType> NIFTI_TYPES = Map.of(
            2, SampleType.UINT8,
            256, SampleType.INT8,
            512, SampleType.UINT16,
            4, SampleType.INT16,
            768, SampleType.UINT32,
            8, SampleType.INT32,
            1280, SampleType.UINT64,
            1024, SampleType.INT64,
            16, SampleType.FLOAT32,
            64, SampleType.FLOAT64);

    private static Stream<NamedCsvRecord> accepted(String resource) {
        return Oracle.rows(resource).stream().filter(Predicate.not(VolumeReaderOracleTest::isRefused));
    }

    private static Stream<NamedCsvRecord> refused(String resource) {
        return Oracle.rows(resource).stream().filter(VolumeReaderOracleTest::isRefused);
    }

    private static boolean isRefused(NamedCsvRecord row) {
        return row.getField("size").isEmpty();
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(VolumeFormatException.class);
    }

    private Grid readNifti(NamedCsvRecord row) throws IOException {
        NiftiFile file = new NiftiFile(ByteOrder.LITTLE_ENDIAN, 1, 1, 1)
                .pixdim(Oracle.numbers(row, "pixdim"))
                .putByte(123, Integer.parseInt(row.getField("units")))
                .qform(Integer.parseInt(row.getField("qform_code")), Oracle.numbers(row, "quatern"))
                .sform(Integer.parseInt(row.getField("sform_code")), Oracle.numbers(row, "srow"))
                .samples(new byte[48]);
        double[] dim = Oracle.numbers(row, "dim");
        for (int i = 0; i < 8; i++) {
            file.putShort(40 + 2 * i, (int) dim[i]);
        }
        return READER.readImage(Files.write(folder.resolve("grid.nii"), file.bytes()))
                .grid();
    }

    private Grid readNrrd(NamedCsvRecord row) throws IOException {
        byte[] bytes = NrrdFile.of(row.getField("header").split("\\|"))
                .data(new byte[48])
                .bytes();
        return READER.readImage(Files.write(folder.resolve("grid.nrrd"), bytes)).grid();
    }

    private Grid readMetaImage(NamedCsvRecord row) throws IOException {
        String header = row.getField("header").replace('|', '\n') + "\nElementDataFile = LOCAL\n";
        byte[] bytes = Bytes.join(header.getBytes(StandardCharsets.UTF_8), new byte[48]);
        return READER.readImage(Files.write(folder.resolve("grid.mha"), bytes)).grid();
    }
}
