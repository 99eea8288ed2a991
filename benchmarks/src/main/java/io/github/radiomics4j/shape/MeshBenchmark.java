package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.Grid;
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
 * What is gained by counting cubes 64 at a time, over looking at each cube and summing its triangles? A phantom of edge n
 * has about 0.12 n³ voxels in its region: 31,264 at 64, 300,000 at 136.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MeshBenchmark {
    @Param({"64", "136"})
    int edge;

    private RegionOfInterest region;

    @Setup
    public void setUp() {
        Grid grid = Grid.of(new Size(edge, edge, edge), new Spacing(0.8, 0.8, 2.5));
        region = RegionOfInterest.of(IntegerPhantom.mask(grid), 1);
    }

    @Benchmark
    public Mesh bitRows() {
        return Mesh.of(region);
    }

    /** The loser: one byte per voxel, one cube after the other, area and volume of each triangle in mm. */
    @Benchmark
    public Mesh cubeByCube() {
        int sy = region.strideY();
        int sz = region.strideZ();
        byte[] inside = new byte[region.borderedLength()];
        for (int position : region.positions()) {
            inside[position] = 1;
        }
        int[] corners = {0, 1, 1 + sy, sy, sz, 1 + sz, 1 + sy + sz, sy + sz};
        Spacing s = region.grid().spacing();
        double[] half = {s.xMm() / 2, s.yMm() / 2, s.zMm() / 2};
        int[][] triangles = new int[256][];
        for (int index = 0; index < 256; index++) {
            triangles[index] = MarchingCubes.triangles(index);
        }
        double[][] v = new double[3][3];
        double area = 0;
        double volume = 0;
        int last = inside.length - sz - sy - 1;
        for (int o = 0; o < last; o++) {
            int index = 0;
            for (int c = 0; c < 8; c++) {
                index |= inside[o + corners[c]] << c;
            }
            int[] edges = triangles[index];
            if (edges.length == 0) {
                continue;
            }
            int x = o % sy;
            int y = o % sz / sy;
            int z = o / sz;
            for (int t = 0; t < edges.length; t += 3) {
                for (int i = 0; i < 3; i++) {
                    v[i][0] = (2 * x + MarchingCubes.middle(edges[t + i], 0)) * half[0];
                    v[i][1] = (2 * y + MarchingCubes.middle(edges[t + i], 1)) * half[1];
                    v[i][2] = (2 * z + MarchingCubes.middle(edges[t + i], 2)) * half[2];
                }
                double nx = (v[1][1] - v[0][1]) * (v[2][2] - v[0][2]) - (v[1][2] - v[0][2]) * (v[2][1] - v[0][1]);
                double ny = (v[1][2] - v[0][2]) * (v[2][0] - v[0][0]) - (v[1][0] - v[0][0]) * (v[2][2] - v[0][2]);
                double nz = (v[1][0] - v[0][0]) * (v[2][1] - v[0][1]) - (v[1][1] - v[0][1]) * (v[2][0] - v[0][0]);
                area += Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
                volume += (nx * v[0][0] + ny * v[0][1] + nz * v[0][2]) / 6;
            }
        }
        return new Mesh(area, volume, 0);
    }
}
