package io.github.radiomics4j.intensity;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;

/**
 * Voxels and their values, by coordinates in the smallest box around them. The arrays are shared and not modified.
 */
record PairedVoxels(int[] x, int[] y, int[] z, double[] values, int sizeX, int sizeY, int sizeZ, Spacing spacing) {

    static PairedVoxels of(RegionOfInterest region, double[] values) {
        int n = values.length;
        int[] x = new int[n];
        int[] y = new int[n];
        int[] z = new int[n];
        int strideY = region.strideY();
        int strideZ = region.strideZ();
        for (int i = 0; i < n; i++) {
            int position = region.position(i);
            x[i] = position % strideY;
            y[i] = position % strideZ / strideY;
            z[i] = position / strideZ;
        }
        int sizeX = moveToZero(x);
        int sizeY = moveToZero(y);
        int sizeZ = moveToZero(z);
        return new PairedVoxels(
                x, y, z, values, sizeX, sizeY, sizeZ, region.grid().spacing());
    }

    /** Subtracts the least from all coordinates, and returns how many there are from 0 to the largest. */
    private static int moveToZero(int[] coordinates) {
        int least = coordinates[0];
        int largest = least;
        for (int coordinate : coordinates) {
            least = Math.min(least, coordinate);
            largest = Math.max(largest, coordinate);
        }
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] -= least;
        }
        return largest - least + 1;
    }
}
