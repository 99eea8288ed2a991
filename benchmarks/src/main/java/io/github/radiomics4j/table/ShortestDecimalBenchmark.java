package io.github.radiomics4j.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a number in a file cost: the 1197 of a case, of many magnitudes, as text? Beside {@link
 * Double#toString(double)}, whose form is not ours and whose digits depend on the JDK, and the loser: rounding to 15, 16
 * and 17 digits until one reads back.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShortestDecimalBenchmark {
    private static final int COUNT = 1197;

    private final double[] values = new double[COUNT];

    /** Makes values of magnitude 1e-8 to 1e8. */
    @Setup
    public void makeValues() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < COUNT; i++) {
            values[i] = random.nextDouble(1, 10) * Math.pow(10, random.nextInt(-8, 8));
        }
    }

    /** The library's. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int shortestDecimal() {
        StringBuilder out = new StringBuilder();
        for (double value : values) {
            ShortestDecimal.append(out, value);
        }
        return out.length();
    }

    /** The JDK's. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int doubleToString() {
        StringBuilder out = new StringBuilder();
        for (double value : values) {
            out.append(value);
        }
        return out.length();
    }

    /** Rounds the exact value until it reads back; wrong by a unit beside some powers of two. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int roundUntilItReadsBack() {
        StringBuilder out = new StringBuilder();
        for (double value : values) {
            BigDecimal exact = new BigDecimal(value);
            int digits = 15;
            BigDecimal rounded = exact.round(new MathContext(digits));
            while (rounded.doubleValue() != value) {
                rounded = exact.round(new MathContext(++digits));
            }
            out.append(rounded);
        }
        return out.length();
    }
}
