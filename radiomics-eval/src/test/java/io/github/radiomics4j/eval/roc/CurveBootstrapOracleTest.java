package io.github.radiomics4j.eval.roc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.eval.Golden;
import io.github.radiomics4j.eval.Interval;
import io.github.radiomics4j.eval.bootstrap.BootstrapDistribution;
import io.github.radiomics4j.eval.bootstrap.BootstrapInterval;
import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.run.Execution;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * pROC 1.18.0 on R 4.2.2: {@code ci.se}, stratified, 10,000 replicates. A sensitivity of few cases takes few values, so that
 * a bound may differ by one of them: pROC's must lie between our quantiles at 2.5 % and 97.5 % less and more four standard
 * deviations of two such shares, √(2 · 0.025 · 0.975 / 10,000).
 */
class CurveBootstrapOracleTest {
    private static final List<Golden> CASES = Golden.json("roc.json").get("cases").items().stream()
            .filter(one -> one.get("expected").has("approximate_bootstrap_10000"))
            .toList();

    private static final double ERROR = 4 * Math.sqrt(2 * 0.025 * 0.975 / 10_000);

    @Test
    void everyCaseIsTested() {
        assertThat(CASES).hasSize(13);
    }

    @TestFactory
    Stream<DynamicTest> sensitivities() {
        return CASES.stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id").text(), () -> {
                    Sample sample = Sample.of(one.get("input"));
                    Golden expected = one.get("expected").get("approximate_bootstrap_10000");
                    double[] at = expected.get("at_sp").numbers();
                    List<BootstrapDistribution> found = new CurveBootstrap(Resamples.stratified(10_000, 1))
                            .sensitivitiesAt(sample.scores(), sample.positive(), Execution.sequential(), at);
                    RocCurve curve = RocCurve.of(sample.scores(), sample.positive());
                    for (int k = 0; k < at.length; k++) {
                        double[] ci =
                                expected.get("ci95_se_at_sp").items().get(k).numbers();
                        Interval wide = found.get(k).interval(BootstrapInterval.PERCENTILE, 0.95 + 2 * ERROR);
                        Interval narrow = found.get(k).interval(BootstrapInterval.PERCENTILE, 0.95 - 2 * ERROR);
                        assertThat(found.get(k).estimate()).isEqualTo(curve.sensitivityAt(at[k]));
                        assertThat(ci[0])
                                .as("lower at %s", at[k])
                                .isBetween(wide.lower() - 1e-12, narrow.lower() + 1e-12);
                        assertThat(ci[1])
                                .as("upper at %s", at[k])
                                .isBetween(narrow.upper() - 1e-12, wide.upper() + 1e-12);
                    }
                }));
    }

    @Test
    void specificitiesAreSensitivitiesOfTheOtherClass() {
        Sample sample = Sample.ofColumns("scores_n40.csv", "rf");
        double[] turned = java.util.Arrays.stream(sample.scores()).map(s -> -s).toArray();
        boolean[] other = new boolean[turned.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = !sample.positive()[i];
        }
        Resamples given = Resamples.of(Golden.indices("boot_idx_plain_n40.csv.gz"));
        var found = new CurveBootstrap(given)
                .specificitiesAt(sample.scores(), sample.positive(), Execution.sequential(), 0.8);
        var expected = new CurveBootstrap(given).sensitivitiesAt(turned, other, Execution.sequential(), 0.8);
        assertThat(found.get(0).replicates()).isEqualTo(expected.get(0).replicates());
    }

    @Test
    void threadsChangeNothing() {
        Sample sample = Sample.ofColumns("scores_n40.csv", "rf");
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            CurveBootstrap bootstrap = CurveBootstrap.withDefaults(3);
            var one = bootstrap.specificitiesAt(sample.scores(), sample.positive(), Execution.sequential(), 0.9);
            var many = bootstrap.specificitiesAt(sample.scores(), sample.positive(), Execution.on(pool), 0.9);
            assertThat(many.get(0).replicates()).isEqualTo(one.get(0).replicates());
        } finally {
            pool.shutdown();
        }
    }
}
