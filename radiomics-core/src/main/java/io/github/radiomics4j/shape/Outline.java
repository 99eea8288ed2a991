package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;

/**
 * What the line around a region of one slice measures: marching squares at 0.5 over the pixel centers, with the vertices
 * at the middle of the edges between a pixel inside and one outside.
 *
 * <p>For pixels of a × b mm, a square between four pixel centers adds to the
 *
 * <pre>{@code
 * corners inside          perimeter         area / (a b)
 * one                     √(a² + b²) / 2    1/8
 * two along a side        its length        1/2
 * two across a diagonal   √(a² + b²)        1/4
 * three                   √(a² + b²) / 2    7/8
 * four                    0                 1
 * }</pre>
 *
 * <p>Two corners across a diagonal are thus kept apart, as in PyRadiomics.
 *
 * @param perimeterMm length of the line, holes counted too, in mm
 * @param areaMm2 area within the line, in mm²
 */
public record Outline(double perimeterMm, double areaMm2) {
    /** Corners of a square at (u, v): bits 0 (0,0), 1 (1,0), 2 (1,1), 3 (0,1). */
    private static final int ALONG_U_BELOW = 0b0011;

    private static final int ALONG_U_ABOVE = 0b1100;
    private static final int DIAGONAL = 0b0101;
    private static final int OTHER_DIAGONAL = 0b1010;

    /**
     * Returns the outline of {@code region}.
     *
     * @param region one slice thick along {@code axis}
     * @param axis across the slice: 0 (x), 1 (y) or 2 (z)
     * @throws IllegalArgumentException if the region has several slices
     */
    public static Outline of(RegionOfInterest region, int axis) {
        if (region.box().size().along(axis) != 1) {
            throw new IllegalArgumentException("a region must be one slice along axis " + axis + ", found "
                    + region.box().size() + " voxels");
        }
        int axisU = axis == 0 ? 1 : 0;
        int axisV = axis == 2 ? 1 : 2;
        int width = region.box().size().along(axisU) + 2;
        int height = region.box().size().along(axisV) + 2;
        byte[] inside = pixels(region, axisU, axisV, width, height);
        long[] squares = countSquares(inside, width, height);
        Spacing spacing = region.grid().spacing();
        return of(squares, spacing.along(axisU), spacing.along(axisV));
    }

    private static Outline of(long[] squares, double a, double b) {
        long alongU = squares[ALONG_U_BELOW] + squares[ALONG_U_ABOVE];
        long cut = 2 * (squares[DIAGONAL] + squares[OTHER_DIAGONAL]);
        long eighths = 0;
        long alongV = 0;
        for (int index = 0; index < 16; index++) {
            int corners = Integer.bitCount(index);
            if (corners == 1 || corners == 3) {
                cut += squares[index];
                eighths += (corners == 1 ? 1 : 7) * squares[index];
            } else if (index == DIAGONAL || index == OTHER_DIAGONAL) {
                eighths += 2 * squares[index];
            } else {
                alongV += corners == 2 ? squares[index] : 0;
                eighths += 2L * corners * squares[index];
            }
        }
        double perimeter = alongU * a + (alongV - alongU) * b + cut * (Math.sqrt(a * a + b * b) / 2);
        return new Outline(perimeter, eighths / 8.0 * (a * b));
    }

    /** Returns the bordered slice, u fastest: 1 inside. */
    private static byte[] pixels(RegionOfInterest region, int axisU, int axisV, int width, int height) {
        byte[] inside = new byte[Math.multiplyExact(width, height)];
        int[] at = new int[3];
        for (int position : region.positions()) {
            at[0] = position % region.strideY();
            at[1] = position % region.strideZ() / region.strideY();
            at[2] = position / region.strideZ();
            inside[at[axisU] + width * at[axisV]] = 1;
        }
        return inside;
    }

    private static long[] countSquares(byte[] inside, int width, int height) {
        long[] squares = new long[16];
        for (int v = 0; v < height - 1; v++) {
            for (int i = width * v; i < width * (v + 1) - 1; i++) {
                squares[inside[i] | inside[i + 1] << 1 | inside[i + 1 + width] << 2 | inside[i + width] << 3]++;
            }
        }
        return squares;
    }
}
