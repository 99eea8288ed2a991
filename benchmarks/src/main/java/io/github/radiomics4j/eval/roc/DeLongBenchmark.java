package io.github.radiomics4j.eval.roc;

import java.util.Arrays;
import java.util.Comparator;
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
 * How are placements found fastest: by sorting each class, by ranks of all cases together, or, for few cases, by comparing
 * all pairs? One area with its variance; 29 of 40 cases are positive.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DeLongBenchmark {
    @Param({"40", "1000", "100000"})
    int cases;

    private double[] scores;
    private boolean[] positive;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        scores = new double[cases];
        positive = new boolean[cases];
        for (int i = 0; i < cases; i++) {
            positive[i] = i % 40 < 29;
            double sum = positive[i] ? 1 : 0;
            for (int k = 0; k < 4; k++) {
                sum += random.nextDouble();
            }
            scores[i] = Math.rint(sum * 1e4) / 1e4;
        }
    }

    @Benchmark
    public AucEstimate placements() {
        return DeLong.withDefaults().estimate(scores, positive);
    }

    /** A loser from some thousand cases on: the same, but each search goes through the whole class, far apart in memory. */
    @Benchmark
    public double[] searchInTheWholeClass() {
        double[][] classes = Placements.byClass(scores, positive);
        double[] negatives = classes[0].clone();
        double[] positives = classes[1].clone();
        Arrays.sort(negatives);
        Arrays.sort(positives);
        double[] v10 = among(negatives, classes[1]);
        double[] v01 = among(positives, classes[0]);
        Arrays.setAll(v01, j -> v10.length - v01[j]);
        return result(v10, v01);
    }

    private static double[] among(double[] sorted, double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (below(sorted, values[i]) + below(sorted, Math.nextUp(values[i]))) / 2.0;
        }
        return out;
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A loser from some hundred cases on: DeLong's formula as it is written, all pairs of a positive and a negative case. */
    @Benchmark
    public double[] allPairs() {
        double[][] classes = Placements.byClass(scores, positive);
        double[] v10 = new double[classes[1].length];
        double[] v01 = new double[classes[0].length];
        for (int i = 0; i < v10.length; i++) {
            double own = classes[1][i];
            for (int j = 0; j < v01.length; j++) {
                double other = classes[0][j];
                double psi = own > other ? 1 : own == other ? 0.5 : 0;
                v10[i] += psi;
                v01[j] += psi;
            }
        }
        return result(v10, v01);
    }

    /** A loser: mid-ranks of all cases by a sort of their places, less those within each class (Sun and Xu as written). */
    @Benchmark
    public double[] ranksBySortedPlaces() {
        double[][] classes = Placements.byClass(scores, positive);
        double[] all = new double[cases];
        System.arraycopy(classes[1], 0, all, 0, classes[1].length);
        System.arraycopy(classes[0], 0, all, classes[1].length, classes[0].length);
        double[] ofAll = midRanks(all);
        double[] ofPositives = midRanks(classes[1]);
        double[] ofNegatives = midRanks(classes[0]);
        double[] v10 = new double[classes[1].length];
        double[] v01 = new double[classes[0].length];
        Arrays.setAll(v10, i -> ofAll[i] - ofPositives[i]);
        Arrays.setAll(v01, j -> v10.length - (ofAll[v10.length + j] - ofNegatives[j]));
        return result(v10, v01);
    }

    private static double[] midRanks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + end + 1) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    /** Area and variance of placements that are counted in cases of the other class. */
    private static double[] result(double[] v10, double[] v01) {
        double auc = Arrays.stream(v10).sum() / v10.length / v01.length;
        double variance = variance(v10, v01.length) / v10.length + variance(v01, v10.length) / v01.length;
        return new double[] {auc, variance};
    }

    private static double variance(double[] values, double scale) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1) / scale / scale;
    }
}
