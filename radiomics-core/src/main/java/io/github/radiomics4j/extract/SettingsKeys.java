package io.github.radiomics4j.extract;

import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily;
import io.github.radiomics4j.feature.TextureFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of our own settings file, each in its one place. A filter or family that is new has its line here, a case in
 * {@link SettingsReader} and one in {@link SettingsWriter}.
 */
final class SettingsKeys {
    static final String VERSION = "radiomics4j";
    static final String CONVENTION = "convention";
    static final String PREPROCESS = "preprocess";
    static final String EXTRACTION = "extraction";
    static final String IMAGE_TYPE = "imageType";
    static final String FEATURE_CLASS = "featureClass";
    static final String FEATURES = "features";
    static final String PLANES = "planes";

    static final String BIN_ANCHOR = "binAnchor";
    static final String BIN_RANGE_MINIMUM = "binRangeMinimum";
    static final String CROP_DISTANCE = "cropDistance";
    static final String MAXIMUM_VOXELS = "maximumVoxels";
    static final String MAXIMUM_GRAY_LEVELS = "maximumGrayLevels";
    static final String DIRECTIONS = "directions";
    static final String COVARIANCE_DIVISOR = "covarianceDivisor";
    static final String KURTOSIS = "kurtosis";
    static final String VOXELS_WITHOUT_NEIGHBORS = "voxelsWithoutNeighbors";
    static final String GRID_ALIGNMENT = "gridAlignment";
    static final String INTENSITY_ROUNDING = "intensityRounding";
    static final String MASK_INTERPOLATION = "maskInterpolation";
    static final String SHAPE_REGION = "shapeRegion";
    static final String OUTLIER_SIGMAS = "outlierSigmas";
    static final String BIN_COUNT_RULE = "binCountRule";
    static final String BINS_OF_VOLUME_HISTOGRAM = "bins";
    static final String RANGE = "range";
    static final String BIN_SIZE = "binSize";
    static final String DISTANCE = "distance";
    static final String COARSENESS = "coarseness";

    static final List<String> ROOT = List.of(VERSION, CONVENTION, PREPROCESS, EXTRACTION);

    private static final List<String> BINS = List.of(
            ParameterKey.BIN_WIDTH.key(), BIN_ANCHOR, BIN_RANGE_MINIMUM, ParameterKey.BIN_COUNT.key(), BIN_COUNT_RULE);

    static final List<String> OF_THE_CASE = List.of(
            ParameterKey.LABEL.key(),
            ParameterKey.LABEL_CHANNEL.key(),
            ParameterKey.MINIMUM_ROI_DIMENSIONS.key(),
            ParameterKey.MINIMUM_ROI_SIZE.key(),
            ParameterKey.GEOMETRY_TOLERANCE.key(),
            ParameterKey.CORRECT_MASK.key(),
            ParameterKey.NORMALIZE.key(),
            ParameterKey.NORMALIZE_SCALE.key(),
            ParameterKey.REMOVE_OUTLIERS.key(),
            ParameterKey.RESAMPLED_PIXEL_SPACING.key(),
            ParameterKey.INTERPOLATOR.key(),
            ParameterKey.PAD_DISTANCE.key(),
            GRID_ALIGNMENT,
            INTENSITY_ROUNDING,
            MASK_INTERPOLATION,
            ParameterKey.PRE_CROP.key(),
            CROP_DISTANCE,
            ParameterKey.RESEGMENT_RANGE.key(),
            ParameterKey.RESEGMENT_MODE.key(),
            ParameterKey.RESEGMENT_SHAPE.key(),
            SHAPE_REGION,
            OUTLIER_SIGMAS,
            ParameterKey.BIN_WIDTH.key(),
            BIN_ANCHOR,
            BIN_RANGE_MINIMUM,
            ParameterKey.BIN_COUNT.key(),
            BIN_COUNT_RULE,
            ParameterKey.ADDITIONAL_INFO.key(),
            MAXIMUM_VOXELS,
            MAXIMUM_GRAY_LEVELS,
            IMAGE_TYPE,
            FEATURE_CLASS,
            PLANES);

    /** What images of two dimensions may have of their own. */
    static final List<String> OF_PLANES = List.of(IMAGE_TYPE, FEATURE_CLASS);

    /** What every image type may have beside the options of its filter. */
    static final List<String> OF_EVERY_IMAGE_TYPE =
            Stream.concat(BINS.stream(), Stream.of(FEATURE_CLASS)).toList();

    /** The filters and their options. */
    static final Map<String, List<String>> FILTERS = filters();

    /** The families and their options. */
    static final Map<String, List<String>> FAMILIES = families();

