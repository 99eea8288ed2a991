package io.github.radiomics4j.shape;

import java.util.Arrays;

/**
 * Longest distances between the vertices of a mesh, squared, in mm².
 *
 * <p>Every distance is {@code dx² + dy² + dz²} of differences in whole half voxels times half the spacing, summed in this
 * order. Only corners of the convex hull of a plane are looked at: of the corners around any other vertex, one is farther
 * from wherever one stands, by at least the square of half a spacing. That exceeds all rounding as long as the region is
 * less than ten million times longer than the least spacing, so that the result is the same, bit for bit, as that of
 * looking at all pairs.
 *
 * <p>Not safe for use by several threads.
 */
final class VertexHulls {
    private final VertexLines lines;
    private final double halfX;
    private final double halfY;
    private final double halfZ;

    /** Corners of the plane at hand: along the lines' number, and along the line. */
    private int[] cornerU;

    private int[] cornerV;

    /** Corners of the planes of equal z, those of plane z from {@code start[z]} to {@code start[z + 1]}. */
    private int[] x = new int[256];

    private int[] y = new int[256];
    private final int[] start;

    VertexHulls(VertexLines lines, double halfX, double halfY, double halfZ) {
        this.lines = lines;
        this.halfX = halfX;
        this.halfY = halfY;
        this.halfZ = halfZ;
        int most = 2 * Math.max(lines.width, lines.depth);
        this.cornerU = new int[most];
        this.cornerV = new int[most];
        this.start = new int[lines.depth + 1];
    }

    /** Keeps the corners for {@link #largest}. */
    double largestWithinPlanesOfEqualZ() {
        double best = 0;
        for (int z = 0; z < lines.depth; z++) {
            int count = hull(lines.firstY, lines.lastY, lines.width * z, 1, lines.width);
            best = largestPair(count, halfX, halfY, best);
            keep(z, count);
        }
        return best;
    }

    double largestWithinPlanesOfEqualY() {
        double best = 0;
        for (int y = 0; y < lines.height; y++) {
            int count = hull(lines.firstX, lines.lastX, y, lines.height, lines.depth);
            best = largestPair(count, halfZ, halfX, best);
        }
        return best;
    }

    double largestWithinPlanesOfEqualX() {
        double best = 0;
        for (int x = 0; x < lines.width; x++) {
            int count = hull(lines.firstY, lines.lastY, x, lines.width, lines.depth);
            best = largestPair(count, halfZ, halfY, best);
        }
        return best;
    }

    /** Returns the corners kept by {@link #largestWithinPlanesOfEqualZ}: x, y and z in half voxels; some come twice. */
    int[][] corners() {
        int count = start[lines.depth];
        int[] z = new int[count];
        for (int plane = 0; plane < lines.depth; plane++) {
            Arrays.fill(z, start[plane], start[plane + 1], plane);
        }
        return new int[][] {Arrays.copyOf(x, count), Arrays.copyOf(y, count), z};
    }

    private void keep(int z, int count) {
        int from = start[z];
        if (from + count > x.length) {
            int length = Math.max(2 * x.length, from + count);
            x = Arrays.copyOf(x, length);
            y = Arrays.copyOf(y, length);
        }
        System.arraycopy(cornerU, 0, x, from, count);
        System.arraycopy(cornerV, 0, y, from, count);
        start[z + 1] = from + count;
    }

    /**
     * Finds the convex hull of a plane of parallel lines, line u at place {@code from + u · stride}: the chain of the first
     * points, then the chain of the last ones, each with u ascending. Returns the number of corners; the two chains may
     * share their ends.
     */
    private int hull(int[] first, int[] last, int from, int stride, int count) {
        int corners = 0;
        for (int u = 0, line = from; u < count; u++, line += stride) {
            if (first[line] != VertexLines.NONE) {
                corners = push(u, first[line], 0, corners, 1);
            }
        }
        int firstChain = corners;
        for (int u = 0, line = from; u < count; u++, line += stride) {
            if (last[line] != VertexLines.NONE) {
                corners = push(u, last[line], firstChain, corners, -1);
            }
        }
        return corners;
    }

    /** Adds a point to a chain that begins at {@code chain}, after taking off the corners that are none with it. */
    private int push(int u, int v, int chain, int corners, int turn) {
        int n = corners;
        while (n - chain >= 2) {
            long du = (long) cornerU[n - 1] - cornerU[n - 2];
            long dv = (long) cornerV[n - 1] - cornerV[n - 2];
            long cross = du * (v - cornerV[n - 2]) - dv * (u - cornerU[n - 2]);
            if (turn * cross > 0) {
                break;
            }
            n--;
        }
        cornerU[n] = u;
        cornerV[n] = v;
        return n + 1;
    }

