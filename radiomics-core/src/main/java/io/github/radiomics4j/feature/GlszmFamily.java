package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glszm;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.List;

/**
 * The {@link GlszmFeature}s: computed from one matrix of the zones in three dimensions (IBSI 3D, KOBO), or of those within
 * planes.
 *
 * @param neighborhood what connects voxels, directions one voxel long
 */
public record GlszmFamily(Neighborhood neighborhood) implements FeatureFamily {

    /** Checks that directions are one voxel long. */
    public GlszmFamily {
        requireAdjacent(neighborhood);
    }

    /** Makes the family of zones of 26 connected voxels. */
    public GlszmFamily() {
        this(Neighborhood.adjacent());
    }

    static void requireAdjacent(Neighborhood neighborhood) {
        if (neighborhood.reach() != 1) {
            throw new IllegalArgumentException(
                    "runs and zones need directions one voxel long, found " + neighborhood.directions());
        }
    }

    /** Returns the family as PyRadiomics computes it: zones of 26 connected voxels. */
    public static GlszmFamily withDefaults() {
        return new GlszmFamily();
    }

    /** Returns a copy with other neighbors. */
    public GlszmFamily withNeighborhood(Neighborhood neighborhood) {
        return new GlszmFamily(neighborhood);
    }

    @Override
    public String name() {
        return GlszmFeature.FAMILY_NAME;
    }

    @Override
    public List<GlszmFeature> features() {
        return List.of(GlszmFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<GlszmFeature> features = own(wanted, GlszmFeature.class);
        SizeStatistics statistics =
                new SizeStatistics(Glszm.of(region.levels(), neighborhood).matrix());
        return FeatureValues.of(features, feature -> feature.of(statistics), feature -> "a region always has a zone");
    }
}
