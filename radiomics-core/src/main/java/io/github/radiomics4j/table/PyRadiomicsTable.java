package io.github.radiomics4j.table;

import java.util.List;
import java.util.Objects;

/**
 * What PyRadiomics' command line wrote: the features, and what stands beside them, by the same case ids.
 *
 * @param features the features in the order of the file; each NaN says whether PyRadiomics wrote it or left the cell empty
 * @param others the other columns in the order of the file: what was copied from the batch file, {@code Image}, {@code
 *     Mask}, and the diagnostics, such as {@code diagnostics_Mask-original_VoxelNum}; an empty cell is missing
 * @param failedCases the cases for which PyRadiomics wrote no feature at all: it had failed, and only its log says why
 */
public record PyRadiomicsTable(FeatureTable features, CovariateTable others, List<String> failedCases) {

    /** Checks that both tables have the same cases. */
    public PyRadiomicsTable {
        Objects.requireNonNull(features, "features");
        failedCases = List.copyOf(failedCases);
        if (!features.caseIds().equals(others.caseIds())) {
            throw new IllegalArgumentException("features and other columns must be of the same cases, found "
                    + features.caseIds() + " and " + others.caseIds());
        }
    }
}
