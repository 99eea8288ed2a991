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
    private NearestNeighbor() {}

    /** Returns the labels of {@code mask} on {@code output}. */
    static Mask resample(Mask mask, Grid output) {
        if (mask.grid().equals(output)) {
            return mask;
        }
        IndexMap map = new IndexMap(output, mask.grid());
        InputBox box = InputBox.of(map, mask.grid().size(), 1);
        int[] labels = labels(mask, box);
        int[] out = new int[Math.toIntExact(output.size().voxelCount())];
        int[] from = new int[output.size().x()];
        RowIndices rows = new RowIndices(map, output.size());
        for (int row = 0; row < rows.count(); row++) {
            nearest(rows, row, box, from);
            int to = row * from.length;
            for (int i = 0; i < from.length; i++) {
                out[to + i] = from[i] < 0 ? 0 : labels[from[i]];
            }
        }
        return Mask.of(output, out);
    }

    /** Returns the values of {@code image} on {@code output}, x fastest. */
    static double[] resample(ImageVolume image, Grid output, Execution execution) {
        IndexMap map = new IndexMap(output, image.grid());
        InputBox box = InputBox.of(map, image.grid().size(), 1);
        double[] values = image.toDoubles(box.box());
        double[] out = new double[Math.toIntExact(output.size().voxelCount())];
        int nx = output.size().x();
        Slabs.forEach(output.size().y() * output.size().z(), execution, (first, last) -> {
            RowIndices rows = new RowIndices(map, output.size());
            int[] from = new int[nx];
            for (int row = first; row < last; row++) {
                nearest(rows, row, box, from);
                int to = row * nx;
                for (int i = 0; i < nx; i++) {
                    out[to + i] = from[i] < 0 ? 0 : values[from[i]];
                }
            }
        });
        return out;
    }

    /**
     * Finds the flat positions, within the box, of the voxels nearest to one row.
     *
     * @param from overwritten; -1 outside
     */
    private static void nearest(RowIndices rows, int row, InputBox box, int[] from) {
        rows.read(row);
        Size size = box.volume();
        BoundingBox b = box.box();
        double endX = size.x() - 0.5;
        double endY = size.y() - 0.5;
        double endZ = size.z() - 0.5;
        double[] x = rows.x();
        double[] y = rows.y();
        double[] z = rows.z();
        for (int i = 0; i < from.length; i++) {
            boolean inside = x[i] >= -0.5 && x[i] < endX && y[i] >= -0.5 && y[i] < endY && z[i] >= -0.5 && z[i] < endZ;
            // Math.round: floor of (x + 1/2) without the rounding of that sum.
            from[i] = inside
                    ? (int) Math.round(x[i])
                            - b.x()
                            + b.sizeX()
                                    * ((int) Math.round(y[i]) - b.y() + b.sizeY() * ((int) Math.round(z[i]) - b.z()))
                    : -1;
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
