package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NRRD files, right and wrong. */
class NrrdFormatTest extends VolumeFormatContract {
    private static final Map<SampleType, List<String>> NAMES = Map.of(
            SampleType.INT8, List.of("signed char", "int8", "int8_t"),
            SampleType.UINT8, List.of("uchar", "unsigned char", "uint8", "uint8_t"),
            SampleType.INT16,
                    List.of("short", "short int", "signed short", "signed short int", "int16", "int16_t", "SHORT"),
            SampleType.UINT16, List.of("ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t"),
            SampleType.INT32, List.of("int", "signed int", "int32", "int32_t"),
            SampleType.UINT32, List.of("uint", "unsigned int", "uint32", "uint32_t"),
            SampleType.INT64,
                    List.of(
                            "longlong",
                            "long long",
                            "long long int",
                            "signed long long",
                            "signed long long int",
                            "int64",
                            "int64_t"),
            SampleType.UINT64,
                    List.of("ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t"),
            SampleType.FLOAT32, List.of("float"),
            SampleType.FLOAT64, List.of("double"));

    @TempDir
    private Path folder;

    @Override
    protected VolumeFormat format() {
        return new NrrdFormat();
    }

    @Override
    protected byte[] file() {
        return NrrdFile.small().bytes();
    }

    @Override
    protected String fileName() {
        return "small.nrrd";
    }

