package io.github.radiomics4j.texture;

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

/** Are zones labelled faster by union-find in raster order or by flood fill, and does skipping known neighbors pay? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class GlszmBenchmark {

    /** The library: union-find, neighbors that are joined already are not looked at. */
    @Benchmark
    public Glszm unionFind(LesionState lesion) {
        return Glszm.of(lesion.grayLevels);
    }

    /** Union-find that looks at all 13 neighbors. */
    @Benchmark
    public int unionFindOfAllNeighbors(LesionState lesion) {
        int[] bordered = lesion.bordered;
        int[] steps = Neighborhood.adjacent().steps(lesion.region);
        int[] parents = new int[bordered.length];
        for (int position : lesion.positions) {
            int level = bordered[position];
            int root = position;
            parents[position] = position;
            for (int step : steps) {
                int before = position - Math.abs(step);
                if (bordered[before] == level) {
                    while (parents[before] != before) {
                        parents[before] = parents[parents[before]];
                        before = parents[before];
                    }
                    int smaller = Math.min(root, before);
                    parents[Math.max(root, before)] = smaller;
                    root = smaller;
                }
            }
        }
        int zones = 0;
        int[] sizes = new int[bordered.length];
        for (int position : lesion.positions) {
            parents[position] = parents[parents[position]];
            zones += sizes[parents[position]]++ == 0 ? 1 : 0;
        }
        return zones;
    }

    /** Flood fill with a stack: 26 neighbors of each voxel. */
    @Benchmark
    public int floodFill(LesionState lesion) {
        int[] open = lesion.bordered.clone();
        int[] steps = Neighborhood.adjacent().steps(lesion.region);
        int[] stack = new int[lesion.positions.length];
        int largest = 0;
        for (int seed : lesion.positions) {
            int level = open[seed];
            if (level == 0) {
                continue;
            }
            int size = 0;
            int top = 0;
            stack[top++] = seed;
            open[seed] = 0;
            while (top > 0) {
                int position = stack[--top];
                size++;
                for (int step : steps) {
                    if (open[position + step] == level) {
                        open[position + step] = 0;
                        stack[top++] = position + step;
                    }
                    if (open[position - step] == level) {
                        open[position - step] = 0;
                        stack[top++] = position - step;
                    }
                }
            }
            largest = Math.max(largest, size);
        }
        return largest;
    }
}
