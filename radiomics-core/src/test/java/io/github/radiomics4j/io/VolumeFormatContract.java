package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.ImageVolume;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link VolumeFormat} owes to its reader. A format's own test extends this. */
public abstract class VolumeFormatContract {
    @TempDir
    private Path folder;

    /** Returns the format under test. */
    protected abstract VolumeFormat format();

    /** Returns a small file of it, whole in itself, of one frame, in which every byte from the header's first on counts. */
    protected abstract byte[] file();

    /** Returns a name that such a file has. */
    protected abstract String fileName();

    @Test
    void itsOwnFilesAreRecognized() {
        assertThat(format().recognizes(Path.of(fileName()), start(file()))).isTrue();
    }

    @Test
    void otherFilesAreNotRecognized() {
        for (String other : List.of("", "N", "{}", "plain text that goes on for a while\n".repeat(12))) {
            assertThat(format().recognizes(Path.of("notes.txt"), start(other.getBytes(StandardCharsets.UTF_8))))
                    .isFalse();
        }
    }

    @Test
    void theHeaderTellsTheGridOfTheVolume() throws IOException {
        Path path = write(file());
        VolumeHeader header = format().readHeader(path);
        ImageVolume volume = reader().readImage(path);
        assertThat(header.format()).startsWith(format().name());
        assertThat(header.frameCount()).isEqualTo(1);
        assertThat(header.grid()).isEqualTo(volume.grid());
        assertThat(header.pixelType()).isEqualTo(volume.type());
    }

    @Test
    void readingTwiceGivesTheSameVoxels() throws IOException {
        Path path = write(file());
        assertThat(reader().readImage(path).sha1())
                .isEqualTo(reader().readImage(path).sha1());
    }

    @Test
    void aFileThatEndsEarlyIsRefusedWhereverItEnds() throws IOException {
        byte[] whole = file();
        for (int length = 0; length < whole.length; length++) {
            Path path = write(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> reader().readImage(path))
                    .as("first %d of %d bytes", length, whole.length)
                    .isInstanceOfSatisfying(VolumeFormatException.class, e -> {
                        assertThat(e.path()).isEqualTo(path);
                        assertThat(e.byteOffset()).isNotNegative();
                        assertThat(e).hasMessageContaining(path.toString());
                    });
        }
    }

    @Test
    void aFileIsClosedWhenItHasBeenReadOrRefused() throws IOException {
        Path path = write(file());
        reader().readImage(path);
        assertThatCode(() -> Files.delete(path)).doesNotThrowAnyException();
    }

    private VolumeReader reader() {
        return new VolumeReader(
                List.of(format()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                ReadLimits.withDefaults(),
                NonFiniteVoxels.REFUSE);
    }

    private static byte[] start(byte[] file) {
        return Arrays.copyOf(file, Math.min(file.length, VolumeReader.START_BYTES));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve(fileName()), bytes);
    }
}
