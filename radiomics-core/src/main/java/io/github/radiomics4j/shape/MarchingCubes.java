package io.github.radiomics4j.shape;

/**
 * The surface within one cube of eight voxel centers, for each of the 256 ways in which they can lie inside the region.
 *
 * <p>Corners of a cube at (x, y, z), as offsets (dx, dy, dz): 0 (0,0,0), 1 (1,0,0), 2 (1,1,0), 3 (0,1,0), 4 (0,0,1),
 * 5 (1,0,1), 6 (1,1,1), 7 (0,1,1); bit c of the cube's index says that corner c is inside. Edges: 0 to 3 around the
 * square 0-1-2-3, 4 to 7 around the square 4-5-6-7, 8 to 11 from corner 0 to 3 up to corner 4 to 7. A vertex of the
 * surface is the middle of an edge with one end inside.
 *
 * <p>Rows 0 to 127 are the cases of Lorensen and Cline (1987), cut into triangles as in the table that Bourke published in
 * 1994: a polygon of five or more corners does not lie in a plane, and each way of cutting it has another area. A cube with
 * corner 7 inside takes the row of its complement; the rows wind so that normals point toward their corners, which is out of
 * the region for a complement, and the other cubes turn their triangles over. Where the inside corners of a face are
 * diagonally opposite, a row below 128 separates them and its complement joins them: neighboring cubes may disagree, and
 * the surface then has a gap.
 */
final class MarchingCubes {
    /** Triangles of rows 0 to 127: each digit is an edge, base 16, and each three are a triangle; "-" is none. */
    private static final String ROWS = """
            - 083 019 183981 12a 08312a 92a029 2832a8a98
            3b2 0b28b0 19023b 1b219b98b 3a1ba3 0a108a8ba 3903b9ba9 98aa8b
            478 430734 019847 419471731 12a847 34730412a 92a902847 2a9297273794
            8473b2 b47b24204 90184723b 47b94b9b2921 3a13ba784 1ba14b1047b4 47890b9bab03 47b4b99ba
            954 954083 054150 854835315 12a954 30812a495 52a542402 2a5325354348
            95423b 0b208b495 05401523b 21525828b485 a3ba13954 4950818a18ba 54050b5bab03 54858aa8b
            978579 930953573 078017157 153357 978957a12 a12950530573 802825857a52 2a5253357
            7957893b2 95797292027b 23b018178157 b21b17715 958857a13a3b 5705097b010aba0 ba0b03a50807570 ba57b5
            a65 0835a6 9015a6 1831985a6 165261 165126308 965906026 598582526328
            23ba65 b08b20a65 01923b5a6 5a61929b298b 63b653513 08b0b50515b6 3b6036065059 65969bb98
            5a6478 43047365a 1905a6847 a65197173794 612651478 125526304347 847905065026 739794329596269
            3b2784a65 5a647242027b 01947823b5a6 9219b294b7b45a6 8473b53515b6 51b5b610b7b404b 059065036b63847 65969b4797b9
            a4964a 4a649a083 a01a60640 83181686461a 149124264 308129249264 024426 832824426
            a49a64b23 08228b49a4a6 3b201606461a 64161a48121b8b1 964936913b63 8b1810b61914641 3b6360064 648b68
            7a678a89a 0730a709a67a a671a7178180 a67a71173 126168189867 269291679093739 780706602 732672
            23ba68a89867 20727b09767a9a7 1801781a767a23b b21b17a61671 896867916b63136 091b67 7807063b0b60 7b6
            """;

    /** Twice the place of the middle of each edge within the cube: x, y, z. */
    private static final int[][] MIDDLES = {
        {1, 0, 0}, {2, 1, 0}, {1, 2, 0}, {0, 1, 0},
        {1, 0, 2}, {2, 1, 2}, {1, 2, 2}, {0, 1, 2},
        {0, 0, 1}, {2, 0, 1}, {2, 2, 1}, {0, 2, 1}
    };

    private static final int[][] TRIANGLES = parse();

    private MarchingCubes() {}

    private static int[][] parse() {
        String[] rows = ROWS.strip().split("\\s+", -1);
        int[][] triangles = new int[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            String digits = rows[row].equals("-") ? "" : rows[row];
            triangles[row] = digits.chars().map(c -> Character.digit(c, 16)).toArray();
        }
        return triangles;
    }

    /**
     * Returns the edges of the triangles of cube {@code index}, three to a triangle, in the order that makes their normals
     * point out of the region.
     */
    static int[] triangles(int index) {
        if (index >= 128) {
            return TRIANGLES[255 - index].clone();
        }
        int[] turned = TRIANGLES[index].clone();
        for (int t = 0; t < turned.length; t += 3) {
            int first = turned[t];
            turned[t] = turned[t + 1];
            turned[t + 1] = first;
        }
        return turned;
    }

    /** Returns twice the place of the middle of {@code edge} within its cube along axis 0 (x), 1 (y) or 2 (z). */
    static int middle(int edge, int axis) {
        return MIDDLES[edge][axis];
    }

    /** Returns the area in mm² of the surface within each of the 256 cubes, for voxels of (sx, sy, sz) mm. */
    static double[] areas(double sx, double sy, double sz) {
        double[] areas = new double[256];
        for (int index = 0; index < 256; index++) {
            int[] edges = triangles(index);
            for (int t = 0; t < edges.length; t += 3) {
                int[] normal = normal(edges, t);
                // A cross product scales like the product of the two other axes; halves: two for each side, one for the
                // triangle.
                double x = normal[0] * (sy * sz);
                double y = normal[1] * (sx * sz);
                double z = normal[2] * (sx * sy);
                areas[index] += Math.sqrt(x * x + y * y + z * z) / 8;
            }
        }
        return areas;
    }

    /**
     * Returns what the cubes contribute to 48 times the volume in voxels: a cube of index c at (x, y, z) adds
     * {@code t[4c] + t[4c+1] x + t[4c+2] y + t[4c+3] z}.
     *
     * <p>A triangle a, b, c adds det(a, b, c) / 6. With a = o + a', ... for a cube at o this is
     * det(a', b', c') / 6 + o · n / 6, where n = a'×b' + b'×c' + c'×a' is the normal. In units of half a voxel all
     * of it is whole numbers: 48 = 6 · 2³.
     */
    static int[] volumeTerms() {
        int[] terms = new int[4 * 256];
        for (int index = 0; index < 256; index++) {
            int[] edges = triangles(index);
            for (int t = 0; t < edges.length; t += 3) {
                int[] normal = normal(edges, t);
                int[] a = MIDDLES[edges[t]];
                // n · a' = det(a', b', c').
                terms[4 * index] += normal[0] * a[0] + normal[1] * a[1] + normal[2] * a[2];
                terms[4 * index + 1] += 2 * normal[0];
                terms[4 * index + 2] += 2 * normal[1];
                terms[4 * index + 3] += 2 * normal[2];
            }
        }
        return terms;
    }

    /** Returns (b - a) × (c - a) of the triangle that starts at {@code edges[t]}, in units of a quarter voxel face. */
    private static int[] normal(int[] edges, int t) {
        int[] a = MIDDLES[edges[t]];
        int[] b = MIDDLES[edges[t + 1]];
        int[] c = MIDDLES[edges[t + 2]];
        int ux = b[0] - a[0];
        int uy = b[1] - a[1];
        int uz = b[2] - a[2];
        int vx = c[0] - a[0];
        int vy = c[1] - a[1];
        int vz = c[2] - a[2];
        return new int[] {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
    }
}
