package io.github.radiomics4j.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ShapeInvariantTest {

    @Property(tries = 200)
    void meshIsThatOfALoopOverCubesAndTriangles(@ForAll("blobs") Blob blob) {
        RegionOfInterest region = blob.region();
        Mesh mesh = Mesh.of(region);
        Mesh naive = NaiveShape.of(region).mesh();
        // The loop rounds at every triangle.
        assertThat(mesh.surfaceAreaMm2()).isCloseTo(naive.surfaceAreaMm2(), within(1e-12 * naive.surfaceAreaMm2()));
        assertThat(mesh.volumeMm3()).isCloseTo(naive.volumeMm3(), within(1e-11 * voxelVolume(region)));
        assertThat(mesh.vertexCount()).isEqualTo(naive.vertexCount());
    }

    @Property(tries = 200)
    void diametersAreThoseOfAllPairsOfVerticesBitForBit(@ForAll("blobs") Blob blob) {
        RegionOfInterest region = blob.region();
        assertThat(Diameters.of(region)).isEqualTo(NaiveShape.of(region).diameters());
    }

    @Property(tries = 100)
    void shapeDoesNotDependOnThePlace(
            @ForAll("blobs") Blob blob,
            @ForAll @IntRange(max = 70) int dx,
            @ForAll @IntRange(max = 5) int dy,
            @ForAll @IntRange(max = 5) int dz) {
        RegionOfInterest here = blob.region();
        RegionOfInterest there = blob.moved(dx, dy, dz);
        assertThat(Mesh.of(there)).isEqualTo(Mesh.of(here));
        assertThat(Diameters.of(there)).isEqualTo(Diameters.of(here));
        assertThat(PrincipalAxes.of(there, CovarianceDivisor.POPULATION))
                .isEqualTo(PrincipalAxes.of(here, CovarianceDivisor.POPULATION));
    }

    @Property(tries = 100)
    void renamedAxesRenameTheDiameters(@ForAll("blobs") Blob blob) {
        Diameters before = Diameters.of(blob.region());
        Diameters after = Diameters.of(blob.rotated());
        assertThat(after.maximum3dMm()).isCloseTo(before.maximum3dMm(), within(1e-14 * before.maximum3dMm()));
        assertThat(after.maximumRowMm()).isEqualTo(before.maximumSliceMm());
        assertThat(after.maximumColumnMm()).isEqualTo(before.maximumRowMm());
        assertThat(after.maximumSliceMm()).isEqualTo(before.maximumColumnMm());
    }

    @Property(tries = 100)
    void renamedAxesKeepThePrincipalAxes(@ForAll("blobs") Blob blob) {
        PrincipalAxes before = PrincipalAxes.of(blob.region(), CovarianceDivisor.POPULATION);
        PrincipalAxes after = PrincipalAxes.of(blob.rotated(), CovarianceDivisor.POPULATION);
        double rounding = 1e-13 * before.majorVarianceMm2();
        assertThat(after.majorVarianceMm2()).isCloseTo(before.majorVarianceMm2(), within(rounding));
        assertThat(after.minorVarianceMm2()).isCloseTo(before.minorVarianceMm2(), within(rounding));
        assertThat(after.leastVarianceMm2()).isCloseTo(before.leastVarianceMm2(), within(rounding));
    }

    @Property(tries = 100)
    void variancesAreTheRootsOfTheCharacteristicPolynomialOfTheCovarianceInMm(@ForAll("blobs") Blob blob) {
        RegionOfInterest region = blob.region();
        double[][] c = covariance(region);
        PrincipalAxes axes = PrincipalAxes.of(region, CovarianceDivisor.POPULATION);
        double a = axes.majorVarianceMm2();
        double b = axes.minorVarianceMm2();
        double d = axes.leastVarianceMm2();
        double trace = c[0][0] + c[1][1] + c[2][2];
        double minors = c[0][0] * c[1][1]
                - c[0][1] * c[1][0]
                + c[0][0] * c[2][2]
                - c[0][2] * c[2][0]
                + c[1][1] * c[2][2]
                - c[1][2] * c[2][1];
        double determinant = c[0][0] * (c[1][1] * c[2][2] - c[1][2] * c[2][1])
                - c[0][1] * (c[1][0] * c[2][2] - c[1][2] * c[2][0])
                + c[0][2] * (c[1][0] * c[2][1] - c[1][1] * c[2][0]);
        assertThat(a).isGreaterThanOrEqualTo(b);
        assertThat(b).isGreaterThanOrEqualTo(d);
        assertThat(d).isGreaterThanOrEqualTo(0);
        assertThat(a + b + d).isCloseTo(trace, within(1e-13 * trace));
        assertThat(a * b + a * d + b * d).isCloseTo(minors, within(1e-12 * trace * trace));
        assertThat(a * b * d).isCloseTo(determinant, within(1e-12 * trace * trace * trace));
    }

    private static double[][] covariance(RegionOfInterest region) {
        int n = region.voxelCount();
        double[][] r = new double[n][];
        double[] mean = new double[3];
        for (int i = 0; i < n; i++) {
            int p = region.position(i);
            Spacing s = region.grid().spacing();
            r[i] = new double[] {
                p % region.strideY() * s.xMm(),
                p % region.strideZ() / region.strideY() * s.yMm(),
                p / region.strideZ() * s.zMm()
            };
            for (int a = 0; a < 3; a++) {
                mean[a] += r[i][a] / n;
            }
        }
        double[][] c = new double[3][3];
        for (double[] point : r) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    c[a][b] += (point[a] - mean[a]) * (point[b] - mean[b]) / n;
                }
            }
        }
        return c;
    }

    /** What the naive volume is rounded at: the box, since its origin is a corner. */
    private static double voxelVolume(RegionOfInterest region) {
        return region.grid().spacing().voxelVolumeMm3() * region.borderedLength();
    }

    @Provide
    Arbitrary<Blob> blobs() {
        Arbitrary<Integer> sizeX = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.integers().between(1, 12)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(60, 66)));
        Arbitrary<Integer> size = Arbitraries.integers().between(1, 10);
        Arbitrary<Spacing> spacing = Arbitraries.of(
                new Spacing(1, 1, 1), new Spacing(0.8, 0.8, 2.5), new Spacing(1, 1.25, 1.5), new Spacing(0.3, 7, 0.1));
        return Combinators.combine(sizeX, size, size, spacing, Arbitraries.of(0.0, 0.02, 0.5), Arbitraries.longs())
                .as(Blob::new);
    }
}
