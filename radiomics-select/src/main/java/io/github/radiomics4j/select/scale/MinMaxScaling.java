package io.github.radiomics4j.select.scale;

import io.github.radiomics4j.learn.Transformer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.Objects;

/**
 * (x − min) / (max − min), so that training cases lie in 0 to 1; others may lie outside. A column is constant where max = min.
 *
 * @param constants what is done with constant columns
 */
public record MinMaxScaling(ConstantColumns constants) implements Transformer {

    /** Checks the options. */
    public MinMaxScaling {
        Objects.requireNonNull(constants, "constants");
    }

    /** Returns the scaling with scale 1 for constant columns. */
    public static MinMaxScaling withDefaults() {
        return new MinMaxScaling(ConstantColumns.UNIT_SCALE);
    }

    /** Returns this with another policy for constant columns. */
    public MinMaxScaling withConstants(ConstantColumns constants) {
        return new MinMaxScaling(constants);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a value is infinite, or a column is constant where that is refused
     */
    @Override
    public AffineScaling fit(FeatureTable table, Outcome outcome) {
        return Columns.fit(table, constants, MinMaxScaling::fit);
    }

    private static Columns.Affine fit(double[] values) {
        double min = Arrays.stream(values).min().orElseThrow();
        return new Columns.Affine(min, Arrays.stream(values).max().orElseThrow() - min);
    }
}
