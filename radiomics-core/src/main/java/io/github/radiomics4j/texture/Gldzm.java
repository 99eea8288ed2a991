package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.PresentLevels;

/**
 * Gray level distance zone matrix (IBSI VMDZ): P(i, j) is the number of zones of gray level i whose voxel nearest to the
 * border of the morphological mask lies at distance j ({@link BorderDistances}). Zones are those of {@link Glszm}.
 * Immutable.
 *
 * @param matrix the counts; its sizes are the distances
 * @param voxelCount number of voxels in all zones
 */
public record Gldzm(SizeMatrix matrix, long voxelCount) {

    /**
     * Counts the zones of {@code levels}.
     *
     * @param neighborhood what connects voxels, directions one voxel long
     * @param distances in the morphological mask
     */
    public static Gldzm of(GrayLevels levels, Neighborhood neighborhood, BorderDistances distances) {
        PresentLevels present = levels.present();
        CellCounts counts = new CellCounts(present.levels());
        int[] bordered = present.bordered();
        int[] positions = levels.region().positions();
        int[] parents = ZoneLabelling.label(bordered, levels.region(), positions, neighborhood);
        ZoneLabelling.countNearest(bordered, parents, positions, distances.of(levels.region()), counts);
        return new Gldzm(counts.toMatrix(), positions.length);
    }
}
