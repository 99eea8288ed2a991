package io.github.radiomics4j.filter;

import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What do local binary patterns of slices and of spheres cost for a box of 38 × 56 × 47 voxels, of integers and of floats,
 * and do samples of rows, with those in doubt done again, pay over all samples done to the bit?
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LocalBinaryPatternBenchmark {
    /** Whether voxels are 16-bit integers; else 64-bit floats. */
    @Param({"true", "false"})
    public boolean isInteger;

    private final LocalBinaryPattern2D slices = LocalBinaryPattern2D.withDefaults();
    private final LocalBinaryPattern3D spheres = LocalBinaryPattern3D.withDefaults();
    private ImageVolume volume;
    private BoundingBox wanted;

    @Setup
    public void setUp() {
        Grid grid = Grid.of(new Size(48, 66, 57), Spacing.isotropic(1));
        ImageVolume phantom = IntegerPhantom.image(grid, 7);
        volume = isInteger ? phantom : ImageVolume.of(grid, phantom.toDoubles());
        wanted = new BoundingBox(5, 5, 5, 38, 56, 47);
    }

    @Benchmark
    public FilterResult uniformPatterns() {
        return slices.apply(volume, wanted, Execution.sequential());
    }

    @Benchmark
    public FilterResult variances() {
        return slices.withMethod(LocalBinaryPattern2D.Method.VAR).apply(volume, wanted, Execution.sequential());
    }

    @Benchmark
    public FilterResult spherePatterns() {
        return spheres.apply(volume, wanted, Execution.sequential());
    }

    /** The loser: 64 taps a sample; the samples alone, without patterns and kurtosis. */
    @Benchmark
    public double sphereSamplesToTheBit() {
        Icosphere sphere = Icosphere.of(1, 1);
        MirroredSpline spline = MirroredSpline.of(volume, wanted, 1, Execution.sequential());
        double[] weights = new double[12];
        double sum = 0;
        for (int z = wanted.z(); z < wanted.z() + wanted.sizeZ(); z++) {
            for (int y = wanted.y(); y < wanted.y() + wanted.sizeY(); y++) {
                for (int x = wanted.x(); x < wanted.x() + wanted.sizeX(); x++) {
                    for (int v = 0; v < sphere.count(); v++) {
                        sum += spline.at(x + sphere.z()[v], y + sphere.y()[v], z + sphere.x()[v], weights);
                    }
                }
            }
        }
        return sum;
    }
}
