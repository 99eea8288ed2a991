package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.texture.NeighborTexture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What regions count, what is NaN and why, and values that are known without a computer. */
class NeighborFamiliesTest {
    @Test
    void theTexturesOfOneRegionAreCountedOnce() {
        Region region = row(1, 2, 3);
        assertThat(region.glcm(true)).isSameAs(region.glcm(true));
        assertThat(region.gldm()).isSameAs(region.gldm());
        Region expecting = row(1, 2, 3).expecting(List.of(GlcmFamily.withDefaults(), NgtdmFamily.withDefaults()));
        assertThat(expecting.ngtdm()).isSameAs(expecting.ngtdm());
        assertThat(expecting.gldm().levelCount()).isEqualTo(3);
        assertThat(expecting.glcm(false).isSymmetric()).isFalse();
        assertThat(expecting.glcm(true).isSymmetric()).isTrue();
    }

    @Test
    void familiesSayWhatTheyNeed() {
        assertThat(GlcmFamily.withDefaults().neighborTextures()).containsExactly(NeighborTexture.GLCM);
        assertThat(GlcmFamily.withDefaults().withSymmetric(false).neighborTextures())
                .containsExactly(NeighborTexture.DIRECTED_GLCM);
        assertThat(GldmFamily.withDefaults().neighborTextures()).containsExactly(NeighborTexture.GLDM);
        assertThat(NgtdmFamily.withDefaults().neighborTextures()).containsExactly(NeighborTexture.NGTDM);
    }

    @Test
    void twoVoxelsApartHaveNoPairsAndSaySo() {
        FeatureValues values = GlcmFamily.withDefaults()
                .compute(row(3, 0, 5), GlcmFamily.withDefaults().features());
        for (int f = 0; f < 24; f++) {
            assertThat(values.value(f)).isNaN();
            assertThat(values.nanReason(f)).contains("no voxel of the region has a neighbor in it");
        }
    }

    @Test
    void voxelsWithoutNeighborsAreCountedOrLeftOut() {
        Region region = row(3, 0, 5);
        FeatureValues counted = NgtdmFamily.withDefaults().compute(region, List.of(NgtdmFeature.COARSENESS));
        assertThat(counted.value(0)).isEqualTo(1e6);
        FeatureValues leftOut = new NgtdmFamily(NgtdmFamily.VoxelsWithoutNeighbors.LEFT_OUT)
                .compute(region, List.of(NgtdmFeature.COARSENESS));
        assertThat(leftOut.value(0)).isNaN();
        assertThat(leftOut.nanReason(0)).contains("no voxel of the region has a neighbor in it");
    }

    @Test
    void contrastOfAConstantRegionIsZero() {
        FeatureValues values = GlcmFamily.withDefaults()
                .compute(
                        row(7, 7, 7),
                        List.of(GlcmFeature.CONTRAST, GlcmFeature.CORRELATION, GlcmFeature.MCC, GlcmFeature.IMC2));
        assertThat(values.value(0)).isZero();
        assertThat(values.value(1)).isEqualTo(1);
        assertThat(values.value(2)).isEqualTo(1);
        assertThat(values.value(3)).isZero();
    }

    @Test
    void levelsThatAlternateAreAntiCorrelated() {
        FeatureValues values = GlcmFamily.withDefaults()
                .compute(row(1, 2, 1, 2, 1), List.of(GlcmFeature.CORRELATION, GlcmFeature.MCC, GlcmFeature.CONTRAST));
        assertThat(values.value(0)).isEqualTo(-1, within(1e-14));
        assertThat(values.value(1)).isEqualTo(1, within(1e-14));
        assertThat(values.value(2)).isEqualTo(1);
    }

    @Test
    void veryManyLevelsTakeTheOtherPathToTheSameNumbers() {
        int[] few = new int[60];
        int[] many = new int[60];
        for (int v = 0; v < few.length; v++) {
            few[v] = 1 + v * v * 7 % 19;
            many[v] = 1 + 60000 * (v * v * 7 % 19);
        }
        GlcmFamily family = GlcmFamily.withDefaults();
        // Do not depend on the numbers of the levels, or on their scale in a known way.
        List<GlcmFeature> same = List.of(
                GlcmFeature.JOINT_ENERGY,
                GlcmFeature.JOINT_ENTROPY,
                GlcmFeature.MCC,
                GlcmFeature.IMC1,
                GlcmFeature.IMC2,
                GlcmFeature.CORRELATION,
                GlcmFeature.DIFFERENCE_ENTROPY,
                GlcmFeature.SUM_ENTROPY,
                GlcmFeature.MAXIMUM_PROBABILITY);
        for (boolean symmetric : new boolean[] {true, false}) {
            FeatureValues a = family.withSymmetric(symmetric).compute(row(few), same);
            FeatureValues b = family.withSymmetric(symmetric).compute(row(many), same);
            for (GlcmFeature feature : same) {
                assertThat(b.value(feature)).as(feature.featureName()).isEqualTo(a.value(feature), within(1e-12));
            }
        }
        double contrast =
                family.compute(row(few), List.of(GlcmFeature.CONTRAST)).value(0);
        assertThat(family.compute(row(many), List.of(GlcmFeature.CONTRAST)).value(0))
                .isEqualTo(3.6e9 * contrast, within(1e-3));
    }

    /** A region of one row, 0 outside. */
    private static Region row(int... levels) {
        Grid grid =
                new Grid(new Size(levels.length, 1, 1), new Spacing(1, 1, 1), new Point(0, 0, 0), Direction.IDENTITY);
        boolean[] inside = new boolean[levels.length];
        for (int x = 0; x < levels.length; x++) {
            inside[x] = levels[x] > 0;
        }
        double[] image = Arrays.stream(levels).asDoubleStream().toArray();
        return Region.of(
                RegionOfInterest.of(Mask.of(grid, inside), 1), ImageVolume.of(grid, image), new FixedBinWidth(1));
    }
}
