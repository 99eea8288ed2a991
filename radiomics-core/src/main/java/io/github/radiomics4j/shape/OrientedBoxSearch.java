package io.github.radiomics4j.shape;

import java.util.Arrays;

/**
 * Looks for the box of least volume around a hull, at any angle. Starts with a face on each triangle of the hull, turned
 * about its normal until another face lies on an edge; the best of those is then turned about its three axes, each in turn,
 * as long as that makes it smaller. The smallest box of all may be another one, seldom by more than a few percent: an exact
 * search takes the cube of the number of corners (O'Rourke 1985, doi:10.1007/BF00991005).
 */
final class OrientedBoxSearch {
    private final double[][] points;
    private final double[] u;
    private final double[] v;
    private final int[] order;

    private OrientedBoxSearch(double[][] points) {
        this.points = points;
        this.u = new double[points.length];
        this.v = new double[points.length];
        this.order = new int[2 * points.length + 2];
    }

    /** A box by three directions at right angles and its lengths along them. */
    private record Box(double[][] axes, double[] lengths) {
        double volume() {
            return lengths[0] * lengths[1] * lengths[2];
        }
    }

    static EnclosingBox smallest(ConvexHull hull) {
        double[][] points = hull.pointsMm();
        OrientedBoxSearch search = new OrientedBoxSearch(points);
        Box best = search.around(new double[] {0, 0, 1});
        for (int[] triangle : hull.triangles()) {
            double[] a = points[triangle[0]];
            double[] normal = cross(minus(points[triangle[1]], a), minus(points[triangle[2]], a));
            best = smaller(best, search.around(unit(normal)));
        }
        double before;
        do {
            before = best.volume();
            for (int axis = 0; axis < 3; axis++) {
                best = smaller(best, search.around(best.axes()[axis]));
            }
        } while (best.volume() < before * (1 - 1e-12));
        return new EnclosingBox(best.lengths()[0], best.lengths()[1], best.lengths()[2]);
    }

    private static Box smaller(Box one, Box other) {
        return other.volume() < one.volume() ? other : one;
    }

    /** Returns the smallest box with an axis along {@code axis}: in the plane across, one side lies on an edge. */
    private Box around(double[] axis) {
        double[] first = unit(cross(axis, Math.abs(axis[0]) < 0.6 ? new double[] {1, 0, 0} : new double[] {0, 1, 0}));
        double[] second = cross(axis, first);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i++) {
            u[i] = dot(points[i], first);
            v[i] = dot(points[i], second);
            double along = dot(points[i], axis);
            low = Math.min(low, along);
            high = Math.max(high, along);
        }
        int corners = hull();
        double least = Double.POSITIVE_INFINITY;
        double[] best = {1, 0, 0, 0};
        for (int k = 0; k < corners; k++) {
            int a = order[k];
            int b = order[(k + 1) % corners];
            double length = Math.hypot(u[b] - u[a], v[b] - v[a]);
            double cos = (u[b] - u[a]) / length;
            double sin = (v[b] - v[a]) / length;
            double lowS = Double.POSITIVE_INFINITY;
            double highS = Double.NEGATIVE_INFINITY;
            double lowT = Double.POSITIVE_INFINITY;
            double highT = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < corners; j++) {
                double s = cos * u[order[j]] + sin * v[order[j]];
                double t = cos * v[order[j]] - sin * u[order[j]];
                lowS = Math.min(lowS, s);
                highS = Math.max(highS, s);
                lowT = Math.min(lowT, t);
                highT = Math.max(highT, t);
            }
            double area = (highS - lowS) * (highT - lowT);
            if (area < least) {
                least = area;
                best = new double[] {cos, sin, highS - lowS, highT - lowT};
            }
        }
        double[] across = new double[3];
        for (int i = 0; i < 3; i++) {
            across[i] = best[0] * first[i] + best[1] * second[i];
        }
        return new Box(new double[][] {axis, across, cross(axis, across)}, new double[] {high - low, best[2], best[3]});
    }

    /** Puts the corners of the convex hull of (u, v) into {@code order}, and returns their number: a chain below and one above. */
    private int hull() {
        Integer[] sorted = new Integer[u.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (i, j) -> u[i] != u[j] ? Double.compare(u[i], u[j]) : Double.compare(v[i], v[j]));
        int count = 0;
        for (int pass = 0; pass < 2; pass++) {
            int chain = count;
            for (int k = 0; k < sorted.length; k++) {
                int point = sorted[pass == 0 ? k : sorted.length - 1 - k];
                while (count - chain >= 2 && turn(order[count - 2], order[count - 1], point) <= 0) {
                    count--;
                }
                order[count++] = point;
            }
            count--; // the other chain begins with it
        }
        return count;
    }

    private double turn(int a, int b, int c) {
        return (u[b] - u[a]) * (v[c] - v[a]) - (v[b] - v[a]) * (u[c] - u[a]);
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] a) {
        double length = Math.sqrt(dot(a, a));
        return new double[] {a[0] / length, a[1] / length, a[2] / length};
    }
}
