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
import org.junit.jupiter.api.Test;

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
    private static Region box(int nx, int ny, int nz) {
        Grid grid = Grid.of(new Size(nx, ny, nz), new Spacing(3, 4, 12));
        byte[] labels = new byte[nx * ny * nz];
        Arrays.fill(labels, (byte) 1);
        return Region.of(
                RegionOfInterest.of(Mask.of(grid, labels), 1),
                ImageVolume.of(grid, new short[labels.length]),
                FixedBinWidth.withDefaults());
    }
}
