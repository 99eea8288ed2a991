package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.PresentLevels;
import io.github.radiomics4j.run.Execution;
import java.util.EnumSet;
import java.util.Set;
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
 * Does one visit of the neighbors beat three; are pairs counted faster in full matrices or row by row; and would whole
 * rows of the box, which the compiler can vectorize, beat the voxels of the region?
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class NeighborSweepBenchmark {
    private static final Neighborhood ADJACENT = Neighborhood.adjacent();
    private static final Set<NeighborTexture> ALL =
            EnumSet.of(NeighborTexture.GLCM, NeighborTexture.GLDM, NeighborTexture.NGTDM);

    private int[] steps;
    private int[] same;
    private int[] sums;
    private int[] packed;
    private int[] scratch;
    private PresentLevels present;
    private int[] ranks;
    private int[] levels;

    /** Makes the scratch arrays. */
    @Setup
    public void makeScratch(LesionState lesion) {
        steps = ADJACENT.steps(lesion.region);
        same = new int[lesion.bordered.length];
        sums = new int[lesion.bordered.length];
        packed = new int[lesion.bordered.length];
        scratch = new int[lesion.bordered.length];
        present = lesion.grayLevels.present();
        ranks = present.ranks();
        levels = present.levels();
    }

    /** The library: one visit for three textures. */
    @Benchmark
    public NeighborCounts together(LesionState lesion) {
        return NeighborCounts.of(lesion.grayLevels, ADJACENT, ALL);
    }

    /** Three visits. */
    @Benchmark
    public Object[] oneByOne(LesionState lesion) {
        return new Object[] {
            Glcm.of(lesion.grayLevels, ADJACENT, true),
            Gldm.of(lesion.grayLevels, ADJACENT),
            Ngtdm.of(lesion.grayLevels, ADJACENT)
        };
    }

    /** Pairs alone, in full matrices. */
    @Benchmark
    public Glcm.CellList pairsInFullMatrices(LesionState lesion) {
        int n = lesion.grayLevels.levelCount();
        int[] matrices = new int[13 * (n + 1) * (n + 1)];
        NeighborSweep.count(lesion.bordered, lesion.positions, ranks, steps, n, matrices, null, null, same, same);
        return DensePairs.cells(matrices, levels, n, true);
    }

    /** Pairs alone, row by row. */
    @Benchmark
    public Glcm.CellList pairsRowByRow(LesionState lesion) {
        return new SparsePairs(lesion.positions, present, present.bordered())
                .cells(steps, true, Execution.sequential());
    }

    /** Dependences and differences by the voxels of the region, as in the library. */
    @Benchmark
    public double[] aroundVoxels(LesionState lesion) {
        int rows = levels.length;
        double[] differences = new double[rows];
        NeighborSweep.count(
                lesion.bordered,
                lesion.positions,
                ranks,
                steps,
                lesion.grayLevels.levelCount(),
                null,
                new int[27 * rows],
                differences,
                new int[rows],
                new int[rows]);
        return differences;
    }

    /** The same by rows of the box: sums of 3 × 3 × 3 along one axis after the other, equality direction by direction. */
    @Benchmark
    public double[] aroundRowsOfTheBox(LesionState lesion) {
        int[] bordered = lesion.bordered;
        int strideY = lesion.region.strideY();
        int strideZ = lesion.region.strideZ();
        int from = strideZ + strideY + 1;
        int to = bordered.length - from;
        for (int v = 0; v < bordered.length; v++) {
            packed[v] = bordered[v] | Math.min(bordered[v], 1) << 26;
        }
        addNeighbors(packed, scratch, 1);
        addNeighbors(scratch, sums, strideY);
        addNeighbors(sums, scratch, strideZ);
        java.util.Arrays.fill(same, 0);
        for (int step : steps) {
            addEqual(bordered, same, step, from, to);
            addEqual(bordered, same, -step, from, to);
        }
        int rows = levels.length;
        int[] dependences = new int[27 * rows];
        double[] differences = new double[rows];
        int[] voxels = new int[rows];
        for (int i = 0; i < lesion.positions.length; i++) {
            int v = lesion.positions[i];
            int around = scratch[v] - packed[v];
            int neighbors = around >>> 26;
            int rank = ranks[i];
            dependences[27 * rank + same[v]]++;
            voxels[rank]++;
            if (neighbors > 0) {
                differences[rank] += Math.abs(bordered[v] - (double) (around & (1 << 26) - 1) / neighbors);
            }
        }
        return differences;
    }

    private static void addNeighbors(int[] in, int[] out, int step) {
        for (int v = step; v < in.length - step; v++) {
            out[v] = in[v - step] + in[v] + in[v + step];
        }
    }

    private static void addEqual(int[] levels, int[] same, int step, int from, int to) {
        for (int v = from; v < to; v++) {
            same[v] += 1 - Math.min(levels[v] ^ levels[v + step], 1);
        }
    }
}
