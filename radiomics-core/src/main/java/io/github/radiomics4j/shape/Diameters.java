package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;

/**
 * The largest distances between two vertices of a region's {@link Mesh}, anywhere and within a plane of the grid.
 *
 * <p>The vertices are the middles of the edges between a voxel inside and one outside, so that a plane lies through the
 * centers of the voxels of a slice or half-way between two slices; both count. A single voxel has a diameter of one
 * spacing. The names of the planes are PyRadiomics'.
 *
 * @param maximum3dMm largest distance, in mm (IBSI L0JK)
 * @param maximumSliceMm largest distance between vertices of equal z, in mm
 * @param maximumColumnMm largest distance between vertices of equal y, in mm
 * @param maximumRowMm largest distance between vertices of equal x, in mm
 */
public record Diameters(double maximum3dMm, double maximumSliceMm, double maximumColumnMm, double maximumRowMm) {

    /** Returns the diameters of {@code region}. */
    public static Diameters of(RegionOfInterest region) {
        Spacing spacing = region.grid().spacing();
        VertexLines lines = VertexLines.of(OccupancyRows.of(region));
        VertexHulls hulls = new VertexHulls(lines, spacing.xMm() / 2, spacing.yMm() / 2, spacing.zMm() / 2);
        double slice = hulls.largestWithinPlanesOfEqualZ();
        double column = hulls.largestWithinPlanesOfEqualY();
        double row = hulls.largestWithinPlanesOfEqualX();
        double anywhere = hulls.largest(Math.max(slice, Math.max(column, row)));
        return new Diameters(Math.sqrt(anywhere), Math.sqrt(slice), Math.sqrt(column), Math.sqrt(row));
    }
}
