package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;

/**
 * A box around the surface of a region.
 *
 * @param aMm edge, in mm
 * @param bMm edge, in mm
 * @param cMm edge, in mm
 */
public record EnclosingBox(double aMm, double bMm, double cMm) {

    /**
     * Returns the smallest box around {@code region} with edges along x, y and z, in this order. The vertices of the {@link
     * Mesh} reach half a voxel beyond the outermost centers, so that an edge is a number of voxels times the spacing.
     */
    public static EnclosingBox alongAxes(RegionOfInterest region) {
        int[] extent = extent(region);
        Spacing spacing = region.grid().spacing();
        return new EnclosingBox(extent[0] * spacing.xMm(), extent[1] * spacing.yMm(), extent[2] * spacing.zMm());
    }

    /** Returns the voxels along each axis, which may be fewer than the region's box has. */
    private static int[] extent(RegionOfInterest region) {
        int strideY = region.strideY();
        int strideZ = region.strideZ();
        int lowX = Integer.MAX_VALUE;
        int highX = 0;
        int lowY = Integer.MAX_VALUE;
        int highY = 0;
        int[] positions = region.positions();
        for (int position : positions) {
            int y = position % strideZ / strideY;
            int x = position % strideY;
            lowX = Math.min(lowX, x);
            highX = Math.max(highX, x);
            lowY = Math.min(lowY, y);
            highY = Math.max(highY, y);
        }
        int slices = positions[positions.length - 1] / strideZ - positions[0] / strideZ + 1;
        return new int[] {highX - lowX + 1, highY - lowY + 1, slices};
    }

    /** Returns the smallest box around {@code hull} that was found: see {@code OrientedBoxSearch}. */
    public static EnclosingBox smallest(ConvexHull hull) {
        return OrientedBoxSearch.smallest(hull);
    }

    /** Returns abc, in mm³. */
    public double volumeMm3() {
        return aMm * bMm * cMm;
    }

    /** Returns 2 (ab + bc + ca), in mm². */
    public double areaMm2() {
        return 2 * (aMm * bMm + bMm * cMm + cMm * aMm);
    }
}
