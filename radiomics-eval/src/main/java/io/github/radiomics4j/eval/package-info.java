/**
 * From predictions and truth to evidence. Plain statistics on scores and truth: every one has a primitive entry ({@code
 * double[]} scores, {@code boolean[]} positive) and a typed face that joins {@link
 * io.github.radiomics4j.learn.Predictions} and {@link io.github.radiomics4j.table.Outcome} by case id.
 */
@NullMarked
package io.github.radiomics4j.eval;

import org.jspecify.annotations.NullMarked;
