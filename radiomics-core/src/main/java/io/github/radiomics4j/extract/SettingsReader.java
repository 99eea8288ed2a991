package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.WidthAnchor;
import io.github.radiomics4j.extract.ExtractionSettings.Planes;
import io.github.radiomics4j.extract.ParameterFile.Entry;
import io.github.radiomics4j.extract.ParameterFile.Section;
import io.github.radiomics4j.feature.DirectionMerging;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.GlcmFamily;
import io.github.radiomics4j.feature.GldmFamily;
import io.github.radiomics4j.feature.GlrlmFamily;
import io.github.radiomics4j.feature.GlszmFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.AsIs;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedNumber;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedSize;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.Range;
import io.github.radiomics4j.feature.NgtdmFamily;
import io.github.radiomics4j.feature.Shape2DFamily;
import io.github.radiomics4j.feature.ShapeFamily;
import io.github.radiomics4j.feature.TextureFamily;
import io.github.radiomics4j.filter.Exponential;
import io.github.radiomics4j.filter.Gradient;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.LaplacianOfGaussian.Sigma;
import io.github.radiomics4j.filter.LocalBinaryPattern2D;
import io.github.radiomics4j.filter.LocalBinaryPattern3D;
import io.github.radiomics4j.filter.Logarithm;
import io.github.radiomics4j.filter.MotherWavelet;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Square;
import io.github.radiomics4j.filter.SquareRoot;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.preprocess.Cropping;
import io.github.radiomics4j.preprocess.ImageStep;
import io.github.radiomics4j.preprocess.Interpolator;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.shape.PrincipalAxes.CovarianceDivisor;
import io.github.radiomics4j.table.NamingScheme;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.Offset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns the tree of our own settings file into {@link ExtractionSettings}. What a key leaves open is the convention's. */
final class SettingsReader {
    /** The one version of the file that there is. */
    static final long VERSION = 1;

    /** A filter that comes again is numbered: {@code LoG-2}. */
    private static final Pattern NUMBERED = Pattern.compile("(.+)-\\d{1,9}");

    private final ExtractionSettings convention;
    private final SettingsSection of;
    private final List<String> remarks = new ArrayList<>();

    private SettingsReader(ExtractionSettings convention, SettingsSection of) {
        this.convention = convention;
        this.of = of;
    }

    static SettingsFile read(String source, Section root) {
        SettingsSection file = new SettingsSection(root, SettingsKeys.ROOT);
        ParameterValue version = file.value(SettingsKeys.VERSION);
        if (SettingsSection.wholeLong(version) != VERSION) {
            throw version.problem("must be " + VERSION
                    + ", the version of settings files that this library knows, found " + version.found());
        }
        ExtractionSettings convention = file.has(SettingsKeys.CONVENTION)
                ? convention(file.value(SettingsKeys.CONVENTION))
                : ExtractionSettings.pyradiomics();
        Entry steps = file.entry(SettingsKeys.PREPROCESS);
        if (steps != null) {
            convention = convention.withSteps(SettingsSteps.read(steps).toArray(ImageStep[]::new));
        }
        Entry extraction = file.entry(SettingsKeys.EXTRACTION);
        Section keys = extraction == null
                ? new Section(source, 0, SettingsKeys.EXTRACTION, Map.of())
                : SettingsSection.sectionOf(extraction);
        return new SettingsReader(convention, new SettingsSection(keys, SettingsKeys.OF_THE_CASE)).file();
    }

    /** The conventions by name: settings whose every option holds where a file does not say otherwise. */
    private static ExtractionSettings convention(ParameterValue name) {
        return switch (name.asText()) {
            case "pyradiomics" -> ExtractionSettings.pyradiomics();
            case "ibsi" -> ExtractionSettings.ibsi();
            default -> throw name.problem("is no convention: " + name.asText() + "; there are pyradiomics, ibsi");
        };
    }

