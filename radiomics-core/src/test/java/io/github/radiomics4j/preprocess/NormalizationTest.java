package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NormalizationTest {
    private static final Grid LINE = Grid.of(new Size(4, 1, 1), Spacing.isotropic(1));

    @Test
    void deviationIsThatOfASample() {
        double[] z = Normalization.withDefaults()
                .apply(ImageVolume.of(LINE, new double[] {1, 2, 3, 4}))
                .toDoubles();
        double deviation = Math.sqrt(5.0 / 3);
        assertThat(z)
                .containsExactly(
                        new double[] {-1.5 / deviation, -0.5 / deviation, 0.5 / deviation, 1.5 / deviation},
                        within(1e-15));
    }

    @Test
    void outliersAreCutBeforeScaling() {
        double[] z = Normalization.withDefaults()
                .withScale(100)
                .withRemoveOutliers(0.5)
                .apply(ImageVolume.of(LINE, new double[] {1, 2, 3, 4}))
                .toDoubles();
        assertThat(z[0]).isEqualTo(-50);
        assertThat(z[3]).isEqualTo(50);
        assertThat(z[1]).isCloseTo(-100 * 0.5 / Math.sqrt(5.0 / 3), within(1e-12));
    }

    @Test
    void resultIsOf64Bits() {
        assertThat(Normalization.withDefaults().apply(IntegerPhantom.A.image()).type())
                .isEqualTo(PixelType.FLOAT64);
    }

    @Test
    void constantImageIsRefusedInPlainWords() {
        ImageVolume flat = ImageVolume.of(LINE, new double[] {0.1, 0.1, 0.1, 0.1});
        InvalidCaseException e = catchThrowableOfType(
                InvalidCaseException.class, () -> Normalization.withDefaults().apply(flat));
        assertThat(e.reason()).isEqualTo(Reason.CONSTANT_IMAGE);
        assertThat(e).hasMessage("an image must have more than one value to be normalized, found 0.1 in every voxel");
    }

    @Test
    void infiniteVoxelIsNamed() {
        ImageVolume image = ImageVolume.of(LINE, new double[] {1, 2, Double.POSITIVE_INFINITY, 4});
        InvalidCaseException e = catchThrowableOfType(
                InvalidCaseException.class, () -> Normalization.withDefaults().apply(image));
        assertThat(e.reason()).isEqualTo(Reason.NON_FINITE);
        assertThat(e).hasMessageContaining("Infinity at voxel (2, 0, 0)");
    }

    /** The sums behind it, against decimal arithmetic: an offset of a million costs six of sixteen digits, no more. */
    @Property(tries = 50)
    void sumsLoseNoDigitsToALargeOffset(@ForAll @DoubleRange(min = -1e6, max = 1e6) double offset, @ForAll long seed) {
        java.util.Random random = new java.util.Random(seed);
        double[] values = random.doubles(5000).map(v -> v + offset).toArray();
        Moments moments = Moments.of(ImageVolume.of(Grid.of(new Size(5000, 1, 1), Spacing.isotropic(1)), values));
        BigDecimal sum = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal squares =
                Arrays.stream(values).mapToObj(v -> new BigDecimal(v * v)).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(ulps(moments.sum(), sum.doubleValue())).isLessThanOrEqualTo(2);
        assertThat(ulps(moments.sumOfSquares(), squares.doubleValue())).isLessThanOrEqualTo(2);
    }

    private static double ulps(double a, double b) {
        return Math.abs(a - b) / Math.ulp(b);
    }
}
