package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.reference.EdgeCase;
import io.github.radiomics4j.reference.GoldenValues;
import io.github.radiomics4j.reference.GoldenValues.Comparison;
import io.github.radiomics4j.reference.Reference;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.table.DiagnosticValue;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every value of PyRadiomics 3.0.1 that the built options can be asked for: |a − b| ≤ 1e-9 |b| + 1e-12, NaN equals NaN,
 * same names in the same order, no feature excepted; what rounding alone makes there is named with its size. Phantoms run everywhere; the other cases with the reference data.
 */
class ParityOracleTest {
    private static final List<String> STUDY = List.of(
            "ki67_1mm",
            "ki67_2mm",
            "default",
            "native_norm",
            "outliers3",
            "bincount32",
            "bincount128",
            "binwidth0p7_norm",
            "ct_like",
            "asymmetric",
            "shift1000",
            "shape_deprecated",
            "filters_log");

    private static final List<String> REGIONS = List.of(
            "precrop_pad8",
            "resample_aniso",
            "resample_inplane",
            "resample_up",
            "reseg_abs",
            "reseg_rel",
            "reseg_sigma_shape");

    /** Cases of which resegmentation leaves nothing. */
    private static final Map<String, List<String>> REFUSED_CASES = Map.of("reseg_abs", List.of("brain1", "phantom_b"));

    private static final List<String> INTERPOLATORS = List.of(
            "interp_NearestNeighbor",
            "interp_Linear",
            "interp_BSpline",
            "interp_Gaussian",
            "interp_LabelGaussian",
            "interp_HammingWindowedSinc",
            "interp_CosineWindowedSinc",
            "interp_WelchWindowedSinc",
            "interp_LanczosWindowedSinc",
            "interp_BlackmanWindowedSinc");

    private static final List<String> TEXTURES = List.of(
            "weight_euclidean",
            "weight_manhattan",
            "weight_infinity",
            "weight_no_weighting",
            "gldm_a2",
            "dist2",
            "dist123",
            "weight_euclid_dist12",
            "force2D_0",
            "force2D_1",
            "force2D_2");

    private static final List<String> FILTERS = List.of(
            "filters_point",
            "filters_gradient",
            "filters_gradient_index",
            "filters_lbp2d",
            "filters_lbp2d_r2n12",
            "filters_lbp2d_n40",
            "filters_lbp2d_var",
            "lbp3d",
            "lbp3d_norm",
            "lbp3d_r2_s2_l4");

    private static final List<String> WAVELETS = List.of(
            "wavelet_bior2p2_l1_s0",
            "wavelet_coif3_l1_s0",
            "wavelet_db4_l2_s0",
            "wavelet_dmey_l1_s0",
            "wavelet_haar_l1_s0",
            "wavelet_sym5_l1_s1",
            "swt_force2D");

    private static final List<String> CONFIGS = Stream.of(STUDY, REGIONS, INTERPOLATORS, TEXTURES, FILTERS, WAVELETS)
            .flatMap(List::stream)
            .toList();

    /** What there are values of for the larger cases. */
    private static final Set<String> CONFIGS_OF_LARGER_CASES = Set.of(
            "bincount32",
            "ct_like",
            "default",
            "dist123",
            "filters_log",
            "force2D_0",
            "gldm_a2",
            "ki67_1mm",
            "native_norm",
            "reseg_abs",
            "wavelet_db4_l2_s0",
            "weight_no_weighting");

    /** Larger cases have values for some configurations only. */
    private static final Map<String, List<String>> CASES = cases();

    private static final List<String> EDGE_CASES = List.of(
            "corner__default",
            "corner__ki67_1mm",
            "finemask_correct__default",
            "finemask_resampled__ki67_1mm",
            "flat__bincount32",
            "flat__default",
            "flipped__ki67_2mm",
            "full__default",
            "full__ki67_2mm",
            "isolated__default",
            "label2__default",
            "label2__ki67_1mm",
            "line_dim1__default",
            "minsize_ok",
            "oblique__default",
            "oblique__ki67_1mm",
            "slice__default",
            "slice__ki67_1mm",
            "slice__shape2D",
            "slice_force2D",
            "twoparts__default",
            "twovalues__bincount32",
            "type_f32__ki67_2mm",
            "type_f64__ki67_2mm",
            "type_i32__ki67_2mm",
            "type_u16__ki67_2mm");

