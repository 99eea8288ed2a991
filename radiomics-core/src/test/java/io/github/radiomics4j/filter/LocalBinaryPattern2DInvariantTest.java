package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.filter.LocalBinaryPattern2D.Method;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LocalBinaryPattern2DInvariantTest {

    @Property(tries = 40)
    void rowsGiveThePatternsOfPixelsAlone(
            @ForAll @IntRange(min = 1, max = 12) int nx,
            @ForAll @IntRange(min = 1, max = 9) int ny,
            @ForAll @IntRange(min = 1, max = 5) int nz,
            @ForAll @DoubleRange(min = 0.2, max = 15) double radius,
            @ForAll @IntRange(min = 1, max = 31) int samples) {
        ImageVolume volume = IntegerPhantom.image(Grid.of(new Size(nx, ny, nz), Spacing.isotropic(1)), 9);
        LocalBinaryPattern2D filter = new LocalBinaryPattern2D(radius, samples, Method.DEFAULT, 0);
        ImageVolume wide = ImageVolume.of(volume.grid(), volume.toDoubles());
        assertThat(filter.apply(wide).images().get(0).volume().toDoubles())
                .containsExactly(NaiveFilters.binaryPatterns(volume, radius, samples));
    }

    @Property(tries = 40)
    void manySamplesAndVariancesAreThoseOfPixelsAlone(
            @ForAll @IntRange(min = 1, max = 9) int nx,
            @ForAll @IntRange(min = 1, max = 7) int ny,
            @ForAll @DoubleRange(min = 0.2, max = 5) double radius,
            @ForAll @IntRange(min = 1, max = 100) int samples) {
        ImageVolume volume = IntegerPhantom.image(Grid.of(new Size(nx, ny, 2), Spacing.isotropic(1)), 9);
        ImageVolume wide = ImageVolume.of(volume.grid(), volume.toDoubles());
        LocalBinaryPattern2D filter = new LocalBinaryPattern2D(radius, samples, Method.UNIFORM, 0);
        assertThat(filter.apply(wide).images().get(0).volume().toDoubles())
                .containsExactly(NaiveFilters.uniformPatterns(volume, radius, samples));
        assertThat(filter.withMethod(Method.VAR)
                        .apply(wide)
                        .images()
                        .get(0)
                        .volume()
                        .toDoubles())
                .containsExactly(NaiveFilters.localVariances(volume, radius, samples));
    }

    @Property(tries = 20)
    void darkerAndBrighterImagesHaveTheSamePatternsInside(@ForAll @IntRange(min = 1, max = 50) int factor) {
        ImageVolume volume = IntegerPhantom.image(Grid.of(new Size(9, 8, 3), Spacing.isotropic(1)), 9);
        double[] scaled = volume.toDoubles();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        // Four samples at radius 1 are pixels: nothing is interpolated.
        LocalBinaryPattern2D filter = LocalBinaryPattern2D.withDefaults().withSamples(4);
        assertThat(filter.apply(ImageVolume.of(volume.grid(), scaled))
                        .images()
                        .get(0)
                        .volume()
                        .toDoubles())
                .containsExactly(filter.apply(volume).images().get(0).volume().toDoubles());
    }
}