    private SettingsFile file() {
        Discretization discretization = discretization(of, convention.discretization());
        List<FamilySelection> families = of.has(SettingsKeys.FEATURE_CLASS) ? families(of) : convention.families();
        List<ImageType> imageTypes = imageTypes(of, discretization, convention.imageTypes());
        ExtractionSettings settings = new ExtractionSettings(
                of.with(ParameterKey.LABEL.key(), convention.label(), (label, v) -> v.asInt(1, Integer.MAX_VALUE)),
                maskCheck(),
                convention.steps(),
                normalization(),
                resampling(),
                cropping(),
                resegmentation(),
                imageTypes,
                discretization,
                families,
                of.isTrue(ParameterKey.ADDITIONAL_INFO.key(), convention.diagnostics()),
                convention.naming(),
                limits(),
                planes(discretization, imageTypes, families));
        int channel = of.with(ParameterKey.LABEL_CHANNEL.key(), 0, (none, v) -> v.asInt(0, Integer.MAX_VALUE));
        return new SettingsFile(SettingsFile.Kind.RADIOMICS4J, settings, channel, remarks);
    }

    private MaskCheck maskCheck() {
        MaskCheck check = of.with(
                ParameterKey.MINIMUM_ROI_DIMENSIONS.key(),
                convention.maskCheck(),
                (c, v) -> c.withMinimumRoiDimensions(SettingsSection.whole(v)));
        check = of.with(
                ParameterKey.MINIMUM_ROI_SIZE.key(), check, (c, v) -> c.withMinimumRoiSize(SettingsSection.whole(v)));
        check = of.with(
                ParameterKey.GEOMETRY_TOLERANCE.key(),
                check,
                (c, v) -> c.withGeometryTolerance(SettingsSection.number(v)));
        return of.with(ParameterKey.CORRECT_MASK.key(), check, (c, v) -> c.withCorrectMask(v.asBoolean()));
    }

    private Optional<Normalization> normalization() {
        if (!of.isTrue(ParameterKey.NORMALIZE.key(), convention.normalization().isPresent())) {
            withoutEffect("normalize: true", ParameterKey.NORMALIZE_SCALE, ParameterKey.REMOVE_OUTLIERS);
            return Optional.empty();
        }
        Normalization normalization = of.with(
                ParameterKey.NORMALIZE_SCALE.key(),
                convention.normalization().orElse(Normalization.withDefaults()),
                (n, v) -> n.withScale(SettingsSection.number(v)));
        return Optional.of(of.with(
                ParameterKey.REMOVE_OUTLIERS.key(),
                normalization,
                (n, v) -> n.withRemoveOutliers(SettingsSection.number(v))));
    }

    private Optional<Resampling> resampling() {
        Optional<Resampling> resampling = convention.resampling();
        String spacing = ParameterKey.RESAMPLED_PIXEL_SPACING.key();
        if (of.has(spacing)) {
            resampling = of.value(spacing).isNull()
                    ? Optional.empty()
                    : of.with(spacing, resampling, (before, v) -> Optional.of(resampling(before, v)));
        }
        if (resampling.isEmpty()) {
            withoutEffect(spacing, ParameterKey.INTERPOLATOR);
            withoutEffect(spacing, SettingsKeys.GRID_ALIGNMENT);
            withoutEffect(spacing, SettingsKeys.INTENSITY_ROUNDING);
            withoutEffect(spacing, SettingsKeys.MASK_INTERPOLATION);
            return resampling;
        }
        Resampling made = of.with(
                ParameterKey.INTERPOLATOR.key(), resampling.get(), (r, v) -> r.withInterpolator(interpolator(v)));
        made = of.with(
                SettingsKeys.GRID_ALIGNMENT,
                made,
                (r, v) -> r.withAlignment(SettingsSection.choice(v, Resampling.Alignment.class)));
        made = of.with(
                SettingsKeys.INTENSITY_ROUNDING,
                made,
                (r, v) -> r.withRounding(SettingsSection.choice(v, Resampling.Rounding.class)));
        made = of.with(
                SettingsKeys.MASK_INTERPOLATION,
                made,
                (r, v) -> r.withMaskInterpolation(SettingsSection.choice(v, Resampling.MaskInterpolation.class)));
        return Optional.of(
                of.with(ParameterKey.PAD_DISTANCE.key(), made, (r, v) -> r.withPadVoxels(SettingsSection.whole(v))));
    }

    private static Resampling resampling(Optional<Resampling> before, ParameterValue spacing) {
        List<ParameterValue> mm = spacing.asList();
        if (mm.size() != 3 && mm.size() != 2) {
            throw spacing.problem(
                    "must have three numbers (x, y, z in mm), or two for images of two dimensions, found " + spacing);
        }
        double x = SettingsSection.number(mm.get(0));
        double y = SettingsSection.number(mm.get(1));
        Resampling to = mm.size() == 2 ? Resampling.to(x, y) : Resampling.to(x, y, SettingsSection.number(mm.get(2)));
        return before.map(b -> b.withSpacing(to.spacing())).orElse(to);
    }

