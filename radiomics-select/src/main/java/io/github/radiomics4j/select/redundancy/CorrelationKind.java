package io.github.radiomics4j.select.redundancy;

/** Which correlation of two columns. */
public enum CorrelationKind {
    /** Pearson's r: Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²), of what lies on a line. */
    PEARSON,
    /** Spearman's ρ: Pearson's r of the ranks, equal values sharing the mean of theirs; of what rises together. */
    SPEARMAN,
    /**
     * Kendall's τ<sub>b</sub>: (C − D) / √((N − T<sub>x</sub>)(N − T<sub>y</sub>)) with C concordant and D discordant of all N
     * pairs of cases and T pairs that are equal in one column (Kendall 1945, doi 10.1093/biomet/33.3.239).
     */
    KENDALL
}
