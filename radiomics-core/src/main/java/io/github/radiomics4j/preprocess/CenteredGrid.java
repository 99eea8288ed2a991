package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;

/**
 * A grid of another spacing around the center of an image, as {@link Resampling.Alignment#CENTER} has it.
 *
 * @param output the new grid in mm
 * @param inputIndices the image's grid with its voxels as the unit: spacing 1, origin 0
 * @param outputIndices the new grid in the same unit
 */
record CenteredGrid(Grid output, Grid inputIndices, Grid outputIndices) {
    /** By how much of itself an extent is lowered before it is rounded up. */
    private static final double SIZE_TOLERANCE = 1e-6;

    /** Returns how many voxels of {@code target} mm take the place of {@code count} voxels of {@code spacing} mm. */
    static double count(int count, double spacing, double target) {
        return Math.max(1, Math.ceil(count * (spacing / target) * (1 - SIZE_TOLERANCE)));
    }

    /** Returns the new grid of {@code target} for {@code image}; its voxels must fit into an array. */
    static CenteredGrid of(Grid image, Spacing target) {
        int[] size = new int[3];
        double[] step = new double[3];
        double[] first = new double[3];
        for (int a = 0; a < 3; a++) {
            int count = image.size().along(a);
            size[a] = (int) count(count, image.spacing().along(a), target.along(a));
            step[a] = target.along(a) / image.spacing().along(a);
            first[a] = 0.5 * (count - 1 - step[a] * (size[a] - 1));
        }
        Size voxels = new Size(size[0], size[1], size[2]);
        return new CenteredGrid(
                new Grid(
                        voxels,
                        target,
                        IndexMap.physical(image, first[0], first[1], first[2]),
                        image.direction(),
                        image.dimensions()),
                Grid.of(image.size(), Spacing.isotropic(1)).withDimensions(image.dimensions()),
                new Grid(
                        voxels,
                        new Spacing(step[0], step[1], step[2]),
                        new Point(first[0], first[1], first[2]),
                        Direction.IDENTITY,
                        image.dimensions()));
    }
}
