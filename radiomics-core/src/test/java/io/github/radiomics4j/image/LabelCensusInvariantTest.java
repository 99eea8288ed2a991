package io.github.radiomics4j.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Counts and boxes of one pass are those of looking at each voxel, for each way that labels are stored. */
class LabelCensusInvariantTest {

    @Property(tries = 200)
    void countsAndBoxesAreThoseOfVoxelByVoxel(
            @ForAll @IntRange(min = 1, max = 9) int nx,
            @ForAll @IntRange(min = 1, max = 6) int ny,
            @ForAll @IntRange(min = 1, max = 5) int nz,
            @ForAll long seed,
            @ForAll PixelType type) {
        Random random = new Random(seed);
        double[] values = new double[nx * ny * nz];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? random.nextInt(4) : 0;
        }
        Grid grid = Grid.of(new Size(nx, ny, nz), new Spacing(1, 1, 1));
        Mask mask = Mask.of(ImageVolume.wrap(grid, type, store(type, values)));

        Map<Long, Long> counts = new TreeMap<>();
        for (double value : values) {
            counts.merge((long) value, 1L, Long::sum);
        }
        counts.remove(0L);
        assertThat(mask.census()).isEqualTo(counts);
        for (int label = 1; label <= 4; label++) {
            assertThat(mask.boundingBox(label).map(BoundingBox::toString).orElse("none"))
                    .isEqualTo(box(values, nx, ny, nz, label));
        }
    }

    private static Object store(PixelType type, double[] values) {
        Object array = Voxels.newArray(type, values.length);
        for (int i = 0; i < values.length; i++) {
            switch (type) {
                case UINT8, INT8 -> ((byte[]) array)[i] = (byte) values[i];
                case UINT16, INT16 -> ((short[]) array)[i] = (short) values[i];
                case UINT32, INT32 -> ((int[]) array)[i] = (int) values[i];
                case FLOAT32 -> ((float[]) array)[i] = (float) values[i];
                case FLOAT64 -> ((double[]) array)[i] = values[i];
            }
        }
        return array;
    }

    private static String box(double[] values, int nx, int ny, int nz, int label) {
        int[] first = {nx, ny, nz};
        int[] last = {-1, -1, -1};
        for (int i = 0; i < values.length; i++) {
            if (values[i] == label) {
                int[] at = {i % nx, i / nx % ny, i / nx / ny};
                for (int a = 0; a < 3; a++) {
                    first[a] = Math.min(first[a], at[a]);
                    last[a] = Math.max(last[a], at[a]);
                }
            }
        }
        return last[0] < 0
                ? "none"
                : new BoundingBox(
                                first[0],
                                first[1],
                                first[2],
                                last[0] - first[0] + 1,
                                last[1] - first[1] + 1,
                                last[2] - first[2] + 1)
                        .toString();
    }

    @Test
    void aRowLongerThanTheZerosThatItIsComparedWithIsSeenToItsEnd() {
        byte[] labels = new byte[3 * 1300];
        labels[1300 + 1299] = 7;
        Mask mask = Mask.of(Grid.of(new Size(1300, 3, 1), new Spacing(1, 1, 1)), labels);
        assertThat(mask.census()).containsExactly(Map.entry(7L, 1L));
        assertThat(mask.boundingBox(7)).contains(new BoundingBox(1299, 1, 0, 1, 1, 1));
    }

    @Property(tries = 100)
    void rescaledVoxelsAreThoseOfStepByStep(@ForAll long seed, @ForAll PixelType type, @ForAll boolean isClipped) {
        Random random = new Random(seed);
        double[] values = random.doubles(60, 0, 100).toArray();
        Grid grid = Grid.of(new Size(5, 4, 3), new Spacing(1, 1, 1));
        ImageVolume stored = ImageVolume.wrap(grid, type, store(type, values));
        double limit = isClipped ? 1.5 : Double.POSITIVE_INFINITY;
        ImageVolume rescaled = stored.rescaled(-50, 1 / 28.5, limit, 100);
        double[] expected = stored.toDoubles();
        for (int i = 0; i < expected.length; i++) {
            double z = (expected[i] + -50) * (1 / 28.5);
            expected[i] = Math.max(-limit, Math.min(limit, z)) * 100;
        }
        assertThat(rescaled.type()).isEqualTo(PixelType.FLOAT64);
        assertThat(rescaled.toDoubles()).containsExactly(expected);
        assertThat(rescaled.get(4, 3, 2)).isEqualTo(expected[59]);
        assertThat(rescaled.sha1()).isEqualTo(ImageVolume.of(grid, expected).sha1());
        BoundingBox box = new BoundingBox(1, 1, 1, 3, 2, 2);
        assertThat(rescaled.crop(box).toDoubles())
                .containsExactly(ImageVolume.of(grid, expected).toDoubles(box));
        assertThat(Mask.of(rescaled).sha1())
                .isEqualTo(Mask.of(ImageVolume.of(grid, expected)).sha1());
    }
}
