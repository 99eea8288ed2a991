package io.github.radiomics4j.select.reproducibility;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One intraclass correlation. It may be negative, and that of a mean of readers even below −1 or above 1; nothing is cut.
 *
 * @param form which of the six
 * @param value of the coefficient; NaN where undefined, see {@link #reason()}
 * @param f the statistic of "the coefficient is 0"; infinite where the error is 0
 * @param df1 its degrees of freedom, n − 1
 * @param df2 n (k − 1) of one-way forms, else (n − 1)(k − 1)
 * @param pValue of the F-test, which says nothing about how good agreement is
 * @param lower bound of the interval; NaN where undefined
 * @param upper bound of the interval; NaN where undefined
 * @param level of the interval
 * @param meanSquares what all was computed from; of NaN where the readings were no numbers
 * @param undefined why the value is NaN; null when it is a number
 */
public record IccEstimate(
        IccForm form,
        double value,
        double f,
        int df1,
        int df2,
        double pValue,
        double lower,
        double upper,
        double level,
        MeanSquares meanSquares,
        @Nullable String undefined) {

    /** Returns why the value is NaN; empty when it is a number. */
    public Optional<String> reason() {
        return Optional.ofNullable(undefined);
    }
}
