package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Gldm;
import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.List;
import java.util.Set;

/**
 * The dependence features: 26 neighbors, which depend on a voxel when they have the same level or nearly so.
 *
 * @param coarseness α, the largest difference of level at which a neighbor depends; PyRadiomics' {@code gldm_a}
 */
public record GldmFamily(int coarseness) implements FeatureFamily {

    /** Checks that the coarseness is at least 0. */
    public GldmFamily {
        if (coarseness < 0) {
            throw new IllegalArgumentException("the coarseness must be at least 0, found " + coarseness);
        }
    }

    /** Makes the family of coarseness 0. */
    public GldmFamily() {
        this(0);
    }

    /** Returns the default: neighbors of the same level. */
    public static GldmFamily withDefaults() {
        return new GldmFamily();
    }

    /** Returns a copy with another coarseness. */
    public GldmFamily withCoarseness(int coarseness) {
        return new GldmFamily(coarseness);
    }

    @Override
    public String name() {
        return GldmFeature.FAMILY_NAME;
    }

    @Override
    public List<GldmFeature> features() {
        return List.of(GldmFeature.values());
    }

    @Override
    public Set<NeighborTexture> neighborTextures() {
        return coarseness == 0 ? Set.of(NeighborTexture.GLDM) : Set.of();
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<GldmFeature> features = own(wanted, GldmFeature.class);
        SizeStatistics statistics = new SizeStatistics(
                coarseness == 0 ? region.gldm() : Gldm.of(region.levels(), Neighborhood.adjacent(), coarseness));
        return FeatureValues.of(features, feature -> feature.of(statistics), feature -> "a region always has a voxel");
    }
}
