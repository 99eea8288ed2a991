package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.PresentLevels;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * How are the runs of 13 directions counted fastest: one direction after the other, carrying the length of the run so far
 * along spans of voxels without a branch (the library) or over single voxels; with one look ahead per voxel; by run starts
 * with a look back and a look ahead; or all directions in one sweep?
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class GlrlmBenchmark {

    /** The library: each voxel counts at its place in its run; runs are differences of such counts. */
    @Benchmark
    public Glrlm library(LesionState lesion) {
        return Glrlm.of(lesion.grayLevels);
    }

    /** As the library, voxel by voxel in place of spans. */
    @Benchmark
    public void placesVoxelByVoxel(LesionState lesion, Blackhole sink) {
        int[] bordered = lesion.bordered;
        int[] places = new int[bordered.length];
        int stride = 128;
        for (int step : Neighborhood.adjacent().steps(lesion.region)) {
            int[] table = new int[stride * (lesion.levels + 1)];
            for (int position : lesion.positions) {
                int level = bordered[position];
                int same = (bordered[position - step] ^ level) - 1 >> 31;
                int place = (places[position - step] & same) + 1;
                places[position] = place;
                table[stride * level + place]++;
            }
            sink.consume(table);
        }
    }

    /** Voxels count as runs of length 1 until a look ahead finds a longer one. */
    @Benchmark
    public void lookAhead(LesionState lesion, Blackhole sink) {
        PresentLevels present = lesion.grayLevels.present();
        GlrlmScan scan = new GlrlmScan(present.levels(), present.voxelCounts(), present.bordered(), lesion.positions);
        for (int step : Neighborhood.adjacent().steps(lesion.region)) {
            sink.consume(scan.count(step));
        }
    }

    /** Every voxel that the one before it does not continue into starts a run that is walked to its end. */
    @Benchmark
    public void runStarts(LesionState lesion, Blackhole sink) {
        int[] bordered = lesion.bordered;
        for (int step : Neighborhood.adjacent().steps(lesion.region)) {
            int[][] counts = new int[128][lesion.levels + 1];
            for (int position : lesion.positions) {
                int level = bordered[position];
                if (bordered[position - step] != level) {
                    int end = position + step;
                    int length = 1;
                    while (bordered[end] == level) {
                        end += step;
                        length++;
                    }
                    counts[length][level]++;
                }
            }
            sink.consume(counts);
        }
    }

    /** One sweep: the length of the run that ends here is one more than that of the voxel before, whose count moves up. */
    @Benchmark
    public void carriedLengths(LesionState lesion, Blackhole sink) {
        int[] bordered = lesion.bordered;
        int[] steps = Neighborhood.adjacent().steps(lesion.region);
        short[][] lengths = new short[steps.length][bordered.length];
        int[][][] counts = new int[steps.length][128][lesion.levels + 1];
        for (int position : lesion.positions) {
            int level = bordered[position];
            for (int d = 0; d < steps.length; d++) {
                // Raster order meets the voxel at the negative step first.
                int before = position - Math.abs(steps[d]);
                int length = 1;
                if (bordered[before] == level) {
                    length = lengths[d][before] + 1;
                    counts[d][length - 1][level]--;
                }
                lengths[d][position] = (short) length;
                counts[d][length][level]++;
            }
        }
        sink.consume(counts);
    }

    /** As {@link #lookAhead}, but all directions at each voxel. */
    @Benchmark
    public void lookAheadInOneSweep(LesionState lesion, Blackhole sink) {
        int[] bordered = lesion.bordered;
        int[] steps = Neighborhood.adjacent().steps(lesion.region);
        int[][][] counts = new int[steps.length][128][lesion.levels + 1];
        for (int position : lesion.positions) {
            int level = bordered[position];
            for (int d = 0; d < steps.length; d++) {
                int step = steps[d];
                if (bordered[position + step] == level && bordered[position - step] != level) {
                    int end = position + 2 * step;
                    int length = 2;
                    while (bordered[end] == level) {
                        end += step;
                        length++;
                    }
                    counts[d][length][level]++;
                    counts[d][1][level] -= length;
                }
            }
        }
        sink.consume(counts);
    }
}
