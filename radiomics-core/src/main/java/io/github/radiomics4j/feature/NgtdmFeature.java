package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.TextureMatrix;
import java.util.function.ToDoubleFunction;

/**
 * Features of the neighborhood gray tone difference matrix (IBSI 3.10, family IPET), in PyRadiomics' order.
 *
 * <p>Symbols: n_i, the number of voxels of level i; n = Σ n_i; p_i = n_i / n; s_i, the sum over these voxels of |i − mean
 * level of the neighbors|; N_p, the number of levels with p_i &gt; 0, over which all sums run. None has a unit. All are NaN
 * if voxels without neighbors are left out and there are no others.
 */
public enum NgtdmFeature implements TextureFeature {
    /**
     * Σ p_i s_i / Σ_i Σ_j |i p_i − j p_j|; 0 where the divisor is 0. IBSI: busyness. The divisor is computed from whole
     * numbers; PyRadiomics, which rounds p_i, may find a divisor of some 10⁻¹⁶ where it is 0.
     */
    BUSYNESS("Busyness", "NQ30", "ngt_busyness", NgtdmStatistics::busyness),
    /** 1 / Σ p_i s_i; 10⁶ where the divisor is 0. IBSI: coarseness. */
    COARSENESS("Coarseness", "QCDE", "ngt_coarseness", NgtdmStatistics::coarseness),
    /** Σ_i Σ_j |i − j| (p_i s_i + p_j s_j) / (p_i + p_j) / n. IBSI: complexity. */
    COMPLEXITY("Complexity", "HDEZ", "ngt_complexity", NgtdmStatistics::complexity),
    /** Σ_i Σ_j p_i p_j (i − j)² / (N_p (N_p − 1)) · Σ s_i / n; 0 where N_p = 1. IBSI: contrast. */
    CONTRAST("Contrast", "65HE", "ngt_contrast", NgtdmStatistics::contrast),
    /** Σ_i Σ_j (p_i + p_j)(i − j)² / Σ s_i; 0 where the divisor is 0. IBSI: strength. */
    STRENGTH("Strength", "1X9X", "ngt_strength", NgtdmStatistics::strength);

    static final String FAMILY_NAME = "ngtdm";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<NgtdmStatistics> formula;

    NgtdmFeature(String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<NgtdmStatistics> formula) {
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
        return TextureMatrix.NGTDM;
    }

    double of(NgtdmStatistics statistics) {
        return formula.applyAsDouble(statistics);
    }
}
