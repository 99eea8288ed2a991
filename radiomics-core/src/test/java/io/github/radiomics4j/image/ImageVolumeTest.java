package io.github.radiomics4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageVolumeTest {
    private static final Grid GRID = Grid.of(new Size(4, 3, 2), Spacing.isotropic(1));

    @Test
    void everyTypeIsReadAsTheNumberItStandsFor() {
        Grid one = Grid.of(new Size(1, 1, 1), Spacing.isotropic(1));
        assertThat(ImageVolume.wrap(one, PixelType.UINT8, new byte[] {-1}).get(0, 0, 0))
                .isEqualTo(255);
        assertThat(ImageVolume.wrap(one, PixelType.INT8, new byte[] {-1}).get(0, 0, 0))
                .isEqualTo(-1);
        assertThat(ImageVolume.wrap(one, PixelType.UINT16, new short[] {-1}).get(0, 0, 0))
                .isEqualTo(65535);
        assertThat(ImageVolume.wrap(one, PixelType.INT16, new short[] {-1}).get(0, 0, 0))
                .isEqualTo(-1);
        assertThat(ImageVolume.wrap(one, PixelType.UINT32, new int[] {-1}).get(0, 0, 0))
                .isEqualTo(4294967295.0);
        assertThat(ImageVolume.wrap(one, PixelType.INT32, new int[] {-1}).get(0, 0, 0))
                .isEqualTo(-1);
        assertThat(ImageVolume.of(one, new float[] {0.1f}).get(0, 0, 0)).isEqualTo(0.1f);
        assertThat(ImageVolume.of(one, new double[] {0.1}).get(0, 0, 0)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @EnumSource
    void everyWayToReadGivesTheSameVoxels(PixelType type) {
        ImageVolume volume = random(type);
        double[] all = volume.toDoubles();
        BoundingBox box = new BoundingBox(1, 1, 0, 2, 2, 2);
        double[] cropped = volume.toDoubles(box);
        ImageVolume crop = volume.crop(box);
        assertThat(crop.type()).isEqualTo(type);
        assertThat(crop.toDoubles()).isEqualTo(cropped);
        assertThat(crop.grid().origin()).isEqualTo(new Point(1, 1, 0));
        int i = 0;
        for (int z = 0; z < 2; z++) {
            for (int y = 0; y < 2; y++) {
                for (int x = 0; x < 2; x++) {
                    double expected = all[x + 1 + 4 * (y + 1 + 3 * z)];
                    assertThat(volume.get(x + 1, y + 1, z)).isEqualTo(expected);
                    assertThat(cropped[i++]).isEqualTo(expected);
                }
            }
        }
        double[] row = new double[9];
        volume.copyTo(4, row, 2, 7);
        assertThat(Arrays.copyOfRange(row, 2, 9)).isEqualTo(Arrays.copyOfRange(all, 4, 11));
        assertThat(row).startsWith(0, 0);
        assertThat(volume.crop(GRID.box())).isSameAs(volume);
    }

    @ParameterizedTest
    @EnumSource
    void theHashIsThatOfLittleEndianBytesAlsoOverBlocks(PixelType type) throws Exception {
        Grid grid = Grid.of(new Size(30, 20, 15), Spacing.isotropic(1)); // 9000 voxels
        java.nio.ByteBuffer bytes =
                java.nio.ByteBuffer.allocate(9000 * type.bytes()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        new Random(4).nextBytes(bytes.array());
        Object array = Voxels.newArray(type, 9000);
        for (int i = 0; i < 9000; i++) {
            switch (type) {
                case UINT8, INT8 -> ((byte[]) array)[i] = bytes.get(i);
                case UINT16, INT16 -> ((short[]) array)[i] = bytes.getShort(2 * i);
                case UINT32, INT32 -> ((int[]) array)[i] = bytes.getInt(4 * i);
                case FLOAT32 -> ((float[]) array)[i] = Float.intBitsToFloat(bytes.getInt(4 * i) & 0xbfffffff);
                case FLOAT64 ->
                    ((double[]) array)[i] = Double.longBitsToDouble(bytes.getLong(8 * i) & 0xbfffffffffffffffL);
            }
            if (type == PixelType.FLOAT32) { // no NaN, whose bits a copy may change
                bytes.putInt(4 * i, bytes.getInt(4 * i) & 0xbfffffff);
            } else if (type == PixelType.FLOAT64) {
                bytes.putLong(8 * i, bytes.getLong(8 * i) & 0xbfffffffffffffffL);
            }
        }
        byte[] expected = MessageDigest.getInstance("SHA-1").digest(bytes.array());
        assertThat(ImageVolume.wrap(grid, type, array).sha1())
                .isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void slopeAndInterceptGiveDoubles() {
        short[] shorts = new short[24];
        float[] floats = new float[24];
        double[] doubles = new double[24];
        double[] expected = new double[24];
        for (int i = 0; i < 24; i++) {
            shorts[i] = (short) (i - 12);
            floats[i] = i - 12;
            doubles[i] = i - 12;
            expected[i] = 0.1 * (i - 12) + -1024;
        }
        for (ImageVolume volume : new ImageVolume[] {
            ImageVolume.of(GRID, shorts, 0.1, -1024),
            ImageVolume.of(GRID, floats, 0.1, -1024),
            ImageVolume.of(GRID, doubles, 0.1, -1024)
        }) {
            assertThat(volume.type()).isEqualTo(PixelType.FLOAT64);
            assertThat(volume.toDoubles()).isEqualTo(expected);
        }
        for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> ImageVolume.of(GRID, shorts, broken, 0))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ImageVolume.of(GRID, shorts, 1, broken))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void arraysAreCopiedUnlessHandedOver() {
        short[] shorts = new short[24];
        int[] ints = new int[24];
        float[] floats = new float[24];
        double[] doubles = new double[24];
        ImageVolume[] volumes = {
            ImageVolume.of(GRID, shorts),
            ImageVolume.of(GRID, ints),
            ImageVolume.of(GRID, floats),
            ImageVolume.of(GRID, doubles),
            ImageVolume.of(GRID, doubles, 1, 0)
        };
        Arrays.fill(shorts, (short) 7);
        Arrays.fill(ints, 7);
        Arrays.fill(floats, 7);
        Arrays.fill(doubles, 7);
        for (ImageVolume volume : volumes) {
            assertThat(volume.toDoubles()).containsOnly(0);
            volume.toDoubles()[0] = 9;
            assertThat(volume.get(0, 0, 0)).isZero();
        }
    }

    @Test
    void anArrayOfAnotherLengthOrTypeIsRefused() {
        assertThatThrownBy(() -> ImageVolume.of(GRID, new short[23]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a grid of size (4, 3, 2) has 24 voxels, found an array of 23");
        for (PixelType type : PixelType.values()) {
            Object wrong = type == PixelType.FLOAT64 ? new byte[24] : new double[24];
            assertThatThrownBy(() -> ImageVolume.wrap(GRID, type, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(type.toString());
        }
    }

    @Test
    void aPlaceOutsideIsRefused() {
        ImageVolume volume = ImageVolume.of(GRID, new short[24]);
        // One past the end along x is a voxel of the next row in the array, and still outside.
        assertThatThrownBy(() -> volume.get(4, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> volume.get(0, 3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> volume.get(0, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> volume.copyTo(20, new double[9], 0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        BoundingBox beyond = new BoundingBox(2, 0, 0, 3, 3, 2);
        assertThatThrownBy(() -> volume.crop(beyond)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> volume.toDoubles(beyond)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ImageVolume random(PixelType type) {
        Random random = new Random(type.ordinal());
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        short[] shorts = new short[24];
        float[] floats = new float[24];
        for (int i = 0; i < 24; i++) {
            shorts[i] = (short) random.nextInt();
            floats[i] = random.nextFloat();
        }
        return ImageVolume.wrap(
                GRID,
                type,
                switch (type) {
                    case UINT8, INT8 -> bytes;
                    case UINT16, INT16 -> shorts;
                    case UINT32, INT32 -> random.ints(24).toArray();
                    case FLOAT32 -> floats;
                    case FLOAT64 -> random.doubles(24).toArray();
                });
    }
}
