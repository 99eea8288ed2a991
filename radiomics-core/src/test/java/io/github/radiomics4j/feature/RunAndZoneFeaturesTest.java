package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.Glszm;
import io.github.radiomics4j.texture.SizeMatrix;
import io.github.radiomics4j.texture.TexturePhantoms;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Regions whose features are known without computing. */
class RunAndZoneFeaturesTest {
    @Test
    void voxelsThatShareNoLineHaveNoRunFeatures() {
        Region region = region(TexturePhantoms.levels(new Size(3, 2, 1), 1, 0, 0, 0, 0, 1));
        FeatureValues values = new GlrlmFamily().compute(region, List.of(GlrlmFeature.RUN_ENTROPY));
        assertThat(values.value(0)).isNaN();
        assertThat(values.nanReason(0)).contains("no line along any of the 13 directions holds two voxels");
    }

    @Test
    void mergedDirectionsWithoutALineOrAPairHaveNoFeatures() {
        Region region = region(TexturePhantoms.levels(new Size(3, 2, 1), 1, 0, 0, 0, 0, 1));
        for (DirectionMerging merging : DirectionMerging.values()) {
            FeatureValues runs = GlrlmFamily.withDefaults()
                    .withMerging(merging)
                    .compute(region, List.of(GlrlmFeature.RUN_PERCENTAGE));
            assertThat(runs.value(0)).isNaN();
            assertThat(runs.nanReason(0)).contains("no line along any of the 13 directions holds two voxels");
            FeatureValues pairs =
                    GlcmFamily.withDefaults().withMerging(merging).compute(region, List.of(GlcmFeature.CONTRAST));
            assertThat(pairs.value(0)).isNaN();
            assertThat(pairs.nanReason(0)).contains("no voxel of the region has a neighbor in it");
        }
    }

    @Test
    void unweightedRunsAreThoseOfAllDirectionsTogether() {
        GrayLevels levels = TexturePhantoms.digital();
        GlrlmFamily family = GlrlmFamily.withDefaults().withMerging(DirectionMerging.UNWEIGHTED);
        FeatureValues values = family.compute(region(levels), family.features());
        SizeMatrix all = Glrlm.of(levels).merged();
        for (GlrlmFeature feature : GlrlmFeature.values()) {
            assertThat(values.value(feature)).isEqualTo(feature.value(all));
        }
    }

    @Test
    void wantedFeaturesComeInTheOrderAsked() {
        Region region = region(TexturePhantoms.digital());
        List<GlszmFeature> zones = List.of(GlszmFeature.ZONE_VARIANCE, GlszmFeature.ZONE_PERCENTAGE);
        FeatureValues values = new GlszmFamily().compute(region, zones);
        assertThat(values.features()).containsExactlyElementsOf(zones);
        assertThat(values.value(1)).isEqualTo(5 / 74.0);
        assertThat(values.nanReason(1)).isEmpty();
        List<GlrlmFeature> runs = List.of(GlrlmFeature.SHORT_RUN_EMPHASIS, GlrlmFeature.GRAY_LEVEL_VARIANCE);
        FeatureValues all =
                new GlrlmFamily().compute(region, GlrlmFamily.withDefaults().defaultFeatures());
        FeatureValues two = new GlrlmFamily().compute(region, runs);
        for (GlrlmFeature feature : runs) {
            assertThat(two.value(feature)).isEqualTo(all.value(feature));
        }
    }

    @Test
    void oneZoneHasNoSpread() {
        SizeMatrix one =
                Glszm.of(TexturePhantoms.levels(new Size(3, 1, 1), 5, 5, 5)).matrix();
        assertThat(GlszmFeature.ZONE_VARIANCE.value(one)).isZero();
        assertThat(GlszmFeature.GRAY_LEVEL_VARIANCE.value(one)).isZero();
        assertThat(GlszmFeature.ZONE_ENTROPY.value(one)).isEqualTo(0, within(1e-15));
        assertThat(GlszmFeature.LARGE_AREA_HIGH_GRAY_LEVEL_EMPHASIS.value(one)).isEqualTo(9 * 25);
        assertThat(GlszmFeature.SMALL_AREA_LOW_GRAY_LEVEL_EMPHASIS.value(one)).isEqualTo(1 / 225.0);
    }

    @Test
    void sizesBeyondTheTableAreCountedToo() {
        int[] box = new int[3 * 5000];
        Arrays.fill(box, 0, 5000, 1);
        Arrays.fill(box, 5000, 10000, 2);
        Arrays.fill(box, 10000, 15000, 1);
        SizeMatrix zones =
                Glszm.of(TexturePhantoms.levels(new Size(5000, 3, 1), box)).matrix();
        // Three zones of one size: Σⱼ (Σᵢ P)² / n² = 9 / 9; two of level 1: (4 + 1) / 9.
        assertThat(GlszmFeature.SIZE_ZONE_NON_UNIFORMITY_NORMALIZED.value(zones))
                .isEqualTo(1);
        assertThat(GlszmFeature.GRAY_LEVEL_NON_UNIFORMITY_NORMALIZED.value(zones))
                .isEqualTo(5 / 9.0);
    }

    @Test
    void aMatrixWithoutCellsHasNoFeatures() {
        assertThat(GlrlmFeature.RUN_PERCENTAGE.value(SizeMatrix.sum(List.of()))).isNaN();
        assertThat(GlszmFeature.ZONE_PERCENTAGE.value(SizeMatrix.sum(List.of())))
                .isNaN();
    }

    @Test
    void featuresAreFoundByTheirNames() {
        assertThat(new GlrlmFamily().feature("RunEntropy")).isEqualTo(GlrlmFeature.RUN_ENTROPY);
        assertThatThrownBy(() -> GlszmFamily.withDefaults().feature("RunEntropy"))
                .hasMessageContaining("ZoneEntropy");
    }

    private static Region region(GrayLevels levels) {
        RegionOfInterest voxels = levels.region();
        double[] image = new double[Math.toIntExact(voxels.grid().size().voxelCount())];
        int nx = voxels.box().sizeX();
        int ny = voxels.box().sizeY();
        IntStream.range(0, voxels.voxelCount()).forEach(i -> {
            int z = voxels.position(i) / voxels.strideZ() - 1;
            int y = voxels.position(i) % voxels.strideZ() / voxels.strideY() - 1;
            int x = voxels.position(i) % voxels.strideY() - 1;
            image[x + nx * (y + ny * z)] = levels.level(i);
        });
        return Region.of(voxels, ImageVolume.of(voxels.grid(), image), new FixedBinWidth(1));
    }
}
