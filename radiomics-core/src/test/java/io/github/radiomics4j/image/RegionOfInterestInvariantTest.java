package io.github.radiomics4j.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RegionOfInterestInvariantTest {

    @Property(tries = 300)
    void positionsAreThoseOfTheLabelsVoxelsInABoxWithABorder(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        RegionOfInterest region = RegionOfInterest.of(voxels.mask(), 1);
        BoundingBox box = voxels.box(1);
        assertThat(region.box()).isEqualTo(box);
        assertThat(region.borderedLength()).isEqualTo((box.sizeX() + 2) * (box.sizeY() + 2) * (box.sizeZ() + 2));
        int[] expected = Arrays.stream(voxels.voxels(1))
                .map(i -> (voxels.x(i) - box.x() + 1)
                        + (box.sizeX() + 2)
                                * ((voxels.y(i) - box.y() + 1) + (box.sizeY() + 2) * (voxels.z(i) - box.z() + 1)))
                .toArray();
        assertThat(region.positions()).isEqualTo(expected);
        int[] copied = new int[region.voxelCount()];
        region.copyPositions(copied);
        assertThat(copied).isEqualTo(expected);
    }

    @Property(tries = 300)
    void intensitiesAreThoseOfTheLabelsVoxelsInRasterOrder(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        double[] intensities = new Random(seed).doubles(voxels.labels().length).toArray();
        ImageVolume image = ImageVolume.of(voxels.mask().grid(), intensities);
        double[] expected =
                Arrays.stream(voxels.voxels(1)).mapToDouble(i -> intensities[i]).toArray();
        assertThat(RegionOfInterest.of(voxels.mask(), 1).intensities(image)).isEqualTo(expected);
        // In a box that is larger than it need be, the whole mask:
        RegionOfInterest loose =
                RegionOfInterest.of(voxels.mask(), 1, voxels.mask().grid().box());
        assertThat(loose.intensities(image)).isEqualTo(expected);
    }

    @Property(tries = 200)
    void aBoxThatCutsTheLabelLeavesTheVoxelsInIt(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        BoundingBox box = voxels.box(1);
        BoundingBox half =
                new BoundingBox(box.x(), box.y(), box.z(), Math.max(1, box.sizeX() / 2), box.sizeY(), box.sizeZ());
        int[] inside = Arrays.stream(voxels.voxels(1))
                .filter(i -> voxels.x(i) < half.x() + half.sizeX())
                .toArray();
        double[] numbers = new double[voxels.labels().length];
        Arrays.setAll(numbers, i -> i);
        ImageVolume image = ImageVolume.of(voxels.mask().grid(), numbers);
        if (inside.length > 0) {
            assertThat(RegionOfInterest.of(voxels.mask(), 1, half).intensities(image))
                    .isEqualTo(Arrays.stream(inside).asDoubleStream().toArray());
        }
    }

    @Property(tries = 300)
    void componentsAreThoseOfAFloodFillInRasterOrder(@ForAll long seed) {
        LabelledVoxels voxels = LabelledVoxels.random(seed);
        RegionOfInterest region = RegionOfInterest.of(voxels.mask(), 1);
        ConnectedComponents components = ConnectedComponents.of(region);
        int[] expected = voxels.components(1);
        int[] found = new int[region.voxelCount()];
        Arrays.setAll(found, components::componentOf);
        assertThat(found).isEqualTo(expected);
        assertThat(components.count()).isEqualTo(Arrays.stream(expected).max().orElseThrow());
    }
}
