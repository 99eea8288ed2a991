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
 * @param size voxels along each axis
 * @param spacing mm between neighboring centers
 * @param origin center of voxel (0, 0, 0), in mm
 * @param direction direction cosines
 */
public record Grid(Size size, Spacing spacing, Point origin, Direction direction) {

    /** ITK's default tolerance: coordinates relative to the spacing along x, direction cosines absolute. */
    public static final double DEFAULT_TOLERANCE = 1e-6;

    /** Checks that nothing is null and the origin finite. */
    public Grid {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(spacing, "spacing");
        Objects.requireNonNull(direction, "direction");
        if (!Double.isFinite(origin.x()) || !Double.isFinite(origin.y()) || !Double.isFinite(origin.z())) {
            throw new IllegalArgumentException("origin must be finite, found " + origin + " mm");
        }
    }

    /** Returns a grid with origin (0, 0, 0) and axes along LPS. */
    public static Grid of(Size size, Spacing spacing) {
        return new Grid(size, spacing, Point.ZERO, Direction.IDENTITY);
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
        return new Grid(box.size(), spacing, toPhysical(box.x(), box.y(), box.z()), direction);
    }

    /** Returns the box of the whole grid. */
    public BoundingBox box() {
        return new BoundingBox(0, 0, 0, size.x(), size.y(), size.z());
    }

    /**
     * Says how {@code other} differs from this grid in physical space (origin, spacing, direction; not in size), by
     * ITK's rule.
     *
     * @param tolerance origin and spacing may differ by {@code tolerance · spacing.x} mm, direction cosines by
     *     {@code tolerance}
     * @return one phrase per difference, as in {@code "spacing z 3.0 mm vs 2.5 mm"}; empty when the two agree
     */
    public List<String> physicalDifferences(Grid other, double tolerance) {
        List<String> differences = new ArrayList<>();
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
