package io.github.radiomics4j.image;

/**
 * A box of whole voxels: its first voxel and its size along each axis.
 *
 * @param x first voxel along x, from 0
 * @param y first voxel along y, from 0
 * @param z first voxel along z, from 0
 * @param sizeX voxels along x, at least 1
 * @param sizeY voxels along y, at least 1
 * @param sizeZ voxels along z, at least 1
 */
public record BoundingBox(int x, int y, int z, int sizeX, int sizeY, int sizeZ) {

    /** Checks that the box starts at 0 or above and has a voxel along each axis. */
    public BoundingBox {
        if (x < 0 || y < 0 || z < 0 || sizeX < 1 || sizeY < 1 || sizeZ < 1) {
            throw new IllegalArgumentException("a box starts at 0 or above and has a voxel along each axis, found "
                    + "start (%d, %d, %d), size (%d, %d, %d)".formatted(x, y, z, sizeX, sizeY, sizeZ));
        }
    }

    /** Returns the number of voxels along each axis. */
    public Size size() {
        return new Size(sizeX, sizeY, sizeZ);
    }

    /** Returns the first voxel along axis 0 (x), 1 (y) or 2 (z). */
    public int start(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, found " + axis);
        };
    }

    /** Returns along how many axes the box has more than one voxel. */
    public int dimensions() {
        return (sizeX > 1 ? 1 : 0) + (sizeY > 1 ? 1 : 0) + (sizeZ > 1 ? 1 : 0);
    }

    /** Returns this box with {@code voxels} more on each side, cut at the borders of a volume of {@code size}. */
    public BoundingBox padWithin(int voxels, Size size) {
        int x0 = Math.max(0, x - voxels);
        int y0 = Math.max(0, y - voxels);
        int z0 = Math.max(0, z - voxels);
        return new BoundingBox(
                x0,
                y0,
                z0,
                (int) Math.min(size.x(), (long) x + sizeX + voxels) - x0,
                (int) Math.min(size.y(), (long) y + sizeY + voxels) - y0,
                (int) Math.min(size.z(), (long) z + sizeZ + voxels) - z0);
    }

    /** Returns whether the box lies within a volume of {@code size}. */
    public boolean isWithin(Size size) {
        return (long) x + sizeX <= size.x() && (long) y + sizeY <= size.y() && (long) z + sizeZ <= size.z();
    }
}
