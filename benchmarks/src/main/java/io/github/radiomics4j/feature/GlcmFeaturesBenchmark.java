package io.github.radiomics4j.feature;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.texture.Glcm;
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

/** What do the 24 features cost, MCC apart; and what would full matrices, and a full decomposition for MCC, cost? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class GlcmFeaturesBenchmark {
    /** Number of gray levels. */
    @Param({"40", "200"})
    public int levels;

    private final GlcmFamily family = GlcmFamily.withDefaults();
    private List<GlcmFeature> withoutMcc;
    private Region region;
    private Glcm glcm;

    /** Counts a lesion of 25,000 voxels. */
    @Setup
    public void count() {
        Grid grid = new Grid(new Size(59, 55, 46), new Spacing(1, 1, 1), new Point(0, 0, 0), Direction.IDENTITY);
        region = Region.of(
                RegionOfInterest.of(IntegerPhantom.mask(grid), 1),
                IntegerPhantom.image(grid, 7),
                new FixedBinCount(levels));
        glcm = region.glcm(true);
        withoutMcc = family.features().stream()
                .filter(feature -> feature != GlcmFeature.MCC)
                .toList();
    }

    /** The library: 23 features of 13 directions from occupied cells. */
    @Benchmark
    public FeatureValues withoutMcc() {
        return family.compute(region, withoutMcc);
    }

    /** The library: MCC by Lanczos' iteration. */
    @Benchmark
    public FeatureValues mcc() {
        return family.compute(region, List.of(GlcmFeature.MCC));
    }

    /** Joint entropy, energy and the four distributions from full matrices, a logarithm for each cell. */
    @Benchmark
    public double fullMatrices() {
        double result = 0;
        int n = glcm.levelCount();
        for (int d = 0; d < 13; d++) {
            int[][] matrix = glcm.matrix(d);
            double total = glcm.total(d);
            double[] px = new double[n];
            double[] sums = new double[2 * n];
            double[] differences = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double p = matrix[i][j] / total;
                    px[i] += p;
                    sums[i + j] += p;
                    differences[Math.abs(i - j)] += p;
                    result += p * p - p * Math.log(p + Math.ulp(1.0));
                }
            }
            result += px[0] + sums[0] + differences[0];
        }
        return result;
    }

    /** MCC of one direction, not 13, by Householder's reduction of the full S to a tridiagonal matrix, its larger part. */
    @Benchmark
    public double householderOfOneDirection() {
        int n = glcm.levelCount();
        int[][] matrix = glcm.matrix(0);
        double[] px = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                px[i] += matrix[i][j];
            }
        }
        double[][] s = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                s[i][j] = matrix[i][j] == 0 ? 0 : matrix[i][j] / Math.sqrt(px[i] * px[j]);
            }
        }
        double[] v = new double[n];
        double[] w = new double[n];
        double trace = 0;
        for (int k = 0; k < n - 2; k++) {
            double norm = 0;
            for (int i = k + 1; i < n; i++) {
                v[i] = s[i][k];
                norm += v[i] * v[i];
            }
            if (norm == 0) {
                continue;
            }
            v[k + 1] += Math.copySign(Math.sqrt(norm), v[k + 1]);
            double squares = 0;
            for (int i = k + 1; i < n; i++) {
                squares += v[i] * v[i];
            }
            double dot = 0;
            for (int i = k + 1; i < n; i++) {
                double sum = 0;
                for (int j = k + 1; j < n; j++) {
                    sum += s[i][j] * v[j];
                }
                w[i] = 2 * sum / squares;
                dot += w[i] * v[i];
            }
            for (int i = k + 1; i < n; i++) {
                w[i] -= dot / squares * v[i];
            }
            for (int i = k + 1; i < n; i++) {
                for (int j = k + 1; j < n; j++) {
                    s[i][j] -= v[i] * w[j] + w[i] * v[j];
                }
            }
            trace += s[k][k];
        }
        return trace;
    }
}
