package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.image.VoxelSet;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.texture.Aggregation;
import io.github.radiomics4j.texture.Aggregation.Dimension;
import io.github.radiomics4j.texture.NeighborTexture;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.Offset;
import io.github.radiomics4j.texture.TextureMatrix;
import io.github.radiomics4j.texture.TexturePhantoms;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, options, what is NaN and why, and values that are known without a computer. */
class TextureFamilyTest {
    private static final Grid GRID = Grid.of(new Size(5, 4, 3), new Spacing(0.8, 1.25, 2.5));

    @Test
    void aFeatureKnowsItsColumnAndItsTag() {
        Feature contrast = GlcmFeature.CONTRAST.in(Aggregation.AVERAGED_2_5D);
        assertThat(FeatureName.of("original", contrast)).hasToString("original_glcm-2.5D-avg_Contrast");
        assertThat(contrast.ibsiTag()).isEqualTo("cm_contrast_2_5D_avg");
        assertThat(contrast.ibsiCode()).isEqualTo("ACUI");
        assertThat(GlcmFeature.CONTRAST.ibsiTag()).isEqualTo("cm_contrast");
        Feature zones = GlszmFeature.ZONE_ENTROPY.in(Aggregation.MERGED_2D);
        assertThat(FeatureName.of("original", zones)).hasToString("original_glszm-2D_ZoneEntropy");
        assertThat(zones.ibsiTag()).isEqualTo("szm_zs_entr_2D");
        assertThat(GlcmFeature.MCC.in(Aggregation.MERGED_3D).ibsiTag()).isEmpty();
        assertThat(FirstOrderFeature.ENERGY.ibsiTag()).isEmpty();
    }

    @Test
    void whatEqualsAnotherFeatureIsOnRequestInPyRadiomicsFamilyAndListedInIbsis() {
        assertThat(GlcmFamily.withDefaults().defaultFeatures().stream().map(Feature::featureName))
                .hasSize(24)
                .doesNotContain("Dissimilarity", "SumVariance");
        TextureFamily family = TextureFamily.of(TextureMatrix.GLCM, Aggregation.MERGED_3D);
        assertThat(family.features()).hasSize(26);
        assertThat(family.defaultFeatures().stream().map(Feature::featureName))
                .hasSize(25)
                .contains("Dissimilarity", "SumVariance")
                .doesNotContain("MCC");
    }

