package io.github.radiomics4j.eval.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.eval.confusion.ConfusionMatrix;
import io.github.radiomics4j.eval.confusion.Threshold;
import io.github.radiomics4j.eval.roc.PrecisionRecallCurve.PrecisionRecall;
import io.github.radiomics4j.eval.roc.RocCurve.Point;
import io.github.radiomics4j.eval.roc.RocCurve.Thresholds;
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

/** What holds of every curve, whatever the scores. */
class CurveInvariantTest {

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(2, 60);
        return Combinators.combine(sizes, Arbitraries.longs(), Arbitraries.of(2, 10, 1000))
                .as((n, seed, values) -> {
                    Random random = new Random(seed);
                    double[] scores = new double[n];
                    boolean[] positive = new boolean[n];
                    for (int i = 0; i < n; i++) {
                        positive[i] = i == 0 || i > 1 && random.nextBoolean();
                        scores[i] = random.nextInt(values) / (values - 1.0);
                    }
                    return new Sample(scores, positive);
                });
    }

    @Property
    void aPointHasTheCountsOfItsThreshold(@ForAll("samples") Sample sample) {
        RocCurve curve = RocCurve.of(sample.scores(), sample.positive());
        for (Thresholds thresholds : Thresholds.values()) {
            for (Point point : curve.points(thresholds)) {
                ConfusionMatrix matrix = ConfusionMatrix.of(sample.scores(), sample.positive(), point.threshold());
                assertThat(matrix.truePositives()).isEqualTo(point.truePositives());
                assertThat(matrix.falsePositives()).isEqualTo(point.falsePositives());
            }
        }
    }

    @Property
    void monotoneMapsMoveThresholdsAndNothingElse(@ForAll("samples") Sample sample) {
        double[] mapped =
                Arrays.stream(sample.scores()).map(s -> Math.cbrt(s) * 5 - 2).toArray();
        List<Point> points = RocCurve.of(sample.scores(), sample.positive()).points(Thresholds.SCORES);
        List<Point> moved = RocCurve.of(mapped, sample.positive()).points(Thresholds.SCORES);
        assertThat(moved).hasSameSizeAs(points);
        for (int i = 1; i < points.size(); i++) {
            assertThat(moved.get(i).threshold())
                    .isEqualTo(Math.cbrt(points.get(i).threshold()) * 5 - 2);
            assertThat(moved.get(i).truePositives()).isEqualTo(points.get(i).truePositives());
            assertThat(moved.get(i).falsePositives()).isEqualTo(points.get(i).falsePositives());
        }
        PrecisionRecallCurve one = PrecisionRecallCurve.of(sample.scores(), sample.positive());
        PrecisionRecallCurve other = PrecisionRecallCurve.of(mapped, sample.positive());
        assertThat(other.averagePrecision()).isEqualTo(one.averagePrecision());
        assertThat(other.integralArea()).isEqualTo(one.integralArea());
        assertThat(other.davisGoadrichArea()).isEqualTo(one.davisGoadrichArea());
    }

    @Property
    void everyCaseTwiceIsTheSameCurve(@ForAll("samples") Sample sample) {
        int n = sample.positive().length;
        double[] scores = new double[2 * n];
        boolean[] positive = new boolean[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            scores[i] = sample.scores()[i % n];
            positive[i] = sample.positive()[i % n];
        }
        assertThat(RocCurve.of(scores, positive).auc())
                .isEqualTo(RocCurve.of(sample.scores(), sample.positive()).auc());
        PrecisionRecallCurve one = PrecisionRecallCurve.of(sample.scores(), sample.positive());
        PrecisionRecallCurve both = PrecisionRecallCurve.of(scores, positive);
        assertThat(both.averagePrecision()).isCloseTo(one.averagePrecision(), within(1e-12));
        assertThat(both.integralArea()).isCloseTo(one.integralArea(), within(1e-12));
    }

    @Property
    void recallRisesAndPrecisionEndsAtThePrevalence(@ForAll("samples") Sample sample) {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(sample.scores(), sample.positive());
        List<PrecisionRecall> points = curve.points();
        assertThat(points.get(0).precision()).isEqualTo(1);
        assertThat(points.get(0).recall()).isZero();
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).recall())
                    .isGreaterThanOrEqualTo(points.get(i - 1).recall());
            assertThat(points.get(i).precision()).isBetween(0.0, 1.0);
        }
        PrecisionRecall last = points.get(points.size() - 1);
        assertThat(last.recall()).isEqualTo(1);
        assertThat(last.precision()).isEqualTo(curve.prevalence());
        for (double area : new double[] {
            curve.averagePrecision(), curve.integralArea(), curve.davisGoadrichArea(), curve.trapezoidArea()
        }) {
            assertThat(area).isBetween(0.0, 1 + 1e-12);
        }
        boolean isPerfect = RocCurve.of(sample.scores(), sample.positive()).auc() == 1;
        assertThat(Math.abs(curve.averagePrecision() - 1) < 1e-12).isEqualTo(isPerfect);
    }

    @Property
    void noPointBeatsTheBest(@ForAll("samples") Sample sample) {
        RocCurve curve = RocCurve.of(sample.scores(), sample.positive());
        double youden = curve.best(CutoffRule.youden()).get(0).youden();
        assertThat(curve.points(Thresholds.MIDPOINTS))
                .allSatisfy(point -> assertThat(point.youden()).isLessThanOrEqualTo(youden + 1e-15));
        assertThat(youden).isGreaterThanOrEqualTo(0);
    }

    @Property
    void aThresholdKeepsWhatItPromises(@ForAll("samples") Sample sample, @ForAll long seed) {
        double wanted = new Random(seed).nextDouble();
        List<String> ids = ids(sample);
        Predictions predictions = Predictions.of(ids, sample.scores());
        Outcome outcome = Outcome.of("yes", "no", ids, sample.positive());
        Threshold sensitive = Threshold.atSensitivity(wanted, predictions, outcome);
        Threshold specific = Threshold.atSpecificity(wanted, predictions, outcome);
        assertThat(ConfusionMatrix.of(predictions, outcome, sensitive)
                        .sensitivity()
                        .value())
                .isGreaterThanOrEqualTo(wanted);
        assertThat(ConfusionMatrix.of(predictions, outcome, specific)
                        .specificity()
                        .value())
                .isGreaterThanOrEqualTo(wanted);
        assertThat(RocCurve.of(predictions, outcome).sensitivityAt(1 - 1e-15))
                .isLessThanOrEqualTo(RocCurve.of(predictions, outcome).sensitivityAt(0));
    }

    private static List<String> ids(Sample sample) {
        return IntStream.range(0, sample.positive().length)
                .mapToObj(i -> "P%03d".formatted(i))
                .toList();
    }

    /** Draws are of places, so only faces that know ids, and resamples that move with the cases, are without order. */
    @Property(tries = 100)
    void theOrderOfTheCasesChangesNoReplicateWhereIdsAreKnown(@ForAll("samples") Sample sample, @ForAll long seed) {
        List<String> ids = ids(sample);
        Outcome outcome = Outcome.of("yes", "no", ids, sample.positive());
        Predictions predictions = Predictions.of(ids, sample.scores());
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(seed));
        AucBootstrap bootstrap = new AucBootstrap(Resamples.plain(50, seed));
        assertThat(bootstrap
                        .estimate(predictions.rows(shuffled), outcome, Execution.sequential())
                        .replicates())
                .isEqualTo(bootstrap
                        .estimate(predictions, outcome, Execution.sequential())
                        .replicates());
        List<int[]> draws = new ArrayList<>();
        List<int[]> moved = new ArrayList<>();
        for (int r = 0; r < 50; r++) {
            int[] places = Resamples.plain(50, seed).draw(r, sample.positive());
            draws.add(places);
            moved.add(Arrays.stream(places)
                    .map(place -> shuffled.indexOf(ids.get(place)))
                    .toArray());
        }
        Predictions other = predictions.rows(shuffled);
        assertThat(new AucBootstrap(Resamples.of(moved))
                        .estimate(other.probabilities(), other.positives(outcome), Execution.sequential())
                        .replicates())
                .isEqualTo(new AucBootstrap(Resamples.of(draws))
                        .estimate(sample.scores(), sample.positive(), Execution.sequential())
                        .replicates());
    }

    /** Buckets are of one width: values that all lie in one, or whose range overflows, must be counted all the same. */
    @Property
    void placementsAreCountedWhateverTheSpreadOfTheScores(@ForAll("samples") Sample sample, @ForAll long seed) {
        Random random = new Random(seed);
        double[] steps = {0, 1, 1e-300, 1e300, -1e300, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1e-9};
        double[] scores = Arrays.stream(sample.scores())
                .map(s -> steps[random.nextInt(steps.length)] * (random.nextBoolean() ? 1 : s))
                .toArray();
        Placements found = Placements.of(scores, sample.positive());
        int p = 0;
        int q = 0;
        for (int i = 0; i < scores.length; i++) {
            long halves = 0;
            for (int j = 0; j < scores.length; j++) {
                if (sample.positive()[j] != sample.positive()[i]) {
                    halves += scores[j] < scores[i] ? 2 : scores[j] == scores[i] ? 1 : 0;
                }
            }
            assertThat(sample.positive()[i] ? found.ofPositives()[p++] : found.ofNegatives()[q++])
                    .isEqualTo(halves);
        }
    }
}
