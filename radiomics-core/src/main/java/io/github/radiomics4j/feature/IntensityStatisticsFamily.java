package io.github.radiomics4j.feature;

import java.util.List;

/**
 * IBSI's statistics of the intensities of a region, wherever in it they are: {@link IntensityStatisticsFeature}. Without
 * options; {@link FirstOrderFamily} is what PyRadiomics has in their place.
 */
public record IntensityStatisticsFamily() implements FeatureFamily {

    /** Returns the family. */
    public static IntensityStatisticsFamily withDefaults() {
        return new IntensityStatisticsFamily();
    }

    @Override
    public String name() {
        return IntensityStatisticsFeature.FAMILY_NAME;
    }

    @Override
    public List<IntensityStatisticsFeature> features() {
        return List.of(IntensityStatisticsFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        IntensitySample sample = new IntensitySample(region.intensities());
        return FeatureValues.of(
                own(wanted, IntensityStatisticsFeature.class),
                feature -> feature.of(sample),
                IntensityStatisticsFeature::reasonIfNan);
    }
}
