package io.github.radiomics4j.feature;

import java.util.function.ToDoubleFunction;

/**
 * IBSI's intensity histogram features (ZVCW), in its order. x are the gray levels of the N voxels of the region, m_k their
 * central moments, P_q their percentiles, and p_i the share of level i. H_i voxels have level i of the bins 1 to n, of which
 * n is the highest that occurs; the gradient of that histogram is
 *
 * <pre>{@code H′_1 = H_2 − H_1      H′_i = (H_{i+1} − H_{i−1}) / 2      H′_n = H_n − H_{n−1}}</pre>
 *
 * <p>No feature has a unit but those that count voxels. None is NaN unless said otherwise.
 */
public enum IntensityHistogramFeature implements Feature {
    /** Σ x / N. */
    MEAN("Mean", "X6K6", "ih_mean", s -> s.values().moments().mean()),
    /** m₂, divided by N and not N − 1. */
    VARIANCE("Variance", "CH89", "ih_var", s -> s.values().moments().variance()),
    /** m₃ / m₂^1.5; 0 for a flat region. */
    SKEWNESS("Skewness", "88K1", "ih_skew", s -> s.values().moments().skewness()),
    /** m₄ / m₂² − 3; 0 for a flat region. */
    EXCESS_KURTOSIS(
            "ExcessKurtosis", "C3I7", "ih_kurt", s -> s.values().moments().excessKurtosis()),
    /** P₅₀. */
    MEDIAN("Median", "WIFQ", "ih_median", s -> s.values().order().median()),
    /** Least x. */
    MINIMUM("Minimum", "1PR8", "ih_min", s -> s.values().order().minimum()),
    /** P₁₀. */
    PERCENTILE_10("10Percentile", "GPMT", "ih_p10", s -> s.values().order().percentile10()),
    /** P₉₀. */
    PERCENTILE_90("90Percentile", "OZ0C", "ih_p90", s -> s.values().order().percentile90()),
    /** Largest x. */
    MAXIMUM("Maximum", "3NCY", "ih_max", s -> s.values().order().maximum()),
    /** The level that most voxels have; of several the one nearest to the mean, and of two as near the lower. */
    MODE("Mode", "AMMC", "ih_mode", IntensityHistogramFamily.Sample::mode),
    /** P₇₅ − P₂₅. */
    INTERQUARTILE_RANGE(
            "InterquartileRange", "WR0O", "ih_iqr", s -> s.values().order().interquartileRange()),
    /** Maximum − minimum. */
    RANGE("Range", "5Z3W", "ih_range", s -> s.values().order().range()),
    /** Σ |x − mean| / N. */
    MEAN_ABSOLUTE_DEVIATION(
            "MeanAbsoluteDeviation", "D2ZX", "ih_mad", s -> s.values().moments().meanAbsoluteDeviation()),
    /** Σ |y − ȳ| / M over the M levels y from P₁₀ to P₉₀. NaN if there are none, as in two voxels that differ. */
    ROBUST_MEAN_ABSOLUTE_DEVIATION(
            "RobustMeanAbsoluteDeviation",
            "WRZB",
            "ih_rmad",
            s -> s.values().order().robustMeanAbsoluteDeviation()),
    /** Σ |x − P₅₀| / N: the mean deviation from the median, and not the median of the deviations. */
    MEDIAN_ABSOLUTE_DEVIATION(
            "MedianAbsoluteDeviation", "4RNL", "ih_medad", s -> s.values().medianAbsoluteDeviation()),
    /** √m₂ / mean. */
    COEFFICIENT_OF_VARIATION(
            "CoefficientOfVariation", "CWYJ", "ih_cov", s -> s.values().coefficientOfVariation()),
    /** (P₇₅ − P₂₅) / (P₇₅ + P₂₅). */
    QUARTILE_COEFFICIENT_OF_DISPERSION(
            "QuartileCoefficientOfDispersion",
            "SLWD",
            "ih_qcod",
            s -> s.values().quartileCoefficient()),
    /** −Σ p_i log₂ p_i, in bits. */
    ENTROPY("Entropy", "TLU2", "ih_entropy", IntensityHistogramFamily.Sample::entropy),
    /** Σ p_i². */
    UNIFORMITY("Uniformity", "BJ5W", "ih_uniformity", IntensityHistogramFamily.Sample::uniformity),
    /** Largest H′_i, in voxels. NaN if there is but one bin. */
    MAXIMUM_GRADIENT("MaximumGradient", "12CE", "ih_max_grad", s -> s.gradient().maximum()),
    /** The lowest level whose H′_i is the largest. NaN if there is but one bin. */
    MAXIMUM_GRADIENT_LEVEL(
            "MaximumGradientLevel", "8E6O", "ih_max_grad_g", s -> s.gradient().maximumLevel()),
    /** Least H′_i, in voxels. NaN if there is but one bin. */
    MINIMUM_GRADIENT("MinimumGradient", "VQB3", "ih_min_grad", s -> s.gradient().minimum()),
    /** The lowest level whose H′_i is the least. NaN if there is but one bin. */
    MINIMUM_GRADIENT_LEVEL(
            "MinimumGradientLevel", "RHQZ", "ih_min_grad_g", s -> s.gradient().minimumLevel());

    static final String FAMILY_NAME = "histogram";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<IntensityHistogramFamily.Sample> formula;

    IntensityHistogramFeature(
            String featureName,
            String ibsiCode,
            String ibsiTag,
            ToDoubleFunction<IntensityHistogramFamily.Sample> formula) {
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

    double of(IntensityHistogramFamily.Sample sample) {
        return formula.applyAsDouble(sample);
    }

    String reasonIfNan() {
        return this == ROBUST_MEAN_ABSOLUTE_DEVIATION
                ? "no gray level lies between the 10th and the 90th percentile"
                : "one bin of the histogram has no gradient";
    }
}
