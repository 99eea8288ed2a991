package io.github.radiomics4j.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import org.junit.jupiter.api.Test;

class IntensityTest {
    @Test
    void equalVoxelsHaveNoSkewnessAndNoKurtosisOfEitherKind() {
        Moments flat = Moments.of(new double[] {3, 3, 3, 3});
        assertThat(flat.skewness()).isZero();
        assertThat(flat.kurtosis()).isZero();
        assertThat(flat.excessKurtosis()).isZero();
    }

    @Test
    void kurtosisOfTwoValuesIsOne() {
        Moments moments = Moments.of(new double[] {-1, 1, 1, -1});
        assertThat(moments.kurtosis()).isEqualTo(1);
        assertThat(moments.excessKurtosis()).isEqualTo(-2);
    }

    @Test
    void smallMeanOfLargeVoxelsKeepsTheDigitsThatAddingOneByOneLoses() {
        double positive = 1000.1 + 1e-3;
        double negative = -1000.1 + 1e-3;
        double[] values = new double[200_000];
        double oneByOne = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = i < values.length / 2 ? positive : negative;
            oneByOne += values[i] / values.length;
        }
        double mean = (positive + negative) / 2;
        assertThat(Moments.of(values).mean()).isCloseTo(mean, within(2e-12));
        assertThat(Math.abs(oneByOne - mean)).isGreaterThan(2e-12);
    }

    @Test
    void betweenTwoVoxelsThatDifferThereIsNone() {
        assertThat(OrderStatistics.of(new double[] {1, 2}).robustMeanAbsoluteDeviation())
                .isNaN();
        assertThat(OrderStatistics.of(new double[] {2, 2}).robustMeanAbsoluteDeviation())
                .isZero();
    }

    @Test
    void intensitiesMustBeFinite() {
        assertThatThrownBy(() -> Moments.of(new double[] {1, Double.NaN}))
                .isInstanceOfSatisfying(
                        InvalidCaseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NON_FINITE))
                .hasMessage("intensities must be finite, found NaN at voxel 1 of the region's 2");
        assertThatThrownBy(() -> OrderStatistics.of(new double[] {Double.NEGATIVE_INFINITY}))
                .isInstanceOf(InvalidCaseException.class);
        assertThatThrownBy(() -> OrderStatistics.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void histogramHoldsTheLevelsThatOccur() {
        IntensityHistogram histogram = IntensityHistogram.of(levels(7, 2, 7, 7));
        assertThat(histogram.levels()).containsExactly(2, 7);
        assertThat(histogram.counts()).containsExactly(1, 3);
        assertThat(histogram.uniformity()).isEqualTo(0.0625 + 0.5625);
        assertThat(histogram.entropyBits()).isCloseTo(0.5 + 0.75 * (2 - Math.log(3) / Math.log(2)), within(1e-15));
    }

    @Test
    void histogramOfMillionsOfLevelsIsSortedInstead() {
        IntensityHistogram histogram = IntensityHistogram.of(levels(9_000_000, 2, 2, 9_000_000, 5));
        assertThat(histogram.levels()).containsExactly(2, 5, 9_000_000);
        assertThat(histogram.counts()).containsExactly(2, 1, 2);
    }

    @Test
    void entropyOfOneLevelIsPyRadiomicsEpsilon() {
        assertThat(IntensityHistogram.of(levels(4, 4)).entropyBits()).isCloseTo(-3.203426503814917e-16, within(1e-31));
    }

    private static GrayLevels levels(int... levels) {
        Grid grid = Grid.of(new Size(levels.length, 1, 1), Spacing.isotropic(1));
        byte[] labels = new byte[levels.length];
        java.util.Arrays.fill(labels, (byte) 1);
        return GrayLevels.of(RegionOfInterest.of(Mask.of(grid, labels), 1), levels);
    }
}
