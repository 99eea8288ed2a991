package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Correction;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What do ten iterations of N4 on 64³ voxels cost, and what would other ways cost: Lee's sums by 64 products for each voxel,
 * as for scattered points, with ω made anew each time; the exponential function of the library for the change of the field;
 * a deviation in two passes of 64 bits, which is faster, but another number than ITK's, by which a level ends.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class N4Benchmark {
    private static final int N = 64;
    private static final int ITERATIONS = 10;
    private static final int POINTS = 4;

    private final ImageVolume image = image();
    private final float[] changes = changes();

    private static ImageVolume image() {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[N * N * N];
        for (int i = 0; i < values.length; i++) {
            int x = i % N - N / 2;
            int y = i / N % N - N / 2;
            int z = i / N / N - N / 2;
            boolean body = x * x + y * y + z * z < N * N / 5;
            values[i] = (float) ((body ? random.nextDouble(400, 440) : random.nextDouble(5)) * (1 + 0.005 * x));
        }
        return ImageVolume.of(Grid.of(new Size(N, N, N), Spacing.isotropic(1)), values);
    }

    private static float[] changes() {
        SplittableRandom random = new SplittableRandom(8);
        float[] changes = new float[N * N * N / 2];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = (float) random.nextDouble(-0.003, 0.003);
        }
        return changes;
    }

    @Benchmark
    public Correction tenIterations() {
        return N4BiasCorrection.withDefaults()
                .withIterations(ITERATIONS)
                .withConvergenceThreshold(0)
                .correct(image);
    }

    /** The loser: the fits alone, every voxel on its own, δ and ω each time. */
    @Benchmark
    public double[] tenFitsBySixtyFourProducts() {
        LatticeAxis axis = new LatticeAxis(N, POINTS, 3);
        float[] w = axis.weights();
        double[] values = image.toDoubles();
        double[] delta = new double[POINTS * POINTS * POINTS];
        double[] omega = new double[delta.length];
        double[] products = new double[64];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] < 100) {
                    continue;
                }
                int x = LatticeAxis.TAPS * (i % N);
                int y = LatticeAxis.TAPS * (i / N % N);
                int z = LatticeAxis.TAPS * (i / N / N);
                double squares = 0;
                for (int t = 0; t < 64; t++) {
                    products[t] = w[x + t % 4] * w[y + t / 4 % 4] * w[z + t / 16];
                    squares += products[t] * products[t];
                }
                for (int t = 0; t < 64; t++) {
                    double square = products[t] * products[t];
                    omega[t] += square;
                    delta[t] += square * products[t] * values[i] / squares;
                }
            }
        }
        return delta;
    }

    @Benchmark
    public double exponentialsBySeries() {
        double sum = 0;
        for (float change : changes) {
            sum += (float) BiasFieldFit.exp(change);
        }
        return sum;
    }

    /** The loser. */
    @Benchmark
    public double exponentialsByLibrary() {
        double sum = 0;
        for (float change : changes) {
            sum += (float) Math.exp(change);
        }
        return sum;
    }

    @Benchmark
    public double deviationWithStateOf32Bits() {
        return BiasFieldFit.coefficientOfVariation(changes);
    }

    /** The loser for its numbers, not for its speed. */
    @Benchmark
    public double deviationInTwoPasses() {
        double sum = 0;
        for (float change : changes) {
            sum += change;
        }
        double mean = sum / changes.length;
        double squares = 0;
        for (float change : changes) {
            squares += (change - mean) * (change - mean);
        }
        return Math.sqrt(squares / (changes.length - 1)) / mean;
    }
}
