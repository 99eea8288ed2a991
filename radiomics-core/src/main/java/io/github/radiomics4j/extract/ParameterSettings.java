package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.extract.ExtractionSettings.Planes;
import io.github.radiomics4j.feature.DirectionMerging;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.GlcmFamily;
import io.github.radiomics4j.feature.GldmFamily;
import io.github.radiomics4j.feature.GlrlmFamily;
import io.github.radiomics4j.feature.GlszmFamily;
import io.github.radiomics4j.feature.NgtdmFamily;
import io.github.radiomics4j.feature.Shape2DFamily;
import io.github.radiomics4j.feature.ShapeFamily;
import io.github.radiomics4j.filter.Exponential;
import io.github.radiomics4j.filter.Gradient;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.LocalBinaryPattern2D;
import io.github.radiomics4j.filter.LocalBinaryPattern3D;
import io.github.radiomics4j.filter.Logarithm;
import io.github.radiomics4j.filter.MotherWavelet;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Square;
import io.github.radiomics4j.filter.SquareRoot;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.preprocess.Cropping;
import io.github.radiomics4j.preprocess.Interpolator;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.table.NamingScheme;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns checked keys of a parameter file into {@link ExtractionSettings}; what is not built yet is refused by name. */
final class ParameterSettings {
    static final List<String> IMAGE_TYPES = List.of(
            "Original",
            "LoG",
            "Wavelet",
            "Square",
            "SquareRoot",
            "Logarithm",
            "Exponential",
            "Gradient",
            "LBP2D",
            "LBP3D");

    static final List<String> FEATURE_CLASSES =
            List.of("firstorder", "glcm", "gldm", "glrlm", "glszm", "ngtdm", "shape", "shape2D");

    /** Names that PyRadiomics accepts, and gives no value for. */
    private static final Map<String, List<String>> WITHOUT_VALUE = Map.of(
            "glcm", List.of("Dissimilarity", "Homogeneity1", "Homogeneity2", "SumVariance"),
            "gldm", List.of("DependencePercentage", "GrayLevelNonUniformityNormalized"));

