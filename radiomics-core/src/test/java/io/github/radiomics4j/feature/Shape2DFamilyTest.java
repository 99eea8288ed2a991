package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Shape2DFamilyTest {
    private static final Shape2DFamily FAMILY = Shape2DFamily.withDefaults();

    @Test
    void severalSlicesHaveNoShapeAndTheReasonSaysHowMany() {
        FeatureValues values = FAMILY.compute(box(4, 3, 2), FAMILY.features());
        for (int i = 0; i < values.features().size(); i++) {
            assertThat(values.value(i)).isNaN();
            assertThat(values.nanReason(i)).contains("the region must be one slice along z, found 2");
        }
    }

    @Test
    void theAxisSaysWhichWayASliceLies() {
        assertThat(value(FAMILY.withAxis(0), box(1, 4, 3), Shape2DFeature.PIXEL_SURFACE))
                .isEqualTo(12 * 4 * 12);
        assertThat(value(FAMILY.withAxis(1), box(4, 1, 3), Shape2DFeature.PIXEL_SURFACE))
                .isEqualTo(12 * 3 * 12);
        assertThat(value(FAMILY, box(4, 3, 1), Shape2DFeature.PIXEL_SURFACE)).isEqualTo(12 * 3 * 4);
        assertThatThrownBy(() -> FAMILY.withAxis(3)).hasMessage("axis must be 0, 1 or 2, found 3");
    }

    @Test
    void thePlanesDiameterIsThatOfTheSlice() {
        // From below the first column of pixels to above the last: one pixel of 4 mm across, three of 12 mm along.
        assertThat(value(FAMILY.withAxis(0), box(1, 2, 3), Shape2DFeature.MAXIMUM_DIAMETER))
                .isCloseTo(Math.hypot(4, 3 * 12), within(1e-12));
    }

    @Test
    void onePixelHasNoElongationAndALineNone() {
        FeatureValues pixel = FAMILY.compute(box(1, 1, 1), List.of(Shape2DFeature.ELONGATION));
        assertThat(pixel.nanReason(0)).contains("the region is a single pixel, which has no axes");
        assertThat(value(FAMILY, box(5, 1, 1), Shape2DFeature.ELONGATION)).isZero();
        assertThat(value(FAMILY, box(5, 1, 1), Shape2DFeature.MINOR_AXIS_LENGTH))
                .isZero();
    }

    @Test
    void disproportionIsOneOverSphericityAndOnRequest() {
        Region region = box(5, 4, 1);
        assertThat(value(FAMILY, region, Shape2DFeature.SPHERICAL_DISPROPORTION))
                .isCloseTo(1 / value(FAMILY, region, Shape2DFeature.SPHERICITY), within(1e-15));
        assertThat(FAMILY.features().stream().filter(Feature::onRequest))
                .containsExactly(Shape2DFeature.SPHERICAL_DISPROPORTION);
    }

    private static double value(Shape2DFamily family, Region region, Shape2DFeature feature) {
        return family.compute(region, List.of(feature)).value(0);
    }

    /** Voxels of 3 × 4 × 12 mm. */
    /** PyRadiomics 3.0.1: pixels that touch by a corner alone are apart, in either diagonal; a pixel is half its area. */
    @ParameterizedTest
    @CsvSource({
        "1, 2.9529646120466797, 0.455, 0.91, 1.3, 0.8097526684863753, 0",
        "11, 4.35296461204668, 1.365, 1.82, 1.4764823060233399, 0.9514503302057329, 1.4",
        "10/01, 5.905929224093361, 0.91, 1.82, 2.6925824035672523, 0.5725816029706182, 2.9529646120466797",
        "01/10, 5.905929224093361, 0.91, 1.82, 2.6925824035672523, 0.5725816029706182, 2.9529646120466797",
        "110/001/001, 9.905929224093361, 2.73, 3.64, 4.1436698710201325, 0.5912770667850907, 4.74429864632589",
        "1010/0101/1010, 17.717787672280085, 2.73, 5.46, 4.1436698710201325, 0.33058014260811375, 4.245782220824175"
    })
    void cornersAndTinyRegionsAreThoseOfPyRadiomics(
            String rows,
            double perimeter,
            double meshSurface,
            double pixelSurface,
            double diameter,
            double sphericity,
            double majorAxis) {
        String[] lines = rows.split("/");
        Grid grid = Grid.of(new Size(lines[0].length(), lines.length, 1), new Spacing(0.7, 1.3, 2));
        String pixels = String.join("", lines);
        byte[] labels = new byte[pixels.length()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (pixels.charAt(i) - '0');
        }
        Region region = region(grid, labels);
        Map.of(
                        Shape2DFeature.PERIMETER, perimeter,
                        Shape2DFeature.MESH_SURFACE, meshSurface,
                        Shape2DFeature.PIXEL_SURFACE, pixelSurface,
                        Shape2DFeature.MAXIMUM_DIAMETER, diameter,
                        Shape2DFeature.SPHERICITY, sphericity,
                        Shape2DFeature.MAJOR_AXIS_LENGTH, majorAxis)
                .forEach((feature, expected) -> assertThat(value(FAMILY, region, feature))
                        .as("%s", feature)
                        .isCloseTo(expected, within(1e-9 * expected + 1e-12)));
    }

    private static Region box(int nx, int ny, int nz) {
        Grid grid = Grid.of(new Size(nx, ny, nz), new Spacing(3, 4, 12));
        byte[] labels = new byte[nx * ny * nz];
        Arrays.fill(labels, (byte) 1);
        return region(grid, labels);
    }

    private static Region region(Grid grid, byte[] labels) {
        return Region.of(
                RegionOfInterest.of(Mask.of(grid, labels), 1),
                ImageVolume.of(grid, new short[labels.length]),
                FixedBinWidth.withDefaults());
    }
}
