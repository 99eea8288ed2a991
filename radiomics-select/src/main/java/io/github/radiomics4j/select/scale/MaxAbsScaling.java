package io.github.radiomics4j.select.scale;

import io.github.radiomics4j.learn.Transformer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.Objects;

/**
 * x / max |x|, so that training cases lie in −1 to 1 and 0 stays 0. Here "constant" is a column of zeros alone.
 *
 * @param constants what is done with constant columns
 */
public record MaxAbsScaling(ConstantColumns constants) implements Transformer {

    /** Checks the options. */
    public MaxAbsScaling {
        Objects.requireNonNull(constants, "constants");
    }

    /** Returns the scaling with scale 1 for constant columns. */
    public static MaxAbsScaling withDefaults() {
        return new MaxAbsScaling(ConstantColumns.UNIT_SCALE);
    }

    /** Returns this with another policy for constant columns. */
    public MaxAbsScaling withConstants(ConstantColumns constants) {
        return new MaxAbsScaling(constants);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a value is infinite, or a column is constant where that is refused
     */
    @Override
    public AffineScaling fit(FeatureTable table, Outcome outcome) {
        return Columns.fit(table, constants, MaxAbsScaling::fit);
    }

    private static Columns.Affine fit(double[] values) {
        return new Columns.Affine(0, Arrays.stream(values).map(Math::abs).max().orElseThrow());
    }
}
