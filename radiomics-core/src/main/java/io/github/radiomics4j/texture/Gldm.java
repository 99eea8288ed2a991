package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.PresentLevels;
import java.util.Objects;
import java.util.Set;

/**
 * Gray level dependence matrix: how many voxels of level i have j − 1 neighbors of the same level, or of one that differs
 * by no more than the coarseness α, so that j, the dependence, runs from 1 to the number of neighbors + 1. Equals IBSI's
 * NGLDM. Immutable.
 */
public final class Gldm {
    private final int[] levels;
    private final int largestDependence;
    private final int[] counts;

    /**
     * @param levels levels that occur, ascending; handed over
     * @param counts {@code counts[largestDependence * rank + j - 1]}; handed over
     */
    Gldm(int[] levels, int largestDependence, int[] counts) {
        this.levels = levels;
        this.largestDependence = largestDependence;
        this.counts = counts;
    }

    /** Returns the matrix of {@code levels}, with coarseness 0. */
    public static Gldm of(GrayLevels levels, Neighborhood neighborhood) {
        return NeighborCounts.of(levels, neighborhood, Set.of(NeighborTexture.GLDM))
                .gldm();
    }

    /**
     * Returns the matrix of {@code levels}.
     *
     * @param coarseness α, at least 0: the largest difference of level at which a neighbor counts
     */
    public static Gldm of(GrayLevels levels, Neighborhood neighborhood, int coarseness) {
        if (coarseness < 0) {
            throw new IllegalArgumentException("the coarseness must be at least 0, found " + coarseness);
        }
        BorderedBox box = BorderedBox.of(levels.region(), neighborhood);
        int[] steps = box.steps();
        PresentLevels present = levels.present();
        int largestDependence = 2 * steps.length + 1;
        int[] counts = new int[Math.multiplyExact(present.count(), largestDependence)];
        NeighborSweep.countWithin(
                coarseness, box.lay(levels.levels(), 0), box.positions(), present.ranks(), steps, counts);
        return new Gldm(present.levels(), largestDependence, counts);
    }

    /** Returns N, the highest level. */
    public int levelCount() {
        return levels[levels.length - 1];
    }

    /** Returns how many levels occur: the rows of the matrix. */
    public int presentLevelCount() {
        return levels.length;
    }

    /** Returns the level of row {@code rank}, counted from 0; levels ascend. */
    public int level(int rank) {
        return levels[rank];
    }

    /** Returns the largest j there can be: 27 where all 26 neighbors count. */
    public int largestDependence() {
        return largestDependence;
    }

    /** Returns the number of voxels of the level of row {@code rank} with dependence j, 1 to the largest. */
    public int count(int rank, int dependence) {
        Objects.checkIndex(dependence - 1, largestDependence);
        return counts[largestDependence * rank + dependence - 1];
    }
}
