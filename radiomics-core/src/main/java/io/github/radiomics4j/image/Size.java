package io.github.radiomics4j.image;

/**
 * Number of voxels along each axis.
 *
 * @param x voxels along x, at least 1
 * @param y voxels along y, at least 1
 * @param z voxels along z, at least 1
 */
public record Size(int x, int y, int z) {

    /** Checks that each axis has a voxel. */
    public Size {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException(
                    "size must be at least 1 along each axis, found (%d, %d, %d)".formatted(x, y, z));
        }
    }

    /** Returns the number of voxels, x · y · z. */
    public long voxelCount() {
        return Math.multiplyExact(Math.multiplyExact((long) x, y), z);
    }

    /** Returns the number along axis 0 (x), 1 (y) or 2 (z). */
    public int along(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, found " + axis);
        };
    }

    @Override
    public String toString() {
        return "(" + x + ", " + y + ", " + z + ")";
    }
}
