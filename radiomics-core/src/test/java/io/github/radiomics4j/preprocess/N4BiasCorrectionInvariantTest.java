package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Correction;
import io.github.radiomics4j.run.Execution;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class N4BiasCorrectionInvariantTest {
    private static final N4BiasCorrection DEFAULTS = N4BiasCorrection.withDefaults();

    /** The field is {@code 1 + strength · s} with s a plane and a bowl, between −1 and 1. */
    @Property(tries = 25)
    void variationWithinATissueFalls(
            @ForAll @DoubleRange(min = 0.05, max = 0.5) double strength, @ForAll @IntRange(max = 10_000) int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] slope = {random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
        double bowl = random.nextDouble(-1, 1);
        double most = Math.abs(slope[0]) + Math.abs(slope[1]) + Math.abs(slope[2]) + Math.abs(bowl);
        int n = 32;
        float[] image = new float[n * n * n];
        int[] tissue = new int[image.length];
        for (int i = 0; i < image.length; i++) {
            double x = 2.0 * (i % n) / (n - 1) - 1;
            double y = 2.0 * (i / n % n) / (n - 1) - 1;
            double z = 2.0 * (i / n / n) / (n - 1) - 1;
            double r2 = x * x + y * y + z * z;
            double field = 1 + strength * (slope[0] * x + slope[1] * y + slope[2] * z + bowl * (r2 / 1.5 - 1)) / most;
            tissue[i] = r2 > 0.9 ? 0 : (i % n / 5 + i / n % n / 7 + i / n / n / 6) % 2 + 1;
            double truth = tissue[i] == 0 ? 5 : tissue[i] == 1 ? 300 : 500;
            image[i] = (float) (truth * random.nextDouble(0.98, 1.02) * field);
        }
        Correction correction = DEFAULTS.withShrink(2, 2, 2)
                .correct(ImageVolume.of(Grid.of(new Size(n, n, n), Spacing.isotropic(1)), image));
        double[] corrected = correction.corrected().toDoubles();
        double[] before = new double[image.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = image[i];
        }
        for (int t = 1; t <= 2; t++) {
            assertThat(variation(corrected, tissue, t)).isLessThan(variation(before, tissue, t));
        }
    }

    private static double variation(double[] values, int[] tissue, int wanted) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (tissue[i] == wanted) {
                sum += values[i];
                squares += values[i] * values[i];
                count++;
            }
        }
        double mean = sum / count;
        return Math.sqrt(squares / count - mean * mean) / mean;
    }

    @Property(tries = 20)
    void equalsItsNaiveTwin(
            @ForAll @IntRange(max = 10_000) int seed,
            @ForAll @IntRange(min = 6, max = 11) int nx,
            @ForAll @IntRange(min = 6, max = 11) int ny,
            @ForAll @IntRange(min = 6, max = 11) int nz,
            @ForAll boolean weighted) {
        SplittableRandom random = new SplittableRandom(seed);
        Size size = new Size(nx, ny, nz);
        float[] image = new float[(int) size.voxelCount()];
        boolean[] inside = new boolean[image.length];
        double[] weights = new double[image.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) (random.nextDouble(300, 700) + 10 * (i % size.x()));
            weights[i] = weighted ? (float) random.nextDouble(-0.2, 2) : 1;
            inside[i] = random.nextInt(10) > 2;
        }
        Grid grid = Grid.of(size, Spacing.isotropic(1));
        N4BiasCorrection options = DEFAULTS.withIterations(3, 2)
                .withConvergenceThreshold(0)
                .withHistogramBins(20)
                .withControlPoints(4, 5, 4);
        double[] found = options.correct(
                        ImageVolume.of(grid, image),
                        Optional.of(Mask.of(grid, inside)),
                        weighted ? Optional.of(ImageVolume.of(grid, weights)) : Optional.empty(),
                        Execution.sequential())
                .logBiasField()
                .toDoubles();
        boolean[] counted = new boolean[inside.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = inside[i] && weights[i] > 0;
        }
        // 32-bit logarithms, lattice and field.
        assertThat(found).containsExactly(NaiveN4.logField(options, size, image, counted, weights), within(2e-5));
    }

    @Property(tries = 5)
    void threadsChangeNoBit(@ForAll @IntRange(min = 2, max = 7) int threads) {
        N4BiasCorrection options = DEFAULTS.withIterations(5, 3);
        Correction alone = options.correct(BiasPhantom.image());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Correction shared =
                    options.correct(BiasPhantom.image(), Optional.empty(), Optional.empty(), Execution.on(pool));
            assertThat(shared.corrected().sha1()).isEqualTo(alone.corrected().sha1());
            assertThat(shared.logBiasField().sha1())
                    .isEqualTo(alone.logBiasField().sha1());
            assertThat(shared.levels()).isEqualTo(alone.levels());
        } finally {
            pool.shutdownNow();
        }
    }

    @Property(tries = 10)
    void brightnessChangesNothing(@ForAll @IntRange(min = -6, max = 6) int exponent) {
        N4BiasCorrection options = DEFAULTS.withIterations(4, 2).withConvergenceThreshold(0);
        double[] field = options.correct(BiasPhantom.image()).logBiasField().toDoubles();
        float[] scaled = BiasPhantom.values();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= (float) Math.scalb(1.0, exponent);
        }
        double[] other = options.correct(ImageVolume.of(BiasPhantom.GRID, scaled))
                .logBiasField()
                .toDoubles();
        // Logarithms have 32 bits, so a shift of them costs a digit.
        assertThat(other).containsExactly(field, within(2e-5));
    }

    @Property(tries = 30)
    void transformsAreThoseOfTheDefinition(@ForAll @IntRange(max = 8) int exponent, @ForAll int seed) {
        int length = 1 << exponent;
        SplittableRandom random = new SplittableRandom(seed);
        double[] re = random.doubles(length, -1, 1).toArray();
        double[] im = random.doubles(length, -1, 1).toArray();
        double[][] expected = NaiveN4.transform(re, im, -1);
        double[] forwardRe = re.clone();
        double[] forwardIm = im.clone();
        FourierTransform fourier = new FourierTransform(length);
        fourier.forward(forwardRe, forwardIm);
        assertThat(forwardRe).containsExactly(expected[0], within(1e-12 * length));
        assertThat(forwardIm).containsExactly(expected[1], within(1e-12 * length));
        fourier.backward(forwardRe, forwardIm);
        assertThat(forwardRe).containsExactly(re, within(1e-14 * length));
        assertThat(forwardIm).containsExactly(im, within(1e-14 * length));
    }

    /** Twice as many spans carry the same field, of each order. */
    @Property(tries = 30)
    void refinementKeepsTheField(
            @ForAll @IntRange(min = 1, max = 3) int order,
            @ForAll @IntRange(min = 1, max = 4) int spans,
            @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int points = spans + order;
        int length = points * (points + 1) * (points + 2);
        BiasLattice lattice = BiasLattice.zeros(points, points + 1, points + 2, order)
                .plus(
                        random.doubles(length, -1, 1).toArray(),
                        new SplittableRandom(1).doubles(length, 1, 2).toArray());
        Size size = new Size(7, 9, 5);
        float[] coarse = new float[(int) size.voxelCount()];
        float[] fine = new float[coarse.length];
        BiasField.evaluate(lattice, size, coarse, Execution.sequential());
        BiasField.evaluate(lattice.refined(), size, fine, Execution.sequential());
        for (int i = 0; i < fine.length; i++) {
            assertThat(fine[i]).isCloseTo(coarse[i], within(1e-5f));
        }
    }
}
