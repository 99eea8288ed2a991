package io.github.radiomics4j.feature;

import io.github.radiomics4j.texture.TextureMatrix;
import java.util.function.ToDoubleFunction;

/**
 * Features of the gray level co-occurrence matrix (IBSI 3.6, family LFYI), in PyRadiomics' order.
 *
 * <p>Symbols: p(i, j), the share of pairs of levels i and j; N, the highest level of the region; p_x(i) = Σ_j p(i, j) and
 * p_y(j) = Σ_i p(i, j), with means μ_x, μ_y and standard deviations σ_x, σ_y; p_{x+y}(k), the sum of p(i, j) over i + j =
 * k; p_{x−y}(k), over |i − j| = k; ε = 2⁻⁵²; entropies H_x = −Σ p_x log₂(p_x + ε), H_xy = −Σ p log₂(p + ε), H_xy1 = −Σ
 * p(i, j) log₂(p_x(i) p_y(j) + ε), H_xy2 = −Σ p_x(i) p_y(j) log₂(p_x(i) p_y(j) + ε). Levels and features have no unit but
 * entropies, which are in bits.
 *
 * <p>Each feature is the mean over the directions in which some voxel has a neighbor (IBSI's 3D averaged, ITBB), or that
 * of one matrix merged from all directions ({@link DirectionMerging}), or one of the six ways of IBSI ({@link
 * TextureFamily}); NaN if there is none.
 */
