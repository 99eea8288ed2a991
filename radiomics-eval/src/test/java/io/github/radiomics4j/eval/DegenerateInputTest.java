package io.github.radiomics4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.bootstrap.BootstrapDistribution;
import io.github.radiomics4j.eval.bootstrap.BootstrapInterval;
import io.github.radiomics4j.eval.bootstrap.Resamples;
import io.github.radiomics4j.eval.calibration.Calibration;
import io.github.radiomics4j.eval.calibration.CalibrationCurve;
import io.github.radiomics4j.eval.calibration.CalibrationCurve.Bins;
import io.github.radiomics4j.eval.calibration.HosmerLemeshow;
import io.github.radiomics4j.eval.calibration.Recalibration;
import io.github.radiomics4j.eval.confusion.ConfusionMatrix;
import io.github.radiomics4j.eval.confusion.Threshold;
import io.github.radiomics4j.eval.decision.DecisionCurve;
import io.github.radiomics4j.eval.decision.DecisionCurveAnalysis;
import io.github.radiomics4j.eval.logistic.LogisticRegression;
import io.github.radiomics4j.eval.reclassification.Reclassification;
import io.github.radiomics4j.eval.roc.AucBootstrap;
import io.github.radiomics4j.eval.roc.AucComparison;
import io.github.radiomics4j.eval.roc.AucEstimate;
import io.github.radiomics4j.eval.roc.AucPower;
import io.github.radiomics4j.eval.roc.CiScale;
import io.github.radiomics4j.eval.roc.CurveBootstrap;
import io.github.radiomics4j.eval.roc.CutoffRule;
import io.github.radiomics4j.eval.roc.DeLong;
import io.github.radiomics4j.eval.roc.HanleyMcNeil;
import io.github.radiomics4j.eval.roc.PrecisionRecallCurve;
import io.github.radiomics4j.eval.roc.RocCurve;
import io.github.radiomics4j.learn.Predictions;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every entry on every kind of input that breaks things: a result, flagged where it must be, or a refusal that says why. */
class DegenerateInputTest {
    private static final Execution HERE = Execution.sequential();
    private static final Resamples DRAWS = Resamples.plain(20, 1);
    private static final DecisionCurveAnalysis DECISIONS = DecisionCurveAnalysis.withDefaults();

    private interface Entry {
        Object of(double[] scores, boolean[] positive);
    }

    private interface TypedEntry {
        Object of(Predictions predictions, Outcome outcome);
    }

    /** Entries that take numbers. */
    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    /** Entries that join by case id. */
    private static final Map<String, TypedEntry> TYPED = new LinkedHashMap<>();