    private static final int PAD_DISTANCE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ParameterSettings.class);

    private final String source;
    private final Map<String, Map<ParameterKey, ParameterValue>> imageTypes;
    private final Map<String, List<ParameterValue>> featureClasses;
    private final Map<ParameterKey, ParameterValue> settings;
    private final int dimensions;
    private final Set<String> remarks = new LinkedHashSet<>();

    ParameterSettings(
            String source,
            Map<String, Map<ParameterKey, ParameterValue>> imageTypes,
            Map<String, List<ParameterValue>> featureClasses,
            Map<ParameterKey, ParameterValue> settings) {
        this(source, imageTypes, featureClasses, settings, 3);
    }

    private ParameterSettings(
            String source,
            Map<String, Map<ParameterKey, ParameterValue>> imageTypes,
            Map<String, List<ParameterValue>> featureClasses,
            Map<ParameterKey, ParameterValue> settings,
            int dimensions) {
        this.dimensions = dimensions;
        this.source = source;
        this.imageTypes = imageTypes;
        this.featureClasses = featureClasses;
        this.settings = settings;
    }

    /** What was warned of so far, each once. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    private void warn(String remark) {
        // What is said of volumes holds of images of two dimensions too, and is said once.
        if (dimensions == 3 && remarks.add(source + ": " + remark)) {
            LOG.warn("{}: {}", source, remark);
        }
    }

    ExtractionSettings toSettings() {
        if (settings.containsKey(ParameterKey.BIN_COUNT) && settings.containsKey(ParameterKey.BIN_WIDTH)) {
            warn("binCount and binWidth are both set; binCount is used");
        }
        Planes ofVolumes = computed();
        Planes ofPlanes = new ParameterSettings(source, imageTypes, featureClasses, settings, 2).computed();
        return new ExtractionSettings(
                intOr(ParameterKey.LABEL, 1),
                maskCheck(),
                List.of(),
                normalization(),
                resampling(),
                isTrue(settings, ParameterKey.PRE_CROP, false)
                        ? Optional.of(new Cropping(intOr(ParameterKey.PAD_DISTANCE, PAD_DISTANCE)))
                        : Optional.empty(),
                resegmentation(),
                ofVolumes.imageTypes(),
                discretization(settings),
                ofVolumes.families(),
                isTrue(settings, ParameterKey.ADDITIONAL_INFO, true),
                NamingScheme.PYRADIOMICS,
                ExtractionLimits.withDefaults(),
                Optional.of(ofPlanes));
    }

    /** The images and families, of volumes or of images of two dimensions. */
    private Planes computed() {
        List<FamilySelection> families = families(settings);
        List<ImageType> types = new ArrayList<>();
        if (imageTypes.isEmpty()) {
            types.add(ImageType.of(new Original()));
        }
        imageTypes.forEach((name, overrides) -> types.add(imageType(name, overrides, families)));
        return new Planes(types, families);
    }

    private ImageType imageType(
            String name, Map<ParameterKey, ParameterValue> overrides, List<FamilySelection> families) {
        Map<ParameterKey, ParameterValue> merged = new EnumMap<>(ParameterKey.class);
        merged.putAll(settings);
        merged.putAll(overrides);
        ImageType type = ImageType.of(filter(name, merged));
        Discretization ownDiscretization = discretization(merged);
        if (!ownDiscretization.equals(discretization(settings))) {
            type = type.withDiscretization(ownDiscretization);
        }
        List<FamilySelection> ownFamilies = families(merged);
        return ownFamilies.equals(families) ? type : type.withFamilies(ownFamilies);
    }

    private ImageFilter filter(String name, Map<ParameterKey, ParameterValue> keys) {
        return switch (name) {
            case "Original" -> new Original();
            case "LoG" -> laplacianOfGaussian(keys.get(ParameterKey.SIGMA));
            case "Wavelet" -> wavelet(keys);
            case "Square" -> new Square();
            case "SquareRoot" -> new SquareRoot();
            case "Logarithm" -> new Logarithm();
            case "Exponential" -> new Exponential();
            case "Gradient" -> new Gradient(isTrue(keys, ParameterKey.GRADIENT_USE_SPACING, true));
            case "LBP2D" -> localBinaryPattern(keys);
            case "LBP3D" -> localBinaryPattern3D(keys);
            default -> throw new IllegalStateException("image type " + name);
        };
    }

    /** Whole numbers and numbers with a point give columns of different names, as in PyRadiomics; the same once. */
    private static ImageFilter laplacianOfGaussian(@Nullable ParameterValue sigma) {
        Set<LaplacianOfGaussian.Sigma> sigmas = new LinkedHashSet<>();
        if (sigma != null) {
            for (ParameterValue item : sigma.asList()) {
                sigmas.add(
                        item.value() instanceof Long whole
                                ? new LaplacianOfGaussian.Sigma(whole, whole.toString())
                                : LaplacianOfGaussian.Sigma.of(item.asDouble()));
            }
        }
        return new LaplacianOfGaussian(List.copyOf(sigmas));
    }

    private ImageFilter localBinaryPattern(Map<ParameterKey, ParameterValue> keys) {
        if (!isTrue(keys, ParameterKey.FORCE_2D, false)) {
            warn("the patterns of LBP2D are those of slices, the features those of the volume");
        }
        LocalBinaryPattern2D filter =
                LocalBinaryPattern2D.withDefaults().withAxis(intOr(keys, ParameterKey.FORCE_2D_DIMENSION, 0));
        ParameterValue radius = keys.get(ParameterKey.LBP_2D_RADIUS);
        if (radius != null) {
            filter = filter.withRadiusVoxels(radius.asDoubleAbove(0));
        }
        ParameterValue samples = keys.get(ParameterKey.LBP_2D_SAMPLES);
        if (samples != null) {
            filter = filter.withSamples(samples.asInt(1, LocalBinaryPattern2D.MAXIMUM_SAMPLES));
        }
        ParameterValue method = keys.get(ParameterKey.LBP_2D_METHOD);
        return method == null
                ? filter
                : filter.withMethod(LocalBinaryPattern2D.Method.byName(method.asText())
                        .orElseThrow(() -> new IllegalStateException("method " + method)));
    }

    private ImageFilter localBinaryPattern3D(Map<ParameterKey, ParameterValue> keys) {
        if (dimensions == 3 && isTrue(keys, ParameterKey.FORCE_2D, false)) {
            LOG.warn("{}: the patterns of LBP3D are those of the volume, the features those of planes", source);
        }
        LocalBinaryPattern3D filter = LocalBinaryPattern3D.withDefaults();
        ParameterValue levels = keys.get(ParameterKey.LBP_3D_LEVELS);
        if (levels != null) {
            filter = filter.withLevels(levels.asInt(1, LocalBinaryPattern3D.MAXIMUM_LEVELS));
        }
        ParameterValue radius = keys.get(ParameterKey.LBP_3D_ICOSPHERE_RADIUS);
        if (radius != null) {
            filter = filter.withRadiusVoxels(radius.asDoubleAbove(0));
        }
        ParameterValue subdivision = keys.get(ParameterKey.LBP_3D_ICOSPHERE_SUBDIVISION);
        return subdivision == null
                ? filter
                : filter.withSubdivision(subdivision.asInt(0, LocalBinaryPattern3D.MAXIMUM_SUBDIVISION));
    }

    private ImageFilter wavelet(Map<ParameterKey, ParameterValue> keys) {
        Wavelet wavelet = Wavelet.withDefaults();
        if (leavesAxisOut(keys)) {
            wavelet = wavelet.inPlanesAcross(planeAxis(keys));
        }
        ParameterValue name = keys.get(ParameterKey.WAVELET);
        if (name != null) {
            if (!MotherWavelet.names().contains(name.asText())) {
                throw name.problem(
                        "must be one of " + String.join(", ", MotherWavelet.names()) + ", found " + name.found());
            }
            wavelet = wavelet.withWavelet(MotherWavelet.byName(name.asText()));
        }
        ParameterValue level = keys.get(ParameterKey.LEVEL);
        ParameterValue start = keys.get(ParameterKey.START_LEVEL);
        try {
            return wavelet.withLevels(
                    intOr(keys, ParameterKey.START_LEVEL, wavelet.startLevel()),
                    intOr(keys, ParameterKey.LEVEL, wavelet.level()));
        } catch (IllegalArgumentException e) {
            throw Objects.requireNonNull(level == null ? start : level).problem("cannot be: " + e.getMessage());
        }
    }

    private List<FamilySelection> families(Map<ParameterKey, ParameterValue> keys) {
        List<FamilySelection> families = new ArrayList<>();
        if (featureClasses.isEmpty()) {
            for (String name : FEATURE_CLASSES) {
                if (dimensions == 2 || !name.equals("shape2D")) {
                    families.add(FamilySelection.allOf(family(name, keys)));
                }
            }
            return families;
        }
        featureClasses.forEach((name, features) -> {
            families.add(selection(name, family(name, keys), features));
        });
        return families;
    }

    private FamilySelection selection(String name, FeatureFamily family, List<ParameterValue> features) {
        if (features.isEmpty()) {
            return FamilySelection.allOf(family);
        }
        Map<String, ParameterValue> wanted = new LinkedHashMap<>();
        for (ParameterValue feature : features) {
            String text = feature.asText();
            if (WITHOUT_VALUE.getOrDefault(name, List.of()).contains(text)) {
                warn("feature " + text + " of " + name + " is deprecated and has no value");
            } else if (family.features().stream()
                    .noneMatch(known -> known.featureName().equals(text))) {
                throw feature.problem("is no feature of " + name + ": " + text + hint(name, text) + "; there are "
                        + String.join(
                                ", ",
                                family.features().stream()
                                        .map(known -> known.featureName())
                                        .toList()));
            } else {
                wanted.putIfAbsent(text, feature);
            }
        }
        return FamilySelection.of(family, List.copyOf(wanted.keySet()));
    }

    private static String hint(String family, String feature) {
        return family.equals("shape") && feature.equals("Volume")
                ? " (since PyRadiomics 2.1 it is MeshVolume or VoxelVolume)"
                : "";
    }

    private FeatureFamily family(String name, Map<ParameterKey, ParameterValue> keys) {
        return switch (name) {
            case "shape" -> ShapeFamily.withDefaults();
            case "shape2D" ->
                Shape2DFamily.withDefaults().withAxis(2 - intOr(keys, ParameterKey.FORCE_2D_DIMENSION, 0));
            case "firstorder" ->
                FirstOrderFamily.withDefaults().withVoxelArrayShift(intOr(keys, ParameterKey.VOXEL_ARRAY_SHIFT, 0));
            case "glcm" ->
                GlcmFamily.withDefaults()
                        .withSymmetric(isTrue(keys, ParameterKey.SYMMETRICAL_GLCM, true))
                        .withMerging(merging(keys))
                        .withNeighborhood(neighborhood(keys));
            case "gldm" ->
                GldmFamily.withDefaults()
                        .withCoarseness(intOr(keys, ParameterKey.GLDM_A, 0))
                        .withNeighborhood(neighborhood(keys));
            case "glrlm" ->
                GlrlmFamily.withDefaults()
                        .withMerging(merging(keys))
                        .withNeighborhood(plane(keys, Neighborhood.adjacent()));
            case "glszm" -> GlszmFamily.withDefaults().withNeighborhood(plane(keys, Neighborhood.adjacent()));
            case "ngtdm" -> NgtdmFamily.withDefaults().withNeighborhood(neighborhood(keys));
            default -> throw new IllegalStateException("family " + name);
        };
    }

    private Neighborhood neighborhood(Map<ParameterKey, ParameterValue> keys) {
        ParameterValue distances = keys.get(ParameterKey.DISTANCES);
        return plane(
                keys,
                distances == null
                        ? Neighborhood.adjacent()
                        : Neighborhood.of(distances.asList().stream()
                                .mapToInt(item -> item.asInt(1, Neighborhood.LARGEST_DISTANCE))
                                .toArray()));
    }

    /** Axes of PyRadiomics count from the last one that the image has, z or y. */
    private int planeAxis(Map<ParameterKey, ParameterValue> keys) {
        return dimensions - 1 - intOr(keys, ParameterKey.FORCE_2D_DIMENSION, 0);
    }

    /** An image of two dimensions has no axis 2 to leave out: the key is then without effect. */
    private boolean leavesAxisOut(Map<ParameterKey, ParameterValue> keys) {
        return isTrue(keys, ParameterKey.FORCE_2D, false) && planeAxis(keys) >= 0;
    }

    private Neighborhood plane(Map<ParameterKey, ParameterValue> keys, Neighborhood neighborhood) {
        return leavesAxisOut(keys) ? neighborhood.inPlanesAcross(planeAxis(keys)) : neighborhood;
    }

    private static DirectionMerging merging(Map<ParameterKey, ParameterValue> keys) {
        ParameterValue norm = keys.get(ParameterKey.WEIGHTING_NORM);
        if (norm == null || norm.isNull()) {
            return DirectionMerging.AVERAGED;
        }
        return switch (norm.asText()) {
            case "euclidean" -> DirectionMerging.EUCLIDEAN;
            case "manhattan" -> DirectionMerging.MANHATTAN;
            case "infinity" -> DirectionMerging.INFINITY;
            default -> DirectionMerging.UNWEIGHTED;
        };
    }

    private Discretization discretization(Map<ParameterKey, ParameterValue> keys) {
        ParameterValue count = keys.get(ParameterKey.BIN_COUNT);
        if (count != null) {
            return new FixedBinCount(count.asInt(1, Integer.MAX_VALUE));
        }
        ParameterValue width = keys.get(ParameterKey.BIN_WIDTH);
        return width == null ? FixedBinWidth.withDefaults() : new FixedBinWidth(width.asDoubleAbove(0));
    }

    private MaskCheck maskCheck() {
        MaskCheck check = MaskCheck.withDefaults()
                .withMinimumRoiDimensions(intOr(ParameterKey.MINIMUM_ROI_DIMENSIONS, 2))
                .withCorrectMask(isTrue(settings, ParameterKey.CORRECT_MASK, false));
        ParameterValue size = settings.get(ParameterKey.MINIMUM_ROI_SIZE);
        if (size != null) {
            check = check.withMinimumRoiSize(size.asInt(1, Integer.MAX_VALUE));
        }
        ParameterValue tolerance = settings.get(ParameterKey.GEOMETRY_TOLERANCE);
        return tolerance == null ? check : check.withGeometryTolerance(tolerance.asDoubleAbove(0));
    }

    private Optional<Normalization> normalization() {
        if (!isTrue(settings, ParameterKey.NORMALIZE, false)) {
            return Optional.empty();
        }
        Normalization normalization = Normalization.withDefaults();
        ParameterValue scale = settings.get(ParameterKey.NORMALIZE_SCALE);
        if (scale != null) {
            normalization = normalization.withScale(scale.asDoubleAbove(0));
        }
        ParameterValue outliers = settings.get(ParameterKey.REMOVE_OUTLIERS);
        return Optional.of(
                outliers == null ? normalization : normalization.withRemoveOutliers(outliers.asDoubleAbove(0)));
    }

    /** Both a spacing and an interpolator are needed; either one absent means no resampling. */
    private Optional<Resampling> resampling() {
        ParameterValue spacing = settings.get(ParameterKey.RESAMPLED_PIXEL_SPACING);
        ParameterValue interpolator = settings.get(ParameterKey.INTERPOLATOR);
        if (spacing == null || spacing.isNull() || (interpolator != null && interpolator.isNull())) {
            return Optional.empty();
        }
        List<ParameterValue> mm = spacing.asList();
        double x = mm.get(0).asDoubleAtLeast(0);
        double y = mm.get(1).asDoubleAtLeast(0);
        Resampling resampling = (mm.size() == 2
                        ? Resampling.to(x, y)
                        : Resampling.to(x, y, mm.get(2).asDoubleAtLeast(0)))
                .withPadVoxels(intOr(ParameterKey.PAD_DISTANCE, PAD_DISTANCE));
        if (interpolator == null) {
            return Optional.of(resampling);
        }
        Interpolator named = (interpolator.value() instanceof Long number
                        ? Interpolator.byNumber(number.intValue())
                        : Interpolator.byName(interpolator.asText()))
                .orElseThrow(() -> interpolator.problem("must be 1 to 10 or one of "
                        + Arrays.stream(Interpolator.values())
                                .map(Interpolator::itkName)
                                .toList()
                        + ", found " + interpolator.found()));
        return Optional.of(resampling.withInterpolator(named));
    }

    private Optional<Resegmentation> resegmentation() {
        ParameterValue range = settings.get(ParameterKey.RESEGMENT_RANGE);
        if (range == null || range.isNull()) {
            return Optional.empty();
        }
        double[] bounds = range.asList().stream()
                .mapToDouble(ParameterValue::asDouble)
                .sorted()
                .toArray();
        if (bounds.length > 2 || !Arrays.stream(bounds).allMatch(Double::isFinite)) {
            throw range.problem("must have one or two numbers, found " + range);
        }
        ParameterValue mode = settings.get(ParameterKey.RESEGMENT_MODE);
        return Optional.of(new Resegmentation(
                bounds[0],
                bounds.length == 2 ? OptionalDouble.of(bounds[1]) : OptionalDouble.empty(),
                mode == null
                        ? Resegmentation.Mode.ABSOLUTE
                        : Resegmentation.Mode.valueOf(mode.asText().toUpperCase(Locale.ROOT)),
                isTrue(settings, ParameterKey.RESEGMENT_SHAPE, false)));
    }

    private int intOr(ParameterKey key, int absent) {
        return intOr(settings, key, absent);
    }

    private static int intOr(Map<ParameterKey, ParameterValue> keys, ParameterKey key, int absent) {
        ParameterValue value = keys.get(key);
        return value == null ? absent : value.asInt(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static boolean isTrue(Map<ParameterKey, ParameterValue> keys, ParameterKey key, boolean absent) {
        ParameterValue value = keys.get(key);
        return value == null ? absent : value.asBoolean();
    }
}