    private static Interpolator interpolator(ParameterValue value) {
        return (value.value() instanceof Long
                        ? Interpolator.byNumber(SettingsSection.whole(value))
                        : Interpolator.byName(value.asText()))
                .orElseThrow(() -> value.problem("must be 1 to 10 or one of "
                        + Arrays.stream(Interpolator.values())
                                .map(Interpolator::itkName)
                                .toList()
                        + ", found " + value.found()));
    }

    /** PyRadiomics has one padding for resampling and cropping; {@code cropDistance} is for whoever wants two. */
    private Optional<Cropping> cropping() {
        if (!of.isTrue(ParameterKey.PRE_CROP.key(), convention.cropping().isPresent())) {
            withoutEffect("preCrop: true", SettingsKeys.CROP_DISTANCE);
            if (!of.has(ParameterKey.RESAMPLED_PIXEL_SPACING.key())
                    && convention.resampling().isEmpty()) {
                withoutEffect("resampledPixelSpacing or preCrop", ParameterKey.PAD_DISTANCE);
            }
            return Optional.empty();
        }
        Cropping cropping =
                convention.cropping().orElse(new Cropping(Resampling.to(1, 1, 1).padVoxels()));
        String key = of.has(SettingsKeys.CROP_DISTANCE) ? SettingsKeys.CROP_DISTANCE : ParameterKey.PAD_DISTANCE.key();
        return Optional.of(of.with(key, cropping, (c, v) -> c.withPadVoxels(SettingsSection.whole(v))));
    }

    private Optional<Resegmentation> resegmentation() {
        Optional<Resegmentation> resegmentation = convention.resegmentation();
        String range = ParameterKey.RESEGMENT_RANGE.key();
        if (of.has(range)) {
            resegmentation = of.value(range).isNull()
                    ? Optional.empty()
                    : of.with(range, resegmentation, (before, v) -> Optional.of(resegmentation(before, v)));
        }
        if (resegmentation.isEmpty()) {
            withoutEffect(range, ParameterKey.RESEGMENT_MODE, ParameterKey.RESEGMENT_SHAPE);
            withoutEffect(range, SettingsKeys.SHAPE_REGION);
            withoutEffect(range, SettingsKeys.OUTLIER_SIGMAS);
            return resegmentation;
        }
        Resegmentation made = of.with(
                ParameterKey.RESEGMENT_MODE.key(),
                resegmentation.get(),
                (r, v) -> r.withMode(SettingsSection.choice(v, Resegmentation.Mode.class)));
        made = of.with(SettingsKeys.OUTLIER_SIGMAS, made, (r, v) -> r.withOutliers(SettingsSection.number(v)));
        String shape = ParameterKey.RESEGMENT_SHAPE.key();
        if (of.has(shape) && of.has(SettingsKeys.SHAPE_REGION)) {
            throw of.value(shape).problem("must stand alone, without " + SettingsKeys.SHAPE_REGION);
        }
        made = of.with(
                shape,
                made,
                (r, v) -> r.withShape(
                        v.asBoolean() ? Resegmentation.Shape.RESEGMENTED : Resegmentation.Shape.WITHIN_BOX));
        return Optional.of(of.with(
                SettingsKeys.SHAPE_REGION,
                made,
                (r, v) -> r.withShape(SettingsSection.choice(v, Resegmentation.Shape.class))));
    }

    private static Resegmentation resegmentation(Optional<Resegmentation> before, ParameterValue range) {
        List<ParameterValue> bounds = range.asList();
        if (bounds.isEmpty() || bounds.size() > 2) {
            throw range.problem("must have one or two numbers, found " + range);
        }
        return new Resegmentation(
                SettingsSection.number(bounds.get(0)),
                bounds.size() == 2 ? OptionalDouble.of(SettingsSection.number(bounds.get(1))) : OptionalDouble.empty(),
                before.map(Resegmentation::mode).orElse(Resegmentation.Mode.ABSOLUTE),
                before.map(Resegmentation::shape).orElse(Resegmentation.Shape.WITHIN_BOX),
                before.map(Resegmentation::outlierSigmas).orElse(OptionalDouble.empty()));
    }

