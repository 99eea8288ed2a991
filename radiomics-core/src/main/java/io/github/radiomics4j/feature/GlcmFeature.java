package io.github.radiomics4j.feature;

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
 * of one matrix merged from all directions ({@link DirectionMerging}); NaN if there is none.
 */
public enum GlcmFeature implements Feature {
    /** Σ i j p(i, j). IBSI: autocorrelation. */
    AUTOCORRELATION("Autocorrelation", "QWB0", GlcmStatistics::autocorrelation),
    /** Σ (i + j − μ_x − μ_y)⁴ p(i, j). IBSI: cluster prominence. */
    CLUSTER_PROMINENCE("ClusterProminence", "AE86", statistics -> statistics.clusterMoment(4)),
    /** Σ (i + j − μ_x − μ_y)³ p(i, j). IBSI: cluster shade. */
    CLUSTER_SHADE("ClusterShade", "7NFM", statistics -> statistics.clusterMoment(3)),
    /** Σ (i + j − μ_x − μ_y)² p(i, j). IBSI: cluster tendency, which equals sum variance (OEEB). */
    CLUSTER_TENDENCY("ClusterTendency", "DG8W", statistics -> statistics.clusterMoment(2)),
    /** Σ (i − j)² p(i, j). IBSI: contrast. */
    CONTRAST("Contrast", "ACUI", GlcmStatistics::contrast),
    /**
     * Σ (i − μ_x)(j − μ_y) p(i, j) / (σ_x σ_y + ε); 1 in a direction where σ_x σ_y = 0, as PyRadiomics has it. IBSI:
     * correlation, which it leaves open there.
     */
    CORRELATION("Correlation", "NI2N", GlcmStatistics::correlation),
    /** DA = Σ k p_{x−y}(k). IBSI: difference average, which equals dissimilarity (8S9J). */
    DIFFERENCE_AVERAGE("DifferenceAverage", "TF7R", GlcmStatistics::differenceAverage),
    /** −Σ p_{x−y}(k) log₂(p_{x−y}(k) + ε), in bits. IBSI: difference entropy. */
    DIFFERENCE_ENTROPY("DifferenceEntropy", "NTRS", GlcmStatistics::differenceEntropy),
    /** Σ (k − DA)² p_{x−y}(k). IBSI: difference variance. */
    DIFFERENCE_VARIANCE("DifferenceVariance", "D3YU", GlcmStatistics::differenceVariance),
    /** Σ p_{x−y}(k) / (1 + k). IBSI: inverse difference. */
    ID("Id", "IB1Z", GlcmStatistics::inverseDifference),
    /** Σ p_{x−y}(k) / (1 + k²). IBSI: inverse difference moment. */
    IDM("Idm", "WF0Z", GlcmStatistics::inverseDifferenceMoment),
    /** Σ p_{x−y}(k) / (1 + k² / N²). IBSI: normalised inverse difference moment. */
    IDMN("Idmn", "1QCO", GlcmStatistics::inverseDifferenceMomentNormalized),
    /** Σ p_{x−y}(k) / (1 + k / N). IBSI: normalised inverse difference. */
    IDN("Idn", "NDRX", GlcmStatistics::inverseDifferenceNormalized),
    /**
     * (H_xy − H_xy1) / max(H_x, H_y); 0 where one level has all pairs. IBSI: information correlation 1, which divides by
     * H_x; the same for symmetric matrices.
     */
    IMC1("Imc1", "R8DG", GlcmStatistics::informationCorrelation1),
    /**
     * √(1 − exp(−2 (H_xy2 − H_xy))); 0 where both are equal. NaN if H_xy exceeds H_xy2 by rounding, as it may where i and
     * j are independent; such a direction is left out of the mean, as PyRadiomics does. IBSI: information correlation 2.
     */
    IMC2("Imc2", "JN9H", GlcmStatistics::informationCorrelation2),
    /** Σ_{k ≥ 1} p_{x−y}(k) / k². IBSI: inverse variance. */
    INVERSE_VARIANCE("InverseVariance", "E8JP", GlcmStatistics::inverseVariance),
    /** μ_x. IBSI: joint average. */
    JOINT_AVERAGE("JointAverage", "60VM", GlcmStatistics::meanX),
    /** Σ p(i, j)². IBSI: angular second moment. */
    JOINT_ENERGY("JointEnergy", "8ZQL", GlcmStatistics::jointEnergy),
    /** H_xy, in bits. IBSI: joint entropy. */
    JOINT_ENTROPY("JointEntropy", "TU9B", GlcmStatistics::jointEntropy),
    /**
     * Maximal correlation coefficient: √(second largest eigenvalue of Q), Q(i, j) = Σ_k p(i, k) p(j, k) / (p_x(i) p_y(k) +
     * ε). 1 in a region of one level. IBSI has no such feature.
     */
    MCC("MCC", "", GlcmStatistics::maximalCorrelation),
    /** max p(i, j). IBSI: joint maximum. */
    MAXIMUM_PROBABILITY("MaximumProbability", "GYBY", GlcmStatistics::maximumProbability),
    /** Σ k p_{x+y}(k). IBSI: sum average. */
    SUM_AVERAGE("SumAverage", "ZGXS", GlcmStatistics::sumAverage),
    /** −Σ p_{x+y}(k) log₂(p_{x+y}(k) + ε), in bits. IBSI: sum entropy. */
    SUM_ENTROPY("SumEntropy", "P6QZ", GlcmStatistics::sumEntropy),
    /** Σ (i − μ_x)² p(i, j). IBSI: joint variance. */
    SUM_SQUARES("SumSquares", "UR99", GlcmStatistics::sumSquares);

    static final String FAMILY_NAME = "glcm";

    private final String featureName;
    private final String ibsiCode;
    private final ToDoubleFunction<GlcmStatistics> formula;

    GlcmFeature(String featureName, String ibsiCode, ToDoubleFunction<GlcmStatistics> formula) {
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

    double of(GlcmStatistics statistics) {
        return formula.applyAsDouble(statistics);
    }
}
