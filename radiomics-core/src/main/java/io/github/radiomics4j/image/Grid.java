package io.github.radiomics4j.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where the voxels of a volume lie: the center of voxel (i, j, k) is at
 *
 * <pre>{@code p = origin + direction · (spacing.x · i, spacing.y · j, spacing.z · k)}</pre>
 *
 * in LPS millimetres. Immutable.
 *
 * <p>The grid of an image of two dimensions is that of one slice in the plane z = 0, 1 mm thick, and says that it has {@code
 * dimensions} 2. It is not equal to the grid of a volume of one slice, and does not match it: what can be computed from one
 * differs from what can be computed from the other.
 *
 * @param size voxels along each axis
 * @param spacing mm between neighboring centers
 * @param origin center of voxel (0, 0, 0), in mm
 * @param direction direction cosines
 * @param dimensions 3 of a volume, also of a single slice; 2 of an image that has no third axis, in a file either
 */
public record Grid(Size size, Spacing spacing, Point origin, Direction direction, int dimensions) {

    /** ITK's default tolerance: coordinates relative to the spacing along x, direction cosines absolute. */
    public static final double DEFAULT_TOLERANCE = 1e-6;

    /** Checks that nothing is null and the origin finite, and that two dimensions lie in the plane z = 0. */
    public Grid {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(spacing, "spacing");
        Objects.requireNonNull(direction, "direction");
        if (!Double.isFinite(origin.x()) || !Double.isFinite(origin.y()) || !Double.isFinite(origin.z())) {
            throw new IllegalArgumentException("origin must be finite, found " + origin + " mm");
        }
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("a grid must have 2 or 3 dimensions, found " + dimensions);
        }
        if (dimensions == 2) {
            requirePlane(size, spacing, origin, direction);
        }
    }

    /** Makes the grid of a volume. */
    public Grid(Size size, Spacing spacing, Point origin, Direction direction) {
        this(size, spacing, origin, direction, 3);
    }

    private static void requirePlane(Size size, Spacing spacing, Point origin, Direction direction) {
        boolean keepsApart = direction.get(2, 2) == 1
                && direction.get(0, 2) == 0
                && direction.get(1, 2) == 0
                && direction.get(2, 0) == 0
                && direction.get(2, 1) == 0;
        if (size.z() != 1 || spacing.zMm() != 1 || origin.z() != 0 || !keepsApart) {
            throw new IllegalArgumentException(
                    "a grid of 2 dimensions must be one slice in the plane z = 0, 1 mm thick, found size " + size
                            + ", spacing " + spacing + ", origin " + origin + ", direction " + direction);
        }
    }

    /** Returns a grid with origin (0, 0, 0) and axes along LPS. */
    public static Grid of(Size size, Spacing spacing) {
        return new Grid(size, spacing, Point.ZERO, Direction.IDENTITY);
    }

    /**
     * Returns the grid of an image of two dimensions with origin (0, 0) and axes along LPS.
     *
     * @param width pixels along x
     * @param height pixels along y
     * @param xMm mm between centers along x
     * @param yMm mm between centers along y
     */
    public static Grid ofPlane(int width, int height, double xMm, double yMm) {
        return of(new Size(width, height, 1), new Spacing(xMm, yMm, 1)).withDimensions(2);
    }

    /**
     * Returns a copy of another number of dimensions.
     *
     * @throws IllegalArgumentException if it is 2 and this is not one slice in the plane z = 0, 1 mm thick
     */
    public Grid withDimensions(int dimensions) {
        return new Grid(size, spacing, origin, direction, dimensions);
    }

    /** Returns whether this is the grid of an image of two dimensions. */
    public boolean isPlane() {
        return dimensions == 2;
    }

    /** Returns the physical place, in mm, of a continuous voxel index. */
    public Point toPhysical(double i, double j, double k) {
        Point offset = direction.times(i * spacing.xMm(), j * spacing.yMm(), k * spacing.zMm());
        return new Point(origin.x() + offset.x(), origin.y() + offset.y(), origin.z() + offset.z());
    }

    /** Returns the continuous voxel index of a physical place given in mm. */
    public Point toIndex(Point physicalMm) {
        Point v =
                direction.solve(physicalMm.x() - origin.x(), physicalMm.y() - origin.y(), physicalMm.z() - origin.z());
        return new Point(v.x() / spacing.xMm(), v.y() / spacing.yMm(), v.z() / spacing.zMm());
    }

    /** Returns the grid of {@code box}: same spacing and direction, origin at the box's first voxel. */
    public Grid crop(BoundingBox box) {
        return new Grid(box.size(), spacing, toPhysical(box.x(), box.y(), box.z()), direction, dimensions);
    }

    /** Returns the box of the whole grid. */
    public BoundingBox box() {
        return new BoundingBox(0, 0, 0, size.x(), size.y(), size.z());
    }

    /**
     * Says how {@code other} differs from this grid in physical space (dimensions, origin, spacing, direction; not in
     * size), by ITK's rule.
     *
     * @param tolerance origin and spacing may differ by {@code tolerance · spacing.x} mm, direction cosines by
     *     {@code tolerance}
     * @return one phrase per difference, as in {@code "spacing z 3.0 mm vs 2.5 mm"}; empty when the two agree
     */
    public List<String> physicalDifferences(Grid other, double tolerance) {
        List<String> differences = new ArrayList<>();
        if (dimensions != other.dimensions) {
            differences.add("dimensions " + dimensions + " vs " + other.dimensions);
        }
        double lengthTolerance = Math.abs(tolerance * spacing.xMm());
        String axes = "xyz";
        for (int a = 0; a < 3; a++) {
            double mine = spacing.along(a);
            double theirs = other.spacing.along(a);
            if (!(Math.abs(mine - theirs) <= lengthTolerance)) {
                differences.add("spacing %c %s mm vs %s mm".formatted(axes.charAt(a), mine, theirs));
            }
        }
        for (int a = 0; a < 3; a++) {
            double mine = origin.along(a);
            double theirs = other.origin.along(a);
            if (!(Math.abs(mine - theirs) <= lengthTolerance)) {
                differences.add("origin %c %s mm vs %s mm".formatted(axes.charAt(a), mine, theirs));
            }
        }
        double largest = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                largest = Math.max(largest, Math.abs(direction.get(i, j) - other.direction.get(i, j)));
            }
        }
        if (!(largest <= tolerance)) {
            differences.add("direction cosines differ by up to " + largest);
        }
        return differences;
    }

    /** As {@link #physicalDifferences}, and the size as well. */
    public List<String> differences(Grid other, double tolerance) {
        List<String> differences = new ArrayList<>();
        if (!size.equals(other.size)) {
            differences.add("size " + size + " vs " + other.size);
        }
        differences.addAll(physicalDifferences(other, tolerance));
        return differences;
    }
}
