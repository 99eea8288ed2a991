package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.preprocess.Resampling.Resampled;
import io.github.radiomics4j.run.Execution;
import org.junit.jupiter.api.Test;

/**
 * Phantom A in a volume turned by 20° about z and −10° about x, at 1 mm: every second slice of new voxels lies halfway
 * between two old ones. Numbers of PyRadiomics 3.0.1 (SimpleITK 2.5.7), edge case {@code phantom_a__oblique__ki67_1mm}.
 */
class ObliqueGridOracleTest {

    @Test
    void tiesFallAsInItk() {
        Grid upright = IntegerPhantom.A.image().grid();
        Grid turned = new Grid(upright.size(), upright.spacing(), upright.origin(), turned());
        ImageVolume image = ImageVolume.wrap(
                turned, PixelType.FLOAT64, IntegerPhantom.A.image().toDoubles());
        Mask mask = IntegerPhantom.A.mask().withGrid(turned);
        Resampled resampled = Resampling.to(1, 1, 1).apply(image, mask, 1, Execution.sequential());
        assertThat(resampled.image().grid().size()).isEqualTo(new Size(32, 29, 55));
        assertThat(resampled.mask().census()).containsEntry(1L, 12197L);
    }

    /** Rz(20°) · Rx(−10°). */
    private static Direction turned() {
        double cz = Math.cos(Math.toRadians(20));
        double sz = Math.sin(Math.toRadians(20));
        double cx = Math.cos(Math.toRadians(-10));
        double sx = Math.sin(Math.toRadians(-10));
        return new Direction(cz, -sz * cx, sz * sx, sz, cz * cx, -cz * sx, 0, sx, cx);
    }
}
