package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.PresentLevels;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.run.Execution;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The textures that look at neighbors, counted together: one visit of each voxel serves all that are wanted. Immutable.
 */
public final class NeighborCounts {
    private final Set<NeighborTexture> counted;
    private final @Nullable Glcm glcm;
    private final @Nullable Glcm directedGlcm;
    private final @Nullable Gldm gldm;
    private final @Nullable Ngtdm ngtdm;

    private NeighborCounts(
            Set<NeighborTexture> counted,
            @Nullable Glcm glcm,
            @Nullable Glcm directedGlcm,
            @Nullable Gldm gldm,
            @Nullable Ngtdm ngtdm) {
        this.counted = counted;
        this.glcm = glcm;
        this.directedGlcm = directedGlcm;
        this.gldm = gldm;
        this.ngtdm = ngtdm;
    }

    /** Returns the counts of {@code wanted}; what is not wanted takes no memory and no time. */
    public static NeighborCounts of(GrayLevels levels, Neighborhood neighborhood, Set<NeighborTexture> wanted) {
        return of(levels, neighborhood, wanted, Execution.sequential());
    }

    /**
     * Returns the counts of {@code wanted}; what is not wanted takes no memory and no time.
     *
     * @param execution may cancel; everything is counted on the calling thread
     * @throws java.util.concurrent.CancellationException if cancelled or interrupted
     */
    public static NeighborCounts of(
            GrayLevels levels, Neighborhood neighborhood, Set<NeighborTexture> wanted, Execution execution) {
        Set<NeighborTexture> counted = Set.copyOf(wanted);
        boolean symmetric = counted.contains(NeighborTexture.GLCM);
        boolean directed = counted.contains(NeighborTexture.DIRECTED_GLCM);
        boolean wantsGldm = counted.contains(NeighborTexture.GLDM);
        boolean wantsNgtdm = counted.contains(NeighborTexture.NGTDM);
        RegionOfInterest region = levels.region();
        BorderedBox box = BorderedBox.of(region, neighborhood);
        List<Offset> directions = box.directions();
        int n = levels.levelCount();
        int[] steps = box.steps();
        int[] positions = box.positions();
        if (2L * steps.length * n > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "levels times neighbors must stay below 2^31, found " + n + " times " + 2 * steps.length);
        }
        PresentLevels present = levels.present();
        int[] presentLevels = present.levels();
        int[] voxelLevels = levels.levels();
        int[] bordered = box.lay(voxelLevels, 0);
        int largestDependence = 2 * steps.length + 1;
        int[] dependences = wantsGldm ? new int[Math.multiplyExact(presentLevels.length, largestDependence)] : null;
        double[] differences = wantsNgtdm ? new double[presentLevels.length] : null;
        int[] voxels = new int[wantsNgtdm ? presentLevels.length : 0];
        int[] alone = new int[voxels.length];
        boolean pairs = symmetric || directed;
        boolean dense = pairs && NeighborSweep.isDense(n, positions.length, steps.length);
        int[] matrices = dense ? new int[Math.multiplyExact(steps.length, (n + 1) * (n + 1))] : null;

        if (matrices != null
                && dependences != null
                && differences != null
                && neighborhood.equals(Neighborhood.adjacent())) {
            new AdjacentSweep(bordered, box, voxelLevels)
                    .count(present.ranks(), n, matrices, dependences, differences, voxels, alone);
        } else {
            NeighborSweep.count(
                    bordered, positions, present.ranks(), steps, n, matrices, dependences, differences, voxels, alone);
        }

        Glcm glcm = null;
        Glcm directedGlcm = null;
        if (matrices != null) {
            glcm = symmetric
                    ? new Glcm(directions, true, presentLevels, DensePairs.cells(matrices, presentLevels, n, true))
                    : null;
            directedGlcm = directed
                    ? new Glcm(directions, false, presentLevels, DensePairs.cells(matrices, presentLevels, n, false))
                    : null;
        } else if (pairs) {
            SparsePairs sparse = new SparsePairs(positions, present, box.lay(present.ranks(), 1));
            glcm = symmetric ? new Glcm(directions, true, presentLevels, sparse.cells(steps, true, execution)) : null;
            directedGlcm =
                    directed ? new Glcm(directions, false, presentLevels, sparse.cells(steps, false, execution)) : null;
        }
        return new NeighborCounts(
                counted,
                glcm,
                directedGlcm,
                dependences != null ? new Gldm(presentLevels, largestDependence, dependences) : null,
                differences != null ? new Ngtdm(presentLevels, voxels, alone, differences) : null);
    }

    /** Returns what was counted. */
    public Set<NeighborTexture> counted() {
        return counted;
    }

    /** Returns the co-occurrence matrices. */
    public Glcm glcm(boolean symmetric) {
        return symmetric ? present(glcm, NeighborTexture.GLCM) : present(directedGlcm, NeighborTexture.DIRECTED_GLCM);
    }

    /** Returns the dependence matrix. */
    public Gldm gldm() {
        return present(gldm, NeighborTexture.GLDM);
    }

    /** Returns the gray tone difference matrix. */
    public Ngtdm ngtdm() {
        return present(ngtdm, NeighborTexture.NGTDM);
    }

    private <T> T present(@Nullable T counts, NeighborTexture texture) {
        if (counts == null) {
            throw new IllegalStateException(texture + " was not among the wanted textures " + counted);
        }
        return counts;
    }
}
