package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Gldm;
import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The dependence features: neighbors, 26 of them by default, which depend on a voxel when they have the same level or nearly so.
 *
 * @param coarseness α, the largest difference of level at which a neighbor depends; PyRadiomics' {@code gldm_a}
 * @param neighborhood the neighbors
 */
public record GldmFamily(int coarseness, Neighborhood neighborhood) implements FeatureFamily {

    /** Checks that the coarseness is at least 0. */
    public GldmFamily {
        if (coarseness < 0) {
            throw new IllegalArgumentException("the coarseness must be at least 0, found " + coarseness);
        }
        Objects.requireNonNull(neighborhood, "neighborhood");
    }

    /** Makes the family of coarseness 0. */
    public GldmFamily() {
        this(0, Neighborhood.adjacent());
    }

    /** Returns the default: neighbors of the same level. */
    public static GldmFamily withDefaults() {
        return new GldmFamily();
    }

    /** Returns a copy with another coarseness. */
    public GldmFamily withCoarseness(int coarseness) {
        return new GldmFamily(coarseness, neighborhood);
    }

    /** Returns a copy with other neighbors. */
    public GldmFamily withNeighborhood(Neighborhood neighborhood) {
        return new GldmFamily(coarseness, neighborhood);
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
                coarseness == 0 ? region.gldm(neighborhood) : Gldm.of(region.levels(), neighborhood, coarseness));
        return FeatureValues.of(features, feature -> feature.of(statistics), feature -> "a region always has a voxel");
    }
}
