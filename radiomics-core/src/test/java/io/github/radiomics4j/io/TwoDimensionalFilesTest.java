package io.github.radiomics4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of two dimensions are one slice, 1 mm thick, that says so, and are written back as what they were. */
class TwoDimensionalFilesTest {
    private static final String NUMBERS = "1 2 3 4 5 6\n";

    @TempDir
    private Path folder;

    @Test
    void nrrd() throws IOException {
        assertIsOneSlice(
                "plane.nrrd",
                ("NRRD0004\ntype: short\ndimension: 2\nspace dimension: 2\nsizes: 3 2\n"
                                + "space directions: (0.5,0) (0,0.75)\nencoding: text\n\n" + NUMBERS)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void metaImage() throws IOException {
        assertIsOneSlice(
                "plane.mha",
                ("ObjectType = Image\nNDims = 2\nBinaryData = False\nElementSpacing = 0.5 0.75\n"
                                + "DimSize = 3 2\nElementType = MET_SHORT\nElementDataFile = LOCAL\n" + NUMBERS)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void nifti() throws IOException {
        ByteBuffer file = ByteBuffer.allocate(352 + 6 * 2).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 348);
        short[] dim = {2, 3, 2, 1, 1, 1, 1, 1};
        float[] pixdim = {1, 0.5f, 0.75f, 1, 1, 1, 1, 1};
        for (int i = 0; i < dim.length; i++) {
            file.putShort(40 + 2 * i, dim[i]);
            file.putFloat(76 + 4 * i, pixdim[i]);
        }
        file.putShort(70, (short) 4); // datatype: 16-bit integers
        file.putShort(72, (short) 16);
        file.putFloat(108, 352); // vox_offset
        file.put(123, (byte) 2); // mm
        file.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 6; i++) {
            file.putShort(352 + 2 * i, (short) (i + 1));
        }
        assertIsOneSlice("plane.nii", file.array());
    }

    private void assertIsOneSlice(String name, byte[] bytes) throws IOException {
        ImageVolume volume = VolumeReader.withDefaults().readImage(Files.write(folder.resolve(name), bytes));
        assertThat(volume.grid().size()).isEqualTo(new Size(3, 2, 1));
        assertThat(volume.grid().spacing()).isEqualTo(new Spacing(0.5, 0.75, 1));
        assertThat(volume.grid().dimensions()).isEqualTo(2);
        for (String written : List.of("again.nrrd", "again.mha", "again.mhd", "again.nii", "again.nii.gz")) {
            Path again = folder.resolve(written);
            VolumeWriter.withDefaults().write(volume, again);
            ImageVolume read = VolumeReader.withDefaults().readImage(again);
            assertThat(read.grid()).as(written).isEqualTo(volume.grid());
            assertThat(read.sha1()).as(written).isEqualTo(volume.sha1());
        }
        double[] values = new double[6];
        volume.copyTo(0, values, 0, 6);
        assertThat(values).containsExactly(1, 2, 3, 4, 5, 6);
    }
}
