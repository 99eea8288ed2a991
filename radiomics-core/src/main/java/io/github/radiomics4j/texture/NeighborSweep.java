package io.github.radiomics4j.texture;

import org.jspecify.annotations.Nullable;

/**
 * Visits each voxel's neighbors once and counts all that is wanted.
 *
 * <p>Layout: {@code bordered} holds the level of each voxel at its place in the region's bordered box and 0 everywhere
 * else, so that a neighbor is {@code bordered[position ± step]} without a test of bounds, and a neighbor outside adds 0
 * to a sum of levels and lands in row or column 0 of a matrix, which nobody reads.
 */
final class NeighborSweep {
    /** Full matrices above this many levels leave the cache and are slower than {@link SparsePairs}. */
    private static final int DENSE_LEVELS = 511;

    /** Full matrices of many directions would take more memory than the image. */
    private static final int DENSE_CELLS = 1 << 24;

    private NeighborSweep() {}

    /**
     * Returns whether full matrices pay: they must be cleared and read once, whatever the number of voxels, and so win
     * until n² is some ten times the voxels; see NeighborSweepBenchmark.
     */
    static boolean isDense(int n, int voxelCount, int directions) {
        return n <= DENSE_LEVELS
                && (n <= 32 || (long) n * n <= 8L * voxelCount)
                && (long) directions * (n + 1) * (n + 1) <= DENSE_CELLS;
    }

    /**
     * Counts into the arrays that are not null.
     *
     * @param bordered levels in the bordered box; not modified
     * @param positions position of each voxel; not modified
     * @param ranks rank of each voxel's level; not modified
     * @param steps step of each direction in the bordered box; not modified
     * @param matrices directed pairs, as {@link DensePairs} reads them; added to
     * @param dependences {@code [(2 · steps + 1) · rank + neighbors of the same level]}; added to
     * @param differences sum for each rank of |level − mean of the neighbors|; added to
     * @param voxels number of voxels for each rank; added to with {@code differences}
     * @param alone number of voxels without neighbors for each rank; added to with {@code differences}
     */
    static void count(
            int[] bordered,
            int[] positions,
            int[] ranks,
            int[] steps,
            int n,
            int @Nullable [] matrices,
            int @Nullable [] dependences,
            double @Nullable [] differences,
            int[] voxels,
            int[] alone) {
        if (dependences != null || differences != null) {
            int[] gldm = dependences != null ? dependences : new int[0];
            double[] ngtdm = differences != null ? differences : new double[0];
            if (matrices != null) {
                countAll(bordered, positions, ranks, steps, n, matrices, gldm, ngtdm, voxels, alone);
            } else {
                countAround(bordered, positions, ranks, steps, gldm, ngtdm, voxels, alone);
            }
        } else if (matrices != null) {
            countPairs(bordered, positions, steps, n, matrices);
        }
    }

    private static void countAll(
            int[] bordered,
            int[] positions,
            int[] ranks,
            int[] steps,
            int n,
            int[] matrices,
            int[] dependences,
            double[] differences,
            int[] voxels,
            int[] alone) {
        int stride = n + 1;
        int size = stride * stride;
        int largest = 2 * steps.length + 1;
        boolean wantsDependences = dependences.length > 0;
        boolean wantsDifferences = differences.length > 0;
        for (int v = 0; v < positions.length; v++) {
            int position = positions[v];
            int level = bordered[position];
            int cell = stride * level;
            int same = 0;
            int sum = 0;
            int neighbors = 0;
            for (int d = 0; d < steps.length; d++) {
                int ahead = bordered[position + steps[d]];
                int behind = bordered[position - steps[d]];
                matrices[cell + ahead]++;
                cell += size;
                same += (ahead == level ? 1 : 0) + (behind == level ? 1 : 0);
                sum += ahead + behind;
                neighbors += Math.min(ahead, 1) + Math.min(behind, 1);
            }
            int rank = ranks[v];
            if (wantsDependences) {
                dependences[largest * rank + same]++;
            }
            if (wantsDifferences) {
                voxels[rank]++;
                if (neighbors > 0) {
                    differences[rank] += Math.abs(level - (double) sum / neighbors);
                } else {
                    alone[rank]++;
                }
            }
        }
    }

    /** As {@link #countAll}, without pairs. */
    private static void countAround(
            int[] bordered,
            int[] positions,
            int[] ranks,
            int[] steps,
            int[] dependences,
            double[] differences,
            int[] voxels,
            int[] alone) {
        int largest = 2 * steps.length + 1;
        boolean wantsDependences = dependences.length > 0;
        boolean wantsDifferences = differences.length > 0;
        for (int v = 0; v < positions.length; v++) {
            int position = positions[v];
            int level = bordered[position];
            int same = 0;
            int sum = 0;
            int neighbors = 0;
            for (int step : steps) {
                int ahead = bordered[position + step];
                int behind = bordered[position - step];
                same += (ahead == level ? 1 : 0) + (behind == level ? 1 : 0);
                sum += ahead + behind;
                neighbors += Math.min(ahead, 1) + Math.min(behind, 1);
            }
            int rank = ranks[v];
            if (wantsDependences) {
                dependences[largest * rank + same]++;
            }
            if (wantsDifferences) {
                voxels[rank]++;
                if (neighbors > 0) {
                    differences[rank] += Math.abs(level - (double) sum / neighbors);
                } else {
                    alone[rank]++;
                }
            }
        }
    }

    /** Counts dependences as {@link #count} does, on neighbors whose level differs by {@code coarseness} or less. */
    static void countWithin(
            int coarseness, int[] bordered, int[] positions, int[] ranks, int[] steps, int[] dependences) {
        int largest = 2 * steps.length + 1;
        for (int v = 0; v < positions.length; v++) {
            int position = positions[v];
            int level = bordered[position];
            int close = 0;
            for (int step : steps) {
                int ahead = bordered[position + step];
                int behind = bordered[position - step];
                close += ahead != 0 && Math.abs(ahead - level) <= coarseness ? 1 : 0;
                close += behind != 0 && Math.abs(behind - level) <= coarseness ? 1 : 0;
            }
            dependences[largest * ranks[v] + close]++;
        }
    }

    /** As {@link #countAll}, pairs alone: 13 loads for a voxel in place of 26. */
    private static void countPairs(int[] bordered, int[] positions, int[] steps, int n, int[] matrices) {
        int stride = n + 1;
        int size = stride * stride;
        for (int position : positions) {
            int cell = stride * bordered[position];
            for (int step : steps) {
                matrices[cell + bordered[position + step]]++;
                cell += size;
            }
        }
    }
}
