package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.Resampling.Resampled;
import io.github.radiomics4j.preprocess.WindowedSinc.Window;
import io.github.radiomics4j.run.Execution;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The fast kernels against their naive twins, on grids of any size, spacing and shift. */
class ResamplingInvariantTest {

    @Property(tries = 60)
    void splineEqualsItsNaiveTwin(
            @ForAll @IntRange(min = 1, max = 70) int nx,
            @ForAll @IntRange(min = 1, max = 24) int ny,
            @ForAll @IntRange(min = 1, max = 9) int nz,
            @ForAll @DoubleRange(min = 0.3, max = 3) double step,
            @ForAll @DoubleRange(min = -1, max = 12) double shift,
            @ForAll boolean oblique) {
        Grid input = grid(nx, ny, nz, oblique);
        ImageVolume image = asDoubles(IntegerPhantom.image(input, 5));
        Grid output = output(input, step, shift);
        double[] fast = BSpline.resample(image, output, image.type(), Execution.sequential());
        double[] naive = NaiveInterpolation.spline(image, output);
        // 1e-10 of values below 1000: order of summation, and the last bits of oblique indices.
        assertThat(fast).containsExactly(naive, within(1e-7));
    }

    @Property(tries = 40)
    void linearEqualsItsNaiveTwin(
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @DoubleRange(min = 0.3, max = 3) double step,
            @ForAll @DoubleRange(min = -1, max = 4) double shift,
            @ForAll boolean oblique) {
        Grid input = grid(n, 7, 5, oblique);
        ImageVolume image = IntegerPhantom.image(input, 5);
        Grid output = output(input, step, shift);
        assertThat(Linear.resample(image, output, Execution.sequential()))
                .containsExactly(NaiveInterpolation.linear(image, output), within(1e-9));
    }

    @Property(tries = 40)
    void nearestEqualsItsNaiveTwin(
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @DoubleRange(min = 0.3, max = 3) double step,
            @ForAll @DoubleRange(min = -1, max = 4) double shift) {
        Grid input = grid(n, 7, 5, false);
        ImageVolume image = IntegerPhantom.image(input, 5);
        Grid output = output(input, step, shift);
        assertThat(NearestNeighbor.resample(image, output, Execution.sequential()))
                .containsExactly(NaiveInterpolation.nearest(image, output));
        assertThat(NearestNeighbor.resample(Mask.of(asCounts(image)), output).sha1())
                .isEqualTo(Mask.of(PixelStore.store(
                                output, PixelType.UINT32, NaiveInterpolation.nearest(asCounts(image), output)))
                        .sha1());
    }

    @Property(tries = 12)
    void gaussianEqualsItsNaiveTwin(
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @DoubleRange(min = 0.3, max = 3) double step,
            @ForAll @DoubleRange(min = -1, max = 4) double shift,
            @ForAll boolean oblique) {
        Grid input = grid(n, 7, 5, oblique);
        ImageVolume image = asDoubles(IntegerPhantom.image(input, 5));
        Grid output = output(input, step, shift);
        // ITK's erf is good to 3e-7; the values are below 1000.
        assertThat(KernelSum.resample(image, output, GaussianKernel.forValues(input.spacing()), Execution.sequential()))
                .containsExactly(NaiveInterpolation.gaussian(image, output), within(3e-4));
    }

