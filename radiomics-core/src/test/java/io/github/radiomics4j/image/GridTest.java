package io.github.radiomics4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GridTest {
    private static final Grid GRID =
            new Grid(new Size(4, 5, 6), new Spacing(0.5, 2, 3), new Point(10, -20, 30), Direction.IDENTITY);

    @Test
    void axesAlongLpsScaleByTheSpacing() {
        assertThat(GRID.toPhysical(2, 1, -1)).isEqualTo(new Point(11, -18, 27));
        assertThat(GRID.toIndex(new Point(11, -18, 27))).isEqualTo(new Point(2, 1, -1));
    }

    @Test
    void aFlippedAxisRunsTheOtherWay() {
        Grid flipped = new Grid(GRID.size(), GRID.spacing(), GRID.origin(), new Direction(-1, 0, 0, 0, 0, 1, 0, 1, 0));
        assertThat(flipped.toPhysical(2, 1, 3)).isEqualTo(new Point(9, -11, 32));
    }

    @Test
    void eachPhysicalDifferenceIsNamedWithBothValuesAndTheUnit() {
        Grid other = new Grid(
                new Size(4, 5, 7),
                new Spacing(0.5, 2, 2.5),
                new Point(10, -20.5, 30),
                new Direction(-1, 0, 0, 0, 1, 0, 0, 0, 1));
        assertThat(GRID.physicalDifferences(other, 1e-6))
                .containsExactly(
                        "spacing z 3.0 mm vs 2.5 mm",
                        "origin y -20.0 mm vs -20.5 mm",
                        "direction cosines differ by up to 2.0");
        assertThat(GRID.differences(other, 1e-6))
                .hasSize(4)
                .startsWith("size (4, 5, 6) vs (4, 5, 7)")
                .contains("spacing z 3.0 mm vs 2.5 mm");
    }

    @Test
    void theToleranceOfLengthsIsInSpacingsAlongXAndThatOfCosinesIsNot() {
        Grid shifted = new Grid(GRID.size(), GRID.spacing(), new Point(10, -20, 30.25), Direction.IDENTITY);
        assertThat(GRID.physicalDifferences(shifted, 0.5)).isEmpty(); // 0.5 · 0.5 mm
        assertThat(GRID.physicalDifferences(shifted, 0.499)).containsExactly("origin z 30.0 mm vs 30.25 mm");
        Grid wider = new Grid(GRID.size(), new Spacing(0.5, 2.25, 3), GRID.origin(), Direction.IDENTITY);
        assertThat(GRID.physicalDifferences(wider, 0.5)).isEmpty();
        assertThat(GRID.physicalDifferences(wider, 0.499)).containsExactly("spacing y 2.0 mm vs 2.25 mm");
        Grid turned = new Grid(GRID.size(), GRID.spacing(), GRID.origin(), new Direction(1, 0.25, 0, 0, 1, 0, 0, 0, 1));
        assertThat(GRID.physicalDifferences(turned, 0.25)).isEmpty();
        assertThat(GRID.physicalDifferences(turned, 0.249)).containsExactly("direction cosines differ by up to 0.25");
    }

    @Test
    void theSizeIsNoPhysicalDifference() {
        assertThat(GRID.physicalDifferences(Grid.of(new Size(1, 1, 1), Spacing.isotropic(1)), 1e9))
                .isEmpty();
        Grid larger = new Grid(new Size(9, 9, 9), GRID.spacing(), GRID.origin(), GRID.direction());
        assertThat(GRID.physicalDifferences(larger, 1e-6)).isEmpty();
        assertThat(GRID.differences(larger, 1e-6)).containsExactly("size (4, 5, 6) vs (9, 9, 9)");
    }

    @Test
    void whatIsNoGridIsRefusedWithWhatWasFound() {
        assertThatThrownBy(() -> new Grid(GRID.size(), GRID.spacing(), new Point(0, Double.NaN, 0), Direction.IDENTITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Direction(1, 2, 0, 2, 4, 0, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("determinant 0.0");
        for (double mm : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Spacing(1, mm, 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Size(3, 0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(3, 0, 3)");
    }

    @Test
    void axesAreNumberedFrom0To2() {
        assertThat(GRID.size().along(2)).isEqualTo(6);
        assertThat(GRID.spacing().along(0)).isEqualTo(0.5);
        assertThat(GRID.origin().along(1)).isEqualTo(-20);
        assertThatThrownBy(() -> GRID.size().along(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GRID.spacing().along(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GRID.origin().along(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GRID.direction().get(3, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNumberOfVoxelsOfAHugeGridDoesNotOverflow() {
        assertThat(new Size(70_000, 70_000, 3).voxelCount()).isEqualTo(14_700_000_000L);
        assertThat(GRID.spacing().voxelVolumeMm3()).isEqualTo(3);
    }
}
