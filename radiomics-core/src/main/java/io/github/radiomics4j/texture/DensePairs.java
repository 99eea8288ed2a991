package io.github.radiomics4j.texture;

/**
 * Reads the occupied cells off full matrices.
 *
 * <p>Layout: {@code matrices[(N + 1)² · d + (N + 1) · i + j]} is the number of pairs (i, j) of direction d; row and
 * column 0 stand for voxels outside the region and are not read.
 */
final class DensePairs {
    private DensePairs() {}

    /**
     * @param matrices not modified
     * @param levels levels that occur, ascending; not modified
     */
    static Glcm.CellList cells(int[] matrices, int[] levels, int n, boolean symmetric) {
        int stride = n + 1;
        int size = stride * stride;
        Glcm.CellList cells = new Glcm.CellList(matrices.length / size);
        for (int base = 0; base < matrices.length; base += size) {
            for (int r = 0; r < levels.length; r++) {
                int i = levels[r];
                int row = base + stride * i;
                if (symmetric) {
                    if (matrices[row + i] != 0) {
                        cells.add(i, i, 2 * matrices[row + i]);
                    }
                    for (int j = i + 1; j < stride; j++) {
                        int count = matrices[row + j] + matrices[base + stride * j + i];
                        if (count != 0) {
                            cells.add(i, j, count);
                        }
                    }
                } else {
                    for (int j = 1; j < stride; j++) {
                        if (matrices[row + j] != 0) {
                            cells.add(i, j, matrices[row + j]);
                        }
                    }
                }
            }
            cells.endDirection();
        }
        return cells;
    }
}
