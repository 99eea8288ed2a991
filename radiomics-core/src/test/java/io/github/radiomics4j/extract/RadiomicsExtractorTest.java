package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.feature.Feature;
import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FeatureValues;
import io.github.radiomics4j.feature.Region;
import io.github.radiomics4j.feature.ShapeFeature;
import io.github.radiomics4j.filter.ImageFilter;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Original;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.run.Cancellation;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.run.Progress;
import io.github.radiomics4j.table.FeatureName;
import io.github.radiomics4j.table.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RadiomicsExtractorTest {
    private static final RadiomicsExtractor KI67 = RadiomicsExtractor.of(ExtractionSettings.ki67());
    private static final ImageVolume IMAGE = IntegerPhantom.A.image();
    private static final Mask MASK = IntegerPhantom.A.mask();

    @Test
    void theKi67PresetHas1197Features() {
        FeatureVector features = KI67.extract(IMAGE, MASK);
        assertThat(features.size()).isEqualTo(1197);
        assertThat(features.names().get(0)).hasToString("original_shape_Elongation");
        assertThat(features.names().get(1196)).hasToString("wavelet-LLL_ngtdm_Strength");
        assertThat(features.value(ShapeFeature.MESH_VOLUME))
                .isEqualTo(features.value(FeatureName.parse("original_shape_MeshVolume")));
        assertThat(features.provenance()).isPresent();
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        FeatureVector one = KI67.extract(IMAGE, MASK);
        for (int threads : new int[] {2, 8}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads - 1);
            try {
                FeatureVector many = KI67.extract(IMAGE, MASK, Execution.on(pool));
                assertThat(many).as("%d threads", threads).isEqualTo(one);
            } finally {
                pool.shutdownNow();
                assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void aPoolOfOneThreadThatAlsoRunsTheCallerDoesNotDeadlock() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<FeatureVector> inside = pool.submit(() -> KI67.extract(IMAGE, MASK, Execution.on(pool)));
            assertThat(inside.get(60, TimeUnit.SECONDS)).isEqualTo(KI67.extract(IMAGE, MASK));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void oneExtractorServesManyThreadsAtOnce() throws Exception {
        FeatureVector expected = KI67.extract(IMAGE, MASK);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<FeatureVector>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(pool.submit(() -> KI67.extract(IMAGE, MASK)));
            }
            for (Future<FeatureVector> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void progressEndsWithEverythingDone() {
        List<Progress> seen = new CopyOnWriteArrayList<>();
        KI67.extract(IMAGE, MASK, Execution.sequential().withListener(seen::add));
        assertThat(seen).hasSize(14); // 13 images and the shape
        assertThat(seen.get(13)).isEqualTo(new Progress(14, 14));
    }

    @Test
    void cancellingInMidRunEndsInACancellationException() {
        Cancellation cancellation = Cancellation.create();
        Execution execution = Execution.sequential()
                .withCancellation(cancellation)
                .withListener(progress -> {
                    if (progress.done() == 3) {
                        cancellation.cancel();
                    }
                });
        assertThatThrownBy(() -> KI67.extract(IMAGE, MASK, execution)).isInstanceOf(CancellationException.class);
    }

    @Test
    void cancellingFromAnotherThreadEndsTheRunOnAPool() throws Exception {
        Cancellation cancellation = Cancellation.create();
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            Execution execution =
                    Execution.on(pool).withCancellation(cancellation).withListener(progress -> cancellation.cancel());
            assertThatThrownBy(() -> KI67.extract(IMAGE, MASK, execution)).isInstanceOf(CancellationException.class);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anInterruptEndsInACancellationExceptionAndIsKept() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread worker = new Thread(() -> {
            try {
                while (true) {
                    KI67.extract(IMAGE, MASK);
                }
            } catch (CancellationException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        worker.start();
        Thread.sleep(50);
        worker.interrupt();
        worker.join(30_000);
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(flag.get()).isTrue();
    }

    @Test
    void intermediatesAreShownOnRequestAndChangeNothing() {
        List<String> names = new ArrayList<>();
        List<ImageVolume> preprocessed = new ArrayList<>();
        FeatureVector shown = KI67.extract(IMAGE, MASK, Execution.sequential(), new StageListener() {
            @Override
            public void preprocessed(ImageVolume image, Mask mask) {
                preprocessed.add(image);
                assertThat(mask.grid()).isEqualTo(image.grid());
            }

            @Override
            public void filtered(String name, ImageVolume response) {
                names.add(name);
                assertThat(response.grid()).isEqualTo(preprocessed.get(0).grid());
            }
        });
        assertThat(names)
                .hasSize(13)
                .startsWith("original", "log-sigma-2-0-mm-3D")
                .endsWith("wavelet-LLL");
        assertThat(preprocessed).hasSize(1);
        assertThat(preprocessed.get(0).grid().spacing()).isEqualTo(Spacing.isotropic(1));
        assertThat(shown).isEqualTo(KI67.extract(IMAGE, MASK));
    }

    @Test
    void aSkippedFilterIsSaidInTheResult() {
        Grid grid = Grid.of(new Size(6, 6, 3), Spacing.isotropic(1));
        ImageVolume image = IntegerPhantom.image(grid, 5);
        boolean[] inside = new boolean[108];
        java.util.Arrays.fill(inside, 20, 90, true);
        FeatureVector features = RadiomicsExtractor.of(
                        ExtractionSettings.pyradiomics().withFilters(new Original(), LaplacianOfGaussian.of(2)))
                .extract(image, Mask.of(grid, inside));
        assertThat(features.warnings()).isNotEmpty().allMatch(warning -> warning.contains("LoG"));
        assertThat(features.size()).isEqualTo(107);
        assertThatThrownBy(() -> features.value(FeatureName.parse("log-sigma-2-0-mm-3D_glcm_Contrast")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LoG");
    }

    @Test
    void grayLevelsPerImageAreADiagnostic() {
        FeatureVector features = KI67.extract(IMAGE, MASK);
        assertThat(features.diagnostics().keySet().stream()
                        .filter(name -> name.endsWith("_GrayLevels"))
                        .count())
                .isEqualTo(13);
    }

    @Test
    void diagnosticsCanBeLeftOut() {
        FeatureVector features = RadiomicsExtractor.of(
                        ExtractionSettings.pyradiomics().withDiagnostics(false))
                .extract(IMAGE, MASK);
        assertThat(features.diagnostics()).isEmpty();
        assertThat(features.size()).isEqualTo(107);
    }

    @Test
    void tooManyVoxelsAndTooManyGrayLevelsAreRefused() {
        ExtractionSettings settings = ExtractionSettings.pyradiomics();
        assertRefused(
                settings.withLimits(ExtractionLimits.withDefaults().withMaximumVoxels(1000)), Reason.LIMIT, "31680");
        assertRefused(
                settings.withLimits(ExtractionLimits.withDefaults().withMaximumGrayLevels(8)),
                Reason.LIMIT,
                "original");
        assertRefused(settings.withDiscretization(new FixedBinWidth(1e-9)), Reason.LIMIT, "1.0E-9");
        assertRefused(settings.withResampling(Resampling.to(0.01, 0.01, 0.01)), Reason.LIMIT, "resampled");
        assertRefused(settings.withResampling(Resampling.to(1e-9, 1e-9, 1e-9)), Reason.LIMIT, "an array can hold");
    }

    @Test
    void aTinyBinWidthGivesSparseCountsAndNoMemoryError() {
        FeatureVector features = RadiomicsExtractor.of(
                        ExtractionSettings.pyradiomics().withDiscretization(new FixedBinWidth(0.001)))
                .extract(IMAGE, MASK);
        assertThat(features.size()).isEqualTo(107);
        assertThat(features.value(FeatureName.parse("original_glcm_JointEntropy")))
                .isPositive();
    }

    @Test
    void anEmptyMaskAndANonFiniteVoxelAreRefused() {
        Grid grid = IMAGE.grid();
        assertThatThrownBy(() -> KI67.extract(IMAGE, Mask.of(grid, new byte[31680])))
                .isInstanceOfSatisfying(
                        InvalidCaseException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY_MASK));
        double[] voxels = IMAGE.toDoubles();
        voxels[20 + 40 * (29 + 36 * 10)] = Double.NaN; // in the region
        ImageVolume broken = ImageVolume.of(grid, voxels);
        for (ExtractionSettings settings : List.of(ExtractionSettings.ki67(), ExtractionSettings.pyradiomics())) {
            assertThatThrownBy(() -> RadiomicsExtractor.of(settings).extract(broken, MASK))
                    .isInstanceOfSatisfying(
                            InvalidCaseException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.NON_FINITE));
        }
    }

    private static void assertRefused(ExtractionSettings settings, Reason reason, String named) {
        assertThatThrownBy(() -> RadiomicsExtractor.of(settings).extract(IMAGE, MASK))
                .isInstanceOfSatisfying(
                        InvalidCaseException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(named);
    }

    /** The negative image, and how bright it is: what a stranger would add. */
    private record Negative() implements ImageFilter {
        @Override
        public String name() {
            return "Negative";
        }

        @Override
        public FilterResult apply(ImageVolume volume) {
            double[] out = volume.toDoubles();
            for (int i = 0; i < out.length; i++) {
                out[i] = -out[i];
            }
            return FilterResult.of(new NamedVolume("negative", ImageVolume.of(volume.grid(), out)));
        }
    }

    private enum BrightnessFeature implements Feature {
        PEAK;

        @Override
        public String familyName() {
            return "brightness";
        }

        @Override
        public String featureName() {
            return "Peak";
        }

        @Override
        public String ibsiCode() {
            return "";
        }
    }

    private record BrightnessFamily() implements FeatureFamily {
        @Override
        public String name() {
            return "brightness";
        }

        @Override
        public List<BrightnessFeature> features() {
            return List.of(BrightnessFeature.values());
        }

        @Override
        public FeatureValues compute(Region region, List<? extends Feature> wanted) {
            double peak = java.util.Arrays.stream(region.intensities()).max().orElseThrow();
            return FeatureValues.builder(wanted).set(0, peak, "").build();
        }
    }

    @Test
    void aStrangersFilterAndFamilyTakePart() {
        FeatureVector features = RadiomicsExtractor.of(ExtractionSettings.pyradiomics()
                        .withFilters(new Original(), new Negative())
                        .withFamilies(new BrightnessFamily()))
                .extract(IMAGE, MASK);
        assertThat(features.names())
                .extracting(FeatureName::toString)
                .containsExactly("original_brightness_Peak", "negative_brightness_Peak");
        assertThat(features.value(BrightnessFeature.PEAK)).isEqualTo(576);
        assertThat(features.value(BrightnessFeature.PEAK, "negative")).isEqualTo(-212);
    }
}
