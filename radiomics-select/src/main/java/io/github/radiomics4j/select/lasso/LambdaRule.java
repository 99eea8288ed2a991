package io.github.radiomics4j.select.lasso;

/** Which λ of a path {@link Lasso} takes. */
public sealed interface LambdaRule {
    /** The largest λ whose cross-validated mean is best. */
    LambdaRule MIN = CrossValidated.MIN;

    /** The largest λ whose cross-validated mean is within one standard error of the best: fewer columns. */
    LambdaRule ONE_SE = CrossValidated.ONE_SE;

    /** Returns the rule that takes a given λ, which then is the only one fitted. */
    static LambdaRule fixed(double lambda) {
        return new Fixed(lambda);
    }

    /** Returns the rule that takes the weakest penalty down to which no model of the path has more than {@code count} columns. */
    static LambdaRule atMost(int count) {
        return new AtMost(count);
    }

    /** Rules that need cross-validation. */
    enum CrossValidated implements LambdaRule {
        /** See {@link LambdaRule#MIN}. */
        MIN,
        /** See {@link LambdaRule#ONE_SE}. */
        ONE_SE
    }

    /**
     * A given λ.
     *
     * @param lambda finite, not negative
     */
    record Fixed(double lambda) implements LambdaRule {
        /** Checks the number. */
        public Fixed {
            if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a lambda must be finite and not negative, found " + lambda);
            }
        }
    }

    /**
     * A limit on the number of columns.
     *
     * @param count at least 1
     */
    record AtMost(int count) implements LambdaRule {
        /** Checks the number. */
        public AtMost {
            if (count < 1) {
                throw new IllegalArgumentException("at most one column or more must be asked for, found " + count);
            }
        }
    }
}
