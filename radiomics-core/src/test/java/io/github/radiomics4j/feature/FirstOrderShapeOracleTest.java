package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.reference.Reference;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shape and first-order features of PyRadiomics 3.0.1, to 10⁻⁹ of each value. */
class FirstOrderShapeOracleTest {
    private static final int SHAPE_ROWS = 14;
    private static final int FIRST_ORDER_ROWS = 18;

    @ParameterizedTest
    @EnumSource
    void phantomsHavePyRadiomicsValues(IntegerPhantom phantom) {
        String file = "phantom_" + phantom.name().toLowerCase(java.util.Locale.ROOT) + "/default.csv";
        check(file, phantom.image(), phantom.mask(), 1, 25, 0);
    }

    @ParameterizedTest
    @CsvSource({"A, 3", "B, 3"})
    void deprecatedShapeFeaturesHavePyRadiomicsValues(IntegerPhantom phantom, int deprecated) {
        String file = "phantom_" + phantom.name().toLowerCase(java.util.Locale.ROOT) + "/shape_deprecated.csv";
        ExpectedRows.ofResource("shape", file)
                .assertEqualTo(
                        ShapeFamily.withDefaults(), region(phantom.image(), phantom.mask(), 1, 25), deprecated + 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void shiftEntersTheEnergies(IntegerPhantom phantom) {
        String file = "phantom_" + phantom.name().toLowerCase(java.util.Locale.ROOT) + "/shift1000.csv";
        check(file, phantom.image(), phantom.mask(), 1, 25, 1000);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void normalizedImagesHavePyRadiomicsValues(IntegerPhantom phantom) {
        String file = "phantom_" + phantom.name().toLowerCase(java.util.Locale.ROOT) + "/native_norm.csv";
        check(file, normalized(phantom.image(), Double.POSITIVE_INFINITY), phantom.mask(), 1, 5, 300);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void normalizedImagesWithoutOutliersHavePyRadiomicsValues(IntegerPhantom phantom) {
        String file = "phantom_" + phantom.name().toLowerCase(java.util.Locale.ROOT) + "/outliers3.csv";
        check(file, normalized(phantom.image(), 3), phantom.mask(), 1, 5, 300);
    }

    @ParameterizedTest
    @CsvSource({
        "CORNER, corner",
        "FULL, full",
        "ISOLATED, isolated",
        "LINE, line_dim1",
        "SLICE, slice",
        "TWOPARTS, twoparts"
    })
    void edgeMasksHavePyRadiomicsValues(EdgeMask mask, String name) {
        check("edge/phantom_a__" + name + "__default.csv", IntegerPhantom.A.image(), mask.mask(), 1, 25, 0);
    }

    @Test
    void secondLabelHasPyRadiomicsValues() {
        check("edge/phantom_a__label2__default.csv", IntegerPhantom.A.image(), IntegerPhantom.A.mask(), 2, 25, 0);
    }

    @Test
    void flatRegionHasPyRadiomicsValues() {
        Grid grid = IntegerPhantom.A.mask().grid();
        short[] flat = new short[Math.toIntExact(grid.size().voxelCount())];
        Arrays.fill(flat, (short) 100);
        check("edge/phantom_a__flat__default.csv", ImageVolume.of(grid, flat), IntegerPhantom.A.mask(), 1, 25, 0);
    }

    @Test
    void directionsOfTheGridDoNotMatter() {
        double c = Math.cos(Math.toRadians(20));
        double s = Math.sin(Math.toRadians(20));
        double c2 = Math.cos(Math.toRadians(-10));
        double s2 = Math.sin(Math.toRadians(-10));
        Direction oblique = new Direction(c, -s * c2, s * s2, s, c * c2, -c * s2, 0, s2, c2);
        Grid grid = IntegerPhantom.A.mask().grid();
        Grid turned = new Grid(grid.size(), grid.spacing(), grid.origin(), oblique);
        ImageVolume image = ImageVolume.of(turned, IntegerPhantom.A.image().toDoubles());
        check(
                "edge/phantom_a__oblique__default.csv",
                image,
                IntegerPhantom.A.mask().withGrid(turned),
                1,
                25,
                0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brain1", "breast1"})
    void pyRadiomicsOwnCasesHaveItsValues(String name) throws IOException {
        checkReference(name, "data/pyradiomics/" + name + "_image.nrrd", "data/pyradiomics/" + name + "_label.nrrd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STS_002", "STS_004", "STS_018", "STS_042"})
    void sarcomasHavePyRadiomicsValues(String name) throws IOException {
        String folder = "data/sts_mr_t1/" + name + "/";
        checkReference(name, folder + "MR_T1_image.nii.gz", folder + "MR_T1_mask.nii.gz");
    }

    private static void checkReference(String name, String image, String mask) throws IOException {
        VolumeReader reader = VolumeReader.withDefaults();
        Region region = region(reader.readImage(Reference.path(image)), reader.readMask(Reference.path(mask)), 1, 25);
        var file = Reference.path("reference/pyradiomics/golden/" + name + "/default.csv");
        ExpectedRows.ofFile("shape", file).assertEqualTo(ShapeFamily.withDefaults(), region, SHAPE_ROWS);
        ExpectedRows.ofFile("firstorder", file)
                .assertEqualTo(FirstOrderFamily.withDefaults(), region, FIRST_ORDER_ROWS);
    }

    private static void check(
            String file, ImageVolume image, Mask mask, int label, double binWidth, double voxelArrayShift) {
        Region region = region(image, mask, label, binWidth);
        ExpectedRows shape = ExpectedRows.ofResource("shape", file);
        shape.assertEqualTo(ShapeFamily.withDefaults(), region, SHAPE_ROWS);
        ExpectedRows firstOrder = ExpectedRows.ofResource("firstorder", file);
        firstOrder.assertEqualTo(new FirstOrderFamily(voxelArrayShift), region, FIRST_ORDER_ROWS);
        // The default features are PyRadiomics', in its order.
        assertThat(ShapeFamily.withDefaults().defaultFeatures().stream().map(Feature::featureName))
                .containsExactlyElementsOf(shape.values().keySet());
        assertThat(FirstOrderFamily.withDefaults().defaultFeatures().stream().map(Feature::featureName))
                .containsExactlyElementsOf(firstOrder.values().keySet());
    }

    private static Region region(ImageVolume image, Mask mask, int label, double binWidth) {
        return Region.of(RegionOfInterest.of(mask, label), image, new FixedBinWidth(binWidth));
    }

    /** 100 (x − mean) / sd over the whole image, sd of a sample, outliers clipped before the factor. */
    private static ImageVolume normalized(ImageVolume image, double outliers) {
        double[] x = image.toDoubles();
        double mean = Arrays.stream(x).sum() / x.length;
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
        double factor = 1 / Math.sqrt(variance);
        return ImageVolume.of(
                image.grid(),
                Arrays.stream(x)
                        .map(v -> 100 * Math.max(-outliers, Math.min(outliers, (v - mean) * factor)))
                        .toArray());
    }
}
