package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.RegionOfInterest;
import java.util.Arrays;
import java.util.SplittableRandom;
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

/**
 * Is it worth selecting the dozen ranks that percentiles need, over sorting all voxels? Whole numbers with many repeats, as
 * in an original image, and fractions without, as in a filtered one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class OrderStatisticsBenchmark {
    @Param({"2000", "31264", "312640"})
    int voxels;

    @Param({"whole", "fractions"})
    String kind;

    private double[] values;

    @Setup
    public void setUp() {
        double[] phantom = RegionOfInterest.of(IntegerPhantom.C.mask(), 1).intensities(IntegerPhantom.C.image());
        SplittableRandom random = new SplittableRandom(42);
        values = new double[voxels];
        Arrays.setAll(values, i -> phantom[i % phantom.length] + (kind.equals("whole") ? 0 : random.nextDouble()));
    }

    @Benchmark
    public OrderStatistics selection() {
        return OrderStatistics.of(values);
    }

    /** A loser: no buckets before it, so that it guesses wrong at every other comparison. */
    @Benchmark
    public double[] quickselect() {
        double[] arranged = values.clone();
        int n = arranged.length;
        Selection.arrange(arranged, 0, n, new int[] {0, n / 10, n / 4, n / 2, n / 4 * 3, n / 10 * 9, n - 1});
        return arranged;
    }

    /** A loser: dual-pivot quicksort of the copy that the selection works on. */
    @Benchmark
    public double[] sort() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** A loser, but the best of the sorts: the bits as sortable longs, 11 bits at a time: six passes over all voxels. */
    @Benchmark
    public double[] radixSort() {
        int n = values.length;
        long[] from = new long[n];
        long[] to = new long[n];
        int[] counts = new int[6 << 11];
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            long key = bits ^ (bits >> 63 | Long.MIN_VALUE);
            from[i] = key;
            for (int pass = 0; pass < 6; pass++) {
                counts[(pass << 11) + (int) (key >>> 11 * pass & 2047)]++;
            }
        }
        for (int pass = 0; pass < 6; pass++) {
            int sum = 0;
            for (int digit = pass << 11; digit < pass + 1 << 11; digit++) {
                int count = counts[digit];
                counts[digit] = sum;
                sum += count;
            }
            for (int i = 0; i < n; i++) {
                int digit = (pass << 11) + (int) (from[i] >>> 11 * pass & 2047);
                to[counts[digit]++] = from[i];
            }
            long[] swapped = from;
            from = to;
            to = swapped;
        }
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            long key = from[i];
            sorted[i] = Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
        }
        return sorted;
    }
}
