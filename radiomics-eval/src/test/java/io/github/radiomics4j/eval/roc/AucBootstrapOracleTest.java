package io.github.radiomics4j.eval.roc;

import static io.github.radiomics4j.eval.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.eval.bootstrap.BootstrapDistribution;
import io.github.radiomics4j.eval.bootstrap.BootstrapInterval;
import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.run.Execution;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** NumPy 1.24.2 and SciPy 1.10.1 on given resamples, 1e-10. */
class AucBootstrapOracleTest {
    private static final List<Golden> CASES =
            Golden.json("bootstrap_auc.json").get("cases").items();

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(48);
        assertThat(CASES).filteredOn(one -> one.has("m1")).hasSize(33);
    }

    @TestFactory
    Stream<DynamicTest> onGivenResamples() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Map<String, double[]> columns = Golden.columns(fileName(one.get("scores")));
                    AucBootstrap bootstrap =
                            new AucBootstrap(Resamples.of(Golden.indices(fileName(one.get("indices")))));
                    Golden expected = one.get("expected");
                    if (one.has("m1")) {
                        Sample first = Sample.of(
                                columns.get("y"), columns.get(one.get("m1").text()));
                        double[] second = columns.get(one.get("m2").text());
                        difference(
                                bootstrap.difference(first.scores(), second, first.positive(), Execution.sequential()),
                                expected);
                    } else {
                        Sample sample = Sample.of(
                                columns.get("y"), columns.get(one.get("score").text()));
                        area(bootstrap.estimate(sample.scores(), sample.positive(), Execution.sequential()), expected);
                    }
                }));
    }

    private static String fileName(Golden path) {
        return path.text().substring(path.text().lastIndexOf('/') + 1);
    }

    private static void area(BootstrapDistribution found, Golden expected) {
        assertNear("auc", found.estimate(), expected.get("auc").number(), 1e-12);
        assertThat(found.used()).isEqualTo((int) expected.get("replicates_used").number());
        assertThat(found.dropped())
                .isEqualTo((int) expected.get("replicates_dropped_single_class").number());
        double[] first = expected.get("first_10_replicates").numbers();
        for (int i = 0; i < first.length; i++) {
            assertNear("replicate " + i, found.replicates()[i], first[i], 1e-12);
        }
        assertNear("mean", found.mean(), expected.get("mean").number(), 1e-10);
        assertNear("sd", found.standardError(), expected.get("sd_n_minus_1").number(), 1e-10);
        compare(found.interval(BootstrapInterval.PERCENTILE, 0.95), expected.get("ci95_percentile_type7"));
        compare(found.interval(BootstrapInterval.PERCENTILE, 0.9), expected.get("ci90_percentile_type7"));
        compare(found.interval(BootstrapInterval.BASIC, 0.95), expected.get("ci95_basic"));
        compare(found.interval(BootstrapInterval.NORMAL, 0.95), expected.get("ci95_normal"));
        compare(
                found.interval(BootstrapInterval.NORMAL_BIAS_CORRECTED, 0.95),
                expected.get("ci95_normal_bias_corrected"));
        compare(
                found.interval(BootstrapInterval.BCA, 0.95),
                expected.get("bca_strict_less").get("ci"));
        compare(
                found.interval(BootstrapInterval.BCA_MID_TIES, 0.95),
                expected.get("bca_mid_ties").get("ci"));
    }

    private static void difference(BootstrapDistribution found, Golden expected) {
        assertNear("difference", found.estimate(), expected.get("diff").number(), 1e-12);
        assertNear("sd", found.standardError(), expected.get("sd_n_minus_1").number(), 1e-10);
        assertNear(
                "D",
                found.estimate() / found.standardError(),
                expected.get("D_as_in_pROC").number(),
                1e-10);
        assertNear("p", found.pValue(0), expected.get("p_two_sided").number(), 1e-10);
        compare(found.interval(BootstrapInterval.PERCENTILE, 0.95), expected.get("ci95_percentile_type7"));
    }

    private static void compare(Interval found, Golden expected) {
        assertNear(expected + " lower", found.lower(), expected.numbers()[0], 1e-10);
        assertNear(expected + " upper", found.upper(), expected.numbers()[1], 1e-10);
    }
}
