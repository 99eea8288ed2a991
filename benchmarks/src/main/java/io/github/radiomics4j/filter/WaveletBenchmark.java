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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What do the eight bands cost on 48 × 66 × 57 voxels, in 64 and in 32 bits, whole and for the wanted box only? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WaveletBenchmark {
    /** The pixel type. */
    @Param({"FLOAT64", "FLOAT32"})
    public PixelType type;

    private final Wavelet filter = Wavelet.withDefaults();
    private ImageVolume volume;
    private BoundingBox wanted;

    @Setup
    public void setUp() {
        Grid grid = Grid.of(new Size(48, 66, 57), Spacing.isotropic(1));
        double[] values = IntegerPhantom.image(grid, 7).toDoubles();
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        volume = type == PixelType.FLOAT32 ? ImageVolume.of(grid, narrow) : ImageVolume.of(grid, values);
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
}
