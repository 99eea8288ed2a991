package io.github.radiomics4j.eval.hypothesis;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How far two samples lie apart, in standard deviations; first − second. With means m and variances s²,
 *
 * <pre>{@code
 * COHEN_D                  (m₁ − m₂) / s,  s² = ((n₁ − 1) s₁² + (n₂ − 1) s₂²) / (n₁ + n₂ − 2)
 * HEDGES_G                 J d,  J = Γ(f/2) / (√(f/2) Γ((f − 1)/2)),  f = n₁ + n₂ − 2
 * HEDGES_G_APPROXIMATE     (1 − 3 / (4 f − 1)) d
 * STANDARDIZED_DIFFERENCE  (m₁ − m₂) / √((s₁² + s₂²) / 2)
 * }</pre>
 *
 * <p>NaN of a sample with fewer than two values and where both are constant and equal; infinite where they are constant and
 * differ. Cohen (1988); Hedges (1981), doi 10.2307/1164588; Austin (2009), doi 10.1002/sim.3697. The effect size of ranks is
 * {@link MannWhitney.Result#rankBiserial()}.
 */
public enum EffectSize {
    /** With the pooled deviation. */
    COHEN_D,
    /** Cohen's without its bias. */
    HEDGES_G,
    /** Cohen's with the usual approximation of that correction. */
    HEDGES_G_APPROXIMATE,
    /** The SMD of tables of cohorts: with the mean of both variances. */
    STANDARDIZED_DIFFERENCE;

    /**
     * Returns the effect size of two samples.
     *
     * @param first finite; not modified
     * @param second finite; not modified
     */
    public double of(double[] first, double[] second) {
        return ofSorted(Samples.sorted(first), Samples.sorted(second));
    }

    /**
     * Returns the effect size of the positive cases, first, against the others.
     *
     * @param values finite; not modified
     * @param positive in the same order; not modified
     */
    public double of(double[] values, boolean[] positive) {
        double[][] samples = Samples.sorted(values, positive);
        return ofSorted(samples[0], samples[1]);
    }

    private double ofSorted(double[] x, double[] y) {
        double m1 = Samples.mean(x);
        double m2 = Samples.mean(y);
        double v1 = Samples.variance(x, m1);
        double v2 = Samples.variance(y, m2);
        double freedom = x.length + y.length - 2;
        double pooled = ((x.length - 1) * v1 + (y.length - 1) * v2) / freedom;
        double d = (m1 - m2) / Math.sqrt(pooled);
        return switch (this) {
            case COHEN_D -> d;
            case HEDGES_G ->
                d * Math.exp(LogGamma.value(freedom / 2) - LogGamma.value((freedom - 1) / 2)) / Math.sqrt(freedom / 2);
            case HEDGES_G_APPROXIMATE -> d * (1 - 3 / (4 * freedom - 1));
            case STANDARDIZED_DIFFERENCE -> (m1 - m2) / Math.sqrt((v1 + v2) / 2);
        };
    }
}
