package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.RegionOfInterest;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What do NumPy's pairwise sums over an array of powers cost, against four running sums or a compensated one? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MomentsBenchmark {
    @Param({"2000", "31264", "312640"})
    int voxels;

    private double[] values;

    @Setup
    public void setUp() {
        double[] phantom = RegionOfInterest.of(IntegerPhantom.C.mask(), 1).intensities(IntegerPhantom.C.image());
        values = new double[voxels];
        Arrays.setAll(values, i -> phantom[i % phantom.length]);
    }

    @Benchmark
    public Moments pairwise() {
        return Moments.of(values);
    }

    /** A loser: as many additions in a row as there are voxels, each waiting for the last, and n times the rounding. */
    @Benchmark
    public Moments running() {
        int n = values.length;
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / n;
        double absolute = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double v : values) {
            double d = v - mean;
            double d2 = d * d;
            absolute += Math.abs(d);
            second += d2;
            third += d2 * d;
            fourth += d2 * d2;
        }
        return new Moments(mean, second / n, third / n, fourth / n, absolute / n);
    }

    /** A loser: more digits than NumPy has, so that equal voxels whose mean NumPy rounds would differ from it. */
    @Benchmark
    public double compensatedMeanAlone() {
        double sum = 0;
        double lost = 0;
        for (double v : values) {
            double next = sum + v;
            lost += Math.abs(sum) >= Math.abs(v) ? (sum - next) + v : (v - next) + sum;
            sum = next;
        }
        return (sum + lost) / values.length;
    }
}
