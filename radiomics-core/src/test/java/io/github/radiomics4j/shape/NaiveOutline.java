package io.github.radiomics4j.shape;

import java.util.ArrayList;
import java.util.List;

/** The outline of a slice as a polygon in each square, measured side by side. */
final class NaiveOutline {
    private static final int[][] CORNERS = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

    private NaiveOutline() {}

    /** Returns perimeter and area of the pixels that are inside, [v][u], with a border outside. */
    static Outline of(boolean[][] inside, double a, double b) {
        double perimeter = 0;
        double area = 0;
        for (int v = 0; v + 1 < inside.length; v++) {
            for (int u = 0; u + 1 < inside[0].length; u++) {
                boolean[] corner = new boolean[4];
                for (int c = 0; c < 4; c++) {
                    corner[c] = inside[v + CORNERS[c][1]][u + CORNERS[c][0]];
                }
                for (List<double[]> polygon : polygons(corner)) {
                    for (int i = 0; i < polygon.size(); i++) {
                        double[] p = polygon.get(i);
                        double[] q = polygon.get((i + 1) % polygon.size());
                        area += (p[0] * q[1] - p[1] * q[0]) * a * b / 2;
                        if (isMiddle(p) && isMiddle(q)) {
                            perimeter += Math.hypot((p[0] - q[0]) * a, (p[1] - q[1]) * b);
                        }
                    }
                }
            }
        }
        return new Outline(perimeter, area);
    }

    private static boolean isMiddle(double[] point) {
        return point[0] == 0.5 || point[1] == 0.5;
    }

    private static List<List<double[]>> polygons(boolean[] corner) {
        if (corner[0] == corner[2] && corner[1] == corner[3] && corner[0] != corner[1]) {
            int first = corner[0] ? 0 : 1;
            boolean[] one = new boolean[4];
            boolean[] other = new boolean[4];
            one[first] = true;
            other[first + 2] = true;
            return List.of(polygon(one), polygon(other));
        }
        return List.of(polygon(corner));
    }

    private static List<double[]> polygon(boolean[] corner) {
        List<double[]> polygon = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            int[] from = CORNERS[c];
            int[] to = CORNERS[(c + 1) % 4];
            if (corner[c]) {
                polygon.add(new double[] {from[0], from[1]});
            }
            if (corner[c] != corner[(c + 1) % 4]) {
                polygon.add(new double[] {(from[0] + to[0]) / 2.0, (from[1] + to[1]) / 2.0});
            }
        }
        return polygon;
    }
}
