package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.Bins;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedNumber;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedSize;
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
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import io.github.radiomics4j.texture.Aggregation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Regions at the edge of what is defined: every default feature is a finite number or NaN with a reason. */
class DegenerateRegionTest {
    private static final Grid GRID = Grid.of(new Size(9, 8, 7), new Spacing(0.8, 1.25, 2.5));

    private static final ExtractionSettings ANY_DIMENSIONS = ExtractionSettings.pyradiomics()
            .withMaskCheck(MaskCheck.withDefaults().withMinimumRoiDimensions(1));

    private static final ExtractionSettings FILTERED =
            ANY_DIMENSIONS.withFilters(new Original(), LaplacianOfGaussian.of(1, 2), Wavelet.withDefaults());

    /** All ways of aggregation, and the three kinds of intensity-volume histogram. */
    private static final List<ExtractionSettings> IBSI = List.of(
            IbsiConfiguration.DIGITAL_PHANTOM.settings(),
            volumeHistogram(new FixedSize(2.5, Optional.empty())),
            volumeHistogram(new FixedNumber(1000))
                    .withResegmentation(Resegmentation.range(-1000, 1000).withOutliers(3)));

    private static ExtractionSettings volumeHistogram(Bins bins) {
        return ExtractionSettings.ibsi()
                .withFamilies(IbsiFamilies.in(Aggregation.MERGED_3D).stream()
                        .map(family -> family instanceof IntensityVolumeHistogramFamily histogram
                                ? histogram.withBins(bins)
                                : family)
                        .toArray(FeatureFamily[]::new));
    }

    private enum Region {
        ONE((x, y, z) -> x == 3 && y == 3 && z == 3),
        ONE_AT_THE_BORDER((x, y, z) -> x == 8 && y == 0 && z == 6),
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
    @EnumSource(mode = Mode.MATCH_NONE, names = "ONE.*")
    void ofNoise(Region region) {
        assertDefinedOrExplained(extract(FILTERED, noise(), region));
        assertDefinedOrExplained(extract(FILTERED.withDiscretization(new FixedBinCount(8)), noise(), region));
        assertDefinedOrExplained(
                extract(FILTERED.withNormalization(Normalization.withDefaults().withScale(100)), noise(), region));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "ONE.*")
    void ofNoiseResampled(Region region) {
        // Two thin ones may lose their voxels between those of a coarser grid; a finer one keeps all.
        assertDefinedOrExplained(extract(FILTERED.withResampling(Resampling.to(0.6, 0.6, 0.6)), noise(), region));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "ONE.*")
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
    @EnumSource(mode = Mode.MATCH_NONE, names = "ONE.*")
    void ofTwoValuesFarApart(Region region) {
        double[] voxels = new double[Math.toIntExact(GRID.size().voxelCount())];
        Arrays.setAll(voxels, i -> i % 2 == 0 ? -1e5 : 1e5);
        assertDefinedOrExplained(extract(ANY_DIMENSIONS, ImageVolume.of(GRID, voxels), region));
    }

    @ParameterizedTest
    @EnumSource
    void ofIbsi(Region region) {
        for (ExtractionSettings settings : IBSI) {
            assertDefinedOrExplained(extract(settings, noise(), region));
            assertDefinedOrExplained(extract(settings, flat(7), region));
            assertDefinedOrExplained(extract(settings, flat(0), region));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofIbsiResampled(Region region) {
        // A finer grid keeps all voxels but those that touch nothing along two axes.
        ExtractionSettings finer = IBSI.get(0).withResampling(Resampling.centered(0.4, 0.5, 1));
        assertDefinedOrExplained(extract(finer, noise(), region));
        assertDefinedOrExplained(extract(finer, flat(7), region));
    }

    private static ImageVolume flat(double value) {
        double[] voxels = new double[Math.toIntExact(GRID.size().voxelCount())];
        Arrays.fill(voxels, value);
        return ImageVolume.of(GRID, voxels);
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
