package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;

/**
 * Every so many-th voxel of a grid, from which one on so that what is kept lies around the grid's center: ITK's Shrink, in
 * its order of operations, because the first voxel often lies halfway between two.
 */
final class Shrinking {
    private final Size size;
    private final Size factors;
    private final int[] first = new int[3];

    Shrinking(Grid grid, Size factors) {
        Size given = grid.size();
        this.factors = factors;
        this.size = new Size(
                Math.max(1, given.x() / factors.x()),
                Math.max(1, given.y() / factors.y()),
                Math.max(1, given.z() / factors.z()));
        Spacing spacing = new Spacing(
                grid.spacing().xMm() * factors.x(),
                grid.spacing().yMm() * factors.y(),
                grid.spacing().zMm() * factors.z());
        Direction direction = grid.direction();
        Point center = center(grid);
        Point moved = center(new Grid(size, spacing, grid.origin(), direction));
        Point origin = new Point(
                grid.origin().x() + (center.x() - moved.x()),
                grid.origin().y() + (center.y() - moved.y()),
                grid.origin().z() + (center.z() - moved.z()));
        IndexMap map = new IndexMap(new Grid(size, spacing, origin, direction), grid);
        for (int a = 0; a < 3; a++) {
            first[a] = Math.max(0, (int) Math.floor(map.axis(a)[0] + 0.5));
        }
    }

    private static Point center(Grid grid) {
        Size size = grid.size();
        return IndexMap.physical(grid, (size.x() - 1) / 2.0, (size.y() - 1) / 2.0, (size.z() - 1) / 2.0);
    }

    /** Returns how many voxels are kept along each axis: rounded down, at least 1. */
    Size size() {
        return size;
    }

    /** Returns the voxels that are kept along an axis. */
    int[] kept(int axis) {
        int[] kept = new int[size.along(axis)];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = first[axis] + factors.along(axis) * i;
        }
        return kept;
    }
}
