package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The smallest convex body around the vertices of a region's {@link Mesh}, by the quickhull algorithm (Barber, Dobkin and
 * Huhdanpaa 1996, doi:10.1145/235815.235821).
 *
 * <p>Vertices are whole numbers of half voxels and so are all tests of sides exact: neither points in a plane nor thin
 * regions are special cases. A determinant is at most 48 times the number of voxels of the box. Immutable.
 */
public final class ConvexHull {
    private static final int NONE = -1;

    private final double[][] pointsMm;
    private final int[][] triangles;
    private final double areaMm2;
    private final double volumeMm3;

    private ConvexHull(double[][] pointsMm, int[][] triangles, double areaMm2, double volumeMm3) {
        this.pointsMm = pointsMm;
        this.triangles = triangles;
        this.areaMm2 = areaMm2;
        this.volumeMm3 = volumeMm3;
    }

    /** Returns the hull of the mesh around {@code region}. */
    public static ConvexHull of(RegionOfInterest region) {
        Spacing spacing = region.grid().spacing();
        double[] half = {spacing.xMm() / 2, spacing.yMm() / 2, spacing.zMm() / 2};
        VertexHulls hulls = new VertexHulls(VertexLines.of(OccupancyRows.of(region)), half[0], half[1], half[2]);
        hulls.largestWithinPlanesOfEqualZ();
        int[][] corners = hulls.corners();
        return around(corners, half);
    }

    /**
     * Returns the hull of points that do not lie in a plane.
     *
     * @param corners x, y and z of the points, in half voxels; not modified
     * @param half mm of half a voxel along each axis; not modified
     */
    static ConvexHull around(int[][] corners, double[] half) {
        return new Builder(corners[0], corners[1], corners[2]).build(half);
    }

    /** Returns the area of the surface, in mm². */
    public double areaMm2() {
        return areaMm2;
    }

    /** Returns the volume, in mm³. */
    public double volumeMm3() {
        return volumeMm3;
    }

    /** Returns the corners, each x, y and z in mm from a corner of the box. Not to be modified. */
    double[][] pointsMm() {
        return pointsMm;
    }

    /** Returns the triangles of the surface, each three of {@link #pointsMm()}. Not to be modified. */
    int[][] triangles() {
        return triangles;
    }

    /** A triangle of the hull as it grows. Its side {@code k} goes from corner k to corner k + 1, round about. */
    private static final class Facet {
        final int[] corners;
        final Facet[] neighbors = new Facet[3];
        final long normalX;
        final long normalY;
        final long normalZ;
        int firstOutside = NONE;
        boolean isGone;

        Facet(int a, int b, int c, long normalX, long normalY, long normalZ) {
            this.corners = new int[] {a, b, c};
            this.normalX = normalX;
            this.normalY = normalY;
            this.normalZ = normalZ;
        }
    }

    private static final class Builder {
        private final int[] x;
        private final int[] y;
        private final int[] z;

        /** The next of the points outside one facet. */
        private final int[] nextOutside;

        private final Facet[] facetFrom;
        private final Facet[] facetTo;
        private final List<Facet> facets = new ArrayList<>();
        private final Deque<Facet> open = new ArrayDeque<>();

        Builder(int[] x, int[] y, int[] z) {
            this.x = x;
            this.y = y;
            this.z = z;
            this.nextOutside = new int[x.length];
            this.facetFrom = new Facet[x.length];
            this.facetTo = new Facet[x.length];
        }

        ConvexHull build(double[] half) {
            startWithTetrahedron();
            while (!open.isEmpty()) {
                Facet facet = open.pop();
                if (!facet.isGone && facet.firstOutside != NONE) {
                    extend(facet, farthest(facet));
                }
            }
            facets.removeIf(facet -> facet.isGone);
            return measured(half);
        }

        private Facet facet(int a, int b, int c) {
            long ux = x[b] - x[a];
            long uy = y[b] - y[a];
            long uz = z[b] - z[a];
            long vx = x[c] - x[a];
            long vy = y[c] - y[a];
            long vz = z[c] - z[a];
            return new Facet(a, b, c, uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx);
        }

        /** Returns six times the volume between a facet and a point, positive if the point is outside. */
        private long height(Facet facet, int point) {
            int a = facet.corners[0];
            return facet.normalX * (x[point] - x[a])
                    + facet.normalY * (y[point] - y[a])
                    + facet.normalZ * (z[point] - z[a]);
        }