    @Test
    void everyTypeIsReadUnderEachOfItsNames() throws IOException {
        for (SampleType type : SampleType.values()) {
            String[] numbers = Bytes.extremes(type);
            double[] expected =
                    Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
            for (String name : NAMES.get(type)) {
                for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                    byte[] data = Bytes.of(type, order, numbers);
                    NrrdFile file = NrrdFile.small()
                            .with("type: " + name)
                            .with("sizes: 3 2 1")
                            .with("endian: " + (order == ByteOrder.LITTLE_ENDIAN ? "little" : "big"));
                    for (byte[] bytes : new byte[][] {
                        file.data(data).bytes(),
                        file.with("encoding: gzip").data(Bytes.gzip(data)).bytes(),
                        file.with("encoding: gz").data(Bytes.gzip(data)).bytes(),
                    }) {
                        ImageVolume image = read(bytes);
                        assertThat(image.type()).isEqualTo(type.pixelType());
                        assertThat(image.toDoubles()).as(name + " " + order).containsExactly(expected);
                    }
                    file.with("encoding: raw");
                }
            }
        }
    }

    @Test
    void fieldsComeInAnyOrderAndCase() throws IOException {
        ImageVolume image = read(NrrdFile.of(
                        "Space Origin: (1,2,3)",
                        "sizes: 2 3 4",
                        "spacedirections: (2,0,0) (0,2,0) (0,0,2)",
                        "ENCODING: Raw",
                        "endian: LITTLE",
                        "space: LPS",
                        "Type: short",
                        "dimension:   3")
                .data(new byte[48])
                .bytes());
        assertThat(image.grid().size()).isEqualTo(new Size(2, 3, 4));
        assertThat(image.grid().spacing()).isEqualTo(Spacing.isotropic(2));
        assertThat(image.grid().origin()).isEqualTo(new Point(1, 2, 3));
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        byte[] header = new String(NrrdFile.small().header(), StandardCharsets.UTF_8)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(read(Bytes.join(header, new byte[48])).grid().size()).isEqualTo(new Size(2, 3, 4));
    }

    @Test
    void singleBytesNeedNoByteOrder() throws IOException {
        NrrdFile file = NrrdFile.small().with("type: uchar").without("endian").data(new byte[24]);
        assertThat(read(file.bytes()).grid().size()).isEqualTo(new Size(2, 3, 4));
    }

    @Test
    void bytesAreSkippedBeforeTheVoxels() throws IOException {
        byte[] voxels = Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, "1", "2", "3", "4", "5", "6");
        byte[] skipped = Bytes.join(new byte[5], voxels);
        NrrdFile file = NrrdFile.small("byte skip: 5").with("sizes: 3 2 1").data(skipped);
        assertThat(read(file.bytes()).toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
        file.with("byte skip: -1");
        assertThat(read(file.bytes()).toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
        file.with("byte skip: 5").with("encoding: gzip").data(Bytes.gzip(skipped));
        assertThat(read(file.bytes()).toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void axesThatAreNotSpatialAreFrames() throws IOException {
        for (String kind : List.of("list", "time", "domain")) {
            Path path = Files.write(
                    folder.resolve("frames.nrrd"),
                    NrrdFile.small("kinds: domain domain domain " + kind)
                            .with("dimension: 4")
                            .with("sizes: 2 3 2 2")
                            .bytes());
            assertThat(VolumeReader.withDefaults().readHeader(path).frameCount())
                    .isEqualTo(2);
        }
        Path path = Files.write(
                folder.resolve("frames.nrrd"),
                NrrdFile.small("space: RAS", "space directions: (1,0,0) (0,1,0) (0,0,1) none")
                        .with("dimension: 4")
                        .with("sizes: 2 3 2 2")
                        .bytes());
        assertThat(VolumeReader.withDefaults().readHeader(path).frameCount()).isEqualTo(2);
    }

    @Test
    void framesAndChannelsMayStandSideBySide() throws IOException {
        VolumeReader reader = VolumeReader.withDefaults();
        byte[] voxels = Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, "1", "2", "3", "4", "5", "6");
        for (String kind : List.of("list", "time", "???", "none")) {
            NrrdFile file = NrrdFile.small(
                            kind.equals("none") ? "space dimension: 3" : "space: LPS",
                            "space directions: none (1,0,0) (0,1,0) (0,0,1)",
                            "space origin: (1,2,3)",
                            "kinds: " + kind + " domain domain domain")
                    .with("dimension: 4")
                    .with("sizes: 3 2 1 1")
                    .data(voxels);
            Path path = Files.write(folder.resolve("frames.nrrd"), file.bytes());
            assertThat(reader.readHeader(path).frameCount()).as(kind).isEqualTo(3);
            assertThatThrownBy(() -> reader.readImage(path)).hasMessageContaining("one of its 3 frames");
            assertThat(reader.withFrame(2).readImage(path).toDoubles()).containsExactly(3, 6);
            assertThat(reader.withFrame(0).readImage(path).grid().origin()).isEqualTo(new Point(1, 2, 3));
            // PyRadiomics' label_channel picks layers of a segmentation, which ITK takes for vectors.
            assertThat(reader.withChannel(1).readMask(path).census()).isEqualTo(Map.of(2L, 1L, 5L, 1L));
        }
        for (String kind : List.of("vector", "3-vector", "RGB-color", "3-color")) {
            NrrdFile file = NrrdFile.small("kinds: " + kind + " domain domain domain")
                    .with("dimension: 4")
                    .with("sizes: 3 2 1 1")
                    .data(voxels);
            Path path = Files.write(folder.resolve("channels.nrrd"), file.bytes());
            assertThat(reader.readHeader(path).channelCount()).isEqualTo(3);
            assertThatThrownBy(() -> reader.withFrame(0).readImage(path)).hasMessageContaining("3 channels be named");
            assertThat(reader.withChannel(2).readMask(path).census()).isEqualTo(Map.of(3L, 1L, 6L, 1L));
        }
    }

    @Test
    void channelsMayBeWholeVolumesAndFramesToo() throws IOException {
        String[] numbers = new String[24];
        for (int i = 0; i < 24; i++) {
            numbers[i] = String.valueOf(i);
        }
        byte[] voxels = Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, numbers);
        // Two voxels, three frames, two channels, two of y: which sample is that of frame 2, channel 1?
        Map<String, double[]> layouts = Map.of(
                "sizes: 2 2 1 3 2|kinds: domain domain domain list vector", new double[] {20, 21, 22, 23},
                "sizes: 2 2 2 1 3|kinds: vector domain domain domain list", new double[] {17, 19, 21, 23},
                "sizes: 2 3 2 2 1|kinds: vector list domain domain domain", new double[] {5, 11, 17, 23});
        for (Map.Entry<String, double[]> layout : layouts.entrySet()) {
            String[] lines = layout.getKey().split("\\|");
            NrrdFile file =
                    NrrdFile.small(lines[1]).with("dimension: 5").with(lines[0]).data(voxels);
            Path path = Files.write(folder.resolve("both.nrrd"), file.bytes());
            VolumeReader reader = VolumeReader.withDefaults().withFrame(2).withChannel(1);
            assertThat(reader.readImage(path).toDoubles()).as(layout.getKey()).containsExactly(layout.getValue());
        }
        for (String kinds : List.of("list vector domain domain domain", "domain domain domain vector list")) {
            assertRefused(
                    NrrdFile.small("kinds: " + kinds)
                            .with("dimension: 5")
                            .with("sizes: 2 2 2 2 2")
                            .data(new byte[64])
                            .bytes(),
                    "frames and channels must not be mixed");
        }
    }

    @Test
    void voxelsMayBeText() throws IOException {
        for (SampleType type : SampleType.values()) {
            String[] numbers = Bytes.extremes(type);
            double[] expected =
                    Arrays.stream(numbers).mapToDouble(Double::parseDouble).toArray();
            NrrdFile file = NrrdFile.small()
                    .with("sizes: 3 2 1")
                    .with("type: " + NAMES.get(type).get(0));
            String text = numbers[0] + ", " + numbers[1] + "\t" + numbers[2] + "\n" + numbers[3] + "\r\n" + numbers[4]
                    + "  " + numbers[5] + "\n";
            String hex = HexFormat.ofDelimiter(" ")
                    .formatHex(Bytes.of(type, ByteOrder.BIG_ENDIAN, numbers))
                    .replace(" 0", "\n0");
            for (NrrdFile each : List.of(
                    file.with("encoding: ascii").data(text.getBytes(StandardCharsets.US_ASCII)),
                    file.with("encoding: hex").with("endian: big").data(hex.getBytes(StandardCharsets.US_ASCII)))) {
                assertThat(read(each.bytes()).toDoubles()).as(type.name()).containsExactly(expected);
            }
        }
        NrrdFile floats =
                NrrdFile.small().with("type: float").with("sizes: 3 1 1").with("encoding: txt");
        floats.data("nan -inf 1".getBytes(StandardCharsets.US_ASCII));
        Path path = Files.write(folder.resolve("text.nrrd"), floats.bytes());
        assertThat(VolumeReader.withDefaults()
                        .withNonFiniteVoxels(NonFiniteVoxels.KEEP)
                        .readImage(path)
                        .toDoubles())
                .containsExactly(Double.NaN, Double.NEGATIVE_INFINITY, 1);
    }

    @Test
    void textThatIsNoVoxelIsRefusedByPlace() {
        NrrdFile ascii = NrrdFile.small().with("sizes: 3 1 1").with("encoding: ascii");
        assertRefused(ascii.data("1 2".getBytes(StandardCharsets.US_ASCII)).bytes(), "take 6 bytes");
        assertRefused(ascii.data("1 22  ".getBytes(StandardCharsets.US_ASCII)).bytes(), "found 4 before the data end");
        assertRefused(
                ascii.data("1 2 x".getBytes(StandardCharsets.US_ASCII)).bytes(), "voxels must be INT16, found \"x\"");
        assertRefused(ascii.data("1 2 1.5".getBytes(StandardCharsets.US_ASCII)).bytes(), "found \"1.5\"");
        assertRefused(
                ascii.data("1".repeat(5000).getBytes(StandardCharsets.US_ASCII)).bytes(), "at most 400 characters");
        NrrdFile hex = NrrdFile.small().with("sizes: 3 1 1").with("encoding: hex");
        assertRefused(hex.data("0102030405".getBytes(StandardCharsets.US_ASCII)).bytes(), "take 6 bytes");
        assertRefused(
                hex.data("0102030405 0".getBytes(StandardCharsets.US_ASCII)).bytes(), "two hexadecimal digits");
        assertRefused(
                hex.data("01020304050g".getBytes(StandardCharsets.US_ASCII)).bytes(), "two hexadecimal digits");
    }

    @Test
    void linesAreSkippedBeforeTheVoxels() throws IOException {
        byte[] voxels = Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, "1", "2", "3", "4", "5", "6");
        NrrdFile file = NrrdFile.small("line skip: 2", "byte skip: 3")
                .with("sizes: 3 2 1")
                .data(Bytes.join("first\nsecond\nabc".getBytes(StandardCharsets.US_ASCII), voxels));
        assertThat(read(file.bytes()).toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
        assertRefused(file.with("line skip: 20").bytes(), "must have 20 lines to skip, found 2");
        assertRefused(file.with("line skip: -1").bytes(), "line skip must not be negative");
    }

    @Test
    void voxelsMayBeInOtherFiles() throws IOException {
        byte[] voxels = Bytes.of(SampleType.INT16, ByteOrder.LITTLE_ENDIAN, "1", "2", "3", "4", "5", "6");
        Files.write(folder.resolve("all.raw"), voxels);
        Files.write(folder.resolve("all.raw.gz"), Bytes.gzip(voxels));
        for (int i = 0; i < 3; i++) {
            Files.write(folder.resolve("s%02d.raw".formatted(9 - i)), Arrays.copyOfRange(voxels, 4 * i, 4 * i + 4));
        }
        assertSix(detached().bytes("data file: all.raw"));
        assertSix(detached().bytes("datafile: ./all.raw"));
        assertSix(detached().bytes("byte skip: -1\ndata file: all.raw\n"));
        assertSix(detached().with("encoding: gzip").bytes("data file: all.raw.gz\n"));
        assertSix(detached().bytes("data file: LIST\ns09.raw\ns08.raw\ns07.raw"));
        assertSix(detached().bytes("data file: LIST 2\ns09.raw\ns08.raw\ns07.raw\n"));
        assertSix(detached().bytes("data file: LIST 3\ns09.raw\ns08.raw\ns07.raw\n"));
        assertSix(detached().bytes("data file: s%02d.raw 9 7 -1"));
        assertRefused(detached().bytes("data file: missing.raw"), "must be there");
        assertRefused(detached().bytes("data file: ../all.raw"), "in the folder of the header or below");
        assertRefused(detached().bytes("data file: LIST\ns09.raw\ns08.raw"), "there must be 3 data files, found 2");
        assertRefused(detached().bytes("data file: LIST 4\ns09.raw"), "each file must have 1 to 3 axes");
        assertRefused(detached().bytes("data file: LIST"), "there must be 1 to 65536 data files, found 0");
        assertRefused(detached().bytes("data file: s%02d.raw 9 7 1"), "lead from one to the other");
        assertRefused(detached().bytes("data file: s%02d.raw 9 7 0"), "lead from one to the other");
        assertRefused(detached().bytes("data file: s%02d.raw 1 2000000000 1"), "1 to 65536 data files");
        assertRefused(detached().with("sizes: 2 1 4").bytes("data file: all.raw"), "must hold 16 bytes, found 12");
    }

    @Test
    void wrongHeadersAreRefusedByTheFieldThatIsWrong() {
        assertRefused(NrrdFile.small().magic("NRRD0006").bytes(), "first line must be NRRD0001 to NRRD0005");
        assertRefused(NrrdFile.small("what is this").bytes(), "a line must be");
        assertRefused(NrrdFile.small("color: red").bytes(), "a line must be");
        assertRefused(NrrdFile.small("type: short").bytes(), "found \"type\" again");
        for (String field : List.of("type", "dimension", "sizes", "encoding", "endian")) {
            assertRefused(NrrdFile.small().without(field).bytes(), "must have the field \"" + field + "\"");
        }
        assertRefused("type: char", "type must be one of NRRD, found \"char\"");
        assertRefused("dimension: 1", "dimension must be 2 to 16");
        assertRefused("dimension: x", "whole numbers, found \"x\"");
        assertRefused("dimension: 17", "dimension must be 2 to 16");
        assertRefused("sizes: 2 3", "sizes must be 3 words");
        assertRefused("sizes: 2 3 0", "sizes must be 1 to");
        assertRefused("sizes: 2 3 -4", "sizes must be 1 to");
        assertRefused("sizes: 2 3 4294967300", "sizes must be 1 to");
        assertRefused("sizes: 2 3 99999999999999999999", "whole numbers");
        assertRefused("endian: middle", "endian must be little or big");
        assertRefused("encoding: lzma", "encoding must be one of NRRD");
        assertRefusedWith("spacings: 1 2 -3", "spacing must be positive and finite, found -3.0 along axis 2");
        assertRefusedWith("spacings: 1 0 3", "found 0.0 along axis 1");
        assertRefusedWith("spacings: nan 1 1", "found NaN along axis 0");
        assertRefusedWith("spacings: 1 inf 1", "must be numbers, found \"inf\"");
        assertRefusedWith("spacings: 1 1", "spacings must be 3 words");
        assertRefusedWith("space: up", "space must be left-posterior-superior");
        assertRefusedWith("space dimension: 2", "as many dimensions");
        assertRefusedWith("byte skip: -2", "byte skip must not be negative");
        assertRefusedWith("axis mins: 1 2 3", "axis mins must come with spacings");
        assertRefusedInSpace("space directions: (1,0,0) (0,1,0)", "must be 3 vectors");
        assertRefusedInSpace("space directions: (1,0,0) (0,1,0) (0,0)", "vectors must have 3 coordinates");
        assertRefusedInSpace("space directions: (1,0,0) (0,1,0) 0,0,1", "vectors must be (a,b,c) or none");
        assertRefusedInSpace("space directions: (1,0,0) (0,1,0) (0,0,1", "vectors must be (a,b,c) or none");
        assertRefusedInSpace("space directions: (1,0,0) (0,0,0) (0,0,1)", "found 0.0 along axis 1");
        assertRefusedInSpace("space directions: (1,0,0) (0,nan,0) (0,0,1)", "found NaN along axis 1");
        assertRefusedInSpace("space directions: (1,0,0) (0,1e300,0) (0,0,1)", "found Infinity along axis 1");
        assertRefusedInSpace("space directions: (1,0,0) (0,1e-310,0) (0,0,1)", "found 0.0 along axis 1");
        assertRefusedInSpace("space directions: (1,0,0) (1,0,0) (0,0,1)", "linearly independent");
        assertRefusedInSpace("space origin: (1,2,nan)", "space origin must be finite");
        assertRefusedInSpace("space origin: (1,2)", "vectors must have 3 coordinates");
    }

    @Test
    void anErrorIsPlacedAtItsLine() {
        assertThatThrownBy(() -> read(NrrdFile.small().with("sizes: 2 3 0").bytes()))
                .isInstanceOfSatisfying(
                        VolumeFormatException.class,
                        e -> assertThat(e.byteOffset()).isEqualTo("NRRD0005\ntype: short\ndimension: 3\n".length()));
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        for (String encoding : List.of("bzip2", "bz2", "zrl")) {
            assertRefused("encoding: " + encoding, "encoding " + encoding + " is not supported");
        }
        assertRefused("type: block", "block is not supported");
        assertRefusedWith("kinds: complex domain domain", "numbers or vectors, found axis 0 of kind complex");
        assertRefusedWith("kinds: domain vector domain", "axes in space beside each other");
        assertRefusedInSpace("space directions: none none (0,0,1)", "axes in space beside each other");
    }

    @Test
    void aHeaderWithoutEndIsRefusedBeforeItFillsTheMemory() {
        byte[] endless = new byte[3 << 20];
        Arrays.fill(endless, (byte) 'x');
        assertRefused(
                Bytes.join("NRRD0005\n# ".getBytes(StandardCharsets.UTF_8), endless),
                "a header must have at most 1048576 bytes");
    }

    private static NrrdFile detached() {
        return NrrdFile.small().with("sizes: 2 1 3");
    }

    private void assertSix(byte[] file) throws IOException {
        assertThat(read(file).toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private void assertRefused(String line, String message) {
        assertRefused(NrrdFile.small().with(line).bytes(), message);
    }

    private void assertRefusedWith(String line, String message) {
        assertRefused(NrrdFile.small(line).bytes(), message);
    }

    private void assertRefusedInSpace(String line, String message) {
        assertRefused(NrrdFile.small("space: LPS", line).bytes(), message);
    }

    private void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining(message);
    }

    private ImageVolume read(byte[] file) throws IOException {
        return VolumeReader.withDefaults().readImage(Files.write(folder.resolve("test.bin"), file));
    }
}
