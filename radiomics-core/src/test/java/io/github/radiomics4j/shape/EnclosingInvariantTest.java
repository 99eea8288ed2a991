package io.github.radiomics4j.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Hull, boxes and ellipsoids around a region. */
class EnclosingInvariantTest {
    private static final double[] MM = {1, 1, 1};

    @Property(tries = 200)
    void theHullHoldsAllVerticesAndItsTrianglesCloseIt(@ForAll("blobs") Blob blob) {
        RegionOfInterest region = blob.region();
        ConvexHull hull = ConvexHull.of(region);
        double[][] points = hull.pointsMm();
        double[] middle = middle(points);
        double[] sum = new double[3];
        double area = 0;
        double volume = 0;
        double extent = Diameters.of(region).maximum3dMm();
        VertexLines lines = VertexLines.of(OccupancyRows.of(region));
        Spacing s = region.grid().spacing();
        for (int[] t : hull.triangles()) {
            double[] a = points[t[0]];
            double[] n = cross(minus(points[t[1]], a), minus(points[t[2]], a));
            double length = Math.sqrt(dot(n, n));
            area += length / 2;
            volume += dot(n, minus(a, middle)) / 6;
            for (int k = 0; k < 3; k++) {
                sum[k] += n[k];
            }
            for (int line = 0; line < lines.firstX.length; line++) {
                for (int x : new int[] {lines.firstX[line], lines.lastX[line]}) {
                    if (x != VertexLines.NONE) {
                        double[] v = {
                            x * s.xMm() / 2, line % lines.height * s.yMm() / 2, line / lines.height * s.zMm() / 2
                        };
                        assertThat(dot(n, minus(v, a)) / length).isLessThan(1e-12 * extent);
                    }
                }
            }
        }
        for (int k = 0; k < 3; k++) {
            assertThat(sum[k]).isCloseTo(0, within(1e-12 * area));
        }
        assertThat(hull.areaMm2()).isCloseTo(area, within(1e-12 * area));
        assertThat(hull.volumeMm3()).isCloseTo(volume, within(1e-12 * volume));
        // Euler: the triangles make one closed surface.
        assertThat(hull.triangles().length).isEqualTo(2 * points.length - 4);
    }

    @Property(tries = 100)
    void oneHoldsTheOther(@ForAll("blobs") Blob blob) {
        RegionOfInterest region = blob.region();
        ConvexHull hull = ConvexHull.of(region);
        EnclosingBox aligned = EnclosingBox.alongAxes(region);
        EnclosingBox oriented = EnclosingBox.smallest(hull);
        Ellipsoid ellipsoid = Ellipsoid.smallest(hull);
        double little = 1 + 1e-9;
        assertThat(hull.volumeMm3()).isLessThanOrEqualTo(oriented.volumeMm3() * little);
        assertThat(oriented.volumeMm3()).isLessThanOrEqualTo(aligned.volumeMm3() * little);
        assertThat(hull.areaMm2()).isLessThanOrEqualTo(aligned.areaMm2() * little);
        assertThat(hull.volumeMm3()).isLessThanOrEqualTo(ellipsoid.volumeMm3() * little);
        // The ellipsoid around the box holds what the box holds.
        assertThat(ellipsoid.volumeMm3())
                .isLessThanOrEqualTo(oriented.volumeMm3() * Math.PI / 6 * Math.pow(3, 1.5) * (1 + 1e-6));
        assertThat(2 * ellipsoid.aMm())
                .isGreaterThanOrEqualTo(Diameters.of(region).maximum3dMm() / little);
    }

    @Property(tries = 60)
    void placeAndNamesOfAxesDoNotMatter(@ForAll("blobs") Blob blob) {
        RegionOfInterest here = blob.region();
        for (RegionOfInterest there : new RegionOfInterest[] {blob.moved(3, 2, 1), blob.rotated()}) {
            ConvexHull before = ConvexHull.of(here);
            ConvexHull after = ConvexHull.of(there);
            assertThat(after.volumeMm3()).isCloseTo(before.volumeMm3(), within(1e-12 * before.volumeMm3()));
            assertThat(after.areaMm2()).isCloseTo(before.areaMm2(), within(1e-12 * before.areaMm2()));
            double ellipsoid = Ellipsoid.smallest(before).volumeMm3();
            // As far as the search goes.
            assertThat(Ellipsoid.smallest(after).volumeMm3()).isCloseTo(ellipsoid, within(2e-6 * ellipsoid));
            EnclosingBox box = EnclosingBox.alongAxes(here);
            assertThat(EnclosingBox.alongAxes(there).volumeMm3())
                    .isCloseTo(box.volumeMm3(), within(1e-13 * box.volumeMm3()));
        }
    }

