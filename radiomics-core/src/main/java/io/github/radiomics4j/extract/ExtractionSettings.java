package io.github.radiomics4j.extract;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.WidthAnchor;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.GlcmFamily;
import io.github.radiomics4j.feature.GldmFamily;
import io.github.radiomics4j.feature.GlrlmFamily;
import io.github.radiomics4j.feature.GlszmFamily;
import io.github.radiomics4j.feature.IbsiFamilies;
import io.github.radiomics4j.feature.NgtdmFamily;
import io.github.radiomics4j.feature.ShapeFamily;
import io.github.radiomics4j.feature.TextureFamily;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.preprocess.Cropping;
import io.github.radiomics4j.preprocess.ImageStep;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.NamingScheme;
import io.github.radiomics4j.texture.Aggregation;
import io.github.radiomics4j.texture.Aggregation.Dimension;
import io.github.radiomics4j.texture.Neighborhood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an extraction does: one record of options per stage. Immutable; equal settings give equal numbers.
 *
 * @param label the label of the mask that is the region, at least 1
 * @param maskCheck what the region must be
 * @param steps of the whole image before anything else, in this order, such as N4; empty: none
 * @param normalization of the whole image; empty: none
 * @param resampling of image and mask; empty: none
 * @param cropping to the region's box and a margin, where nothing is resampled; empty: the whole image is filtered
 * @param resegmentation of the region by the intensities of the preprocessed image; empty: none
 * @param imageTypes the images that features are computed from, in the order of the columns
 * @param discretization for every image type that has none of its own
 * @param families for every image type that has none of its own, in the order of the columns; those of the shape alone
 *     come first whatever their place
 * @param diagnostics whether facts about image and mask are put beside the features
 * @param naming of columns and diagnostics; with {@link NamingScheme#IBSI} only the original image is taken, as IBSI's
 *     filters are not built
 * @param limits what is refused as too much
 * @param planes what is computed from images of two dimensions, where it is not the same; empty: the same
 */
public record ExtractionSettings(
        int label,
        MaskCheck maskCheck,
        List<ImageStep> steps,
        Optional<Normalization> normalization,
        Optional<Resampling> resampling,
        Optional<Cropping> cropping,
        Optional<Resegmentation> resegmentation,
        List<ImageType> imageTypes,
        Discretization discretization,
        List<FamilySelection> families,
        boolean diagnostics,
        NamingScheme naming,
        ExtractionLimits limits,
        Optional<Planes> planes) {

    /** Checks the values and copies the lists. */
    public ExtractionSettings {
        Objects.requireNonNull(maskCheck, "maskCheck");
        Objects.requireNonNull(normalization, "normalization");
        Objects.requireNonNull(resampling, "resampling");
        Objects.requireNonNull(cropping, "cropping");
        Objects.requireNonNull(resegmentation, "resegmentation");
        Objects.requireNonNull(discretization, "discretization");
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(limits, "limits");
        if (label < 1) {
            throw new IllegalArgumentException("a label must be positive, found " + label);
        }
        steps = List.copyOf(steps);
        imageTypes = List.copyOf(imageTypes);
        families = List.copyOf(families);
        Planes ofVolumes = new Planes(imageTypes, families);
        planes = planes.filter(ofPlanes -> !ofPlanes.equals(ofVolumes));
        if (naming == NamingScheme.IBSI) {
            imageTypes.forEach(ExtractionSettings::requireOriginal);
            planes.ifPresent(ofPlanes -> ofPlanes.imageTypes().forEach(ExtractionSettings::requireOriginal));
        }
    }

    /** Makes settings that do with images of two dimensions what they do with volumes. */
    public ExtractionSettings(
            int label,
            MaskCheck maskCheck,
            List<ImageStep> steps,
            Optional<Normalization> normalization,
            Optional<Resampling> resampling,
            Optional<Cropping> cropping,
            Optional<Resegmentation> resegmentation,
            List<ImageType> imageTypes,
            Discretization discretization,
            List<FamilySelection> families,
            boolean diagnostics,
            NamingScheme naming,
            ExtractionLimits limits) {
        this(
                label,
                maskCheck,
                steps,
                normalization,
                resampling,
                cropping,
                resegmentation,
                imageTypes,
                discretization,
                families,
                diagnostics,
                naming,
                limits,
                Optional.empty());
    }

    /**
     * The images and families of an image of two dimensions, where they are others than those of a volume: a parameter file
     * of PyRadiomics may lead to {@code shape2D} and {@code force2D} that act on it in another way.
     *
     * @param imageTypes take the place of {@link ExtractionSettings#imageTypes()}
     * @param families take the place of {@link ExtractionSettings#families()}
     */
    public record Planes(List<ImageType> imageTypes, List<FamilySelection> families) {

        /** Checks that there is an image type and that no family is named twice, and copies the lists. */
        public Planes {
            imageTypes = List.copyOf(imageTypes);
            families = List.copyOf(families);
            if (imageTypes.isEmpty()) {
                throw new IllegalArgumentException("at least one image type is needed, found none");
            }
            requireUniqueNames(families);
            imageTypes.forEach(type -> type.families().ifPresent(ExtractionSettings::requireUniqueNames));
        }
    }

    private static void requireOriginal(ImageType type) {
        if (!(type.filter() instanceof Original)) {
            throw new IllegalArgumentException(
                    "IBSI defines filters in its second chapter, which is not built yet: the original image alone has "
                            + "IBSI's features, found " + type.filter());
        }
    }

    private static void requireUniqueNames(List<FamilySelection> families) {
        Set<String> names = new HashSet<>();
        for (FamilySelection selection : families) {
            if (!names.add(selection.family().name())) {
                throw new IllegalArgumentException(
                        "family " + selection.family().name() + " is named twice: its columns would have one name");
            }
        }
    }

    /**
     * Returns PyRadiomics' defaults: label 1, the original image as it is, bins of width 25, every feature that is
     * computed when none is named (107).
     */
    public static ExtractionSettings pyradiomics() {
        return new ExtractionSettings(
                1,
                MaskCheck.withDefaults(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(ImageType.of(new Original())),
                FixedBinWidth.withDefaults(),
                List.of(
                        FamilySelection.allOf(ShapeFamily.withDefaults()),
                        FamilySelection.allOf(FirstOrderFamily.withDefaults()),
                        FamilySelection.allOf(GlcmFamily.withDefaults()),
                        FamilySelection.allOf(GldmFamily.withDefaults()),
                        FamilySelection.allOf(GlrlmFamily.withDefaults()),
                        FamilySelection.allOf(GlszmFamily.withDefaults()),
                        FamilySelection.allOf(NgtdmFamily.withDefaults())),
                true,
                NamingScheme.PYRADIOMICS,
                ExtractionLimits.withDefaults());
    }

    /**
     * Returns IBSI's features of the reference manual's first chapter on the image as it is: textures in three dimensions,
     * averaged over directions (ITBB) where there are several, 32 bins over the region's range, columns and diagnostics
     * named by the tags of the compliance sheet.
     *
     * <p>The manual leaves open what depends on the study. For CT, give voxels one size with {@link
     * Resampling#centered}, cut intensities with {@link Resegmentation#range}, and set the bins: {@code new
     * FixedBinWidth(25, WidthAnchor.RANGE_MINIMUM)} begins at the lower bound of that range. {@link IbsiConfiguration} has
     * the manual's own settings.
     */
    public static ExtractionSettings ibsi() {
        return pyradiomics()
                .withMaskCheck(MaskCheck.withDefaults().withMinimumRoiDimensions(0))
                .withDiscretization(new FixedBinCount(32, FixedBinCount.Rule.FORMULA))
                .withFamilies(IbsiFamilies.in(Aggregation.AVERAGED_3D).toArray(FeatureFamily[]::new))
                .withNaming(NamingScheme.IBSI);
    }

    /**
     * Returns the settings of the Ki-67 study of breast DCE-MRI: normalized to a standard deviation of 100, resampled to
     * 1 mm with cubic B-splines, original + 4 LoG (2, 3, 4, 5 mm) + 8 wavelet images, bins of width 5, 1197 features.
     */
    public static ExtractionSettings ki67() {
        return pyradiomics()
                .withNormalization(Normalization.withDefaults().withScale(100))
                .withResampling(Resampling.to(1, 1, 1))
                .withFilters(new Original(), LaplacianOfGaussian.of(2, 3, 4, 5), Wavelet.withDefaults())
                .withDiscretization(new FixedBinWidth(5))
                .withFamilies(
                        FamilySelection.allOf(ShapeFamily.withDefaults()),
                        FamilySelection.allOf(FirstOrderFamily.withDefaults().withVoxelArrayShift(300)),
                        FamilySelection.of(GlcmFamily.withDefaults(), KI67_GLCM),
                        FamilySelection.allOf(GlrlmFamily.withDefaults()),
                        FamilySelection.allOf(GlszmFamily.withDefaults()),
                        FamilySelection.allOf(GldmFamily.withDefaults()),
                        FamilySelection.allOf(NgtdmFamily.withDefaults()));
    }

    /** PyRadiomics' example file for MR leaves SumAverage and MCC out, and has this order. */
    private static final List<String> KI67_GLCM = List.of(
            "Autocorrelation",
            "JointAverage",
            "ClusterProminence",
            "ClusterShade",
            "ClusterTendency",
            "Contrast",
            "Correlation",
            "DifferenceAverage",
            "DifferenceEntropy",
            "DifferenceVariance",
            "JointEnergy",
            "JointEntropy",
            "Imc1",
            "Imc2",
            "Idm",
            "Idmn",
            "Id",
            "Idn",
            "InverseVariance",
            "MaximumProbability",
            "SumEntropy",
            "SumSquares");

    /** Returns a copy for another label. */
    public ExtractionSettings withLabel(int label) {
        Draft draft = new Draft(this);
        draft.label = label;
        return draft.settings();
    }

    /** Returns a copy with other demands on the region. */
    public ExtractionSettings withMaskCheck(MaskCheck maskCheck) {
        Draft draft = new Draft(this);
        draft.maskCheck = maskCheck;
        return draft.settings();
    }

    /** Returns a copy that takes {@code steps} with the whole image, in this order, before it is normalized. */
    public ExtractionSettings withSteps(ImageStep... steps) {
        Draft draft = new Draft(this);
        draft.steps = List.of(steps);
        return draft.settings();
    }

    /** Returns a copy that normalizes the image. */
    public ExtractionSettings withNormalization(Normalization normalization) {
        Draft draft = new Draft(this);
        draft.normalization = Optional.of(normalization);
        return draft.settings();
    }

    /** Returns a copy that resamples image and mask. */
    public ExtractionSettings withResampling(Resampling resampling) {
        Draft draft = new Draft(this);
        draft.resampling = Optional.of(resampling);
        return draft.settings();
    }

    /** Returns a copy that, where nothing is resampled, filters only what {@code cropping} leaves. */
    public ExtractionSettings withCropping(Cropping cropping) {
        Draft draft = new Draft(this);
        draft.cropping = Optional.of(cropping);
        return draft.settings();
    }

    /** Returns a copy that leaves voxels outside a range of intensities out of the region. */
    public ExtractionSettings withResegmentation(Resegmentation resegmentation) {
        Draft draft = new Draft(this);
        draft.resegmentation = Optional.of(resegmentation);
        return draft.settings();
    }

    /** Returns a copy with other image types, also of images of two dimensions. */
    public ExtractionSettings withImageTypes(List<ImageType> imageTypes) {
        Draft draft = new Draft(this);
        draft.imageTypes = imageTypes;
        draft.planes = planes.map(ofPlanes -> new Planes(imageTypes, ofPlanes.families()));
        return draft.settings();
    }

    /** Returns a copy with the images of {@code filters}, in this order. */
    public ExtractionSettings withFilters(ImageFilter... filters) {
        return withImageTypes(Arrays.stream(filters).map(ImageType::of).toList());
    }

    /** Returns a copy with another discretization. */
    public ExtractionSettings withDiscretization(Discretization discretization) {
        Draft draft = new Draft(this);
        draft.discretization = discretization;
        return draft.settings();
    }

    /** Returns a copy with other families, also of images of two dimensions. */
    public ExtractionSettings withFamilies(FamilySelection... families) {
        Draft draft = new Draft(this);
        draft.families = List.of(families);
        draft.planes = planes.map(ofPlanes -> new Planes(ofPlanes.imageTypes(), draft.families));
        return draft.settings();
    }

    /** Returns a copy with all default features of {@code families}. */
    public ExtractionSettings withFamilies(FeatureFamily... families) {
        return withFamilies(Arrays.stream(families).map(FamilySelection::allOf).toArray(FamilySelection[]::new));
    }

    /** Returns a copy with or without facts about image and mask beside the features. */
    public ExtractionSettings withDiagnostics(boolean diagnostics) {
        Draft draft = new Draft(this);
        draft.diagnostics = diagnostics;
        return draft.settings();
    }

    /** Returns a copy with other names of columns and diagnostics. */
    public ExtractionSettings withNaming(NamingScheme naming) {
        Draft draft = new Draft(this);
        draft.naming = naming;
        return draft.settings();
    }

    /** Returns a copy with other limits. */
    public ExtractionSettings withLimits(ExtractionLimits limits) {
        Draft draft = new Draft(this);
        draft.limits = limits;
        return draft.settings();
    }

    /** Returns a copy that computes something else from images of two dimensions. */
    public ExtractionSettings withPlanes(Planes planes) {
        Draft draft = new Draft(this);
        draft.planes = Optional.of(planes);
        return draft.settings();
    }

    /**
     * Returns the settings for images of so many dimensions: with the image types and families of those, and no {@link
     * #planes()}.
     *
     * @param dimensions 2 or 3
     */
    public ExtractionSettings ofDimensions(int dimensions) {
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException("an image must have 2 or 3 dimensions, found " + dimensions);
        }
        if (planes.isEmpty()) {
            return this;
        }
        Draft draft = new Draft(this);
        draft.planes = Optional.empty();
        if (dimensions == 2) {
            draft.imageTypes = planes.get().imageTypes();
            draft.families = planes.get().families();
        }
        return draft.settings();
    }

    /**
     * Returns the names of all features of a volume that these settings promise, in the order of the columns. A case may
     * lack some of them, such as those of a LoG image that a small volume cannot have; a table of many cases has them all.
     */
    public List<FeatureName> featureNames() {
        return featureNames(3);
    }

    /**
     * As {@link #featureNames()}, of an image of so many dimensions.
     *
     * @param dimensions 2 or 3
     */
    public List<FeatureName> featureNames(int dimensions) {
        ExtractionSettings used = ofDimensions(dimensions);
        List<FeatureName> names = new ArrayList<>();
        used.shapeFamilies().stream()
                .filter(selection -> computes(selection, dimensions))
                .forEach(selection -> addNames(FeatureName.ORIGINAL, selection, names));
        for (ImageType type : used.imageTypes) {
            for (String image : type.filter().imageNames(dimensions)) {
                used.intensityFamiliesOf(type).stream()
                        .filter(selection -> computes(selection, dimensions))
                        .forEach(selection -> addNames(image, selection, names));
            }
        }
        return List.copyOf(names);
    }

    /** Returns whether a family is computed from images of so many dimensions. */
    static boolean computes(FamilySelection selection, int dimensions) {
        return dimensions == 3 || !selection.family().isOfVolumesAlone();
    }

    /** Returns the names of the columns of {@link #featureNames()}, in the {@link #naming()}. */
    public List<String> columnNames() {
        return columnNames(3);
    }

    /** Returns the names of the columns of {@link #featureNames(int)}, in the {@link #naming()}. */
    public List<String> columnNames(int dimensions) {
        return featureNames(dimensions).stream().map(naming::column).toList();
    }

    private static void addNames(String image, FamilySelection selection, List<FeatureName> names) {
        selection.features().forEach(feature -> names.add(FeatureName.of(image, feature)));
    }

    /** Returns the discretization of an image type; bins that begin at the lower bound of the range know it. */
    Discretization discretizationOf(ImageType type) {
        Discretization wanted = type.discretization().orElse(discretization);
        boolean hasRange = resegmentation
                .filter(kept -> kept.mode() == Resegmentation.Mode.ABSOLUTE)
                .isPresent();
        // The range is one of the intensities before a filter.
        return hasRange
                        && type.filter() instanceof Original
                        && wanted instanceof FixedBinWidth width
                        && width.anchor() == WidthAnchor.RANGE_MINIMUM
                        && width.rangeMinimum().isEmpty()
                ? width.withRangeMinimum(resegmentation.get().lower())
                : wanted;
    }

    /** Returns how far around the region the families of an image look, in mm. */
    double surroundingsMm() {
        return Stream.concat(
                        families.stream(),
                        imageTypes.stream()
                                .flatMap(type -> type.families().stream().flatMap(List::stream)))
                .mapToDouble(selection -> selection.family().surroundingsMm())
                .max()
                .orElse(0);
    }

    /** The families of an image type that look at intensities, in the order of the columns. */
    List<FamilySelection> intensityFamiliesOf(ImageType type) {
        return type.families().orElse(families).stream()
                .filter(selection -> !selection.family().isOfShapeAlone())
                .toList();
    }

    /** Whether each region of an image has an image of its own. */
    boolean needRegion() {
        return steps.stream().anyMatch(ImageStep::needsRegion);
    }

    /** The families that look at the shape alone. */
    List<FamilySelection> shapeFamilies() {
        return families.stream()
                .filter(selection -> selection.family().isOfShapeAlone())
                .toList();
    }

    /**
     * Estimates the most memory that an extraction takes at any moment beyond the image and mask themselves, in bytes, for
     * a region that fills the grid: an upper bound for planning how many cases to run at once.
     *
     * <p>With n voxels before and m voxels after resampling, p = n · m<sub>x</sub> m<sub>y</sub> / (n<sub>x</sub>
     * n<sub>y</sub>) between its passes, k images of which a filter makes k<sub>f</sub> after k<sub>0</sub> others, and t
     * threads, it is the largest of
     *
     * <pre>{@code
     * a step       38 n
     * resampling   8 n + 16 n + 8 p + 12 m (24 m where the mask is interpolated)
     * a filter     16 m + 8 k0 m + (8 + 16 kf + 8 t) m
     * the counts   16 m + 8 (k + 1) m + t (40 m + pairs)
     * }</pre>
     *
     * where a step holds the image in 64 bits, what it learns from, sorted or parted by a threshold, and what it makes, and N4
     * beside it its voxels and the field; 16 m are the prepared image, its mask and the region's positions, and 8 m the intensities of the region in
     * each image and for the shape. A filter holds its input in 64 bits and, for each image, twelve bytes of derivatives
     * or bands and then the image beside the intensities taken from it. Counts take bordered levels, zones and copies of
     * the intensities to be sorted, and at most {@code d · min(m, L² / 2)} pairs of gray levels of 24 bytes, and full
     * matrices of {@code d · 4 · L²}, for d directions (13 for direct neighbors) and L = 400 gray levels. Texture by slices
     * has up to m pairs in each of its four directions, and keeps them, 32 bytes a voxel more, and those of planes and the
     * volume beside each other. Smoother images have far fewer pairs. More levels have more, up to 500 m for each thread
     * where every voxel has its own; so have matrices that are not symmetric, twice.
     *
     * <p>A listener of the stages is not counted in: it is shown each filter's images on the whole grid.
     *
     * @param grid of the image
     * @param threads that work on the case, at least 1
     */
    public long estimateBytes(Grid grid, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, found " + threads);
        }
        if (planes.isPresent()) {
            return ofDimensions(grid.dimensions()).estimateBytes(grid, threads);
        }
        double given = grid.size().voxelCount();
        double[] growth = {1, 1, 1};
        if (resampling.isPresent()) {
            for (int axis = 0; axis < 3; axis++) {
                double wanted = resampling.get().spacing().along(axis);
                double voxels = grid.size().along(axis);
                growth[axis] = wanted > 0 ? Math.ceil(voxels * grid.spacing().along(axis) / wanted) / voxels : 1;
            }
        }
        double betweenPasses = given * growth[0] * growth[1];
        double voxels = betweenPasses * growth[2];
        double stepping = steps.isEmpty() ? 0 : 38 * given;
        boolean weighsMask = resampling
                .filter(wanted -> wanted.maskInterpolation() == Resampling.MaskInterpolation.LINEAR)
                .isPresent();
        double most =
                resampling.isPresent() ? 24 * given + 8 * betweenPasses + (weighsMask ? 24 : 12) * voxels : 8 * given;
        most = Math.max(most, stepping);
        int images = 0;
        for (ImageType type : imageTypes) {
            int made = type.filter().imageNames(grid.dimensions()).size();
            most = Math.max(most, (16 + 8.0 * images + 8 + 16.0 * made + 8.0 * threads) * voxels);
            images += made;
        }
        int counting = Math.min(threads, images + 1);
        most = Math.max(most, (16 + 8.0 * (images + 1)) * voxels + counting * countingBytes(voxels));
        return (long) Math.min(Long.MAX_VALUE, Math.ceil(most));
    }

    /** Bytes that the families of one image need. */
    private double countingBytes(double voxels) {
        double levels = RadiomicsExtractor.MANY_GRAY_LEVELS;
        double matrices = Math.min(levels * levels, 8 * voxels); // beyond, they are counted without
        double pairs = Math.min(voxels, levels * levels / 2);
        int directions = 0;
        double ofTextures = 0;
        boolean bySlice = false;
        // Slices, planes and the volume are counted one after another, and what was counted is kept.
        Set<Object> kept = new HashSet<>();
        for (FeatureFamily family : allFamilies()) {
            Neighborhood neighborhood = family.neighborhood();
            directions = Math.max(directions, neighborhood.directions().size());
            if (family instanceof TextureFamily texture) {
                boolean apart = texture.aggregation().dimension() == Dimension.SLICES;
                bySlice |= apart;
                if (kept.add(List.of(apart, neighborhood))) {
                    ofTextures += neighborhood.directions().size() * (apart ? voxels : pairs);
                }
            }
        }
        double perVoxel = 40 + (kept.isEmpty() ? 0 : 16) + (bySlice ? 16 : 0);
        return perVoxel * voxels + 24 * Math.max(directions * pairs, ofTextures) + directions * 4 * matrices;
    }

    private List<FeatureFamily> allFamilies() {
        return Stream.concat(
                        families.stream(),
                        imageTypes.stream()
                                .flatMap(type -> type.families().stream().flatMap(List::stream)))
                .map(FamilySelection::family)
                .toList();
    }

    /** A copy in the making, so that each {@code with} names only what it changes. */
    private static final class Draft {
        private int label;
        private MaskCheck maskCheck;
        private List<ImageStep> steps;
        private Optional<Normalization> normalization;
        private Optional<Resampling> resampling;
        private Optional<Cropping> cropping;
        private Optional<Resegmentation> resegmentation;
        private List<ImageType> imageTypes;
        private Discretization discretization;
        private List<FamilySelection> families;
        private boolean diagnostics;
        private NamingScheme naming;
        private ExtractionLimits limits;
        private Optional<Planes> planes;

        Draft(ExtractionSettings from) {
            this.label = from.label;
            this.maskCheck = from.maskCheck;
            this.steps = from.steps;
            this.normalization = from.normalization;
            this.resampling = from.resampling;
            this.cropping = from.cropping;
            this.resegmentation = from.resegmentation;
            this.imageTypes = from.imageTypes;
            this.discretization = from.discretization;
            this.families = from.families;
            this.diagnostics = from.diagnostics;
            this.naming = from.naming;
            this.limits = from.limits;
            this.planes = from.planes;
        }

        ExtractionSettings settings() {
            return new ExtractionSettings(
                    label,
                    maskCheck,
                    steps,
                    normalization,
                    resampling,
                    cropping,
                    resegmentation,
                    imageTypes,
                    discretization,
                    families,
                    diagnostics,
                    naming,
                    limits,
                    planes);
        }
    }
}
