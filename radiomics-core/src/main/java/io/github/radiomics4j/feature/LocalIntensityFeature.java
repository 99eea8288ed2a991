package io.github.radiomics4j.feature;

import io.github.radiomics4j.intensity.IntensityPeaks;
import java.util.function.ToDoubleFunction;

/**
 * Local intensity features in IBSI's order (9ST6), in intensity units and never NaN: see {@link
 * io.github.radiomics4j.intensity.IntensityPeaks}. Not in PyRadiomics.
 */
public enum LocalIntensityFeature implements Feature {
    /** Mean of the sphere of 1 cm³ around the voxel of highest intensity; the highest of them if there are several. */
    LOCAL_INTENSITY_PEAK("LocalIntensityPeak", "VJGA", "loc_peak_loc", IntensityPeaks::local),
    /** Highest mean of the spheres of 1 cm³ around all voxels. */
    GLOBAL_INTENSITY_PEAK("GlobalIntensityPeak", "0F91", "loc_peak_glob", IntensityPeaks::global);

    static final String FAMILY_NAME = "localintensity";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<IntensityPeaks> formula;

    LocalIntensityFeature(
            String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<IntensityPeaks> formula) {
        this.featureName = featureName;
        this.ibsiCode = ibsiCode;
        this.ibsiTag = ibsiTag;
        this.formula = formula;
    }

    @Override
    public String familyName() {
        return FAMILY_NAME;
    }

    @Override
    public String featureName() {
        return featureName;
    }

    @Override
    public String ibsiCode() {
        return ibsiCode;
    }

    @Override
    public String ibsiTag() {
        return ibsiTag;
    }

    double of(IntensityPeaks peaks) {
        return formula.applyAsDouble(peaks);
    }
}
