package io.github.radiomics4j.filter;

import java.util.Arrays;

/**
 * Points on a sphere: the corners of an icosahedron and, with each subdivision, the middles of all edges moved onto the
 * sphere: 10 · 4^s + 2 points after s of them.
 *
 * <p>Where a point lies on an axis, a bit decides whether it meets the center of a voxel. So lengths are made right by
 * {@code p + p / |p| · (R − |p|)} as trimesh's {@code icosphere} has it, and the points stand in its order: each
 * subdivision adds its middles by the later, then the earlier end of their edge.
 *
 * @param x of each point; not modified
 * @param y as {@code x}
 * @param z as {@code x}
 */
record Icosphere(double[] x, double[] y, double[] z) {
    /** Of the corners of the unit icosahedron, (0, ±SHORT, ±LONG) and its turns. */
    private static final double SHORT = 0x1.0d2ca0da1530dp-1;

    private static final double LONG = 0x1.b38880b4603e5p-1;

    private static final double[] X = {-SHORT, SHORT, -SHORT, SHORT, 0, 0, 0, 0, LONG, LONG, -LONG, -LONG};
    private static final double[] Y = {LONG, LONG, -LONG, -LONG, -SHORT, SHORT, -SHORT, SHORT, 0, 0, 0, 0};
    private static final double[] Z = {0, 0, 0, 0, LONG, LONG, -LONG, -LONG, -SHORT, SHORT, -SHORT, SHORT};

    /** Three corners a face. */
    private static final int[] FACES = {
        0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11, 1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8,
        3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3, 8, 9, 4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1
    };

    static Icosphere of(int subdivisions, double radius) {
        Icosphere sphere = new Icosphere(X.clone(), Y.clone(), Z.clone());
        if (subdivisions == 0) {
            sphere.moveTo(radius);
            return sphere;
        }
        int[] faces = FACES;
        for (int s = 0; s < subdivisions; s++) {
            long[] edges = edges(faces);
            faces = divided(faces, edges, sphere.count());
            sphere = sphere.withMiddles(edges);
            sphere.moveTo(radius);
        }
        return sphere;
    }

    int count() {
        return x.length;
    }

    /** Returns each edge once, its later end in the upper 32 bits, sorted. */
    private static long[] edges(int[] faces) {
        long[] all = new long[faces.length];
        for (int i = 0; i < faces.length; i++) {
            all[i] = edge(faces[i], faces[i % 3 == 2 ? i - 2 : i + 1]);
        }
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private static long edge(int a, int b) {
        return (long) Math.max(a, b) << Integer.SIZE | Math.min(a, b);
    }

    /** Returns four faces for each; the middle of edge i is point {@code first + i}. */
    private static int[] divided(int[] faces, long[] edges, int first) {
        int[] four = new int[4 * faces.length];
        for (int f = 0; f < faces.length; f += 3) {
            int a = faces[f];
            int b = faces[f + 1];
            int c = faces[f + 2];
            int ab = first + Arrays.binarySearch(edges, edge(a, b));
            int bc = first + Arrays.binarySearch(edges, edge(b, c));
            int ca = first + Arrays.binarySearch(edges, edge(c, a));
            int[] parts = {a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca};
            System.arraycopy(parts, 0, four, 4 * f, parts.length);
        }
        return four;
    }

    private Icosphere withMiddles(long[] edges) {
        return new Icosphere(withMiddles(x, edges), withMiddles(y, edges), withMiddles(z, edges));
    }

    private static double[] withMiddles(double[] p, long[] edges) {
        double[] all = Arrays.copyOf(p, p.length + edges.length);
        for (int i = 0; i < edges.length; i++) {
            all[p.length + i] = (p[(int) edges[i]] + p[(int) (edges[i] >> Integer.SIZE)]) / 2;
        }
        return all;
    }

    /** Moves the points, whose arrays are modified, to distance {@code radius}. */
    private void moveTo(double radius) {
        for (int i = 0; i < x.length; i++) {
            double length = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
            double missing = radius - length;
            x[i] += x[i] / length * missing;
            y[i] += y[i] / length * missing;
            z[i] += z[i] / length * missing;
        }
    }
}
