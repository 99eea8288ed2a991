/**
 * Numbers by name and by case: a {@link io.github.radiomics4j.table.FeatureName} is a column, a {@link
 * io.github.radiomics4j.table.FeatureVector} holds one case with its {@link
 * io.github.radiomics4j.table.DiagnosticValue}s and {@link io.github.radiomics4j.table.Provenance}, a {@link
 * io.github.radiomics4j.table.FeatureTable} many cases; {@link io.github.radiomics4j.table.FeatureFormat} and {@link
 * io.github.radiomics4j.table.JsonWriter} write them. What else is known of the cases is a {@link
 * io.github.radiomics4j.table.CovariateTable}; an {@link io.github.radiomics4j.table.Outcome} says which of two
 * classes each belongs to, a {@link io.github.radiomics4j.table.Split} which of them are learned from. {@link io.github.radiomics4j.table.PyRadiomicsCsv} reads both out of what
 * PyRadiomics wrote.
 *
 * <p>Stage 8. What surprises people: rows are found by case id, never by position, and a number in a file is the
 * shortest decimal that reads back as the same bits, with '.' in every locale, as Python prints it. A NaN carries its
 * reason, which a table keeps in a second file beside the first.
 */
@NullMarked
package io.github.radiomics4j.table;

import org.jspecify.annotations.NullMarked;