    /** Returns the larger of {@code best} and the largest squared distance between two corners of the plane at hand. */
    private double largestPair(int count, double halfU, double halfV, double best) {
        if (count == 0) {
            return best;
        }
        int lowV = cornerV[0];
        int highV = lowV;
        int lowU = cornerU[0];
        int highU = lowU;
        for (int i = 1; i < count; i++) {
            lowU = Math.min(lowU, cornerU[i]);
            highU = Math.max(highU, cornerU[i]);
            lowV = Math.min(lowV, cornerV[i]);
            highV = Math.max(highV, cornerV[i]);
        }
        if (squared(highU - lowU, halfU) + squared(highV - lowV, halfV) <= best) {
            return best;
        }
        double largest = best;
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double du = (cornerU[i] - cornerU[j]) * halfU;
                double dv = (cornerV[i] - cornerV[j]) * halfV;
                double distance = du * du + dv * dv;
                if (distance > largest) {
                    largest = distance;
                }
            }
        }
        return largest;
    }

    /**
     * Returns the larger of {@code best} and the largest squared distance between two vertices, from the corners kept by
     * {@link #largestWithinPlanesOfEqualZ}, which has looked at the pairs of equal z.
     *
     * <p>A point r mm from the axis along z through the middle of the region is at most r + R from a plane's farthest
     * corner, seen along z; with this bound nearly all pairs of planes and most points are passed over.
     */
    double largest(double best) {
        int count = start[lines.depth];
        double[] radius = new double[count];
        double[] planeRadius = new double[lines.depth];
        for (int z = 0; z < lines.depth; z++) {
            for (int i = start[z]; i < start[z + 1]; i++) {
                double dx = (x[i] - lines.width / 2) * halfX;
                double dy = (y[i] - lines.height / 2) * halfY;
                radius[i] = Math.sqrt(dx * dx + dy * dy);
                planeRadius[z] = Math.max(planeRadius[z], radius[i]);
            }
        }
        double largest = Math.max(best, walk());
        for (int dzVoxels = lines.depth - 1; dzVoxels > 0; dzVoxels--) {
            double dz2 = squared(dzVoxels, halfZ);
            for (int z = 0; z + dzVoxels < lines.depth; z++) {
                int other = z + dzVoxels;
                if (bound(planeRadius[z] + planeRadius[other], dz2) <= largest) {
                    continue;
                }
                for (int i = start[z]; i < start[z + 1]; i++) {
                    if (bound(radius[i] + planeRadius[other], dz2) > largest) {
                        largest = Math.max(largest, farthest(i, start[other], start[other + 1], dz2));
                    }
                }
            }
        }
        return largest;
    }

    /** An upper bound of the squared distance, rounding included. */
    private static double bound(double acrossMm, double dz2) {
        return (acrossMm * acrossMm + dz2) * (1 + 1e-12);
    }

    private static double squared(int halfVoxels, double half) {
        double mm = halfVoxels * half;
        return mm * mm;
    }

    /** Returns the largest squared distance of corner i to the corners of another plane. */
    private double farthest(int i, int from, int to, double dz2) {
        int xi = x[i];
        int yi = y[i];
        double largest = 0;
        for (int j = from; j < to; j++) {
            double dx = (xi - x[j]) * halfX;
            double dy = (yi - y[j]) * halfY;
            double distance = dx * dx + dy * dy + dz2;
            if (distance > largest) {
                largest = distance;
            }
        }
        return largest;
    }

    /** Goes three times from a corner to the one farthest from it: a first guess, nearly always the answer. */
    private double walk() {
        int corner = 0;
        int cornerZ = planeOf(0);
        double largest = 0;
        for (int step = 0; step < 3; step++) {
            int next = corner;
            int nextZ = cornerZ;
            largest = 0;
            for (int z = 0; z < lines.depth; z++) {
                double dz2 = squared(z - cornerZ, halfZ);
                for (int j = start[z]; j < start[z + 1]; j++) {
                    double dx = (x[corner] - x[j]) * halfX;
                    double dy = (y[corner] - y[j]) * halfY;
                    double distance = dx * dx + dy * dy + dz2;
                    if (distance > largest) {
                        largest = distance;
                        next = j;
                        nextZ = z;
                    }
                }
            }
            corner = next;
            cornerZ = nextZ;
        }
        return largest;
    }

    private int planeOf(int corner) {
        int z = 0;
        while (start[z + 1] <= corner) {
            z++;
        }
        return z;
    }
}