    private ExtractionLimits limits() {
        ExtractionLimits limits = of.with(
                SettingsKeys.MAXIMUM_VOXELS,
                convention.limits(),
                (l, v) -> l.withMaximumVoxels(SettingsSection.wholeLong(v)));
        return of.with(
                SettingsKeys.MAXIMUM_GRAY_LEVELS, limits, (l, v) -> l.withMaximumGrayLevels(SettingsSection.whole(v)));
    }

    /** Keys that are there change {@code before}; a width takes over the anchor. */
    private static Discretization discretization(SettingsSection section, Discretization before) {
        String width = ParameterKey.BIN_WIDTH.key();
        String count = ParameterKey.BIN_COUNT.key();
        if (section.has(count)) {
            if (section.has(width)
                    || section.has(SettingsKeys.BIN_ANCHOR)
                    || section.has(SettingsKeys.BIN_RANGE_MINIMUM)) {
                throw section.value(count).problem("must stand alone, without binWidth, binAnchor and binRangeMinimum");
            }
            FixedBinCount.Rule rule = before instanceof FixedBinCount same ? same.rule() : FixedBinCount.Rule.EDGES;
            FixedBinCount bins = section.with(
                    count, new FixedBinCount(1, rule), (b, v) -> new FixedBinCount(SettingsSection.whole(v), b.rule()));
            return section.with(
                    SettingsKeys.BIN_COUNT_RULE,
                    bins,
                    (b, v) -> b.withRule(SettingsSection.choice(v, FixedBinCount.Rule.class)));
        }
        if (section.has(SettingsKeys.BIN_COUNT_RULE)) {
            throw section.value(SettingsKeys.BIN_COUNT_RULE).problem("needs a binCount");
        }
        FixedBinWidth bins = before instanceof FixedBinWidth same ? same : FixedBinWidth.withDefaults();
        String minimum = SettingsKeys.BIN_RANGE_MINIMUM;
        boolean named = section.has(width) || section.has(SettingsKeys.BIN_ANCHOR) || section.has(minimum);
        if (!section.has(width) && named && !(before instanceof FixedBinWidth)) {
            throw section.value(section.has(minimum) ? minimum : SettingsKeys.BIN_ANCHOR)
                    .problem("needs a binWidth");
        }
        bins = section.with(width, bins, (b, v) -> b.withBinWidth(SettingsSection.number(v)));
        bins = section.with(
                SettingsKeys.BIN_ANCHOR, bins, (b, v) -> b.withAnchor(SettingsSection.choice(v, WidthAnchor.class)));
        bins = section.with(
                minimum,
                bins,
                (b, v) -> new FixedBinWidth(
                        b.binWidth(),
                        b.anchor(),
                        v.isNull() ? OptionalDouble.empty() : OptionalDouble.of(SettingsSection.number(v))));
        return named ? bins : before;
    }

    /** What images of two dimensions have of their own; what is not there is as for volumes. */
    private Optional<Planes> planes(Discretization common, List<ImageType> imageTypes, List<FamilySelection> families) {
        Entry entry = of.entry(SettingsKeys.PLANES);
        if (entry == null) {
            return Optional.empty();
        }
        SettingsSection own = new SettingsSection(SettingsSection.sectionOf(entry), SettingsKeys.OF_PLANES);
        return Optional.of(new Planes(
                imageTypes(own, common, imageTypes), own.has(SettingsKeys.FEATURE_CLASS) ? families(own) : families));
    }

    private List<ImageType> imageTypes(SettingsSection from, Discretization common, List<ImageType> absent) {
        Entry entry = from.entry(SettingsKeys.IMAGE_TYPE);
        if (entry == null) {
            return absent;
        }
        Section types = SettingsSection.sectionOf(entry);
        if (types.entries().isEmpty()) {
            throw entry.value().problem("must name an image type; leave the key out for that of the convention");
        }
        List<ImageType> imageTypes = new ArrayList<>();
        for (Map.Entry<String, Entry> type : types.entries().entrySet()) {
            imageTypes.add(imageType(type.getKey(), type.getValue(), common));
        }
        return imageTypes;
    }

