package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.PresentLevels;
import io.github.radiomics4j.run.Execution;
import java.util.Arrays;

/**
 * Counts pairs of levels row by row, for so many levels that a full matrix would be mostly zeros or too large: the voxels
 * are grouped by level, and one row of counts, with a list of the columns touched, serves every level in turn.
 *
 * <p>Memory: a few ints for each voxel and one for each position of the bordered box; time: one visit of each voxel for
 * each direction. Levels are replaced by their ranks + 1, 0 outside the region.
 */
final class SparsePairs {
    private final int[] levels;
    private final int[] grouped;
    private final int[] groupStarts;
    private final int[] borderedRanks;

    /**
     * @param positions position of each voxel in the bordered box; not modified
     * @param borderedRanks rank + 1 of each voxel in the bordered box, 0 outside; not modified
     */
    SparsePairs(int[] positions, PresentLevels present, int[] borderedRanks) {
        int[] ranks = present.ranks();
        levels = present.levels();
        groupStarts = new int[levels.length + 1];
        grouped = new int[positions.length];
        this.borderedRanks = borderedRanks;
        int[] voxelCounts = present.voxelCounts();
        for (int rank = 0; rank < levels.length; rank++) {
            groupStarts[rank + 1] = groupStarts[rank] + voxelCounts[rank];
        }
        int[] next = groupStarts.clone();
        for (int i = 0; i < positions.length; i++) {
            grouped[next[ranks[i]]++] = positions[i];
        }
    }

    /** @param execution asked before each direction whether it was cancelled */
    Glcm.CellList cells(int[] steps, boolean symmetric, Execution execution) {
        Glcm.CellList cells = new Glcm.CellList(steps.length);
        int[] row = new int[levels.length + 1];
        int[] touched = new int[levels.length + 1];
        for (int step : steps) {
            execution.checkCancelled();
            for (int rank = 0; rank < levels.length; rank++) {
                int touchedCount =
                        symmetric ? countBothWays(step, rank, row, touched) : countForward(step, rank, row, touched);
                Arrays.sort(touched, 0, touchedCount);
                for (int t = 0; t < touchedCount; t++) {
                    int column = touched[t];
                    cells.add(levels[rank], levels[column - 1], row[column]);
                    row[column] = 0;
                }
            }
            cells.endDirection();
        }
        return cells;
    }

    /** Counts the neighbors forward and back whose level is at least that of the row; a pair of equals comes twice. */
    private int countBothWays(int step, int rank, int[] row, int[] touched) {
        int touchedCount = 0;
        for (int g = groupStarts[rank]; g < groupStarts[rank + 1]; g++) {
            int ahead = borderedRanks[grouped[g] + step];
            if (ahead > rank) {
                if (row[ahead]++ == 0) {
                    touched[touchedCount++] = ahead;
                }
            }
            int behind = borderedRanks[grouped[g] - step];
            if (behind > rank) {
                if (row[behind]++ == 0) {
                    touched[touchedCount++] = behind;
                }
            }
        }
        return touchedCount;
    }

    private int countForward(int step, int rank, int[] row, int[] touched) {
        int touchedCount = 0;
        for (int g = groupStarts[rank]; g < groupStarts[rank + 1]; g++) {
            int ahead = borderedRanks[grouped[g] + step];
            if (ahead != 0) {
                if (row[ahead]++ == 0) {
                    touched[touchedCount++] = ahead;
                }
            }
        }
        return touchedCount;
    }
}