    /**
     * Values that are larger there by √2⁻⁵⁴ / 13: the four cells of one direction of 13 are equal, so that its MCC is 0,
     * and the second eigenvalue of [½ ½; ½ ½] is 2⁻⁵⁴ by the rounding of LAPACK.
     */
    private static final Map<String, List<String>> ROUNDED_THERE = Map.of(
            "breast1 wavelet_db4_l2_s0", List.of("wavelet-LHH_glcm_MCC", "wavelet2-HHH_glcm_MCC"),
            "breast1 wavelet_haar_l1_s0", List.of("wavelet-HHH_glcm_MCC"));

    private static final ParityReport REPORT = new ParityReport();

    private static Map<String, List<String>> cases() {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        List<String> some =
                CONFIGS.stream().filter(CONFIGS_OF_LARGER_CASES::contains).toList();
        cases.put("phantom_a", CONFIGS);
        cases.put("phantom_b", CONFIGS);
        cases.put("phantom_c", List.of("ki67_1mm", "default"));
        // Its variances wrap around in 16 bits, up to 2600 gray levels, and PyRadiomics' GLCM fails.
        cases.put(
                "brain1",
                CONFIGS.stream()
                        .filter(config -> !config.equals("filters_lbp2d_var"))
                        .toList());
        cases.put("breast1", CONFIGS);
        cases.put("STS_002", some);
        cases.put("STS_004", List.of("ki67_1mm", "default"));
        cases.put("STS_018", some);
        cases.put("STS_042", some);
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> everyCaseAgreesInEveryConfiguration() {
        return CASES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(config -> !isRefused(entry.getKey(), config))
                        .map(config -> DynamicTest.dynamicTest(
                                entry.getKey() + " " + config, () -> agrees(entry.getKey(), config))));
    }

    private static boolean isRefused(String caseName, String config) {
        return REFUSED_CASES.getOrDefault(config, List.of()).contains(caseName);
    }

