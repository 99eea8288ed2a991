package io.github.radiomics4j.preprocess;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;

/** An ellipsoid of two tissues, 400 and 600, with noise of 0 to 40, in a dim surrounding, under a linear field. */
final class BiasPhantom {
    static final Size SIZE = new Size(26, 22, 18);
    static final Grid GRID = new Grid(SIZE, new Spacing(1, 1.25, 2.5), new Point(-12.5, 30.25, 7), Direction.IDENTITY);

    private BiasPhantom() {}

    /** The phantom of n4/itk.csv: its field is 1 + 0.009 x − 0.007 y + 0.005 z, rounded down. */
    static float[] values() {
        float[] values = new float[(int) SIZE.voxelCount()];
        int at = 0;
        for (int z = 0; z < SIZE.z(); z++) {
            for (int y = 0; y < SIZE.y(); y++) {
                for (int x = 0; x < SIZE.x(); x++) {
                    int ellipsoid = 100 * (2 * x - 25) * (2 * x - 25) / 625
                            + 100 * (2 * y - 21) * (2 * y - 21) / 441
                            + 100 * (2 * z - 17) * (2 * z - 17) / 289;
                    int truth = ellipsoid <= 100
                            ? 400 + 200 * ((x / 5 + y / 6 + z / 4) % 2) + (7 * x + 13 * y + 29 * z) % 41
                            : (3 * x + 5 * y + 7 * z) % 11;
                    values[at++] = Math.floorDiv(truth * (1000 + 9 * x - 7 * y + 5 * z), 1000);
                }
            }
        }
        return values;
    }

    static ImageVolume image() {
        return ImageVolume.of(GRID, values());
    }
}
