package io.github.radiomics4j.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
}