    @TestFactory
    Stream<DynamicTest> whatResegmentationLeavesNothingOfIsRefused() {
        return REFUSED_CASES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(caseName -> DynamicTest.dynamicTest(caseName + " " + entry.getKey(), () -> {
                            assertThat(GoldenValues.text(caseName + "/" + entry.getKey() + ".error"))
                                    .contains("Resegmentation excluded too many voxels with label 1");
                            RadiomicsExtractor extractor = RadiomicsExtractor.of(parameters(entry.getKey()));
                            assertThatThrownBy(() -> extractor.extract(image(caseName), mask(caseName)))
                                    .isInstanceOfSatisfying(
                                            InvalidCaseException.class,
                                            e -> assertThat(e.reason()).isEqualTo(Reason.TOO_SMALL))
                                    .hasMessageContaining("label 1 must have more than one voxel from 100.0 to 400.0");
                        })));
    }

    private static void agrees(String caseName, String config) throws IOException {
        GoldenValues golden = GoldenValues.read(caseName + "/" + config + ".csv");
        RadiomicsExtractor extractor = RadiomicsExtractor.of(parameters(config));
        FeatureVector features = extractor.extract(image(caseName), mask(caseName));
        List<String> rounded = ROUNDED_THERE.getOrDefault(caseName + " " + config, List.of());
        REPORT.add(config, caseName, assertAgreement(golden, features, rounded));
    }

    private static Comparison assertAgreement(GoldenValues golden, FeatureVector features, List<String> rounded) {
        Comparison comparison = golden.compare(features);
        assertThat(comparison.failures())
                .allSatisfy(failure -> assertThat(rounded).contains(failure.substring(0, failure.indexOf(':'))))
                .hasSameSizeAs(rounded);
        for (String name : rounded) {
            double expected = Objects.requireNonNull(golden.values().get(name));
            assertThat(expected - features.value(FeatureName.parse(name)))
                    .as(name)
                    .isCloseTo(Math.sqrt(0x1p-54) / 13, within(1e-14));
        }
        assertThat(comparison.rows()).isEqualTo(golden.values().size()).isGreaterThanOrEqualTo(5);
        return comparison;
    }

    @TestFactory
    Stream<DynamicTest> everyEdgeCaseAgreesWithItsDiagnostics() {
        return EDGE_CASES.stream()
                .map(edge -> DynamicTest.dynamicTest(edge, () -> {
                    GoldenValues golden = GoldenValues.read("edge/phantom_a__" + edge + ".csv");
                    FeatureVector features = extractEdge(edge);
                    Comparison comparison = assertAgreement(golden, features, List.of());
                    REPORT.add("edge", edge, comparison);
                    assertDiagnostics(GoldenValues.text("edge/phantom_a__" + edge + ".diagnostics.json"), features);
                }));
    }

    @Test
    void anImageOfTwoDimensionsHasItsValuesAndDiagnostics() {
        FeatureVector features = extractEdge("image2d__shape2D");
        Comparison comparison =
                assertAgreement(GoldenValues.read("edge/phantom_a__image2d__shape2D.csv"), features, List.of());
        assertDiagnostics(GoldenValues.text("edge/phantom_a__image2d__shape2D.diagnostics.json"), features);
        assertThat(comparison.rows()).isEqualTo(102);
        REPORT.add("edge", "image2d__shape2D", comparison);
    }

    private static FeatureVector extractEdge(String edge) {
        int separator = edge.indexOf("__");
        String situation = separator < 0 ? edge : edge.substring(0, separator);
        PyRadiomicsParameters parameters =
                parameters(separator < 0 ? "default" : config(situation, edge.substring(separator + 2)));
        parameters = switch (situation) {
            case "finemask_correct" -> parameters.with("correctMask", "true");
            case "label2" -> parameters.with("label", "2");
            case "label9_absent" -> parameters.with("label", "9");
            case "line_dim1", "onevoxel_dim1" -> parameters.with("minimumROIDimensions", "1");
            case "slice_force2D" ->
                PyRadiomicsParameters.parse(
                        "featureClass: {firstorder: , glcm: , gldm: , glrlm: , glszm: , ngtdm: }\n"
                                + "setting: {binWidth: 25, force2D: true}",
                        situation);
            case "slice_dim3_refused" -> parameters.with("minimumROIDimensions", "3");
            case "minsize_ok" -> parameters.with("minimumROISize", "7663");
            case "minsize_refused" -> parameters.with("minimumROISize", "7664");
            default -> parameters;
        };
        EdgeCase.Input input = EdgeCase.of(situation);
        return RadiomicsExtractor.of(parameters).extract(input.image(), input.mask());
    }

    /** The files of shape2D are named after the class. */
    private static String config(String situation, String name) {
        return !name.equals("shape2D") ? name : situation.equals("image2d") ? "shape2d_2dimage" : "shape2d_force";
    }

    /** Numbers are compared as numbers, tuples as tuples; versions and settings have a form of our own. */
    private static void assertDiagnostics(String json, FeatureVector features) {
        Matcher entry = Pattern.compile("\"(diagnostics_[^\"]+)\": \"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(json);
        List<String> failures = new ArrayList<>();
        int rows = 0;
        while (entry.find()) {
            String name = entry.group(1);
            if (name.startsWith("diagnostics_Configuration_") || name.startsWith("diagnostics_Versions_")) {
                assertThat(features.diagnostics().keySet()).contains(name);
                continue;
            }
            rows++;
            DiagnosticValue value = features.diagnostics().get(name);
            String expected = entry.group(2).replaceAll("np\\.float64\\(([^)]*)\\)", "$1");
            if (value == null || !sameNumbers(expected, value.text())) {
                failures.add(name + ": expected " + expected + ", found " + (value == null ? "nothing" : value.text()));
            }
        }
        assertThat(failures).isEmpty();
        assertThat(rows).isGreaterThanOrEqualTo(15);
        assertThat(features.diagnostics().keySet().stream()
                        .filter(name -> name.startsWith("diagnostics_Image-") || name.startsWith("diagnostics_Mask-"))
                        .count())
                .isEqualTo(rows);
    }

    private static boolean sameNumbers(String expected, String found) {
        if (expected.equals(found)) {
            return true;
        }
        String[] a = expected.replaceAll("[() ]", "").split(",");
        String[] b = found.replaceAll("[() ]", "").split(",");
        if (a.length != b.length || expected.startsWith("(") != found.startsWith("(")) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            try {
                double x = Double.parseDouble(a[i]);
                double y = Double.parseDouble(b[i]);
                // As for features: sums over an image in another order differ in the last digits.
                if (!(Math.abs(x - y) <= 1e-9 * Math.abs(x) + 1e-12)) {
                    return false;
                }
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return true;
    }

    /** What PyRadiomics refuses, why, and what our message must name. */
    private record Refusal(String edge, Reason reason, String... named) {}

    @TestFactory
    Stream<DynamicTest> everyRefusalIsOursToo() {
        List<Refusal> refusals = List.of(
                new Refusal("finemask_refused__default", Reason.GRID_MISMATCH, "spacing x 0.8 mm vs 0.5 mm", "size"),
                new Refusal("flat_norm__ki67_2mm", Reason.CONSTANT_IMAGE, "100"),
                new Refusal("label9_absent", Reason.LABEL_ABSENT, "label 9", "1 (7664)", "2 (24)"),
                new Refusal("line__default", Reason.TOO_FEW_DIMENSIONS, "label 1", "2 axes", "found 1"),
                new Refusal("minsize_refused", Reason.TOO_SMALL, "label 1", "7664"),
                new Refusal("onevoxel__default", Reason.TOO_FEW_DIMENSIONS, "label 1"),
                new Refusal("onevoxel_dim1__default", Reason.TOO_FEW_DIMENSIONS, "label 1"),
                new Refusal("slice_dim3_refused", Reason.TOO_FEW_DIMENSIONS, "label 1", "3 axes", "found 2"));
        return refusals.stream()
                .map(refusal -> DynamicTest.dynamicTest(refusal.edge(), () -> {
                    // The file says that PyRadiomics refuses, too.
                    assertThat(GoldenValues.text("edge/phantom_a__" + refusal.edge() + ".error"))
                            .contains("Error:");
                    assertThatThrownBy(() -> extractEdge(refusal.edge()))
                            .isInstanceOfSatisfying(
                                    InvalidCaseException.class,
                                    e -> assertThat(e.reason()).isEqualTo(refusal.reason()))
                            .message()
                            .contains(refusal.named());
                }));
    }

    @AfterAll
    static void writeTheReport() throws IOException {
        int configurations = CASES.values().stream().mapToInt(List::size).sum()
                - REFUSED_CASES.values().stream().mapToInt(List::size).sum()
                + EDGE_CASES.size()
                + 1; // the image of two dimensions
        if (REPORT.size() == configurations && System.getenv("RADIOMICS4J_REFERENCE") != null) {
            REPORT.write(Path.of("..", "docs", "parity.md"), CONFIGS);
        }
    }

    private static PyRadiomicsParameters parameters(String config) {
        return PyRadiomicsParameters.parse(GoldenValues.text("config/" + config + ".yaml"), config + ".yaml");
    }

    private static ImageVolume image(String caseName) throws IOException {
        return switch (caseName) {
            case "phantom_a" -> IntegerPhantom.A.image();
            case "phantom_b" -> IntegerPhantom.B.image();
            case "phantom_c" -> IntegerPhantom.C.image();
            case "brain1", "breast1" ->
                VolumeReader.withDefaults().readImage(Reference.path("data/pyradiomics/" + caseName + "_image.nrrd"));
            default ->
                VolumeReader.withDefaults()
                        .readImage(Reference.path("data/sts_mr_t1/" + caseName + "/MR_T1_image.nii.gz"));
        };
    }

    private static Mask mask(String caseName) throws IOException {
        return switch (caseName) {
            case "phantom_a" -> IntegerPhantom.A.mask();
            case "phantom_b" -> IntegerPhantom.B.mask();
            case "phantom_c" -> IntegerPhantom.C.mask();
            case "brain1", "breast1" ->
                VolumeReader.withDefaults().readMask(Reference.path("data/pyradiomics/" + caseName + "_label.nrrd"));
            default ->
                VolumeReader.withDefaults()
                        .readMask(Reference.path("data/sts_mr_t1/" + caseName + "/MR_T1_mask.nii.gz"));
        };
    }
}
