package io.github.radiomics4j.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Parameter files that PyRadiomics' schema accepts, by seed: every image type, feature class and key in it, with values
 * that keep an extraction of a small lesion short. Some of them suit no case, such as a range that holds no voxel.
 */
final class RandomParameters {
    private static final List<String> INTERPOLATORS = List.of(
            "sitkNearestNeighbor",
            "sitkLinear",
            "sitkBSpline",
            "sitkGaussian",
            "sitkLabelGaussian",
            "sitkHammingWindowedSinc",
            "sitkCosineWindowedSinc",
            "sitkWelchWindowedSinc",
            "sitkLanczosWindowedSinc",
            "sitkBlackmanWindowedSinc");

    /** Names that PyRadiomics has, some of them deprecated, which only a file that names them asks for. */
    private static final Map<String, List<String>> FEATURES = Map.of(
            "firstorder",
            List.of("Energy", "Entropy", "StandardDeviation", "Kurtosis", "10Percentile", "Uniformity", "Range"),
            "glcm",
            List.of("SumAverage", "Dissimilarity", "MCC", "Imc1", "Imc2", "Idmn", "SumVariance", "Homogeneity1"),
            "gldm",
            List.of("DependenceEntropy", "DependencePercentage", "SmallDependenceEmphasis", "GrayLevelVariance"),
            "glrlm",
            List.of("RunEntropy", "RunPercentage", "ShortRunEmphasis", "GrayLevelNonUniformity"),
            "glszm",
            List.of("ZoneEntropy", "ZonePercentage", "LargeAreaEmphasis", "ZoneVariance"),
            "ngtdm",
            List.of("Busyness", "Coarseness", "Complexity", "Contrast", "Strength"),
            "shape",
            List.of("MeshVolume", "Compactness1", "Compactness2", "SphericalDisproportion", "Flatness", "VoxelVolume"),
            "shape2D",
            List.of("MeshSurface", "Perimeter", "SphericalDisproportion", "Elongation"));

    private final Random random;

    private RandomParameters(long seed) {
        this.random = new Random(seed);
    }

    /** Returns the text of a valid parameter file, YAML or, one time in eight, JSON. */
    static String valid(long seed) {
        return new RandomParameters(seed).file();
    }

    private String file() {
        Map<String, Object> sections = new LinkedHashMap<>();
        if (isOneIn(8)) {
            sections.put("voxelSetting", voxelSetting());
        }
        if (!isOneIn(8)) {
            sections.put("setting", setting());
        }
        if (!isOneIn(5)) {
            sections.put("imageType", imageTypes());
        }
        if (!isOneIn(4) || sections.isEmpty()) {
            sections.put("featureClass", featureClasses());
        }
        List<String> order = new ArrayList<>(sections.keySet());
        Collections.shuffle(order, random);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        order.forEach(section -> shuffled.put(section, sections.get(section)));
        return isOneIn(8) ? json(shuffled) : yaml(shuffled);
    }

    private Map<String, Object> setting() {
        Map<String, Object> keys = new LinkedHashMap<>();
        maybe(6, () -> keys.put("minimumROIDimensions", 1 + random.nextInt(3)));
        maybe(8, () -> keys.put("minimumROISize", 1 + random.nextInt(60)));
        maybe(8, () -> keys.put("geometryTolerance", oneOf(1e-6, 0.001, 1)));
        maybe(6, () -> keys.put("correctMask", random.nextBoolean()));
        maybe(3, () -> keys.put("additionalInfo", random.nextBoolean()));
        maybe(4, () -> keys.put("label", isOneIn(6) ? 3 : 1 + random.nextInt(2)));
        maybe(8, () -> keys.put("label_channel", random.nextInt(2)));
        maybe(3, () -> keys.put("normalize", random.nextBoolean()));
        maybe(3, () -> keys.put("normalizeScale", oneOf(1, 100, 50.5)));
        maybe(4, () -> keys.put("removeOutliers", oneOf(1, 2.5, 3)));
        maybe(2, () -> keys.put("resampledPixelSpacing", isOneIn(6) ? null : spacing()));
        maybe(2, () -> keys.put("interpolator", interpolator()));
        maybe(3, () -> keys.put("padDistance", random.nextInt(9)));
        maybe(4, () -> resegmentation(keys));
        maybe(4, () -> keys.put("preCrop", random.nextBoolean()));
        keysOfImages(keys);
        return shuffled(keys);
    }

