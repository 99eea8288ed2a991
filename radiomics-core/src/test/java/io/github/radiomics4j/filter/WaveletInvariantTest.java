package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WaveletInvariantTest {
    private static final Wavelet WAVELET = Wavelet.withDefaults();

    @Property(tries = 30)
    void bandsEqualTheDefinition(
            @ForAll @IntRange(min = 1, max = 20) int nx,
            @ForAll @IntRange(min = 1, max = 11) int ny,
            @ForAll @IntRange(min = 1, max = 8) int nz) {
        ImageVolume volume = volume(nx, ny, nz);
        List<NamedVolume> images = WAVELET.apply(volume).images();
        for (int i = 0; i < 8; i++) {
            assertThat(images.get(i).volume().type()).isEqualTo(PixelType.FLOAT64);
            assertThat(images.get(i).volume().toDoubles())
                    .as(images.get(i).name())
                    .containsExactly(NaiveFilters.wavelet(volume, MotherWavelet.COIF1, (i + 1) % 8), within(1e-11));
        }
    }

    @Property(tries = 30)
    void bandsOf32BitsAreRoundedAtEveryStep(
            @ForAll @IntRange(min = 1, max = 20) int nx, @ForAll @IntRange(min = 1, max = 9) int ny) {
        ImageVolume volume = narrow(volume(nx, ny, 6));
        List<NamedVolume> images = WAVELET.apply(volume).images();
        for (int i = 0; i < 8; i++) {
            float[] naive = NaiveFilters.narrowWavelet(volume, MotherWavelet.COIF1, (i + 1) % 8);
            assertThat(images.get(i).volume().sha1())
                    .as(images.get(i).name())
                    .isEqualTo(ImageVolume.wrap(volume.grid(), PixelType.FLOAT32, naive)
                            .sha1());
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(MotherWavelet.names());
    }

    /** Filters of up to 102 taps go round an axis of two voxels many times. */
    @Property(tries = 60)
    void everyWaveletEqualsTheDefinition(
            @ForAll("names") String name,
            @ForAll @IntRange(min = 1, max = 14) int nx,
            @ForAll @IntRange(min = 1, max = 70) int ny,
            @ForAll @IntRange(min = 1, max = 4) int nz) {
        MotherWavelet wavelet = MotherWavelet.byName(name);
        ImageVolume volume = volume(nx, ny, nz);
        List<NamedVolume> images = WAVELET.withWavelet(wavelet).apply(volume).images();
        List<NamedVolume> narrow =
                WAVELET.withWavelet(wavelet).apply(narrow(volume)).images();
        for (int i = 0; i < 8; i++) {
            assertThat(images.get(i).volume().toDoubles())
                    .as(images.get(i).name())
                    .containsExactly(NaiveFilters.wavelet(volume, wavelet, (i + 1) % 8), within(1e-9));
            float[] naive = NaiveFilters.narrowWavelet(narrow(volume), wavelet, (i + 1) % 8);
            assertThat(narrow.get(i).volume().sha1())
                    .as(images.get(i).name())
                    .isEqualTo(ImageVolume.wrap(volume.grid(), PixelType.FLOAT32, naive)
                            .sha1());
        }
    }

    /** Odd axes are made even by hand: each level then transforms the approximation of the level before. */
    @Property(tries = 30)
    void furtherLevelsTransformTheApproximationOfTheLevelBefore(
            @ForAll("names") String name,
            @ForAll @IntRange(min = 1, max = 9) int nx,
            @ForAll @IntRange(min = 1, max = 8) int ny,
            @ForAll @IntRange(min = 0, max = 2) int start,
            @ForAll @IntRange(min = 1, max = 3) int level) {
        Wavelet one = WAVELET.withWavelet(MotherWavelet.byName(name));
        ImageVolume volume = volume(nx, ny, 5);
        BoundingBox box = volume.grid().box();
        ImageVolume approximation = madeEven(volume);
        List<String> expected = new ArrayList<>();
        for (int t = 0; t < start + level; t++) {
            List<NamedVolume> bands = one.apply(approximation).images();
            approximation = bands.get(7).volume();
            String prefix = t == start ? "wavelet-" : "wavelet" + (t - start + 1) + "-";
            for (NamedVolume band : bands) {
                String letters = band.name().substring("wavelet-".length());
                if (t >= start && (!letters.equals("LLL") || t == start + level - 1)) {
                    expected.add(
                            prefix + letters + " " + band.volume().crop(box).sha1());
                }
            }
        }
        Wavelet several = one.withLevels(start, level);
        List<NamedVolume> images = several.apply(volume).images();
        assertThat(images.stream()
                        .map(image -> image.name() + " " + image.volume().sha1())
                        .toList())
                .isEqualTo(expected);
        assertThat(several.imageNames())
                .isEqualTo(images.stream().map(NamedVolume::name).toList());
    }

    @Property(tries = 30)
    void wantedBoxOfSeveralLevelsIsACropOfTheWhole(
            @ForAll @IntRange(min = 0, max = 16) int x,
            @ForAll @IntRange(min = 0, max = 15) int y,
            @ForAll @IntRange(min = 0, max = 1) int start,
            @ForAll @IntRange(min = 1, max = 3) int level,
            @ForAll boolean narrow) {
        Wavelet several = WAVELET.withWavelet(MotherWavelet.byName("db2")).withLevels(start, level);
        ImageVolume volume = narrow ? narrow(volume(37, 36, 15)) : volume(37, 36, 15);
        BoundingBox wanted = new BoundingBox(x, y, 2, 21, 7, 3);
        List<NamedVolume> whole = several.apply(volume).images();
        List<NamedVolume> part =
                several.apply(volume, wanted, Execution.sequential()).images();
        assertThat(part).hasSize(7 * level + 1);
        for (int i = 0; i < part.size(); i++) {
            assertThat(part.get(i).name()).isEqualTo(whole.get(i).name());
            assertThat(part.get(i).volume().sha1())
                    .isEqualTo(whole.get(i).volume().crop(wanted).sha1());
        }
    }

    @Property(tries = 40)
    void wantedBoxIsACropOfTheWhole(
            @ForAll @IntRange(min = 0, max = 6) int x,
            @ForAll @IntRange(min = 0, max = 5) int y,
            @ForAll @IntRange(min = 0, max = 4) int z,
            @ForAll @IntRange(min = 1, max = 10) int size,
            @ForAll boolean narrow) {
        ImageVolume volume = narrow ? narrow(volume(17, 16, 15)) : volume(17, 16, 15);
        BoundingBox wanted = new BoundingBox(x, y, z, size, 1 + size / 2, size);
        List<NamedVolume> whole = WAVELET.apply(volume).images();
        List<NamedVolume> part =
                WAVELET.apply(volume, wanted, Execution.sequential()).images();
        for (int i = 0; i < 8; i++) {
            assertThat(part.get(i).volume().sha1())
                    .isEqualTo(whole.get(i).volume().crop(wanted).sha1());
        }
    }

    @Test
    void threadsDoNotChangeABit() {
        String one = digest(Execution.sequential());
        ExecutorService pool = Executors.newFixedThreadPool(7);
        try {
            assertThat(digest(Execution.on(pool).withMaximumThreads(2))).isEqualTo(one);
            assertThat(digest(Execution.on(pool).withMaximumThreads(8))).isEqualTo(one);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void constantPassesTheLowBandTimesTheRootOfEight() {
        double[] values = new double[7 * 6 * 5];
        java.util.Arrays.fill(values, 10);
        ImageVolume flat = ImageVolume.of(Grid.of(new Size(7, 6, 5), Spacing.isotropic(1)), values);
        List<NamedVolume> images = WAVELET.apply(flat).images();
        assertThat(images.get(7).volume().get(3, 3, 3)).isCloseTo(10 * Math.sqrt(8), within(1e-9));
        assertThat(images.get(0).volume().get(3, 3, 3)).isCloseTo(0, within(1e-9));
    }

    @Test
    void levelsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> WAVELET.withLevels(-1, 1)).hasMessageContaining("found start_level -1, level 1");
        assertThatThrownBy(() -> WAVELET.withLevels(0, 0)).hasMessageContaining("found start_level 0, level 0");
        assertThatThrownBy(() -> WAVELET.withLevels(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .hasMessageContaining("at most 681");
    }

    /** Extends each odd axis by its first voxel. */
    private static ImageVolume madeEven(ImageVolume volume) {
        Size size = volume.grid().size();
        Size even = new Size(size.x() + size.x() % 2, size.y() + size.y() % 2, size.z() + size.z() % 2);
        double[] values = new double[even.x() * even.y() * even.z()];
        for (int i = 0; i < values.length; i++) {
            int x = i % even.x() % size.x();
            int y = i / even.x() % even.y() % size.y();
            int z = i / even.x() / even.y() % size.z();
            values[i] = volume.get(x, y, z);
        }
        return ImageVolume.of(Grid.of(even, Spacing.isotropic(1)), values);
    }

    private static String digest(Execution execution) {
        ImageVolume image = IntegerPhantom.A.image();
        StringBuilder all = new StringBuilder();
        for (NamedVolume volume :
                WAVELET.apply(image, image.grid().box(), execution).images()) {
            all.append(volume.name()).append(volume.volume().sha1());
        }
        return all.toString();
    }

    private static ImageVolume volume(int nx, int ny, int nz) {
        return IntegerPhantom.image(Grid.of(new Size(nx, ny, nz), Spacing.isotropic(1)), 4);
    }

    private static ImageVolume narrow(ImageVolume volume) {
        double[] values = volume.toDoubles();
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) (values[i] / 7);
        }
        return ImageVolume.wrap(volume.grid(), PixelType.FLOAT32, floats);
    }
}
