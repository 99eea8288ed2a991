/**
 * Tests of hypotheses, effect sizes and adjusted p-values: what R's {@code stats} gives, typed.
 *
 * <p>What surprises people: p-values come from survival functions, never from 1 − a distribution function, so that small
 * ones keep their digits.
 */
@NullMarked
package io.github.radiomics4j.eval.hypothesis;

import org.jspecify.annotations.NullMarked;
