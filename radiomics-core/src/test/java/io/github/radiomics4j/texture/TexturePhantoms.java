package io.github.radiomics4j.texture;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.Arrays;

/** Gray levels written down as a box, x fastest, 0 outside the region. */
public final class TexturePhantoms {
    /** The digital phantom of the Image Biomarker Standardisation Initiative (CC BY 4.0), 5 × 4 × 4, slice by slice. */
    private static final int[] DIGITAL = {
        1, 4, 4, 1, 1, /**/ 1, 4, 6, 1, 1, /**/ 4, 1, 6, 4, 1, /**/ 4, 4, 6, 4, 1,
        1, 4, 4, 1, 1, /**/ 1, 1, 6, 1, 1, /**/ 0, 1, 3, 1, 1, /**/ 4, 4, 6, 1, 1,
        1, 4, 4, 0, 0, /**/ 1, 1, 1, 1, 1, /**/ 1, 1, 0, 1, 1, /**/ 1, 1, 6, 1, 1,
        1, 4, 4, 0, 0, /**/ 1, 1, 1, 1, 1, /**/ 1, 1, 1, 1, 1, /**/ 1, 1, 6, 1, 1
    };

    private TexturePhantoms() {}

    /** Returns the digital phantom: 74 voxels of levels 1, 3, 4 and 6. */
    public static GrayLevels digital() {
        return levels(new Size(5, 4, 4), DIGITAL);
    }

    /** Returns the digital phantom as an image, of intensity 0 around the region. */
    public static ImageVolume digitalImage() {
        short[] values = new short[DIGITAL.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) DIGITAL[i];
        }
        return ImageVolume.of(digital().region().grid(), values);
    }

    /** Returns the levels of {@code box}, of which 0 is outside. */
    public static GrayLevels levels(Size size, int... box) {
        Grid grid = new Grid(size, new Spacing(1, 1, 1), new Point(0, 0, 0), Direction.IDENTITY);
        byte[] labels = new byte[box.length];
        for (int i = 0; i < box.length; i++) {
            labels[i] = (byte) Math.min(box[i], 1);
        }
        RegionOfInterest region = RegionOfInterest.of(Mask.of(grid, labels), 1);
        return GrayLevels.of(
                region, Arrays.stream(box).filter(level -> level > 0).toArray());
    }
}
