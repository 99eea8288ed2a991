package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.NeighborTexture;
import java.util.List;
import java.util.Set;

/** The dependence features: 26 neighbors, which depend on a voxel when they have the same level. */
public record GldmFamily() implements FeatureFamily {

    /** Returns the default, the only one there is. */
    public static GldmFamily withDefaults() {
        return new GldmFamily();
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
        return Set.of(NeighborTexture.GLDM);
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<GldmFeature> features = own(wanted, GldmFeature.class);
        SizeStatistics statistics = new SizeStatistics(region.gldm());
        return FeatureValues.of(features, feature -> feature.of(statistics), feature -> "a region always has a voxel");
    }
}
