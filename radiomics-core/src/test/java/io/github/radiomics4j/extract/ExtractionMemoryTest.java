package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.radiomics4j.feature.FeatureFamily;
import io.github.radiomics4j.feature.FirstOrderFamily;
import io.github.radiomics4j.feature.TextureFamily;
import io.github.radiomics4j.filter.LaplacianOfGaussian;
import io.github.radiomics4j.filter.Wavelet;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.MinMaxNormalization;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.Resampling;
import io.github.radiomics4j.preprocess.ZScoreNormalization;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.texture.Aggregation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The estimate of memory is enough for a virtual machine that has no more. */
class ExtractionMemoryTest {
    private static final long MEGABYTE = 1 << 20;

    /** The machine itself, our classes and its own, and the young generation. */
    private static final long OVERHEAD = 32 * MEGABYTE;

    private enum Case {
        KI67(ExtractionSettings.ki67(), 64, 1),
        KI67_ON_TWO_THREADS(ExtractionSettings.ki67(), 64, 2),
        RESAMPLED(
                ExtractionSettings.pyradiomics()
                        .withResampling(Resampling.to(0.6, 0.6, 0.6))
                        .withFamilies(FirstOrderFamily.withDefaults()),
                64,
                1),
        CENTERED(
                ExtractionSettings.pyradiomics()
                        .withResampling(Resampling.centered(0.6, 0.6, 0.6))
                        .withFamilies(FirstOrderFamily.withDefaults()),
                64,
                1),
        IBSI(ExtractionSettings.ibsi().withResampling(Resampling.centered(0.8, 0.8, 0.8)), 64, 1),
        LAPLACIANS(
                ExtractionSettings.pyradiomics()
                        .withFilters(LaplacianOfGaussian.of(1, 2, 3, 4, 5, 6, 7, 8))
                        .withFamilies(FirstOrderFamily.withDefaults()),
                80,
                1),
        WAVELETS(ExtractionSettings.pyradiomics().withFilters(Wavelet.withDefaults()), 80, 1),
        ORIGINAL(ExtractionSettings.pyradiomics(), 96, 1),
        STEPS(
                ExtractionSettings.pyradiomics()
                        .withSteps(
                                ZScoreNormalization.withDefaults(),
                                MinMaxNormalization.withDefaults().withRange(1, 2),
                                N4BiasCorrection.withDefaults().withIterations(1, 1))
                        .withResampling(Resampling.to(2, 2, 2))
                        .withFamilies(FirstOrderFamily.withDefaults()),
                128,
                1),
        ALL_AGGREGATIONS(
                ExtractionSettings.pyradiomics()
                        .withFamilies(Arrays.stream(Aggregation.values())
                                .flatMap(aggregation -> TextureFamily.allOf(aggregation).stream())
                                .distinct()
                                .toArray(FeatureFamily[]::new)),
                96,
                1);

        private final ExtractionSettings settings;
        private final Grid grid;
        private final int threads;

        Case(ExtractionSettings settings, int length, int threads) {
            this.settings = settings;
            this.grid = Grid.of(new Size(length, length, length), Spacing.isotropic(1));
            this.threads = threads;
        }

        long estimate() {
            return settings.estimateBytes(grid, threads);
        }

        /** What the caller holds: 16-bit voxels and 8-bit labels. */
        long inputs() {
            return 3 * grid.size().voxelCount();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExtractionRunsInTheMemoryThatIsEstimated(Case what) throws Exception {
        long heap = what.estimate() + what.inputs() + OVERHEAD;
        assertThat(run(what, heap)).contains(what + " done");
    }

    @Test
    void theEstimateIsNotLavish() throws Exception {
        // A third of the estimate is too little, so the bound is within a factor of three.
        long heap = Case.KI67.estimate() / 3 + Case.KI67.inputs() + 8 * MEGABYTE;
        assertThat(run(Case.KI67, heap)).contains("OutOfMemoryError");
    }

    @Test
    void theEstimateGrowsWithVoxelsImagesAndThreadsAndDoesNotOverflow() {
        ExtractionSettings ki67 = ExtractionSettings.ki67();
        ExtractionSettings original = ExtractionSettings.pyradiomics();
        Grid grid = Grid.of(new Size(100, 90, 80), new Spacing(2, 2, 2));
        long estimate = ki67.estimateBytes(grid, 1);
        assertThat(ki67.estimateBytes(grid, 2)).isGreaterThan(estimate);
        assertThat(ki67.estimateBytes(grid, 1000)).isEqualTo(ki67.estimateBytes(grid, 1001) - 8L * 8 * 720_000);
        assertThat(original.estimateBytes(grid, 1)).isLessThan(estimate / 8);
        Grid huge = Grid.of(new Size(1 << 20, 1 << 20, 1 << 20), new Spacing(1e6, 1e6, 1e6));
        assertThat(ki67.estimateBytes(huge, 64)).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> ki67.estimateBytes(grid, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads must be at least 1, found 0");
    }

    /** Runs {@link #main} in a virtual machine with a heap of {@code bytes} and returns what it prints. */
    private static String run(Case what, long bytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + bytes,
                        "-Xmn8m",
                        "-XX:+UseSerialGC", // which does not round large arrays up to regions
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExtractionMemoryTest.class.getName(),
                        what.name()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    /** Extracts the features of a box that fills the grid of the case named by the argument. */
    public static void main(String[] arguments) {
        Case what = Case.valueOf(arguments[0]);
        byte[] labels = new byte[Math.toIntExact(what.grid.size().voxelCount())];
        Arrays.fill(labels, (byte) 1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Execution execution = Execution.on(pool).withMaximumThreads(what.threads);
            RadiomicsExtractor.of(what.settings)
                    .extract(IntegerPhantom.image(what.grid, 5), Mask.wrap(what.grid, labels), execution);
            System.out.println(what + " done");
        } finally {
            pool.shutdownNow();
        }
    }
}