    @Test
    void matricesWithoutDirectionsAreAggregatedInThreeWays() {
        assertThat(TextureMatrix.GLDZM.aggregations())
                .containsExactly(Aggregation.MERGED_2D, Aggregation.MERGED_2_5D, Aggregation.MERGED_3D);
        assertThat(TextureMatrix.GLRLM.aggregations()).containsExactly(Aggregation.values());
        assertThatThrownBy(() -> NgtdmFeature.BUSYNESS.in(Aggregation.AVERAGED_3D))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NGTDM has no directions to average over: it can be aggregated as "
                        + "[MERGED_2D, MERGED_2_5D, MERGED_3D], found AVERAGED_3D");
        assertThatThrownBy(() -> TextureFamily.of(TextureMatrix.GLSZM, Aggregation.AVERAGED_2D))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TextureFamily.allOf(Aggregation.AVERAGED_2D).stream().map(TextureFamily::name))
                .containsExactly("glcm-2D-avg", "glrlm-2D-avg", "glszm-2D", "gldzm-2D", "ngtdm-2D", "ngldm-2D");
    }

    @Test
    void featuresOfAnotherAggregationAreRefused() {
        TextureFamily family = TextureFamily.of(TextureMatrix.GLCM, Aggregation.MERGED_3D);
        Feature other = GlcmFeature.CONTRAST.in(Aggregation.MERGED_2D);
        assertThatThrownBy(() -> family.compute(digitalPhantom(), List.of(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("glcm-3D-comb")
                .hasMessageContaining("glcm-2D-comb");
        assertThatThrownBy(() -> family.compute(digitalPhantom(), List.of(GlcmFeature.CONTRAST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optionsFitTheMatrix() {
        TextureFamily zones = TextureFamily.of(TextureMatrix.GLSZM, Aggregation.MERGED_3D);
        assertThatThrownBy(() -> zones.withDistance(2))
                .hasMessageContaining("be 1 for runs and zones, found 2 for GLSZM");
        assertThatThrownBy(() -> zones.withCoarseness(1))
                .hasMessageContaining("0 for all but NGLDM, found 1 for GLSZM");
        TextureFamily dependences = TextureFamily.of(TextureMatrix.NGLDM, Aggregation.MERGED_2D);
        assertThatThrownBy(() -> dependences.withDistance(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dependences.withDistance(21)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dependences.withCoarseness(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(dependences.withCoarseness(1).neighborTextures()).isEmpty();
    }

    @Test
    void aDistanceLengthensDirectionsAndWidensNeighborhoods() {
        TextureFamily pairs =
                TextureFamily.of(TextureMatrix.GLCM, Aggregation.MERGED_3D).withDistance(2);
        assertThat(pairs.neighborhood().directions())
                .hasSize(13)
                .contains(new Offset(2, 2, 2), new Offset(2, 0, 0))
                .doesNotContain(new Offset(2, 1, 0));
        assertThat(TextureFamily.of(TextureMatrix.NGTDM, Aggregation.MERGED_3D)
                        .withDistance(2)
                        .neighborhood())
                .isEqualTo(Neighborhood.of(1, 2));
        assertThat(TextureFamily.of(TextureMatrix.NGLDM, Aggregation.MERGED_2_5D)
                        .withDistance(2)
                        .neighborhood()
                        .directions())
                .hasSize(12);
        // 1 . 3 . 1: two pairs of voxels two apart, none side by side.
        Region row = region(new Size(5, 1, 1), 1, 0, 3, 0, 1);
        assertThat(value(row, pairs, GlcmFeature.CONTRAST)).isEqualTo(4);
        assertThat(value(row, pairs.withDistance(1), GlcmFeature.CONTRAST)).isNaN();
    }

    @Test
    void slicesAreCountedOnceForAllTheirFamilies() {
        Region region = digitalPhantom()
                .expecting(List.of(
                        TextureFamily.of(TextureMatrix.GLCM, Aggregation.AVERAGED_2D),
                        TextureFamily.of(TextureMatrix.NGTDM, Aggregation.MERGED_2D)));
        Neighborhood plane = Neighborhood.adjacent().inPlanesAcross(2);
        TextureParts parts = region.textureParts();
        assertThat(parts.slices()).hasSize(4);
        assertThat(region.countsBySlice(plane, NeighborTexture.GLCM))
                .isSameAs(region.countsBySlice(plane, NeighborTexture.NGTDM));
        assertThat(region.countsBySlice(plane, NeighborTexture.GLCM).get(0).counted())
                .containsExactlyInAnyOrder(NeighborTexture.GLCM, NeighborTexture.NGTDM);
        for (Dimension dimension : Dimension.values()) {
            assertThat(parts.runs(dimension)).isSameAs(parts.runs(dimension));
            assertThat(parts.zones(dimension)).isSameAs(parts.zones(dimension));
            assertThat(parts.distanceZones(dimension)).isSameAs(parts.distanceZones(dimension));
        }
    }

    /** In the plane z = 0 the levels are 1 2, in z = 1 they are 1 1: contrasts 1 and 0. */
    @Test
    void slicesAreAveragedMergedOrConnected() {
        Region region = region(new Size(2, 1, 2), 1, 2, 1, 1);
        assertThat(value(region, GlcmFeature.CONTRAST, Aggregation.AVERAGED_2D)).isEqualTo(0.5);
        assertThat(value(region, GlcmFeature.CONTRAST, Aggregation.MERGED_2D)).isEqualTo(0.5);
        assertThat(value(region, GlcmFeature.CONTRAST, Aggregation.AVERAGED_2_5D))
                .isEqualTo(0.5);
        assertThat(value(region, GlcmFeature.CONTRAST, Aggregation.MERGED_2_5D)).isEqualTo(0.5);
        // Along x: 0 and 1; along z: 0 and 1; two diagonals: 1 and 0. Six pairs, of which three differ.
        assertThat(value(region, GlcmFeature.CONTRAST, Aggregation.MERGED_3D)).isEqualTo(0.5);
        assertThat(value(region, GlcmFeature.CONTRAST, Aggregation.AVERAGED_3D)).isEqualTo(0.5);
        // Zones of the slices: 1, 2 and 11; of the volume: 111 and 2.
        assertThat(value(region, GlszmFeature.ZONE_PERCENTAGE, Aggregation.MERGED_2D))
                .isEqualTo(0.75);
        assertThat(value(region, GlszmFeature.ZONE_PERCENTAGE, Aggregation.MERGED_2_5D))
                .isEqualTo(0.75);
        assertThat(value(region, GlszmFeature.ZONE_PERCENTAGE, Aggregation.MERGED_3D))
                .isEqualTo(0.5);
        assertThat(value(region, GlszmFeature.GRAY_LEVEL_NON_UNIFORMITY, Aggregation.MERGED_2D))
                .isEqualTo(1);
        assertThat(value(region, GlszmFeature.GRAY_LEVEL_NON_UNIFORMITY, Aggregation.MERGED_2_5D))
                .isEqualTo(5.0 / 3);
    }

    @Test
    void runPercentageOfMergedDirectionsCountsAVoxelForEachDirection() {
        Region region = region(new Size(3, 1, 1), 1, 2, 3);
        assertThat(value(region, GlrlmFeature.RUN_PERCENTAGE, Aggregation.MERGED_3D))
                .isEqualTo(1);
        Region flat = region(new Size(3, 1, 1), 1, 1, 1);
        // One run along x and three along each of twelve other directions, which PyRadiomics leaves out.
        assertThat(value(flat, GlrlmFeature.RUN_PERCENTAGE, Aggregation.MERGED_3D))
                .isEqualTo(37.0 / 39);
    }

    @Test
    void distancesAreThoseOfTheMorphologicalMask() {
        Grid grid = Grid.of(new Size(5, 5, 5), Spacing.isotropic(1));
        VoxelSet inner = (x, y, z) -> x == 2 && y == 2 && (z == 1 || z == 2);
        VoxelSet all = (x, y, z) -> true;
        ImageVolume image = ImageVolume.of(grid, new short[125]);
        Region region = Region.of(
                RegionOfInterest.of(inner.on(grid), 1),
                RegionOfInterest.of(all.on(grid), 1),
                image,
                new FixedBinWidth(1));
        // The zone's nearest voxel is (2, 2, 1), two steps from the border; in slices both are three steps away.
        assertThat(value(region, GldzmFeature.LARGE_DISTANCE_EMPHASIS, Aggregation.MERGED_3D))
                .isEqualTo(4);
        assertThat(value(region, GldzmFeature.LARGE_DISTANCE_EMPHASIS, Aggregation.MERGED_2D))
                .isEqualTo(9);
        assertThat(value(region, GldzmFeature.ZONE_PERCENTAGE, Aggregation.MERGED_3D))
                .isEqualTo(0.5);
        Region alone = Region.of(RegionOfInterest.of(inner.on(grid), 1), image, new FixedBinWidth(1));
        assertThat(value(alone, GldzmFeature.LARGE_DISTANCE_EMPHASIS, Aggregation.MERGED_3D))
                .isEqualTo(1);
    }

    @Test
    void independentLevelsHaveNoInformationInCommonWhateverTheRounding() {
        // Columns of two voxels that do not touch, each of these levels above each: rounding makes the first of them
        // NaN
        // where PyRadiomics' sums are taken as they are.
        for (String tops : List.of("1112222222", "1223333333", "1233333334")) {
            int n = tops.length();
            int side = 2 * n;
            int[] levels = new int[2 * side * side];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    levels[2 * i + side * (2 * j)] = tops.charAt(i) - '0';
                    levels[2 * i + side * (2 * j) + side * side] = tops.charAt(j) - '0';
                }
            }
            Region region = region(new Size(side, side, 2), levels);
            // The root of a rounding error of 1e-15.
            assertThat(value(region, GlcmFeature.IMC2, Aggregation.AVERAGED_3D)).isBetween(0.0, 1e-6);
        }
    }

    private enum Shape {
        ONE_VOXEL((x, y, z) -> x == 2 && y == 2 && z == 1),
        LINE_ALONG_X((x, y, z) -> y == 2 && z == 1),
        LINE_ALONG_Z((x, y, z) -> x == 2 && y == 2),
        TWO_AT_A_CORNER((x, y, z) -> x == y && y == z && x < 2),
        SLICE((x, y, z) -> z == 1),
        ISOLATED((x, y, z) -> x % 2 == 0 && y % 2 == 0 && z % 2 == 0),
        TWO_SLICES_APART((x, y, z) -> z != 1),
        SHELL((x, y, z) -> x == 0 || y == 0 || z == 0 || x == 4 || y == 3 || z == 2),
        EVERYTHING((x, y, z) -> true);

        private final VoxelSet voxels;

        Shape(VoxelSet voxels) {
            this.voxels = voxels;
        }
    }

    @ParameterizedTest
    @EnumSource
    void degenerateRegionsHaveFiniteValuesOrAReason(Shape shape) {
        Mask mask = shape.voxels.on(GRID);
        int voxels = Math.toIntExact(GRID.size().voxelCount());
        double[] noise = new double[voxels];
        Arrays.setAll(noise, i -> i * 7 % 5);
        for (double[] intensities : List.of(noise, new double[voxels])) {
            Region region =
                    Region.of(RegionOfInterest.of(mask, 1), ImageVolume.of(GRID, intensities), new FixedBinWidth(1));
            TextureFamilyContractTest.families().forEach(family -> {
                FeatureValues values = family.compute(region, family.features());
                for (int i = 0; i < values.features().size(); i++) {
                    assertThat(values.value(i)).isNotInfinite();
                    assertThat(values.nanReason(i).isPresent()).isEqualTo(Double.isNaN(values.value(i)));
                    assertThat(values.nanReason(i).orElse("no voxel of the region has a neighbor in its slice"))
                            .startsWith("no voxel of the region has a neighbor in it");
                }
            });
        }
    }

    private static double value(Region region, TextureFeature feature, Aggregation aggregation) {
        return value(region, TextureFamily.of(feature.matrix(), aggregation), feature);
    }

    private static double value(Region region, TextureFamily family, TextureFeature feature) {
        return family.compute(region, List.of(feature.in(family.aggregation()))).value(0);
    }

    private static Region digitalPhantom() {
        return Region.of(TexturePhantoms.digital().region(), TexturePhantoms.digitalImage(), new FixedBinWidth(1));
    }

    /** Returns a box of levels, of which 0 is outside and 1 occurs. */
    private static Region region(Size size, int... levels) {
        short[] values = new short[levels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) levels[i];
        }
        RegionOfInterest voxels = TexturePhantoms.levels(size, levels).region();
        return Region.of(voxels, ImageVolume.of(voxels.grid(), values), new FixedBinWidth(1));
    }
}
