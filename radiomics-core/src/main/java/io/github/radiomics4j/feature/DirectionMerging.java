package io.github.radiomics4j.feature;

import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.texture.Offset;
import java.util.List;

/**
 * How the matrices of the directions become one value: PyRadiomics' {@code weightingNorm}. Merged matrices are added up
 * with a weight for each direction, which falls or grows with the distance δ in mm from a voxel to its neighbor: exp(−δ²)
 * for pairs of levels ({@link GlcmFamily}), δ itself for runs ({@link GlrlmFamily}), as PyRadiomics has it.
 */
public enum DirectionMerging {
    /** Each direction has its matrix and features are averaged (IBSI ITBB); PyRadiomics without a norm. */
    AVERAGED,
    /** Every direction has weight 1 (IBSI IAZD); {@code no_weighting}. */
    UNWEIGHTED,
    /** δ = √(Δx² + Δy² + Δz²). */
    EUCLIDEAN,
    /** δ = |Δx| + |Δy| + |Δz|. */
    MANHATTAN,
    /** δ = max(|Δx|, |Δy|, |Δz|). */
    INFINITY;

    /** Returns exp(−δ²) for each direction, or 1. */
    double[] weightsOfPairs(List<Offset> directions, Spacing spacing) {
        double[] weights = new double[directions.size()];
        for (int d = 0; d < weights.length; d++) {
            double weight = weightOfRuns(directions.get(d), spacing);
            weights[d] = this == UNWEIGHTED ? 1 : Math.exp(-weight * weight);
        }
        return weights;
    }

    /** Returns δ, or 1. */
    double weightOfRuns(Offset direction, Spacing spacing) {
        return this == UNWEIGHTED ? 1 : distanceMm(direction, spacing);
    }

    private double distanceMm(Offset offset, Spacing spacing) {
        double x = Math.abs(offset.x() * spacing.xMm());
        double y = Math.abs(offset.y() * spacing.yMm());
        double z = Math.abs(offset.z() * spacing.zMm());
        return switch (this) {
            case EUCLIDEAN -> Math.sqrt(x * x + y * y + z * z);
            case MANHATTAN -> x + y + z;
            case INFINITY -> Math.max(x, Math.max(y, z));
            case AVERAGED, UNWEIGHTED -> throw new IllegalStateException(this + " has no distance");
        };
    }
}
