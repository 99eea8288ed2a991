/**
 * A {@link io.github.radiomics4j.table.FeatureTable} in Parquet files: {@link
 * io.github.radiomics4j.parquet.ParquetTables}.
 *
 * <p>What surprises people: the Parquet library does not run on the module path, where its jars claim the same packages.
 * This jar may lie there; the library's jars must lie on the class path. And CSV is the faster of the two for a table
 * of some hundred cases, since a Parquet file is organized by columns and features have a thousand of them.
 */
@NullMarked
package io.github.radiomics4j.parquet;

import org.jspecify.annotations.NullMarked;
