package io.github.radiomics4j.image;

/**
 * Direction cosines of a grid: column j is the unit vector, in LPS, along which index axis j runs.
 *
 * @param xx row x, column 0
 * @param xy row x, column 1
 * @param xz row x, column 2
 * @param yx row y, column 0
 * @param yy row y, column 1
 * @param yz row y, column 2
 * @param zx row z, column 0
 * @param zy row z, column 1
 * @param zz row z, column 2
 */
public record Direction(
        double xx, double xy, double xz, double yx, double yy, double yz, double zx, double zy, double zz) {

    /** Axes x, y, z along left, posterior, superior. */
    public static final Direction IDENTITY = new Direction(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /** Checks that the matrix can be inverted. */
    public Direction {
        double determinant = determinant(xx, xy, xz, yx, yy, yz, zx, zy, zz);
        if (!(Math.abs(determinant) > 1e-12) || Double.isInfinite(determinant)) {
            throw new IllegalArgumentException("directions must be linearly independent, found determinant "
                    + determinant + " of rows (" + xx + ", " + xy + ", " + xz + ") (" + yx + ", " + yy + ", " + yz
                    + ") (" + zx + ", " + zy + ", " + zz + ")");
        }
    }

    /** Returns row {@code i}, column {@code j}, each 0 to 2. */
    public double get(int i, int j) {
        return switch (3 * i + j) {
            case 0 -> xx;
            case 1 -> xy;
            case 2 -> xz;
            case 3 -> yx;
            case 4 -> yy;
            case 5 -> yz;
            case 6 -> zx;
            case 7 -> zy;
            case 8 -> zz;
            default -> throw new IllegalArgumentException("row and column must be 0 to 2, found " + i + ", " + j);
        };
    }

    /** Returns the product of this matrix and the column (x, y, z). */
    Point times(double x, double y, double z) {
        return new Point(xx * x + xy * y + xz * z, yx * x + yy * y + yz * z, zx * x + zy * y + zz * z);
    }

    /** Returns the solution v of {@code this · v = (x, y, z)}. */
    Point solve(double x, double y, double z) {
        double d = determinant(xx, xy, xz, yx, yy, yz, zx, zy, zz);
        return new Point(
                determinant(x, xy, xz, y, yy, yz, z, zy, zz) / d,
                determinant(xx, x, xz, yx, y, yz, zx, z, zz) / d,
                determinant(xx, xy, x, yx, yy, y, zx, zy, z) / d);
    }

    private static double determinant(
            double a, double b, double c, double d, double e, double f, double g, double h, double i) {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    }
}
