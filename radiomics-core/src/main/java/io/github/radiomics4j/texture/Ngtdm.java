package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import java.util.Set;

/**
 * Neighborhood gray tone difference matrix: for each level i the number of voxels n_i, of which some have no neighbor in
 * the region, and s_i, the sum over the others of |i − mean level of the neighbors|. Immutable.
 */
public final class Ngtdm {
    private final int[] levels;
    private final int[] counts;
    private final int[] alone;
    private final double[] differences;

    /** The arrays, one place for each level that occurs, ascending, are handed over. */
    Ngtdm(int[] levels, int[] counts, int[] alone, double[] differences) {
        this.levels = levels;
        this.counts = counts;
        this.alone = alone;
        this.differences = differences;
    }

    /** Returns the matrix of {@code levels}. */
    public static Ngtdm of(GrayLevels levels, Neighborhood neighborhood) {
        return NeighborCounts.of(levels, neighborhood, Set.of(NeighborTexture.NGTDM))
                .ngtdm();
    }

    /** Returns N, the highest level. */
    public int levelCount() {
        return levels[levels.length - 1];
    }

    /** Returns how many levels occur: the rows of the matrix. */
    public int presentLevelCount() {
        return levels.length;
    }

    /** Returns level i of row {@code rank}, counted from 0; levels ascend. */
    public int level(int rank) {
        return levels[rank];
    }

    /** Returns n_i, the number of voxels of the level of row {@code rank}, those without neighbors too. */
    public int count(int rank) {
        return counts[rank];
    }

    /** Returns how many of the {@link #count} voxels have no neighbor in the region. */
    public int countWithoutNeighbors(int rank) {
        return alone[rank];
    }

    /** Returns s_i, the sum of |i − mean of the neighbors| over the voxels that have neighbors. */
    public double difference(int rank) {
        return differences[rank];
    }
}
