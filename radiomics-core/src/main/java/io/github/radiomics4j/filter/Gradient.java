package io.github.radiomics4j.filter;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.Execution;
import java.util.List;

/**
 * The magnitude of the gradient by central differences, named {@code gradient}:
 *
 * <pre>{@code y = √ Σ_axis ((f[i + 1] − f[i − 1]) / (2 h))²}</pre>
 *
 * with h the spacing along the axis in mm, or 1; outside the volume the voxels of the border repeat. Computed in 64 bits,
 * and stored in 32, bit for bit as by ITK's GradientMagnitudeImageFilter.
 *
 * @param useSpacing whether the slope is per mm, {@code gradientUseSpacing}; else it is per voxel
 */
public record Gradient(boolean useSpacing) implements ImageFilter {
    private static final String IMAGE_NAME = "gradient";

    /** PyRadiomics' default: the slope per mm, which does not depend on the size of the voxels. */
    public static Gradient withDefaults() {
        return new Gradient(true);
    }

    /** Returns a copy whose slope is per mm, or per voxel. */
    public Gradient withUseSpacing(boolean use) {
        return new Gradient(use);
    }

    @Override
    public String name() {
        return "Gradient";
    }

    @Override
    public List<String> imageNames() {
        return List.of(IMAGE_NAME);
    }

    @Override
    public FilterResult apply(ImageVolume volume) {
        return apply(volume, volume.grid().box(), Execution.sequential());
    }

    @Override
    public FilterResult apply(ImageVolume volume, BoundingBox wanted, Execution execution) {
        execution.checkCancelled();
        BoundingBox read = withNeighbors(wanted, volume.grid().box());
        Spacing h = useSpacing ? volume.grid().spacing() : Spacing.isotropic(1);
        // In this order, for the bits of ITK: the coefficients of the derivative are scaled, not its result.
        double cx = 0.5 * (1.0 / h.along(0));
        double cy = 0.5 * (1.0 / h.along(1));
        double cz = 0.5 * (1.0 / h.along(2));
        float[] out = new float[Math.toIntExact(wanted.size().voxelCount())];
        magnitude(volume.toDoubles(read), read, wanted, cx, cy, cz, out);
        return FilterResult.of(
                new NamedVolume(IMAGE_NAME, ImageVolume.wrap(volume.grid().crop(wanted), PixelType.FLOAT32, out)));
    }

    /** Returns {@code wanted} and one voxel more on each side, where the volume has it. */
    private static BoundingBox withNeighbors(BoundingBox wanted, BoundingBox volume) {
        int[] start = new int[3];
        int[] size = new int[3];
        for (int a = 0; a < 3; a++) {
            start[a] = Math.max(0, wanted.start(a) - 1);
            size[a] = Math.min(
                            volume.size().along(a),
                            wanted.start(a) + wanted.size().along(a) + 1)
                    - start[a];
        }
        return new BoundingBox(start[0], start[1], start[2], size[0], size[1], size[2]);
    }

    /**
     * Differences within one array, x fastest. Invariant: where {@code read} has no neighbor of a wanted voxel, the volume
     * has none, and the voxel itself takes its place.
     *
     * @param f the voxels of {@code read}; not modified
     * @param out the voxels of {@code wanted}; overwritten
     */
    private static void magnitude(
            double[] f, BoundingBox read, BoundingBox wanted, double cx, double cy, double cz, float[] out) {
        int nx = read.sizeX();
        int ny = read.sizeY();
        int nz = read.sizeZ();
        int left = wanted.x() - read.x();
        int top = wanted.y() - read.y();
        int front = wanted.z() - read.z();
        int width = wanted.sizeX();
        int to = 0;
        for (int z = front; z < front + wanted.sizeZ(); z++) {
            int before = Math.max(0, z - 1) * ny;
            int after = Math.min(nz - 1, z + 1) * ny;
            for (int y = top; y < top + wanted.sizeY(); y++) {
                int row = (z * ny + y) * nx;
                int above = (z * ny + Math.max(0, y - 1)) * nx;
                int below = (z * ny + Math.min(ny - 1, y + 1)) * nx;
                int behind = (before + y) * nx;
                int ahead = (after + y) * nx;
                for (int i = 0; i < width; i++) {
                    int x = left + i;
                    double gx = cx * f[row + Math.min(nx - 1, x + 1)] - cx * f[row + Math.max(0, x - 1)];
                    double gy = cy * f[below + x] - cy * f[above + x];
                    double gz = cz * f[ahead + x] - cz * f[behind + x];
                    out[to + i] = (float) Math.sqrt(gx * gx + gy * gy + gz * gz);
                }
                to += width;
            }
        }
    }
}
