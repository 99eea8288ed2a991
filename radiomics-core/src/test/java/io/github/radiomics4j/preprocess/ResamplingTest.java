package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.Resampling.Resampled;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplingTest {
    private static final ImageVolume IMAGE = IntegerPhantom.A.image();
    private static final Mask MASK = IntegerPhantom.A.mask();

    @Test
    void cornersOfBothGridsCoincide() {
        Grid grid = resample(Resampling.to(2, 2, 2)).image().grid();
        Grid old = IMAGE.grid();
        Point newCorner = grid.toPhysical(-0.5, -0.5, -0.5);
        Point oldCorner = old.toPhysical(-0.5, -0.5, -0.5);
        assertThat(newCorner.x()).isEqualTo(oldCorner.x(), org.assertj.core.api.Assertions.within(1e-12));
        assertThat(newCorner.y()).isEqualTo(oldCorner.y(), org.assertj.core.api.Assertions.within(1e-12));
        assertThat(newCorner.z()).isEqualTo(oldCorner.z(), org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void zeroKeepsTheSpacingOfTheMask() {
        Grid grid = resample(Resampling.to(2, 2, 0)).image().grid();
        assertThat(grid.spacing()).isEqualTo(new Spacing(2, 2, 2.5));
    }

    @Test
    void axisAcrossASingleSliceIsNotResampled() {
        byte[] labels = new byte[(int) IMAGE.grid().size().voxelCount()];
        for (int y = 10; y < 20; y++) {
            for (int x = 10; x < 20; x++) {
                labels[x + 40 * (y + 36 * 11)] = 1;
            }
        }
        Resampled slice =
                Resampling.to(1, 1, 1).apply(IMAGE, Mask.wrap(IMAGE.grid(), labels), 1, Execution.sequential());
        assertThat(slice.image().grid().spacing()).isEqualTo(new Spacing(1, 1, 2.5));
        assertThat(slice.mask().boundingBox(1).orElseThrow().sizeZ()).isEqualTo(1);
    }

    @Test
    void equalSpacingOnlyCrops() {
        Resampled same = resample(Resampling.to(0.8, 0.800001, 2.5).withPadVoxels(1));
        BoundingBox box =
                MASK.boundingBox(1).orElseThrow().padWithin(1, IMAGE.grid().size());
        assertThat(same.image().sha1()).isEqualTo(IMAGE.crop(box).sha1());
        assertThat(same.mask().sha1()).isEqualTo(MASK.crop(box).sha1());
    }

    @Test
    void valuesOutsideTheImageAreZero() {
        Grid grid = IMAGE.grid();
        BoundingBox inner = new BoundingBox(10, 10, 5, 20, 16, 12);
        ImageVolume small = ImageVolume.of(grid.crop(inner), filled(inner, 100));
        byte[] labels = new byte[(int) grid.size().voxelCount()];
        for (int z = 9; z < 12; z++) {
            for (int y = 15; y < 20; y++) {
                for (int x = 15; x < 20; x++) {
                    labels[x + 40 * (y + 36 * z)] = 1;
                }
            }
        }
        for (Interpolator interpolator : Interpolator.values()) {
            ImageVolume out = Resampling.to(1, 1, 1)
                    .withPadVoxels(12)
                    .withInterpolator(interpolator)
                    .apply(small, Mask.wrap(grid, labels), 1, Execution.sequential())
                    .image();
            assertThat(out.get(0, 0, 0)).as(interpolator.itkName()).isZero();
            assertThat(out.get(14, 14, 14))
                    .as(interpolator.itkName())
                    .isCloseTo(100, org.assertj.core.api.Assertions.within(1.0));
        }
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void pixelTypeStays(PixelType type) {
        ImageVolume image = PixelStore.store(IMAGE.grid(), type, IMAGE.toDoubles());
        ImageVolume out = Resampling.to(1, 1, 1)
                .apply(image, MASK, 1, Execution.sequential())
                .image();
        assertThat(out.type()).isEqualTo(type);
    }

    @Test
    void integersAreCutTowardZeroAndToTheirRange() {
        Grid line = Grid.of(new Size(6, 1, 1), Spacing.isotropic(1));
        ImageVolume stored = PixelStore.store(line, PixelType.INT8, new double[] {1.99, -1.99, 0.5, -0.5, 300, -300});
        assertThat(stored.toDoubles()).containsExactly(1, -1, 0, 0, 127, -128);
        ImageVolume unsigned =
                PixelStore.store(line, PixelType.UINT32, new double[] {4294967295.5, 3e9, -1, 0.9, 1, 2});
        assertThat(unsigned.toDoubles()).containsExactly(4294967295.0, 3e9, 0, 0, 1, 2);
    }

    @Test
    void interpolatorsAreFoundByNameAndNumber() {
        assertThat(Interpolator.byName("sitkBSpline")).contains(Interpolator.B_SPLINE);
        assertThat(Interpolator.byNumber(3)).contains(Interpolator.B_SPLINE);
        assertThat(Interpolator.byName("bspline")).isEmpty();
        assertThat(Interpolator.byNumber(11)).isEmpty();
    }

    @Test
    void nanNearTheRegionIsRefusedBySplines() {
        double[] values = IMAGE.toDoubles();
        values[20 + 40 * (18 + 36 * 11)] = Double.NaN;
        ImageVolume image = ImageVolume.of(IMAGE.grid(), values);
        assertThatThrownBy(() -> Resampling.to(1, 1, 1).apply(image, MASK, 1, Execution.sequential()))
                .isInstanceOf(InvalidCaseException.class)
                .hasMessageContaining("NaN at voxel (20, 18, 11)");
    }

    private static Resampled resample(Resampling resampling) {
        return resampling.apply(IMAGE, MASK, 1, Execution.sequential());
    }

    private static double[] filled(BoundingBox box, double value) {
        double[] out = new double[(int) box.size().voxelCount()];
        java.util.Arrays.fill(out, value);
        return out;
    }
}