    /** Keys that an image type may have for itself. */
    private void keysOfImages(Map<String, Object> keys) {
        maybe(2, () -> keys.put("binWidth", oneOf(5, 10, 25, 12.5, 7.3, 50, 300, 0.3e2)));
        maybe(5, () -> keys.put("binCount", oneOf(1, 2, 8, 16, 33)));
        maybe(
                4,
                () -> keys.put(
                        "distances", oneOf(List.of(1), List.of(2), List.of(1, 2), List.of(3, 1), List.of(2, 2))));
        maybe(4, () -> keys.put("force2D", random.nextBoolean()));
        maybe(4, () -> keys.put("force2Ddimension", random.nextInt(3)));
        maybe(5, () -> keys.put("voxelArrayShift", oneOf(0, 300, -70, 1000)));
        maybe(5, () -> keys.put("symmetricalGLCM", random.nextBoolean()));
        maybe(3, () -> keys.put("weightingNorm", oneOf("euclidean", "manhattan", "infinity", "no_weighting", null)));
        maybe(5, () -> keys.put("gldm_a", random.nextInt(4)));
        maybe(5, () -> keys.put("sigma", sigmas()));
        maybe(6, () -> keys.put("gradientUseSpacing", random.nextBoolean()));
        maybe(6, () -> wavelet(keys));
        maybe(6, () -> patterns(keys));
    }

    private void resegmentation(Map<String, Object> keys) {
        String mode = oneOf("absolute", "relative", "sigma");
        List<Object> range = switch (mode) {
            case "relative" -> oneOf(List.of(0.3), List.of(0.2, 0.9), List.of(1.1), List.of(0, 1));
            case "sigma" -> oneOf(List.of(-2, 2), List.of(-1.5, 1), List.of(0), List.of(3, -3));
            default -> oneOf(List.of(0, 250), List.of(-100.5), List.of(-20, 20), List.of(-1e3, 1e3, 5));
        };
        keys.put("resegmentRange", isOneIn(6) ? null : range);
        if (!mode.equals("absolute") || random.nextBoolean()) {
            keys.put("resegmentMode", mode);
        }
        maybe(2, () -> keys.put("resegmentShape", random.nextBoolean()));
    }

    private void wavelet(Map<String, Object> keys) {
        maybe(2, () -> keys.put("wavelet", oneOf("haar", "db4", "sym5", "coif2", "bior2.2", "rbio1.3", "dmey")));
        maybe(3, () -> keys.put("level", 1 + random.nextInt(2)));
        maybe(3, () -> keys.put("start_level", random.nextInt(2)));
    }

    private void patterns(Map<String, Object> keys) {
        maybe(2, () -> keys.put("lbp2DRadius", oneOf(1, 1.5, 2)));
        maybe(2, () -> keys.put("lbp2DSamples", oneOf(4, 8, 9, 24)));
        maybe(2, () -> keys.put("lbp2DMethod", oneOf("default", "ror", "uniform", "var")));
        maybe(2, () -> keys.put("lbp3DLevels", 1 + random.nextInt(3)));
        maybe(2, () -> keys.put("lbp3DIcosphereRadius", oneOf(1, 1.5)));
        maybe(2, () -> keys.put("lbp3DIcosphereSubdivision", random.nextInt(2)));
    }

    private Map<String, Object> voxelSetting() {
        Map<String, Object> keys = new LinkedHashMap<>();
        maybe(2, () -> keys.put("kernelRadius", 1 + random.nextInt(3)));
        maybe(2, () -> keys.put("maskedKernel", random.nextBoolean()));
        maybe(2, () -> keys.put("initValue", oneOf(0, "nan", -1.5)));
        maybe(2, () -> keys.put("voxelBatch", 1000));
        return keys;
    }

