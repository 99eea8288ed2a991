package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.Resampling.Resampled;
import io.github.radiomics4j.preprocess.Resampling.Rounding;
import io.github.radiomics4j.run.Execution;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** IBSI's grid, image and mask; the twin is the manual's formula, one voxel at a time. */
class CenteredResamplingTest {
    @Property(tries = 60)
    void imageAndMaskEqualTheirNaiveTwins(
            @ForAll @IntRange(min = 1, max = 14) int nx,
            @ForAll @IntRange(min = 1, max = 9) int ny,
            @ForAll @DoubleRange(min = 0.3, max = 3) double spacing,
            @ForAll long seed) {
        Grid grid = new Grid(
                new Size(nx, ny, 6), new Spacing(0.977, 1.3, 3), new Point(-70.3, 12.7, 900.1), Direction.IDENTITY);
        ImageVolume image = IntegerPhantom.image(grid, 5);
        Mask mask = random(grid, seed);
        Resampled found =
                resample(image, mask, Resampling.centered(spacing, 2, 2).withRounding(Rounding.NONE));
        Size size = found.image().grid().size();
        int to = 0;
        double[] values = found.image().toDoubles();
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++, to++) {
                    double[] at = {
                        index(grid, size, spacing, 0, x), index(grid, size, 2, 1, y), index(grid, size, 2, 2, z)
                    };
                    // 1e-9 of intensities below 1000: the order of summation.
                    assertThat(values[to])
                            .isEqualTo(linear(at, grid.size(), (i, j, k) -> image.get(i, j, k)), within(1e-9));
                    double weight = linear(at, grid.size(), (i, j, k) -> mask.labelAt(i, j, k) == 3 ? 1 : 0);
                    assertThat(found.mask().labelAt(x, y, z)).isEqualTo(weight >= 0.5 - 1e-9 ? 3 : 0);
                }
            }
        }
    }

    @Example
    void aVoxelThatIsHalfInsideIsInside() {
        // From 3 mm to 2 mm every third new voxel lies halfway between two old ones.
        Grid grid = new Grid(new Size(1, 1, 60), new Spacing(1, 1, 3), new Point(0.1, 0.2, 0.3), Direction.IDENTITY);
        int[] labels =
                IntStream.range(0, 60).map(z -> z >= 20 && z < 30 ? 1 : 0).toArray();
        Resampled found = resample(ImageVolume.of(grid, new short[60]), Mask.of(grid, labels), 1, 2);
        assertThat(found.mask().grid().size().z()).isEqualTo(90);
        // Old voxels 19.5 and 29.5 are new voxels 29.5 + 1/4 ... : those at 19.5 and at 29.5 are half inside.
        assertThat(IntStream.range(0, 90).filter(z -> found.mask().labelAt(0, 0, z) == 1))
                .hasSize((int) IntStream.range(0, 90)
                        .filter(z -> -1 + 4 * z >= 6 * 19.5 - 1e-9 && -1 + 4 * z <= 6 * 29.5 + 1e-9)
                        .count());
    }

    @Example
    void bothGridsHaveOneCenter() {
        Grid old = IntegerPhantom.A.image().grid();
        Grid grid = resample(IntegerPhantom.A.image(), IntegerPhantom.A.mask(), 1, 2)
                .image()
                .grid();
        Point before = old.toPhysical(19.5, 17.5, 10.5);
        Size size = grid.size();
        Point after = grid.toPhysical((size.x() - 1) / 2.0, (size.y() - 1) / 2.0, (size.z() - 1) / 2.0);
        for (int a = 0; a < 3; a++) {
            assertThat(after.along(a)).isEqualTo(before.along(a), within(1e-12));
        }
        assertThat(size).isEqualTo(new Size(16, 15, 28));
    }

    @Example
    void spacingsRoundedTo32BitsMakeNoVoxelMore() {
        assertThat(CenteredGrid.count(50, 0.6f, 1)).isEqualTo(30);
        assertThat(CenteredGrid.count(20, 0.9f, 1)).isEqualTo(18);
        assertThat(CenteredGrid.count(3, 1, 10)).isEqualTo(1);
    }

    @Example
    void intensitiesAreRoundedToTheNearestOfAnyTypeOrNotAtAll() {
        Grid line = Grid.of(new Size(4, 1, 1), new Spacing(1, 1, 1));
        ImageVolume image = ImageVolume.of(line, new float[] {0, -3, 10, 11});
        Mask mask = Mask.of(line, new int[] {1, 1, 1, 1});
        Resampling halves = Resampling.centered(0.5, 0, 0);
        ImageVolume nearest =
                halves.apply(image, mask, 1, Execution.sequential()).image();
        ImageVolume exact = halves.withRounding(Rounding.NONE)
                .apply(image, mask, 1, Execution.sequential())
                .image();
        assertThat(exact.toDoubles()).containsExactly(0, -0.75, -2.25, 0.25, 6.75, 10.25, 10.75, 11);
        assertThat(nearest.toDoubles()).containsExactly(0, -1, -2, 0, 7, 10, 11, 11);
        assertThat(nearest.type()).isEqualTo(PixelType.FLOAT64);
        ImageVolume kept = halves.withRounding(Rounding.TOWARD_ZERO)
                .apply(ImageVolume.of(line, new short[] {0, -3, 10, 11}), mask, 1, Execution.sequential())
                .image();
        assertThat(kept.toDoubles()).containsExactly(0, 0, -2, 0, 6, 10, 10, 11);
        assertThat(kept.type()).isEqualTo(PixelType.INT16);
    }

    @Example
    void equalSpacingLeavesTheWholeImageAsItIs() {
        ImageVolume image = IntegerPhantom.A.image();
        Resampled same =
                Resampling.centered(0.8, 0.8, 0).apply(image, IntegerPhantom.A.mask(), 1, Execution.sequential());
        assertThat(same.image()).isSameAs(image);
        assertThat(same.mask().sha1()).isEqualTo(IntegerPhantom.A.mask().sha1());
    }

    @Example
    void aSplineInPlaneLeavesSlicesApart() {
        ImageVolume image = IntegerPhantom.A.image();
        Resampling inPlane = Resampling.centered(1, 1, 0)
                .withInterpolator(Interpolator.B_SPLINE)
                .withRounding(Rounding.NONE);
        Grid grid = image.grid();
        ImageVolume whole = inPlane.apply(image, IntegerPhantom.A.mask(), 1, Execution.sequential())
                .image();
        for (int z : new int[] {0, 10, 21}) {
            var slice = new io.github.radiomics4j.image.BoundingBox(
                    0, 0, z, grid.size().x(), grid.size().y(), 1);
            Mask all = Mask.of(
                    grid.crop(slice), filled(grid.size().x() * grid.size().y()));
            ImageVolume alone = inPlane.apply(image.crop(slice), all, 1, Execution.sequential())
                    .image();
            var there = new io.github.radiomics4j.image.BoundingBox(
                    0, 0, z, whole.grid().size().x(), whole.grid().size().y(), 1);
            // 1e-7 of intensities below 1000: at the border the sums of the spline are cut at 1e-10.
            assertThat(whole.crop(there).toDoubles()).containsExactly(alone.toDoubles(), within(1e-7));
        }
    }

    private static int[] filled(int n) {
        return IntStream.range(0, n).map(i -> 1).toArray();
    }

    private static Resampled resample(ImageVolume image, Mask mask, int label, double mm) {
        return Resampling.centered(mm, mm, mm).apply(image, mask, label, Execution.sequential());
    }

    private static Resampled resample(ImageVolume image, Mask mask, Resampling resampling) {
        return resampling.apply(image, mask, 3, Execution.sequential());
    }

    private static Mask random(Grid grid, long seed) {
        java.util.Random random = new java.util.Random(seed);
        int[] labels = random.ints(grid.size().voxelCount(), 2, 4).toArray();
        labels[random.nextInt(labels.length)] = 3;
        return Mask.of(grid, labels);
    }

    /** The manual's formula. */
    private static double index(Grid grid, Size size, double spacing, int axis, int k) {
        double step = spacing / grid.spacing().along(axis);
        return 0.5 * (grid.size().along(axis) - 1 - step * (size.along(axis) - 1)) + k * step;
    }

    private interface Values {
        double at(int x, int y, int z);
    }

    /** Beyond the border the outermost voxel repeats. */
    private static double linear(double[] at, Size size, Values values) {
        double sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int[] voxel = new int[3];
            double weight = 1;
            for (int a = 0; a < 3; a++) {
                int neighbor = (int) Math.floor(at[a]) + (corner >> a & 1);
                weight *= 1 - Math.abs(at[a] - neighbor);
                voxel[a] = Math.max(0, Math.min(size.along(a) - 1, neighbor));
            }
            sum += weight * values.at(voxel[0], voxel[1], voxel[2]);
        }
        return sum;
    }
}
