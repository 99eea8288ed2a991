package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.FirstOrderFeature;
import io.github.radiomics4j.feature.ShapeFeature;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must not change, or must change in a known way, when a whole extraction is given the same lesion differently. */
class ExtractionInvariantTest {
    private static final ExtractionSettings ORIGINAL =
            ExtractionSettings.pyradiomics().withDiagnostics(false);

    /** Everything but resampling, which would leave nothing of some of these lesions. */
    private static final ExtractionSettings FILTERED = ORIGINAL.withNormalization(
                    Normalization.withDefaults().withScale(100))
            .withFilters(new Original(), LaplacianOfGaussian.of(1, 2), Wavelet.withDefaults());

    /** Averages of 13 directions, or sums over voxels, of terms that cancel: rounded at the size of the terms. */
    private static final Set<String> CANCELLING = Set.of("ClusterShade", "Correlation", "Imc1", "Skewness");

    private static final Set<String> ROOTS =
            Set.of("Elongation", "Flatness", "LeastAxisLength", "MajorAxisLength", "MinorAxisLength");

    /** Of the mesh, whose ambiguous cubes look different from the other side, and of its vertices in a plane. */
    private static final Set<String> SEEN_FROM_A_SIDE = Set.of(
            "MeshVolume",
            "SurfaceArea",
            "SurfaceVolumeRatio",
            "Sphericity",
            "Maximum2DDiameterRow",
            "Maximum2DDiameterColumn",
            "Maximum2DDiameterSlice");

    @Property(tries = 100)
    void aLesionElsewhereInALargerVolumeHasTheSameFeaturesBitForBit(
            @ForAll long seed, @ForAll @IntRange(max = 5) int before, @ForAll @IntRange(max = 3) int behind) {
        Lesion lesion = Lesion.random(seed);
        assertSame(extract(ORIGINAL, lesion.within(before, behind, seed)), extract(ORIGINAL, lesion));
    }

    @Property(tries = 20)
    void paddingByAVoxelChangesNoBit(@ForAll long seed) {
        Lesion lesion = Lesion.random(seed);
        assertSame(extract(ORIGINAL, lesion.within(1, 1, ~seed)), extract(ORIGINAL, lesion));
    }

    @Property(tries = 20)
    void theOriginOfTheGridChangesNoBit(@ForAll long seed) {
        Lesion lesion = Lesion.random(seed);
        FeatureVector moved = RadiomicsExtractor.of(ORIGINAL)
                .extract(
                        ImageVolume.of(lesion.elsewhere(), lesion.voxels()),
                        Mask.of(lesion.elsewhere(), lesion.labels()));
        assertSame(moved, extract(ORIGINAL, lesion));
    }

    @Property(tries = 100)
    void renamedAxesRenameThePlanarDiametersAndKeepTheRestButTheMesh(@ForAll long seed) {
        Lesion lesion = Lesion.random(seed);
        FeatureVector before = extract(ORIGINAL, lesion);
        FeatureVector after = extract(ORIGINAL, lesion.renamed());
        assertSameButForTheOrderOfTheVoxels(after, before);
        // Row, column and slice are the planes across x, y and z; x is z now, y is x, z is y.
        assertThat(after.value(ShapeFeature.MAXIMUM_2D_DIAMETER_ROW))
                .isEqualTo(before.value(ShapeFeature.MAXIMUM_2D_DIAMETER_SLICE));
        assertThat(after.value(ShapeFeature.MAXIMUM_2D_DIAMETER_COLUMN))
                .isEqualTo(before.value(ShapeFeature.MAXIMUM_2D_DIAMETER_ROW));
        assertThat(after.value(ShapeFeature.MAXIMUM_2D_DIAMETER_SLICE))
                .isEqualTo(before.value(ShapeFeature.MAXIMUM_2D_DIAMETER_COLUMN));
    }

    @Property(tries = 100)
    void aMirrorImageHasTheSameFeaturesButForTheMesh(@ForAll long seed, @ForAll @IntRange(max = 2) int axis) {
        Lesion lesion = Lesion.random(seed);
        FeatureVector before = extract(ORIGINAL, lesion);
        FeatureVector after = extract(ORIGINAL, lesion.mirrored(axis));
        assertSameButForTheOrderOfTheVoxels(after, before);
        for (Feature diameter : List.of(
                ShapeFeature.MAXIMUM_2D_DIAMETER_ROW,
                ShapeFeature.MAXIMUM_2D_DIAMETER_COLUMN,
                ShapeFeature.MAXIMUM_2D_DIAMETER_SLICE)) {
            assertClose(diameter.featureName(), after.value(diameter), before.value(diameter));
        }
    }

