package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.feature.ShapeFeature;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.image.BoundingBox;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.preprocess.Cropping;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.table.FeatureVector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One label, several, any, each, or each component: which voxels are a region. */
@Timeout(120)
class RegionsTest {
    private static final ImageVolume IMAGE = IntegerPhantom.A.image();
    private static final Mask MASK = IntegerPhantom.A.mask();
    private static final RadiomicsExtractor EXTRACTOR = RadiomicsExtractor.of(ExtractionSettings.pyradiomics());

    private static Map<String, FeatureVector> rows(LesionCase lesion) {
        Map<String, FeatureVector> rows = new LinkedHashMap<>();
        CohortExtractor.of(EXTRACTOR)
                .withDiagnosticColumns(true)
                .extract(
                        List.of(lesion),
                        result -> rows.put(result.caseId(), result.features().orElseThrow()),
                        Execution.sequential());
        return rows;
    }

    private static LesionCase phantom() {
        return LesionCase.of("P", () -> IMAGE, () -> MASK);
    }

    private static FeatureVector ofLabel(int label) {
        return RadiomicsExtractor.of(EXTRACTOR.settings().withLabel(label)).extract(IMAGE, MASK);
    }

    @Test
    void aCaseMayNameItsLabel() {
        assertThat(rows(phantom()).get("P")).isEqualTo(ofLabel(1));
        assertThat(rows(phantom().withLabel(2)).get("P")).isEqualTo(ofLabel(2));
    }

    @Test
    void eachLabelIsARowOfItsOwn() {
        Map<String, FeatureVector> rows = rows(phantom().withEachLabel());
        assertThat(rows.keySet()).containsExactly("P-label1", "P-label2");
        assertThat(rows.get("P-label1")).isEqualTo(ofLabel(1));
        assertThat(rows.get("P-label2")).isEqualTo(ofLabel(2));
    }

    @Test
    void mergedLabelsAreOneRegion() {
        double first = ofLabel(1).value(ShapeFeature.VOXEL_VOLUME);
        double second = ofLabel(2).value(ShapeFeature.VOXEL_VOLUME);
        for (LesionCase merged : List.of(
                phantom().withMergedLabels(1, 2),
                phantom().withAnyLabel(),
                phantom().withMergedLabels(2, 1, 9))) {
            assertThat(rows(merged).get("P").value(ShapeFeature.VOXEL_VOLUME)).isEqualTo(first + second);
        }
    }

