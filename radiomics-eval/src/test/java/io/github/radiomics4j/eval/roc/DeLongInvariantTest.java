package io.github.radiomics4j.eval.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.bootstrap.BootstrapInterval;
import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DeLongInvariantTest {
    private static final DeLong DELONG = DeLong.withDefaults();

    /** Two models on 4 to 40 cases, two or more of each class; scores of few values, so that many are equal. */
    record Cases(double[] first, double[] second, boolean[] positive) {}

    @Provide
    Arbitrary<Cases> cases() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(4, 40);
        return Combinators.combine(sizes, Arbitraries.longs(), Arbitraries.of(3, 10, 1000))
                .as((n, seed, values) -> {
                    Random random = new Random(seed);
                    double[] first = new double[n];
                    double[] second = new double[n];
                    boolean[] positive = new boolean[n];
                    for (int i = 0; i < n; i++) {
                        positive[i] = i < 2 || i > 3 && random.nextBoolean();
                        first[i] = random.nextInt(values) / (double) values;
                        second[i] = random.nextInt(values) / (double) values;
                    }
                    return new Cases(first, second, positive);
                });
    }

    private static double psi(double positive, double negative) {
        return positive > negative ? 1 : positive == negative ? 0.5 : 0;
    }

    /** DeLong's covariance as it is written, in O(m n). */
    private static double[] naive(double[] first, double[] second, boolean[] positive) {
        List<double[]> ones = new ArrayList<>();
        List<double[]> zeros = new ArrayList<>();
        for (int i = 0; i < positive.length; i++) {
            (positive[i] ? ones : zeros).add(new double[] {first[i], second[i]});
        }
        double[] aucs = new double[2];
        double[][] v10 = new double[2][ones.size()];
        double[][] v01 = new double[2][zeros.size()];
        for (int k = 0; k < 2; k++) {
            for (int i = 0; i < ones.size(); i++) {
                for (int j = 0; j < zeros.size(); j++) {
                    double value = psi(ones.get(i)[k], zeros.get(j)[k]);
                    v10[k][i] += value / zeros.size();
                    v01[k][j] += value / ones.size();
                    aucs[k] += value / zeros.size() / ones.size();
                }
            }
        }
        double covariance = 0;
        for (int i = 0; i < ones.size(); i++) {
            covariance += (v10[0][i] - aucs[0]) * (v10[1][i] - aucs[1]) / (ones.size() - 1) / ones.size();
        }
        for (int j = 0; j < zeros.size(); j++) {
            covariance += (v01[0][j] - aucs[0]) * (v01[1][j] - aucs[1]) / (zeros.size() - 1) / zeros.size();
        }
        return new double[] {aucs[0], aucs[1], covariance};
    }

    @Property
    void fastIsNaive(@ForAll("cases") Cases cases) {
        double[] naive = naive(cases.first(), cases.second(), cases.positive());
        DeLongCovariance fast = DeLongCovariance.of(cases.positive(), cases.first(), cases.second());
        assertThat(fast.auc(0)).isCloseTo(naive[0], within(1e-12));
        assertThat(fast.auc(1)).isCloseTo(naive[1], within(1e-12));
        assertThat(fast.covariance(0, 1)).isCloseTo(naive[2], within(1e-13));
    }

    @Property
    void turnedScoresTurnTheArea(@ForAll("cases") Cases cases) {
        double[] turned = Arrays.stream(cases.first()).map(score -> -score).toArray();
        AucEstimate found = DELONG.estimate(cases.first(), cases.positive());
        AucEstimate opposite = DELONG.estimate(turned, cases.positive());
        assertThat(opposite.auc()).isCloseTo(1 - found.auc(), within(1e-15));
        assertThat(opposite.variance()).isEqualTo(found.variance());
    }

    @Property
    void monotoneMapsChangeNothing(@ForAll("cases") Cases cases) {
        double[] mapped = Arrays.stream(cases.first())
                .map(score -> Math.exp(3 * score) - 1e6)
                .toArray();
        assertThat(DELONG.estimate(mapped, cases.positive()))
                .isEqualTo(DELONG.estimate(cases.first(), cases.positive()));
        assertThat(RocCurve.of(mapped, cases.positive()).pointCount())
                .isEqualTo(RocCurve.of(cases.first(), cases.positive()).pointCount());
    }

    @Property
    void swappedModelsTurnTheStatistic(@ForAll("cases") Cases cases) {
        AucComparison found = DELONG.test(cases.first(), cases.second(), cases.positive());
        AucComparison swapped = DELONG.test(cases.second(), cases.first(), cases.positive());
        assertThat(swapped.statistic() + 0.0).isEqualTo(0.0 - found.statistic());
        assertThat(swapped.pValue()).isEqualTo(found.pValue());
    }

    @Property
    void theOrderOfTheCasesChangesNoBit(@ForAll("cases") Cases cases, @ForAll long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cases.positive().length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        double[] first = order.stream().mapToDouble(i -> cases.first()[i]).toArray();
        double[] second = order.stream().mapToDouble(i -> cases.second()[i]).toArray();
        boolean[] positive = new boolean[order.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = cases.positive()[order.get(i)];
        }
        assertThat(DELONG.test(first, second, positive))
                .isEqualTo(DELONG.test(cases.first(), cases.second(), cases.positive()));
        assertThat(DELONG.estimate(first, positive)).isEqualTo(DELONG.estimate(cases.first(), cases.positive()));
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(first, positive);
        assertThat(curve.averagePrecision())
                .isEqualTo(
                        PrecisionRecallCurve.of(cases.first(), cases.positive()).averagePrecision());
    }

    @Property
    void theCurveHasTheAreaOfDeLongAndRises(@ForAll("cases") Cases cases) {
        RocCurve curve = RocCurve.of(cases.first(), cases.positive());
        assertThat(curve.auc())
                .isEqualTo(DELONG.estimate(cases.first(), cases.positive()).auc());
        assertThat(curve.partialAuc(RocCurve.Axis.SPECIFICITY, 0, 1)).isCloseTo(curve.auc(), within(1e-12));
        assertThat(curve.partialAuc(RocCurve.Axis.SENSITIVITY, 0, 1)).isCloseTo(curve.auc(), within(1e-12));
        for (int i = 1; i < curve.pointCount(); i++) {
            assertThat(curve.point(i).threshold()).isLessThan(curve.point(i - 1).threshold());
            assertThat(curve.point(i).sensitivity())
                    .isGreaterThanOrEqualTo(curve.point(i - 1).sensitivity());
            assertThat(curve.point(i).specificity())
                    .isLessThanOrEqualTo(curve.point(i - 1).specificity());
        }
    }

    @Property(tries = 20)
    void theBootstrapDoesNotDependOnThreads(@ForAll("cases") Cases cases, @ForAll long seed) {
        AucBootstrap bootstrap = new AucBootstrap(Resamples.plain(200, seed));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            var one = bootstrap.estimate(cases.first(), cases.positive(), Execution.sequential());
            var many = bootstrap.estimate(cases.first(), cases.positive(), Execution.on(pool));
            assertThat(many.replicates()).isEqualTo(one.replicates());
            assertThat(many.interval(BootstrapInterval.PERCENTILE, 0.95))
                    .isEqualTo(one.interval(BootstrapInterval.PERCENTILE, 0.95));
        } finally {
            pool.shutdown();
        }
    }
}
