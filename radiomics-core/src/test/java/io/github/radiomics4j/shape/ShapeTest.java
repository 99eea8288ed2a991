package io.github.radiomics4j.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final Spacing SPACING = new Spacing(1, 2, 4);

    @Test
    void oneVoxelIsAnOctahedronOfItsSpacing() {
        RegionOfInterest voxel = box(1, 1, 1, SPACING);
        Mesh mesh = Mesh.of(voxel);
        // Two pyramids over half a voxel's cross section: 2 · (1 · 2 / 2) · (4 / 2) / 3.
        assertThat(mesh.volumeMm3()).isCloseTo(4.0 / 3, within(1e-15));
        assertThat(mesh.vertexCount()).isEqualTo(6);
        assertThat(Diameters.of(voxel)).isEqualTo(new Diameters(4, 2, 4, 4));
    }

    @Test
    void oneVoxelHasNoAxes() {
        RegionOfInterest voxel = box(1, 1, 1, SPACING);
        PrincipalAxes population = PrincipalAxes.of(voxel, CovarianceDivisor.POPULATION);
        assertThat(population.majorAxisLengthMm()).isZero();
        assertThat(population.elongation()).isNaN();
        assertThat(population.flatness()).isNaN();
        assertThat(PrincipalAxes.of(voxel, CovarianceDivisor.SAMPLE).majorAxisLengthMm())
                .isNaN();
    }

    @Test
    void volumeOfABoxLacksItsEdgesAndCorners() {
        // A prism with legs of half a voxel, 1/8 in cross section, is cut off along each edge; they overlap at the
        // corners.
        Mesh mesh = Mesh.of(box(40, 30, 20, Spacing.isotropic(1)));
        double cube = 40 * 30 * 20;
        assertThat(mesh.volumeMm3()).isLessThan(cube).isGreaterThan(cube - (40 + 30 + 20) * 4 / 8.0);
    }

    @Test
    void varianceOfALineIsThatOfWholeNumbers() {
        // (n² − 1) / 12 for 1 … n.
        PrincipalAxes axes = PrincipalAxes.of(box(1, 9, 1, SPACING), CovarianceDivisor.POPULATION);
        assertThat(axes.majorVarianceMm2()).isCloseTo(4 * 80 / 12.0, within(1e-14));
        assertThat(axes.minorVarianceMm2()).isZero();
        assertThat(axes.elongation()).isZero();
        assertThat(PrincipalAxes.of(box(1, 9, 1, SPACING), CovarianceDivisor.SAMPLE)
                        .majorVarianceMm2())
                .isCloseTo(4 * 80 / 12.0 * 9 / 8, within(1e-14));
    }

    @Test
    void diagonalLineHasOneAxis() {
        boolean[] inside = new boolean[5 * 5 * 5];
        for (int i = 0; i < 5; i++) {
            inside[i + 5 * (i + 5 * i)] = true;
        }
        PrincipalAxes axes =
                PrincipalAxes.of(Blob.region(inside, 5, 5, 5, Spacing.isotropic(1)), CovarianceDivisor.POPULATION);
        assertThat(axes.majorVarianceMm2()).isCloseTo(6, within(1e-14));
        assertThat(axes.minorVarianceMm2()).isGreaterThanOrEqualTo(0).isLessThan(1e-14);
        assertThat(axes.leastVarianceMm2()).isGreaterThanOrEqualTo(0).isLessThan(1e-14);
    }

    @Test
    void smallEigenvaluesKeepTheirDigits() {
        double[] eigenvalues = SymmetricEigenvalues.of(new double[][] {{1e12, 0, 0}, {0, 2e-6, 1e-6}, {0, 1e-6, 2e-6}});
        assertThat(eigenvalues[0]).isCloseTo(1e-6, within(1e-20));
        assertThat(eigenvalues[1]).isCloseTo(3e-6, within(1e-20));
        assertThat(eigenvalues[2]).isEqualTo(1e12);
    }

    @Test
    void slicesHalfWayBetweenVoxelsCount() {
        // Two voxels side by side in one slice: the vertices above them lie in the plane half a voxel up.
        Diameters diameters = Diameters.of(box(2, 1, 1, new Spacing(10, 1, 1)));
        assertThat(diameters.maximumSliceMm()).isEqualTo(20);
        assertThat(diameters.maximumRowMm()).isEqualTo(1);
    }

    private static RegionOfInterest box(int nx, int ny, int nz, Spacing spacing) {
        boolean[] inside = new boolean[nx * ny * nz];
        Arrays.fill(inside, true);
        return Blob.region(inside, nx, ny, nz, spacing);
    }
}
