package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.Execution;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaplacianOfGaussianInvariantTest {

    @Property(tries = 30)
    void linesSideBySideGiveTheBitsOfLinesAlone(
            @ForAll @IntRange(min = 4, max = 70) int nx,
            @ForAll @IntRange(min = 4, max = 12) int ny,
            @ForAll @IntRange(min = 4, max = 9) int nz,
            @ForAll @DoubleRange(min = 0.3, max = 2) double sigma) {
        ImageVolume volume = volume(nx, ny, nz);
        float[] naive = NaiveFilters.laplacianOfGaussian(volume, sigma);
        assertThat(only(LaplacianOfGaussian.of(sigma).apply(volume)).sha1())
                .isEqualTo(ImageVolume.wrap(volume.grid(), PixelType.FLOAT32, naive)
                        .sha1());
    }

    @Property(tries = 30)
    void wantedBoxIsACropOfTheWhole(
            @ForAll @IntRange(min = 0, max = 6) int x,
            @ForAll @IntRange(min = 0, max = 5) int y,
            @ForAll @IntRange(min = 0, max = 4) int z,
            @ForAll @IntRange(min = 1, max = 10) int size) {
        ImageVolume volume = volume(17, 16, 15);
        BoundingBox wanted = new BoundingBox(x, y, z, size, 1 + size / 2, size);
        ImageVolume whole = only(LaplacianOfGaussian.of(1.5).apply(volume));
        ImageVolume part = only(LaplacianOfGaussian.of(1.5).apply(volume, wanted, Execution.sequential()));
        assertThat(part.sha1()).isEqualTo(whole.crop(wanted).sha1());
        assertThat(part.grid()).isEqualTo(volume.grid().crop(wanted));
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

    /** The recursion approximates the Gaussian to about 1 %. */
    @Property(tries = 20)
    void lineIsConvolvedWithAGaussian(@ForAll @DoubleRange(min = 1.5, max = 4) double sigma) {
        double[] x = new double[81];
        x[40] = 1;
        double[] smooth = NaiveFilters.convolve(x, sigma, 1, false);
        double[] second = NaiveFilters.convolve(x, sigma, 1, true);
        double peak = 1 / (sigma * Math.sqrt(2 * Math.PI));
        for (int i = 0; i < x.length; i++) {
            double t = (i - 40) / sigma;
            double gauss = peak * Math.exp(-t * t / 2);
            assertThat(smooth[i]).isCloseTo(gauss, within(0.01 * peak));
            // Times σ², the second derivative is (t² − 1) g.
            assertThat(second[i]).isCloseTo((t * t - 1) * gauss, within(0.03 * peak));
        }
    }

    @Test
    void constantHasNoLaplacian() {
        Grid grid = Grid.of(new Size(8, 9, 10), Spacing.isotropic(1));
        double[] values = new double[720];
        java.util.Arrays.fill(values, 1000);
        for (double v : only(LaplacianOfGaussian.of(2).apply(ImageVolume.of(grid, values)))
                .toDoubles()) {
            assertThat(v).isCloseTo(0, within(1e-6));
        }
    }

    private static String digest(Execution execution) {
        ImageVolume image = IntegerPhantom.A.image();
        StringBuilder all = new StringBuilder();
        for (NamedVolume volume : LaplacianOfGaussian.of(1, 2, 3)
                .apply(image, image.grid().box(), execution)
                .images()) {
            all.append(volume.name()).append(volume.volume().sha1());
        }
        return all.toString();
    }

    private static ImageVolume only(FilterResult result) {
        assertThat(result.images()).hasSize(1);
        return result.images().get(0).volume();
    }

    private static ImageVolume volume(int nx, int ny, int nz) {
        return IntegerPhantom.image(Grid.of(new Size(nx, ny, nz), new Spacing(0.8, 1, 1.7)), 9);
    }
}
