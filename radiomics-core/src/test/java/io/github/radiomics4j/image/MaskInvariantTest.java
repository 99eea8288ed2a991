package io.github.radiomics4j.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MaskInvariantTest {
    private static final int LARGEST_LABEL = -1; // 2³² − 1, as an int without sign

    @Property(tries = 300)
    void theCensusCountsEachLabel(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        Map<Long, Long> expected = Arrays.stream(voxels.labels())
                .filter(label -> label != 0)
                .mapToObj(Integer::toUnsignedLong)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(voxels.mask().census()).isEqualTo(expected);
    }

    @Property(tries = 300)
    void theBoxOfALabelIsTheSmallest(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        for (int label : new int[] {1, 2, 3, LARGEST_LABEL}) {
            if (voxels.voxels(label).length == 0) {
                assertThat(voxels.mask().boundingBox(label)).isEmpty();
            } else {
                assertThat(voxels.mask().boundingBox(label)).contains(voxels.box(label));
            }
        }
        assertThat(voxels.mask().boundingBox(4)).isEmpty();
    }

    @Property(tries = 200)
    void oneLabelSomeLabelsAndAnyLabelBecome1AndTheRest0(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        Mask mask = voxels.mask();
        assertBinary(mask.label(2), voxels, label -> label == 2);
        assertBinary(mask.labels(Set.of(1, 3)), voxels, label -> label == 1 || label == 3);
        assertBinary(mask.labels(Set.of(0, 1)), voxels, label -> label == 1); // 0 stays background
        assertBinary(mask.labels(Set.of()), voxels, label -> false);
        assertBinary(mask.anyLabel(), voxels, label -> label != 0);
    }

    private static void assertBinary(Mask found, LabelledVoxels voxels, IntPredicate inside) {
        int[] expected = Arrays.stream(voxels.labels())
                .map(label -> inside.test(label) ? 1 : 0)
                .toArray();
        assertThat(labels(found)).isEqualTo(expected);
    }

    @Property(tries = 200)
    void aCropHoldsTheVoxelsOfItsBox(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        BoundingBox box = box(voxels.size(), new Random(seed));
        Mask crop = voxels.mask().crop(box);
        assertThat(crop.grid()).isEqualTo(voxels.mask().grid().crop(box));
        for (int z = 0; z < box.sizeZ(); z++) {
            for (int y = 0; y < box.sizeY(); y++) {
                for (int x = 0; x < box.sizeX(); x++) {
                    assertThat(crop.labelAt(x, y, z))
                            .isEqualTo(Integer.toUnsignedLong(voxels.at(box.x() + x, box.y() + y, box.z() + z)));
                }
            }
        }
    }

    @Property(tries = 200)
    void labelsDoNotDependOnHowTheyAreStored(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        Grid grid = voxels.mask().grid();
        int[] small = Arrays.stream(voxels.labels())
                .map(label -> label == LARGEST_LABEL ? 200 : label)
                .toArray();
        byte[] bytes = new byte[small.length];
        double[] fractions = new double[small.length];
        for (int i = 0; i < small.length; i++) {
            bytes[i] = (byte) small[i];
            fractions[i] = small[i] + 0.9;
        }
        Mask expected = Mask.of(grid, small);
        for (Mask mask : new Mask[] {
            Mask.of(grid, bytes),
            Mask.wrap(grid, bytes),
            Mask.of(ImageVolume.of(grid, fractions)),
            Mask.of(ImageVolume.wrap(grid, PixelType.UINT8, bytes))
        }) {
            assertThat(labels(mask)).isEqualTo(small);
            assertThat(mask.sha1()).isEqualTo(expected.sha1());
            assertThat(mask.census()).isEqualTo(expected.census());
        }
    }

    static int[] labels(Mask mask) {
        int[] out = new int[Math.toIntExact(mask.grid().size().voxelCount())];
        mask.copyTo(0, out, 0, out.length);
        return out;
    }

    static BoundingBox box(Size size, Random random) {
        int x = random.nextInt(size.x());
        int y = random.nextInt(size.y());
        int z = random.nextInt(size.z());
        return new BoundingBox(
                x,
                y,
                z,
                1 + random.nextInt(size.x() - x),
                1 + random.nextInt(size.y() - y),
                1 + random.nextInt(size.z() - z));
    }
}
