package io.github.radiomics4j.feature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.BoundingBox;
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
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * GLRLM and GLSZM of the integer phantoms. Oracle: PyRadiomics 3.0.1; 32 rows each; agreement |a − b| ≤ 1e-9 |b| + 1e-12,
 * the project's bar: sums are taken in another order.
 */
class RunAndZoneFeaturesOracleTest {
    private static final FixedBinWidth WIDTH_25 = new FixedBinWidth(25);

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void defaults(IntegerPhantom phantom) throws IOException {
        assertGolden(folder(phantom) + "/default.csv", whole(phantom, WIDTH_25));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void thirtyTwoBins(IntegerPhantom phantom) throws IOException {
        assertGolden(folder(phantom) + "/bincount32.csv", whole(phantom, new FixedBinCount(32)));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void manyBins(IntegerPhantom phantom) throws IOException {
        assertGolden(folder(phantom) + "/bincount128.csv", whole(phantom, new FixedBinCount(128)));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B"})
    void narrowBinsOfANormalizedImage(IntegerPhantom phantom) throws IOException {
        ImageVolume image = phantom.image();
        double[] x = image.toDoubles();
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
        double reciprocal = 1 / Math.sqrt(variance);
        ImageVolume normalized = map(image, v -> (v - mean) * reciprocal);
        assertGolden(
                folder(phantom) + "/binwidth0p7_norm.csv",
                Region.of(RegionOfInterest.of(phantom.mask(), 1), normalized, new FixedBinWidth(0.07)));
    }

    @Test
    void aFlatRegion() throws IOException {
        ImageVolume flat = map(IntegerPhantom.A.image(), v -> 100);
        RegionOfInterest lesion = RegionOfInterest.of(IntegerPhantom.A.mask(), 1);
        assertGolden("edge/phantom_a__flat__default.csv", Region.of(lesion, flat, WIDTH_25));
        assertGolden("edge/phantom_a__flat__bincount32.csv", Region.of(lesion, flat, new FixedBinCount(32)));
    }

    @Test
    void twoValues() throws IOException {
        ImageVolume twoValues = map(IntegerPhantom.A.image(), v -> v > 300 ? 1 : 0);
        RegionOfInterest lesion = RegionOfInterest.of(IntegerPhantom.A.mask(), 1);
        assertGolden("edge/phantom_a__twovalues__bincount32.csv", Region.of(lesion, twoValues, new FixedBinCount(32)));
    }

    @Test
    void theSmallLabel() throws IOException {
        RegionOfInterest label2 = RegionOfInterest.of(IntegerPhantom.A.mask(), 2);
        assertGolden("edge/phantom_a__label2__default.csv", Region.of(label2, IntegerPhantom.A.image(), WIDTH_25));
    }

    @Test
    void aSlice() throws IOException {
        Mask lesion = IntegerPhantom.A.mask();
        assertEdge("slice", 524, (x, y, z) -> z == 10 && lesion.labelAt(x, y, z) == 1);
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
    void isolatedVoxelsStillShareLines() throws IOException {
        assertEdge("isolated", 75, (x, y, z) -> x % 6 == 5 && x < 30 && y % 6 == 5 && y < 30 && z % 5 == 3 && z < 14);
    }

    @Test
    void featuresAreInTheOrderOfPyRadiomics() throws IOException {
        List<String> names = new ArrayList<>();
        Stream.of(new GlrlmFamily(), new GlszmFamily())
                .flatMap(family -> family.defaultFeatures().stream())
                .forEach(feature -> names.add(feature.familyName() + "_" + feature.featureName()));
        assertThat(golden("phantom_a/default.csv").stream().map(row -> row[0]))
                .containsExactlyElementsOf(
                        names.stream().map(name -> "original_" + name).toList());
    }

    /** Checks whether a voxel belongs to a region. */
    private interface Inside {
        boolean test(int x, int y, int z);
    }

    private static void assertEdge(String name, int voxels, Inside inside) throws IOException {
        Grid grid = IntegerPhantom.A.mask().grid();
        Size size = grid.size();
        boolean[] labels = new boolean[Math.toIntExact(size.voxelCount())];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = inside.test(i % size.x(), i / size.x() % size.y(), i / size.x() / size.y());
        }
        RegionOfInterest region = RegionOfInterest.of(Mask.of(grid, labels), 1);
        assertThat(region.voxelCount()).isEqualTo(voxels);
        assertGolden(
                "edge/phantom_a__" + name + "__default.csv", Region.of(region, IntegerPhantom.A.image(), WIDTH_25));
        // A box larger than needed changes nothing.
        RegionOfInterest loose =
                RegionOfInterest.of(Mask.of(grid, labels), 1, new BoundingBox(0, 0, 0, size.x(), size.y(), size.z()));
        assertGolden("edge/phantom_a__" + name + "__default.csv", Region.of(loose, IntegerPhantom.A.image(), WIDTH_25));
    }

    private static void assertGolden(String path, Region region) throws IOException {
        List<String> failures = new ArrayList<>();
        int rows = 0;
        FeatureFamily[] families = {new GlrlmFamily(), new GlszmFamily()};
        for (FeatureFamily family : families) {
            FeatureValues values = family.compute(region, family.defaultFeatures());
            for (String[] row : golden(path)) {
                String prefix = "original_" + family.name() + "_";
                if (row[0].startsWith(prefix)) {
                    double actual = values.value(family.feature(row[0].substring(prefix.length())));
                    double expected = Double.parseDouble(row[1]);
                    if (!(Math.abs(actual - expected) <= 1e-9 * Math.abs(expected) + 1e-12)) {
                        failures.add(row[0] + ": " + actual + " instead of " + expected);
                    }
                    rows++;
                }
            }
        }
        assertThat(failures).as(path).isEmpty();
        assertThat(rows).as(path).isEqualTo(32);
    }

    private static List<String[]> golden(String path) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RunAndZoneFeaturesOracleTest.class.getResourceAsStream("/golden/" + path), path),
                UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].startsWith("original_glrlm_") || row[0].startsWith("original_glszm_"))
                    .toList();
        }
    }

    private static Region whole(IntegerPhantom phantom, Discretization discretization) {
        return Region.of(RegionOfInterest.of(phantom.mask(), 1), phantom.image(), discretization);
    }

    private static ImageVolume map(ImageVolume image, DoubleUnaryOperator f) {
        return ImageVolume.of(
                image.grid(), Arrays.stream(image.toDoubles()).map(f).toArray());
    }

    private static String folder(IntegerPhantom phantom) {
        return "phantom_" + phantom.name().toLowerCase(java.util.Locale.ROOT);
    }
}
