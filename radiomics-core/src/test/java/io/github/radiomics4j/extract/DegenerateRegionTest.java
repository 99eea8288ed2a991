package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.image.VoxelSet;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Regions at the edge of what is defined: every default feature is a finite number or NaN with a reason. */
class DegenerateRegionTest {
    private static final Grid GRID = Grid.of(new Size(9, 8, 7), new Spacing(0.8, 1.25, 2.5));

    private static final ExtractionSettings ANY_DIMENSIONS = ExtractionSettings.pyradiomics()
            .withMaskCheck(MaskCheck.withDefaults().withMinimumRoiDimensions(1));

    private static final ExtractionSettings FILTERED =
            ANY_DIMENSIONS.withFilters(new Original(), LaplacianOfGaussian.of(1, 2), Wavelet.withDefaults());

    private enum Region {
        TWO_NEIGHBORS((x, y, z) -> (x == 3 || x == 4) && y == 3 && z == 3),
        TWO_AT_A_CORNER((x, y, z) -> x == y && y == z && (x == 3 || x == 4)),
        TWO_FAR_APART((x, y, z) -> x == 0 && y == 0 && z == 0 || x == 8 && y == 7 && z == 6),
        TWO_ON_A_LINE_APART((x, y, z) -> x == 2 && y == 3 && (z == 0 || z == 6)),
        LINE_ALONG_X((x, y, z) -> y == 3 && z == 3),
        LINE_ALONG_Y((x, y, z) -> x == 3 && z == 3),
        LINE_ALONG_Z((x, y, z) -> x == 3 && y == 3),
        DIAGONAL((x, y, z) -> x == y && y == z),
        SLICE_ACROSS_X((x, y, z) -> x == 4),
        SLICE_ACROSS_Y((x, y, z) -> y == 0),
        SLICE_ACROSS_Z((x, y, z) -> z == 6),
        ISOLATED((x, y, z) -> x % 2 == 0 && y % 2 == 0 && z % 2 == 0),
        CHECKERBOARD((x, y, z) -> (x + y + z) % 2 == 0),
        SHELL((x, y, z) -> x == 0 || y == 0 || z == 0 || x == 8 || y == 7 || z == 6),
        EVERYTHING((x, y, z) -> true);

        private final VoxelSet voxels;

        Region(VoxelSet voxels) {
            this.voxels = voxels;
        }

        Mask mask() {
            return voxels.on(GRID);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofNoise(Region region) {
        assertDefinedOrExplained(extract(FILTERED, noise(), region));
        assertDefinedOrExplained(extract(FILTERED.withDiscretization(new FixedBinCount(8)), noise(), region));
        assertDefinedOrExplained(
                extract(FILTERED.withNormalization(Normalization.withDefaults().withScale(100)), noise(), region));
    }

    @ParameterizedTest
    @EnumSource
    void ofNoiseResampled(Region region) {
        // Two thin ones may lose their voxels between those of a coarser grid; a finer one keeps all.
        assertDefinedOrExplained(extract(FILTERED.withResampling(Resampling.to(0.6, 0.6, 0.6)), noise(), region));
    }

    @ParameterizedTest
    @EnumSource
    void ofOneValue(Region region) {
        for (double value : new double[] {0, -1, 25, 0.1, 1e6, 1e-300}) {
            double[] voxels = new double[Math.toIntExact(GRID.size().voxelCount())];
            Arrays.fill(voxels, value);
            ImageVolume flat = ImageVolume.of(GRID, voxels);
            assertDefinedOrExplained(extract(ANY_DIMENSIONS, flat, region));
            assertDefinedOrExplained(extract(ANY_DIMENSIONS.withDiscretization(new FixedBinCount(8)), flat, region));
        }
        assertDefinedOrExplained(extract(FILTERED, ImageVolume.of(GRID, new short[9 * 8 * 7]), region));
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoValuesFarApart(Region region) {
        double[] voxels = new double[Math.toIntExact(GRID.size().voxelCount())];
        Arrays.setAll(voxels, i -> i % 2 == 0 ? -1e5 : 1e5);
        assertDefinedOrExplained(extract(ANY_DIMENSIONS, ImageVolume.of(GRID, voxels), region));
    }

    private static ImageVolume noise() {
        return IntegerPhantom.image(GRID, 3);
    }

    private static FeatureVector extract(ExtractionSettings settings, ImageVolume image, Region region) {
        return RadiomicsExtractor.of(settings).extract(image, region.mask());
    }

    private static void assertDefinedOrExplained(FeatureVector features) {
        Map<FeatureName, Double> infinite = features.names().stream()
                .filter(name -> Double.isInfinite(features.value(name)))
                .collect(Collectors.toMap(Function.identity(), features::value));
        assertThat(infinite).isEmpty();
        List<FeatureName> undefined = features.names().stream()
                .filter(name -> Double.isNaN(features.value(name)))
                .toList();
        assertThat(features.nanReasons().keySet()).containsExactlyElementsOf(undefined);
        assertThat(features.nanReasons().values())
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(features.size()).isGreaterThanOrEqualTo(107);
    }
}
