package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import java.util.Arrays;

/**
 * Gray levels renumbered so that counts can be indexed by them: as they are while there are few, by rank among the levels
 * that occur when there are many, so that a table by level never has more entries than the region has voxels.
 *
 * @param bordered number 1 … n of each voxel in the bordered box, 0 outside; not modified
 * @param levelOf gray level of each number, ascending; entry 0 is not used
 */
@SuppressWarnings("ArrayRecordComponent") // shared between kernels of this package, never compared
record CompactLevels(int[] bordered, int[] levelOf) {
    /** With up to this many levels they keep their numbers. */
    static final int KEPT = 1 << 14;

    static CompactLevels of(GrayLevels levels) {
        int[] bordered = levels.bordered();
        if (levels.levelCount() <= KEPT) {
            int[] levelOf = new int[levels.levelCount() + 1];
            Arrays.setAll(levelOf, i -> i);
            return new CompactLevels(bordered, levelOf);
        }
        int[] sorted = levels.levels();
        Arrays.sort(sorted);
        int[] levelOf = new int[sorted.length + 1];
        int n = 0;
        for (int level : sorted) {
            if (level != levelOf[n]) {
                levelOf[++n] = level;
            }
        }
        levelOf = Arrays.copyOf(levelOf, n + 1);
        for (int i = 0; i < sorted.length; i++) {
            int position = levels.region().position(i);
            bordered[position] = Arrays.binarySearch(levelOf, bordered[position]);
        }
        return new CompactLevels(bordered, levelOf);
    }

    /** Returns n, the highest number in use. */
    int count() {
        return levelOf.length - 1;
    }
}
