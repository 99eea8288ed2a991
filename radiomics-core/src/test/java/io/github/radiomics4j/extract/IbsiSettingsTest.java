package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.WidthAnchor;
import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FeatureValues;
import io.github.radiomics4j.feature.Region;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Square;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.preprocess.MaskCheck;
import io.github.radiomics4j.preprocess.Resegmentation;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.table.FeatureVector;
import io.github.radiomics4j.table.NamingScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IbsiSettingsTest {
    private static final ImageVolume IMAGE = IntegerPhantom.A.image();
    private static final Mask MASK = IntegerPhantom.A.mask();

    @Test
    void filtersAreRefusedByName() {
        for (ImageFilter filter : new ImageFilter[] {LaplacianOfGaussian.of(1), Wavelet.withDefaults(), new Square()}) {
            assertThatThrownBy(() -> ExtractionSettings.ibsi().withFilters(new Original(), filter))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(filter.getClass().getSimpleName());
        }
    }

    @ParameterizedTest
    @EnumSource
    void presetsAreValues(IbsiConfiguration configuration) {
        ExtractionSettings settings = configuration.settings();
        assertThat(settings.withLabel(2).withLabel(1)).isEqualTo(settings);
        assertThat(settings).isNotEqualTo(ExtractionSettings.ibsi());
        assertThat(settings.columnNames()).doesNotHaveDuplicates().hasSameSizeAs(settings.featureNames());
    }

    @Test
    void binsBeginAtTheLowerBoundOfTheRange() {
        ImageType original = ImageType.of(new Original());
        FixedBinWidth bins = new FixedBinWidth(25, WidthAnchor.RANGE_MINIMUM);
        ExtractionSettings settings = ExtractionSettings.ibsi().withDiscretization(bins);
        assertThat(settings.discretizationOf(original)).isEqualTo(bins);
        ExtractionSettings range = settings.withResegmentation(Resegmentation.range(-500, 400));
        assertThat(range.discretizationOf(original)).isEqualTo(bins.withRangeMinimum(-500));
        // Of outliers there is no range that the user has named, and a filtered image has other intensities.
        assertThat(settings.withResegmentation(Resegmentation.outliers(3)).discretizationOf(original))
                .isEqualTo(bins);
        assertThat(range.withNaming(NamingScheme.PYRADIOMICS).discretizationOf(ImageType.of(new Square())))
                .isEqualTo(bins);
        assertThat(range.withDiscretization(bins.withRangeMinimum(-1000)).discretizationOf(original))
                .isEqualTo(bins.withRangeMinimum(-1000));
    }

    @Test
    void aCohortsTableHasTheTags(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("features.csv");
        RadiomicsExtractor extractor = RadiomicsExtractor.of(ExtractionSettings.ibsi());
        CohortExtractor.of(extractor)
                .withDiagnosticColumns(true)
                .extract(List.of(LesionCase.of("case1", () -> IMAGE, () -> MASK)), csv, Execution.sequential());
        List<String> header = List.of(Files.readAllLines(csv).get(0).split(","));
        assertThat(header)
                .contains("stat_mean", "cm_contrast_3D_avg", "diagnostics_int_mask_vox_count_reseg_roi")
                .endsWith(extractor.settings().columnNames().toArray(String[]::new));
    }

    @Test
    void oneVoxelIsARegion() {
        assertThat(ExtractionSettings.ibsi().maskCheck().minimumRoiDimensions()).isZero();
        byte[] labels = new byte[IMAGE.toDoubles().length];
        labels[0] = 1;
        Mask one = Mask.of(IMAGE.grid(), labels);
        assertThat(MaskCheck.withDefaults()
                        .withMinimumRoiDimensions(0)
                        .apply(IMAGE, one, 1)
                        .voxelCount())
                .isEqualTo(1);
        assertThatThrownBy(() -> MaskCheck.withDefaults().withMinimumRoiDimensions(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What a family that looks {@code mm} around the region is given. */
    private record Witness(double surroundingsMm) implements FeatureFamily {
        private enum What implements Feature {
            IMAGE_VOXELS,
            MORPHOLOGY,
            INTENSITIES,
            BOX_OF_MORPHOLOGY,
            FIRST_INTENSITY;

            @Override
            public String familyName() {
                return "witness";
            }

            @Override
            public String featureName() {
                return name().replace("_", "");
            }

            @Override
            public String ibsiCode() {
                return "";
            }
        }

        @Override
        public String name() {
            return "witness";
        }

        @Override
        public List<What> features() {
            return List.of(What.values());
        }

        @Override
        public FeatureValues compute(Region region, List<? extends Feature> wanted) {
            return FeatureValues.of(
                    own(wanted, What.class),
                    what -> switch (what) {
                        case IMAGE_VOXELS ->
                            surroundingsMm == 0
                                    ? 0
                                    : region.image().grid().size().voxelCount();
                        case MORPHOLOGY -> region.morphology().voxelCount();
                        case INTENSITIES -> region.voxelCount();
                        case BOX_OF_MORPHOLOGY ->
                            region.morphology().box().size().voxelCount();
                        case FIRST_INTENSITY -> region.intensities()[0];
                    },
                    what -> "");
        }
    }

    private static double[] witness(double surroundingsMm, Resegmentation.Shape shape) {
        // Of 7664 voxels in a box of 28 x 26 x 16 some are left in a smaller one.
        ExtractionSettings settings = ExtractionSettings.ibsi()
                .withFamilies(new Witness(surroundingsMm))
                .withResegmentation(Resegmentation.range(THRESHOLD, 1e6).withShape(shape));
        FeatureVector features = RadiomicsExtractor.of(settings).extract(IMAGE, MASK);
        return features.toArray();
    }

    private static final double THRESHOLD = 400;

    @Test
    void familiesSeeTheWholeMorphologyAndTheImageAroundIt() {
        BoundingBox whole = MASK.boundingBox(1).orElseThrow();
        Mask left = Resegmentation.range(THRESHOLD, 1e6).apply(IMAGE, MASK, 1);
        BoundingBox small = left.boundingBox(1).orElseThrow();
        assertThat(small).isNotEqualTo(whole);
        long count = left.census().get(1L);
        double first = witness(0, Resegmentation.Shape.WHOLE)[4];
        assertThat(witness(0, Resegmentation.Shape.WHOLE))
                .containsExactly(0, 7664, count, whole.size().voxelCount(), first);
        // 3 mm are 4 voxels of 0.8 mm and 2 of 2.5 mm.
        BoundingBox around = grown(whole, 4, 2);
        assertThat(witness(3, Resegmentation.Shape.WHOLE))
                .containsExactly(
                        around.size().voxelCount(), 7664, count, whole.size().voxelCount(), first);
        Mask within = MASK.crop(small).label(1);
        assertThat(witness(3, Resegmentation.Shape.WITHIN_BOX))
                .containsExactly(
                        grown(small, 4, 2).size().voxelCount(),
                        within.census().get(1L),
                        count,
                        within.boundingBox(1).orElseThrow().size().voxelCount(),
                        first);
        assertThat(witness(0, Resegmentation.Shape.RESEGMENTED))
                .containsExactly(0, count, count, small.size().voxelCount(), first);
    }

    private static BoundingBox grown(BoundingBox box, int xy, int z) {
        int x0 = Math.max(0, box.x() - xy);
        int y0 = Math.max(0, box.y() - xy);
        int z0 = Math.max(0, box.z() - z);
        return new BoundingBox(
                x0,
                y0,
                z0,
                Math.min(40, box.x() + box.sizeX() + xy) - x0,
                Math.min(36, box.y() + box.sizeY() + xy) - y0,
                Math.min(22, box.z() + box.sizeZ() + z) - z0);
    }

    @Test
    void whatIsLeftOfNothingIsRefused() {
        ExtractionSettings nothing = ExtractionSettings.ibsi().withResegmentation(Resegmentation.range(1e5, 1e6));
        assertThatThrownBy(() -> RadiomicsExtractor.of(nothing).extract(IMAGE, MASK))
                .isInstanceOfSatisfying(
                        InvalidCaseException.class,
                        e -> assertThat(e.reason()).isEqualTo(InvalidCaseException.Reason.TOO_SMALL));
    }
}
