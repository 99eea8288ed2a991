package io.github.radiomics4j.eval.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every decision curve. */
class DecisionCurveInvariantTest {
    private static final DecisionCurveAnalysis ANALYSIS = DecisionCurveAnalysis.withDefaults();

    record Cases(double[] probabilities, boolean[] positive) {
        double prevalence() {
            return IntStream.range(0, positive.length).filter(i -> positive[i]).count() / (double) positive.length;
        }
    }

    @Provide
    Arbitrary<Cases> cases() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 50), Arbitraries.longs(), Arbitraries.of(2, 11, 101))
                .as((n, seed, values) -> {
                    Random random = new Random(seed);
                    double[] probabilities = new double[n];
                    boolean[] positive = new boolean[n];
                    for (int i = 0; i < n; i++) {
                        positive[i] = i == 0 || i > 1 && random.nextBoolean();
                        probabilities[i] = random.nextInt(values) / (values - 1.0);
                    }
                    return new Cases(probabilities, positive);
                });
    }

    @Property
    void netBenefitIsCountedAsItIsDefined(@ForAll("cases") Cases cases) {
        int n = cases.positive.length;
        for (DecisionCurve.Point point : ANALYSIS.curve(
                        cases.probabilities, cases.positive, DecisionCurveAnalysis.percentages())
                .points()) {
            double t = point.threshold();
            double benefit = 0;
            for (int i = 0; i < n; i++) {
                if (cases.probabilities[i] >= t) {
                    benefit += cases.positive[i] ? 1.0 / n : -t / (1 - t) / n;
                }
            }
            assertThat(point.netBenefit()).isCloseTo(benefit, within(1e-10));
        }
    }

    @Property
    void atTheEdgesAllOrNoneAreTreated(@ForAll("cases") Cases cases) {
        double pi = cases.prevalence();
        DecisionCurve.Point all =
                ANALYSIS.curve(cases.probabilities, cases.positive, 0).points().get(0);
        assertThat(all.netBenefit()).isEqualTo(pi).isEqualTo(all.treatAll());
        double[] below =
                Arrays.stream(cases.probabilities).map(p -> 0.2 + 0.6 * p).toArray();
        List<DecisionCurve.Point> points =
                ANALYSIS.curve(below, cases.positive, 0.1, 0.9).points();
        assertThat(points.get(0).netBenefit()).isCloseTo(points.get(0).treatAll(), within(1e-12));
        assertThat(points.get(0).interventionsAvoided()).isCloseTo(0, within(1e-12));
        assertThat(points.get(1).netBenefit()).isEqualTo(0);
    }

    @Property
    void noModelHasMoreThanThePerfectOne(@ForAll("cases") Cases cases) {
        double[] truth = IntStream.range(0, cases.positive.length)
                .mapToDouble(i -> cases.positive[i] ? 1 : 0)
                .toArray();
        double[] thresholds = DecisionCurveAnalysis.percentages();
        List<DecisionCurve.Point> perfect =
                ANALYSIS.curve(truth, cases.positive, thresholds).points();
        List<DecisionCurve.Point> some =
                ANALYSIS.curve(cases.probabilities, cases.positive, thresholds).points();
        for (int k = 0; k < thresholds.length; k++) {
            assertThat(perfect.get(k).netBenefit()).isEqualTo(cases.prevalence());
            assertThat(perfect.get(k).standardized()).isEqualTo(1);
            assertThat(some.get(k).netBenefit()).isLessThanOrEqualTo(cases.prevalence());
            assertThat(some.get(k).standardError()).isGreaterThanOrEqualTo(0);
        }
    }

    @Property(tries = 100)
    void theOrderOfTheCasesChangesNothingWhereIdsAreKnown(@ForAll("cases") Cases cases, @ForAll long seed) {
        List<String> ids = IntStream.range(0, cases.positive.length)
                .mapToObj(i -> "P%03d".formatted(i))
                .toList();
        Outcome outcome = Outcome.of("yes", "no", ids, cases.positive);
        Predictions predictions = Predictions.of(ids, cases.probabilities);
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(seed));
        Predictions other = predictions.rows(shuffled);
        double[] thresholds = {0, 0.1, 0.5, 0.9};
        assertThat(ANALYSIS.curve(other, outcome, thresholds))
                .isEqualTo(ANALYSIS.curve(predictions, outcome, thresholds));
        Resamples resamples = Resamples.stratified(30, seed);
        var one = ANALYSIS.bootstrap(predictions, outcome, resamples, Execution.sequential(), thresholds);
        var moved = ANALYSIS.bootstrap(other, outcome, resamples, Execution.sequential(), thresholds);
        for (int k = 0; k < thresholds.length; k++) {
            assertThat(moved.get(k).replicates()).isEqualTo(one.get(k).replicates());
        }
    }
}
