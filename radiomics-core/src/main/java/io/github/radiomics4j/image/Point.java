package io.github.radiomics4j.image;

/**
 * Three coordinates: a place in physical space in mm (LPS), or a continuous voxel index, as the method says.
 *
 * @param x first coordinate
 * @param y second coordinate
 * @param z third coordinate
 */
public record Point(double x, double y, double z) {

    /** The place (0, 0, 0). */
    public static final Point ZERO = new Point(0, 0, 0);

    /** Returns coordinate 0 (x), 1 (y) or 2 (z). */
    public double along(int axis) {
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