public enum GlcmFeature implements TextureFeature {
    /** Σ i j p(i, j). IBSI: autocorrelation. */
    AUTOCORRELATION("Autocorrelation", "QWB0", "cm_auto_corr", GlcmStatistics::autocorrelation),
    /** Σ (i + j − μ_x − μ_y)⁴ p(i, j). IBSI: cluster prominence. */
    CLUSTER_PROMINENCE("ClusterProminence", "AE86", "cm_clust_prom", statistics -> statistics.clusterMoment(4)),
    /** Σ (i + j − μ_x − μ_y)³ p(i, j). IBSI: cluster shade. */
    CLUSTER_SHADE("ClusterShade", "7NFM", "cm_clust_shade", statistics -> statistics.clusterMoment(3)),
    /** Σ (i + j − μ_x − μ_y)² p(i, j). IBSI: cluster tendency, which equals sum variance (OEEB). */
    CLUSTER_TENDENCY("ClusterTendency", "DG8W", "cm_clust_tend", statistics -> statistics.clusterMoment(2)),
    /** Σ (i − j)² p(i, j). IBSI: contrast. */
    CONTRAST("Contrast", "ACUI", "cm_contrast", GlcmStatistics::contrast),
    /**
     * Σ (i − μ_x)(j − μ_y) p(i, j) / (σ_x σ_y + ε); 1 in a direction where σ_x σ_y = 0, as PyRadiomics has it. IBSI:
     * correlation, which it leaves open there.
     */
    CORRELATION("Correlation", "NI2N", "cm_corr", GlcmStatistics::correlation),
    /** DA = Σ k p_{x−y}(k). IBSI: difference average, which equals dissimilarity (8S9J). */
    DIFFERENCE_AVERAGE("DifferenceAverage", "TF7R", "cm_diff_avg", GlcmStatistics::differenceAverage),
    /** −Σ p_{x−y}(k) log₂(p_{x−y}(k) + ε), in bits. IBSI: difference entropy. */
    DIFFERENCE_ENTROPY("DifferenceEntropy", "NTRS", "cm_diff_entr", GlcmStatistics::differenceEntropy),
    /** Σ (k − DA)² p_{x−y}(k). IBSI: difference variance. */
    DIFFERENCE_VARIANCE("DifferenceVariance", "D3YU", "cm_diff_var", GlcmStatistics::differenceVariance),
    /** Σ k p_{x−y}(k), the same as {@link #DIFFERENCE_AVERAGE}. On request. IBSI: dissimilarity. */
    DISSIMILARITY("Dissimilarity", "8S9J", "cm_dissimilarity", GlcmStatistics::differenceAverage),
    /** Σ p_{x−y}(k) / (1 + k). IBSI: inverse difference. */
    ID("Id", "IB1Z", "cm_inv_diff", GlcmStatistics::inverseDifference),
    /** Σ p_{x−y}(k) / (1 + k²). IBSI: inverse difference moment. */
    IDM("Idm", "WF0Z", "cm_inv_diff_mom", GlcmStatistics::inverseDifferenceMoment),
    /** Σ p_{x−y}(k) / (1 + k² / N²). IBSI: normalised inverse difference moment. */
    IDMN("Idmn", "1QCO", "cm_inv_diff_mom_norm", GlcmStatistics::inverseDifferenceMomentNormalized),
    /** Σ p_{x−y}(k) / (1 + k / N). IBSI: normalised inverse difference. */
    IDN("Idn", "NDRX", "cm_inv_diff_norm", GlcmStatistics::inverseDifferenceNormalized),
    /**
     * (H_xy − H_xy1) / max(H_x, H_y); 0 where one level has all pairs. IBSI: information correlation 1, which divides by
     * H_x; the same for symmetric matrices.
     */
    IMC1("Imc1", "R8DG", "cm_info_corr1", GlcmStatistics::informationCorrelation1),
    /**
     * √(1 − exp(−2 (H_xy2 − H_xy))); 0 where both are equal. NaN if H_xy exceeds H_xy2 by rounding, as it may where i and
     * j are independent; such a direction is left out of the mean, as PyRadiomics does. IBSI: information correlation 2.
     */
    IMC2("Imc2", "JN9H", "cm_info_corr2", GlcmStatistics::informationCorrelation2),
    /** Σ_{k ≥ 1} p_{x−y}(k) / k². IBSI: inverse variance. */
    INVERSE_VARIANCE("InverseVariance", "E8JP", "cm_inv_var", GlcmStatistics::inverseVariance),
    /** μ_x. IBSI: joint average. */
    JOINT_AVERAGE("JointAverage", "60VM", "cm_joint_avg", GlcmStatistics::meanX),
    /** Σ p(i, j)². IBSI: angular second moment. */
    JOINT_ENERGY("JointEnergy", "8ZQL", "cm_energy", GlcmStatistics::jointEnergy),
    /** H_xy, in bits. IBSI: joint entropy. */
    JOINT_ENTROPY("JointEntropy", "TU9B", "cm_joint_entr", GlcmStatistics::jointEntropy),
    /**
     * Maximal correlation coefficient: √(second largest eigenvalue of Q), Q(i, j) = Σ_k p(i, k) p(j, k) / (p_x(i) p_y(k) +
     * ε). 1 in a region of one level. IBSI has no such feature.
     */
    MCC("MCC", "", "", GlcmStatistics::maximalCorrelation),
    /** max p(i, j). IBSI: joint maximum. */
    MAXIMUM_PROBABILITY("MaximumProbability", "GYBY", "cm_joint_max", GlcmStatistics::maximumProbability),
    /** Σ k p_{x+y}(k). IBSI: sum average. */
    SUM_AVERAGE("SumAverage", "ZGXS", "cm_sum_avg", GlcmStatistics::sumAverage),
    /** −Σ p_{x+y}(k) log₂(p_{x+y}(k) + ε), in bits. IBSI: sum entropy. */
    SUM_ENTROPY("SumEntropy", "P6QZ", "cm_sum_entr", GlcmStatistics::sumEntropy),
    /** Σ (i − μ_x)² p(i, j). IBSI: joint variance. */
    SUM_SQUARES("SumSquares", "UR99", "cm_joint_var", GlcmStatistics::sumSquares),
    /** Σ (k − μ_x − μ_y)² p_{x+y}(k), the same as {@link #CLUSTER_TENDENCY}. On request. IBSI: sum variance. */
    SUM_VARIANCE("SumVariance", "OEEB", "cm_sum_var", statistics -> statistics.clusterMoment(2));

    static final String FAMILY_NAME = "glcm";

    private final String featureName;
    private final String ibsiCode;
    private final String ibsiTag;
    private final ToDoubleFunction<GlcmStatistics> formula;

    GlcmFeature(String featureName, String ibsiCode, String ibsiTag, ToDoubleFunction<GlcmStatistics> formula) {
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
        return TextureMatrix.GLCM;
    }

    @Override
    public boolean onRequest() {
        return this == DISSIMILARITY || this == SUM_VARIANCE;
    }

    double of(GlcmStatistics statistics) {
        return formula.applyAsDouble(statistics);
    }

    /** As {@link #of}, with 0 in place of the NaN that {@link #IMC2} is by rounding. */
    double orZeroIfRounded(GlcmStatistics statistics) {
        double value = of(statistics);
        return this == IMC2 && Double.isNaN(value) ? 0 : value;
    }
}
