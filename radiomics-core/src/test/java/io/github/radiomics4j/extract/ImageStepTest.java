package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.preprocess.ImageStep;
import io.github.radiomics4j.preprocess.MinMaxNormalization;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.Normalization;
import io.github.radiomics4j.preprocess.NyulStandardization;
import io.github.radiomics4j.preprocess.NyulStandardization.TrainingImage;
import io.github.radiomics4j.preprocess.PercentileClipping;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.preprocess.VoxelScope;
import io.github.radiomics4j.preprocess.ZScoreNormalization;
import io.github.radiomics4j.run.Cancellation;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.table.FeatureVector;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Steps of the settings are those that a caller would take by hand. */
class ImageStepTest {
    private static final ImageVolume IMAGE = IntegerPhantom.A.image();
    private static final Mask MASK = IntegerPhantom.A.mask();
    private static final ExtractionSettings PLAIN =
            ExtractionSettings.pyradiomics().withDiagnostics(false);
    private static final N4BiasCorrection N4 =
            N4BiasCorrection.withDefaults().withIterations(5, 5).withShrink(2, 2, 1);

    @Test
    void n4CorrectsTheWholeImageBeforeItIsNormalizedAndResampled() {
        ExtractionSettings settings = PLAIN.withNormalization(
                        Normalization.withDefaults().withScale(100))
                .withResampling(Resampling.to(1, 1, 1));
        ImageVolume corrected = N4.correct(IMAGE).corrected();
        assertThat(corrected.type()).isEqualTo(PixelType.FLOAT32);
        FeatureVector byHand = RadiomicsExtractor.of(settings).extract(corrected, MASK);
        FeatureVector bySettings = RadiomicsExtractor.of(settings.withSteps(N4)).extract(IMAGE, MASK);
        assertSameValues(bySettings, byHand);
        assertThat(bySettings.value(byHand.names().get(40)))
                .isNotEqualTo(RadiomicsExtractor.of(settings)
                        .extract(IMAGE, MASK)
                        .value(byHand.names().get(40)));
    }

    @Test
    void stepsAreTakenInTheirOrder() {
        PercentileClipping clipping = PercentileClipping.withDefaults().withPercentiles(5, 95);
        MinMaxNormalization range = MinMaxNormalization.withDefaults().withRange(0, 1000);
        ImageVolume byHand = step(range, step(clipping, step(N4, IMAGE, MASK), MASK), MASK);
        assertSameValues(
                RadiomicsExtractor.of(PLAIN.withSteps(N4, clipping, range)).extract(IMAGE, MASK),
                RadiomicsExtractor.of(PLAIN).extract(byHand, MASK));
    }

    @Test
    void aStepMayLearnFromEachRegion() {
        Mask one = MASK.label(1);
        Mask two = IntegerPhantom.A.mask().label(2);
        ZScoreNormalization zScore = ZScoreNormalization.withDefaults().withScope(VoxelScope.REGION);
        MinMaxNormalization range = MinMaxNormalization.withDefaults().withRange(0, 1000);
        RadiomicsExtractor extractor = RadiomicsExtractor.of(PLAIN.withSteps(zScore, range));
        Map<String, FeatureVector> all =
                extractor.extractAll(IMAGE, Map.of("one", one, "two", two), Execution.sequential());
        RadiomicsExtractor plain = RadiomicsExtractor.of(PLAIN);
        for (Map.Entry<String, Mask> region : Map.of("one", one, "two", two).entrySet()) {
            ImageVolume byHand = step(range, step(zScore, IMAGE, region.getValue()), region.getValue());
            assertSameValues(all.get(region.getKey()), plain.extract(byHand, region.getValue()));
        }
    }

    @Test
    void theRegionIsTheLabelOfTheSettings() {
        ZScoreNormalization zScore = ZScoreNormalization.withDefaults().withScope(VoxelScope.REGION);
        ExtractionSettings settings = PLAIN.withLabel(2)
                .withSteps(zScore, MinMaxNormalization.withDefaults().withRange(0, 1000));
        assertSameValues(
                RadiomicsExtractor.of(settings).extract(IMAGE, MASK),
                RadiomicsExtractor.of(settings.withLabel(1)).extract(IMAGE, MASK.label(2)));
    }

    @Test
    void aLearnedScaleIsAStep() {
        var scale = NyulStandardization.withDefaults()
                .withScale(1, 1000)
                .fit(List.of(new TrainingImage("B", IntegerPhantom.B.image(), IntegerPhantom.B.mask())));
        assertSameValues(
                RadiomicsExtractor.of(PLAIN.withSteps(scale)).extract(IMAGE, MASK),
                RadiomicsExtractor.of(PLAIN).extract(step(scale, IMAGE, MASK), MASK));
    }

    @Test
    void threadsChangeNoBit() {
        RadiomicsExtractor extractor = RadiomicsExtractor.of(PLAIN.withSteps(N4));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(extractor.extract(IMAGE, MASK, Execution.on(pool))).isEqualTo(extractor.extract(IMAGE, MASK));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void stepsAreCancelled() {
        Cancellation cancel = Cancellation.create();
        cancel.cancel();
        RadiomicsExtractor extractor = RadiomicsExtractor.of(PLAIN.withSteps(N4));
        assertThatThrownBy(() ->
                        extractor.extract(IMAGE, MASK, Execution.sequential().withCancellation(cancel)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void stepsArePartOfTheProvenance() {
        String settings =
                PLAIN.withSteps(N4, ZScoreNormalization.withDefaults()).toString();
        assertThat(settings).contains("N4BiasCorrection[iterations=[5, 5]", "ZScoreNormalization[scope=FOREGROUND]");
        assertThat(PLAIN.withSteps(N4)).isNotEqualTo(PLAIN).isEqualTo(PLAIN.withSteps(N4));
    }

    @Test
    void memoryOfAStepIsCountedIn() {
        var grid = IMAGE.grid();
        long voxels = grid.size().voxelCount();
        ExtractionSettings light = PLAIN.withFamilies(PLAIN.families().get(0).family());
        assertThat(light.withSteps(N4).estimateBytes(grid, 1)).isGreaterThanOrEqualTo(38 * voxels);
    }

    private static ImageVolume step(ImageStep step, ImageVolume image, Mask region) {
        return step.apply(image, region, Execution.sequential());
    }

    private static void assertSameValues(FeatureVector found, FeatureVector expected) {
        assertThat(found.names()).hasSize(107).isEqualTo(expected.names());
        found.names()
                .forEach(name ->
                        assertThat(found.value(name)).as(name.toString()).isEqualTo(expected.value(name)));
    }
}
