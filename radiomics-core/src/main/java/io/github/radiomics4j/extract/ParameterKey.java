package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings that a PyRadiomics parameter file may have, with the check of each. Names are PyRadiomics', so constants
 * are found by {@link #named}.
 */
enum ParameterKey {
    MINIMUM_ROI_DIMENSIONS("minimumROIDimensions", v -> v.asInt(1, 3)),
    MINIMUM_ROI_SIZE("minimumROISize", v -> v.asInt(1, Integer.MAX_VALUE)),
    GEOMETRY_TOLERANCE("geometryTolerance", v -> v.asDoubleAbove(0)),
    CORRECT_MASK("correctMask", ParameterValue::asBoolean),
    ADDITIONAL_INFO("additionalInfo", ParameterValue::asBoolean),
    LABEL("label", v -> v.asInt(1, Integer.MAX_VALUE)),
    LABEL_CHANNEL("label_channel", v -> v.asInt(0, Integer.MAX_VALUE)),
    BIN_WIDTH("binWidth", v -> v.asDoubleAbove(0)),
    BIN_COUNT("binCount", v -> v.asInt(1, GrayLevels.MAXIMUM_LEVELS)),
    NORMALIZE("normalize", ParameterValue::asBoolean),
    NORMALIZE_SCALE("normalizeScale", v -> v.asDoubleAbove(0)),
    REMOVE_OUTLIERS("removeOutliers", v -> v.asDoubleAbove(0)),
    RESAMPLED_PIXEL_SPACING("resampledPixelSpacing", ParameterKey::spacing, true),
    INTERPOLATOR("interpolator", ParameterKey::interpolator, true),
    PAD_DISTANCE("padDistance", v -> v.asInt(0, Integer.MAX_VALUE)),
    DISTANCES("distances", ParameterKey::distances),
    FORCE_2D("force2D", ParameterValue::asBoolean),
    FORCE_2D_DIMENSION("force2Ddimension", v -> v.asInt(0, 2)),
    RESEGMENT_RANGE("resegmentRange", v -> numbers(v, ParameterValue::asDouble), true),
    RESEGMENT_MODE("resegmentMode", v -> oneOf(v, "absolute", "relative", "sigma")),
    RESEGMENT_SHAPE("resegmentShape", ParameterValue::asBoolean),
    PRE_CROP("preCrop", ParameterValue::asBoolean),
    SIGMA("sigma", v -> numbers(v, item -> item.asDoubleAbove(0))),
    START_LEVEL("start_level", v -> v.asInt(0, Integer.MAX_VALUE)),
    LEVEL("level", v -> v.asInt(1, Integer.MAX_VALUE)),
    WAVELET("wavelet", ParameterValue::asText),
    GRADIENT_USE_SPACING("gradientUseSpacing", ParameterValue::asBoolean),
    LBP_2D_RADIUS("lbp2DRadius", v -> v.asDoubleAbove(0)),
    LBP_2D_SAMPLES("lbp2DSamples", v -> v.asInt(1, Integer.MAX_VALUE)),
    LBP_2D_METHOD("lbp2DMethod", v -> oneOf(v, "default", "ror", "uniform", "var")),
    LBP_3D_LEVELS("lbp3DLevels", v -> v.asInt(1, Integer.MAX_VALUE)),
    LBP_3D_ICOSPHERE_RADIUS("lbp3DIcosphereRadius", v -> v.asDoubleAbove(0)),
    LBP_3D_ICOSPHERE_SUBDIVISION("lbp3DIcosphereSubdivision", v -> v.asInt(0, Integer.MAX_VALUE)),
    VOXEL_ARRAY_SHIFT("voxelArrayShift", v -> v.asInt(Integer.MIN_VALUE, Integer.MAX_VALUE)),
    SYMMETRICAL_GLCM("symmetricalGLCM", ParameterValue::asBoolean),
    WEIGHTING_NORM("weightingNorm", v -> oneOf(v, "euclidean", "manhattan", "infinity", "no_weighting"), true),
    GLDM_A("gldm_a", v -> v.asInt(0, Integer.MAX_VALUE)),
    KERNEL_RADIUS("kernelRadius", v -> v.asInt(1, Integer.MAX_VALUE)),
    MASKED_KERNEL("maskedKernel", ParameterValue::asBoolean),
    INIT_VALUE("initValue", ParameterValue::asDouble),
    VOXEL_BATCH("voxelBatch", v -> v.asInt(-1, Integer.MAX_VALUE));

    /** Keys of the section voxelSetting; all others stand in setting. */
    static final Set<ParameterKey> OF_VOXEL_MAPS = Set.of(KERNEL_RADIUS, MASKED_KERNEL, INIT_VALUE, VOXEL_BATCH);

    /** Keys that act before any filter, so that one image type cannot have its own. */
    static final Set<ParameterKey> OF_THE_CASE = Set.of(
            MINIMUM_ROI_DIMENSIONS,
            MINIMUM_ROI_SIZE,
            GEOMETRY_TOLERANCE,
            CORRECT_MASK,
            ADDITIONAL_INFO,
            LABEL,
            LABEL_CHANNEL,
            NORMALIZE,
            NORMALIZE_SCALE,
            REMOVE_OUTLIERS,
            RESAMPLED_PIXEL_SPACING,
            INTERPOLATOR,
            PAD_DISTANCE,
            RESEGMENT_RANGE,
            RESEGMENT_MODE,
            RESEGMENT_SHAPE,
            PRE_CROP);

    private interface Check {
        /** Reads the value or throws; the result is the value as its type. */
        Object read(ParameterValue value);
    }

    private final String key;
    private final Check check;
    private final boolean mayBeNull;

    ParameterKey(String key, Check check) {
        this(key, check, false);
    }

    ParameterKey(String key, Check check, boolean mayBeNull) {
        this.key = key;
        this.check = check;
        this.mayBeNull = mayBeNull;
    }

    /** The key as a parameter file has it. */
    String key() {
        return key;
    }

    static Optional<ParameterKey> named(String key) {
        for (ParameterKey candidate : values()) {
            if (candidate.key.equals(key)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static List<String> keys(boolean ofVoxelMaps) {
        TreeSet<String> keys = new TreeSet<>();
        for (ParameterKey key : values()) {
            if (OF_VOXEL_MAPS.contains(key) == ofVoxelMaps) {
                keys.add(key.key);
            }
        }
        return List.copyOf(keys);
    }

    /** Checks a value; "nothing" is a value only where PyRadiomics gives it a meaning. */
    void check(ParameterValue value) {
        if (value.isNull()) {
            if (!mayBeNull) {
                throw value.problem("must have a value; leave the key out for PyRadiomics' default");
            }
            return;
        }
        check.read(value);
    }

    private static Object numbers(ParameterValue value, Check item) {
        List<ParameterValue> list = value.asList();
        if (list.isEmpty()) {
            throw value.problem("must have at least one number, found an empty list");
        }
        list.forEach(item::read);
        return list;
    }

    /** PyRadiomics counts the neighbors at a distance as often as it is named; that is a slip and not a setting. */
    private static Object distances(ParameterValue value) {
        numbers(value, item -> item.asInt(1, Neighborhood.LARGEST_DISTANCE));
        if (value.asList().stream().map(ParameterValue::value).distinct().count()
                < value.asList().size()) {
            throw value.problem("must have each distance once, found " + value);
        }
        return value;
    }

    private static Object spacing(ParameterValue value) {
        List<ParameterValue> list = value.asList();
        if (list.size() != 3 && list.size() != 2) {
            throw value.problem(
                    "must have three numbers (x, y, z in mm), or two for images of two dimensions, found " + value);
        }
        list.forEach(item -> item.asDoubleAtLeast(0));
        return list;
    }

    private static Object interpolator(ParameterValue value) {
        return value.value() instanceof Long ? value.asInt(1, 10) : value.asText();
    }

    private static Object oneOf(ParameterValue value, String... allowed) {
        String text = value.asText();
        if (!List.of(allowed).contains(text)) {
            throw value.problem("must be one of " + List.of(allowed) + ", found " + value.found());
        }
        return text;
    }
}
