package io.github.radiomics4j.eval.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.eval.hypothesis.Correlation.Coefficient;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Cross tables, correlations and distances of distributions where little or nothing is there. */
class DegenerateTablesTest {

    @Test
    void anEmptyMarginGivesNaNUntilItIsLeftOut() {
        CrossTable table = CrossTable.of(new int[] {3, 0, 2}, new int[] {1, 0, 5}, new int[] {0, 0, 0});
        assertThat(ChiSquare.withDefaults().test(table).pValue()).isNaN();
        assertThat(table.cramersV()).isNaN();
        CrossTable full = table.withoutEmpty();
        assertThat(full).hasToString("[[3, 2], [1, 5]]");
        assertThat(ChiSquare.withDefaults().test(full).pValue()).isBetween(0.0, 1.0);
        assertThat(FisherExact.pValue(table)).isEqualTo(FisherExact.pValue(full));
    }

    @Test
    void oneRowOrNoCaseTellsNothing() {
        CrossTable row = CrossTable.of(new int[] {3, 4});
        assertThat(ChiSquare.withDefaults().test(row).pValue()).isNaN();
        assertThat(FisherExact.pValue(row)).isEqualTo(1);
        CrossTable nobody = CrossTable.of(new int[] {0, 0}, new int[] {0, 0});
        assertThat(ChiSquare.withDefaults().test(nobody).pValue()).isNaN();
        assertThat(nobody.phi()).isNaN();
        assertThat(nobody.withoutEmpty()).isSameAs(nobody);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossTable.of(new int[] {1, 2}, new int[] {1}))
                .withMessageContaining("equally long");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossTable.of(new int[] {1, -2}))
                .withMessageContaining("-2");
        assertThatIllegalArgumentException().isThrownBy(CrossTable::of).withMessageContaining("rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FisherExact.withDefaults().test(CrossTable.of(new int[] {1, 2, 3}, new int[] {1, 2, 3})))
                .withMessageContaining("2 x 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossTable.of(List.of("a", "x"), List.of("a", "b"), List.of("c", "c"), List.of("c")))
                .withMessageContaining("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.EXACT.test(-1, 2))
                .withMessageContaining("-1");
    }

    @Test
    void categoriesAreCountedInTheOrderOfTheirNames() {
        CrossTable table = CrossTable.of(
                List.of("yes", "no", "yes", "yes"),
                List.of("no", "yes"),
                List.of("low", "low", "high", "low"),
                List.of("low", "high"));
        assertThat(table).hasToString("[[1, 0], [2, 1]]");
    }

    @Test
    void classificationsAreCountedWhereTheyPart() {
        boolean[] truth = {true, true, false, false, true};
        boolean[] first = {true, false, false, true, true};
        boolean[] second = {false, false, true, true, true};
        assertThat(McNemar.EXACT.test(first, second, truth)).isEqualTo(McNemar.EXACT.test(2, 0));
        assertThat(McNemar.UNCORRECTED.test(second, first, truth)).isEqualTo(McNemar.UNCORRECTED.test(0, 2));
    }

    @TestFactory
    Stream<DynamicTest> correlationsOfTooLittleAreNaN() {
        return Stream.of(Coefficient.values())
                .map(coefficient -> DynamicTest.dynamicTest(coefficient.name(), () -> {
                    Correlation correlation = Correlation.of(coefficient);
                    assertThat(correlation.test(new double[0], new double[0]).coefficient())
                            .isNaN();
                    assertThat(correlation
                                    .test(new double[] {1}, new double[] {2})
                                    .coefficient())
                            .isNaN();
                    assertThat(correlation
                                    .test(new double[] {1, 1, 1}, new double[] {2, 3, 4})
                                    .pValue())
                            .isNaN();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> correlation.test(new double[] {1, 2}, new double[] {1}));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> correlation.test(new double[] {1, Double.NaN}, new double[] {1, 2}))
                            .withMessageContaining("NaN");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() ->
                                    correlation.test(new double[] {1, Double.POSITIVE_INFINITY}, new double[] {1, 2}))
                            .withMessageContaining("Infinity");
                }));
    }

    @Test
    void anEmptySampleHasNoDistance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KolmogorovSmirnov.test(new double[0], new double[] {1}))
                .withMessageContaining("0 and 1");
        boolean[] positive = {true, false, true, false};
        assertThat(KolmogorovSmirnov.test(new double[] {1, 1, 1, 1}, positive).pValue())
                .isEqualTo(1);
    }

    @Test
    void manyValuesTakeTheLimitWhichIsNearTheExactOne() {
        double[] x = new Random(1).doubles(99).toArray();
        double[] y = new Random(2).doubles(101).map(v -> v * 0.8).toArray();
        double[] more = Arrays.copyOf(y, 102);
        more[101] = 0.4;
        KolmogorovSmirnov.Result exact = KolmogorovSmirnov.test(x, y);
        KolmogorovSmirnov.Result limit = KolmogorovSmirnov.test(x, more);
        assertThat(exact.isExact()).isTrue();
        assertThat(limit.isExact()).isFalse();
        assertThat(limit.pValue()).isBetween(exact.pValue() / 2, exact.pValue() * 2);
    }

    @Property(tries = 60)
    void theDistanceHasTheProbabilityThatCountingAllPartitionsGives(
            @ForAll @IntRange(min = 1, max = 5) int m, @ForAll @IntRange(min = 1, max = 5) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] pooled = new double[m + n];
        Arrays.setAll(pooled, i -> random.nextInt(4));
        double found = KolmogorovSmirnov.test(Arrays.copyOf(pooled, m), Arrays.copyOfRange(pooled, m, m + n))
                .statistic();
        int all = 0;
        int asFar = 0;
        for (int chosen = 0; chosen < 1 << m + n; chosen++) {
            if (Integer.bitCount(chosen) == m) {
                all++;
                asFar += distance(pooled, chosen, m, n) >= found - 1e-12 ? 1 : 0;
            }
        }
        double p = KolmogorovSmirnov.test(Arrays.copyOf(pooled, m), Arrays.copyOfRange(pooled, m, m + n))
                .pValue();
        assertThat(p).isCloseTo(asFar / (double) all, within(1e-12));
    }

    private static double distance(double[] pooled, int chosen, int m, int n) {
        double largest = 0;
        for (double at : pooled) {
            double first = 0;
            double second = 0;
            for (int i = 0; i < pooled.length; i++) {
                if (pooled[i] <= at) {
                    first += chosen >> i & 1;
                    second += 1 - (chosen >> i & 1);
                }
            }
            largest = Math.max(largest, Math.abs(first / m - second / n));
        }
        return largest;
    }
}
