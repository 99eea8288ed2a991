package io.github.radiomics4j.eval.hypothesis;

import io.github.radiomics4j.eval.Interval;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of independence, as R's {@code fisher.test}. Given its margins, the first cell x of a 2 × 2 table has
 * the density f(x; ω) ∝ h(x) ωˣ with the hypergeometric h and the odds ratio ω. The two-sided p-value sums all tables that
 * are at most (1 + 10⁻⁷) times as probable as the one found, since equal ones may differ in their last digits. The odds
 * ratio is the conditional estimate, at which E(x) is the x found, not ad / bc; the interval has
 * P(X ≥ x; lower) = P(X ≤ x; upper) = half of the error. Fisher (1935), doi 10.2307/2342435.
 *
 * @param alternative of the p-value: {@link Alternative#LESS} is ω &lt; 1
 * @param level of the interval, which has two sides whatever the alternative
 */
public record FisherExact(Alternative alternative, double level) {
    private static final double TIE = 1 + 1e-7;

    /** Checks the level. */
    public FisherExact {
        Objects.requireNonNull(alternative, "alternative");
        Interval.requireLevel(level);
    }

    /** Returns R's defaults: two-sided, 95 %. */
    public static FisherExact withDefaults() {
        return new FisherExact(Alternative.TWO_SIDED, 0.95);
    }

    /** Returns a copy against another alternative. */
    public FisherExact withAlternative(Alternative alternative) {
        return new FisherExact(alternative, level);
    }

    /** Returns a copy with another confidence level. */
    public FisherExact withLevel(double level) {
        return new FisherExact(alternative, level);
    }

    /**
     * What the test found.
     *
     * @param pValue of independence
     * @param oddsRatio 0 or infinite where x is at an end of its range, 0 where that is one value
     * @param interval of the odds ratio
     */
    public record Result(double pValue, double oddsRatio, Interval interval) {}

    /**
     * Tests a 2 × 2 table.
     *
     * @throws IllegalArgumentException if it is not 2 × 2: {@link #pValue(CrossTable)}
     */
    public Result test(CrossTable table) {
        table.requireTwoByTwo();
        int x = table.count(0, 0);
        long[] rows = table.rowTotals();
        long[] columns = table.columnTotals();
        HypergeometricDistribution h = HypergeometricDistribution.of(
                Math.toIntExact(table.total()), Math.toIntExact(rows[0]), Math.toIntExact(columns[0]));
        int low = h.getSupportLowerBound();
        double[] logs = new double[h.getSupportUpperBound() - low + 1];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = h.logProbability(low + i);
        }
        int at = x - low;
        double p = switch (alternative) {
            case TWO_SIDED ->
                Math.min(
                        1,
                        Arrays.stream(logs)
                                .map(Math::exp)
                                .filter(one -> one <= Math.exp(logs[at]) * TIE)
                                .sorted()
                                .sum());
            case LESS -> sum(logs, 0, 0, at);
            case GREATER -> sum(logs, 0, at, logs.length - 1);
        };
        double half = (1 - level) / 2;
        boolean isLeast = at == 0;
        boolean isMost = at == logs.length - 1;
        double ratio = isLeast ? 0 : isMost ? Double.POSITIVE_INFINITY : solve(log -> mean(logs, log) - at);
        double lower = isLeast ? 0 : solve(log -> sum(logs, log, at, logs.length - 1) - half);
        double upper = isMost ? Double.POSITIVE_INFINITY : solve(log -> half - sum(logs, log, 0, at));
        return new Result(p, ratio, new Interval(lower, upper, level));
    }

    /** Returns exp of the zero of an increasing function. */
    private static double solve(DoubleUnaryOperator increasing) {
        double reach = 1;
        while (increasing.applyAsDouble(-reach) > 0 || increasing.applyAsDouble(reach) < 0) {
            reach *= 2;
        }
        return Math.exp(new BrentSolver(1e-14, 1e-12).solve(1000, increasing::applyAsDouble, -reach, reach));
    }

    /** Returns the sum of densities from..to at a log odds ratio. */
    private static double sum(double[] logs, double logRatio, int from, int to) {
        double largest = largest(logs, logRatio);
        double all = 0;
        double part = 0;
        for (int i = 0; i < logs.length; i++) {
            double density = Math.exp(logs[i] + i * logRatio - largest);
            all += density;
            part += i >= from && i <= to ? density : 0;
        }
        return part / all;
    }

    private static double mean(double[] logs, double logRatio) {
        double largest = largest(logs, logRatio);
        double all = 0;
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double density = Math.exp(logs[i] + i * logRatio - largest);
            all += density;
            sum += i * density;
        }
        return sum / all;
    }

    private static double largest(double[] logs, double logRatio) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            largest = Math.max(largest, logs[i] + i * logRatio);
        }
        return largest;
    }

    /**
     * Returns the two-sided p-value of a table of any size.
     *
     * @return NaN where there are too many tables of these margins to go through, which R refuses too
     */
    public static double pValue(CrossTable table) {
        CrossTable full = table.withoutEmpty();
        if (full.rowCount() == 1 || full.columnCount() == 1) {
            return 1;
        }
        if (full.rowCount() == 2 && full.columnCount() == 2) {
            return withDefaults().test(full).pValue();
        }
        return new TablesOfMargins(full).pValue();
    }
}
