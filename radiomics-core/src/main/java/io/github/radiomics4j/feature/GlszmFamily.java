package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Glszm;
import java.util.List;

/** The {@link GlszmFeature}s: computed from one matrix of the zones in three dimensions (IBSI 3D, KOBO). */
public record GlszmFamily() implements FeatureFamily {
    static final String NAME = "glszm";
    private static final List<GlszmFeature> FEATURES = List.of(GlszmFeature.values());

    /** Returns the family as PyRadiomics computes it: zones of 26 connected voxels. */
    public static GlszmFamily withDefaults() {
        return new GlszmFamily();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<GlszmFeature> features() {
        return FEATURES;
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        SizeStatistics statistics = new SizeStatistics(Glszm.of(region.levels()).matrix());
        FeatureValues.Builder values = FeatureValues.builder(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            values.set(i, ((GlszmFeature) wanted.get(i)).value(statistics), "a region always has a zone");
        }
        return values.build();
    }
}
