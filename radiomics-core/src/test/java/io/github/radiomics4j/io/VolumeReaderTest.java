package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.io.VolumeHeader.Rescale;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames, limits, formats, and what is done about damaged data. */
class VolumeReaderTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final VolumeReader READER = VolumeReader.withDefaults();

    @TempDir
    private Path folder;

    @Test
    void aFileWithSeveralFramesIsRefusedUntilOneIsNamed() throws IOException {
        byte[] plain = new NiftiFile(LITTLE, 2, 1, 1, 3)
                .samples(Bytes.of(SampleType.INT16, LITTLE, "1", "2", "3", "4", "5", "6"))
                .bytes();
        for (byte[] bytes : List.of(plain, Bytes.gzip(plain))) {
            Path file = write(bytes);
            assertThatThrownBy(() -> READER.readImage(file))
                    .isInstanceOf(VolumeFormatException.class)
                    .hasMessageContaining("one of its 3 frames must be named (0 to 2)");
            assertThat(READER.withFrame(0).readImage(file).toDoubles()).containsExactly(1, 2);
            assertThat(READER.withFrame(1).readImage(file).toDoubles()).containsExactly(3, 4);
            assertThat(READER.withFrame(2).readImage(file).toDoubles()).containsExactly(5, 6);
            assertThatThrownBy(() -> READER.withFrame(3).readImage(file))
                    .isInstanceOf(VolumeFormatException.class)
                    .hasMessageContaining("the frame must be one of 0 to 2, found 3");
        }
    }

    @Test
    void framesFarIntoACompressedFileAreReached() throws IOException {
        int voxels = 50_000;
        byte[] samples = new byte[3 * voxels];
        new Random(7).nextBytes(samples);
        Path file = write(Bytes.gzip(new NiftiFile(LITTLE, 250, 200, 1, 3)
                .datatype(2)
                .samples(samples)
                .bytes()));
        double[] last = READER.withFrame(2).readImage(file).toDoubles();
        assertThat(last[0]).isEqualTo(samples[2 * voxels] & 0xff);
        assertThat(last[voxels - 1]).isEqualTo(samples[3 * voxels - 1] & 0xff);
    }

    @Test
    void aSingleFrameMayBeNamed() throws IOException {
        assertThat(READER.withFrame(0).readImage(write(bytes("1", "2"))).toDoubles())
                .containsExactly(1, 2);
    }

    @Test
    void framesAreCountedFromZero() {
        assertThatThrownBy(() -> READER.withFrame(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreVoxelsThanTheLimitAreRefusedBeforeTheirBytesAreCounted() throws IOException {
        Path file = write(new NiftiFile(LITTLE, 32767, 32767, 32767).bytes());
        assertThatThrownBy(() -> READER.readImage(file))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("at most 536870912 voxels, found size (32767, 32767, 32767)");
        VolumeReader narrow = READER.withLimits(ReadLimits.withDefaults().withMaximumVoxels(2));
        assertThat(narrow.readImage(write(bytes("1", "2"))).toDoubles()).hasSize(2);
        assertThatThrownBy(() -> narrow.readImage(write(bytes("1", "2", "3"))))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("at most 2 voxels");
    }

    @Test
    void sizesWhoseProductOverflowsAreRefused() throws IOException {
        Path file = write(
                NrrdFile.small().with("sizes: 2147483647 2147483647 2147483647").bytes());
        assertThatThrownBy(() -> READER.readImage(file))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("voxels must fit into a file, found sizes 2147483647 2147483647 2147483647");
    }

    @Test
    void voxelsThatCannotBeInTheFileTakeNoMemory() throws IOException {
        // 4 GiB of doubles claimed by a few hundred bytes: allocating them would end this test.
        byte[] claim = new NiftiFile(LITTLE, 1024, 1024, 512).datatype(64).bytes();
        for (byte[] bytes : List.of(claim, Bytes.gzip(claim))) {
            Path file = write(bytes);
            assertThatThrownBy(() -> READER.readImage(file))
                    .isInstanceOf(VolumeFormatException.class)
                    .hasMessageContaining("take 4294967296 bytes to the end of the file, found");
        }
    }

    @Test
    void moreInflatedBytesThanTheLimitAreRefused() throws IOException {
        byte[] plain = bytes("1", "2", "3", "4");
        VolumeReader narrow = READER.withLimits(ReadLimits.withDefaults().withMaximumInflatedBytes(352 + 7));
        assertThat(narrow.readImage(write(plain)).toDoubles()).hasSize(4);
        assertThatThrownBy(() -> narrow.readImage(write(Bytes.gzip(plain))))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("at most 359 bytes may be inflated");
        assertThat(narrow.readImage(write(Bytes.gzip(bytes("1", "2", "3")))).toDoubles())
                .hasSize(3);
    }

    @Test
    void limitsArePositive() {
        assertThatThrownBy(() -> ReadLimits.withDefaults().withMaximumVoxels(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReadLimits.withDefaults().withMaximumInflatedBytes(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dataAfterTheLastVoxelAreRefused() throws IOException {
        byte[] more = Bytes.join(bytes("1", "2"), new byte[1]);
        for (byte[] bytes : List.of(more, Bytes.gzip(more))) {
            Path file = write(bytes);
            assertThatThrownBy(() -> READER.readImage(file))
                    .isInstanceOf(VolumeFormatException.class)
                    .hasMessageContaining("found");
        }
    }

    @Test
    void concatenatedGzipMembersAreOneFile() throws IOException {
        byte[] plain = bytes("1", "2", "3", "4");
        byte[] members = Bytes.join(
                Bytes.gzip(Arrays.copyOf(plain, 100)), Bytes.gzip(Arrays.copyOfRange(plain, 100, plain.length)));
        assertThat(READER.readImage(write(members)).toDoubles()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void truncatedGzipIsRefusedWhereverItEnds() throws IOException {
        byte[] whole = Bytes.gzip(bytes("1", "2", "3", "4"));
        for (int length = 0; length < whole.length; length++) {
            Path file = write(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> READER.readImage(file)).isInstanceOf(VolumeFormatException.class);
        }
    }

    @Test
    void aWrongCheckSumIsRefused() throws IOException {
        byte[] whole = Bytes.gzip(
                new NiftiFile(LITTLE, 64, 64, 1).samples(new byte[8192]).bytes());
        whole[whole.length - 8] ^= 1;
        assertThatThrownBy(() -> READER.readImage(write(whole)))
                .isInstanceOf(VolumeFormatException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void voxelsThatAreNotFiniteAreRefusedByCountAndPlaceOrKept() throws IOException {
        for (SampleType type : List.of(SampleType.FLOAT32, SampleType.FLOAT64)) {
            Path file = write(new NiftiFile(LITTLE, 2, 2, 2)
                    .datatype(type == SampleType.FLOAT32 ? 16 : 64)
                    .samples(Bytes.of(type, LITTLE, "0", "1", "2", "3", "4", "NaN", "-Infinity", "Infinity"))
                    .bytes());
            assertThatThrownBy(() -> READER.readImage(file))
                    .isInstanceOfSatisfying(
                            InvalidCaseException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.NON_FINITE))
                    .hasMessageContaining("found 3 of 8 NaN or infinite, the first at (1, 0, 1)");
            double[] kept = READER.withNonFiniteVoxels(NonFiniteVoxels.KEEP)
                    .readImage(file)
                    .toDoubles();
            assertThat(kept).containsExactly(0, 1, 2, 3, 4, Double.NaN, Double.NEGATIVE_INFINITY, 1.0 / 0);
        }
    }

    @Test
    void masksCutFractionsOff() throws IOException {
        Mask mask = READER.readMask(write(new NiftiFile(LITTLE, 4, 1, 1)
                .datatype(16)
                .samples(Bytes.of(SampleType.FLOAT32, LITTLE, "0.9", "1", "1.9", "2"))
                .bytes()));
        assertThat(mask.census()).isEqualTo(Map.of(1L, 2L, 2L, 1L));
    }

    @Test
    void filesOfNoKnownFormatAreRefusedWithTheFormatsThatAreKnown() throws IOException {
        byte[] text = "hello world".getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(new byte[0], text, Bytes.gzip(text), Bytes.gzip(new byte[400]))) {
            Path file = write(bytes);
            assertThatThrownBy(() -> READER.readImage(file))
                    .isInstanceOf(VolumeFormatException.class)
                    .hasMessageContaining(
                            "a volume must be one of NIfTI, NRRD, MetaImage, found a file that starts with");
        }
    }

    @Test
    void aFileThatIsNotThereIsNoWrongFile() {
        assertThatThrownBy(() -> READER.readImage(folder.resolve("missing.nii")))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> READER.readImage(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void aFormatOfOnesOwnIsAskedFirst() throws IOException {
        Path file = write(Bytes.join("MINE".getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3}));
        VolumeReader reader = READER.withFormat(new Mine());
        ImageVolume image = reader.readImage(file);
        assertThat(image.toDoubles()).containsExactly(1, 2, 3);
        assertThat(image.type()).isEqualTo(PixelType.UINT8);
        assertThat(READER.formats()).hasSize(3);
        assertThat(reader.formats()).hasSize(4);
    }

    @Test
    void aFormatOnTheClassPathIsFound() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(VolumeFormat.class.getName()), Mine.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            assertThat(VolumeReader.withDefaults().formats())
                    .extracting(VolumeFormat::name)
                    .containsExactly("NIfTI", "NRRD", "MetaImage", "Mine");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void blocksJoinWithoutASeam() throws IOException {
        int voxels = 3 * (1 << 16) + 5;
        short[] values = new short[voxels];
        byte[] samples = new byte[2 * voxels];
        new Random(11).nextBytes(samples);
        ByteBuffer.wrap(samples).order(ByteOrder.BIG_ENDIAN).asShortBuffer().get(values);
        byte[] plain = NrrdFile.small()
                .with("sizes: " + voxels + " 1 1")
                .with("endian: big")
                .data(samples)
                .bytes();
        ImageVolume expected = ImageVolume.of(Grid.of(new Size(voxels, 1, 1), Spacing.isotropic(1)), values);
        assertThat(READER.readImage(write(plain)).sha1()).isEqualTo(expected.sha1());
    }

    /** Four letters, then bytes along x. */
    public static final class Mine implements VolumeFormat {
        @Override
        public String name() {
            return "Mine";
        }

        @Override
        public boolean recognizes(Path file, byte[] start) {
            return new String(start, StandardCharsets.ISO_8859_1).startsWith("MINE");
        }

        @Override
        public VolumeHeader readHeader(Path file) throws IOException {
            int size = (int) Files.size(file) - 4;
            return new VolumeHeader(
                    name(),
                    Grid.of(new Size(size, 1, 1), Spacing.isotropic(1)),
                    1,
                    SampleType.UINT8,
                    LITTLE,
                    Rescale.IDENTITY,
                    VoxelBytes.plain(file, 4));
        }
    }

    private static byte[] bytes(String... numbers) {
        return new NiftiFile(LITTLE, Math.max(1, numbers.length), 1, 1)
                .samples(Bytes.of(SampleType.INT16, LITTLE, numbers))
                .bytes();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("test.bin"), bytes);
    }
}
