package io.github.radiomics4j.shape;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Shape straight from its definitions: a loop over cubes and triangles, a loop over all pairs of vertices. */
final class NaiveShape {
    private static final int[][] CORNERS = {
        {0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {1, 1, 1}, {0, 1, 1}
    };

    private final boolean[][][] inside;
    private final double[] half;

    private NaiveShape(boolean[][][] inside, double[] half) {
        this.inside = inside;
        this.half = half;
    }

    static NaiveShape of(RegionOfInterest region) {
        Spacing spacing = region.grid().spacing();
        boolean[][][] inside = new boolean[region.box().sizeX() + 2]
                [region.box().sizeY() + 2][region.box().sizeZ() + 2];
        for (int position : region.positions()) {
            inside[position % region.strideY()][position % region.strideZ() / region.strideY()][
                    position / region.strideZ()] = true;
        }
        return new NaiveShape(inside, new double[] {spacing.xMm() / 2, spacing.yMm() / 2, spacing.zMm() / 2});
    }

    /** Every triangle: three vertices in half voxels. */
    private List<int[][]> triangles() {
        List<int[][]> triangles = new ArrayList<>();
        for (int x = 0; x + 1 < inside.length; x++) {
            for (int y = 0; y + 1 < inside[0].length; y++) {
                for (int z = 0; z + 1 < inside[0][0].length; z++) {
                    int index = 0;
                    for (int c = 0; c < 8; c++) {
                        if (inside[x + CORNERS[c][0]][y + CORNERS[c][1]][z + CORNERS[c][2]]) {
                            index |= 1 << c;
                        }
                    }
                    int[] edges = MarchingCubes.triangles(index);
                    for (int t = 0; t < edges.length; t += 3) {
                        int[][] triangle = new int[3][];
                        for (int i = 0; i < 3; i++) {
                            int edge = edges[t + i];
                            triangle[i] = new int[] {
                                2 * x + MarchingCubes.middle(edge, 0),
                                2 * y + MarchingCubes.middle(edge, 1),
                                2 * z + MarchingCubes.middle(edge, 2)
                            };
                        }
                        triangles.add(triangle);
                    }
                }
            }
        }
        return triangles;
    }

    Mesh mesh() {
        double area = 0;
        double volume = 0;
        Set<List<Integer>> vertices = new LinkedHashSet<>();
        for (int[][] triangle : triangles()) {
            double[] a = mm(triangle[0]);
            double[] b = mm(triangle[1]);
            double[] c = mm(triangle[2]);
            double[] ab = cross(a, b);
            volume += (ab[0] * c[0] + ab[1] * c[1] + ab[2] * c[2]) / 6;
            double[] n = cross(minus(b, a), minus(c, a));
            area += Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) / 2;
            for (int[] v : triangle) {
                vertices.add(List.of(v[0], v[1], v[2]));
            }
        }
        return new Mesh(area, volume, vertices.size());
    }

    Diameters diameters() {
        Set<List<Integer>> distinct = new LinkedHashSet<>();
        for (int[][] triangle : triangles()) {
            for (int[] v : triangle) {
                distinct.add(List.of(v[0], v[1], v[2]));
            }
        }
        int[][] vertices = distinct.stream()
                .map(v -> new int[] {v.get(0), v.get(1), v.get(2)})
                .toArray(int[][]::new);
        double anywhere = 0;
        double slice = 0;
        double column = 0;
        double row = 0;
        for (int[] a : vertices) {
            for (int[] b : vertices) {
                double dx = (a[0] - b[0]) * half[0];
                double dy = (a[1] - b[1]) * half[1];
                double dz = (a[2] - b[2]) * half[2];
                double distance = dx * dx + dy * dy + dz * dz;
                anywhere = Math.max(anywhere, distance);
                slice = Math.max(slice, a[2] == b[2] ? distance : 0);
                column = Math.max(column, a[1] == b[1] ? distance : 0);
                row = Math.max(row, a[0] == b[0] ? distance : 0);
            }
        }
        return new Diameters(Math.sqrt(anywhere), Math.sqrt(slice), Math.sqrt(column), Math.sqrt(row));
    }

    private double[] mm(int[] v) {
        return new double[] {v[0] * half[0], v[1] * half[1], v[2] * half[2]};
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
