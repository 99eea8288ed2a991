package io.github.radiomics4j.feature;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;

/** The masks on phantom A that PyRadiomics' edge cases were made with, label 1, by formula. */
enum EdgeMask {
    /** A box in the corner of the image. */
    CORNER((x, y, z) -> x < 16 && y < 14 && z < 6),
    /** Every voxel of the image. */
    FULL((x, y, z) -> true),
    /** 75 voxels that do not touch. */
    ISOLATED((x, y, z) ->
            x >= 5 && x < 30 && (x - 5) % 6 == 0 && y >= 5 && y < 30 && (y - 5) % 6 == 0 && isOneOf(z, 3, 8, 13)),
    /** Nine voxels along x. */
    LINE((x, y, z) -> x >= 9 && x <= 17 && y == 28 && z == 10),
    /** Slice 10 of label 1. */
    SLICE((x, y, z) -> z == 10 && IntegerPhantom.A.mask().labelAt(x, y, z) == 1),
    /** Two boxes apart. */
    TWOPARTS((x, y, z) -> (x >= 6 && x < 12 && y >= 6 && y < 12 && z >= 4 && z < 8)
            || (x >= 24 && x < 34 && y >= 22 && y < 30 && z >= 13 && z < 18));

    private interface Inside {
        boolean at(int x, int y, int z);
    }

    private final Inside inside;

    EdgeMask(Inside inside) {
        this.inside = inside;
    }

    private static boolean isOneOf(int z, int a, int b, int c) {
        return z == a || z == b || z == c;
    }

    Mask mask() {
        Grid grid = IntegerPhantom.A.mask().grid();
        Size size = grid.size();
        boolean[] labels = new boolean[Math.toIntExact(size.voxelCount())];
        int i = 0;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    labels[i++] = inside.at(x, y, z);
                }
            }
        }
        return Mask.of(grid, labels);
    }
}
