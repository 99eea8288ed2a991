package io.github.radiomics4j.texture;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.RegionOfInterest;

/**
 * How many steps from face to face each voxel of a mask lies from the nearest voxel outside, which is 1 at the border of
 * the mask or of the image (city-block distance; IBSI 3.9). Immutable.
 *
 * <p>Kernel: two passes over the voxels in the mask's bordered box, 0 outside, forward from the neighbors before and
 * backward from those after, which is exact for the city-block distance (Rosenfeld and Pfaltz, J. ACM 13, 1966).
 */
public final class BorderDistances {
    private final RegionOfInterest mask;
    private final int[] distances;

    private BorderDistances(RegionOfInterest mask, int[] distances) {
        this.mask = mask;
        this.distances = distances;
    }

    /**
     * Returns the distances in {@code mask}.
     *
     * @param inSlices whether steps stay in the slice across z, whose border is then the border of the mask in it
     */
    public static BorderDistances of(RegionOfInterest mask, boolean inSlices) {
        int[] distances = new int[mask.borderedLength()];
        int[] positions = mask.positions();
        int strideY = mask.strideY();
        int strideZ = mask.strideZ();
        for (int p : positions) {
            int before = Math.min(distances[p - 1], distances[p - strideY]);
            distances[p] = 1 + (inSlices ? before : Math.min(before, distances[p - strideZ]));
        }
        for (int i = positions.length - 1; i >= 0; i--) {
            int p = positions[i];
            int after = Math.min(distances[p + 1], distances[p + strideY]);
            int nearest = 1 + (inSlices ? after : Math.min(after, distances[p + strideZ]));
            distances[p] = Math.min(distances[p], nearest);
        }
        return new BorderDistances(mask, distances);
    }

    /**
     * Returns the distance of each voxel of {@code region}, which lies on the grid of the mask, in raster order; 1 where a
     * voxel is not in the mask.
     */
    public int[] of(RegionOfInterest region) {
        BoundingBox box = mask.box();
        int shiftX = region.box().x() - box.x() - 1;
        int shiftY = region.box().y() - box.y() - 1;
        int shiftZ = region.box().z() - box.z() - 1;
        int[] out = new int[region.voxelCount()];
        for (int i = 0; i < out.length; i++) {
            int position = region.position(i);
            int x = position % region.strideY() + shiftX;
            int y = position % region.strideZ() / region.strideY() + shiftY;
            int z = position / region.strideZ() + shiftZ;
            boolean inBox = x >= 0 && x < box.sizeX() && y >= 0 && y < box.sizeY() && z >= 0 && z < box.sizeZ();
            int distance = inBox ? distances[x + 1 + mask.strideY() * (y + 1) + mask.strideZ() * (z + 1)] : 0;
            out[i] = Math.max(distance, 1);
        }
        return out;
    }
}
