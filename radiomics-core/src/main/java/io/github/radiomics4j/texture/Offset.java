package io.github.radiomics4j.texture;

/**
 * The step from a voxel to another, in voxels along each axis.
 *
 * @param x step along x
 * @param y step along y
 * @param z step along z
 */
public record Offset(int x, int y, int z) {

    /** Returns the Chebyshev distance: the longest of the three steps. */
    public int distance() {
        return Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
    }

    /** Returns the step back. */
    public Offset opposite() {
        return new Offset(-x, -y, -z);
    }
}
