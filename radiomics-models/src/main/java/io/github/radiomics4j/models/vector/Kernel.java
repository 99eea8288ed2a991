package io.github.radiomics4j.models.vector;

/** What takes the place of the product of two cases x and z. */
public enum Kernel {
    /** x·z. */
    LINEAR,
    /** exp(−γ |x − z|²). */
    RADIAL
}
