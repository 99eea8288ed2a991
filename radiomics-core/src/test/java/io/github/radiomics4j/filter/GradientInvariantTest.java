package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GradientInvariantTest {

    @Property(tries = 40)
    void rowsGiveTheBitsOfVoxelsAlone(
            @ForAll @IntRange(min = 1, max = 20) int nx,
            @ForAll @IntRange(min = 1, max = 9) int ny,
            @ForAll @IntRange(min = 1, max = 7) int nz,
            @ForAll boolean useSpacing) {
        ImageVolume volume = volume(nx, ny, nz);
        assertThat(gradient(volume, useSpacing).sha1())
                .isEqualTo(ImageVolume.wrap(volume.grid(), PixelType.FLOAT32, NaiveFilters.gradient(volume, useSpacing))
                        .sha1());
    }

    @Property(tries = 20)
    void shiftOfTheIntensitiesChangesNothing(@ForAll @IntRange(min = -5000, max = 5000) int shift) {
        ImageVolume volume = volume(9, 8, 7);
        double[] shifted = volume.toDoubles();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += shift;
        }
        // Without spacing, differences of integers are exact.
        assertThat(gradient(ImageVolume.of(volume.grid(), shifted), false).sha1())
                .isEqualTo(gradient(volume, false).sha1());
    }

    private static ImageVolume gradient(ImageVolume volume, boolean useSpacing) {
        return new Gradient(useSpacing).apply(volume).images().get(0).volume();
    }

    private static ImageVolume volume(int nx, int ny, int nz) {
        return IntegerPhantom.image(Grid.of(new Size(nx, ny, nz), new Spacing(0.8, 1, 1.7)), 9);
    }
}