    @Property(tries = 100)
    void addingAMultipleOfTheBinWidthLeavesTexturesAndShapeAndLiftsTheIntensities(
            @ForAll long seed, @ForAll @IntRange(min = -40, max = 40) int bins) {
        int constant = 25 * bins;
        Lesion lesion = Lesion.random(seed);
        FeatureVector before = extract(ORIGINAL, lesion);
        FeatureVector after = extract(ORIGINAL, lesion.plus(constant));
        for (FeatureName name : before.names()) {
            if (!name.family().equals(FirstOrderFamily.withDefaults().name())) {
                assertSame(name, after, before);
            }
        }
        assertLifted(after, before, constant, lesion.mask().census().get(1L));
    }

    private static void assertLifted(FeatureVector after, FeatureVector before, int constant, long voxels) {
        for (FirstOrderFeature feature : FirstOrderFeature.values()) {
            if (feature.onRequest()) {
                continue;
            }
            double was = before.value(feature);
            double energy = before.value(FirstOrderFeature.ENERGY)
                    + 2.0 * constant * voxels * before.value(FirstOrderFeature.MEAN)
                    + (double) voxels * constant * constant;
            double expected = switch (feature) {
                case PERCENTILE_10, PERCENTILE_90, MAXIMUM, MEAN, MEDIAN, MINIMUM -> was + constant;
                case ENERGY -> energy;
                case TOTAL_ENERGY -> energy * before.value(ShapeFeature.VOXEL_VOLUME) / voxels;
                case ROOT_MEAN_SQUARED -> Math.sqrt(energy / voxels);
                default -> was;
            };
            // Intensities lie within 2000 of 0, and so does what is left of energies that cancel.
            assertWithin(1e-11 * Math.abs(expected) + 1e-9, feature.featureName(), after.value(feature), expected);
        }
    }

    @Property(tries = 20)
    void anotherLabelOfTheSameVoxelsChangesNoBit(@ForAll long seed) {
        Lesion lesion = Lesion.random(seed);
        FeatureVector expected = extract(ORIGINAL, lesion);
        assertSame(extract(ORIGINAL.withLabel(7), lesion.relabelled(1, 7)), expected);
        assertSame(extract(ORIGINAL.withLabel(2), lesion.relabelled(1, 2)), expected);
    }

    @Property(tries = 20)
    void thePixelTypeOfWholeNumbersChangesNoBitOfTheOriginal(@ForAll long seed) {
        Lesion lesion = Lesion.random(seed);
        RadiomicsExtractor extractor = RadiomicsExtractor.of(ORIGINAL);
        FeatureVector expected = extractor.extract(lesion.image(PixelType.INT16), lesion.mask());
        for (PixelType type : List.of(PixelType.INT32, PixelType.FLOAT32, PixelType.FLOAT64)) {
            assertSame(extractor.extract(lesion.image(type), lesion.mask()), expected);
        }
    }

