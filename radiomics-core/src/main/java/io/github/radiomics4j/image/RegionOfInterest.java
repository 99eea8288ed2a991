package io.github.radiomics4j.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The voxels of one label, in raster order (x fastest, then y, then z), cut out of its mask together with a border of
 * one voxel: the border lets a kernel look at all 26 neighbors of a voxel without a test of bounds.
 *
 * <p>Layout of the bordered box: size {@code (sizeX + 2, sizeY + 2, sizeZ + 2)} for a bounding box of size
 * {@code (sizeX, sizeY, sizeZ)}; voxel (x, y, z) of the box stands at
 * {@code (x + 1) + (sizeX + 2) · ((y + 1) + (sizeY + 2) · (z + 1))}. Immutable; one value serves every image of a case.
 */
public final class RegionOfInterest {
    private final Grid grid;
    private final BoundingBox box;
    private final int[] positions;

    private RegionOfInterest(Grid grid, BoundingBox box, int[] positions) {
        this.grid = grid;
        this.box = box;
        this.positions = positions;
    }

    /**
     * Returns the voxels of {@code label}.
     *
     * @throws IllegalArgumentException if the mask has no voxel of the label
     */
    public static RegionOfInterest of(Mask mask, int label) {
        return of(
                mask,
                label,
                mask.boundingBox(label)
                        .orElseThrow(() -> new IllegalArgumentException("the mask must have label " + label + ", found "
                                + mask.census().keySet())));
    }

    /** Returns the voxels of {@code label} in {@code box}, which need not be the smallest box around them. */
    public static RegionOfInterest of(Mask mask, int label, BoundingBox box) {
        int nx = box.sizeX();
        int strideY = nx + 2;
        int strideZ = strideY * (box.sizeY() + 2);
        Math.multiplyExact(strideZ, box.sizeZ() + 2);
        int[] positions = new int[64];
        int count = 0;
        int[] row = new int[nx];
        Size size = mask.grid().size();
        for (int z = 0; z < box.sizeZ(); z++) {
            for (int y = 0; y < box.sizeY(); y++) {
                mask.copyTo(box.x() + size.x() * (box.y() + y + size.y() * (box.z() + z)), row, 0, nx);
                int start = 1 + strideY * (y + 1) + strideZ * (z + 1);
                for (int x = 0; x < nx; x++) {
                    if (row[x] == label) {
                        if (count == positions.length) {
                            positions = Arrays.copyOf(positions, 2 * count);
                        }
                        positions[count++] = start + x;
                    }
                }
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("the box must hold a voxel of label " + label + ", found none");
        }
        return new RegionOfInterest(mask.grid(), box, Arrays.copyOf(positions, count));
    }

    /**
     * Returns the slices across z that hold voxels of the region, in order, each with the region's box cut to one voxel
     * along z. Their voxels one after another are those of the region.
     */
    public List<RegionOfInterest> slices() {
        List<RegionOfInterest> slices = new ArrayList<>();
        int strideZ = strideZ();
        int from = 0;
        while (from < positions.length) {
            int z = positions[from] / strideZ - 1;
            int to = from;
            while (to < positions.length && positions[to] / strideZ - 1 == z) {
                to++;
            }
            int[] inSlice = new int[to - from];
            for (int i = 0; i < inSlice.length; i++) {
                inSlice[i] = positions[from + i] - strideZ * z;
            }
            BoundingBox slice = new BoundingBox(box.x(), box.y(), box.z() + z, box.sizeX(), box.sizeY(), 1);
            slices.add(new RegionOfInterest(grid, slice, inSlice));
            from = to;
        }
        return slices;
    }

    /** Returns the grid of the mask that the region was cut from. */
    public Grid grid() {
        return grid;
    }

    /** Returns the box of the region, without its border. */
    public BoundingBox box() {
        return box;
    }

    /** Returns the number of voxels in the region. */
    public int voxelCount() {
        return positions.length;
    }

    /** Returns the distance in the bordered box between neighbors along y. */
    public int strideY() {
        return box.sizeX() + 2;
    }

    /** Returns the distance in the bordered box between neighbors along z. */
    public int strideZ() {
        return (box.sizeX() + 2) * (box.sizeY() + 2);
    }

    /** Returns the number of positions in the bordered box. */
    public int borderedLength() {
        return strideZ() * (box.sizeZ() + 2);
    }

    /** Returns the position of each voxel in the bordered box, ascending, in a new array. */
    public int[] positions() {
        return positions.clone();
    }

    /** Returns the position in the bordered box of voxel {@code i} of the region. */
    public int position(int i) {
        return positions[i];
    }

    /**
     * Copies the positions of {@link #positions()} into {@code out}, overwritten, which has {@link #voxelCount()} places:
     * for kernels that keep a buffer.
     */
    public void copyPositions(int[] out) {
        System.arraycopy(positions, 0, out, 0, positions.length);
    }

    /** Returns the intensities of the region's voxels, in raster order, from a volume on the region's grid. */
    public double[] intensities(ImageVolume volume) {
        if (!volume.grid().size().equals(grid.size())) {
            throw new IllegalArgumentException("the image must have the region's size " + grid.size() + ", found "
                    + volume.grid().size());
        }
        double[] out = new double[positions.length];
        double[] row = new double[box.sizeX()];
        Size size = grid.size();
        int strideY = strideY();
        int strideZ = strideZ();
        int i = 0;
        while (i < out.length) {
            int rowStart = positions[i] / strideY * strideY;
            int z = rowStart / strideZ - 1;
            int y = rowStart % strideZ / strideY - 1;
            volume.copyTo(box.x() + size.x() * (box.y() + y + size.y() * (box.z() + z)), row, 0, row.length);
            int rowEnd = rowStart + strideY;
            for (; i < out.length && positions[i] < rowEnd; i++) {
                out[i] = row[positions[i] - rowStart - 1];
            }
        }
        return out;
    }
}
