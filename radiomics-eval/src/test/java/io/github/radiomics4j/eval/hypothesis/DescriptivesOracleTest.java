package io.github.radiomics4j.eval.hypothesis;

import static io.github.radiomics4j.eval.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.hypothesis.Descriptives.MomentType;
import io.github.radiomics4j.eval.hypothesis.Descriptives.QuantileType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** descriptive.json: R 4.2.2 and e1071 1.7-13, to 1e-12. */
class DescriptivesOracleTest {

    @Test
    void samplesAreDescribedAsByR() {
        int samples = 0;
        int quantiles = 0;
        int scores = 0;
        for (Golden one : Golden.json("descriptive.json").get("cases").items()) {
            Descriptives found = Descriptives.of(one.get("x").numbers());
            Golden expected = one.get("expected");
            assertThat(found.count()).isEqualTo((int) expected.get("n").number());
            near(expected, "mean", found.mean());
            near(expected, "var_n_minus_1", found.variance());
            near(expected, "sd_n_minus_1", found.standardDeviation());
            near(expected, "sd_n", found.populationDeviation());
            near(expected, "median", found.median());
            near(expected, "mad_scaled_1.4826", found.scaledMedianDeviation());
            near(expected, "mad_raw", found.medianDeviation());
            near(expected, "iqr_type7", found.interquartileRange());
            near(expected, "min", found.minimum());
            near(expected, "max", found.maximum());
            double[] shares = expected.get("quantiles").get("probs").numbers();
            for (QuantileType type : QuantileType.values()) {
                double[] values = expected.get("quantiles")
                        .get("type" + type.name().substring(1))
                        .numbers();
                for (int q = 0; q < shares.length; q++) {
                    assertNear(
                            expected + " " + type + " " + shares[q], found.quantile(shares[q], type), values[q], 1e-12);
                    quantiles++;
                }
            }
            double[] skewness = moments(expected.get("skewness_types123"));
            double[] kurtosis = moments(expected.get("excess_kurtosis_types123"));
            MomentType[] types = {MomentType.PLAIN, MomentType.UNBIASED, MomentType.SAMPLE};
            for (int t = 0; t < 3; t++) {
                assertNear(expected + " skewness " + types[t], found.skewness(types[t]), skewness[t], 1e-12);
                assertNear(expected + " kurtosis " + types[t], found.excessKurtosis(types[t]), kurtosis[t], 1e-12);
            }
            double[] x = Arrays.stream(one.get("x").numbers())
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double[] z = expected.get("z_n_minus_1").numbers();
            double[] populationZ = expected.get("z_n").numbers();
            double[] robustZ = expected.get("robust_z_median_mad").numbers();
            for (int i = 0; i < x.length; i++) {
                assertNear(expected + " z " + i, found.z(x[i]), z[i], 1e-12);
                assertNear(expected + " z of n " + i, found.populationZ(x[i]), populationZ[i], 1e-12);
                assertNear(expected + " robust z " + i, found.robustZ(x[i]), robustZ[i], 1e-12);
                scores++;
            }
            samples++;
        }
        assertThat(samples).isEqualTo(10);
        assertThat(quantiles).isEqualTo(900);
        assertThat(scores).isEqualTo(283);
    }

    /** Returns the three types; NaN where e1071 refuses so few values. */
    private static double[] moments(Golden types) {
        return types.items().stream()
                .mapToDouble(
                        one -> one.isObject() || one.text().startsWith("Need at least") ? Double.NaN : one.number())
                .toArray();
    }

    private static void near(Golden expected, String key, double found) {
        assertNear(expected + " " + key, found, expected.get(key).number(), 1e-12);
    }
}
