/**
 * From a table and its outcome to probabilities.
 *
 * <p>A trainer is an immutable record of options; {@code fit(table, outcome, seed)} gives a {@link
 * io.github.radiomics4j.models.fitted.TableModel}, which predicts, saves and loads. Each package holds one kind: {@code
 * linear}, {@code tree}, {@code neighbors}, {@code vector}, {@code boosting}; {@code ensemble} and {@code tuning} join them.
 * The library behind a kind is an optional dependency, and where it is missing the error names it.
 */
@NullMarked
package io.github.radiomics4j.models;

import org.jspecify.annotations.NullMarked;