    private ImageType imageType(String key, Entry entry, Discretization common) {
        var numbered = NUMBERED.matcher(key);
        String name = numbered.matches() ? numbered.group(1) : key;
        List<String> options = SettingsKeys.FILTERS.get(name);
        if (options == null) {
            List<String> known = List.copyOf(SettingsKeys.FILTERS.keySet());
            throw entry.value()
                    .problem("is no image type" + SettingsKeys.nearest(name, known) + "; there are "
                            + String.join(", ", known));
        }
        List<String> keys = new ArrayList<>(options);
        keys.addAll(SettingsKeys.OF_EVERY_IMAGE_TYPE);
        SettingsSection section = new SettingsSection(SettingsSection.sectionOf(entry), keys);
        if (convention.naming() == NamingScheme.IBSI && !name.equals("Original")) {
            throw entry.value()
                    .problem("cannot be with convention ibsi: its filters, chapter 2 of the manual, are not built yet");
        }
        ImageType type = ImageType.of(filter(name, section, entry.value()));
        if (section.has(ParameterKey.BIN_WIDTH.key())
                || section.has(ParameterKey.BIN_COUNT.key())
                || section.has(SettingsKeys.BIN_RANGE_MINIMUM)
                || section.has(SettingsKeys.BIN_COUNT_RULE)
                || section.has(SettingsKeys.BIN_ANCHOR)) {
            type = type.withDiscretization(discretization(section, common));
        }
        return section.has(SettingsKeys.FEATURE_CLASS) ? type.withFamilies(families(section)) : type;
    }

    private ImageFilter filter(String name, SettingsSection s, ParameterValue at) {
        return switch (name) {
            case "Original" -> new Original();
            case "LoG" -> {
                if (!s.has(ParameterKey.SIGMA.key())) {
                    throw at.problem("must have the key sigma");
                }
                yield s.with(ParameterKey.SIGMA.key(), LaplacianOfGaussian.of(), (f, v) -> laplacianOfGaussian(v));
            }
            case "Wavelet" -> wavelet(s);
            case "Square" -> new Square();
            case "SquareRoot" -> new SquareRoot();
            case "Logarithm" -> new Logarithm();
            case "Exponential" -> new Exponential();
            case "Gradient" ->
                s.with(
                        ParameterKey.GRADIENT_USE_SPACING.key(),
                        Gradient.withDefaults(),
                        (f, v) -> f.withUseSpacing(v.asBoolean()));
            case "LBP2D" -> localBinaryPattern(s);
            case "LBP3D" -> localBinaryPattern3D(s);
            default -> throw new IllegalStateException("filter " + name);
        };
    }

    private static LaplacianOfGaussian laplacianOfGaussian(ParameterValue sigmas) {
        return new LaplacianOfGaussian(
                sigmas.asList().stream().map(SettingsReader::sigma).toList());
    }