        /** A mesh has vertices on both sides of a voxel along each axis, so that a tetrahedron is found. */
        private void startWithTetrahedron() {
            int a = 0;
            int b = 0;
            for (int i = 1; i < x.length; i++) {
                if (z[i] > z[b]) {
                    b = i;
                }
            }
            int c = 0;
            double most = 0;
            for (int i = 0; i < x.length; i++) {
                Facet thin = facet(a, b, i);
                double squared = (double) thin.normalX * thin.normalX
                        + (double) thin.normalY * thin.normalY
                        + (double) thin.normalZ * thin.normalZ;
                if (squared > most) {
                    most = squared;
                    c = i;
                }
            }
            Facet base = facet(a, b, c);
            int d = 0;
            for (int i = 0; i < x.length; i++) {
                if (Math.abs(height(base, i)) > Math.abs(height(base, d))) {
                    d = i;
                }
            }
            if (height(base, d) > 0) {
                int swapped = b;
                b = c;
                c = swapped;
            }
            Facet[] four = {facet(a, b, c), facet(a, d, b), facet(b, d, c), facet(c, d, a)};
            for (Facet one : four) {
                for (Facet other : four) {
                    link(one, other);
                }
                facets.add(one);
                open.add(one);
            }
            for (int i = 0; i < x.length; i++) {
                assign(i, List.of(four));
            }
        }

        private static void link(Facet one, Facet other) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    if (one.corners[i] == other.corners[(j + 1) % 3] && one.corners[(i + 1) % 3] == other.corners[j]) {
                        one.neighbors[i] = other;
                        other.neighbors[j] = one;
                    }
                }
            }
        }

        private void assign(int point, List<Facet> candidates) {
            for (Facet facet : candidates) {
                if (height(facet, point) > 0) {
                    nextOutside[point] = facet.firstOutside;
                    facet.firstOutside = point;
                    return;
                }
            }
        }

        private int farthest(Facet facet) {
            int farthest = facet.firstOutside;
            for (int i = nextOutside[farthest]; i != NONE; i = nextOutside[i]) {
                if (height(facet, i) > height(facet, farthest)) {
                    farthest = i;
                }
            }
            return farthest;
        }

        /** Replaces the facets that {@code point} is outside of, which touch each other, by a cone from their border. */
        private void extend(Facet from, int point) {
            List<Facet> gone = new ArrayList<>();
            from.isGone = true;
            gone.add(from);
            List<Facet> cone = new ArrayList<>();
            for (int i = 0; i < gone.size(); i++) {
                Facet facet = gone.get(i);
                for (int side = 0; side < 3; side++) {
                    Facet neighbor = facet.neighbors[side];
                    if (!neighbor.isGone && height(neighbor, point) > 0) {
                        neighbor.isGone = true;
                        gone.add(neighbor);
                    }
                }
            }
            for (Facet facet : gone) {
                for (int side = 0; side < 3; side++) {
                    if (!facet.neighbors[side].isGone) {
                        int a = facet.corners[side];
                        int b = facet.corners[(side + 1) % 3];
                        Facet added = facet(a, b, point);
                        link(added, facet.neighbors[side]);
                        facetFrom[a] = added;
                        facetTo[b] = added;
                        cone.add(added);
                    }
                }
            }
            for (Facet added : cone) {
                added.neighbors[1] = facetFrom[added.corners[1]];
                added.neighbors[2] = facetTo[added.corners[0]];
            }
            for (Facet facet : gone) {
                for (int i = facet.firstOutside; i != NONE; ) {
                    int next = nextOutside[i];
                    assign(i, cone);
                    i = next;
                }
            }
            facets.addAll(cone);
            open.addAll(cone);
        }

        private ConvexHull measured(double[] half) {
            int[] number = new int[x.length];
            Arrays.fill(number, NONE);
            List<double[]> points = new ArrayList<>();
            int[][] triangles = new int[facets.size()][3];
            double area = 0;
            long volume6 = 0;
            for (int f = 0; f < triangles.length; f++) {
                Facet facet = facets.get(f);
                for (int i = 0; i < 3; i++) {
                    int corner = facet.corners[i];
                    if (number[corner] == NONE) {
                        number[corner] = points.size();
                        points.add(new double[] {x[corner] * half[0], y[corner] * half[1], z[corner] * half[2]});
                    }
                    triangles[f][i] = number[corner];
                }
                double nx = facet.normalX * (half[1] * half[2]);
                double ny = facet.normalY * (half[0] * half[2]);
                double nz = facet.normalZ * (half[0] * half[1]);
                area += Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
                int a = facet.corners[0];
                volume6 += facet.normalX * x[a] + facet.normalY * y[a] + facet.normalZ * z[a];
            }
            double volume = volume6 * (half[0] * half[1] * half[2]) / 6;
            return new ConvexHull(points.toArray(double[][]::new), triangles, area, volume);
        }
    }
}
