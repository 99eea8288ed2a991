package io.github.radiomics4j.feature;

import java.util.function.ToDoubleFunction;

/**
 * IBSI's intensity-based statistics (UHIW), in its order. x are the N intensities of the region, not discretized, m_k their
 * central moments (see {@link io.github.radiomics4j.intensity.Moments}) and P_q their percentiles (see {@link
 * io.github.radiomics4j.intensity.OrderStatistics}). In intensity units and never NaN unless said otherwise, but for
 * intensities so large, some 10⁷⁷, that their powers are infinite.
 */
public enum IntensityStatisticsFeature implements Feature {
    /** Σ x / N. */
    MEAN("Mean", "Q4LE", "stat_mean", s -> s.moments().mean()),
    /** m₂, divided by N and not N − 1, in squared intensity units. */
    VARIANCE("Variance", "ECT3", "stat_var", s -> s.moments().variance()),
    /** m₃ / m₂^1.5; 0 for a flat region. No unit. */
    SKEWNESS("Skewness", "KE2A", "stat_skew", s -> s.moments().skewness()),
    /** m₄ / m₂² − 3; 0 for a flat region. No unit. */
    EXCESS_KURTOSIS("ExcessKurtosis", "IPH6", "stat_kurt", s -> s.moments().excessKurtosis()),
    /** P₅₀. */
    MEDIAN("Median", "Y12H", "stat_median", s -> s.order().median()),
    /** Least x. */
    MINIMUM("Minimum", "1GSF", "stat_min", s -> s.order().minimum()),
    /** P₁₀. */
    PERCENTILE_10("10Percentile", "QG58", "stat_p10", s -> s.order().percentile10()),
    /** P₉₀. */
    PERCENTILE_90("90Percentile", "8DWT", "stat_p90", s -> s.order().percentile90()),
    /** Largest x. */
    MAXIMUM("Maximum", "84IY", "stat_max", s -> s.order().maximum()),
    /** P₇₅ − P₂₅. */
    INTERQUARTILE_RANGE("InterquartileRange", "SALO", "stat_iqr", s -> s.order().interquartileRange()),
    /** Maximum − minimum. */
    RANGE("Range", "2OJQ", "stat_range", s -> s.order().range()),
    /** Σ |x − mean| / N. */
    MEAN_ABSOLUTE_DEVIATION(
            "MeanAbsoluteDeviation", "4FUA", "stat_mad", s -> s.moments().meanAbsoluteDeviation()),
    /** Σ |y − ȳ| / M over the M intensities y from P₁₀ to P₉₀. NaN if there are none, as in two voxels that differ. */
    ROBUST_MEAN_ABSOLUTE_DEVIATION(
            "RobustMeanAbsoluteDeviation", "1128", "stat_rmad", s -> s.order().robustMeanAbsoluteDeviation()),
    /** Σ |x − P₅₀| / N: the mean deviation from the median, and not the median of the deviations. */
    MEDIAN_ABSOLUTE_DEVIATION(
            "MedianAbsoluteDeviation", "N72L", "stat_medad", IntensitySample::medianAbsoluteDeviation),
    /** √m₂ / mean. No unit. NaN if the mean is 0. */
    COEFFICIENT_OF_VARIATION("CoefficientOfVariation", "7TET", "stat_cov", IntensitySample::coefficientOfVariation),
    /** (P₇₅ − P₂₅) / (P₇₅ + P₂₅). No unit. NaN if the quartiles add up to 0. */
    QUARTILE_COEFFICIENT_OF_DISPERSION(
            "QuartileCoefficientOfDispersion", "9S40", "stat_qcod", IntensitySample::quartileCoefficient),
    /** Σ x², in squared intensity units. */
    ENERGY("Energy", "N8CA", "stat_energy", IntensitySample::energy),
    /** √(Σ x² / N). */
    ROOT_MEAN_SQUARE("RootMeanSquare", "5ZWQ", "stat_rms", IntensitySample::rootMeanSquare);

    static final String FAMILY_NAME = "statistics";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<IntensitySample> formula;

    IntensityStatisticsFeature(
            String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<IntensitySample> formula) {
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

    double of(IntensitySample sample) {
        return formula.applyAsDouble(sample);
    }

    String reasonIfNan() {
        return switch (this) {
            case ROBUST_MEAN_ABSOLUTE_DEVIATION -> "no intensity lies between the 10th and the 90th percentile";
            case COEFFICIENT_OF_VARIATION -> "the mean intensity is 0, or too large to be squared";
            case QUARTILE_COEFFICIENT_OF_DISPERSION -> "the quartiles of the intensities add up to 0";
            default -> "the intensities are too large for their powers to be finite";
        };
    }
}
