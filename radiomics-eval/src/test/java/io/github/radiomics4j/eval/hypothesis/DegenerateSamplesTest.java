package io.github.radiomics4j.eval.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each test's p-value, or effect size, of samples that allow none; and that the order of the values changes no bit. */
class DegenerateSamplesTest {
    private static final double[] NONE = {};
    private static final double[] ONE = {2};
    private static final double[] CONSTANT = {2, 2, 2, 2};
    private static final double[] VALUES = {0.1, 0.7, 0.2, 1.4, 0.3};
    private static final double[] SHUFFLED = {1.4, 0.2, 0.1, 0.3, 0.7};
    private static final double[] OTHERS = {0.4, 1.7, 0.9, 2.3, 1.1};

    private static final Map<String, ToDoubleBiFunction<double[], double[]>> TESTS = Map.ofEntries(
            Map.entry(
                    "pooled",
                    (x, y) -> TTest.withDefaults()
                            .withVariances(TTest.Variances.POOLED)
                            .test(x, y)
                            .pValue()),
            Map.entry("Welch", (x, y) -> TTest.withDefaults().test(x, y).pValue()),
            Map.entry("ranks", (x, y) -> MannWhitney.withDefaults().test(x, y).pValue()),
            Map.entry("shift", (x, y) -> MannWhitney.withDefaults().shift(x, y).estimate()),
            Map.entry("gate", (x, y) -> TwoSampleGate.withDefaults().test(x, y).pValue()),
            Map.entry("F", (x, y) -> VarianceRatio.withDefaults().test(x, y).pValue()),
            Map.entry("Cohen", EffectSize.COHEN_D::of),
            Map.entry("Hedges", EffectSize.HEDGES_G::of));

    @TestFactory
    Stream<DynamicTest> emptySamplesGiveNaN() {
        return each((test, name) -> {
            assertThat(test.applyAsDouble(NONE, VALUES)).isNaN();
            assertThat(test.applyAsDouble(VALUES, NONE)).isNaN();
            assertThat(test.applyAsDouble(NONE, NONE)).isNaN();
        });
    }

    @TestFactory
    Stream<DynamicTest> equalConstantSamplesGiveNaN() {
        return each((test, name) -> {
            if (name.equals("shift")) {
                assertThat(test.applyAsDouble(CONSTANT, CONSTANT)).isZero();
            } else {
                assertThat(test.applyAsDouble(CONSTANT, CONSTANT)).isNaN();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> oneValueIsNoFailure() {
        return each((test, name) -> {
            double found = test.applyAsDouble(ONE, VALUES);
            assertThat(Double.isNaN(found)).isEqualTo(name.matches("Welch|F|Cohen|Hedges"));
            assertThat(Double.isInfinite(found)).isFalse();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotFiniteIsRefused() {
        return each((test, name) -> {
            for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                double[] broken = {1, value, 3};
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> test.applyAsDouble(broken, VALUES))
                        .withMessageContaining("finite");
                assertThatIllegalArgumentException().isThrownBy(() -> test.applyAsDouble(VALUES, broken));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> orderChangesNoBit() {
        return each((test, name) ->
                assertThat(test.applyAsDouble(SHUFFLED, OTHERS)).isEqualTo(test.applyAsDouble(VALUES, OTHERS)));
    }

    @TestFactory
    Stream<DynamicTest> pairs() {
        TTest t = TTest.withDefaults();
        SignedRank ranks = SignedRank.withDefaults();
        return Stream.of(
                DynamicTest.dynamicTest("none", () -> {
                    assertThat(t.testPaired(NONE, NONE).pValue()).isNaN();
                    assertThat(ranks.test(NONE, NONE).pValue()).isNaN();
                }),
                DynamicTest.dynamicTest("one", () -> {
                    assertThat(t.testPaired(ONE, ONE).pValue()).isNaN();
                    assertThat(ranks.test(ONE, new double[] {1}).pValue()).isEqualTo(1);
                }),
                DynamicTest.dynamicTest("equal", () -> {
                    assertThat(t.testPaired(VALUES, VALUES).pValue()).isNaN();
                    assertThat(ranks.test(VALUES, VALUES).pValue()).isNaN();
                }),
                DynamicTest.dynamicTest("not finite, or not pairs", () -> {
                    double[] broken = {1, Double.NaN, 3, 4, 5};
                    assertThatIllegalArgumentException().isThrownBy(() -> t.testPaired(VALUES, broken));
                    assertThatIllegalArgumentException().isThrownBy(() -> ranks.test(broken, VALUES));
                    assertThatIllegalArgumentException().isThrownBy(() -> t.testPaired(VALUES, ONE));
                    assertThatIllegalArgumentException().isThrownBy(() -> ranks.test(VALUES, ONE));
                }));
    }

    @TestFactory
    Stream<DynamicTest> groups() {
        return Stream.of(GroupTest.values())
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> {
                    assertThat(test.test(CONSTANT, CONSTANT).pValue()).isNaN();
                    assertThat(test.test(ONE, ONE).pValue()).isNaN();
                    assertThatIllegalArgumentException().isThrownBy(() -> test.test(VALUES));
                    assertThatIllegalArgumentException().isThrownBy(() -> test.test(VALUES, NONE));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> test.test(VALUES, new double[] {1, Double.NaN}));
                    assertThat(test.test(SHUFFLED, OTHERS)).isEqualTo(test.test(VALUES, OTHERS));
                    double[] values = {0.1, 0.4, 0.7, 1.7, 0.2, 0.9, 1.4, 2.3, 0.3, 1.1};
                    boolean[] positive = {true, false, true, false, true, false, true, false, true, false};
                    assertThat(test.test(values, positive)).isEqualTo(test.test(VALUES, OTHERS));
                }));
    }

    @Test
    void positiveCasesAreTheFirstSample() {
        double[] values = {0.1, 0.4, 0.7, 1.7, 0.2, 0.9, 1.4, 2.3, 0.3, 1.1};
        boolean[] positive = {true, false, true, false, true, false, true, false, true, false};
        TTest t = TTest.withDefaults().withLevel(0.9);
        assertThat(t.test(values, positive)).isEqualTo(t.test(VALUES, OTHERS));
        MannWhitney ranks = MannWhitney.withDefaults();
        assertThat(ranks.test(values, positive)).isEqualTo(ranks.test(VALUES, OTHERS));
        for (GroupTest variances : GroupTest.values()) {
            TwoSampleGate gate = TwoSampleGate.withDefaults().withLevel(0.01).withVariances(variances);
            assertThat(gate.test(values, positive)).isEqualTo(gate.test(VALUES, OTHERS));
        }
        for (EffectSize size : EffectSize.values()) {
            assertThat(size.of(values, positive)).isEqualTo(size.of(VALUES, OTHERS));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> t.test(values, new boolean[3]));
    }

    @TestFactory
    Stream<DynamicTest> normality() {
        return Stream.of(NONE, ONE, CONSTANT, new double[5001])
                .map(values -> DynamicTest.dynamicTest(values.length + " values", () -> {
                    assertThat(ShapiroWilk.test(values).w()).isNaN();
                    assertThat(ShapiroWilk.test(values).pValue()).isNaN();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> ShapiroWilk.test(new double[] {1, 2, Double.NaN}));
                }));
    }

    /** What a test must be. */
    private interface Check {
        void of(ToDoubleBiFunction<double[], double[]> test, String name);
    }

    private static Stream<DynamicTest> each(Check check) {
        return TESTS.entrySet().stream()
                .map(test -> DynamicTest.dynamicTest(test.getKey(), () -> check.of(test.getValue(), test.getKey())));
    }
}
