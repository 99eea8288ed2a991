package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.RegionOfInterest;

/**
 * The bordered box of a region, one bit per voxel.
 *
 * <p>Layout: row (y, z) is the {@code wordsPerRow} longs from {@code (y + sizeY · z) · wordsPerRow} on; bit x % 64 of its
 * word x / 64 is voxel x. Sizes count the border of one voxel, which is 0 on every side, as are the spare bits of the last
 * word.
 */
final class OccupancyRows {
    final int sizeX;
    final int sizeY;
    final int sizeZ;
    final int wordsPerRow;
    final long[] bits;

    private OccupancyRows(int sizeX, int sizeY, int sizeZ) {
        this.sizeX = sizeX;
        this.sizeY = sizeY;
        this.sizeZ = sizeZ;
        this.wordsPerRow = (sizeX + 63) >> 6;
        this.bits = new long[wordsPerRow * sizeY * sizeZ];
    }

    static OccupancyRows of(RegionOfInterest region) {
        OccupancyRows rows = new OccupancyRows(
                region.box().sizeX() + 2, region.box().sizeY() + 2, region.box().sizeZ() + 2);
        int[] positions = region.positions();
        int rowStart = 0;
        int word = 0;
        for (int position : positions) {
            while (position - rowStart >= rows.sizeX) {
                rowStart += rows.sizeX;
                word += rows.wordsPerRow;
            }
            int x = position - rowStart;
            rows.bits[word + (x >> 6)] |= 1L << x;
        }
        return rows;
    }

    /** Returns the first word of row (y, z). */
    int row(int y, int z) {
        return (y + sizeY * z) * wordsPerRow;
    }
}