    static {
        DeLong deLong = DeLong.withDefaults();
        ENTRIES.put("DeLong.estimate", deLong::estimate);
        ENTRIES.put("DeLong.estimate on logits", deLong.withScale(CiScale.LOGIT)::estimate);
        ENTRIES.put("DeLong.test", (s, p) -> deLong.test(s, s.clone(), p));
        ENTRIES.put("DeLong.testAll", (s, p) -> deLong.testAll(Map.of("a", s, "b", s), p));
        ENTRIES.put(
                "DeLong.testUnpaired",
                (s, p) ->
                        deLong.testUnpaired(s, p, new double[] {1, 2, 3, 2}, new boolean[] {false, true, true, false}));
        ENTRIES.put("HanleyMcNeil", HanleyMcNeil.withDefaults()::estimate);
        ENTRIES.put("AucPower", (s, p) -> AucPower.withDefaults().ofDifference(s, s, p));
        ENTRIES.put("RocCurve", (s, p) -> {
            RocCurve curve = RocCurve.of(s, p);
            curve.best(CutoffRule.youden());
            curve.partialAuc(RocCurve.Axis.SENSITIVITY, 0.9, 1);
            return curve.sensitivityAt(0) + curve.sensitivityAt(1) + curve.specificityAt(0) + curve.specificityAt(1);
        });
        ENTRIES.put("PrecisionRecallCurve", (s, p) -> {
            PrecisionRecallCurve curve = PrecisionRecallCurve.of(s, p);
            return curve.averagePrecision() + curve.davisGoadrichArea() + curve.integralArea() + curve.trapezoidArea();
        });
        ENTRIES.put("AucBootstrap", (s, p) -> new AucBootstrap(DRAWS).estimate(s, p, HERE));
        ENTRIES.put("AucBootstrap.difference", (s, p) -> new AucBootstrap(DRAWS).difference(s, s, p, HERE));
        ENTRIES.put("CurveBootstrap", (s, p) -> new CurveBootstrap(DRAWS).sensitivitiesAt(s, p, HERE, 0, 0.5, 1));
        ENTRIES.put("ConfusionMatrix", (s, p) -> ConfusionMatrix.of(s, p, 0.5));
        ENTRIES.put("Calibration", Calibration.withDefaults()::assess);
        ENTRIES.put("CalibrationCurve uniform", (s, p) -> CalibrationCurve.of(s, p, Bins.UNIFORM, 10));
        ENTRIES.put("CalibrationCurve quantile", (s, p) -> CalibrationCurve.of(s, p, Bins.QUANTILE, 10));
        ENTRIES.put("CalibrationCurve.smoothed", (s, p) -> CalibrationCurve.smoothed(s, p, 0.75));
        ENTRIES.put("HosmerLemeshow", HosmerLemeshow.withDefaults()::test);
        ENTRIES.put("DecisionCurveAnalysis", (s, p) -> DECISIONS.curve(s, p, 0, 0.5, 0.99));
        ENTRIES.put("DecisionCurveAnalysis.bootstrap", (s, p) -> DECISIONS.bootstrap(s, p, DRAWS, HERE, 0, 0.5));
        ENTRIES.put(
                "Reclassification.continuous",
                (s, p) -> Reclassification.withDefaults().continuous(s, s, p));
        ENTRIES.put(
                "Reclassification.categories",
                (s, p) -> Reclassification.withDefaults().categories(s, s, p, 0.5));
        ENTRIES.put(
                "Reclassification.integrated",
                (s, p) -> Reclassification.withDefaults().integrated(s, s, p));
        ENTRIES.put(
                "LogisticRegression",
                (s, p) -> LogisticRegression.withDefaults().fit(List.of("x"), new double[][] {s}, p));

        TYPED.put("Evaluation", (s, o) -> Evaluation.of(s, o, Threshold.of(0.5)).toString());
        TYPED.put("Evaluation.compare", (s, o) -> Evaluation.compare(Map.of("a", s, "b", s), o));
        TYPED.put("DeLong.estimate by id", deLong::estimate);
        TYPED.put("DeLong.test by id", (s, o) -> deLong.test(s, s, o));
        TYPED.put("HanleyMcNeil by id", HanleyMcNeil.withDefaults()::estimate);
        TYPED.put("RocCurve by id", RocCurve::of);
        TYPED.put("PrecisionRecallCurve by id", PrecisionRecallCurve::of);
        TYPED.put("AucBootstrap by id", (s, o) -> new AucBootstrap(DRAWS).estimate(s, o, HERE));
        TYPED.put("AucBootstrap.difference by id", (s, o) -> new AucBootstrap(DRAWS).difference(s, s, o, HERE));
        TYPED.put("CurveBootstrap by id", (s, o) -> new CurveBootstrap(DRAWS).specificitiesAt(s, o, HERE, 0.5));
        TYPED.put("ConfusionMatrix by id", (s, o) -> ConfusionMatrix.of(s, o, Threshold.of(0.5)));
        TYPED.put("Threshold.youden", Threshold::youden);
        TYPED.put("Threshold.atSensitivity", (s, o) -> Threshold.atSensitivity(1, s, o));
        TYPED.put("Threshold.atSpecificity", (s, o) -> Threshold.atSpecificity(1, s, o));
        TYPED.put("Calibration by id", Calibration.withDefaults()::assess);
        TYPED.put("CalibrationCurve by id", (s, o) -> CalibrationCurve.of(s, o, Bins.QUANTILE, 5));
        TYPED.put("DecisionCurveAnalysis by id", (s, o) -> DECISIONS.curve(s, o, 0.5));
        TYPED.put("DecisionCurveAnalysis.bootstrap by id", (s, o) -> DECISIONS.bootstrap(s, o, DRAWS, HERE, 0.5));
        TYPED.put(
                "Reclassification.integrated by id",
                (s, o) -> Reclassification.withDefaults().integrated(s, s, o));
        TYPED.put(
                "Reclassification.categories by id",
                (s, o) -> Reclassification.withDefaults().categories(s, s, o, 0.5));
        TYPED.put("Recalibration.logistic", Recalibration::logistic);
        TYPED.put("Recalibration.sigmoid", Recalibration::sigmoid);
        TYPED.put("Recalibration.intercept", Recalibration::intercept);
        TYPED.put("Recalibration.isotonic", Recalibration::isotonic);
    }

