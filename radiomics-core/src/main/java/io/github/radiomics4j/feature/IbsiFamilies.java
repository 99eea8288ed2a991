package io.github.radiomics4j.feature;

import java.util.ArrayList;
import java.util.List;

/** The families of the IBSI reference manual. */
public final class IbsiFamilies {
    private IbsiFamilies() {}

    /** Returns every family, textures in each way of aggregation, in the manual's order and with their defaults. */
    public static List<FeatureFamily> all() {
        List<FeatureFamily> families = new ArrayList<>();
        families.add(IntensityStatisticsFamily.withDefaults());
        families.add(IntensityHistogramFamily.withDefaults());
        families.add(IntensityVolumeHistogramFamily.withDefaults());
        return List.copyOf(families);
    }

    /** Returns the families of a volume, textures in three dimensions and averaged over directions. */
    public static List<FeatureFamily> volumetric() {
        return all();
    }

    /** Returns the families of slices, textures in 2D and 2.5D. */
    public static List<FeatureFamily> slicewise() {
        return all();
    }

    /** Returns {@code families} with other bins of the intensity-volume histogram. */
    public static List<FeatureFamily> withVolumeHistogram(
            List<FeatureFamily> families, IntensityVolumeHistogramFamily.Bins bins) {
        return families.stream()
                .<FeatureFamily>map(family ->
                        family instanceof IntensityVolumeHistogramFamily histogram ? histogram.withBins(bins) : family)
                .toList();
    }

    /** Returns the tag of {@code feature} in the IBSI compliance sheet, with the aggregation of its family. */
    public static String tag(FeatureFamily family, Feature feature) {
        return feature.ibsiTag();
    }
}