    /**
     * Whole numbers and numbers with a point name their columns differently, as in PyRadiomics. Text gives the name itself,
     * {@code "2.50"}, after the number where it spells none: {@code "2.5 fine"}.
     */
    static Sigma sigma(ParameterValue item) {
        if (item.value() instanceof Long whole) {
            return new Sigma(whole, whole.toString());
        }
        if (item.value() instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw item.problem("must be finite, found " + item.found());
            }
            return Sigma.of(number);
        }
        String text = item.asText();
        int blank = text.indexOf(' ');
        try {
            return blank < 0
                    ? Sigma.parse(text)
                    : new Sigma(Double.parseDouble(text.substring(0, blank)), text.substring(blank + 1));
        } catch (IllegalArgumentException e) {
            throw item.problem("must be a number, or a text that begins with one, found " + item.found());
        }
    }

    private Wavelet wavelet(SettingsSection s) {
        Wavelet wavelet = s.with(
                ParameterKey.WAVELET.key(),
                Wavelet.withDefaults(),
                (w, v) -> w.withWavelet(MotherWavelet.byName(v.asText())));
        String start = ParameterKey.START_LEVEL.key();
        String level = ParameterKey.LEVEL.key();
        wavelet = s.with(start, wavelet, (w, v) -> w.withLevels(SettingsSection.whole(v), w.level()));
        wavelet = s.with(level, wavelet, (w, v) -> w.withLevels(w.startLevel(), SettingsSection.whole(v)));
        OptionalInt plane = plane(s);
        return plane.isPresent() ? wavelet.inPlanesAcross(plane.getAsInt()) : wavelet;
    }

    private static LocalBinaryPattern3D localBinaryPattern3D(SettingsSection s) {
        LocalBinaryPattern3D filter = s.with(
                ParameterKey.LBP_3D_LEVELS.key(),
                LocalBinaryPattern3D.withDefaults(),
                (f, v) -> f.withLevels(SettingsSection.whole(v)));
        filter = s.with(
                ParameterKey.LBP_3D_ICOSPHERE_RADIUS.key(),
                filter,
                (f, v) -> f.withRadiusVoxels(SettingsSection.number(v)));
        return s.with(
                ParameterKey.LBP_3D_ICOSPHERE_SUBDIVISION.key(),
                filter,
                (f, v) -> f.withSubdivision(SettingsSection.whole(v)));
    }

    private static LocalBinaryPattern2D localBinaryPattern(SettingsSection s) {
        LocalBinaryPattern2D filter = s.with(
                ParameterKey.LBP_2D_RADIUS.key(),
                LocalBinaryPattern2D.withDefaults(),
                (f, v) -> f.withRadiusVoxels(SettingsSection.number(v)));
        filter = s.with(ParameterKey.LBP_2D_SAMPLES.key(), filter, (f, v) -> f.withSamples(SettingsSection.whole(v)));
        filter = s.with(
                ParameterKey.LBP_2D_METHOD.key(),
                filter,
                (f, v) -> f.withMethod(SettingsSection.choice(v, LocalBinaryPattern2D.Method.class)));
        return s.with(ParameterKey.FORCE_2D_DIMENSION.key(), filter, (f, v) -> f.withAxis(SettingsSection.whole(v)));
    }

    private List<FamilySelection> families(SettingsSection section) {
        List<FamilySelection> families = new ArrayList<>();
        Entry classes = section.entry(SettingsKeys.FEATURE_CLASS);
        for (Map.Entry<String, Entry> entry : SettingsSection.sectionOf(Objects.requireNonNull(classes))
                .entries()
                .entrySet()) {
            families.add(family(entry.getKey(), entry.getValue()));
        }
        return families;
    }

    private FamilySelection family(String name, Entry entry) {
        List<String> options = SettingsKeys.optionsOf(name);
        ParameterValue at = entry.value();
        if (options == null) {
            List<String> known = Stream.concat(
                            SettingsKeys.FAMILIES.keySet().stream(), SettingsKeys.IBSI_FAMILIES.keySet().stream())
                    .toList();
            throw at.problem("is no feature class" + SettingsKeys.nearest(name, known) + "; there are "
                    + String.join(", ", known));
        }
        if (entry.section() == null && at.value() instanceof List<?> list) {
            if (list.isEmpty()) {
                throw at.problem("must name a feature; write {} for all of them, {features: []} for none");
            }
            return selection(conventional(name), at);
        }
        List<String> keys = new ArrayList<>(options);
        keys.add(SettingsKeys.FEATURES);
        SettingsSection section = new SettingsSection(SettingsSection.sectionOf(entry), keys);
        FeatureFamily family = family(name, section);
        return section.has(SettingsKeys.FEATURES)
                ? selection(family, section.value(SettingsKeys.FEATURES))
                : FamilySelection.allOf(family);
    }

    private static FamilySelection selection(FeatureFamily family, ParameterValue features) {
        FamilySelection selection = new FamilySelection(family, List.of());
        for (ParameterValue feature : features.asList()) {
            selection = SettingsSection.changed(feature, selection, (before, name) -> {
                var all = new ArrayList<>(before.features());
                all.add(family.feature(name.asText()));
                return new FamilySelection(family, all);
            });
        }
        return selection;
    }

    /** The convention's family, or one that it leaves out where nobody asks for it. */
    private FeatureFamily conventional(String name) {
        return Stream.of(
                        convention.families().stream().map(FamilySelection::family),
                        ExtractionSettings.pyradiomics().families().stream().map(FamilySelection::family),
                        Stream.of(Shape2DFamily.withDefaults()),
                        IbsiFamilies.all().stream())
                .flatMap(families -> families)
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("family " + name));
    }

    private FeatureFamily family(String name, SettingsSection s) {
        FeatureFamily before = conventional(name);
        return switch (name) {
            case "shape" ->
                s.with(
                        SettingsKeys.COVARIANCE_DIVISOR,
                        (ShapeFamily) before,
                        (f, v) -> f.withCovarianceDivisor(SettingsSection.choice(v, CovarianceDivisor.class)));
            case "shape2D" ->
                s.with(
                        ParameterKey.FORCE_2D_DIMENSION.key(),
                        (Shape2DFamily) before,
                        (f, v) -> f.withAxis(2 - v.asInt(0, 2)));
            case "firstorder" -> {
                FirstOrderFamily family = s.with(
                        ParameterKey.VOXEL_ARRAY_SHIFT.key(),
                        (FirstOrderFamily) before,
                        (f, v) -> f.withVoxelArrayShift(SettingsSection.number(v)));
                yield s.with(
                        SettingsKeys.KURTOSIS,
                        family,
                        (f, v) -> f.withKurtosis(SettingsSection.choice(v, FirstOrderFamily.Kurtosis.class)));
            }
            case "glcm" -> {
                GlcmFamily family = s.with(
                        ParameterKey.SYMMETRICAL_GLCM.key(),
                        (GlcmFamily) before,
                        (f, v) -> f.withSymmetric(v.asBoolean()));
                family = s.with(ParameterKey.WEIGHTING_NORM.key(), family, (f, v) -> f.withMerging(merging(v)));
                yield family.withNeighborhood(neighborhood(s, family.neighborhood()));
            }
            case "gldm" -> {
                GldmFamily family = s.with(
                        ParameterKey.GLDM_A.key(),
                        (GldmFamily) before,
                        (f, v) -> f.withCoarseness(SettingsSection.whole(v)));
                yield family.withNeighborhood(neighborhood(s, family.neighborhood()));
            }
            case "glrlm" -> {
                GlrlmFamily family = s.with(
                        ParameterKey.WEIGHTING_NORM.key(), (GlrlmFamily) before, (f, v) -> f.withMerging(merging(v)));
                yield withAdjacent(s, family, (f, n) -> f.withNeighborhood(n), family.neighborhood());
            }
            case "glszm" -> {
                GlszmFamily family = (GlszmFamily) before;
                yield withAdjacent(s, family, (f, n) -> f.withNeighborhood(n), family.neighborhood());
            }
            case "ngtdm" -> {
                NgtdmFamily family = s.with(
                        SettingsKeys.VOXELS_WITHOUT_NEIGHBORS,
                        (NgtdmFamily) before,
                        (f, v) -> f.withVoxelsWithoutNeighbors(
                                SettingsSection.choice(v, NgtdmFamily.VoxelsWithoutNeighbors.class)));
                yield family.withNeighborhood(neighborhood(s, family.neighborhood()));
            }
            default ->
                before instanceof TextureFamily texture
                        ? texture(s, texture)
                        : before instanceof IntensityVolumeHistogramFamily histogram
                                ? volumeHistogram(s, histogram)
                                : before;
        };
    }

    private static TextureFamily texture(SettingsSection s, TextureFamily before) {
        TextureFamily family =
                s.with(SettingsKeys.DISTANCE, before, (f, v) -> f.withDistance(SettingsSection.whole(v)));
        return s.with(SettingsKeys.COARSENESS, family, (f, v) -> f.withCoarseness(SettingsSection.whole(v)));
    }

    private static IntensityVolumeHistogramFamily volumeHistogram(
            SettingsSection s, IntensityVolumeHistogramFamily before) {
        if (!s.has(SettingsKeys.BINS_OF_VOLUME_HISTOGRAM)) {
            return before;
        }
        ParameterValue bins = s.value(SettingsKeys.BINS_OF_VOLUME_HISTOGRAM);
        String size = SettingsKeys.BIN_SIZE;
        String count = ParameterKey.BIN_COUNT.key();
        return switch (bins.asText()) {
            case "as_is" -> before.withBins(new AsIs(range(s)));
            case "fixed_size" -> {
                requireKey(s, bins, size);
                yield s.with(size, before, (f, v) -> f.withBins(new FixedSize(SettingsSection.number(v), range(s))));
            }
            case "fixed_number" -> {
                requireKey(s, bins, count);
                yield s.with(count, before, (f, v) -> f.withBins(new FixedNumber(SettingsSection.whole(v))));
            }
            default -> throw bins.problem("must be one of as_is, fixed_size, fixed_number, found " + bins.found());
        };
    }

    private static void requireKey(SettingsSection s, ParameterValue bins, String key) {
        if (!s.has(key)) {
            throw bins.problem("needs the key " + key);
        }
    }

    private static Optional<Range> range(SettingsSection s) {
        return s.with(SettingsKeys.RANGE, Optional.empty(), (none, v) -> {
            List<ParameterValue> bounds = v.asList();
            if (bounds.size() != 2) {
                throw v.problem("must have two numbers, found " + v);
            }
            return Optional.of(new Range(SettingsSection.number(bounds.get(0)), SettingsSection.number(bounds.get(1))));
        });
    }

    private static DirectionMerging merging(ParameterValue norm) {
        if (norm.isNull()) {
            return DirectionMerging.AVERAGED;
        }
        for (DirectionMerging merging : DirectionMerging.values()) {
            if (merging != DirectionMerging.AVERAGED && norm(merging).equals(norm.asText())) {
                return merging;
            }
        }
        throw norm.problem(
                "must be nothing or one of [euclidean, manhattan, infinity, no_weighting], found " + norm.found());
    }

    /** The name of a merging as PyRadiomics has it. */
    static String norm(DirectionMerging merging) {
        return switch (merging) {
            case AVERAGED -> "null";
            case UNWEIGHTED -> "no_weighting";
            default -> merging.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Runs and zones refuse directions longer than a voxel, and say so where the directions stand. */
    private <F extends FeatureFamily> F withAdjacent(
            SettingsSection s, F family, BiFunction<F, Neighborhood, F> change, Neighborhood before) {
        Neighborhood neighborhood = neighborhood(s, before);
        return s.has(SettingsKeys.DIRECTIONS)
                ? s.with(SettingsKeys.DIRECTIONS, family, (f, v) -> change.apply(f, neighborhood))
                : change.apply(family, neighborhood);
    }

    private Neighborhood neighborhood(SettingsSection s, Neighborhood before) {
        String distances = ParameterKey.DISTANCES.key();
        if (s.has(SettingsKeys.DIRECTIONS)) {
            if (s.has(distances)
                    || s.has(ParameterKey.FORCE_2D.key())
                    || s.has(ParameterKey.FORCE_2D_DIMENSION.key())) {
                throw s.value(SettingsKeys.DIRECTIONS)
                        .problem("must stand alone, without distances, force2D and force2Ddimension");
            }
            return s.with(SettingsKeys.DIRECTIONS, before, (n, v) -> directions(v));
        }
        Neighborhood neighborhood = s.with(
                distances,
                before,
                (n, v) -> Neighborhood.of(
                        v.asList().stream().mapToInt(SettingsSection::whole).toArray()));
        OptionalInt plane = plane(s);
        return plane.isPresent()
                ? s.with(ParameterKey.FORCE_2D.key(), neighborhood, (n, v) -> n.inPlanesAcross(plane.getAsInt()))
                : neighborhood;
    }

    /** The axis across the planes of {@code force2D}, or none. Axes of PyRadiomics count from z. */
    private OptionalInt plane(SettingsSection s) {
        String dimension = ParameterKey.FORCE_2D_DIMENSION.key();
        int axis = s.has(dimension) ? s.value(dimension).asInt(0, 2) : 0;
        if (s.isTrue(ParameterKey.FORCE_2D.key(), false)) {
            return OptionalInt.of(2 - axis);
        }
        if (s.has(dimension)) {
            remark(s.value(dimension), "force2D: true");
        }
        return OptionalInt.empty();
    }

    private static Neighborhood directions(ParameterValue value) {
        List<Offset> offsets = new ArrayList<>();
        for (ParameterValue direction : value.asList()) {
            List<ParameterValue> steps = direction.asList();
            if (steps.size() != 3) {
                throw direction.problem("must have three whole numbers (x, y, z in voxels), found " + direction);
            }
            offsets.add(new Offset(
                    SettingsSection.whole(steps.get(0)),
                    SettingsSection.whole(steps.get(1)),
                    SettingsSection.whole(steps.get(2))));
        }
        return new Neighborhood(offsets);
    }

    private void withoutEffect(String needed, ParameterKey... keys) {
        for (ParameterKey key : keys) {
            withoutEffect(needed, key.key());
        }
    }

    private void withoutEffect(String needed, String key) {
        if (of.has(key)) {
            remark(of.value(key), needed);
        }
    }

    private void remark(ParameterValue value, String needed) {
        remarks.add(value.problem("has no effect without " + needed).getMessage());
    }
}