    private static final Set<String> ALL = Set.of("all");
    private static final Set<String> ALL_BUT_COUNTS = Set.of("all but counts");

    /** What compares needs two cases of each class. */
    private static final Set<String> COMPARISONS = Set.of(
            "DeLong.test",
            "DeLong.testAll",
            "DeLong.testUnpaired",
            "AucPower",
            "Reclassification.continuous",
            "Reclassification.categories",
            "Reclassification.integrated",
            "Evaluation.compare",
            "DeLong.test by id",
            "Reclassification.integrated by id",
            "Reclassification.categories by id");

    /** What draws a line through the probabilities. */
    private static final Set<String> LINES =
            Set.of("LogisticRegression", "Recalibration.logistic", "Recalibration.sigmoid");

    private record Input(String name, double[] scores, boolean[] positive, Set<String> refused) {
        boolean isRefusedBy(String entry) {
            return refused == ALL
                    || refused == ALL_BUT_COUNTS && !entry.startsWith("ConfusionMatrix")
                    || refused.contains(entry);
        }
    }

    private static Input input(String name, Set<String> refused, String truth, double... scores) {
        boolean[] positive = new boolean[truth.length()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = truth.charAt(i) == '+';
        }
        return new Input(name, scores, positive, refused);
    }

    private static final List<Input> INPUTS = List.of(
            input("area of 1", Set.of("Recalibration.logistic"), "---+++", 0.1, 0.2, 0.3, 0.6, 0.7, 0.8),
            input(
                    "area of 0",
                    Set.of("Recalibration.logistic", "Recalibration.sigmoid"),
                    "+++---",
                    0.1,
                    0.2,
                    0.3,
                    0.6,
                    0.7,
                    0.8),
            input("constant", LINES, "--++", 0.4, 0.4, 0.4, 0.4),
            input("constant, a half", LINES, "--++", 0.5, 0.5, 0.5, 0.5),
            input("constant, zero", LINES, "--++", 0, 0, 0, 0),
            input("constant, one", LINES, "--++", 1, 1, 1, 1),
            input("one positive", COMPARISONS, "--+-", 0.1, 0.4, 0.35, 0.2),
            input("one negative", COMPARISONS, "++-+", 0.3, 0.4, 0.35, 0.9),
            input("one of each", with(COMPARISONS, "Recalibration.logistic"), "-+", 0.3, 0.4),
            input("zeros and ones, all right", Set.of("Recalibration.logistic"), "--++", 0, 0, 1, 1),
            input("zeros and ones, some wrong", Set.of(), "--++-+", 0, 0, 1, 1, 1, 0),
            input("ties everywhere", Set.of(), "-+-+-+-++", 0.2, 0.2, 0.2, 0.5, 0.5, 0.5, 0.7, 0.7, 0.7),
            input("no positive", ALL_BUT_COUNTS, "---", 0.1, 0.2, 0.3),
            input("no negative", ALL_BUT_COUNTS, "+++", 0.1, 0.2, 0.3),
            input("no case", ALL, ""),
            input("NaN", ALL, "-+-+", 0.1, 0.2, Double.NaN, 0.4),
            input("infinity", ALL_BUT_COUNTS, "-+-+", 0.1, 0.2, 0.3, Double.POSITIVE_INFINITY),
            input("negative infinity", ALL_BUT_COUNTS, "-+-+", Double.NEGATIVE_INFINITY, 0.2, 0.3, 0.4),
            input("fewer scores than cases", ALL, "-+-+", 0.1, 0.2, 0.3));

