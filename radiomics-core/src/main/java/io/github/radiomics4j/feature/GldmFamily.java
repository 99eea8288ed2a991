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
        return "gldm";
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
        GldmStatistics statistics = new GldmStatistics(region.gldm());
        FeatureValues.Builder values = FeatureValues.builder(wanted);
        for (int f = 0; f < wanted.size(); f++) {
            values.set(f, ((GldmFeature) wanted.get(f)).of(statistics), "");
        }
        return values.build();
    }
}