    @Property(tries = 12)
    void labelGaussianEqualsItsNaiveTwin(
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @DoubleRange(min = 0.3, max = 3) double step,
            @ForAll @DoubleRange(min = -1, max = 4) double shift,
            @ForAll boolean oblique) {
        Grid input = grid(n, 7, 5, oblique);
        double[] labels = IntegerPhantom.image(input, 5).toDoubles();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Math.floorMod((int) labels[i], 3);
        }
        ImageVolume image = ImageVolume.wrap(input, PixelType.FLOAT64, labels);
        Grid output = output(input, step, shift);
        assertThat(LabelGaussian.resample(image, output, Execution.sequential()))
                .containsExactly(NaiveInterpolation.labelGaussian(image, output));
    }

    @Property(tries = 30)
    void windowedSincEqualsItsNaiveTwin(
            @ForAll Window window,
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @DoubleRange(min = 0.3, max = 3) double step,
            @ForAll @DoubleRange(min = -1, max = 4) double shift,
            @ForAll boolean oblique) {
        DoubleUnaryOperator formula = switch (window) {
            case HAMMING -> t -> 0.54 + 0.46 * Math.cos(Math.PI * t / 5);
            case COSINE -> t -> Math.cos(Math.PI * t / 10);
            case WELCH -> t -> 1 - t * t / 25;
            case LANCZOS -> t -> t == 0 ? 1 : Math.sin(Math.PI * t / 5) / (Math.PI * t / 5);
            case BLACKMAN -> t -> 0.42 + 0.5 * Math.cos(Math.PI * t / 5) + 0.08 * Math.cos(2 * Math.PI * t / 5);
        };
        Grid input = grid(n, 7, 5, oblique);
        ImageVolume image = asDoubles(IntegerPhantom.image(input, 5));
        Grid output = output(input, step, shift);
        assertThat(KernelSum.resample(image, output, new WindowedSinc(window), Execution.sequential()))
                .containsExactly(NaiveInterpolation.sinc(image, output, formula), within(1e-8));
    }

    /** Axis by axis and settled, or one sum a voxel: what an integer image becomes is the same. */
    @Property(tries = 20)
    void integersDoNotDependOnTheOrderOfSummation(
            @ForAll boolean gaussian, @ForAll Window window, @ForAll @IntRange(min = 50, max = 300) int percent) {
        Grid grid = Grid.of(new Size(24, 20, 12), Spacing.isotropic(1));
        double[] steps = new double[(int) grid.size().voxelCount()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i % 24 < 12 ? -1000 : 77;
        }
        ImageVolume image = PixelStore.store(grid, PixelType.INT16, steps);
        Grid output = new Grid(
                new Size(20, 15, 9),
                new Spacing(percent / 100.0, 1.5, 1.5),
                new Point(-1, 0.25, 0.5),
                Direction.IDENTITY);
        AxisKernel kernel = gaussian ? GaussianKernel.forValues(grid.spacing()) : new WindowedSinc(window);
        double[] fast = KernelSum.resample(image, output, kernel, Execution.sequential());
        IndexMap map = new IndexMap(output, grid);
        InputBox box = InputBox.of(map, grid, 6);
        KernelPlaces places = new KernelPlaces(kernel, map, box, output.size(), new KernelTaps[0]);
        double[] values = image.toDoubles(box.box());
        int nx = output.size().x();
        for (int at = 0; at < fast.length; at++) {
            double expected = places.read(at / nx, at % nx)
                    ? kernel.evaluate(
                            values, box.box().sizeX(), box.box().sizeY(), places.weights(), places.positions())
                    : 0;
            assertThat((long) fast[at]).isEqualTo((long) expected);
        }
    }

    @Property(tries = 200)
    void errorFunctionIsThatOfItkToThreeTenMillionths(@ForAll @DoubleRange(min = -4, max = 4) double x) {
        assertThat(ErrorFunction.of(x)).isCloseTo(NaiveInterpolation.erf(x), within(3e-7));
        assertThat(ErrorFunction.of(-x)).isEqualTo(-ErrorFunction.of(x));
    }

    /** A box far from the border of a long image is filtered alone: the same coefficients to the last bits. */
    @Property(tries = 20)
    void coefficientsOfABoxAreThoseOfTheWhole(@ForAll @IntRange(min = 60, max = 150) int start) {
        Grid input = Grid.of(new Size(260, 3, 3), Spacing.isotropic(1));
        ImageVolume image = asDoubles(IntegerPhantom.image(input, 3));
        Grid output =
                new Grid(new Size(12, 2, 2), Spacing.isotropic(0.5), new Point(start, 0.3, 0.6), Direction.IDENTITY);
        assertThat(BSpline.resample(image, output, image.type(), Execution.sequential()))
                .containsExactly(NaiveInterpolation.spline(image, output), within(1e-10));
    }

    @Property(tries = 10)
    void threadsDoNotChangeABit(
            @ForAll Interpolator interpolator, @ForAll @DoubleRange(min = 0.5, max = 3) double spacing) {
        String one = digest(interpolator, spacing, Execution.sequential());
        ExecutorService pool = Executors.newFixedThreadPool(7);
        try {
            assertThat(digest(interpolator, spacing, Execution.on(pool).withMaximumThreads(2)))
                    .isEqualTo(one);
            assertThat(digest(interpolator, spacing, Execution.on(pool).withMaximumThreads(8)))
                    .isEqualTo(one);
        } finally {
            pool.shutdown();
        }
    }

    private static String digest(Interpolator interpolator, double spacing, Execution execution) {
        Resampled r = Resampling.to(spacing, spacing, spacing)
                .withInterpolator(interpolator)
                .apply(IntegerPhantom.B.image(), IntegerPhantom.B.mask(), 1, execution);
        return r.image().sha1() + r.mask().sha1();
    }

    private static Grid grid(int nx, int ny, int nz, boolean oblique) {
        double c = Math.cos(0.3);
        double s = Math.sin(0.3);
        return new Grid(
                new Size(nx, ny, nz),
                new Spacing(0.7, 1.1, 2.3),
                new Point(-3.5, 12.25, 100.125),
                oblique ? new Direction(c, -s, 0, s, c, 0, 0, 0, -1) : Direction.IDENTITY);
    }

    /** A grid without ties: shift and step have two decimals, the voxels never lie halfway between two others. */
    private static Grid output(Grid input, double step, double shift) {
        double off = 1 / 30_000.0;
        return new Grid(
                new Size(9, 8, 6),
                new Spacing(step, step * 0.9, step * 1.3),
                input.toPhysical(shift + off, shift * 0.4 + off, shift * 0.1 - 0.05 + off),
                input.direction());
    }

    private static ImageVolume asDoubles(ImageVolume image) {
        return ImageVolume.wrap(image.grid(), PixelType.FLOAT64, image.toDoubles());
    }

    private static ImageVolume asCounts(ImageVolume image) {
        return PixelStore.store(image.grid(), PixelType.UINT16, image.toDoubles());
    }
}
