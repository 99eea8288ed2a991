package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.TextureMatrix;
import java.util.function.ToDoubleFunction;

/**
 * Features of the gray level distance zone matrix (IBSI 3.9, family VMDZ, {@link io.github.radiomics4j.texture.Gldzm}), in
 * the order of the manual. PyRadiomics has none.
 *
 * <p>Symbols: P(i, j) number of zones of gray level i whose voxel nearest to the border lies j steps from outside; n = Σ
 * P(i, j) number of zones; N number of voxels; p(i, j) = P(i, j) / n. A region has a voxel and therefore a zone: no feature
 * is ever NaN. They are aggregated by {@link TextureFamily}.
 */
public enum GldzmFeature implements TextureFeature {
    /** Weight of zones near the border: Σ p(i, j) / j². IBSI 0GBI. */
    SMALL_DISTANCE_EMPHASIS("SmallDistanceEmphasis", "0GBI", "dzm_sde", SizeStatistics::smallEmphasis),
    /** Weight of zones far from the border: Σ p(i, j) j². IBSI MB4I. */
    LARGE_DISTANCE_EMPHASIS("LargeDistanceEmphasis", "MB4I", "dzm_lde", SizeStatistics::largeEmphasis),
    /** Weight of low gray levels: Σ p(i, j) / i². IBSI S1RA. */
    LOW_GRAY_LEVEL_ZONE_EMPHASIS("LowGrayLevelZoneEmphasis", "S1RA", "dzm_lgze", SizeStatistics::lowLevelEmphasis),
    /** Weight of high gray levels: Σ p(i, j) i². IBSI K26C. */
    HIGH_GRAY_LEVEL_ZONE_EMPHASIS("HighGrayLevelZoneEmphasis", "K26C", "dzm_hgze", SizeStatistics::highLevelEmphasis),
    /** Weight of zones of low gray levels near the border: Σ p(i, j) / (i² j²). IBSI RUVG. */
    SMALL_DISTANCE_LOW_GRAY_LEVEL_EMPHASIS(
            "SmallDistanceLowGrayLevelEmphasis", "RUVG", "dzm_sdlge", SizeStatistics::smallLowLevelEmphasis),
    /** Weight of zones of high gray levels near the border: Σ p(i, j) i² / j². IBSI DKNJ. */
    SMALL_DISTANCE_HIGH_GRAY_LEVEL_EMPHASIS(
            "SmallDistanceHighGrayLevelEmphasis", "DKNJ", "dzm_sdhge", SizeStatistics::smallHighLevelEmphasis),
    /** Weight of zones of low gray levels far from the border: Σ p(i, j) j² / i². IBSI A7WM. */
    LARGE_DISTANCE_LOW_GRAY_LEVEL_EMPHASIS(
            "LargeDistanceLowGrayLevelEmphasis", "A7WM", "dzm_ldlge", SizeStatistics::largeLowLevelEmphasis),
    /** Weight of zones of high gray levels far from the border: Σ p(i, j) i² j². IBSI KLTH. */
    LARGE_DISTANCE_HIGH_GRAY_LEVEL_EMPHASIS(
            "LargeDistanceHighGrayLevelEmphasis", "KLTH", "dzm_ldhge", SizeStatistics::largeHighLevelEmphasis),
    /** How unevenly zones are spread over gray levels: Σᵢ (Σⱼ P(i, j))² / n. IBSI VFT7. */
    GRAY_LEVEL_NON_UNIFORMITY("GrayLevelNonUniformity", "VFT7", "dzm_glnu", SizeStatistics::levelNonUniformity),
    /** Gray level non-uniformity per zone: Σᵢ (Σⱼ P(i, j))² / n². IBSI 7HP3. */
    GRAY_LEVEL_NON_UNIFORMITY_NORMALIZED(
            "GrayLevelNonUniformityNormalized", "7HP3", "dzm_glnu_norm", SizeStatistics::levelNonUniformityNormalized),
    /** How unevenly zones are spread over distances: Σⱼ (Σᵢ P(i, j))² / n. IBSI V294. */
    ZONE_DISTANCE_NON_UNIFORMITY("ZoneDistanceNonUniformity", "V294", "dzm_zdnu", SizeStatistics::sizeNonUniformity),
    /** Zone distance non-uniformity per zone: Σⱼ (Σᵢ P(i, j))² / n². IBSI IATH. */
    ZONE_DISTANCE_NON_UNIFORMITY_NORMALIZED(
            "ZoneDistanceNonUniformityNormalized",
            "IATH",
            "dzm_zdnu_norm",
            SizeStatistics::sizeNonUniformityNormalized),
    /** Zones per voxel, 1 when every zone is a single voxel: n / N. IBSI VIWW. */
    ZONE_PERCENTAGE("ZonePercentage", "VIWW", "dzm_z_perc", SizeStatistics::percentage),
    /** Variance of the gray level of zones: Σ p(i, j) (i − μ)² with μ = Σ p(i, j) i. IBSI QK93. */
    GRAY_LEVEL_VARIANCE("GrayLevelVariance", "QK93", "dzm_gl_var", SizeStatistics::levelVariance),
    /** Variance of the distance of zones: Σ p(i, j) (j − μ)² with μ = Σ p(i, j) j. IBSI 7WT1. */
    ZONE_DISTANCE_VARIANCE("ZoneDistanceVariance", "7WT1", "dzm_zd_var", SizeStatistics::sizeVariance),
    /** Uncertainty of level and distance of a zone, in bits: −Σ p(i, j) log₂(p(i, j) + ε) with ε = 2.22e-16. IBSI GBDU. */
    ZONE_DISTANCE_ENTROPY("ZoneDistanceEntropy", "GBDU", "dzm_zd_entr", SizeStatistics::entropy);

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<SizeStatistics> formula;

    GldzmFeature(String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<SizeStatistics> formula) {
        this.featureName = featureName;
        this.ibsiCode = ibsiCode;
        this.ibsiTag = ibsiTag;
        this.formula = formula;
    }

    @Override
    public TextureMatrix matrix() {
        return TextureMatrix.GLDZM;
    }

    @Override
    public String familyName() {
        return matrix().familyName();
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
