package io.github.radiomics4j.feature;

import java.util.function.ToDoubleFunction;

/**
 * Features of the gray level dependence matrix (IBSI 3.11: neighbouring grey level dependence matrix, REK0, with
 * coarseness 0 and distance 1), in PyRadiomics' order.
 *
 * <p>Symbols: P(i, j), the number of voxels of level i with dependence j, which is 1 + the number of its neighbors of the
 * same level; n = Σ P, the number of voxels; p = P / n; ε = 2⁻⁵². None has a unit but the entropy, which is in bits. None
 * is ever NaN.
 */
public enum GldmFeature implements Feature {
    /** −Σ p log₂(p + ε), in bits. IBSI: dependence count entropy. */
    DEPENDENCE_ENTROPY("DependenceEntropy", "FCBV", "ngl_dc_entr", SizeStatistics::entropy),
    /** Σ_j (Σ_i P)² / n. IBSI: dependence count non-uniformity. */
    DEPENDENCE_NON_UNIFORMITY("DependenceNonUniformity", "Z87G", "ngl_dcnu", SizeStatistics::sizeNonUniformity),
    /** Σ_j (Σ_i P)² / n². IBSI: normalised dependence count non-uniformity. */
    DEPENDENCE_NON_UNIFORMITY_NORMALIZED(
            "DependenceNonUniformityNormalized", "OKJI", "ngl_dcnu_norm", SizeStatistics::sizeNonUniformityNormalized),
    /** Σ (j − Σ j p)² p. IBSI: dependence count variance. */
    DEPENDENCE_VARIANCE("DependenceVariance", "DNX2", "ngl_dc_var", SizeStatistics::sizeVariance),
    /** Σ_i (Σ_j P)² / n. IBSI: grey level non-uniformity. */
    GRAY_LEVEL_NON_UNIFORMITY("GrayLevelNonUniformity", "FP8K", "ngl_glnu", SizeStatistics::levelNonUniformity),
    /** Σ (i − Σ i p)² p. IBSI: grey level variance. */
    GRAY_LEVEL_VARIANCE("GrayLevelVariance", "1PFV", "ngl_gl_var", SizeStatistics::levelVariance),
    /** Σ i² p. IBSI: high grey level count emphasis. */
    HIGH_GRAY_LEVEL_EMPHASIS("HighGrayLevelEmphasis", "OAE7", "ngl_hgce", SizeStatistics::highLevelEmphasis),
    /** Σ j² p. IBSI: high dependence emphasis. */
    LARGE_DEPENDENCE_EMPHASIS("LargeDependenceEmphasis", "IMOQ", "ngl_hde", SizeStatistics::largeEmphasis),
    /** Σ i² j² p. IBSI: high dependence high grey level emphasis. */
    LARGE_DEPENDENCE_HIGH_GRAY_LEVEL_EMPHASIS(
            "LargeDependenceHighGrayLevelEmphasis", "9QMG", "ngl_hdhge", SizeStatistics::largeHighLevelEmphasis),
    /** Σ j² p / i². IBSI: high dependence low grey level emphasis. */
    LARGE_DEPENDENCE_LOW_GRAY_LEVEL_EMPHASIS(
            "LargeDependenceLowGrayLevelEmphasis", "NBZI", "ngl_hdlge", SizeStatistics::largeLowLevelEmphasis),
    /** Σ p / i². IBSI: low grey level count emphasis. */
    LOW_GRAY_LEVEL_EMPHASIS("LowGrayLevelEmphasis", "TL9H", "ngl_lgce", SizeStatistics::lowLevelEmphasis),
    /** Σ p / j². IBSI: low dependence emphasis. */
    SMALL_DEPENDENCE_EMPHASIS("SmallDependenceEmphasis", "SODN", "ngl_lde", SizeStatistics::smallEmphasis),
    /** Σ i² p / j². IBSI: low dependence high grey level emphasis. */
    SMALL_DEPENDENCE_HIGH_GRAY_LEVEL_EMPHASIS(
            "SmallDependenceHighGrayLevelEmphasis", "JA6D", "ngl_ldhge", SizeStatistics::smallHighLevelEmphasis),
    /** Σ p / (i² j²). IBSI: low dependence low grey level emphasis. */
    SMALL_DEPENDENCE_LOW_GRAY_LEVEL_EMPHASIS(
            "SmallDependenceLowGrayLevelEmphasis", "EQ3F", "ngl_ldlge", SizeStatistics::smallLowLevelEmphasis);

    static final String FAMILY_NAME = "gldm";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<SizeStatistics> formula;

    GldmFeature(String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<SizeStatistics> formula) {
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

    double of(SizeStatistics statistics) {
        return formula.applyAsDouble(statistics);
    }
}
