package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.SizeMatrix;
import io.github.radiomics4j.texture.TextureMatrix;
import java.util.function.ToDoubleFunction;

/**
 * Features of the gray level size zone matrix (IBSI 9SAK, {@link io.github.radiomics4j.texture.Glszm}).
 *
 * <p>Symbols: P(i, j) number of zones of gray level i and size j voxels; n = Σ P(i, j) number of zones;
 * p(i, j) = P(i, j) / n; sums run over the cells that are not zero. A region has a voxel and therefore a zone: no feature
 * is ever NaN.
 *
 * <p>PyRadiomics adds ε to p in the entropy, so that a single kind of zone has −3.2e-16 bits; IBSI does not.
 */
public enum GlszmFeature implements TextureFeature {
    /** How unevenly zones are spread over gray levels: Σᵢ (Σⱼ P(i, j))² / n. IBSI JNSA. */
    GRAY_LEVEL_NON_UNIFORMITY("GrayLevelNonUniformity", "JNSA", "szm_glnu", SizeStatistics::levelNonUniformity),
    /** Gray level non-uniformity per zone: Σᵢ (Σⱼ P(i, j))² / n². IBSI Y1RO. */
    GRAY_LEVEL_NON_UNIFORMITY_NORMALIZED(
            "GrayLevelNonUniformityNormalized", "Y1RO", "szm_glnu_norm", SizeStatistics::levelNonUniformityNormalized),
    /** Variance of the gray level of zones: Σ p(i, j) (i − μ)² with μ = Σ p(i, j) i. IBSI BYLV. */
    GRAY_LEVEL_VARIANCE("GrayLevelVariance", "BYLV", "szm_gl_var", SizeStatistics::levelVariance),
    /** Weight of high gray levels: Σ p(i, j) i². IBSI 5GN9. */
    HIGH_GRAY_LEVEL_ZONE_EMPHASIS("HighGrayLevelZoneEmphasis", "5GN9", "szm_hgze", SizeStatistics::highLevelEmphasis),
    /** Weight of large zones: Σ p(i, j) j². IBSI 48P8. */
    LARGE_AREA_EMPHASIS("LargeAreaEmphasis", "48P8", "szm_lze", SizeStatistics::largeEmphasis),
    /** Weight of large zones of high gray levels: Σ p(i, j) i² j². IBSI J17V. */
    LARGE_AREA_HIGH_GRAY_LEVEL_EMPHASIS(
            "LargeAreaHighGrayLevelEmphasis", "J17V", "szm_lzhge", SizeStatistics::largeHighLevelEmphasis),
    /** Weight of large zones of low gray levels: Σ p(i, j) j² / i². IBSI YH51. */
    LARGE_AREA_LOW_GRAY_LEVEL_EMPHASIS(
            "LargeAreaLowGrayLevelEmphasis", "YH51", "szm_lzlge", SizeStatistics::largeLowLevelEmphasis),
    /** Weight of low gray levels: Σ p(i, j) / i². IBSI XMSY. */
    LOW_GRAY_LEVEL_ZONE_EMPHASIS("LowGrayLevelZoneEmphasis", "XMSY", "szm_lgze", SizeStatistics::lowLevelEmphasis),
    /** How unevenly zones are spread over sizes: Σⱼ (Σᵢ P(i, j))² / n. IBSI 4JP3. */
    SIZE_ZONE_NON_UNIFORMITY("SizeZoneNonUniformity", "4JP3", "szm_zsnu", SizeStatistics::sizeNonUniformity),
    /** Size zone non-uniformity per zone: Σⱼ (Σᵢ P(i, j))² / n². IBSI VB3A. */
    SIZE_ZONE_NON_UNIFORMITY_NORMALIZED(
            "SizeZoneNonUniformityNormalized", "VB3A", "szm_zsnu_norm", SizeStatistics::sizeNonUniformityNormalized),
    /** Weight of small zones: Σ p(i, j) / j². IBSI 5QRC. */
    SMALL_AREA_EMPHASIS("SmallAreaEmphasis", "5QRC", "szm_sze", SizeStatistics::smallEmphasis),
    /** Weight of small zones of high gray levels: Σ p(i, j) i² / j². IBSI HW1V. */
    SMALL_AREA_HIGH_GRAY_LEVEL_EMPHASIS(
            "SmallAreaHighGrayLevelEmphasis", "HW1V", "szm_szhge", SizeStatistics::smallHighLevelEmphasis),
    /** Weight of small zones of low gray levels: Σ p(i, j) / (i² j²). IBSI 5RAI. */
    SMALL_AREA_LOW_GRAY_LEVEL_EMPHASIS(
            "SmallAreaLowGrayLevelEmphasis", "5RAI", "szm_szlge", SizeStatistics::smallLowLevelEmphasis),
    /** Uncertainty of level and size of a zone, in bits: −Σ p(i, j) log₂(p(i, j) + ε) with ε = 2.22e-16. IBSI GU8N. */
    ZONE_ENTROPY("ZoneEntropy", "GU8N", "szm_zs_entr", SizeStatistics::entropy),
    /** Zones per voxel, 1 when every zone is a single voxel: n / Σ j P(i, j). IBSI P30P. */
    ZONE_PERCENTAGE("ZonePercentage", "P30P", "szm_z_perc", SizeStatistics::percentage),
    /** Variance of the size of zones: Σ p(i, j) (j − μ)² with μ = Σ p(i, j) j. IBSI 3NSA. */
    ZONE_VARIANCE("ZoneVariance", "3NSA", "szm_zs_var", SizeStatistics::sizeVariance);

    static final String FAMILY_NAME = "glszm";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<SizeStatistics> formula;

    GlszmFeature(String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<SizeStatistics> formula) {
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
    public TextureMatrix matrix() {
        return TextureMatrix.GLSZM;
    }

    /** Returns the value for one matrix, NaN if it has no cell. */
    public double value(SizeMatrix matrix) {
        return matrix.cellCount() == 0 ? Double.NaN : of(new SizeStatistics(matrix));
    }

    double of(SizeStatistics statistics) {
        return formula.applyAsDouble(statistics);
    }
}
