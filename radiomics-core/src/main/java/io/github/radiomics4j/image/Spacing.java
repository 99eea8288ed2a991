package io.github.radiomics4j.image;

/**
 * Distance between neighboring voxel centers along each axis.
 *
 * @param xMm along x, in mm, positive and finite
 * @param yMm along y, in mm, positive and finite
 * @param zMm along z, in mm, positive and finite
 */
public record Spacing(double xMm, double yMm, double zMm) {

    /** Checks that each distance is positive and finite. */
    public Spacing {
        if (!(isPositive(xMm) && isPositive(yMm) && isPositive(zMm))) {
            throw new IllegalArgumentException(
                    "spacing must be positive and finite, found (" + xMm + ", " + yMm + ", " + zMm + ") mm");
        }
    }

    /** Returns the same spacing along all three axes. */
    public static Spacing isotropic(double mm) {
        return new Spacing(mm, mm, mm);
    }

    /** Returns the volume of one voxel in mm³. */
    public double voxelVolumeMm3() {
        return xMm * yMm * zMm;
    }

    /** Returns the distance in mm along axis 0 (x), 1 (y) or 2 (z). */
    public double along(int axis) {
        return switch (axis) {
            case 0 -> xMm;
            case 1 -> yMm;
            case 2 -> zMm;
            default -> throw new IllegalArgumentException("axis must be 0, 1 or 2, found " + axis);
        };
    }

    private static boolean isPositive(double mm) {
        return mm > 0 && mm < Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return "(" + xMm + ", " + yMm + ", " + zMm + ")";
    }
}
