package io.github.radiomics4j.texture;

/**
 * Looks once at the 26 voxels around each voxel, for every texture that counts neighbors.
 *
 * <p>Layout: {@code bordered} holds the level of each voxel at its place in the region's bordered box and 0 everywhere
 * else. What is found of a voxel is kept as one word and one sum, from which {@link NeighborCounts} counts dependences,
 * differences and runs in short loops of their own: bit d of the word says that the neighbor ahead along direction d of
 * {@link Neighborhood#adjacent()} has the same level, bit 13 + d that the one behind has. Written out direction by
 * direction: a loop of thirteen steps costs as much again (NeighborSweepBenchmark).
 */
final class AdjacentSweep {
    /** The bits of the neighbors ahead. */
    static final int AHEAD = (1 << 13) - 1;

    private AdjacentSweep() {}

    /**
     * Looks at neighbors and counts pairs of levels.
     *
     * @param bordered levels in the bordered box; not modified
     * @param positions position of each voxel; not modified
     * @param n highest level
     * @param matrices directed pairs, as {@link DensePairs} reads them; added to
     * @param equals which neighbors of each voxel have its level; overwritten
     * @param sums sum of the levels of the neighbors of each voxel; overwritten
     */
    static void visit(
            int[] bordered,
            int[] positions,
            int strideY,
            int strideZ,
            int n,
            int[] matrices,
            int[] equals,
            int[] sums) {
        int stride = n + 1;
        int size = stride * stride;
        for (int v = 0; v < positions.length; v++) {
            int p = positions[v];
            int above = p + strideZ;
            int below = p - strideZ;
            int level = bordered[p];
            int cell = stride * level;
            int equal = 0;
            int sum = 0;
            int ahead;
            int behind;
            ahead = bordered[above + strideY + 1];
            behind = bordered[below - strideY - 1];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) | same(behind, level) << 13;
            sum += ahead + behind;
            ahead = bordered[above + strideY];
            behind = bordered[below - strideY];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 1 | same(behind, level) << 14;
            sum += ahead + behind;
            ahead = bordered[above + strideY - 1];
            behind = bordered[below - strideY + 1];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 2 | same(behind, level) << 15;
            sum += ahead + behind;
            ahead = bordered[above + 1];
            behind = bordered[below - 1];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 3 | same(behind, level) << 16;
            sum += ahead + behind;
            ahead = bordered[above];
            behind = bordered[below];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 4 | same(behind, level) << 17;
            sum += ahead + behind;
            ahead = bordered[above - 1];
            behind = bordered[below + 1];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 5 | same(behind, level) << 18;
            sum += ahead + behind;
            ahead = bordered[above - strideY + 1];
            behind = bordered[below + strideY - 1];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 6 | same(behind, level) << 19;
            sum += ahead + behind;
            ahead = bordered[above - strideY];
            behind = bordered[below + strideY];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 7 | same(behind, level) << 20;
            sum += ahead + behind;
            ahead = bordered[above - strideY - 1];
            behind = bordered[below + strideY + 1];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 8 | same(behind, level) << 21;
            sum += ahead + behind;
            ahead = bordered[p + strideY + 1];
            behind = bordered[p - strideY - 1];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 9 | same(behind, level) << 22;
            sum += ahead + behind;
            ahead = bordered[p + strideY];
            behind = bordered[p - strideY];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 10 | same(behind, level) << 23;
            sum += ahead + behind;
            ahead = bordered[p + strideY - 1];
            behind = bordered[p - strideY + 1];
            matrices[cell + ahead]++;
            cell += size;
            equal |= same(ahead, level) << 11 | same(behind, level) << 24;
            sum += ahead + behind;
            ahead = bordered[p + 1];
            behind = bordered[p - 1];
            matrices[cell + ahead]++;
            equal |= same(ahead, level) << 12 | same(behind, level) << 25;
            sum += ahead + behind;
            equals[v] = equal;
            sums[v] = sum;
        }
    }

    /** As {@link #visit(int[], int[], int, int, int, int[], int[], int[])}, without pairs. */
    static void visit(int[] bordered, int[] positions, int strideY, int strideZ, int[] equals, int[] sums) {
        for (int v = 0; v < positions.length; v++) {
            int p = positions[v];
            int above = p + strideZ;
            int below = p - strideZ;
            int level = bordered[p];
            int equal = 0;
            int sum = 0;
            int ahead;
            int behind;
            ahead = bordered[above + strideY + 1];
            behind = bordered[below - strideY - 1];
            equal |= same(ahead, level) | same(behind, level) << 13;
            sum += ahead + behind;
            ahead = bordered[above + strideY];
            behind = bordered[below - strideY];
            equal |= same(ahead, level) << 1 | same(behind, level) << 14;
            sum += ahead + behind;
            ahead = bordered[above + strideY - 1];
            behind = bordered[below - strideY + 1];
            equal |= same(ahead, level) << 2 | same(behind, level) << 15;
            sum += ahead + behind;
            ahead = bordered[above + 1];
            behind = bordered[below - 1];
            equal |= same(ahead, level) << 3 | same(behind, level) << 16;
            sum += ahead + behind;
            ahead = bordered[above];
            behind = bordered[below];
            equal |= same(ahead, level) << 4 | same(behind, level) << 17;
            sum += ahead + behind;
            ahead = bordered[above - 1];
            behind = bordered[below + 1];
            equal |= same(ahead, level) << 5 | same(behind, level) << 18;
            sum += ahead + behind;
            ahead = bordered[above - strideY + 1];
            behind = bordered[below + strideY - 1];
            equal |= same(ahead, level) << 6 | same(behind, level) << 19;
            sum += ahead + behind;
            ahead = bordered[above - strideY];
            behind = bordered[below + strideY];
            equal |= same(ahead, level) << 7 | same(behind, level) << 20;
            sum += ahead + behind;
            ahead = bordered[above - strideY - 1];
            behind = bordered[below + strideY + 1];
            equal |= same(ahead, level) << 8 | same(behind, level) << 21;
            sum += ahead + behind;
            ahead = bordered[p + strideY + 1];
            behind = bordered[p - strideY - 1];
            equal |= same(ahead, level) << 9 | same(behind, level) << 22;
            sum += ahead + behind;
            ahead = bordered[p + strideY];
            behind = bordered[p - strideY];
            equal |= same(ahead, level) << 10 | same(behind, level) << 23;
            sum += ahead + behind;
            ahead = bordered[p + strideY - 1];
            behind = bordered[p - strideY + 1];
            equal |= same(ahead, level) << 11 | same(behind, level) << 24;
            sum += ahead + behind;
            ahead = bordered[p + 1];
            behind = bordered[p - 1];
            equal |= same(ahead, level) << 12 | same(behind, level) << 25;
            sum += ahead + behind;
            equals[v] = equal;
            sums[v] = sum;
        }
    }

    /** Returns 1 if two levels are the same, else 0, without a branch: neither is negative. */
    private static int same(int a, int b) {
        return ((a ^ b) - 1) >>> 31;
    }
}
