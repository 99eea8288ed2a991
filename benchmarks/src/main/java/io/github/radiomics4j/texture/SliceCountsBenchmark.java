package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Once slices are counted one by one, are merged slices cheaper added up or counted again in the volume, and what would it
 * cost to count for each aggregation anew?
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SliceCountsBenchmark {
    private static final Neighborhood PLANE = Neighborhood.adjacent().inPlanesAcross(2);
    private static final Set<NeighborTexture> TEXTURES =
            Set.of(NeighborTexture.GLCM, NeighborTexture.GLDM, NeighborTexture.NGTDM);

    /** All three neighbor textures of each slice: what 2D needs. */
    @Benchmark
    public List<NeighborCounts> slices(LesionState lesion) {
        List<NeighborCounts> counts = new ArrayList<>();
        for (GrayLevels slice : lesion.grayLevels.slices()) {
            counts.add(NeighborCounts.of(slice, PLANE, TEXTURES));
        }
        return counts;
    }

    /** The same with one visit for each texture. */
    @Benchmark
    public List<NeighborCounts> slicesForEachTexture(LesionState lesion) {
        List<NeighborCounts> counts = new ArrayList<>();
        for (GrayLevels slice : lesion.grayLevels.slices()) {
            for (NeighborTexture texture : TEXTURES) {
                counts.add(NeighborCounts.of(slice, PLANE, Set.of(texture)));
            }
        }
        return counts;
    }

    /** The library: what 2D and 2.5D need, merged slices counted again. */
    @Benchmark
    public List<NeighborCounts> slicesAndPlanes(LesionState lesion) {
        List<NeighborCounts> counts = slices(lesion);
        counts.add(NeighborCounts.of(lesion.grayLevels, PLANE, TEXTURES));
        return counts;
    }

    /** The same, with pairs of merged slices added up from those of the slices in a table. */
    @Benchmark
    public List<Object> slicesAddedUp(LesionState lesion) {
        List<NeighborCounts> slices = slices(lesion);
        int n = lesion.grayLevels.levelCount();
        int[] sums = new int[4 * (n + 1) * (n + 1)];
        for (NeighborCounts slice : slices) {
            Glcm glcm = slice.glcm(true);
            for (int d = 0; d < 4; d++) {
                int base = d * (n + 1) * (n + 1);
                for (int cell = glcm.firstCell(d); cell < glcm.firstCell(d + 1); cell++) {
                    sums[base + (n + 1) * glcm.row(cell) + glcm.column(cell)] += glcm.count(cell);
                }
            }
        }
        return List.of(slices, sums);
    }

    /** Four aggregations of pairs alone, each counted anew. */
    @Benchmark
    public List<Glcm> pairsForEachAggregation(LesionState lesion) {
        List<Glcm> counts = new ArrayList<>();
        for (int aggregation = 0; aggregation < 2; aggregation++) {
            for (GrayLevels slice : lesion.grayLevels.slices()) {
                counts.add(Glcm.of(slice, PLANE, true));
            }
            counts.add(Glcm.of(lesion.grayLevels, PLANE, true));
        }
        return counts;
    }

    /** Distances of the whole lesion to its border. */
    @Benchmark
    public BorderDistances distances(LesionState lesion) {
        return BorderDistances.of(lesion.region, false);
    }

    /** Zones by distance, beside those by size of GlszmBenchmark. */
    @Benchmark
    public Gldzm zonesByDistance(LesionState lesion) {
        return Gldzm.of(lesion.grayLevels, Neighborhood.adjacent(), BorderDistances.of(lesion.region, false));
    }
}
