package io.github.radiomics4j.select.redundancy;

import io.github.radiomics4j.run.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
 * How are the products of all pairs of columns found fastest in plain Java: by one sum at a time, by sixteen sums in
 * registers, or by sums along a row that the compiler puts into wide registers? 200 cases of 1,197 columns, one thread. All
 * give the same bits.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CorrelationBenchmark {
    private static final int CASES = 200;
    private static final int COLUMNS = 1197;

    private double[][] columns;
    private double[][] byColumn;
    private double[][] byCase;
    private List<String> names;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(42);
        columns = new double[COLUMNS][CASES];
        byColumn = new double[COLUMNS][];
        byCase = new double[CASES][COLUMNS];
        names = new ArrayList<>();
        for (int j = 0; j < COLUMNS; j++) {
            names.add("x" + j);
            for (int k = 0; k < CASES; k++) {
                columns[j][k] = random.nextDouble() + random.nextDouble();
            }
            byColumn[j] = UnitColumns.of(columns[j]);
            for (int k = 0; k < CASES; k++) {
                byCase[k][j] = byColumn[j][k];
            }
        }
    }

    private static double[][] lower() {
        double[][] below = new double[COLUMNS][];
        for (int i = 0; i < COLUMNS; i++) {
            below[i] = new double[i];
        }
        return below;
    }

    /** The winner: four cases at once along a row of sums, in tiles of columns. */
    @Benchmark
    public double[][] fourCasesAlongARow() {
        double[][] below = lower();
        SymmetricProducts.add(byCase, below, Execution.sequential());
        return below;
    }

    /** A loser: one sum after the other; each addition waits for the one before. */
    @Benchmark
    public double[][] onePairAtATime() {
        double[][] below = lower();
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                double[] x = byColumn[i];
                double[] y = byColumn[j];
                for (int k = 0; k < CASES; k++) {
                    sum += x[k] * y[k];
                }
                below[i][j] = sum;
            }
        }
        return below;
    }

    /** A loser: four by four columns, sixteen sums in registers, but each register holds one number. */
    @Benchmark
    public double[][] fourByFourColumns() {
        double[][] below = lower();
        for (int i = 0; i < COLUMNS; i += 4) {
            for (int j = 0; j <= i; j += 4) {
                fourByFour(i, j, below);
            }
        }
        return below;
    }

    private void fourByFour(int i, int j, double[][] below) {
        double[] a0 = byColumn[i];
        double[] a1 = byColumn[Math.min(i + 1, COLUMNS - 1)];
        double[] a2 = byColumn[Math.min(i + 2, COLUMNS - 1)];
        double[] a3 = byColumn[Math.min(i + 3, COLUMNS - 1)];
        double[] b0 = byColumn[j];
        double[] b1 = byColumn[Math.min(j + 1, COLUMNS - 1)];
        double[] b2 = byColumn[Math.min(j + 2, COLUMNS - 1)];
        double[] b3 = byColumn[Math.min(j + 3, COLUMNS - 1)];
        double s00 = 0;
        double s01 = 0;
        double s02 = 0;
        double s03 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s13 = 0;
        double s20 = 0;
        double s21 = 0;
        double s22 = 0;
        double s23 = 0;
        double s30 = 0;
        double s31 = 0;
        double s32 = 0;
        double s33 = 0;
        for (int k = 0; k < CASES; k++) {
            double y0 = b0[k];
            double y1 = b1[k];
            double y2 = b2[k];
            double y3 = b3[k];
            double x0 = a0[k];
            s00 += x0 * y0;
            s01 += x0 * y1;
            s02 += x0 * y2;
            s03 += x0 * y3;
            double x1 = a1[k];
            s10 += x1 * y0;
            s11 += x1 * y1;
            s12 += x1 * y2;
            s13 += x1 * y3;
            double x2 = a2[k];
            s20 += x2 * y0;
            s21 += x2 * y1;
            s22 += x2 * y2;
            s23 += x2 * y3;
            double x3 = a3[k];
            s30 += x3 * y0;
            s31 += x3 * y1;
            s32 += x3 * y2;
            s33 += x3 * y3;
        }
        put(below, i, j, s00, s01, s02, s03);
        put(below, i + 1, j, s10, s11, s12, s13);
        put(below, i + 2, j, s20, s21, s22, s23);
        put(below, i + 3, j, s30, s31, s32, s33);
    }

    private static void put(double[][] below, int i, int j, double... sums) {
        for (int k = 0; k < 4 && i < COLUMNS && j + k < i; k++) {
            below[i][j + k] = sums[k];
        }
    }

    /** A loser: one case at once, so that every product fetches and stores its sum. */
    @Benchmark
    public double[][] oneCaseAlongARow() {
        double[][] below = lower();
        for (double[] x : byCase) {
            for (int i = 0; i < COLUMNS; i++) {
                double[] sums = below[i];
                double a = x[i];
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += a * x[j];
                }
            }
        }
        return below;
    }

    /** A loser: eight cases at once; the compiler most often leaves its sums in narrow registers. */
    @Benchmark
    public double[][] eightCasesAlongARow() {
        double[][] below = lower();
        for (int k = 0; k < CASES; k += 8) {
            for (int i = 0; i < COLUMNS; i++) {
                eight(below[i], k, i);
            }
        }
        return below;
    }

    private void eight(double[] sums, int k, int i) {
        double[] x0 = byCase[k];
        double[] x1 = byCase[k + 1];
        double[] x2 = byCase[k + 2];
        double[] x3 = byCase[k + 3];
        double[] x4 = byCase[k + 4];
        double[] x5 = byCase[k + 5];
        double[] x6 = byCase[k + 6];
        double[] x7 = byCase[k + 7];
        double a0 = x0[i];
        double a1 = x1[i];
        double a2 = x2[i];
        double a3 = x3[i];
        double a4 = x4[i];
        double a5 = x5[i];
        double a6 = x6[i];
        double a7 = x7[i];
        for (int j = 0; j < i; j++) {
            sums[j] = sums[j]
                    + a0 * x0[j]
                    + a1 * x1[j]
                    + a2 * x2[j]
                    + a3 * x3[j]
                    + a4 * x4[j]
                    + a5 * x5[j]
                    + a6 * x6[j]
                    + a7 * x7[j];
        }
    }

    /** The whole: from columns to correlations. */
    @Benchmark
    public CorrelationMatrix pearson() {
        return CorrelationMatrix.of(names, columns, CorrelationKind.PEARSON, Execution.sequential());
    }

    @Benchmark
    public CorrelationMatrix spearman() {
        return CorrelationMatrix.of(names, columns, CorrelationKind.SPEARMAN, Execution.sequential());
    }

    @Benchmark
    public CorrelationMatrix kendall() {
        return CorrelationMatrix.of(names, columns, CorrelationKind.KENDALL, Execution.sequential());
    }
}
