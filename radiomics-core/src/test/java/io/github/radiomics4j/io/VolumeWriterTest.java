package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, formats, and what is left when writing fails. */
class VolumeWriterTest {
    private static final VolumeWriter WRITER = VolumeWriter.withDefaults();
    private static final Grid GRID = Grid.of(new Size(3, 2, 1), new Spacing(0.5, 0.75, 2.5));
    private static final ImageVolume IMAGE = ImageVolume.of(GRID, new short[] {1, 2, 3, 4, 5, -6});

    @TempDir
    private Path folder;

    @Test
    void theNameSaysTheFormat() throws IOException {
        for (String name : List.of("a.nii", "a.NII.GZ", "a.nrrd", "a.mha", "a.mhd")) {
            Path file = folder.resolve(name);
            WRITER.write(IMAGE, file);
            ImageVolume again = VolumeReader.withDefaults().readImage(file);
            assertThat(again.grid()).isEqualTo(GRID);
            assertThat(again.sha1()).isEqualTo(IMAGE.sha1());
        }
        assertThat(format("a.nii")).isEqualTo("NIfTI-1");
        assertThat(format("a.NII.GZ")).isEqualTo("NIfTI-1");
        assertThat(format("a.nrrd")).isEqualTo("NRRD");
        assertThat(format("a.mha")).isEqualTo("MetaImage");
        assertThat(format("a.mhd")).isEqualTo("MetaImage");
        assertThat(folder.resolve("a.raw")).hasSize(12);
    }

    @Test
    void aNamedFormatCountsMoreThanTheName() throws IOException {
        WRITER.withFormat(FileFormat.NRRD).write(IMAGE, folder.resolve("a.data"));
        assertThat(format("a.data")).isEqualTo("NRRD");
        WRITER.withFormat(FileFormat.NIFTI_2).write(IMAGE, folder.resolve("a.nii"));
        assertThat(format("a.nii")).isEqualTo("NIfTI-2");
    }

