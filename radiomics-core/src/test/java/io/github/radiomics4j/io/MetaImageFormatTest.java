package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MetaImage files, right and wrong. */
class MetaImageFormatTest extends VolumeFormatContract {
    private static final Map<SampleType, List<String>> NAMES = Map.of(
            SampleType.INT8, List.of("MET_CHAR", "MET_CHAR_ARRAY"),
            SampleType.UINT8, List.of("MET_UCHAR"),
            SampleType.INT16, List.of("MET_SHORT"),
            SampleType.UINT16, List.of("MET_USHORT"),
            SampleType.INT32, List.of("MET_INT", "MET_LONG"),
            SampleType.UINT32, List.of("MET_UINT", "MET_ULONG"),
            SampleType.INT64, List.of("MET_LONG_LONG"),
            SampleType.UINT64, List.of("MET_ULONG_LONG"),
            SampleType.FLOAT32, List.of("MET_FLOAT"),
            SampleType.FLOAT64, List.of("MET_DOUBLE"));

    private static final byte[] SIX = Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, "1", "2", "3", "4", "5", "6");

    @TempDir
    private Path folder;

    @Override
    protected VolumeFormat format() {
        return new MetaImageFormat();
    }

    @Override
    protected byte[] file() {
        return MetaImageFile.small().bytes();
    }

    @Override
    protected String fileName() {
        return "small.mha";
    }

    @Test
    void everyTypeIsReadInBothByteOrdersPlainCompressedAndAsText() throws IOException {
        for (SampleType type : SampleType.values()) {
            String[] numbers = Bytes.extremes(type);
            double[] expected =
                    Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
            for (String name : NAMES.get(type)) {
                for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                    byte[] data = Bytes.of(type, order, numbers);
                    String msb = order == ByteOrder.BIG_ENDIAN ? "True" : "False";
                    for (byte[] bytes : new byte[][] {
                        six("ElementByteOrderMSB = " + msb)
                                .data(data)
                                .with("ElementType = " + name)
                                .bytes(),
                        six("BinaryDataByteOrderMSB = " + msb, "CompressedData = True")
                                .data(zlib(data))
                                .with("ElementType = " + name)
                                .bytes(),
                        six("BinaryDataByteOrderMSB = " + msb, "CompressedData = True")
                                .data(Bytes.gzip(data))
                                .with("ElementType = " + name)
                                .bytes(),
                        six("BinaryDataByteOrderMSB = " + msb, "BinaryData = False")
                                .data(String.join(" ", numbers).getBytes(StandardCharsets.US_ASCII))
                                .with("ElementType = " + name)
                                .bytes(),
                    }) {
                        ImageVolume image = read(bytes);
                        assertThat(image.type()).isEqualTo(type.pixelType());
                        assertThat(image.toDoubles()).as(name + " " + order).containsExactly(expected);
                    }
                }
            }
        }
    }

    @Test
    void voxelsMayBeInAnotherFile() throws IOException {
        Files.write(folder.resolve("voxels.raw"), SIX);
        assertSix(six().dataFile("voxels.raw"));
        Files.createDirectory(folder.resolve("below"));
        Files.write(folder.resolve("below/with a blank.zraw"), zlib(SIX));
        assertSix(six("CompressedData = True").dataFile("below/with a blank.zraw"));
    }

    @Test
    void voxelsMayBeInOneFileForEachSlice() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.write(folder.resolve("s" + (1 + i) + ".raw"), Arrays.copyOfRange(SIX, 4 * i, 4 * i + 4));
            Files.write(folder.resolve("t%03d.raw".formatted(7 + 2 * i)), Arrays.copyOfRange(SIX, 4 * i, 4 * i + 4));
        }
        assertSix(slices().dataFile("LIST\ns1.raw\ns2.raw\ns3.raw"));
        assertSix(slices().dataFile("LIST 2\ns1.raw\ns2.raw\ns3.raw"));
        assertSix(slices().dataFile("s%d.raw"));
        assertSix(slices().dataFile("s%d.raw 1 3 1"));
        assertSix(slices().dataFile("t%03d.raw 7 11 2"));
        Files.write(folder.resolve("all.raw"), SIX);
        assertSix(slices().dataFile("LIST 3\nall.raw"));
    }

    @Test
    void headersOfDataFilesArePassedOver() throws IOException {
        Files.write(folder.resolve("voxels.raw"), Bytes.join(new byte[5], SIX));
        assertSix(six("HeaderSize = 5").dataFile("voxels.raw"));
        assertSix(six("HeaderSize = -1").dataFile("voxels.raw"));
        assertSix(six("HeaderSize = -1").data(Bytes.join(new byte[3], SIX)));
    }

    @Test
    void axesBeyondTheThirdAreFrames() throws IOException {
        Path file = write(six().with("NDims = 4").with("DimSize = 2 1 1 3").data(SIX));
        assertThatThrownBy(() -> VolumeReader.withDefaults().readImage(file)).hasMessageContaining("3 frames");
        assertThat(VolumeReader.withDefaults().withFrame(2).readImage(file).toDoubles())
                .containsExactly(5, 6);
    }

    @Test
    void channelsStandSideBySide() throws IOException {
        Path file =
                write(six("ElementNumberOfChannels = 3").with("DimSize = 2 1 1").data(SIX));
        assertThatThrownBy(() -> VolumeReader.withDefaults().readImage(file))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("one of their 3 channels be named (0 to 2)");
        VolumeReader reader = VolumeReader.withDefaults();
        assertThat(reader.withChannel(0).readImage(file).toDoubles()).containsExactly(1, 4);
        assertThat(reader.withChannel(2).readMask(file).census()).isEqualTo(Map.of(3L, 1L, 6L, 1L));
        assertThatThrownBy(() -> reader.withChannel(3).readMask(file)).hasMessageContaining("one of 0 to 2, found 3");
    }

    @Test
    void wrongHeadersAreRefusedByTheFieldThatIsWrong() {
        assertRefused(six().without("NDims"), "the header must have the field NDims");
        assertRefused(six().without("DimSize"), "the header must have the field DimSize");
        assertRefused(six().without("ElementType"), "the header must have the field ElementType");
        assertRefused(six().with("ObjectType = Mesh"), "ObjectType must be Image, found \"Mesh\"");
        assertRefused(six().with("NDims = 1"), "NDims must be 2 to 10, found 1");
        assertRefused(six().with("NDims = 11"), "NDims must be 2 to 10, found 11");
        assertRefused(six().with("DimSize = 2 3"), "DimSize must be 3 words");
        assertRefused(six().with("DimSize = 2 3 0"), "DimSize must be 1 to 2147483647");
        assertRefused(six().with("DimSize = 2 3 x"), "whole numbers");
        assertRefused(six().with("DimSize = 2147483647 2147483647 2147483647"), "voxels must fit into a file");
        assertRefused(six().with("ElementType = MET_OTHER"), "a type of numbers, found \"MET_OTHER\"");
        assertRefused(six("NDims = 3"), "a field must be given once, found NDims again");
        assertRefused(six("Origin = 1 2 3", "Offset = 1 2 3"), "given once, found Offset again");
        assertRefused(six("what is this"), "a line must be \"field = text\"");
        assertRefused(six("ElementSpacing = 1 -2 3"), "ElementSpacing must be positive");
        assertRefused(six("ElementSpacing = 1 0 3"), "ElementSpacing must be positive");
        assertRefused(six("ElementSpacing = 1 NaN 3"), "ElementSpacing must be finite");
        assertRefused(six("ElementSize = 1 2"), "ElementSize must be 3 words");
        assertRefused(six("Offset = 1 2 Infinity"), "Offset must be finite");
        assertRefused(six("TransformMatrix = 1 0 0 1 0 0 0 0 1"), "linearly independent");
        assertRefused(six("CompressedData = maybe"), "CompressedData must be True or False");
        assertRefused(six("ElementNumberOfChannels = 0"), "at least 1, found 0");
        assertRefused(six("HeaderSize = -2"), "HeaderSize must be at least -1");
        assertRefused(six("HeaderSize = -1", "CompressedData = True"), "HeaderSize must not be -1");
        assertRefused(six("CompressedData = True", "CompressedDataSize = 1000"), "must be 1000 bytes, found 12");
    }

    @Test
    void whatItkIgnoresThoughItMattersIsRefused() {
        assertRefused(six("ElementToIntensityFunctionSlope = 2"), "not supported unless it is 1.0");
        assertRefused(six("ElementToIntensityFunctionOffset = -1024"), "not supported unless it is 0.0");
        assertRefused(six("DistanceUnits = cm"), "DistanceUnits must be mm, found \"cm\"");
        assertRefused(six("HeaderSize = 4"), "HeaderSize must be 0 or -1 where voxels follow");
    }

    @Test
    void theIdentityIsNoFunction() throws IOException {
        assertSix(six(
                "ElementToIntensityFunctionSlope = 1.0", "ElementToIntensityFunctionOffset = 0", "DistanceUnits = mm"));
    }

    @Test
    void dataFilesOutsideTheFolderAreRefused() {
        for (String name : List.of("../voxels.raw", "/etc/hostname", "below/../../voxels.raw", "test.bin", "..")) {
            assertRefused(six().dataFile(name), "must lie in the folder of the header or below");
        }
        assertRefused(slices().dataFile("LIST\n../a\n../b\n../c"), "must lie in the folder of the header or below");
        assertRefused(six().dataFile("missing.raw"), "the data file \"missing.raw\" must be there");
        assertRefused(six().dataFile("\0.raw"), "must have a name");
    }

    @Test
    void dataFilesThatDoNotMakeTheVolumeAreRefused() throws IOException {
        for (int i = 1; i <= 4; i++) {
            Files.write(folder.resolve("s" + i + ".raw"), new byte[i < 4 ? 4 : 3]);
        }
        assertRefused(slices().dataFile("LIST\ns1.raw\ns2.raw"), "the list must name 3 files, found 2");
        assertRefused(slices().dataFile("LIST 4\ns1.raw"), "LIST and 1 to 3 axes");
        assertRefused(slices().dataFile("s%d.raw 1 9 1"), "3 files by a pattern");
        assertRefused(slices().dataFile("s%d.raw 1 3 0"), "3 files by a pattern");
        assertRefused(slices().dataFile("s%d.raw 1 3"), "3 files by a pattern");
        assertRefused(slices().dataFile("s%d%d.raw"), "a pattern must have one number");
        assertRefused(slices().dataFile("s%n.raw"), "a pattern must have one number");
        assertRefused(slices().dataFile("s%d.raw 3"), "must be there");
        assertRefused(slices().dataFile("s%d.raw 2"), "one of 3 data files must hold 4 bytes, found 3");
        assertRefused(
                slices().with("DimSize = 2 1 2000000000").dataFile("s%d.raw"), "there must be 1 to 65536 data files");
    }

    @Test
    void aDamagedSliceIsNamed() throws IOException {
        for (int i = 1; i <= 3; i++) {
            byte[] slice = Bytes.gzip(new byte[] {1, 2, 3, 4});
            Files.write(folder.resolve("s" + i + ".gz"), i == 2 ? Arrays.copyOf(slice, slice.length - 9) : slice);
        }
        assertThatThrownBy(() ->
                        read(slices("CompressedData = True").dataFile("s%d.gz").bytes()))
                .isInstanceOfSatisfying(
                        VolumeFormatException.class, e -> assertThat(e.path()).isEqualTo(folder.resolve("s2.gz")))
                .hasMessageContaining("a data file must hold 4 bytes");
        Files.write(folder.resolve("s2.gz"), Bytes.gzip(new byte[5]));
        assertThatThrownBy(() ->
                        read(slices("CompressedData = True").dataFile("s%d.gz").bytes()))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("must hold 4 bytes, found more");
    }

    @Test
    void textThatIsNoNumberIsRefusedByPlace() {
        assertRefused(
                six("BinaryData = False").data("1 2 3 4 5 six".getBytes(StandardCharsets.US_ASCII)), "found \"six\"");
        assertRefused(six("BinaryData = False").data("1 2 3 4 5 70000".getBytes(StandardCharsets.US_ASCII)), "INT16");
        assertRefused(six("BinaryData = False").data("1 2 3 4 5 ".getBytes(StandardCharsets.US_ASCII)), "found");
        assertRefused(
                six("BinaryData = False").data("1 2 3 4 5 6 7".getBytes(StandardCharsets.US_ASCII)), "found more");
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        String header = new String(six().data(new byte[0]).bytes(), StandardCharsets.US_ASCII).replace("\n", "\r\n");
        ImageVolume image = read(Bytes.join(header.getBytes(StandardCharsets.US_ASCII), SIX));
        assertThat(image.grid().size()).isEqualTo(new Size(3, 2, 1));
        assertThat(image.toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private static MetaImageFile six(String... more) {
        return MetaImageFile.small(more).with("DimSize = 3 2 1").data(SIX);
    }

    private static MetaImageFile slices(String... more) {
        return MetaImageFile.small(more).with("DimSize = 2 1 3");
    }

    private static byte[] zlib(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain);
        }
        return out.toByteArray();
    }

    private void assertSix(MetaImageFile file) throws IOException {
        assertThat(read(file.bytes()).toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private void assertRefused(MetaImageFile file, String message) {
        assertThatThrownBy(() -> read(file.bytes()))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining(message);
    }

    private Path write(MetaImageFile file) throws IOException {
        return Files.write(folder.resolve("test.bin"), file.bytes());
    }

    private ImageVolume read(byte[] file) throws IOException {
        return VolumeReader.withDefaults().readImage(Files.write(folder.resolve("test.bin"), file));
    }
}
