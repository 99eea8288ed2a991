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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
                    .containsExactly(NaiveFilters.wavelet(volume, (i + 1) % 8), within(1e-11));
        }
    }

    @Property(tries = 30)
    void bandsOf32BitsAreRoundedAtEveryStep(
            @ForAll @IntRange(min = 1, max = 20) int nx, @ForAll @IntRange(min = 1, max = 9) int ny) {
        ImageVolume volume = narrow(volume(nx, ny, 6));
        List<NamedVolume> images = WAVELET.apply(volume).images();
        for (int i = 0; i < 8; i++) {
            float[] naive = NaiveFilters.narrowWavelet(volume, (i + 1) % 8);
            assertThat(images.get(i).volume().sha1())
                    .as(images.get(i).name())
                    .isEqualTo(ImageVolume.wrap(volume.grid(), PixelType.FLOAT32, naive)
                            .sha1());
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
    void whatIsNotBuiltIsRefusedByName() {
        assertThat(MotherWavelet.byName("coif1")).isEqualTo(MotherWavelet.COIF1);
        assertThatThrownBy(() -> MotherWavelet.byName("db4")).hasMessageContaining("db4 is not built yet");
        assertThatThrownBy(() -> new Wavelet(MotherWavelet.COIF1, 0, 2)).hasMessageContaining("level must be 1; 2");
        assertThatThrownBy(() -> new Wavelet(MotherWavelet.COIF1, 1, 1))
                .hasMessageContaining("start_level must be 0; 1");
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