    /** IBSI's families and their options; a texture matrix has one for each way of aggregation. */
    static final Map<String, List<String>> IBSI_FAMILIES = ibsiFamilies();

    private SettingsKeys() {}

    /** Returns the options of a family, or nothing where there is none of this name. */
    static @Nullable List<String> optionsOf(String family) {
        return FAMILIES.getOrDefault(family, IBSI_FAMILIES.get(family));
    }

    private static Map<String, List<String>> ibsiFamilies() {
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (FeatureFamily family : IbsiFamilies.all()) {
            families.put(
                    family.name(),
                    family instanceof TextureFamily
                            ? List.of(DISTANCE, COARSENESS)
                            : family instanceof IntensityVolumeHistogramFamily
                                    ? List.of(BINS_OF_VOLUME_HISTOGRAM, RANGE, BIN_SIZE, ParameterKey.BIN_COUNT.key())
                                    : List.of());
        }
        return families;
    }

    private static Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        filters.put("Original", List.of());
        filters.put("LoG", List.of(ParameterKey.SIGMA.key()));
        filters.put(
                "Wavelet",
                List.of(
                        ParameterKey.WAVELET.key(),
                        ParameterKey.START_LEVEL.key(),
                        ParameterKey.LEVEL.key(),
                        ParameterKey.FORCE_2D.key(),
                        ParameterKey.FORCE_2D_DIMENSION.key()));
        filters.put("Square", List.of());
        filters.put("SquareRoot", List.of());
        filters.put("Logarithm", List.of());
        filters.put("Exponential", List.of());
        filters.put("Gradient", List.of(ParameterKey.GRADIENT_USE_SPACING.key()));
        filters.put(
                "LBP2D",
                List.of(
                        ParameterKey.LBP_2D_RADIUS.key(),
                        ParameterKey.LBP_2D_SAMPLES.key(),
                        ParameterKey.LBP_2D_METHOD.key(),
                        ParameterKey.FORCE_2D_DIMENSION.key()));
        filters.put(
                "LBP3D",
                List.of(
                        ParameterKey.LBP_3D_LEVELS.key(),
                        ParameterKey.LBP_3D_ICOSPHERE_RADIUS.key(),
                        ParameterKey.LBP_3D_ICOSPHERE_SUBDIVISION.key()));
        return filters;
    }

    private static Map<String, List<String>> families() {
        String distances = ParameterKey.DISTANCES.key();
        String force2d = ParameterKey.FORCE_2D.key();
        String dimension = ParameterKey.FORCE_2D_DIMENSION.key();
        String norm = ParameterKey.WEIGHTING_NORM.key();
        Map<String, List<String>> families = new LinkedHashMap<>();
        families.put("shape", List.of(COVARIANCE_DIVISOR));
        families.put("shape2D", List.of(dimension));
        families.put("firstorder", List.of(ParameterKey.VOXEL_ARRAY_SHIFT.key(), KURTOSIS));
        families.put(
                "glcm", List.of(ParameterKey.SYMMETRICAL_GLCM.key(), norm, distances, force2d, dimension, DIRECTIONS));
        families.put("gldm", List.of(ParameterKey.GLDM_A.key(), distances, force2d, dimension, DIRECTIONS));
        families.put("glrlm", List.of(norm, force2d, dimension, DIRECTIONS));
        families.put("glszm", List.of(force2d, dimension, DIRECTIONS));
        families.put("ngtdm", List.of(VOXELS_WITHOUT_NEIGHBORS, distances, force2d, dimension, DIRECTIONS));
        return families;
    }

    /** Says where a key that stands in the wrong place belongs, or which one it may have been meant to be. */
    static String hint(String key, List<String> known) {
        if (OF_THE_CASE.contains(key)) {
            return ": it stands in " + EXTRACTION;
        }
        List<String> owners = Stream.concat(
                        FILTERS.entrySet().stream()
                                .filter(filter -> filter.getValue().contains(key))
                                .map(filter -> IMAGE_TYPE + "." + filter.getKey()),
                        Stream.concat(FAMILIES.entrySet().stream(), IBSI_FAMILIES.entrySet().stream())
                                .filter(family -> family.getValue().contains(key))
                                .map(family -> FEATURE_CLASS + "." + family.getKey()))
                .toList();
        return owners.isEmpty() ? nearest(key, known) : ": it is an option of " + String.join(", ", owners);
    }

    /** Names the key that is nearest by Levenshtein's distance, where one is near; else nothing. */
    static String nearest(String name, List<String> known) {
        String best = null;
        int smallest = Math.max(2, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = editDistance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < smallest) {
                smallest = distance;
                best = candidate;
            }
        }
        return best == null ? "" : " (did you mean " + best + "?)";
    }

    /** Levenshtein's distance, row by row. */
    private static int editDistance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