    private Map<String, Object> imageTypes() {
        Map<String, Object> types = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(
                List.of("Original", "LoG", "Wavelet", "Square", "SquareRoot", "Logarithm", "Exponential", "Gradient"));
        maybe(3, () -> names.add("LBP2D"));
        maybe(8, () -> names.add("LBP3D"));
        Collections.shuffle(names, random);
        for (String name : names.subList(0, random.nextInt(4))) {
            Map<String, Object> own = new LinkedHashMap<>();
            maybe(3, () -> keysOfImages(own));
            if (name.equals("LoG") && !isOneIn(6)) {
                own.put("sigma", sigmas());
            }
            types.put(name, shuffled(own));
        }
        return types;
    }

    private Map<String, Object> featureClasses() {
        List<String> names = new ArrayList<>(ParameterSettings.FEATURE_CLASSES);
        if (!isOneIn(8)) {
            names.remove("shape2D");
        }
        Collections.shuffle(names, random);
        Map<String, Object> classes = new LinkedHashMap<>();
        for (String name : names.subList(0, random.nextInt(names.size() + 1))) {
            List<String> features = new ArrayList<>(FEATURES.get(name));
            Collections.shuffle(features, random);
            switch (random.nextInt(4)) {
                case 0 -> classes.put(name, features.subList(0, 1 + random.nextInt(features.size())));
                case 1 -> classes.put(name, List.of());
                default -> classes.put(name, null);
            }
        }
        return classes;
    }

    private List<Object> spacing() {
        return List.of(oneOf(0, 0.7, 1, 2.0), oneOf(0, 1, 1.5, 2), oneOf(0, 1.5, 3, 2));
    }

    private Object interpolator() {
        return isOneIn(8) ? null : random.nextBoolean() ? 1 + random.nextInt(10) : oneOf(INTERPOLATORS.toArray());
    }

    private List<Object> sigmas() {
        return oneOf(List.of(1), List.of(1.0), List.of(2.0, 3), List.of(0.5), List.of(5.25, 1), List.of(2, 2));
    }

    private Map<String, Object> shuffled(Map<String, Object> keys) {
        List<String> order = new ArrayList<>(keys.keySet());
        Collections.shuffle(order, random);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        order.forEach(key -> shuffled.put(key, keys.get(key)));
        return shuffled;
    }

    private boolean isOneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private void maybe(int oneIn, Runnable action) {
        if (isOneIn(oneIn)) {
            action.run();
        }
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Sections over lines, lists and what lies in sections in flow style or over lines, by chance. */
    private String yaml(Map<String, Object> sections) {
        StringBuilder text = new StringBuilder(isOneIn(3) ? "# a comment\n---\n" : "");
        sections.forEach((name, section) -> block(text, 0, name, section));
        return text.toString();
    }

    private void block(StringBuilder text, int depth, String key, Object value) {
        text.append("  ".repeat(depth)).append(key).append(':');
        if (value instanceof Map<?, ?> section && !section.isEmpty() && !isOneIn(6)) {
            text.append('\n');
            section.forEach((name, inner) -> block(text, depth + 1, (String) name, inner));
        } else if (value instanceof List<?> list && !list.isEmpty() && random.nextBoolean()) {
            text.append('\n');
            list.forEach(item -> text.append("  ".repeat(depth))
                    .append("- ")
                    .append(flow(item))
                    .append('\n'));
        } else {
            text.append(value == null ? "" : " " + flow(value)).append(isOneIn(6) ? "  # why\n" : "\n");
        }
    }

    private String flow(Object value) {
        if (value instanceof String && random.nextBoolean()) {
            return random.nextBoolean() ? "'" + value + "'" : "\"" + value + "\"";
        }
        return flow(value, value instanceof String ? (String) value : "");
    }

    private static String json(Object value) {
        return value instanceof String ? "\"" + value + "\"" : flow(value, "");
    }

    /** JSON, but for text. */
    private static String flow(Object value, String text) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner entries = new StringJoiner(", ", "{", "}");
            map.forEach((key, inner) -> entries.add("\"" + key + "\": " + json(inner)));
            return entries.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            list.forEach(item -> items.add(json(item)));
            return items.toString();
        }
        return value instanceof String ? text : String.valueOf(value);
    }
}
