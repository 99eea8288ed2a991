package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;

/**
 * The value of the nearest voxel; halfway, of the one with the higher index; 0 outside [−0.5, N − 0.5) along any axis.
 */
final class NearestNeighbor {
    private final RowIndices rows;
    private final Size size;
    private final InputBox box;
    private final boolean separable;
    private final int[][] axes = new int[3][];

    private NearestNeighbor(IndexMap map, Size size, InputBox box) {
        this.rows = new RowIndices(map, size);
        this.size = size;
        this.box = box;
        this.separable = map.isExactlySeparable();
        if (separable) {
            int stride = 1;
            for (int a = 0; a < 3; a++) {
                double[] indices = map.axis(a);
                axes[a] = new int[indices.length];
                for (int i = 0; i < indices.length; i++) {
                    axes[a][i] = offset(indices[i], a, stride);
                }
                stride *= box.box().size().along(a);
            }
        }
    }

    /** Returns the labels of {@code mask} on {@code output}. */
    static Mask resample(Mask mask, Grid output) {
        if (mask.grid().equals(output)) {
            return mask;
        }
        IndexMap map = new IndexMap(output, mask.grid());
        InputBox box = InputBox.of(map, mask.grid(), 1);
        int[] labels = labels(mask, box);
        int nx = output.size().x();
        int[] out = new int[Math.toIntExact(output.size().voxelCount())];
        int[] from = new int[nx];
        NearestNeighbor neighbors = new NearestNeighbor(map, output.size(), box);
        for (int row = 0; row < neighbors.rows.count(); row++) {
            if (neighbors.find(row, from)) {
                int to = row * nx;
                for (int i = 0; i < nx; i++) {
                    out[to + i] = from[i] < 0 ? 0 : labels[from[i]];
                }
            }
        }
        return Mask.of(output, out);
    }

    /** Returns the values of {@code image} on {@code output}, x fastest. */
    static double[] resample(ImageVolume image, Grid output, Execution execution) {
        IndexMap map = new IndexMap(output, image.grid());
        InputBox box = InputBox.of(map, image.grid(), 1);
        double[] values = image.toDoubles(box.box());
        double[] out = new double[Math.toIntExact(output.size().voxelCount())];
        int nx = output.size().x();
        Slabs.forEach(output.size().y() * output.size().z(), execution, (first, last) -> {
            NearestNeighbor neighbors = new NearestNeighbor(map, output.size(), box);
            int[] from = new int[nx];
            for (int row = first; row < last; row++) {
                if (neighbors.find(row, from)) {
                    int to = row * nx;
                    for (int i = 0; i < nx; i++) {
                        out[to + i] = from[i] < 0 ? 0 : values[from[i]];
                    }
                }
            }
        });
        return out;
    }

    /** Returns what the nearest voxel along one axis adds to a flat position within the box; -1 outside. */
    private int offset(double index, int axis, int stride) {
        boolean inside = index >= -0.5 && index < box.volume().along(axis) - 0.5;
        // The sum is rounded, as in ITK: the number next below one half goes up. Math.round would send it down.
        return inside ? stride * ((int) Math.floor(index + 0.5) - box.box().start(axis)) : -1;
    }

    /**
     * Finds the flat positions, within the box, of the voxels nearest to one row.
     *
     * @param from overwritten; -1 outside
     * @return whether any may be inside
     */
    private boolean find(int row, int[] from) {
        if (!separable) {
            findEach(row, from);
            return true;
        }
        int y = axes[1][row % size.y()];
        int z = axes[2][row / size.y()];
        if (y < 0 || z < 0) {
            return false;
        }
        int[] x = axes[0];
        for (int i = 0; i < from.length; i++) {
            from[i] = x[i] < 0 ? -1 : x[i] + y + z;
        }
        return true;
    }

    private void findEach(int row, int[] from) {
        rows.read(row);
        int strideY = box.box().sizeX();
        int strideZ = strideY * box.box().sizeY();
        for (int i = 0; i < from.length; i++) {
            int x = offset(rows.x()[i], 0, 1);
            int y = offset(rows.y()[i], 1, strideY);
            int z = offset(rows.z()[i], 2, strideZ);
            from[i] = x < 0 || y < 0 || z < 0 ? -1 : x + y + z;
        }
    }

    private static int[] labels(Mask mask, InputBox box) {
        BoundingBox b = box.box();
        Size size = mask.grid().size();
        int[] out = new int[Math.toIntExact(b.size().voxelCount())];
        int to = 0;
        for (int z = b.z(); z < b.z() + b.sizeZ(); z++) {
            for (int y = b.y(); y < b.y() + b.sizeY(); y++) {
                mask.copyTo(b.x() + size.x() * (y + size.y() * z), out, to, b.sizeX());
                to += b.sizeX();
            }
        }
        return out;
    }
}
