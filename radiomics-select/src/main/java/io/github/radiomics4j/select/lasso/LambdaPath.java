package io.github.radiomics4j.select.lasso;

import java.util.Arrays;
import java.util.List;

/** The strengths λ of the penalty at which an {@link ElasticNet} is fitted, from strong to weak. */
public sealed interface LambdaPath {

    /** glmnet's path: 100 values. */
    static LambdaPath withDefaults() {
        return new Computed(100, Double.NaN);
    }

    /**
     * Returns a path of given values.
     *
     * @param lambdas finite, not negative, at least one; the order does not matter
     */
    static LambdaPath of(double... lambdas) {
        return new Given(Arrays.stream(lambdas).boxed().toList());
    }

    /**
     * A geometric sequence from the smallest λ that leaves no penalised column in the model, max<sub>j</sub> |⟨x<sub>j</sub>,
     * y − ȳ⟩| / max(α, 0.001) with weights that sum to 1, down to {@code ratio} of it. It ends early, after five values at
     * least, where the share of deviance explained exceeds 0.999 or grows by less than 1e-5 from one λ to the next (GAUSSIAN:
     * by less than 1e-5 of itself); the growth does not count where coefficients must not be negative.
     *
     * @param count of values, at least 3
     * @param ratio of the last to the first, in (0, 1); NaN for 1e-4, or 0.01 where there are fewer cases than columns
     */
    record Computed(int count, double ratio) implements LambdaPath {
        /** Checks the numbers. */
        public Computed {
            if (count < 3) {
                throw new IllegalArgumentException("a path of lambdas must have three or more, found " + count);
            }
            if (ratio <= 0 || ratio >= 1) {
                throw new IllegalArgumentException(
                        "the last lambda must be a share of the first between 0 and 1, found " + ratio);
            }
        }

        double ratio(int cases, int columns) {
            return Double.isNaN(ratio) ? cases < columns ? 0.01 : 1e-4 : ratio;
        }
    }

    /**
     * Values that are all fitted.
     *
     * @param lambdas in falling order
     */
    record Given(List<Double> lambdas) implements LambdaPath {
        /** Checks and sorts the values. */
        public Given {
            if (lambdas.isEmpty()) {
                throw new IllegalArgumentException("a path must have a lambda, found none");
            }
            for (double lambda : lambdas) {
                if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("a lambda must be finite and not negative, found " + lambda);
                }
            }
            lambdas = lambdas.stream().sorted((a, b) -> Double.compare(b, a)).toList();
        }
    }
}
