package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LocalBinaryPattern3DInvariantTest {

    @Property(tries = 30)
    void rowsGiveThePatternsOfVoxelsAlone(
            @ForAll @IntRange(min = 1, max = 6) int nx,
            @ForAll @IntRange(min = 1, max = 5) int ny,
            @ForAll @IntRange(min = 1, max = 5) int nz,
            @ForAll @DoubleRange(min = 0.3, max = 4) double radius,
            @ForAll @IntRange(min = 0, max = 2) int subdivision,
            @ForAll long seed) {
        ImageVolume volume = noise(new Size(nx, ny, nz), seed, 1);
        List<NamedVolume> found =
                new LocalBinaryPattern3D(2, radius, subdivision).apply(volume).images();
        double[][] expected = NaiveFilters.spherePatterns(volume, radius, subdivision);
        for (int i = 0; i < 3; i++) {
            // Rounding of sums over at most 162 points; a bit that differs would move a norm by 0.02 or more.
            assertThat(found.get(i).volume().toDoubles())
                    .as(found.get(i).name())
                    .containsExactly(expected[i], within(1e-9));
        }
    }

    @Property(tries = 20)
    void brighterImagesHaveTheSamePatterns(
            @ForAll @IntRange(min = 1, max = 4) int level, @ForAll @IntRange(min = 1, max = 50) int factor) {
        Size size = new Size(6, 5, 4);
        List<NamedVolume> one = LocalBinaryPattern3D.withDefaults()
                .withLevels(level)
                .apply(noise(size, 7, 1))
                .images();
        List<NamedVolume> other = LocalBinaryPattern3D.withDefaults()
                .withLevels(level)
                .apply(noise(size, 7, factor))
                .images();
        for (int i = 0; i <= level; i++) {
            // The norms depend on the bits alone; the kurtosis of samples scaled by a number is rounded otherwise.
            assertThat(other.get(i).volume().toDoubles())
                    .containsExactly(one.get(i).volume().toDoubles(), within(i < level ? 0 : 1e-12));
        }
    }

    private static ImageVolume noise(Size size, long seed, int factor) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[Math.toIntExact(size.voxelCount())];
        for (int i = 0; i < values.length; i++) {
            values[i] = factor * (random.nextDouble() + 0.1);
        }
        return ImageVolume.of(Grid.of(size, Spacing.isotropic(1)), values);
    }
}
