package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glszm;
import java.util.List;

/** The {@link GlszmFeature}s: computed from one matrix of the zones in three dimensions (IBSI 3D, KOBO). */
public record GlszmFamily() implements FeatureFamily {

    /** Returns the family as PyRadiomics computes it: zones of 26 connected voxels. */
    public static GlszmFamily withDefaults() {
        return new GlszmFamily();
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
        SizeStatistics statistics = new SizeStatistics(Glszm.of(region.levels()).matrix());
        return FeatureValues.of(features, feature -> feature.of(statistics), feature -> "a region always has a zone");
    }
}
