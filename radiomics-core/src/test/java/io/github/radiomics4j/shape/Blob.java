package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Random;

/**
 * A random region for invariants: an ellipsoid at any place and angle with some voxels flipped, which is round where
 * {@code noise} is 0 and salt where it is 0.5.
 */
record Blob(int sizeX, int sizeY, int sizeZ, Spacing spacing, double noise, long seed) {

    boolean[] inside() {
        Random random = new Random(seed);
        double[][] form = new double[3][3];
        for (double[] row : form) {
            for (int j = 0; j < 3; j++) {
                row[j] = random.nextGaussian() / 4;
            }
        }
        boolean[] inside = new boolean[sizeX * sizeY * sizeZ];
        int i = 0;
        for (int z = 0; z < sizeZ; z++) {
            for (int y = 0; y < sizeY; y++) {
                for (int x = 0; x < sizeX; x++) {
                    double q = 0;
                    for (double[] row : form) {
                        double r = row[0] * (x - sizeX / 2.0) + row[1] * (y - sizeY / 2.0) + row[2] * (z - sizeZ / 2.0);
                        q += r * r;
                    }
                    inside[i++] = q < 2 ^ random.nextDouble() < noise;
                }
            }
        }
        inside[random.nextInt(inside.length)] = true;
        return inside;
    }

    RegionOfInterest region() {
        return region(inside(), sizeX, sizeY, sizeZ, spacing);
    }

    static RegionOfInterest region(boolean[] inside, int sizeX, int sizeY, int sizeZ, Spacing spacing) {
        return RegionOfInterest.of(Mask.of(Grid.of(new Size(sizeX, sizeY, sizeZ), spacing), inside), 1);
    }

    /** The same voxels, moved within a larger grid that lies elsewhere in space. */
    RegionOfInterest moved(int dx, int dy, int dz) {
        boolean[] from = inside();
        Size size = new Size(sizeX + dx + 1, sizeY + dy + 2, sizeZ + dz);
        boolean[] to = new boolean[Math.toIntExact(size.voxelCount())];
        for (int i = 0; i < from.length; i++) {
            int x = i % sizeX + dx;
            int y = i / sizeX % sizeY + dy;
            int z = i / (sizeX * sizeY) + dz;
            to[x + size.x() * (y + size.y() * z)] = from[i];
        }
        Grid grid = new Grid(size, spacing, new Point(dx * 10, -7, 3), io.github.radiomics4j.image.Direction.IDENTITY);
        return RegionOfInterest.of(Mask.of(grid, to), 1);
    }

    /** The same voxels with axes x, y, z renamed to y, z, x. */
    RegionOfInterest rotated() {
        boolean[] from = inside();
        boolean[] to = new boolean[from.length];
        for (int i = 0; i < from.length; i++) {
            int x = i % sizeX;
            int y = i / sizeX % sizeY;
            int z = i / (sizeX * sizeY);
            to[z + sizeZ * (x + sizeX * y)] = from[i];
        }
        return region(to, sizeZ, sizeX, sizeY, new Spacing(spacing.zMm(), spacing.xMm(), spacing.yMm()));
    }
}
