package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.run.Execution;
import org.junit.jupiter.api.Test;

/**
 * Whole numbers in 64-bit floats, resampled where they stand: rounding puts each a few units of the last place below or
 * above itself, and so into one bin or the next. Oracle: SimpleITK 2.5.7.
 */
class RoundNumbersRegressionTest {
    @Test
    void aSplineRoundsAsItkDoes() {
        Size size = new Size(12, 7, 8);
        double[] voxels = new double[12 * 7 * 8];
        for (int i = 0; i < voxels.length; i++) {
            int x = i % 12;
            int y = i / 12 % 7;
            int z = i / 84;
            voxels[i] = (7 * x * x + 5 * y * z + 3 * z) % 4 - 1;
        }
        ImageVolume image = ImageVolume.of(Grid.of(size, Spacing.isotropic(1)), voxels);
        Grid output = new Grid(new Size(12, 7, 2), new Spacing(1, 1, 3), new Point(0, 0, 1), Direction.IDENTITY);
        double[] out = BSpline.resample(image, output, image.type(), Execution.sequential());
        int below = 0;
        int above = 0;
        double sum = 0;
        for (int i = 0; i < out.length; i++) {
            double voxel = voxels[i % 84 + 84 * (1 + 3 * (i / 84))];
            below += out[i] < voxel ? 1 : 0;
            above += out[i] > voxel ? 1 : 0;
            sum += out[i] - voxel;
        }
        assertThat(new int[] {below, out.length - below - above, above}).containsExactly(74, 11, 83);
        assertThat(sum).isEqualTo(-0x1.3a8p-47);
        assertThat(out[0]).isEqualTo(2.0000000000000027);
    }
}
