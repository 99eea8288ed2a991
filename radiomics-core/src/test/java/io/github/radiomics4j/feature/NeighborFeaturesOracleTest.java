package io.github.radiomics4j.feature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * GLCM, GLDM and NGTDM of the integer phantoms. Oracle: PyRadiomics 3.0.1; 43 rows each; agreement |a − b| ≤ 1e-9 |b| +
 * 1e-12, the project's bar: sums are taken in another order.
 */
class NeighborFeaturesOracleTest {
    private static final FixedBinWidth WIDTH_25 = new FixedBinWidth(25);

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void defaults(IntegerPhantom phantom) throws IOException {
        assertGolden(folder(phantom) + "/default.csv", lesion(phantom, WIDTH_25), GlcmFamily.withDefaults());
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void thirtyTwoBins(IntegerPhantom phantom) throws IOException {
        assertGolden(
                folder(phantom) + "/bincount32.csv", lesion(phantom, new FixedBinCount(32)), GlcmFamily.withDefaults());
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void manyBins(IntegerPhantom phantom) throws IOException {
        assertGolden(
                folder(phantom) + "/bincount128.csv",
                lesion(phantom, new FixedBinCount(128)),
                GlcmFamily.withDefaults());
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void narrowBinsOfANormalizedImage(IntegerPhantom phantom) throws IOException {
        double[] x = phantom.image().toDoubles();
        double mean = Arrays.stream(x).average().orElseThrow();
        double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
        double reciprocal = 1 / Math.sqrt(squares / (x.length - 1));
        ImageVolume normalized = map(phantom, v -> (v - mean) * reciprocal);
        assertGolden(
                folder(phantom) + "/binwidth0p7_norm.csv",
                Region.of(RegionOfInterest.of(phantom.mask(), 1), normalized, new FixedBinWidth(0.07)),
                GlcmFamily.withDefaults());
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void matricesThatAreNotSymmetric(IntegerPhantom phantom) throws IOException {
        assertGolden(folder(phantom) + "/asymmetric.csv", lesion(phantom, WIDTH_25), new GlcmFamily(false));
    }

    @Test
    void aLargeRegion() throws IOException {
        assertGolden("phantom_c/default.csv", lesion(IntegerPhantom.C, WIDTH_25), GlcmFamily.withDefaults());
    }

    @Test
    void aFlatRegion() throws IOException {
        ImageVolume flat = map(IntegerPhantom.A, v -> 100);
        RegionOfInterest voxels = RegionOfInterest.of(IntegerPhantom.A.mask(), 1);
        GlcmFamily glcm = GlcmFamily.withDefaults();
        assertGolden("edge/phantom_a__flat__default.csv", Region.of(voxels, flat, WIDTH_25), glcm);
        assertGolden("edge/phantom_a__flat__bincount32.csv", Region.of(voxels, flat, new FixedBinCount(32)), glcm);
    }

    @Test
    void twoValues() throws IOException {
        ImageVolume twoValues = map(IntegerPhantom.A, v -> v > 300 ? 1 : 0);
        RegionOfInterest voxels = RegionOfInterest.of(IntegerPhantom.A.mask(), 1);
        assertGolden(
                "edge/phantom_a__twovalues__bincount32.csv",
                Region.of(voxels, twoValues, new FixedBinCount(32)),
                GlcmFamily.withDefaults());
    }

    @Test
    void theSmallLabel() throws IOException {
        RegionOfInterest label2 = RegionOfInterest.of(IntegerPhantom.A.mask(), 2);
        assertGolden(
                "edge/phantom_a__label2__default.csv",
                Region.of(label2, IntegerPhantom.A.image(), WIDTH_25),
                GlcmFamily.withDefaults());
    }

    @Test
    void aSlice() throws IOException {
        Mask mask = IntegerPhantom.A.mask();
        assertEdge("slice", 524, (x, y, z) -> z == 10 && mask.labelAt(x, y, z) == 1);
    }

    @Test
    void aLine() throws IOException {
        assertEdge("line_dim1", 9, (x, y, z) -> x >= 9 && x <= 17 && y == 28 && z == 10);
    }

    @Test
    void aCorner() throws IOException {
        assertEdge("corner", 1344, (x, y, z) -> x < 16 && y < 14 && z < 6);
    }

    @Test
    void isolatedVoxelsHaveNoPairsButTheRest() throws IOException {
        assertEdge("isolated", 75, (x, y, z) -> x % 6 == 5 && x < 30 && y % 6 == 5 && y < 30 && z % 5 == 3 && z < 14);
    }

    @Test
    void featuresAreInTheOrderOfPyRadiomics() throws IOException {
        List<String> names = new ArrayList<>();
        for (FeatureFamily family : List.of(new GlcmFamily(true), new GldmFamily(), NgtdmFamily.withDefaults())) {
            family.defaultFeatures().forEach(f -> names.add("original_" + f.familyName() + "_" + f.featureName()));
        }
        assertThat(golden("phantom_a/default.csv")).extracting(row -> row[0]).containsExactlyElementsOf(names);
    }

    /** Whether a voxel belongs to a region. */
    private interface Inside {
        boolean test(int x, int y, int z);
    }

    private static void assertEdge(String name, int voxelCount, Inside inside) throws IOException {
        Grid grid = IntegerPhantom.A.mask().grid();
        Size size = grid.size();
        boolean[] labels = new boolean[Math.toIntExact(size.voxelCount())];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = inside.test(i % size.x(), i / size.x() % size.y(), i / size.x() / size.y());
        }
        RegionOfInterest voxels = RegionOfInterest.of(Mask.of(grid, labels), 1);
        assertThat(voxels.voxelCount()).isEqualTo(voxelCount);
        assertGolden(
                "edge/phantom_a__" + name + "__default.csv",
                Region.of(voxels, IntegerPhantom.A.image(), WIDTH_25),
                GlcmFamily.withDefaults());
    }

    private static void assertGolden(String path, Region region, GlcmFamily glcm) throws IOException {
        List<FeatureFamily> families = List.of(glcm, GldmFamily.withDefaults(), NgtdmFamily.withDefaults());
        region.expecting(families);
        List<String> failures = new ArrayList<>();
        int rows = 0;
        for (FeatureFamily family : families) {
            FeatureValues values = family.compute(region, family.defaultFeatures());
            String prefix = "original_" + family.name() + "_";
            for (String[] row : golden(path)) {
                if (row[0].startsWith(prefix)) {
                    Feature feature = family.feature(row[0].substring(prefix.length()));
                    double actual = values.value(feature);
                    double expected = row[1].equals("nan") ? Double.NaN : Double.parseDouble(row[1]);
                    boolean agrees = Double.isNaN(expected)
                            ? Double.isNaN(actual)
                            : Math.abs(actual - expected) <= 1e-9 * Math.abs(expected) + 1e-12;
                    if (!agrees) {
                        failures.add(row[0] + ": " + actual + " instead of " + expected);
                    }
                    if (Double.isNaN(actual)
                            == values.nanReason(values.features().indexOf(feature))
                                    .isEmpty()) {
                        failures.add(row[0] + ": a reason belongs to NaN and only to NaN");
                    }
                    rows++;
                }
            }
        }
        assertThat(failures).as(path).isEmpty();
        assertThat(rows).as(path).isEqualTo(24 + 14 + 5);
    }

    private static List<String[]> golden(String path) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NeighborFeaturesOracleTest.class.getResourceAsStream("/golden/" + path), path),
                UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].matches("original_(glcm|gldm|ngtdm)_.*"))
                    .toList();
        }
    }

    private static Region lesion(IntegerPhantom phantom, Discretization discretization) {
        return Region.of(RegionOfInterest.of(phantom.mask(), 1), phantom.image(), discretization);
    }

    private static ImageVolume map(IntegerPhantom phantom, DoubleUnaryOperator f) {
        ImageVolume image = phantom.image();
        return ImageVolume.of(
                image.grid(), Arrays.stream(image.toDoubles()).map(f).toArray());
    }

    private static String folder(IntegerPhantom phantom) {
        return "phantom_" + phantom.name().toLowerCase(Locale.ROOT);
    }
}
