package io.github.radiomics4j.feature;

import io.github.radiomics4j.feature.FirstOrderFamily.Sample;
import java.util.function.ToDoubleFunction;

/**
 * First-order features in PyRadiomics' order. x are the N intensities of the region, not discretized, m_k their central
 * moments (see {@link io.github.radiomics4j.intensity.Moments}), P_q their percentiles (see {@link
 * io.github.radiomics4j.intensity.OrderStatistics}), c the voxel array shift, and p_i the share of gray level i among the
 * levels that occur. In intensity units and never NaN unless said otherwise, but for intensities so large, some 10⁷⁷, that
 * their powers are infinite.
 */
public enum FirstOrderFeature implements Feature {
    /** P₁₀. */
    PERCENTILE_10("10Percentile", "QG58", s -> s.order().percentile10()),
    /** P₉₀. */
    PERCENTILE_90("90Percentile", "8DWT", s -> s.order().percentile90()),
    /** Σ (x + c)², in squared intensity units. */
    ENERGY("Energy", "N8CA", Sample::energy),
    /** −Σ p_i log₂(p_i + ε), in bits, with ε = 2⁻⁵², which IBSI has not; −3.2·10⁻¹⁶ for a region of one gray level. */
    ENTROPY("Entropy", "TLU2", Sample::entropy),
    /** P₇₅ − P₂₅. */
    INTERQUARTILE_RANGE("InterquartileRange", "SALO", s -> s.order().interquartileRange()),
    /** m₄ / m₂², less 3 where the family says so, as IBSI does; 0 for a flat region. No unit. */
    KURTOSIS("Kurtosis", "IPH6", Sample::kurtosis),
    /** Largest x. */
    MAXIMUM("Maximum", "84IY", s -> s.order().maximum()),
    /** Σ |x − mean| / N. */
    MEAN_ABSOLUTE_DEVIATION("MeanAbsoluteDeviation", "4FUA", s -> s.moments().meanAbsoluteDeviation()),
    /** Σ x / N. */
    MEAN("Mean", "Q4LE", s -> s.moments().mean()),
    /** P₅₀. */
    MEDIAN("Median", "Y12H", s -> s.order().median()),
    /** Least x. */
    MINIMUM("Minimum", "1GSF", s -> s.order().minimum()),
    /** Maximum − minimum. */
    RANGE("Range", "2OJQ", s -> s.order().range()),
    /** Σ |y − ȳ| / M over the M intensities y from P₁₀ to P₉₀. NaN if there are none, as in two voxels that differ. */
    ROBUST_MEAN_ABSOLUTE_DEVIATION(
            "RobustMeanAbsoluteDeviation", "1128", s -> s.order().robustMeanAbsoluteDeviation()),
    /** √(Σ (x + c)² / N). */
    ROOT_MEAN_SQUARED("RootMeanSquared", "5ZWQ", Sample::rootMeanSquared),
    /** m₃ / m₂^1.5; 0 for a flat region. No unit. */
    SKEWNESS("Skewness", "KE2A", s -> s.moments().skewness()),
    /** √m₂; on request, since it is the root of the variance. Not in IBSI. */
    STANDARD_DEVIATION("StandardDeviation", "", s -> s.moments().standardDeviation()),
    /** Energy times the volume of a voxel in mm³. Not in IBSI. */
    TOTAL_ENERGY("TotalEnergy", "", Sample::totalEnergy),
    /** Σ p_i². No unit. */
    UNIFORMITY("Uniformity", "BJ5W", Sample::uniformity),
    /** m₂, divided by N and not N − 1, in squared intensity units. */
    VARIANCE("Variance", "ECT3", s -> s.moments().variance());

    static final String FAMILY_NAME = "firstorder";

    private final String featureName;
    private final String ibsiCode;
    private final ToDoubleFunction<Sample> formula;

    FirstOrderFeature(String featureName, String ibsiCode, ToDoubleFunction<Sample> formula) {
        this.featureName = featureName;
        this.ibsiCode = ibsiCode;
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
    public boolean onRequest() {
        return this == STANDARD_DEVIATION;
    }

    double of(Sample sample) {
        return formula.applyAsDouble(sample);
    }

    String reasonIfNan() {
        return this == ROBUST_MEAN_ABSOLUTE_DEVIATION
                ? "no intensity lies between the 10th and the 90th percentile"
                : "the intensities are too large for their powers to be finite";
    }
}
