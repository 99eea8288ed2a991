package io.github.radiomics4j.shape;

import java.util.Arrays;

/**
 * The first and the last vertex of a mesh on each line along x and on each line along y: no other can be an end of a
 * longest distance, in the whole or in a plane that holds the line, because of two points on either side of a third one
 * is farther from anywhere.
 *
 * <p>Layout: coordinates are in half voxels of the bordered box, so that voxel (x, y, z) is at (2x, 2y, 2z) and a vertex
 * has one odd coordinate. The line along x at (y, z) is place {@code y + height · z} of {@code firstX} and {@code lastX};
 * the line along y at (x, z) is place {@code x + width · z} of {@code firstY} and {@code lastY}. A line without a vertex
 * has {@link #NONE} in both.
 */
final class VertexLines {
    static final int NONE = -1;

    final int width;
    final int height;
    final int depth;
    final int[] firstX;
    final int[] lastX;
    final int[] firstY;
    final int[] lastY;

    private VertexLines(int width, int height, int depth) {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.firstX = filled(Math.multiplyExact(height, depth));
        this.lastX = filled(height * depth);
        this.firstY = filled(Math.multiplyExact(width, depth));
        this.lastY = filled(width * depth);
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, NONE);
        return none;
    }

    static VertexLines of(OccupancyRows rows) {
        VertexLines lines = new VertexLines(2 * rows.sizeX, 2 * rows.sizeY, 2 * rows.sizeZ);
        long[] bits = rows.bits;
        int words = rows.wordsPerRow;
        for (int z = 0; z < rows.sizeZ - 1; z++) {
            for (int y = 0; y < rows.sizeY - 1; y++) {
                int row = rows.row(y, z);
                int rowAbove = rows.row(y, z + 1);
                for (int w = 0; w < words; w++) {
                    long inside = bits[row + w];
                    long next = inside >>> 1 | (w == words - 1 ? 0 : bits[row + w + 1] << 63);
                    int x = 128 * w;
                    // Between voxel x and x + 1, between rows y and y + 1, between slices z and z + 1.
                    lines.add(inside ^ next, x + 1, 2 * y, 2 * z);
                    lines.add(inside ^ bits[row + words + w], x, 2 * y + 1, 2 * z);
                    lines.add(inside ^ bits[rowAbove + w], x, 2 * y, 2 * z + 1);
                }
            }
        }
        return lines;
    }

    /** Adds a vertex at {@code x + 2 i} for each bit i of {@code vertices}; x and, on a line along y, y only ascend. */
    private void add(long vertices, int x, int y, int z) {
        if (vertices == 0) {
            return;
        }
        int alongX = y + height * z;
        if (firstX[alongX] == NONE) {
            firstX[alongX] = x + 2 * Long.numberOfTrailingZeros(vertices);
        }
        lastX[alongX] = x + 2 * (63 - Long.numberOfLeadingZeros(vertices));
        int alongY = x + width * z;
        for (long left = vertices; left != 0; left &= left - 1) {
            int line = alongY + 2 * Long.numberOfTrailingZeros(left);
            if (firstY[line] == NONE) {
                firstY[line] = y;
            }
            lastY[line] = y;
        }
    }
}
