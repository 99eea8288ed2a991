package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Spacing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NIfTI-1 files, right and wrong. */
class NiftiFormatTest extends VolumeFormatContract {
    @TempDir
    private Path folder;

    @Override
    protected VolumeFormat format() {
        return new NiftiFormat();
    }

    @Override
    protected byte[] file() {
        return small().bytes();
    }

    @Override
    protected String fileName() {
        return "small.nii";
    }

    @Test
    void everyTypeIsReadInBothByteOrdersPlainAndCompressed() throws IOException {
        for (Map.Entry<Integer, SampleType> entry : VolumeReaderOracleTest.NIFTI_TYPES.entrySet()) {
            SampleType type = entry.getValue();
            String[] numbers = Bytes.extremes(type);
            double[] expected =
                    Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
            for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                byte[] bytes = new NiftiFile(order, 3, 2, 1)
                        .datatype(entry.getKey())
                        .samples(Bytes.of(type, order, numbers))
                        .bytes();
                for (byte[] file : new byte[][] {bytes, Bytes.gzip(bytes)}) {
                    ImageVolume image = read(file);
                    assertThat(image.type()).isEqualTo(type.pixelType());
                    assertThat(image.toDoubles()).as(type + " " + order).containsExactly(expected);
                }
            }
        }
    }

    @Test
    void nifti2IsReadInBothByteOrders() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] file = Bytes.join(
                    nifti2(order).array(), Bytes.of(SampleType.FLOAT64, order, "1", "2", "3", "4", "5", "6"));
            for (byte[] bytes : new byte[][] {file, Bytes.gzip(file)}) {
                ImageVolume image = read(bytes);
                // 0.1 and 1/3 have no 32-bit float.
                assertThat(image.grid().spacing()).isEqualTo(new Spacing(0.1, 1.0 / 3, 3));
                assertThat(image.grid().origin()).isEqualTo(new Point(0.1, -0.7, 1e-9));
                assertThat(image.toDoubles()).containsExactly(1.5, 2.5, 3.5, 4.5, 5.5, 6.5);
            }
        }
    }

    @Test
    void wrongHeadersOfNifti2AreRefusedByTheFieldThatIsWrong() {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        assertRefused(nifti2(order).put(9, (byte) 0).array(), 4, "magic must be \"n+2\" or \"ni2\"");
        assertRefused(nifti2(order).putLong(16, 8).array(), 16, "dim[0] must be 2 to 7, found 8");
        assertRefused(nifti2(order).putLong(24, -1).array(), 24, "dim[1] must be at least 1, found -1");
        assertRefused(nifti2(order).putLong(32, 1L << 40).array(), 32, "dim[2] must be at most 2147483647");
        assertRefused(nifti2(order).putDouble(112, Double.NaN).array(), 112, "pixdim[1] must be positive and finite");
        assertRefused(
                nifti2(order).putLong(168, 543).array(), 168, "vox_offset must be a whole number of at least 544");
        assertRefused(nifti2(order).putLong(168, Long.MAX_VALUE).array(), 168, "vox_offset");
        assertRefused(Arrays.copyOf(nifti2(order).array(), 539), 539, "a header of NIfTI-2 takes 540 bytes");
    }

    @Test
    void headerAndVoxelsMayBeTwoFiles() throws IOException {
        byte[] voxels = Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, sixNumbers());
        byte[] header =
                small().samples(new byte[0]).putFloats(108, 0).putByte(345, 'i').bytes();
        Files.write(folder.resolve("a.hdr"), header);
        Files.write(folder.resolve("a.img"), voxels);
        Files.write(folder.resolve("b.hdr.gz"), Bytes.gzip(header));
        Files.write(folder.resolve("b.img.gz"), Bytes.gzip(voxels));
        Files.write(folder.resolve("C.HDR"), header);
        Files.write(folder.resolve("C.IMG"), voxels);
        for (String name : List.of("a.hdr", "a.img", "b.hdr.gz", "b.img.gz", "C.HDR", "C.IMG")) {
            assertThat(VolumeReader.withDefaults()
                            .readImage(folder.resolve(name))
                            .toDoubles())
                    .as(name)
                    .containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void aPairThatIsNotWholeIsRefused() throws IOException {
        byte[] header =
                small().samples(new byte[0]).putFloats(108, 0).putByte(345, 'i').bytes();
        assertRefused(header, 344, "a header named .hdr with its voxels in a file named .img beside it");
        Path alone = Files.write(folder.resolve("a.hdr"), header);
        assertThatThrownBy(() -> VolumeReader.withDefaults().readImage(alone))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("found none");
        Files.write(folder.resolve("a.img"), new byte[11]);
        assertThatThrownBy(() -> VolumeReader.withDefaults().readImage(alone))
                .isInstanceOfSatisfying(
                        VolumeFormatException.class, e -> assertThat(e.path()).isEqualTo(folder.resolve("a.img")))
                .hasMessageContaining("take 12 bytes to the end of the file, found 11");
        Path image = Files.write(folder.resolve("lonely.img"), new byte[12]);
        assertThatThrownBy(() -> VolumeReader.withDefaults().readImage(image))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("a volume must be one of");
    }

    @Test
    void analyzeIsRefusedByName() throws IOException {
        byte[] header = small().samples(new byte[0])
                .putByte(344, 0)
                .putByte(345, 0)
                .putByte(346, 0)
                .bytes();
        Path file = Files.write(folder.resolve("old.hdr"), header);
        assertThatThrownBy(() -> VolumeReader.withDefaults().readImage(file))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("Analyze 7.5 is not supported");
    }

    @Test
    void colorsAndVectorsHaveChannels() throws IOException {
        Path colors = Files.write(
                folder.resolve("colors.nii"),
                new NiftiFile(ByteOrder.LITTLE_ENDIAN, 2, 1, 1)
                        .datatype(128)
                        .samples(new byte[] {1, 2, 3, 4, 5, 6})
                        .bytes());
        Path vectors = Files.write(
                folder.resolve("vectors.nii"),
                small().dim(2, 1, 1, 1, 3).putShort(68, 1007).bytes());
        VolumeReader reader = VolumeReader.withDefaults();
        assertThatThrownBy(() -> reader.readImage(colors)).hasMessageContaining("3 channels be named");
        assertThatThrownBy(() -> reader.readImage(vectors)).hasMessageContaining("3 channels be named");
        assertThat(reader.withChannel(1).readImage(colors).toDoubles()).containsExactly(2, 5);
        assertThat(reader.withChannel(1).readImage(vectors).toDoubles()).containsExactly(3, 4);
    }

    @Test
    void framesOfVectorsAreBothNamed() throws IOException {
        Path file = Files.write(
                folder.resolve("both.nii"),
                small().dim(1, 1, 1, 2, 3).putShort(68, 1007).bytes());
        VolumeReader reader = VolumeReader.withDefaults().withFrame(1).withChannel(2);
        assertThat(reader.readHeader(file).frameCount()).isEqualTo(2);
        assertThat(reader.readHeader(file).channelCount()).isEqualTo(3);
        assertThat(reader.readImage(file).toDoubles()).containsExactly(6);
    }

    @Test
    void xRunsFastest() throws IOException {
        ImageVolume image = read(new NiftiFile(ByteOrder.LITTLE_ENDIAN, 3, 2, 1)
                .samples(Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, "0", "1", "2", "3", "4", "5"))
                .bytes());
        assertThat(image.get(1, 0, 0)).isEqualTo(1);
        assertThat(image.get(0, 1, 0)).isEqualTo(3);
    }

    @Test
    void headerExtensionsArePassedOver() throws IOException {
        byte[] extended = small().putFloats(108, 352 + 32)
                .samples(Bytes.join(new byte[32], Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, sixNumbers())))
                .bytes();
        assertThat(read(extended).toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void sixtyFourBitIntegersThatDoNotFitAreRefusedByPlaceAndValue() {
        assertRefused(
                new NiftiFile(ByteOrder.LITTLE_ENDIAN, 2, 1, 1)
                        .datatype(1024)
                        .samples(Bytes.of(SampleType.INT64, ByteOrder.LITTLE_ENDIAN, "1", "2147483648"))
                        .bytes(),
                360,
                "found 2147483648");
        assertRefused(
                new NiftiFile(ByteOrder.BIG_ENDIAN, 1, 2, 1)
                        .datatype(1280)
                        .samples(Bytes.of(SampleType.UINT64, ByteOrder.BIG_ENDIAN, "18446744073709551615", "0"))
                        .bytes(),
                352,
                "found 18446744073709551615");
    }

    @Test
    void rescaledFloatsThatOverflowAreNotFinite() {
        byte[] bytes = new NiftiFile(ByteOrder.LITTLE_ENDIAN, 2, 1, 1)
                .datatype(16)
                .scale(1e30, 0)
                .samples(Bytes.of(SampleType.FLOAT32, ByteOrder.LITTLE_ENDIAN, "1", "1e30"))
                .bytes();
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("found 1 of 2 NaN or infinite");
    }

    @Test
    void wrongHeadersAreRefusedByTheFieldThatIsWrong() {
        assertRefused(small().putInt(0, 349).bytes(), 0, "sizeof_hdr must be 348, or 540 in NIfTI-2, found 349");
        assertRefused(small().putByte(345, 'x').bytes(), 344, "magic must be \"n+1\" or \"ni1\", found \"nx1?\"");
        assertRefused(small().putShort(40, 1).bytes(), 40, "dim[0] must be 2 to 7, found 1");
        assertRefused(small().putShort(40, 8).bytes(), 40, "dim[0] must be 2 to 7, found 8");
        assertRefused(small().dim(3, 0, 1).bytes(), 44, "dim[2] must be at least 1, found 0");
        assertRefused(small().dim(3, 2, -1).bytes(), 46, "dim[3] must be at least 1, found -1");
        assertRefused(small().datatype(7).bytes(), 70, "datatype must be one of NIfTI, found 7");
        assertRefused(small().pixdim(1, 1, -2, 1).bytes(), 84, "pixdim[2] must be positive and finite, found -2.0");
        assertRefused(small().pixdim(1, 0, 1, 1).bytes(), 80, "pixdim[1]");
        assertRefused(small().pixdim(1, 1, 1, Double.NaN).bytes(), 88, "pixdim[3]");
        assertRefused(small().pixdim(1, 1, 1, Double.POSITIVE_INFINITY).bytes(), 88, "pixdim[3]");
        assertRefused(small().putByte(123, 5).bytes(), 123, "xyzt_units");
        assertRefused(small().putFloats(112, 1, Double.NEGATIVE_INFINITY).bytes(), 112, "scl_inter");
        assertRefused(small().qform(1, 0, 0, 0, Double.NaN, 0, 0).bytes(), 252, "origin must be finite");
        assertRefused(small().qform(1, Double.NaN, 0, 0, 0, 0, 0).bytes(), 252, "linearly independent");
        assertRefused(
                small().sform(1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0).bytes(),
                280,
                "columns of sform must be orthogonal");
    }

    @Test
    void theOffsetOfTheVoxelsMustLieInTheFile() {
        assertRefused(small().putFloats(108, 0).bytes(), 108, "vox_offset must be a whole number of at least 352");
        assertRefused(small().putFloats(108, 352.5).bytes(), 108, "found 352.5");
        assertRefused(small().putFloats(108, -352).bytes(), 108, "found -352");
        assertRefused(small().putFloats(108, Double.NaN).bytes(), 108, "found NaN");
        assertRefused(small().putFloats(108, 1e38).bytes(), 108, "found 9.999999680285692E37");
        assertRefused(small().putFloats(108, 1e15).bytes(), 999999986991104L, "found 0");
        assertRefused(Bytes.gzip(small().putFloats(108, 1e15).bytes()), 999999986991104L, "found at most 0");
        assertRefused(Bytes.gzip(small().putFloats(108, 4096).bytes()), 4096, "damaged before");
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        assertRefused(small().datatype(1).bytes(), 70, "single bits");
        assertRefused(small().datatype(32).bytes(), 70, "complex");
        assertRefused(small().datatype(1536).bytes(), 70, "128-bit floats");
        assertRefused(small().dim(1, 2, 1, 1, 3).putShort(68, 1006).bytes(), 68, "vectors of 3");
    }

    /** A header of NIfTI-2: 3 x 2 x 1 64-bit floats, rescaled, with a sform whose numbers have no 32-bit float. */
    private static ByteBuffer nifti2(ByteOrder order) {
        ByteBuffer header = ByteBuffer.allocate(544).order(order);
        header.putInt(0, 540).put(4, new byte[] {'n', '+', '2', 0, '\r', '\n', 26, '\n'});
        header.putShort(12, (short) 64).putShort(14, (short) 64);
        long[] dim = {3, 3, 2, 1, 1, 1, 1, 1};
        double[] pixdim = {1, 0.1, 1.0 / 3, 3, 1, 1, 1, 1};
        double[] srow = {0.1, 0, 0, -0.1, 0, 1.0 / 3, 0, 0.7, 0, 0, 3, 1e-9};
        for (int i = 0; i < 8; i++) {
            header.putLong(16 + 8 * i, dim[i]).putDouble(104 + 8 * i, pixdim[i]);
        }
        for (int i = 0; i < 12; i++) {
            header.putDouble(400 + 8 * i, srow[i]);
        }
        return header.putLong(168, 544)
                .putDouble(176, 1)
                .putDouble(184, 0.5)
                .putInt(348, 1)
                .putInt(500, 2);
    }

    private static NiftiFile small() {
        return new NiftiFile(ByteOrder.LITTLE_ENDIAN, 3, 2, 1)
                .samples(Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, sixNumbers()));
    }

    private static String[] sixNumbers() {
        return new String[] {"1", "2", "3", "4", "5", "6"};
    }

    private void assertRefused(byte[] file, long offset, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        VolumeFormatException.class,
                        e -> assertThat(e.byteOffset()).isEqualTo(offset))
                .hasMessageContaining(message);
    }

    private ImageVolume read(byte[] file) throws IOException {
        return VolumeReader.withDefaults().readImage(Files.write(folder.resolve("test.bin"), file));
    }
}
