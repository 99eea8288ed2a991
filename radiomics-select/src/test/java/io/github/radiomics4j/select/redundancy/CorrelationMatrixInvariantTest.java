package io.github.radiomics4j.select.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.select.univariate.TrainingRows;
import io.github.radiomics4j.table.FeatureTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CorrelationMatrixInvariantTest {

    /** Columns of whole numbers, so that values tie; some are sums of others. */
    static FeatureTable table(int cases, int columns, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[columns][cases];
        List<String> names = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            names.add("x" + j);
            for (int i = 0; i < cases; i++) {
                double own = random.nextInt(9);
                values[j][i] = j > 0 && j % 3 == 0 ? 4 * values[j - 1][i] + own : own;
            }
            values[j][0] = 11; // none is constant
            values[j][1] = 12;
        }
        return TrainingRows.table(names, values);
    }

    @Property(tries = 60)
    void productsAreThoseOfThePlainLoopBitByBit(
            @ForAll @IntRange(min = 1, max = 40) int cases,
            @ForAll @IntRange(min = 1, max = 600) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] x = new double[cases][columns];
        for (double[] row : x) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        double[][] fast = lower(columns);
        SymmetricProducts.add(x, fast, Execution.sequential());
        assertThat(fast).isDeepEqualTo(naiveProducts(x, columns));
    }

    private static double[][] naiveProducts(double[][] x, int columns) {
        double[][] sums = lower(columns);
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < i; j++) {
                for (double[] row : x) {
                    sums[i][j] += row[i] * row[j];
                }
            }
        }
        return sums;
    }

    private static double[][] lower(int size) {
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[i];
        }
        return rows;
    }

    @Property(tries = 40)
    void anyNumberOfThreadsGivesTheSameBits(
            @ForAll CorrelationKind kind,
            @ForAll @IntRange(min = 2, max = 90) int columns,
            @ForAll @IntRange(min = 1, max = 4) int threads,
            @ForAll long seed) {
        FeatureTable table = table(30, columns, seed);
        CorrelationMatrix expected = CorrelationMatrix.of(table, kind);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CorrelationMatrix found = CorrelationMatrix.of(table, kind, Execution.on(pool));
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < columns; j++) {
                    assertThat(found.r(i, j)).isEqualTo(expected.r(i, j));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Property(tries = 200)
    void correlationsAreThoseOfTheirDefinition(
            @ForAll CorrelationKind kind, @ForAll @IntRange(min = 2, max = 60) int cases, @ForAll long seed) {
        FeatureTable table = table(cases, 7, seed);
        CorrelationMatrix found = CorrelationMatrix.of(table, kind);
        for (String i : table.columnNames()) {
            for (String j : table.columnNames()) {
                double expected = i.equals(j) ? 1 : defined(kind, table.column(i), table.column(j));
                assertThat(found.r(i, j)).isCloseTo(expected, within(1e-13));
            }
        }
    }

    private static double defined(CorrelationKind kind, double[] x, double[] y) {
        return switch (kind) {
            case PEARSON -> pearson(x, y);
            case SPEARMAN -> pearson(ranks(x), ranks(y));
            case KENDALL -> kendall(x, y);
        };
    }

    private static double pearson(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / y.length;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double[] ranks(double[] x) {
        double[] ranks = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (double other : x) {
                ranks[i] += other < x[i] ? 1 : other == x[i] ? 0.5 : 0;
            }
        }
        return ranks;
    }

    private static double kendall(double[] x, double[] y) {
        double difference = 0;
        double inX = 0;
        double inY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                difference += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                inX += x[i] != x[j] ? 1 : 0;
                inY += y[i] != y[j] ? 1 : 0;
            }
        }
        return difference / Math.sqrt(inX * inY);
    }

    @Property(tries = 200)
    void noRuleKeepsAPairAboveTheCutoffAndNoneDropsWhatStandsAlone(
            @ForAll KeepRule rule,
            @ForAll CorrelationKind kind,
            @ForAll @IntRange(min = 3, max = 40) int cases,
            @ForAll @IntRange(max = 9) int tenths,
            @ForAll long seed) {
        FeatureTable table = table(cases, 20, seed);
        double cutoff = tenths / 10.0;
        CorrelationMatrix r = CorrelationMatrix.of(table, kind);
        boolean[] keep = rule.keep(r, r.above(cutoff), pValues(20, seed));
        for (int i = 0; i < keep.length; i++) {
            boolean isAlone = true;
            for (int j = 0; j < keep.length; j++) {
                if (j != i) {
                    boolean isAbove = Math.abs(r.r(i, j)) > cutoff;
                    isAlone &= !isAbove;
                    assertThat(isAbove && keep[i] && keep[j]).isFalse();
                }
            }
            assertThat(!isAlone || keep[i]).isTrue();
        }
    }

    private static double[] pValues(int count, long seed) {
        return new Random(seed).doubles(count).toArray();
    }

    /** Rules that look at the order of columns only where other things are equal. */
    @Property(tries = 100)
    void theOrderOfColumnsChangesNoSet(@ForAll @IntRange(min = 5, max = 40) int cases, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] values = new double[15][cases];
        List<String> names = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            names.add("x" + j);
            for (int i = 0; i < cases; i++) {
                values[j][i] = random.nextGaussian() + (j % 3 == 0 ? 0 : 2 * values[j - 1][i]);
            }
        }
        boolean[] positive = new boolean[cases];
        for (int i = 0; i < cases; i++) {
            positive[i] = i % 2 == 0;
        }
        FeatureTable table = TrainingRows.table(names, values);
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        for (KeepRule rule : List.of(
                KeepRule.KEEP_MORE_SIGNIFICANT,
                KeepRule.GREEDY_MAX_DEGREE,
                KeepRule.CARET_EXACT,
                KeepRule.CARET_FAST)) {
            CorrelationFilter filter = CorrelationFilter.pearson(0.7).withRule(rule);
            var outcome = TrainingRows.outcome(positive);
            assertThat(filter.select(table.columns(shuffled), outcome).kept())
                    .containsExactlyInAnyOrderElementsOf(
                            filter.select(table, outcome).kept());
        }
    }
}
