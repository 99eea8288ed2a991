package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.Resampling.Resampled;
import io.github.radiomics4j.run.Execution;
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
 * What do normalization and resampling of a slice stack cost, and does the spline pay axis by axis (12 products a voxel)
 * over one sum of 64? And the Gaussians and sincs?
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ResamplingBenchmark {
    /** New spacing along each axis, in mm. */
    @Param({"1", "2"})
    public double spacingMm;

    private ImageVolume image;
    private Mask mask;
    private ImageVolume normalized;

    @Setup
    public void setUp() {
        Grid grid = Grid.of(new Size(128, 120, 24), new Spacing(0.8, 0.8, 5));
        image = IntegerPhantom.image(grid, 7);
        // A lesion of a third of the width, in the middle.
        mask = IntegerPhantom.mask(Grid.of(new Size(42, 40, 8), grid.spacing()));
        byte[] labels = new byte[128 * 120 * 24];
        for (int z = 0; z < 8; z++) {
            for (int y = 0; y < 40; y++) {
                for (int x = 0; x < 42; x++) {
                    labels[x + 43 + 128 * (y + 40 + 120 * (z + 8))] = (byte) mask.labelAt(x, y, z);
                }
            }
        }
        mask = Mask.wrap(grid, labels);
        normalized = Normalization.withDefaults().withScale(100).apply(image);
    }

    @Benchmark
    public ImageVolume normalization() {
        return Normalization.withDefaults().withScale(100).apply(image);
    }

    @Benchmark
    public Resampled spline() {
        return resampling().apply(normalized, mask, 1, Execution.sequential());
    }

    @Benchmark
    public Resampled splineOfIntegers() {
        return resampling().apply(image, mask, 1, Execution.sequential());
    }

    @Benchmark
    public Resampled linear() {
        return resampling().withInterpolator(Interpolator.LINEAR).apply(normalized, mask, 1, Execution.sequential());
    }

    @Benchmark
    public Resampled gaussian() {
        return resampling().withInterpolator(Interpolator.GAUSSIAN).apply(normalized, mask, 1, Execution.sequential());
    }

    @Benchmark
    public Resampled labelGaussian() {
        return resampling().withInterpolator(Interpolator.LABEL_GAUSSIAN).apply(image, mask, 1, Execution.sequential());
    }

    @Benchmark
    public Resampled windowedSinc() {
        return resampling()
                .withInterpolator(Interpolator.LANCZOS_WINDOWED_SINC)
                .apply(normalized, mask, 1, Execution.sequential());
    }

    /** The loser: 1000 products for each voxel. */
    @Benchmark
    public double[] windowedSincByThousandProducts() {
        Grid grid = resampling()
                .apply(normalized, mask, 1, Execution.sequential())
                .image()
                .grid();
        AxisKernel kernel = new WindowedSinc(WindowedSinc.Window.LANCZOS);
        IndexMap map = new IndexMap(grid, normalized.grid());
        InputBox box = InputBox.of(map, normalized.grid(), kernel.reach() + 1);
        double[] values = normalized.toDoubles(box.box());
        KernelPlaces places = new KernelPlaces(kernel, map, box, grid.size(), KernelPlaces.tables(kernel, map, box));
        int nx = grid.size().x();
        double[] out = new double[(int) grid.size().voxelCount()];
        for (int at = 0; at < out.length; at++) {
            if (places.read(at / nx, at % nx)) {
                out[at] = kernel.evaluate(
                        values, box.box().sizeX(), box.box().sizeY(), places.weights(), places.positions());
            }
        }
        return out;
    }

    /** The loser: coefficients once, then 64 products for each voxel. */
    @Benchmark
    public double[] splineBySixtyFourProducts() {
        Grid grid = resampling()
                .apply(normalized, mask, 1, Execution.sequential())
                .image()
                .grid();
        IndexMap map = new IndexMap(grid, normalized.grid());
        BSplineCoefficients spline =
                BSplineCoefficients.of(normalized, InputBox.of(map, normalized.grid(), 3), Execution.sequential());
        RowIndices rows = new RowIndices(map, grid.size());
        double[] weights = new double[12];
        int[] taps = new int[12];
        int nx = grid.size().x();
        double[] out = new double[(int) grid.size().voxelCount()];
        for (int row = 0; row < rows.count(); row++) {
            rows.read(row);
            for (int i = 0; i < nx; i++) {
                out[row * nx + i] = spline.evaluate(rows.x()[i], rows.y()[i], rows.z()[i], weights, taps);
            }
        }
        return out;
    }

    private Resampling resampling() {
        return Resampling.to(spacingMm, spacingMm, spacingMm);
    }
}