    @Test
    void aNameThatSaysNoFormatIsRefused() {
        for (String name : List.of("a", "a.img", "a.hdr", "a.nhdr", "a.dcm", "nii")) {
            assertThatThrownBy(() -> WRITER.write(IMAGE, folder.resolve(name)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be named .nii, .nii.gz, .nrrd, .mha or .mhd");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void compressedFilesAreSmallerAndHoldTheSame() throws IOException {
        ImageVolume zeros = ImageVolume.of(Grid.of(new Size(40, 40, 40), Spacing.isotropic(1)), new int[64000]);
        VolumeWriter deflate = WRITER.withCompression(Compression.DEFLATE);
        for (String name : List.of("a.nii.gz", "a.nrrd", "a.mha", "a.mhd")) {
            deflate.write(zeros, folder.resolve(name));
            assertThat(Files.size(folder.resolve(name))).isLessThan(2000);
            assertThat(VolumeReader.withDefaults()
                            .readImage(folder.resolve(name))
                            .sha1())
                    .isEqualTo(zeros.sha1());
        }
        assertThat(Files.size(folder.resolve("a.zraw"))).isLessThan(2000);
    }

    @Test
    void aNiftiFileIsCompressedIfAndOnlyIfItsNameSaysSo() {
        for (VolumeWriter writer : List.of(
                WRITER.withCompression(Compression.DEFLATE),
                WRITER.withCompression(Compression.DEFLATE).withFormat(FileFormat.NIFTI_2))) {
            assertThatThrownBy(() -> writer.write(IMAGE, folder.resolve("a.nii")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ends in .gz");
        }
        assertThatThrownBy(() -> WRITER.withCompression(Compression.NONE).write(IMAGE, folder.resolve("a.nii.gz")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ends in .gz");
    }

    @Test
    void masksTakeTheSmallestTypeThatHoldsTheirLabels() throws IOException {
        assertThat(typeOf(0, 255)).isEqualTo(PixelType.UINT8);
        assertThat(typeOf(0, 256)).isEqualTo(PixelType.UINT16);
        assertThat(typeOf(1, 65535)).isEqualTo(PixelType.UINT16);
        assertThat(typeOf(1, 65536)).isEqualTo(PixelType.UINT32);
        assertThat(typeOf(1, -1)).isEqualTo(PixelType.UINT32);
    }

    @Test
    void aGridThatNiftiCannotHoldIsRefused() {
        ImageVolume skew = image(new Direction(1, 0.6, 0, 0, 0.8, 0, 0, 0, 1), Spacing.isotropic(1), 0);
        ImageVolume tiny = image(Direction.IDENTITY, Spacing.isotropic(1e-50), 0);
        ImageVolume far = image(Direction.IDENTITY, Spacing.isotropic(1), 1e300);
        ImageVolume wide = ImageVolume.of(Grid.of(new Size(32768, 1, 1), Spacing.isotropic(1)), new short[32768]);
        Path file = folder.resolve("a.nii");
        assertNotWritten(skew, file, "directions must be orthogonal unit vectors");
        assertNotWritten(tiny, file, "spacing must fit into the 32 bits of NIfTI-1");
        assertNotWritten(far, file, "origin must fit into the 32 bits of NIfTI-1");
        assertNotWritten(wide, file, "at most 32767 voxels along an axis");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatNifti1CannotHoldOtherFormatsCan() throws IOException {
        ImageVolume skew = image(new Direction(1, 0.6, 0, 0, 0.8, 0, 0, 0, 1), Spacing.isotropic(1), 0);
        ImageVolume wide = ImageVolume.of(Grid.of(new Size(32768, 1, 1), Spacing.isotropic(1)), new short[32768]);
        WRITER.write(skew, folder.resolve("skew.mha"));
        WRITER.withFormat(FileFormat.NIFTI_2).write(wide, folder.resolve("wide.nii"));
        assertThat(VolumeReader.withDefaults()
                        .readImage(folder.resolve("skew.mha"))
                        .grid())
                .isEqualTo(skew.grid());
        assertThat(VolumeReader.withDefaults()
                        .readImage(folder.resolve("wide.nii"))
                        .grid())
                .isEqualTo(wide.grid());
    }

    @Test
    void aFileThatWasThereIsReplacedByTheWholeOfTheNew() throws IOException {
        for (String name : List.of("a.nii", "a.nii.gz", "a.nrrd", "a.mha", "a.mhd")) {
            Path file = Files.write(folder.resolve(name), new byte[100_000]);
            WRITER.write(IMAGE, file);
            WRITER.write(IMAGE, file);
            assertThat(VolumeReader.withDefaults().readImage(file).sha1()).isEqualTo(IMAGE.sha1());
        }
        assertThat(files()).containsExactlyInAnyOrder("a.nii", "a.nii.gz", "a.nrrd", "a.mha", "a.mhd", "a.raw");
    }

    @Test
    void nothingIsLeftOfAFileThatCannotBeWritten() throws IOException {
        Path old = Files.writeString(folder.resolve("old.nrrd"), "old");
        assertThatThrownBy(() -> WholeFile.write(old, out -> {
                    out.write("half".getBytes(StandardCharsets.US_ASCII));
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(old).hasContent("old");
        for (String name : List.of("a.nii", "a.nrrd", "a.mha", "a.mhd")) {
            assertThatThrownBy(
                            () -> WRITER.write(IMAGE, folder.resolve("missing").resolve(name)))
                    .isInstanceOf(IOException.class);
        }
        assertThat(files()).containsExactly("old.nrrd");
    }

    @Test
    void aNameWithAPatternIsNoNameForTwoFiles() {
        assertThatThrownBy(() -> WRITER.write(IMAGE, folder.resolve("90%.mhd")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not have a %");
    }

    @Test
    void minusZeroAndNanKeepTheirBits() throws IOException {
        float[] floats = {-0.0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 1.1f};
        ImageVolume image = ImageVolume.of(GRID, floats);
        WRITER.write(image, folder.resolve("a.nrrd"));
        assertThat(VolumeReader.withDefaults()
                        .withNonFiniteVoxels(NonFiniteVoxels.KEEP)
                        .readImage(folder.resolve("a.nrrd"))
                        .sha1())
                .isEqualTo(image.sha1());
    }

    private static ImageVolume image(Direction direction, Spacing spacing, double x) {
        return ImageVolume.of(new Grid(new Size(3, 2, 1), spacing, new Point(x, 0, 0), direction), new short[6]);
    }

    private void assertNotWritten(ImageVolume image, Path file, String message) {
        assertThatThrownBy(() -> WRITER.write(image, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private PixelType typeOf(int smallest, int largest) throws IOException {
        Path file = folder.resolve("mask.nii");
        WRITER.write(Mask.of(GRID, new int[] {0, 0, 0, 0, smallest, largest}), file);
        Mask again = VolumeReader.withDefaults().readMask(file);
        assertThat(again.labelAt(2, 1, 0)).isEqualTo(largest & 0xffffffffL);
        return VolumeReader.withDefaults().readHeader(file).pixelType();
    }

    private String format(String name) throws IOException {
        return VolumeReader.withDefaults().readHeader(folder.resolve(name)).format();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
