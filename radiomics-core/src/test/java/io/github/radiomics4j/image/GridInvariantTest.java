package io.github.radiomics4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GridInvariantTest {

    @Property(tries = 300)
    void anIndexComesBackFromItsPlaceUnderAnyDirection(@ForAll long seed) {
        Random random = new Random(seed);
        Grid grid = oblique(random);
        double[] index = random.doubles(3, -50, 200).toArray();
        Point back = grid.toIndex(grid.toPhysical(index[0], index[1], index[2]));
        // Places within a few hundred mm, spacings from 0.3 mm: 1e-13 mm of rounding is 1e-12 of a voxel, some of it
        // lost
        // in the determinants of a skewed direction.
        for (int a = 0; a < 3; a++) {
            assertThat(back.along(a)).isCloseTo(index[a], within(1e-10));
        }
    }

    @Property(tries = 300)
    void theCenterIsTheOriginAndOneSpacingAlongEachColumnOfTheDirection(@ForAll long seed) {
        Grid grid = oblique(new Random(seed));
        assertThat(grid.toPhysical(0, 0, 0)).isEqualTo(grid.origin());
        for (int a = 0; a < 3; a++) {
            Point next = grid.toPhysical(a == 0 ? 1 : 0, a == 1 ? 1 : 0, a == 2 ? 1 : 0);
            for (int row = 0; row < 3; row++) {
                double expected = grid.origin().along(row)
                        + grid.direction().get(row, a) * grid.spacing().along(a);
                assertThat(next.along(row)).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Property(tries = 300)
    void aVoxelOfACropLiesWhereItLayInTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        Grid grid = oblique(random);
        BoundingBox box = new BoundingBox(random.nextInt(5), random.nextInt(5), random.nextInt(5), 3, 2, 4);
        Grid crop = grid.crop(box);
        assertThat(crop.size()).isEqualTo(box.size());
        assertThat(crop.box()).isEqualTo(new BoundingBox(0, 0, 0, 3, 2, 4));
        Point inCrop = crop.toPhysical(2, 1, 3);
        Point inWhole = grid.toPhysical(box.x() + 2, box.y() + 1, box.z() + 3);
        for (int a = 0; a < 3; a++) {
            assertThat(inCrop.along(a)).isCloseTo(inWhole.along(a), within(1e-12));
        }
    }

    @Property(tries = 300)
    void aGridDiffersFromItselfInNothing(@ForAll long seed) {
        Grid grid = oblique(new Random(seed));
        assertThat(grid.differences(grid, 1e-15)).isEmpty();
    }

    /** A grid turned by any angle about any axis, mirrored or not. */
    private static Grid oblique(Random random) {
        double[] q = random.doubles(4, -1, 1).toArray();
        double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        double w = q[0] / norm;
        double x = q[1] / norm;
        double y = q[2] / norm;
        double z = q[3] / norm;
        int flip = random.nextBoolean() ? -1 : 1;
        Direction direction = new Direction(
                flip * (1 - 2 * (y * y + z * z)),
                2 * (x * y - z * w),
                2 * (x * z + y * w),
                flip * 2 * (x * y + z * w),
                1 - 2 * (x * x + z * z),
                2 * (y * z - x * w),
                flip * 2 * (x * z - y * w),
                2 * (y * z + x * w),
                1 - 2 * (x * x + y * y));
        return new Grid(
                new Size(20, 20, 20),
                new Spacing(0.3 + random.nextDouble(), 0.3 + 3 * random.nextDouble(), 0.3 + 5 * random.nextDouble()),
                new Point(
                        random.nextDouble() * 400 - 200,
                        random.nextDouble() * 400 - 200,
                        random.nextDouble() * 400 - 200),
                direction);
    }
}
