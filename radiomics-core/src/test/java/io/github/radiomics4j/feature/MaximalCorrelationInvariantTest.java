package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The coefficient equals the second singular value from Jacobi's rotations of the full matrix. */
class MaximalCorrelationInvariantTest {
    @Property(tries = 300)
    void equalsTheNaiveTwin(
            @ForAll long seed, @ForAll boolean symmetric, @ForAll @IntRange(min = 1, max = 40) int size) {
        Random random = new Random(seed);
        double fill = Math.pow(random.nextDouble(), 2);
        int spread = 1 + random.nextInt(size);
        int[][] counts = new int[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = symmetric ? i : 0; j < size; j++) {
                if (i == j || Math.abs(i - j) < spread && random.nextDouble() < fill) {
                    counts[i][j] = (int) Math.exp(8 * random.nextDouble());
                    counts[j][i] = symmetric ? counts[i][j] : counts[j][i];
                }
            }
        }
        assertAgrees(counts, symmetric);
    }

    @Example
    void partsThatShareNoLevelGiveOne() {
        assertAgrees(new int[][] {{5, 2, 0}, {2, 9, 0}, {0, 0, 4}}, true);
        assertAgrees(new int[][] {{5, 2, 0}, {1, 9, 0}, {0, 0, 4}}, false);
        assertThat(coefficient(new int[][] {{5, 2, 0}, {2, 9, 0}, {0, 0, 4}}, true))
                .isEqualTo(1, within(1e-14));
    }

    /** Oracle: the eigenvalues of Q itself, by NumPy 2; ε moves them by 1e-7 and more. */
    @Example
    void theEpsilonOfARareLevelThatStandsAloneIsSeen() {
        int[][] symmetric = {{500000, 20000, 0}, {20000, 300000, 0}, {0, 0, 2}};
        assertThat(coefficient(symmetric, true)).isEqualTo(0.9999804161478927, within(1e-12));
        int[][] directed = {{500000, 20000, 0}, {10000, 300000, 0}, {0, 0, 1}};
        assertThat(coefficient(directed, false)).isEqualTo(0.9999235253249948, within(1e-12));
    }

    @Example
    void levelsThatAlternateGiveOne() {
        assertThat(coefficient(new int[][] {{0, 7}, {7, 0}}, true)).isEqualTo(1, within(1e-14));
        assertThat(coefficient(new int[][] {{0, 7}, {3, 0}}, false)).isEqualTo(1, within(1e-14));
    }

    @Example
    void independentLevelsGiveZero() {
        // The root of rounding errors of 1e-16.
        assertThat(coefficient(new int[][] {{4, 6}, {6, 9}}, true)).isEqualTo(0, within(1e-7));
        assertThat(coefficient(new int[][] {{3}}, true)).isZero();
    }

    @Example
    void halvesJoinedByOnePairAreTold() {
        int[][] counts = new int[40][40];
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                counts[i][j] = i / 20 == j / 20 ? 50000 + i * j : 0;
            }
        }
        counts[3][30] = 1;
        counts[30][3] = 1;
        assertAgrees(counts, true);
        counts[30][3] = 0;
        assertAgrees(counts, false);
    }

    @Example
    void aLongChainConverges() {
        int[][] counts = new int[150][150];
        for (int i = 0; i < 150; i++) {
            counts[i][i] = 100 + i;
            if (i > 0) {
                counts[i][i - 1] = 30 + i % 7;
                counts[i - 1][i] = 30 + i % 7;
            }
        }
        assertAgrees(counts, true);
        assertAgrees(counts, false);
    }

    private static void assertAgrees(int[][] counts, boolean symmetric) {
        double total = 0;
        double[] rowSums = new double[counts.length];
        double[] columnSums = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                total += counts[i][j];
                rowSums[i] += counts[i][j];
                columnSums[j] += counts[i][j];
            }
        }
        double[][] s = new double[counts.length][counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                s[i][j] =
                        counts[i][j] / total / Math.sqrt(rowSums[i] / total * (columnSums[j] / total) + Math.ulp(1.0));
            }
        }
        double expected = NaiveGlcmFeatures.secondEigenvalue(s);
        double actual = coefficient(counts, symmetric);
        // Both are right to about 1e-15 of the largest eigenvalue, 1.
        assertThat(actual * actual).isEqualTo(expected, within(2e-10 * expected + 2e-14));
    }

    private static double coefficient(int[][] counts, boolean symmetric) {
        List<int[]> cells = new ArrayList<>();
        double[] rowCounts = new double[counts.length];
        double[] columnCounts = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                rowCounts[i] += counts[i][j];
                columnCounts[j] += counts[i][j];
                if (counts[i][j] != 0 && !(symmetric && j < i)) {
                    cells.add(new int[] {i, j, counts[i][j]});
                }
            }
        }
        return new MaximalCorrelation(
                        symmetric,
                        rowCounts,
                        columnCounts,
                        cells.stream().mapToInt(cell -> cell[0]).toArray(),
                        cells.stream().mapToInt(cell -> cell[1]).toArray(),
                        cells.stream().mapToDouble(cell -> cell[2]).toArray(),
                        () -> {})
                .coefficient();
    }
}
