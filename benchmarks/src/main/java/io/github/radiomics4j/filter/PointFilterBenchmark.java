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
 * What do the filters of one voxel and the gradient cost on 48 × 66 × 57 voxels, whole and for the wanted box only, and
 * what an exponential that is rounded correctly over {@link StrictMath}'s?
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PointFilterBenchmark {
    /** The key of a parameter file. */
    @Param({"Square", "SquareRoot", "Logarithm", "Exponential", "Gradient"})
    public String name;

    private ImageFilter filter;
    private ImageVolume volume;
    private BoundingBox wanted;

    @Setup
    public void setUp() {
        filter = switch (name) {
            case "Square" -> new Square();
            case "SquareRoot" -> new SquareRoot();
            case "Logarithm" -> new Logarithm();
            case "Exponential" -> new Exponential();
            default -> Gradient.withDefaults();
        };
        Grid grid = Grid.of(new Size(48, 66, 57), Spacing.isotropic(1));
        volume = ImageVolume.of(grid, IntegerPhantom.image(grid, 7).toDoubles());
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

    /** The loser: off by one in the last bit for eight numbers of a hundred. The same work for every name. */
    @Benchmark
    public double[] strictExponentials() {
        double[] values = volume.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.exp(0.005 * values[i]);
        }
        return values;
    }
}
