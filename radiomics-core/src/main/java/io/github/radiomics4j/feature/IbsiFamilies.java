package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.Aggregation;
import io.github.radiomics4j.texture.TextureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The families of the IBSI reference manual, chapter 1, with their defaults, in its order. */
public final class IbsiFamilies {
    private IbsiFamilies() {}

    /** Returns every family, each texture matrix in every way of aggregation. */
    public static List<FeatureFamily> all() {
        return in(Aggregation.values());
    }

    /**
     * Returns every family, each texture matrix in some ways of aggregation; where it has no directions apart, in the merged
     * way of the same dimension.
     */
    public static List<FeatureFamily> in(Aggregation... aggregations) {
        List<FeatureFamily> families = new ArrayList<>(List.of(
                MorphologyFamily.withDefaults(),
                LocalIntensityFamily.withDefaults(),
                IntensityStatisticsFamily.withDefaults(),
                IntensityHistogramFamily.withDefaults(),
                IntensityVolumeHistogramFamily.withDefaults()));
        for (TextureMatrix matrix : TextureMatrix.values()) {
            Stream.of(aggregations)
                    .map(aggregation -> matrix.hasDirections() ? aggregation : aggregation.merged())
                    .distinct()
                    .forEach(aggregation -> families.add(TextureFamily.of(matrix, aggregation)));
        }
        return List.copyOf(families);
    }
}