    private static Set<String> with(Set<String> some, String another) {
        return Stream.concat(some.stream(), Stream.of(another)).collect(java.util.stream.Collectors.toSet());
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "P" + i).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyEntryOnEveryInput() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Input input : INPUTS) {
            ENTRIES.forEach((name, entry) -> tests.add(DynamicTest.dynamicTest(
                    input.name + ": " + name,
                    () -> check(input, name, () -> entry.of(input.scores.clone(), input.positive.clone())))));
            TYPED.forEach((name, entry) -> tests.add(DynamicTest.dynamicTest(input.name + ": " + name, () -> {
                boolean noProbability = input.name.contains("infinity");
                if (!noProbability) {
                    List<String> ids = ids(input.positive.length);
                    check(
                            input,
                            name,
                            () -> entry.of(
                                    Predictions.of(ids, input.scores), Outcome.of("yes", "no", ids, input.positive)));
                }
            })));
        }
        assertThat(tests).hasSize(INPUTS.size() * (ENTRIES.size() + TYPED.size()));
        return tests.stream();
    }

    private static void check(Input input, String name, java.util.concurrent.Callable<Object> call) {
        Throwable thrown = catchThrowable(call::call);
        if (!input.isRefusedBy(name)) {
            assertThat(thrown).as("%s on %s", name, input.name).isNull();
            return;
        }
        assertThat(thrown).isInstanceOf(IllegalArgumentException.class);
        assertThat(thrown.getMessage()).containsAnyOf("must", "need").containsAnyOf("found", "but");
        assertThat(thrown.getStackTrace()[0].getClassName()).startsWith("io.github.radiomics4j.");
    }

    @TestFactory
    Stream<DynamicTest> casesWithoutAnOutcomeAreNamed() {
        List<String> ids = ids(6);
        Outcome outcome = Outcome.of("yes", "no", ids.subList(0, 5), false, true, false, true, true);
        Predictions predictions = Predictions.of(ids, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
        return TYPED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThatIllegalArgumentException()
                                .isThrownBy(() -> entry.getValue().of(predictions, outcome))
                                .withMessageContaining("P5")));
    }

    @Test
    void twoPredictionsOrOutcomesOfACaseAreRefused() {
        List<String> twice = List.of("P1", "P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Predictions.of(twice, 0.1, 0.2))
                .withMessageContaining("P1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.of("yes", "no", twice, true, false))
                .withMessageContaining("P1");
    }

    @Test
    void separatedClassesAreFlaggedAndHaveAnExactInterval() {
        for (Input input : INPUTS.subList(0, 2)) {
            AucEstimate plain = DeLong.withDefaults().estimate(input.scores, input.positive);
            AucEstimate logit = DeLong.withDefaults().withScale(CiScale.LOGIT).estimate(input.scores, input.positive);
            assertThat(plain.isDegenerate()).isTrue();
            assertThat(plain.interval().width()).isZero();
            assertThat(logit.interval().lower()).isNaN();
            assertThat(logit.exactInterval()).isEqualTo(plain.exactInterval());
            assertThat(plain.exactInterval().width()).isCloseTo(1 - Math.pow(0.025, 1 / 3.0), within(1e-12));
            Evaluation evaluation = Evaluation.of(
                    Predictions.of(ids(6), input.scores),
                    Outcome.of("yes", "no", ids(6), input.positive),
                    Threshold.of(0.5));
            assertThat(evaluation.aucInterval()).isEqualTo(plain.exactInterval());
            assertThat(evaluation.toString()).startsWith("AUC ").doesNotContain("NaN");
            assertThat(evaluation.calibration().isSeparated()).isTrue();
            AucComparison comparison = DeLong.withDefaults().test(input.scores, input.scores, input.positive);
            assertThat(comparison.isDegenerate()).isTrue();
            assertThat(comparison.pValue()).isEqualTo(1);
        }
    }

    @Test
    void constantScoresAreFlagged() {
        Input constant = INPUTS.get(2);
        AucEstimate found = DeLong.withDefaults().estimate(constant.scores, constant.positive);
        assertThat(found.auc()).isEqualTo(0.5);
        assertThat(found.isDegenerate()).isTrue();
        assertThat(found.pValue()).isNaN();
        AucEstimate other = HanleyMcNeil.withDefaults().estimate(constant.scores, constant.positive);
        assertThat(other.isDegenerate()).isFalse();
        assertThat(other.standardError()).isBetween(0.2, 0.4);
        assertThat(Calibration.withDefaults()
                        .assess(constant.scores, constant.positive)
                        .slope())
                .isNaN();
        assertThat(HosmerLemeshow.withDefaults()
                        .test(constant.scores, constant.positive)
                        .pValue())
                .isNaN();
    }

    @Test
    void oneCaseOfAClassHasNoVariance() {
        Input one = INPUTS.get(6);
        AucEstimate found = DeLong.withDefaults().estimate(one.scores, one.positive);
        assertThat(found.variance()).isNaN();
        assertThat(found.interval().lower()).isNaN();
        assertThat(found.isDegenerate()).isFalse();
        assertThat(HanleyMcNeil.withDefaults()
                        .estimate(one.scores, one.positive)
                        .variance())
                .isPositive();
        BootstrapDistribution bootstrap =
                new AucBootstrap(Resamples.plain(200, 1)).estimate(one.scores, one.positive, HERE);
        assertThat(bootstrap.dropped()).isPositive();
        assertThat(bootstrap.interval(BootstrapInterval.BCA, 0.95).lower()).isNaN();
    }

    @Test
    void probabilitiesOfZeroAndOneAreCutAndCounted() {
        Input wrong = INPUTS.get(10);
        Calibration.Result found = Calibration.withDefaults().assess(wrong.scores, wrong.positive);
        assertThat(found.cut()).isEqualTo(6);
        assertThat(found.logLoss()).isBetween(11.0, 12.0).isFinite();
        assertThat(found.brier()).isCloseTo(2 / 6.0, within(1e-15));
    }

    @Test
    void thresholdsOfZeroAndOne() {
        double[] scores = {0, 0.5, 1, 1};
        boolean[] positive = {false, true, true, false};
        assertThat(ConfusionMatrix.of(scores, positive, 0)).isEqualTo(new ConfusionMatrix(2, 2, 0, 0));
        assertThat(ConfusionMatrix.of(scores, positive, 1)).isEqualTo(new ConfusionMatrix(1, 1, 1, 1));
        assertThat(ConfusionMatrix.of(scores, positive, Double.POSITIVE_INFINITY))
                .isEqualTo(new ConfusionMatrix(0, 0, 2, 2));
        DecisionCurve.Point all = DECISIONS.curve(scores, positive, 0).points().get(0);
        assertThat(all.netBenefit()).isEqualTo(0.5);
        assertThat(all.interventionsAvoided()).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DECISIONS.curve(scores, positive, 1))
                .withMessageContaining("found 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(scores, positive, Double.NaN))
                .withMessageContaining("NaN");
        assertThatCode(() -> RocCurve.of(scores, positive).sensitivityAt(1)).doesNotThrowAnyException();
    }
}
