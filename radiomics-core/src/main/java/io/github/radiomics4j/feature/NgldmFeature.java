package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.TextureMatrix;
import java.util.function.ToDoubleFunction;

/**
 * Features of the neighbouring grey level dependence matrix (IBSI 3.11, family REK0, {@link
 * io.github.radiomics4j.texture.Gldm}), in the order of the manual. PyRadiomics has 14 of the 17 under other names ({@link
 * GldmFeature}).
 *
 * <p>Symbols: P(i, j) number of voxels of gray level i with dependence j, which is 1 + the number of its neighbors whose
 * level differs by the coarseness α or less; n = Σ P(i, j), the number N of voxels; p(i, j) = P(i, j) / n. No feature is
 * ever NaN. They are aggregated by {@link TextureFamily}.
 */
public enum NgldmFeature implements TextureFeature {
    /** Weight of voxels unlike their neighbors: Σ p(i, j) / j². IBSI SODN. */
    LOW_DEPENDENCE_EMPHASIS("LowDependenceEmphasis", "SODN", "ngl_lde", SizeStatistics::smallEmphasis),
    /** Weight of voxels like their neighbors: Σ p(i, j) j². IBSI IMOQ. */
    HIGH_DEPENDENCE_EMPHASIS("HighDependenceEmphasis", "IMOQ", "ngl_hde", SizeStatistics::largeEmphasis),
    /** Weight of low gray levels: Σ p(i, j) / i². IBSI TL9H. */
    LOW_GRAY_LEVEL_COUNT_EMPHASIS("LowGrayLevelCountEmphasis", "TL9H", "ngl_lgce", SizeStatistics::lowLevelEmphasis),
    /** Weight of high gray levels: Σ p(i, j) i². IBSI OAE7. */
    HIGH_GRAY_LEVEL_COUNT_EMPHASIS("HighGrayLevelCountEmphasis", "OAE7", "ngl_hgce", SizeStatistics::highLevelEmphasis),
    /** Weight of low gray levels unlike their neighbors: Σ p(i, j) / (i² j²). IBSI EQ3F. */
    LOW_DEPENDENCE_LOW_GRAY_LEVEL_EMPHASIS(
            "LowDependenceLowGrayLevelEmphasis", "EQ3F", "ngl_ldlge", SizeStatistics::smallLowLevelEmphasis),
    /** Weight of high gray levels unlike their neighbors: Σ p(i, j) i² / j². IBSI JA6D. */
    LOW_DEPENDENCE_HIGH_GRAY_LEVEL_EMPHASIS(
            "LowDependenceHighGrayLevelEmphasis", "JA6D", "ngl_ldhge", SizeStatistics::smallHighLevelEmphasis),
    /** Weight of low gray levels like their neighbors: Σ p(i, j) j² / i². IBSI NBZI. */
    HIGH_DEPENDENCE_LOW_GRAY_LEVEL_EMPHASIS(
            "HighDependenceLowGrayLevelEmphasis", "NBZI", "ngl_hdlge", SizeStatistics::largeLowLevelEmphasis),
    /** Weight of high gray levels like their neighbors: Σ p(i, j) i² j². IBSI 9QMG. */
    HIGH_DEPENDENCE_HIGH_GRAY_LEVEL_EMPHASIS(
            "HighDependenceHighGrayLevelEmphasis", "9QMG", "ngl_hdhge", SizeStatistics::largeHighLevelEmphasis),
    /** How unevenly voxels are spread over gray levels: Σᵢ (Σⱼ P(i, j))² / n. IBSI FP8K. */
    GRAY_LEVEL_NON_UNIFORMITY("GrayLevelNonUniformity", "FP8K", "ngl_glnu", SizeStatistics::levelNonUniformity),
    /** Gray level non-uniformity per voxel: Σᵢ (Σⱼ P(i, j))² / n². IBSI 5SPA. */
    GRAY_LEVEL_NON_UNIFORMITY_NORMALIZED(
            "GrayLevelNonUniformityNormalized", "5SPA", "ngl_glnu_norm", SizeStatistics::levelNonUniformityNormalized),
    /** How unevenly voxels are spread over dependences: Σⱼ (Σᵢ P(i, j))² / n. IBSI Z87G. */
    DEPENDENCE_COUNT_NON_UNIFORMITY(
            "DependenceCountNonUniformity", "Z87G", "ngl_dcnu", SizeStatistics::sizeNonUniformity),
    /** Dependence count non-uniformity per voxel: Σⱼ (Σᵢ P(i, j))² / n². IBSI OKJI. */
    DEPENDENCE_COUNT_NON_UNIFORMITY_NORMALIZED(
            "DependenceCountNonUniformityNormalized",
            "OKJI",
            "ngl_dcnu_norm",
            SizeStatistics::sizeNonUniformityNormalized),
    /** Neighborhoods per voxel: n / N, which is 1, for every voxel has one. IBSI 6XV8. */
    DEPENDENCE_COUNT_PERCENTAGE("DependenceCountPercentage", "6XV8", "ngl_dc_perc", SizeStatistics::percentage),
    /** Variance of the gray level: Σ p(i, j) (i − μ)² with μ = Σ p(i, j) i. IBSI 1PFV. */
    GRAY_LEVEL_VARIANCE("GrayLevelVariance", "1PFV", "ngl_gl_var", SizeStatistics::levelVariance),
    /** Variance of the dependence: Σ p(i, j) (j − μ)² with μ = Σ p(i, j) j. IBSI DNX2. */
    DEPENDENCE_COUNT_VARIANCE("DependenceCountVariance", "DNX2", "ngl_dc_var", SizeStatistics::sizeVariance),
    /** Uncertainty of level and dependence of a voxel, in bits: −Σ p(i, j) log₂(p(i, j) + ε) with ε = 2.22e-16. IBSI FCBV. */
    DEPENDENCE_COUNT_ENTROPY("DependenceCountEntropy", "FCBV", "ngl_dc_entr", SizeStatistics::entropy),
    /** Certainty of level and dependence of a voxel: Σ p(i, j)². IBSI CAS9. */
    DEPENDENCE_COUNT_ENERGY("DependenceCountEnergy", "CAS9", "ngl_dc_energy", SizeStatistics::energy);

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<SizeStatistics> formula;

    NgldmFeature(String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<SizeStatistics> formula) {
        this.featureName = featureName;
        this.ibsiCode = ibsiCode;
        this.ibsiTag = ibsiTag;
        this.formula = formula;
    }

    @Override
    public TextureMatrix matrix() {
        return TextureMatrix.NGLDM;
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
