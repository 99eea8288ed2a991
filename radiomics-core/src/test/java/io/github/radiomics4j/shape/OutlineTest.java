package io.github.radiomics4j.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static final Spacing SPACING = new Spacing(3, 4, 12);

    @Property(tries = 200)
    void isThatOfThePolygonsInEachSquare(
            @ForAll @Size(min = 20, max = 90) boolean[] pixels,
            @ForAll @IntRange(min = 1, max = 10) int width,
            @ForAll @IntRange(max = 2) int axis) {
        pixels[0] = true; // the region's box begins here, and ends with the last one
        int height = pixels.length / width;
        boolean[] slice = Arrays.copyOf(pixels, width * height);
        slice[slice.length - 1] = true;
        int[] size = axis == 0
                ? new int[] {1, width, height}
                : axis == 1 ? new int[] {width, 1, height} : new int[] {width, height, 1};
        RegionOfInterest region = Blob.region(slice, size[0], size[1], size[2], SPACING);
        boolean[][] bordered = new boolean[height + 2][width + 2];
        for (int i = 0; i < slice.length; i++) {
            bordered[1 + i / width][1 + i % width] = slice[i];
        }
        double a = axis == 0 ? SPACING.yMm() : SPACING.xMm();
        double b = axis == 2 ? SPACING.yMm() : SPACING.zMm();
        Outline naive = NaiveOutline.of(bordered, a, b);
        Outline outline = Outline.of(region, axis);
        // The naive one rounds at every side.
        assertThat(outline.perimeterMm()).isCloseTo(naive.perimeterMm(), within(1e-12 * naive.perimeterMm()));
        assertThat(outline.areaMm2()).isCloseTo(naive.areaMm2(), within(1e-12 * naive.areaMm2()));
    }

    @Test
    void onePixelIsARhombus() {
        assertThat(Outline.of(box(1, 1, 1), 2)).isEqualTo(new Outline(4 * 2.5, 3 * 4 / 2.0));
    }

    @Test
    void aLineHasPointedEnds() {
        // Along each side four times the distance of two pixels, and a rhombus in two halves.
        assertThat(Outline.of(box(5, 1, 1), 2)).isEqualTo(new Outline(2 * 4 * 3 + 4 * 2.5, 3 * 4 * (4 + 0.5)));
    }

    @Test
    void aRectangleLacksItsCorners() {
        Outline outline = Outline.of(box(5, 7, 1), 2);
        assertThat(outline).isEqualTo(new Outline(2 * (4 * 3 + 6 * 4) + 4 * 2.5, 3 * 4 * (35 - 4 / 8.0)));
    }

    @Test
    void aRegionOfTwoSlicesIsRefused() {
        assertThatThrownBy(() -> Outline.of(box(5, 7, 2), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one slice along axis 2");
    }

    private static RegionOfInterest box(int nx, int ny, int nz) {
        boolean[] inside = new boolean[nx * ny * nz];
        Arrays.fill(inside, true);
        return Blob.region(inside, nx, ny, nz, SPACING);
    }
}
