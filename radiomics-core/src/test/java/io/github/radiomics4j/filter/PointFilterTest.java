package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The filters that map each voxel by itself. */
class PointFilterTest {

    @Nested
    class SquareContract extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return new Square();
        }
    }

    @Nested
    class SquareRootContract extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return new SquareRoot();
        }
    }

    @Nested
    class LogarithmContract extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return new Logarithm();
        }
    }

    @Nested
    class ExponentialContract extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return new Exponential();
        }
    }

    /** Of −100, −4, 0, 25 and 64; m = 100. */
    @Test
    void valuesAreScaledBackToTheRangeOfTheImage() {
        ImageVolume line = line(-100, -4, 0, 25, 64);
        assertValues(new Square(), line, 100, 0.16, 0, 6.25, 40.96);
        assertValues(new SquareRoot(), line, -100, -20, 0, 50, 80);
        double scale = 100 / Math.log(101);
        assertValues(new Logarithm(), line, -100, -Math.log(5) * scale, 0, Math.log(26) * scale, Math.log(65) * scale);
        assertValues(new Exponential(), line, 0.01, Math.pow(100, -0.04), 1, Math.pow(100, 0.25), Math.pow(100, 0.64));
    }

    @Test
    void floatsAreMappedIn64Bits() {
        ImageVolume floats = ImageVolume.of(Grid.of(new Size(2, 1, 1), Spacing.isotropic(1)), new float[] {3, 7});
        ImageVolume roots = new SquareRoot().apply(floats).images().get(0).volume();
        assertThat(roots.type()).isEqualTo(PixelType.FLOAT64);
        assertThat(roots.get(0, 0, 0)).isEqualTo(Math.sqrt(21));
    }

    @Test
    void anImageOfZerosHasARootAndNothingElse() {
        ImageVolume zeros = line(0, 0, 0);
        assertValues(new SquareRoot(), zeros, 0, 0, 0);
        for (ImageFilter filter : new ImageFilter[] {new Square(), new Logarithm(), new Exponential()}) {
            FilterResult result = filter.apply(zeros);
            assertThat(result.images()).isEmpty();
            assertThat(result.skipped())
                    .singleElement()
                    .asString()
                    .contains(filter.imageNames().get(0), "not 0");
        }
    }

    private static ImageVolume line(double... values) {
        return ImageVolume.of(Grid.of(new Size(values.length, 1, 1), Spacing.isotropic(1)), values);
    }

    private static void assertValues(ImageFilter filter, ImageVolume volume, double... expected) {
        // Roots, logarithms and powers are right to a few units in the last place.
        assertThat(filter.apply(volume).images().get(0).volume().toDoubles())
                .as(filter.name())
                .containsExactly(expected, within(1e-12));
    }
}
