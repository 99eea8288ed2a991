package io.github.radiomics4j.intensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntensityInvariantTest {
    private enum Order {
        RANDOM,
        ASCENDING,
        DESCENDING,
        ORGAN_PIPE
    }

    @Property(tries = 300)
    void selectionPutsRanksWhereSortingDoes(@ForAll("samples") double[] values, @ForAll Random random) {
        int[] ranks = random.ints(7, 0, values.length).sorted().toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] expected =
                Arrays.stream(ranks).mapToDouble(rank -> sorted[rank]).toArray();
        assertThat(Selection.at(values, ranks)).isEqualTo(expected);
    }

    @Property(tries = 100)
    void selectionBearsAVoxelFarFromAllOthers(@ForAll("samples") double[] values, @ForAll Random random) {
        values[random.nextInt(values.length)] = random.nextBoolean() ? 1e12 : -Double.MAX_VALUE;
        selectionPutsRanksWhereSortingDoes(values, random);
    }

    @Property(tries = 200)
    void rearrangingLosesNoValue(@ForAll("samples") double[] values, @ForAll Random random) {
        int[] ranks = random.ints(7, 0, values.length).sorted().toArray();
        double[] arranged = values.clone();
        Selection.arrange(arranged, 0, arranged.length, ranks);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int rank : ranks) {
            assertThat(arranged[rank]).isEqualTo(sorted[rank]);
        }
        Arrays.sort(arranged);
        assertThat(arranged).isEqualTo(sorted);
    }

    @Property(tries = 300)
    void orderStatisticsAreThoseOfASortedArray(@ForAll("samples") double[] values) {
        OrderStatistics order = OrderStatistics.of(values);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(order.minimum()).isEqualTo(sorted[0]);
        assertThat(order.percentile10()).isEqualTo(percentile(sorted, 0.1));
        assertThat(order.percentile25()).isEqualTo(percentile(sorted, 0.25));
        assertThat(order.median()).isCloseTo(percentile(sorted, 0.5), within(1e-10));
        assertThat(order.percentile75()).isEqualTo(percentile(sorted, 0.75));
        assertThat(order.percentile90()).isEqualTo(percentile(sorted, 0.9));
        assertThat(order.maximum()).isEqualTo(sorted[sorted.length - 1]);
    }

    @Property(tries = 200)
    void robustDeviationIsThatOfTheVoxelsBetweenTheOuterPercentiles(@ForAll("samples") double[] values) {
        OrderStatistics order = OrderStatistics.of(values);
        double[] within = Arrays.stream(values)
                .filter(v -> v >= order.percentile10() && v <= order.percentile90())
                .toArray();
        double mean = Arrays.stream(within).average().orElse(Double.NaN);
        double expected =
                Arrays.stream(within).map(v -> Math.abs(v - mean)).average().orElse(Double.NaN);
        if (within.length == 0) {
            assertThat(order.robustMeanAbsoluteDeviation()).isNaN();
        } else {
            assertThat(order.robustMeanAbsoluteDeviation()).isCloseTo(expected, within(1e-10));
        }
    }

    @Property(tries = 100)
    void momentsAreThoseOfExactArithmetic(@ForAll("samples") double[] values) {
        Moments moments = Moments.of(values);
        BigDecimal n = BigDecimal.valueOf(values.length);
        BigDecimal sum = BigDecimal.ZERO;
        for (double v : values) {
            sum = sum.add(new BigDecimal(v));
        }
        BigDecimal mean = sum.divide(n, MathContext.DECIMAL128);
        double[] power = new double[5];
        for (double v : values) {
            double d = new BigDecimal(v).subtract(mean, MathContext.DECIMAL128).doubleValue();
            for (int k = 2; k <= 4; k++) {
                power[k] += Math.pow(d, k) / values.length;
            }
        }
        double sd = Math.sqrt(power[2]);
        // Values lie within 2000 of 0: the mean is rounded at 2000 · 2⁻⁵³ · log₂ N, the moments at that times their
        // order.
        assertThat(moments.mean()).isCloseTo(mean.doubleValue(), within(1e-11));
        assertThat(moments.variance()).isCloseTo(power[2], within(1e-12 * power[2] + 1e-20));
        assertThat(moments.thirdMoment()).isCloseTo(power[3], within(1e-11 * power[2] * (sd + 1)));
        assertThat(moments.fourthMoment()).isCloseTo(power[4], within(1e-11 * power[4] + 1e-20));
    }

    @Property(tries = 100)
    void addingAConstantMovesMeanAndPercentilesAndNothingElse(@ForAll("samples") double[] values) {
        double[] lifted = Arrays.stream(values).map(v -> v + 1024).toArray();
        Moments before = Moments.of(values);
        Moments after = Moments.of(lifted);
        assertThat(after.mean()).isCloseTo(before.mean() + 1024, within(1e-10));
        assertThat(after.variance()).isCloseTo(before.variance(), within(1e-9));
        assertThat(after.meanAbsoluteDeviation()).isCloseTo(before.meanAbsoluteDeviation(), within(1e-9));
        OrderStatistics order = OrderStatistics.of(values);
        OrderStatistics liftedOrder = OrderStatistics.of(lifted);
        assertThat(liftedOrder.median()).isCloseTo(order.median() + 1024, within(1e-10));
        assertThat(liftedOrder.interquartileRange()).isCloseTo(order.interquartileRange(), within(1e-10));
        assertThat(liftedOrder.range()).isCloseTo(order.range(), within(1e-10));
    }

    @Property(tries = 100)
    void energyOfTheShiftedIsThatOfTheShift(@ForAll("samples") double[] values) {
        double[] lifted = Arrays.stream(values).map(v -> v + 300).toArray();
        assertThat(Moments.energy(values, 300)).isEqualTo(Moments.energy(lifted, 0));
    }

    private static double percentile(double[] sorted, double q) {
        double rank = (sorted.length - 1) * q;
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.length - 1);
        double t = rank - below;
        double step = sorted[above] - sorted[below];
        return t >= 0.5 ? sorted[above] - step * (1 - t) : sorted[below] + step * t;
    }

    @Provide
    Arbitrary<double[]> samples() {
        Arbitrary<Integer> length = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(1, 12)),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(100, 3000)));
        // Few distinct whole numbers as in an integer image, or doubles that are all different.
        return Combinators.combine(
                        length, Arbitraries.of(1, 5, 2000, 0), Arbitraries.of(Order.values()), Arbitraries.longs())
                .as(IntensityInvariantTest::sample);
    }

    private static double[] sample(int length, int distinct, Order order, long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(length, -1000, 1000).toArray();
        if (distinct > 0) {
            Arrays.setAll(values, i -> random.nextInt(distinct) - distinct / 2);
        }
        if (order != Order.RANDOM) {
            Arrays.sort(values);
        }
        double[] sorted = values.clone();
        if (order == Order.DESCENDING) {
            Arrays.setAll(values, i -> sorted[length - 1 - i]);
        } else if (order == Order.ORGAN_PIPE) {
            Arrays.setAll(values, i -> sorted[Math.min(2 * i, 2 * (length - 1 - i) + 1) % length]);
        }
        return values;
    }
}
