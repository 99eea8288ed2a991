package io.github.radiomics4j.texture;

/**
 * Counts what {@link NeighborSweep} counts, where all three textures of the 26 neighbors are wanted: direction after direction,
 * without a branch that depends on levels, and then sums of neighbors from columns that consecutive voxels share.
 *
 * <p>Layout: as there; {@code summands} holds {@code level + ONE} for voxels of the region and 0 elsewhere, so that one sum
 * over a neighborhood has both the levels and the number of neighbors. Spans are those of {@link RowSpans}.
 */
final class AdjacentSweep {
    /** Bits of a sum of 27 levels, of which full matrices have at most 511. */
    private static final int BITS = 16;

    /** Counts one voxel, above the sum of levels. */
    private static final int ONE = 1 << BITS;

    private static final int LARGEST_DEPENDENCE = 27;

    private final int[] bordered;
    private final int[] summands;
    private final int[] spans;
    private final int[] steps;
    private final int strideY;
    private final int strideZ;

    /**
     * @param bordered levels in the bordered box; not modified
     * @param box made for {@link Neighborhood#adjacent()}
     * @param levels of the voxels; not modified
     */
    AdjacentSweep(int[] bordered, BorderedBox box, int[] levels) {
        this.bordered = bordered;
        this.summands = box.lay(levels, ONE);
        this.spans = RowSpans.of(box.positions());
        this.steps = box.steps();
        this.strideY = box.strideY();
        this.strideZ = box.strideZ();
    }

    /** Counts into the arrays, as {@link NeighborSweep#count} has them. */
    void count(int[] ranks, int n, int[] matrices, int[] dependences, double[] differences, int[] voxels, int[] alone) {
        int[] same = new int[bordered.length];
        int size = (n + 1) * (n + 1);
        for (int d = 0; d < steps.length; d++) {
            countPairs(bordered, spans, steps[d], n + 1, size * d, matrices, same);
        }
        countAround(ranks, same, dependences, differences, voxels, alone);
    }

    /**
     * Counts the pairs of one direction.
     *
     * @param base start of the direction's matrix
     * @param same neighbors of the same level; added to at both voxels of a pair
     */
    private static void countPairs(
            int[] bordered, int[] spans, int step, int stride, int base, int[] matrices, int[] same) {
        for (int s = 0; s + 1 < spans.length; s += 2) {
            int end = spans[s + 1];
            for (int position = spans[s]; position < end; position++) {
                int level = bordered[position];
                int ahead = bordered[position + step];
                matrices[base + stride * level + ahead]++;
                // -1 where both levels are equal, else 0.
                int equal = (level ^ ahead) - 1 >> 31;
                same[position] -= equal;
                same[position + step] -= equal;
            }
        }
    }

    private void countAround(
            int[] ranks, int[] same, int[] dependences, double[] differences, int[] voxels, int[] alone) {
        int v = 0;
        for (int s = 0; s + 1 < spans.length; s += 2) {
            int position = spans[s];
            int end = spans[s + 1];
            int left = column(summands, position - 1, strideY, strideZ);
            int middle = column(summands, position, strideY, strideZ);
            for (; position < end; position++) {
                int right = column(summands, position + 1, strideY, strideZ);
                int around = left + middle + right - summands[position];
                left = middle;
                middle = right;
                int neighbors = around >> BITS;
                int sum = around & (ONE - 1);
                int rank = ranks[v++];
                dependences[LARGEST_DEPENDENCE * rank + same[position]]++;
                voxels[rank]++;
                if (neighbors > 0) {
                    differences[rank] += Math.abs(bordered[position] - (double) sum / neighbors);
                } else {
                    alone[rank]++;
                }
            }
        }
    }

    /** Returns the sum over the nine voxels with one x. */
    private static int column(int[] summands, int position, int strideY, int strideZ) {
        int below = position - strideZ;
        int above = position + strideZ;
        return summands[below - strideY]
                + summands[below]
                + summands[below + strideY]
                + summands[position - strideY]
                + summands[position]
                + summands[position + strideY]
                + summands[above - strideY]
                + summands[above]
                + summands[above + strideY];
    }
}
