package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.run.Execution;

/**
 * Linear interpolation along x, then y, then z; beyond the outermost centers their value repeats, and outside [−0.5,
 * N − 0.5) along any axis it is 0.
 */
final class Linear {
    private Linear() {}

    /** Returns the values of {@code image} on {@code output}, x fastest. */
    static double[] resample(ImageVolume image, Grid output, Execution execution) {
        IndexMap map = new IndexMap(output, image.grid());
        InputBox box = InputBox.of(map, image.grid(), 1);
        double[] values = image.toDoubles(box.box());
        double[] out = new double[Math.toIntExact(output.size().voxelCount())];
        Slabs.forEach(output.size().y() * output.size().z(), execution, (first, last) -> {
            RowIndices rows = new RowIndices(map, output.size());
            for (int row = first; row < last; row++) {
                rows.read(row);
                interpolate(
                        values,
                        box,
                        rows,
                        out,
                        row * output.size().x(),
                        output.size().x());
            }
        });
        return out;
    }

    /**
     * Interpolates one row.
     *
     * @param in values of {@code box}, x fastest; not modified
     * @param out overwritten from {@code to} on, {@code n} values
     */
    private static void interpolate(double[] in, InputBox box, RowIndices rows, double[] out, int to, int n) {
        Size size = box.volume();
        BoundingBox b = box.box();
        int endX = size.x() - 1;
        int endY = size.y() - 1;
        int endZ = size.z() - 1;
        int strideY = b.sizeX();
        int strideZ = b.sizeX() * b.sizeY();
        int origin = b.x() + strideY * b.y() + strideZ * b.z();
        double[] xs = rows.x();
        double[] ys = rows.y();
        double[] zs = rows.z();
        for (int i = 0; i < n; i++) {
            double x = xs[i];
            double y = ys[i];
            double z = zs[i];
            boolean inside = x >= -0.5 && x < endX + 0.5 && y >= -0.5 && y < endY + 0.5 && z >= -0.5 && z < endZ + 0.5;
            if (!inside) {
                out[to + i] = 0;
                continue;
            }
            int x0 = Math.max(0, (int) Math.floor(x));
            int y0 = Math.max(0, (int) Math.floor(y));
            int z0 = Math.max(0, (int) Math.floor(z));
            double dx = Math.max(0, x - x0);
            double dy = Math.max(0, y - y0);
            double dz = Math.max(0, z - z0);
            // A neighbor of no weight need not be in the box.
            int px = dx > 0 && x0 < endX ? 1 : 0;
            int py = dy > 0 && y0 < endY ? strideY : 0;
            int pz = dz > 0 && z0 < endZ ? strideZ : 0;
            int p = x0 + strideY * y0 + strideZ * z0 - origin;
            double near = plane(in, p, px, py, dx, dy);
            out[to + i] = pz == 0 ? near : near + (plane(in, p + pz, px, py, dx, dy) - near) * dz;
        }
    }

    private static double plane(double[] in, int p, int px, int py, double dx, double dy) {
        double near = in[p] + (in[p + px] - in[p]) * dx;
        double far = in[p + py] + (in[p + py + px] - in[p + py]) * dx;
        return near + (far - near) * dy;
    }
}
