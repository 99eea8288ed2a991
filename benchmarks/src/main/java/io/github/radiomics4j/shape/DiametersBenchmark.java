package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
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
 * How long do the four diameters take, and what is gained by looking at corners of hulls only, over all pairs of the ends
 * of lines? The phantom is long; a ball, on which all points are equally far from the middle, is the worst case for the
 * bounds. A ball of edge 84 has about 300,000 voxels.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DiametersBenchmark {
    @Param({"phantom 64", "phantom 136", "ball 40", "ball 84"})
    String shape;

    private RegionOfInterest region;

    @Setup
    public void setUp() {
        int edge = Integer.parseInt(shape.substring(shape.indexOf(' ') + 1));
        Grid grid = Grid.of(new Size(edge, edge, edge), Spacing.isotropic(0.8));
        region = RegionOfInterest.of(shape.startsWith("ball") ? ball(grid) : IntegerPhantom.mask(grid), 1);
    }

    private static Mask ball(Grid grid) {
        int n = grid.size().x();
        boolean[] inside = new boolean[n * n * n];
        for (int i = 0; i < inside.length; i++) {
            int x = 2 * (i % n) - n + 1;
            int y = 2 * (i / n % n) - n + 1;
            int z = 2 * (i / (n * n)) - n + 1;
            inside[i] = x * x + y * y + z * z <= n * n;
        }
        return Mask.of(grid, inside);
    }

    @Benchmark
    public Diameters hullCorners() {
        return Diameters.of(region);
    }

    /** The loser: only the points between two others on a line along x are left out. All pairs of vertices are slower yet. */
    @Benchmark
    public double lineEnds() {
        VertexLines lines = VertexLines.of(OccupancyRows.of(region));
        int[] x = new int[2 * lines.firstX.length];
        int[] y = new int[x.length];
        int[] z = new int[x.length];
        int n = 0;
        for (int line = 0; line < lines.firstX.length; line++) {
            for (int end = 0; end < 2; end++) {
                int at = end == 0 ? lines.firstX[line] : lines.lastX[line];
                if (at != VertexLines.NONE) {
                    x[n] = at;
                    y[n] = line % lines.height;
                    z[n++] = line / lines.height;
                }
            }
        }
        double half = region.grid().spacing().xMm() / 2;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double dx = (x[i] - x[j]) * half;
                double dy = (y[i] - y[j]) * half;
                double dz = (z[i] - z[j]) * half;
                double distance = dx * dx + dy * dy + dz * dz;
                if (distance > largest) {
                    largest = distance;
                }
            }
        }
        return Math.sqrt(largest);
    }
}
