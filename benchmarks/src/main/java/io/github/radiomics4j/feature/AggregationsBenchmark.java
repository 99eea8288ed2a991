package io.github.radiomics4j.feature;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.texture.Aggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** What do all 24 texture families of IBSI cost together, and how much of it is saved by counting once? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class AggregationsBenchmark {
    /** Voxels along x; the lesion has a sixth of the grid. */
    @Param({"50", "85"})
    public int side;

    private final List<TextureFamily> families = Arrays.stream(Aggregation.values())
            .flatMap(aggregation -> TextureFamily.allOf(aggregation).stream())
            .distinct()
            .toList();

    private RegionOfInterest voxels;
    private ImageVolume image;

    /** Builds the phantom. */
    @Setup
    public void build() {
        Grid grid = Grid.of(new Size(side, side, side), Spacing.isotropic(1));
        voxels = RegionOfInterest.of(IntegerPhantom.mask(grid), 1);
        image = IntegerPhantom.image(grid, 7);
    }

    /** The library: one region, told what will come. */
    @Benchmark
    public List<FeatureValues> together() {
        Region region = region().expecting(families);
        List<FeatureValues> values = new ArrayList<>();
        for (TextureFamily family : families) {
            values.add(family.compute(region, family.defaultFeatures()));
        }
        return values;
    }

    /** A region for each family: everything is counted for each. */
    @Benchmark
    public List<FeatureValues> apart() {
        List<FeatureValues> values = new ArrayList<>();
        for (TextureFamily family : families) {
            values.add(family.compute(region(), family.defaultFeatures()));
        }
        return values;
    }

    private Region region() {
        return Region.of(voxels, image, new FixedBinCount(32));
    }
}
