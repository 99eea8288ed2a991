package io.github.radiomics4j.parquet;

import io.github.radiomics4j.table.FeatureTable;
import io.github.radiomics4j.table.TableFormatException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads and writes feature tables as Parquet: a column {@code case} of texts and one of 64-bit floats per feature, none of
 * them optional, compressed by Snappy. Every bit of a number is kept.
 *
 * <p>The reasons for NaN go to a file beside it, {@code features.nan-reasons.parquet} for {@code features.parquet}, with the
 * texts {@code case}, {@code column} and {@code reason}; where there are none, such a file of an older table is deleted.
 */
public final class ParquetTables {
    private ParquetTables() {}

    /**
     * Writes a table. Each file appears whole or not at all.
     *
     * @throws IOException if a file cannot be written
     * @throws IllegalStateException if the Parquet library is not on the class path
     */
    public static void write(FeatureTable table, Path path) throws IOException {
        try {
            ParquetFiles.write(table, path);
        } catch (NoClassDefFoundError e) {
            throw missing(e);
        }
    }

    /**
     * Reads a table, with the reasons for NaN where their file lies beside it. Files of other programs are read too, if they
     * have a column {@code case} of texts and if all others are numbers; a null is NaN.
     *
     * @throws TableFormatException if the file is not such a table: no column {@code case}, an id twice or null, a column
     *     that holds no numbers, a reason for a value that is none
     * @throws IOException if a file cannot be read
     * @throws IllegalStateException if the Parquet library is not on the class path
     */
    public static FeatureTable read(Path path) throws IOException {
        try {
            return ParquetFiles.read(path);
        } catch (NoClassDefFoundError e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(NoClassDefFoundError e) {
        return new IllegalStateException(
                "Parquet files need blue.strategic.parquet:parquet-floor and what it depends on, on the class path and not"
                        + " on the module path; not found: " + e.getMessage(),
                e);
    }
}
