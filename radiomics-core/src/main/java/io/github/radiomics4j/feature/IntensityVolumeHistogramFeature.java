package io.github.radiomics4j.feature;

import java.util.function.ToDoubleFunction;

/**
 * IBSI's features of the intensity-volume histogram (P88C), in its order. G are the intensities of the range, evenly spaced,
 * whether they occur or not; ν_i is the fraction of voxels with at least intensity i, and γ_i = (i − min G) / (max G − min G).
 * Volumes have no unit, intensities that of {@link IntensityVolumeHistogramFamily.Bins}.
 */
public enum IntensityVolumeHistogramFeature implements Feature {
    /** ν at the least intensity i with γ_i ≥ 0.1. NaN if the range has but one intensity. */
    VOLUME_10("V10", "BC2M", "ivh_v10", s -> s.volumeAt(10)),
    /** ν at the least intensity i with γ_i ≥ 0.9. NaN if the range has but one intensity. */
    VOLUME_90("V90", "BC2M", "ivh_v90", s -> s.volumeAt(90)),
    /** The least intensity i with ν_i ≤ 0.1. NaN if there is none: more than 10 % have the highest intensity. */
    INTENSITY_10("I10", "GBPN", "ivh_i10", s -> s.intensityAt(10)),
    /** The least intensity i with ν_i ≤ 0.9. NaN if there is none: more than 90 % have the highest intensity. */
    INTENSITY_90("I90", "GBPN", "ivh_i90", s -> s.intensityAt(90)),
    /** V₁₀ − V₉₀. NaN if one of them is. */
    VOLUME_DIFFERENCE("V10MinusV90", "DDTU", "ivh_diff_v10_v90", s -> s.volumeAt(10) - s.volumeAt(90)),
    /** I₁₀ − I₉₀. NaN if one of them is. */
    INTENSITY_DIFFERENCE("I10MinusI90", "CNV2", "ivh_diff_i10_i90", s -> s.intensityAt(10) - s.intensityAt(90)),
    /**
     * The area under ν over γ by trapezoids, 0 to 1. NaN if the range has but one intensity. On request: it is not
     * standardized, and IBSI has no reference value for it.
     */
    AREA("AreaUnderCurve", "9CMM", "ivh_auc", IntensityVolumeHistogramFamily.Curve::area);

    static final String FAMILY_NAME = "volumehistogram";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<IntensityVolumeHistogramFamily.Curve> formula;

    IntensityVolumeHistogramFeature(
            String featureName,
            String ibsiCode,
            String ibsiTag,
            ToDoubleFunction<IntensityVolumeHistogramFamily.Curve> formula) {
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

    @Override
    public boolean onRequest() {
        return this == AREA;
    }

    double of(IntensityVolumeHistogramFamily.Curve sample) {
        return formula.applyAsDouble(sample);
    }

    String reasonIfNan() {
        return switch (this) {
            case INTENSITY_10, INTENSITY_90, INTENSITY_DIFFERENCE ->
                "the highest intensity of the range takes up a larger fraction of the volume than is asked for";
            default -> "a range of one intensity has no fractions";
        };
    }
}
