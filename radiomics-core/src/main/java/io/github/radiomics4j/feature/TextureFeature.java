package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Aggregation;
import io.github.radiomics4j.texture.TextureMatrix;

/** A feature of a texture matrix, which {@link TextureFamily} computes in each way that IBSI has to aggregate it. */
public sealed interface TextureFeature extends Feature
        permits GlcmFeature, GldzmFeature, GlrlmFeature, GlszmFeature, NgldmFeature, NgtdmFeature {

    /** Returns the matrix that it is a feature of. */
    TextureMatrix matrix();

    /**
     * Returns this feature as it is in the family of {@code aggregation}: its column is {@code
     * original_glcm-3D-comb_Contrast} and its IBSI tag {@code cm_contrast_3D_comb}.
     *
     * @throws IllegalArgumentException if the matrix cannot be aggregated so
     */
    default Feature in(Aggregation aggregation) {
        return new AggregatedFeature(this, aggregation);
    }
}
