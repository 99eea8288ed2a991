package io.github.radiomics4j.texture;

import java.util.List;

/**
 * A direction along which runs are walked: the step from one voxel to the next.
 *
 * @param x step along x, −1 to 1
 * @param y step along y, −1 to 1
 * @param z step along z, −1 to 1
 */
public record RunDirection(int x, int y, int z) {
    private static final List<RunDirection> ALL = List.of(
            new RunDirection(1, 1, 1),
            new RunDirection(0, 1, 1),
            new RunDirection(-1, 1, 1),
            new RunDirection(1, 0, 1),
            new RunDirection(0, 0, 1),
            new RunDirection(-1, 0, 1),
            new RunDirection(1, -1, 1),
            new RunDirection(0, -1, 1),
            new RunDirection(-1, -1, 1),
            new RunDirection(1, 1, 0),
            new RunDirection(0, 1, 0),
            new RunDirection(-1, 1, 0),
            new RunDirection(1, 0, 0));

    /** Checks that the step leads to one of the 26 neighbors. */
    public RunDirection {
        if (Math.abs(x) > 1 || Math.abs(y) > 1 || Math.abs(z) > 1 || (x == 0 && y == 0 && z == 0)) {
            throw new IllegalArgumentException(
                    "a run must step to one of the 26 neighbors, found (" + x + ", " + y + ", " + z + ")");
        }
    }

    /** Returns the 13 directions of three-dimensional runs, one of each opposite pair, in PyRadiomics' order. */
    public static List<RunDirection> all() {
        return ALL;
    }
}
