package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.SizeMatrix;
import io.github.radiomics4j.texture.TextureMatrix;
import java.util.function.ToDoubleFunction;

/**
 * Features of the gray level run length matrices (IBSI TP0I, {@link io.github.radiomics4j.texture.Glrlm}).
 *
 * <p>Symbols: P(i, j) number of runs of gray level i and length j voxels along one direction; n = Σ P(i, j) number of
 * runs; p(i, j) = P(i, j) / n; sums run over the cells that are not zero. A feature is computed for each direction and
 * then averaged over the directions, or for their weighted sum ({@link GlrlmFamily}). It is NaN if no line along any direction holds two voxels.
 *
 * <p>PyRadiomics adds ε to p in the entropy, so that a single kind of run has −3.2e-16 bits; IBSI does not.
 */
public enum GlrlmFeature implements TextureFeature {
    /** How unevenly runs are spread over gray levels: Σᵢ (Σⱼ P(i, j))² / n. IBSI R5YN. */
    GRAY_LEVEL_NON_UNIFORMITY("GrayLevelNonUniformity", "R5YN", "rlm_glnu", SizeStatistics::levelNonUniformity),
    /** Gray level non-uniformity per run: Σᵢ (Σⱼ P(i, j))² / n². IBSI OVBL. */
    GRAY_LEVEL_NON_UNIFORMITY_NORMALIZED(
            "GrayLevelNonUniformityNormalized", "OVBL", "rlm_glnu_norm", SizeStatistics::levelNonUniformityNormalized),
    /** Variance of the gray level of runs: Σ p(i, j) (i − μ)² with μ = Σ p(i, j) i. IBSI 8CE5. */
    GRAY_LEVEL_VARIANCE("GrayLevelVariance", "8CE5", "rlm_gl_var", SizeStatistics::levelVariance),
    /** Weight of high gray levels: Σ p(i, j) i². IBSI G3QZ. */
    HIGH_GRAY_LEVEL_RUN_EMPHASIS("HighGrayLevelRunEmphasis", "G3QZ", "rlm_hgre", SizeStatistics::highLevelEmphasis),
    /** Weight of long runs: Σ p(i, j) j². IBSI W4KF. */
    LONG_RUN_EMPHASIS("LongRunEmphasis", "W4KF", "rlm_lre", SizeStatistics::largeEmphasis),
    /** Weight of long runs of high gray levels: Σ p(i, j) i² j². IBSI 3KUM. */
    LONG_RUN_HIGH_GRAY_LEVEL_EMPHASIS(
            "LongRunHighGrayLevelEmphasis", "3KUM", "rlm_lrhge", SizeStatistics::largeHighLevelEmphasis),
    /** Weight of long runs of low gray levels: Σ p(i, j) j² / i². IBSI IVPO. */
    LONG_RUN_LOW_GRAY_LEVEL_EMPHASIS(
            "LongRunLowGrayLevelEmphasis", "IVPO", "rlm_lrlge", SizeStatistics::largeLowLevelEmphasis),
    /** Weight of low gray levels: Σ p(i, j) / i². IBSI V3SW. */
    LOW_GRAY_LEVEL_RUN_EMPHASIS("LowGrayLevelRunEmphasis", "V3SW", "rlm_lgre", SizeStatistics::lowLevelEmphasis),
    /** Uncertainty of level and length of a run, in bits: −Σ p(i, j) log₂(p(i, j) + ε) with ε = 2.22e-16. IBSI HJ9O. */
    RUN_ENTROPY("RunEntropy", "HJ9O", "rlm_rl_entr", SizeStatistics::entropy),
    /** How unevenly runs are spread over lengths: Σⱼ (Σᵢ P(i, j))² / n. IBSI W92Y. */
    RUN_LENGTH_NON_UNIFORMITY("RunLengthNonUniformity", "W92Y", "rlm_rlnu", SizeStatistics::sizeNonUniformity),
    /** Run length non-uniformity per run: Σⱼ (Σᵢ P(i, j))² / n². IBSI IC23. */
    RUN_LENGTH_NON_UNIFORMITY_NORMALIZED(
            "RunLengthNonUniformityNormalized", "IC23", "rlm_rlnu_norm", SizeStatistics::sizeNonUniformityNormalized),
    /** Runs per voxel, 1 when every run is a single voxel: n / Σ j P(i, j). IBSI 9ZK5. */
    RUN_PERCENTAGE("RunPercentage", "9ZK5", "rlm_r_perc", SizeStatistics::percentage),
    /** Variance of the length of runs: Σ p(i, j) (j − μ)² with μ = Σ p(i, j) j. IBSI SXLW. */
    RUN_VARIANCE("RunVariance", "SXLW", "rlm_rl_var", SizeStatistics::sizeVariance),
    /** Weight of short runs: Σ p(i, j) / j². IBSI 22OV. */
    SHORT_RUN_EMPHASIS("ShortRunEmphasis", "22OV", "rlm_sre", SizeStatistics::smallEmphasis),
    /** Weight of short runs of high gray levels: Σ p(i, j) i² / j². IBSI GD3A. */
    SHORT_RUN_HIGH_GRAY_LEVEL_EMPHASIS(
            "ShortRunHighGrayLevelEmphasis", "GD3A", "rlm_srhge", SizeStatistics::smallHighLevelEmphasis),
    /** Weight of short runs of low gray levels: Σ p(i, j) / (i² j²). IBSI HTZT. */
    SHORT_RUN_LOW_GRAY_LEVEL_EMPHASIS(
            "ShortRunLowGrayLevelEmphasis", "HTZT", "rlm_srlge", SizeStatistics::smallLowLevelEmphasis);

    static final String FAMILY_NAME = "glrlm";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<SizeStatistics> formula;

    GlrlmFeature(String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<SizeStatistics> formula) {
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
        return TextureMatrix.GLRLM;
    }

    /** Returns the value for one matrix, NaN if it has no cell. */
    public double value(SizeMatrix matrix) {
        return matrix.cellCount() == 0 ? Double.NaN : of(new SizeStatistics(matrix));
    }

    double of(SizeStatistics statistics) {
        return formula.applyAsDouble(statistics);
    }
}
