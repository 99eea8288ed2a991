package io.github.radiomics4j.select.scale;

import io.github.radiomics4j.learn.Transformer;
import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.Outcome;
import java.util.Arrays;
import java.util.Objects;

/**
 * (x − median) / (upper quantile − lower quantile), by default the quartiles, as scikit-learn's RobustScaler. Quantiles are
 * of type 7, linear between sorted values. A column is constant where the two quantiles are equal; scikit-learn says so below
 * 10ε, which takes the scale from columns of tiny numbers.
 *
 * @param constants what is done with constant columns
 * @param lower probability of the lower quantile
 * @param upper probability of the upper quantile
 */
public record RobustScaling(ConstantColumns constants, double lower, double upper) implements Transformer {

    /** Checks the options. */
    public RobustScaling {
        Objects.requireNonNull(constants, "constants");
        if (!(lower >= 0 && lower < upper && upper <= 1)) {
            throw new IllegalArgumentException(
                    "quantiles must be in order within 0 to 1, found " + lower + " and " + upper);
        }
    }

    /** Returns median and quartiles, with scale 1 for constant columns. */
    public static RobustScaling withDefaults() {
        return new RobustScaling(ConstantColumns.UNIT_SCALE, 0.25, 0.75);
    }

    /** Returns this with another policy for constant columns. */
    public RobustScaling withConstants(ConstantColumns constants) {
        return new RobustScaling(constants, lower, upper);
    }

    /** Returns this with other quantiles. */
    public RobustScaling withQuantiles(double lower, double upper) {
        return new RobustScaling(constants, lower, upper);
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
        Arrays.sort(values);
        return new Columns.Affine(
                Columns.quantile(values, 0.5), Columns.quantile(values, upper) - Columns.quantile(values, lower));
    }
}
