package io.github.radiomics4j.discretize;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;
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
 * What do exact edges cost: one multiplication corrected against the edges beside it (the library), a binary search in a
 * table of edges, or the bare quotient, which puts intensities near an edge where PyRadiomics does not?
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DiscretizationBenchmark {
    /** Voxels in the lesion, about. */
    @Param({"25000", "100000"})
    public int voxels;

    /** Number of gray levels. */
    @Param({"40", "200"})
    public int levels;

    private RegionOfInterest region;
    private double[] intensities;
    private double minimum;
    private double width;

    /** Builds the phantom. */
    @Setup
    public void build() {
        double scale = Math.cbrt(voxels / (0.163 * 64 * 60 * 50));
        Size size = new Size((int) (64 * scale), (int) (60 * scale), (int) (50 * scale));
        Grid grid = new Grid(size, new Spacing(1, 1, 1), new Point(0, 0, 0), Direction.IDENTITY);
        region = RegionOfInterest.of(IntegerPhantom.mask(grid), 1);
        intensities = region.intensities(IntegerPhantom.image(grid, 7));
        for (int i = 0; i < intensities.length; i++) {
            intensities[i] = intensities[i] / 7 - 40;
        }
        minimum = Arrays.stream(intensities).min().orElseThrow();
        width = (Arrays.stream(intensities).max().orElseThrow() - minimum) / levels;
    }

    /** The library, range and checks included. */
    @Benchmark
    public GrayLevels corrected() {
        return new FixedBinWidth(width).apply(region, intensities);
    }

    /** A binary search for each voxel. */
    @Benchmark
    public int[] binarySearch() {
        double first = minimum - (minimum % width + width) % width;
        double[] edges = new double[levels + 3];
        Arrays.setAll(edges, k -> first + k * width);
        int[] out = new int[intensities.length];
        for (int i = 0; i < out.length; i++) {
            int found = Arrays.binarySearch(edges, intensities[i]);
            out[i] = found >= 0 ? found + 1 : -found - 1;
        }
        return out;
    }

    /** The quotient alone. */
    @Benchmark
    public int[] quotient() {
        double first = minimum - (minimum % width + width) % width;
        int[] out = new int[intensities.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) ((intensities[i] - first) / width) + 1;
        }
        return out;
    }
}
