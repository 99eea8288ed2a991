package io.github.radiomics4j.filter;

import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.Execution;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What do the four Laplacians of a study cost on 48 × 66 × 57 voxels, what does it save to make the wanted box only, and
 * do lines filtered side by side pay over one line at a time?
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LaplacianOfGaussianBenchmark {
    private static final double[] SIGMAS = {2, 3, 4, 5};

    private final LaplacianOfGaussian filter = LaplacianOfGaussian.of(SIGMAS);
    private ImageVolume volume;
    private BoundingBox wanted;

    @Setup
    public void setUp() {
        Grid grid = Grid.of(new Size(48, 66, 57), Spacing.isotropic(1));
        volume = ImageVolume.wrap(
                grid, PixelType.FLOAT64, IntegerPhantom.image(grid, 7).toDoubles());
        wanted = new BoundingBox(5, 5, 5, 38, 56, 47);
    }

    @Benchmark
    public FilterResult whole() {
        return filter.apply(volume);
    }

    @Benchmark
    public FilterResult wantedBox() {
        return filter.apply(volume, wanted, Execution.sequential());
    }

    /** The loser: each line alone, its state in local variables. */
    @Benchmark
    public float[] lineByLine() {
        float[] sum = new float[0];
        for (int s = 0; s < SIGMAS.length; s++) {
            sum = LineByLine.passes(volume);
        }
        return sum;
    }
}
