package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Aggregation;

/** A feature of a texture matrix in one way to aggregate it. */
record AggregatedFeature(TextureFeature feature, Aggregation aggregation) implements Feature {

    AggregatedFeature {
        feature.matrix().checked(aggregation);
    }

    @Override
    public String familyName() {
        return feature.matrix().familyName() + "-" + feature.matrix().label(aggregation);
    }

    @Override
    public String featureName() {
        return feature.featureName();
    }

    @Override
    public String ibsiCode() {
        return feature.ibsiCode();
    }

    @Override
    public String ibsiTag() {
        String suffix = feature.matrix().label(aggregation).replace('.', '_').replace('-', '_');
        return feature.ibsiTag().isEmpty() ? "" : feature.ibsiTag() + "_" + suffix;
    }

    /** The IBSI lists hold features that equal each other; on request is only what IBSI does not know. */
    @Override
    public boolean onRequest() {
        return feature.ibsiCode().isEmpty();
    }
}
