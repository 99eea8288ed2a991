package io.github.radiomics4j.select.scale;

import io.github.radiomics4j.learn.Transformer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Objects;

/**
 * (x − mean) / sd, where sd = √(Σ(x − mean)² / (n − 1)) over the training cases whose value is known, as R's scale has it.
 * scikit-learn's StandardScaler divides by n: {@link #withPopulationDeviation()}.
 *
 * <p>A column is constant where its variance v (by n) is nothing but rounding, v ≤ nεv + (nε·mean)², ε = 2⁻⁵², which is
 * scikit-learn's rule; or where it has one value.
 *
 * @param constants what is done with constant columns
 * @param population whether the sum of squares is divided by n
 */
public record ZScore(ConstantColumns constants, boolean population) implements Transformer {
    private static final double EPSILON = Math.ulp(1.0);

    /** Checks the options. */
    public ZScore {
        Objects.requireNonNull(constants, "constants");
    }

    /** Returns the z-score by n − 1, with scale 1 for constant columns. */
    public static ZScore withDefaults() {
        return new ZScore(ConstantColumns.UNIT_SCALE, false);
    }

    /** Returns this with another policy for constant columns. */
    public ZScore withConstants(ConstantColumns constants) {
        return new ZScore(constants, population);
    }

    /** Returns this with the deviation by n. */
    public ZScore withPopulationDeviation() {
        return new ZScore(constants, true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a value is infinite, or a column is constant where that is refused
     */
    @Override
    public AffineScaling fit(FeatureTable table, Outcome outcome) {
        return Columns.fit(table, constants, this::fit);
    }

    private Columns.Affine fit(double[] values) {
        int n = values.length;
        double mean = Columns.mean(values);
        double squares = Columns.squares(values, mean);
        double variance = squares / n;
        double noise = n * mean * EPSILON;
        boolean isConstant = variance <= n * EPSILON * variance + noise * noise;
        return new Columns.Affine(mean, isConstant ? 0 : Math.sqrt(squares / (population ? n : n - 1)));
    }
}