    @Example
    void aVoxelIsAnOctahedron() {
        RegionOfInterest voxel = Blob.region(new boolean[] {true}, 1, 1, 1, new Spacing(2, 6, 10));
        ConvexHull hull = ConvexHull.of(voxel);
        assertThat(hull.volumeMm3()).isCloseTo(4.0 / 3 * 1 * 3 * 5, within(1e-13));
        Ellipsoid ellipsoid = Ellipsoid.smallest(hull);
        assertThat(ellipsoid.aMm()).isCloseTo(5, within(1e-5));
        assertThat(ellipsoid.bMm()).isCloseTo(3, within(1e-5));
        assertThat(ellipsoid.cMm()).isCloseTo(1, within(1e-5));
        assertThat(EnclosingBox.alongAxes(voxel)).isEqualTo(new EnclosingBox(2, 6, 10));
    }

    @Example
    void aTurnedBoxIsItsOwnSmallestBox() {
        // Edges 20 (2, 1, 2), 30 (1, 2, -2), 10 (-2, 2, 1), at right angles, of length 3 times the factor.
        int[][] edges = {{40, 20, 40}, {30, 60, -60}, {-20, 20, 10}};
        int[][] corners = new int[3][8];
        for (int c = 0; c < 8; c++) {
            for (int axis = 0; axis < 3; axis++) {
                corners[axis][c] = 200;
                for (int e = 0; e < 3; e++) {
                    corners[axis][c] += (c >> e & 1) * edges[e][axis];
                }
            }
        }
        ConvexHull hull = ConvexHull.around(corners, MM);
        assertThat(hull.volumeMm3()).isCloseTo(60 * 90 * 30, within(1e-9));
        assertThat(hull.areaMm2()).isCloseTo(2 * (60 * 90 + 90 * 30 + 60 * 30), within(1e-9));
        EnclosingBox box = EnclosingBox.smallest(hull);
        double[] lengths = {box.aMm(), box.bMm(), box.cMm()};
        Arrays.sort(lengths);
        assertThat(lengths).containsExactly(new double[] {30, 60, 90}, within(1e-9));
        Ellipsoid ellipsoid = Ellipsoid.smallest(hull);
        assertThat(ellipsoid.aMm()).isCloseTo(45 * Math.sqrt(3), within(1e-5));
        assertThat(ellipsoid.cMm()).isCloseTo(15 * Math.sqrt(3), within(1e-5));
    }

    @Example
    void aRegularTetrahedronFitsIntoACube() {
        int[][] corners = {{0, 2, 2, 0}, {0, 2, 0, 2}, {0, 0, 2, 2}};
        assertThat(EnclosingBox.smallest(ConvexHull.around(corners, MM)).volumeMm3())
                .isCloseTo(8, within(1e-9));
    }

    @Example
    void ibsiAreaIsThatOfASphereAndConfusesProlateAndOblate() {
        assertThat(new Ellipsoid(3, 3, 3).ibsiAreaMm2()).isCloseTo(36 * Math.PI, within(1e-12));
        double e = Math.sqrt(1 - 1 / 4.0);
        // Areas of 2 : 1 : 1 and 2 : 2 : 1 over 4π ab: in IBSI's formula each has the share of the other.
        double prolate = 2 * Math.PI * (1 + 2 / e * Math.asin(e)) / (4 * Math.PI * 2);
        double oblate = 2 * Math.PI * 4 * (1 + (1 - e * e) / e * Math.log((1 + e) / (1 - e)) / 2) / (4 * Math.PI * 4);
        // What is left out after order 20 is less than a geometric series of 0.75 from 0.75^21 / (4 · 21² − 1) on.
        double rest = 4 * Math.pow(0.75, 21) / (4 * 21 * 21 - 1);
        assertThat(new Ellipsoid(2, 1, 1).ibsiAreaMm2() / (8 * Math.PI)).isCloseTo(oblate, within(rest));
        assertThat(new Ellipsoid(2, 2, 1).ibsiAreaMm2() / (16 * Math.PI)).isCloseTo(prolate, within(rest));
        assertThat(new Ellipsoid(0, 0, 0).ibsiAreaMm2()).isZero();
        assertThat(new Ellipsoid(1, 2, 3).volumeMm3()).isCloseTo(8 * Math.PI, within(1e-13));
    }

    private static double[] middle(double[][] points) {
        double[] middle = new double[3];
        for (double[] point : points) {
            for (int k = 0; k < 3; k++) {
                middle[k] += point[k] / points.length;
            }
        }
        return middle;
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

    @Provide
    Arbitrary<Blob> blobs() {
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 9);
        Arbitrary<Spacing> spacing = Arbitraries.of(
                new Spacing(1, 1, 1), new Spacing(0.8, 0.8, 2.5), new Spacing(1, 1.25, 1.5), new Spacing(0.3, 7, 0.1));
        return Combinators.combine(size, size, size, spacing, Arbitraries.of(0.0, 0.02, 0.5), Arbitraries.longs())
                .as(Blob::new);
    }
}
