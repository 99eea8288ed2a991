package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.reference.EdgeCase;
import io.github.radiomics4j.reference.GoldenValues;
import io.github.radiomics4j.reference.GoldenValues.Comparison;
import io.github.radiomics4j.reference.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every family from a region of its own. Oracle: PyRadiomics 3.0.1; 107 rows each; agreement |a − b| ≤ 1e-9 |b| + 1e-12,
 * the project's bar: sums are taken in another order.
 */
class FeaturesOracleTest {
    private static final FixedBinWidth WIDTH_25 = new FixedBinWidth(25);
    private static final FixedBinWidth WIDTH_5 = new FixedBinWidth(5);

    private static final List<FeatureFamily> FAMILIES = families(0, true);

    private static List<FeatureFamily> families(double voxelArrayShift, boolean symmetric) {
        return List.of(
                ShapeFamily.withDefaults(),
                new FirstOrderFamily(voxelArrayShift),
                new GlcmFamily(symmetric),
                GldmFamily.withDefaults(),
                GlrlmFamily.withDefaults(),
                GlszmFamily.withDefaults(),
                NgtdmFamily.withDefaults());
    }

    @ParameterizedTest
    @EnumSource
    void defaults(IntegerPhantom phantom) {
        assertGolden(folder(phantom) + "/default.csv", lesion(phantom, WIDTH_25), FAMILIES);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void thirtyTwoBins(IntegerPhantom phantom) {
        assertGolden(folder(phantom) + "/bincount32.csv", lesion(phantom, new FixedBinCount(32)), FAMILIES);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void manyBins(IntegerPhantom phantom) {
        assertGolden(folder(phantom) + "/bincount128.csv", lesion(phantom, new FixedBinCount(128)), FAMILIES);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void narrowBinsOfANormalizedImage(IntegerPhantom phantom) {
        ImageVolume image = Normalization.withDefaults().apply(phantom.image());
        Region region = region(image, phantom.mask(), new FixedBinWidth(0.07));
        assertGolden(folder(phantom) + "/binwidth0p7_norm.csv", region, FAMILIES);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void aNormalizedImage(IntegerPhantom phantom) {
        ImageVolume image = Normalization.withDefaults().withScale(100).apply(phantom.image());
        Region region = region(image, phantom.mask(), WIDTH_5);
        assertGolden(folder(phantom) + "/native_norm.csv", region, families(300, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void aNormalizedImageWithoutOutliers(IntegerPhantom phantom) {
        ImageVolume image = Normalization.withDefaults()
                .withScale(100)
                .withRemoveOutliers(3)
                .apply(phantom.image());
        Region region = region(image, phantom.mask(), WIDTH_5);
        assertGolden(folder(phantom) + "/outliers3.csv", region, families(300, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void matricesThatAreNotSymmetric(IntegerPhantom phantom) {
        assertGolden(folder(phantom) + "/asymmetric.csv", lesion(phantom, WIDTH_25), families(0, false));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void shiftEntersTheEnergies(IntegerPhantom phantom) {
        assertGolden(folder(phantom) + "/shift1000.csv", lesion(phantom, WIDTH_25), families(1000, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void deprecatedShapeFeatures(IntegerPhantom phantom) {
        Comparison found = GoldenValues.read(folder(phantom) + "/shape_deprecated.csv")
                .compare(ShapeFamily.withDefaults(), lesion(phantom, WIDTH_25));
        assertThat(found.failures()).isEmpty();
        assertThat(found.rows()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "corner, 1344",
        "flat, 7664",
        "full, 31680",
        "isolated, 75",
        "line_dim1, 9",
        "oblique, 7664",
        "slice, 524",
        "twoparts, 544"
    })
    void edgeCases(String situation, int voxels) {
        EdgeCase.Input input = EdgeCase.of(situation);
        String file = "edge/phantom_a__" + situation + "__default.csv";
        Region region = region(input.image(), input.mask(), WIDTH_25);
        assertThat(region.voxelCount()).isEqualTo(voxels);
        assertGolden(file, region, FAMILIES);
        // A box larger than needed changes nothing.
        RegionOfInterest loose =
                RegionOfInterest.of(input.mask(), 1, input.mask().grid().box());
        assertGolden(file, Region.of(loose, input.image(), WIDTH_25), FAMILIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "twovalues"})
    void edgeCasesOfThirtyTwoBins(String situation) {
        EdgeCase.Input input = EdgeCase.of(situation);
        Region region = region(input.image(), input.mask(), new FixedBinCount(32));
        assertGolden("edge/phantom_a__" + situation + "__bincount32.csv", region, FAMILIES);
    }

    @Test
    void theSmallLabel() {
        RegionOfInterest label2 = RegionOfInterest.of(IntegerPhantom.A.mask(), 2);
        Region region = Region.of(label2, IntegerPhantom.A.image(), WIDTH_25);
        assertGolden("edge/phantom_a__label2__default.csv", region, FAMILIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brain1", "breast1"})
    void pyRadiomicsOwnCases(String name) throws IOException {
        assertReference(name, "data/pyradiomics/" + name + "_image.nrrd", "data/pyradiomics/" + name + "_label.nrrd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STS_002", "STS_004", "STS_018", "STS_042"})
    void sarcomas(String name) throws IOException {
        String folder = "data/sts_mr_t1/" + name + "/";
        assertReference(name, folder + "MR_T1_image.nii.gz", folder + "MR_T1_mask.nii.gz");
    }

    @Test
    void defaultFeaturesAreThoseOfPyRadiomicsInItsOrder() {
        GoldenValues golden = GoldenValues.read("phantom_a/default.csv");
        for (FeatureFamily family : FAMILIES) {
            assertThat(family.defaultFeatures())
                    .extracting(Feature::featureName)
                    .isEqualTo(golden.featureNames(family));
        }
    }

    private static void assertReference(String name, String image, String mask) throws IOException {
        VolumeReader reader = VolumeReader.withDefaults();
        Region region =
                region(reader.readImage(Reference.path(image)), reader.readMask(Reference.path(mask)), WIDTH_25);
        assertGolden(name + "/default.csv", region, FAMILIES);
    }

    private static void assertGolden(String path, Region region, List<FeatureFamily> families) {
        GoldenValues golden = GoldenValues.read(path);
        region.expecting(families);
        List<String> failures = new ArrayList<>();
        int rows = 0;
        for (FeatureFamily family : families) {
            Comparison found = golden.compare(family, region);
            failures.addAll(found.failures());
            rows += found.rows();
        }
        assertThat(failures).as(path).isEmpty();
        assertThat(rows).as(path).isEqualTo(14 + 18 + 24 + 14 + 16 + 16 + 5);
    }

    private static Region lesion(IntegerPhantom phantom, Discretization discretization) {
        return region(phantom.image(), phantom.mask(), discretization);
    }

    private static Region region(ImageVolume image, Mask mask, Discretization discretization) {
        return Region.of(RegionOfInterest.of(mask, 1), image, discretization);
    }

    private static String folder(IntegerPhantom phantom) {
        return "phantom_" + phantom.name().toLowerCase(Locale.ROOT);
    }
}
