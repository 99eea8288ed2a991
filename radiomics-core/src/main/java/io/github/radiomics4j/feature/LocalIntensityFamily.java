package io.github.radiomics4j.feature;

import io.github.radiomics4j.intensity.IntensityPeaks;
import java.util.List;

/**
 * Means around the brightest voxels of a region, its surroundings included: {@link LocalIntensityFeature}. Reads {@link
 * Region#image()}.
 */
public record LocalIntensityFamily() implements FeatureFamily {

    /** Returns the family, which has no options. */
    public static LocalIntensityFamily withDefaults() {
        return new LocalIntensityFamily();
    }

    @Override
    public String name() {
        return LocalIntensityFeature.FAMILY_NAME;
    }

    @Override
    public List<LocalIntensityFeature> features() {
        return List.of(LocalIntensityFeature.values());
    }

    @Override
    public double surroundingsMm() {
        return IntensityPeaks.RADIUS_MM;
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        List<LocalIntensityFeature> own = own(wanted, LocalIntensityFeature.class);
        IntensityPeaks peaks = IntensityPeaks.of(region.voxels(), region.image(), region::checkCancelled);
        return FeatureValues.of(
                own,
                feature -> feature.of(peaks),
                feature -> "the intensities are too large for their sum to be finite");
    }
}
