/**
 * The table that describes a cohort, "table 1" of a clinical paper: {@link
 * io.github.radiomics4j.eval.cohort.CohortTable} says what is wanted, {@link
 * io.github.radiomics4j.eval.cohort.CohortDescription} is what was found, as records, text, CSV, HTML or LaTeX.
 *
 * <p>What surprises people: a p-value compares groups of this size, so in a small cohort large differences pass and in a large
 * one small ones fail; the standardized difference beside it does not depend on the size.
 */
@NullMarked
package io.github.radiomics4j.eval.cohort;

import org.jspecify.annotations.NullMarked;
