package io.github.radiomics4j.eval.bootstrap;

/**
 * How an interval is made of the replicates θ* of a statistic θ, with q(·) their quantiles (R's type 7) and s their
 * standard deviation (divisor B − 1).
 */
public enum BootstrapInterval {
    /** q(α/2) to q(1 − α/2). */
    PERCENTILE,
    /** 2 θ − q(1 − α/2) to 2 θ − q(α/2). */
    BASIC,
    /** θ ± z s. */
    NORMAL,
    /** 2 θ − mean θ* ± z s. */
    NORMAL_BIAS_CORRECTED,
    /**
     * q(Φ(z₀ + (z₀ ± z) / (1 − a (z₀ ± z)))), bias-corrected and accelerated (Efron 1987, doi
     * 10.1080/01621459.1987.10478410): z₀ = Φ⁻¹(share of θ* below θ), a from the jackknife. NaN if no or every θ* is below.
     */
    BCA,
    /** {@link #BCA} with half of the θ* equal to θ counted as below, as SciPy has it: an area takes few values. */
    BCA_MID_TIES
}
