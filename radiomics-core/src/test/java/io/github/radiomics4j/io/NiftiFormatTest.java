package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.ImageVolume;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        assertRefused(small().putFloats(108, 1e38).bytes(), 108, "found 1.0E38");
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