    @Test
    void componentsCoverTheirLabelAndAreConnected() {
        Mask components = MASK.components(1);
        assertThat(components.census()).hasSize(2);
        assertThat(components.census().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(7664);
        assertThat(components.anyLabel().sha1()).isEqualTo(MASK.label(1).sha1());
        // The ellipsoid reaches into the first slice, the satellite of 4 x 4 x 3 voxels begins in the second.
        assertThat(components.boundingBox(2)).contains(new BoundingBox(2, 3, 1, 4, 4, 3));
        Map<String, FeatureVector> rows = rows(phantom().withEachComponent());
        assertThat(rows.keySet()).containsExactly("P-component1", "P-component2");
        assertThat(rows.get("P-component1")).isEqualTo(EXTRACTOR.extract(IMAGE, components));
        assertThatThrownBy(() -> MASK.components(9)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRegionThatIsNotThereFailsWithTheLabelsThatAre() {
        for (LesionCase absent : List.of(phantom().withLabel(7), phantom().withMergedLabels(7, 8))) {
            CohortSummary summary =
                    CohortExtractor.of(EXTRACTOR).extract(List.of(absent), result -> {}, Execution.sequential());
            assertThat(summary.failures()).singleElement().satisfies(failure -> {
                assertThat(failure.reason()).isEqualTo(Reason.LABEL_ABSENT);
                assertThat(failure.message()).contains("label 7", "1 (7664)", "2 (24)");
            });
        }
        assertThatThrownBy(() -> phantom().withLabel(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> phantom().withMergedLabels(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneBadLabelLeavesTheOthers() {
        int[] labels = new int[Math.toIntExact(IMAGE.grid().size().voxelCount())];
        MASK.copyTo(0, labels, 0, labels.length);
        labels[0] = 5;
        LesionCase lesion = LesionCase.of("P", () -> IMAGE, () -> Mask.of(IMAGE.grid(), labels));
        CohortSummary summary = CohortExtractor.of(EXTRACTOR)
                .extract(List.of(lesion.withEachLabel()), result -> {}, Execution.sequential());
        assertThat(summary.rows()).isEqualTo(2);
        assertThat(summary.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.caseId()).isEqualTo("P-label5"));
    }

    @Test
    void manyMasksOnOneImageGiveTheNumbersOfEachAlone() {
        Map<String, Mask> masks = new LinkedHashMap<>();
        masks.put("lesion", MASK.label(1));
        masks.put("box", MASK.label(2));
        masks.put("both", MASK.anyLabel());
        ExtractionSettings filtered = ExtractionSettings.pyradiomics()
                .withNormalization(Normalization.withDefaults().withScale(100))
                .withFilters(new Original(), LaplacianOfGaussian.of(2), Wavelet.withDefaults());
        for (ExtractionSettings settings :
                List.of(filtered, filtered.withCropping(new Cropping(5)), ExtractionSettings.ki67())) {
            RadiomicsExtractor extractor = RadiomicsExtractor.of(settings);
            Map<String, FeatureVector> all = extractor.extractAll(IMAGE, masks, Execution.sequential());
            assertThat(all.keySet()).containsExactly("lesion", "box", "both");
            masks.forEach((name, mask) -> assertThat(all.get(name)).as(name).isEqualTo(extractor.extract(IMAGE, mask)));
        }
    }

    @Test
    void filtersRunOnceForAllMasksWhereTheirBoxIsTheSame() {
        AtomicInteger runs = new AtomicInteger();
        ImageFilter counting = new ImageFilter() {
            @Override
            public String name() {
                return "Counting";
            }

            @Override
            public FilterResult apply(ImageVolume volume) {
                runs.incrementAndGet();
                return FilterResult.of(new NamedVolume("counting", volume));
            }
        };
        Map<String, Mask> masks = Map.of("a", MASK.label(1), "b", MASK.label(2));
        ExtractionSettings settings = ExtractionSettings.pyradiomics().withFilters(counting);
        RadiomicsExtractor.of(settings).extractAll(IMAGE, masks, Execution.sequential());
        assertThat(runs).hasValue(1);
        RadiomicsExtractor.of(settings.withCropping(new Cropping(5))).extractAll(IMAGE, masks, Execution.sequential());
        assertThat(runs).hasValue(3);
    }

    @Test
    void aMaskThatCannotBeUsedIsNamed() {
        assertThatThrownBy(() -> EXTRACTOR.extractAll(
                        IMAGE, Map.of("liver", MASK.label(1).label(2)), Execution.sequential()))
                .isInstanceOf(InvalidCaseException.class)
                .hasMessageStartingWith("liver: ");
    }

    @Test
    void thePromisedNamesAreThoseOfAVectorThatLacksNothing() {
        for (ExtractionSettings settings : List.of(ExtractionSettings.pyradiomics(), ExtractionSettings.ki67())) {
            FeatureVector features = RadiomicsExtractor.of(settings).extract(IMAGE, MASK);
            assertThat(settings.featureNames()).isEqualTo(features.names());
            assertThat(Diagnostics.names(settings, 3))
                    .isEqualTo(List.copyOf(features.diagnostics().keySet()));
        }
        ExtractionSettings correcting = ExtractionSettings.pyradiomics()
                .withMaskCheck(ExtractionSettings.pyradiomics().maskCheck().withCorrectMask(true));
        Mask shifted = IntegerPhantom.mask(IMAGE.grid().crop(new BoundingBox(1, 1, 1, 38, 34, 20)));
        FeatureVector corrected = RadiomicsExtractor.of(correcting).extract(IMAGE, shifted);
        assertThat(Diagnostics.names(correcting, 3))
                .isEqualTo(List.copyOf(corrected.diagnostics().keySet()));
    }
}