    @Property(tries = 8)
    void theNumberOfThreadsChangesNoBit(@ForAll long seed) {
        Lesion lesion = Lesion.random(seed);
        RadiomicsExtractor extractor = RadiomicsExtractor.of(FILTERED.withDiagnostics(true));
        FeatureVector one = extractor.extract(lesion.image(), lesion.mask());
        ExecutorService pool = Executors.newFixedThreadPool(7);
        try {
            for (int threads : new int[] {2, 8}) {
                FeatureVector many = extractor.extract(
                        lesion.image(), lesion.mask(), Execution.on(pool).withMaximumThreads(threads));
                assertThat(many).as("%d threads", threads).isEqualTo(one);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Property(tries = 8)
    void theOrderOfTheSettingsChangesTheOrderOfTheColumnsAlone(@ForAll long seed) {
        Random random = new Random(seed);
        Lesion lesion = Lesion.random(seed);
        List<ImageType> types = shuffled(FILTERED.imageTypes(), random);
        FamilySelection[] families = shuffled(FILTERED.families(), random).stream()
                .map(selection -> new FamilySelection(selection.family(), shuffled(selection.features(), random)))
                .toArray(FamilySelection[]::new);
        FeatureVector before = extract(FILTERED, lesion);
        FeatureVector after = extract(FILTERED.withImageTypes(types).withFamilies(families), lesion);
        assertThat(new HashSet<>(after.names())).isEqualTo(new HashSet<>(before.names()));
        after.names().forEach(name -> assertSame(name, after, before));
        // Shape first, and then images in the order of the settings.
        assertThat(after.names().get(0).family()).isEqualTo("shape");
        assertThat(after.names().get(after.size() - 1).image()).startsWith(prefix(types.get(types.size() - 1), before));
    }

    /** The beginning of the names of a type's images; those of Laplacians that a small volume cannot take are not there. */
    private static String prefix(ImageType type, FeatureVector any) {
        return switch (type.filter().name()) {
            case "Wavelet" -> "wavelet-";
            case "LoG" -> any.names().stream().anyMatch(name -> name.image().startsWith("log-")) ? "log-" : "";
            default -> "original";
        };
    }

    @Property(tries = 8)
    void fewerFeaturesHaveTheSameValues(@ForAll long seed) {
        Random random = new Random(seed);
        Lesion lesion = Lesion.random(seed);
        List<FamilySelection> families = new ArrayList<>();
        for (FamilySelection selection : shuffled(FILTERED.families(), random).subList(0, 4)) {
            List<Feature> wanted = shuffled(selection.features(), random);
            families.add(new FamilySelection(selection.family(), wanted.subList(0, 1 + random.nextInt(wanted.size()))));
        }
        FeatureVector all = extract(FILTERED, lesion);
        FeatureVector some = extract(FILTERED.withFamilies(families.toArray(FamilySelection[]::new)), lesion);
        assertThat(some.size()).isPositive().isLessThan(all.size());
        some.names().forEach(name -> assertSame(name, some, all));
    }

    private static <T> List<T> shuffled(List<? extends T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static FeatureVector extract(ExtractionSettings settings, Lesion lesion) {
        return RadiomicsExtractor.of(settings).extract(lesion.image(), lesion.mask());
    }

    private static void assertSame(FeatureVector found, FeatureVector expected) {
        assertThat(found.names()).isEqualTo(expected.names());
        expected.names().forEach(name -> assertSame(name, found, expected));
    }

    /** The same bits and, where it is NaN, the same reason. */
    private static void assertSame(FeatureName name, FeatureVector found, FeatureVector expected) {
        // As an object: NaN equals NaN.
        assertThat(found.value(name)).as(name.toString()).isEqualTo(Double.valueOf(expected.value(name)));
        assertThat(found.nanReasons().get(name))
                .as(name.toString())
                .isEqualTo(expected.nanReasons().get(name));
    }

    /** Sums over voxels and directions come in another order; what is counted in whole numbers keeps its bits. */
    private static void assertSameButForTheOrderOfTheVoxels(FeatureVector found, FeatureVector expected) {
        assertThat(found.names()).isEqualTo(expected.names());
        for (FeatureName name : expected.names()) {
            switch (name.family()) {
                case "gldm", "glszm" -> assertSame(name, found, expected);
                case "shape" -> {
                    if (!SEEN_FROM_A_SIDE.contains(name.feature())) {
                        assertClose(name.feature(), found.value(name), expected.value(name));
                    }
                }
                default -> assertClose(name.feature(), found.value(name), expected.value(name));
            }
        }
    }

    private static void assertClose(String feature, double found, double expected) {
        if (ROOTS.contains(feature)) {
            // The root of an eigenvalue that is 0 is as large as that of its rounding: squares are compared, of lengths
            // up to 20 mm or of their quotients.
            assertWithin(feature.endsWith("Length") ? 4e-11 : 1e-13, feature, found * found, expected * expected);
        } else {
            double rounding = CANCELLING.contains(feature) ? 1e-10 : 1e-14;
            assertWithin(1e-12 * Math.abs(expected) + rounding, feature, found, expected);
        }
    }

    private static void assertWithin(double rounding, String feature, double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).as(feature).isNaN();
        } else {
            assertThat(found).as(feature).isCloseTo(expected, within(rounding));
        }
    }
}
