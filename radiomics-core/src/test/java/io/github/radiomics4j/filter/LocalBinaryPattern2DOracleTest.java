package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.filter.LocalBinaryPattern2D.Method;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected patterns are those of scikit-image 0.26.0; whole numbers, so that they are compared exactly. */
class LocalBinaryPattern2DOracleTest {
    private static final LocalBinaryPattern2D PATTERNS = LocalBinaryPattern2D.withDefaults();

    @Nested
    class AlongZ extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return PATTERNS.withRadiusVoxels(1.5);
        }
    }

    @Nested
    class AlongX extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return PATTERNS.withAxis(2).withMethod(Method.ROR);
        }
    }

    /** Of a slice of 16-bit integers, (7 r² + 5 c + 3 r c) mod 11. The last row has patterns that do not fit into 16 bits. */
    @ParameterizedTest
    @CsvSource({
        "8, 1, default, '255 1 0 241 0 112 0 246 255 0 124 124 69 25 19 215 125 48 0 255 15 7 0 62'",
        "8, 1, ror, '255 1 0 31 0 7 0 111 255 0 31 31 21 25 19 95 95 3 0 255 15 7 0 31'",
        "8, 1, uniform, '8 1 0 5 0 3 0 9 8 0 5 5 9 9 9 9 9 2 0 8 4 3 0 5'",
        "12, 2.0, default, '4095 2816 0 1856 64 960 514 2307 4087 0 928 480 1 7 2155 85 72 240 0 4095 119 46 0 120'",
        "9, 1.3, uniform, '9 10 0 6 0 3 0 10 9 0 4 5 1 1 2 4 10 2 0 9 5 3 0 4'",
        "16, 2.5, ror, '-1 61 0 63 0 31 1 121 2039 0 1 31 5 23 11 37 5 13 0 -1 511 3 0 31'",
    })
    void patternsOfASlice(int samples, double radius, String method, String expected) {
        short[] slice = new short[24];
        for (int i = 0; i < 24; i++) {
            int r = i / 6;
            int c = i % 6;
            slice[i] = (short) ((7 * r * r + 5 * c + 3 * r * c) % 11);
        }
        ImageVolume volume = ImageVolume.of(Grid.of(new Size(6, 4, 1), Spacing.isotropic(1)), slice);
        LocalBinaryPattern2D filter = PATTERNS.withSamples(samples)
                .withRadiusVoxels(radius)
                .withMethod(Method.byName(method).orElseThrow());
        ImageVolume found = filter.apply(volume).images().get(0).volume();
        assertThat(found.type()).isEqualTo(PixelType.INT16);
        assertThat(found.toDoubles()).containsExactly(numbers(expected));
    }

    /** NumPy's {@code swapaxes(0, axis)} decides which axis of a slice is its first. */
    @ParameterizedTest
    @CsvSource({
        "1, '255 192 240 177 64 0 17 145 64 112 225 225 32 255 0 0 177 0 113 0 195 0 80 255 64 238 191 207 4 24 129 64 252 251 238 4 255 5 0 60 0 23 0 27 0 0 255 2 30 30 7 4 25 17 0 4 27 15 12 255'",
        "2, '255 65 195 224 193 0 2 2 1 199 239 199 196 255 64 0 2 0 1 0 161 0 1 255 65 255 254 255 16 34 34 1 255 239 255 20 255 16 0 26 0 16 0 32 0 4 255 76 124 254 124 16 32 32 0 28 14 60 20 255'",
    })
    void slicesAlongTheOtherAxes(int axis, String expected) {
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) {
            values[i] = (3 * i * i + 7 * i) % 23;
        }
        ImageVolume volume = ImageVolume.of(Grid.of(new Size(5, 4, 3), Spacing.isotropic(1)), values);
        LocalBinaryPattern2D filter = PATTERNS.withMethod(Method.DEFAULT).withAxis(axis);
        assertThat(filter.apply(volume).images().get(0).volume().toDoubles()).containsExactly(numbers(expected));
    }

    /** Every point ties with its pixel, up to the rounding of the interpolation. */
    @Test
    void tiesOfAFlatSliceAreBrokenByTheSameRounding() {
        double[] flat = new double[49];
        Arrays.fill(flat, 0.1);
        ImageVolume volume = ImageVolume.of(Grid.of(new Size(7, 7, 1), Spacing.isotropic(1)), flat);
        LocalBinaryPattern2D filter =
                PATTERNS.withMethod(Method.DEFAULT).withSamples(12).withRadiusVoxels(2);
        assertThat(filter.apply(volume).images().get(0).volume().toDoubles())
                .containsExactly(
                        numbers(
                                "3585 3841 4033 4033 4033 1984 960 3587 3843 4067 4067 4067 2016 992 3599 3871 4095 4095 4095 2044 1016 3599 3871 4095 4095 4095 2044 1016 3599 3871 4095 4095 4095 2044 1016 2063 2079 2303 2303 2303 252 248 15 31 127 127 127 124 120"));
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> PATTERNS.withSamples(32)).hasMessageContaining("1 to 31, found 32");
        assertThatThrownBy(() -> PATTERNS.withRadiusVoxels(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> PATTERNS.withAxis(3)).hasMessageContaining("found 3");
        assertThat(Method.byName("var")).isEmpty();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
