package io.github.radiomics4j.intensity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sums, moments and percentiles of NumPy 2.4.6, to the last bit: intensity i is {@code (7919 i mod 1009) / 7 − 40.3}.
 */
class NumpyOracleTest {
    @ParameterizedTest
    @CsvSource({
        "1, -40.3, -40.3, 0, 0",
        "7, 123.75714285714285, 17.679591836734694, 1754.6089129529366, 36.38483965014578",
        "8, 218.74285714285713, 27.34285714285714, 2188.933673469388, 41.5",
        "100, 3235.571428571429, 32.35571428571429, 1766.455548979592, 36.4026",
        "128, 4140.028571428573, 32.343973214285725, 1757.208544672752, 36.35935756138392",
        "129, 4184.8714285714295, 32.44086378737542, 1744.7884092522893, 36.172551443508716",
        "1000, 31796.857142857145, 31.796857142857146, 1732.451190122449, 36.03923485714286",
        "31264, 991111.5142857144, 31.70136624506507, 1731.4309097380367, 36.03543686445141",
        "300001, 9510069.985714287, 31.700127618622226, 1731.429240389647, 36.03566000662496"
    })
    void sumsAndMomentsAreNumpys(int n, double sum, double mean, double variance, double meanAbsoluteDeviation) {
        double[] values = values(n);
        assertThat(PairwiseSum.of(values)).isEqualTo(sum);
        Moments moments = Moments.of(values);
        assertThat(moments.mean()).isEqualTo(mean);
        assertThat(moments.variance()).isEqualTo(variance);
        assertThat(moments.meanAbsoluteDeviation()).isEqualTo(meanAbsoluteDeviation);
    }

    @ParameterizedTest
    @CsvSource({
        "7, -32.5, -16.37142857142857, 16.414285714285718, 49.2, 68.87142857142858",
        "8, -31.199999999999996, -10.907142857142857, 27.342857142857145, 65.59285714285716, 85.88571428571429",
        "100, -24.599999999999994, -3.192857142857143, 32.7, 67.98571428571428, 89.75714285714287",
        "129, -25.35714285714285, -3.0142857142857125, 32.985714285714295, 67.84285714285714, 89.24285714285713",
        "1000, -25.88571428571428, -4.192857142857138, 31.914285714285718, 67.7357142857143, 89.2857142857143",
        "31264, -26.014285714285712, -4.299999999999997, 31.700000000000003, 67.7, 89.41428571428573"
    })
    void percentilesAreNumpys(int n, double p10, double p25, double median, double p75, double p90) {
        OrderStatistics order = OrderStatistics.of(values(n));
        assertThat(order.percentile10()).isEqualTo(p10);
        assertThat(order.percentile25()).isEqualTo(p25);
        assertThat(order.median()).isEqualTo(median);
        assertThat(order.percentile75()).isEqualTo(p75);
        assertThat(order.percentile90()).isEqualTo(p90);
    }

    @ParameterizedTest
    @CsvSource({
        "1003, -25.714285714285715, -25.714285714285722, 5.048709793414476E-29",
        "100003, 0.1, 0.09999999999999999, 1.925929944387236E-34"
    })
    void meanOfEqualVoxelsIsRoundedAsNumpyRoundsIt(int n, double value, double mean, double variance) {
        double[] flat = new double[n];
        Arrays.fill(flat, value);
        Moments moments = Moments.of(flat);
        assertThat(moments.mean()).isEqualTo(mean);
        assertThat(moments.variance()).isEqualTo(variance);
    }

    private static double[] values(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> (i * 7919L % 1009) / 7.0 - 40.3);
        return values;
    }
}
