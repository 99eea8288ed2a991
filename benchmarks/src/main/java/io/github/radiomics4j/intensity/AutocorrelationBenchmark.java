package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
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
 * From how many voxels on do Fourier transforms beat a loop over all pairs for Moran's I and Geary's C; and what do running
 * sums gain over adding up each sphere for the intensity peaks? The lesion fills 0.163 of a cube of {@code edge} voxels.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class AutocorrelationBenchmark {
    @Param({"12", "20", "32", "64"})
    int edge;

    private RegionOfInterest region;
    private ImageVolume image;
    private PairedVoxels voxels;

    @Setup
    public void setUp() {
        Grid grid = Grid.of(new Size(edge, edge, edge), Spacing.isotropic(1));
        region = RegionOfInterest.of(IntegerPhantom.mask(grid), 1);
        image = IntegerPhantom.image(grid, 7);
        voxels = PairedVoxels.of(region, region.intensities(image));
    }

    @Benchmark
    public WeightedPairs byFourier() {
        return new DistanceConvolution(voxels, () -> {}).sums();
    }

    /** The loser, but for some hundred voxels. */
    @Benchmark
    public WeightedPairs allPairs() {
        return WeightedPairs.ofAllPairs(voxels, () -> {});
    }

    @Benchmark
    public IntensityPeaks peaksByRunningSums() {
        return IntensityPeaks.of(region, image, () -> {});
    }

    /** The loser: each sphere by itself. */
    @Benchmark
    public double peaksSphereBySphere() {
        SphereMeans means = new SphereMeans(region, image, IntensityPeaks.RADIUS_MM, () -> {});
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < region.voxelCount(); i++) {
            largest = Math.max(largest, means.mean(i));
        }
        return largest;
    }
}
