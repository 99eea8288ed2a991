package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.PresentLevels;
import java.util.List;

/**
 * Gray level size zone matrix (IBSI 9SAK): P(i, j) is the number of zones of gray level i and j voxels. A zone is a largest
 * set of voxels of one level that are connected by faces, edges or corners (26 neighbors), or by fewer directions.
 * Immutable.
 *
 * @param matrix the counts
 */
public record Glszm(SizeMatrix matrix) {

    /**
     * Counts the zones of {@code levels} whose voxels are connected by some directions alone.
     *
     * @param neighborhood directions one voxel long
     */
    public static Glszm of(GrayLevels levels, Neighborhood neighborhood) {
        PresentLevels present = levels.present();
        CellCounts counts = new CellCounts(present.levels());
        int[] bordered = present.bordered();
        int[] positions = levels.region().positions();
        int[] parents = ZoneLabelling.label(bordered, levels.region(), positions, neighborhood);
        ZoneLabelling.countSizes(bordered, parents, positions, counts);
        return new Glszm(counts.toMatrix());
    }

    /** Returns the sum of {@code parts}, of which none connects with another. */
    public static Glszm sum(List<Glszm> parts) {
        return new Glszm(SizeMatrix.sum(parts.stream().map(Glszm::matrix).toList()));
    }

    /** Counts the zones of {@code levels}. */
    public static Glszm of(GrayLevels levels) {
        return of(levels, Neighborhood.adjacent());
    }
}
