package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Mask;

/**
 * The voxels of a box that a fit looks at, row by row, x ascending: row r = y + ny · z has entries {@code start(r)} to
 * {@code start(r + 1) - 1}, each the x of a voxel. Values of voxels stand in arrays of the same order.
 */
final class MaskedRows {
    private final int nx;
    private final int ny;
    private final int nz;
    private final int[] starts;
    private final int[] xs;

    /**
     * @param inside x fastest; not modified
     */
    MaskedRows(int nx, int ny, int nz, boolean[] inside) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.starts = new int[ny * nz + 1];
        int count = 0;
        for (boolean in : inside) {
            count += in ? 1 : 0;
        }
        this.xs = new int[count];
        int at = 0;
        for (int r = 0; r < ny * nz; r++) {
            starts[r] = at;
            for (int x = 0; x < nx; x++) {
                if (inside[r * nx + x]) {
                    xs[at++] = x;
                }
            }
        }
        starts[ny * nz] = at;
    }

    /** Returns, x fastest, which voxels of a mask have a label. */
    static boolean[] inside(Mask mask) {
        boolean[] inside = new boolean[Math.toIntExact(mask.grid().size().voxelCount())];
        int[] row = new int[mask.grid().size().x()];
        for (int from = 0; from < inside.length; from += row.length) {
            mask.copyTo(from, row, 0, row.length);
            for (int i = 0; i < row.length; i++) {
                inside[from + i] = row[i] != 0;
            }
        }
        return inside;
    }

    int nx() {
        return nx;
    }

    int ny() {
        return ny;
    }

    int nz() {
        return nz;
    }

    int count() {
        return xs.length;
    }

    int start(int row) {
        return starts[row];
    }

    /** Returns the x of each voxel. Shared: not to be modified. */
    int[] xs() {
        return xs;
    }
}
