package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.PresentLevels;
import java.util.List;

/**
 * Gray level distance zone matrix (IBSI VMDZ): P(i, j) is the number of zones of gray level i whose voxel nearest to the
 * border of the morphological mask lies at distance j ({@link BorderDistances}). Immutable.
 *
 * @param matrix the counts; its sizes are the distances
 * @param zones the same zones, counted by their number of voxels on the way
 */
public record Gldzm(SizeMatrix matrix, Glszm zones) {

    /**
     * Counts the zones of {@code levels}.
     *
     * @param neighborhood what connects voxels, directions one voxel long
     * @param distances in the morphological mask
     */
    public static Gldzm of(GrayLevels levels, Neighborhood neighborhood, BorderDistances distances) {
        PresentLevels present = levels.present();
        CellCounts byDistance = new CellCounts(present.levels());
        CellCounts bySize = new CellCounts(present.levels());
        int[] bordered = present.bordered();
        int[] positions = levels.region().positions();
        int[] parents = ZoneLabelling.label(bordered, levels.region(), positions, neighborhood);
        ZoneLabelling.countSizesAndDistances(
                bordered, parents, positions, distances.of(levels.region()), bySize, byDistance);
        return new Gldzm(byDistance.toMatrix(), new Glszm(bySize.toMatrix()));
    }

    /** Returns the sum of {@code parts}, of which none connects with another. */
    public static Gldzm sum(List<Gldzm> parts) {
        return new Gldzm(
                SizeMatrix.sum(parts.stream().map(Gldzm::matrix).toList()),
                Glszm.sum(parts.stream().map(Gldzm::zones).toList()));
    }

    /** Returns the number of voxels in all zones. */
    public long voxelCount() {
        return zones.matrix().voxelCount();
    }
}
