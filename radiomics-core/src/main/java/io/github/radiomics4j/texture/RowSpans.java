package io.github.radiomics4j.texture;

import java.util.Arrays;

/**
 * Voxels of a region that lie side by side along x, told by where they begin and end: a kernel that walks along spans looks
 * up no position, and needs no test of bounds for any place at a fixed distance.
 *
 * <p>Layout: {@code spans[2 k]} is the position of the first voxel of span k, {@code spans[2 k + 1]} that behind its last.
 */
final class RowSpans {
    private RowSpans() {}

    /**
     * Returns the spans of a region.
     *
     * @param positions of its voxels, ascending, in a box whose rows are kept apart by a border; not modified
     */
    static int[] of(int[] positions) {
        int[] spans = new int[64];
        int size = 0;
        for (int i = 0; i < positions.length; ) {
            int start = positions[i];
            int end = start + 1;
            for (i++; i < positions.length && positions[i] == end; i++) {
                end++;
            }
            if (size == spans.length) {
                spans = Arrays.copyOf(spans, 2 * size);
            }
            spans[size++] = start;
            spans[size++] = end;
        }
        return Arrays.copyOf(spans, size);
    }
}
