package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.NyulStandardization.TrainingImage;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that learn from the voxels in scope; numbers of NumPy 2.4.6 (percentile, mean, std with ddof = 1). */
class IntensityStepsTest {
    private static final Grid GRID = Grid.of(new Size(600, 1, 1), Spacing.isotropic(1));
    private static final Mask NONE = Mask.of(GRID, new byte[600]);

    /** Intensities of formula k: {@code ⌊50 + (37 i mod 601) (1 + 0.3 k) + (i mod 7) k²⌋}. */
    private static ImageVolume image(int k) {
        double[] values = new double[600];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.floor(50 + (i * 37 % 601) * (1 + 0.3 * k) + i % 7 * k * k);
        }
        return ImageVolume.of(GRID, values);
    }

    private static ImageVolume apply(ImageStep step, ImageVolume image, Mask region) {
        return step.apply(image, region, Execution.sequential());
    }

    private static Mask first(int count) {
        boolean[] inside = new boolean[600];
        Arrays.fill(inside, 0, count, true);
        return Mask.of(GRID, inside);
    }

    @Test
    void zScore() {
        ImageVolume z = apply(ZScoreNormalization.withDefaults().withScope(VoxelScope.IMAGE), image(3), NONE);
        assertThat(z.type()).isEqualTo(PixelType.FLOAT64);
        assertThat(z.get(0, 0, 0)).isCloseTo((50 - 645.64) / 330.1391982437535, within(1e-12));
        assertThat(z.get(13, 0, 0)).isCloseTo((1017 - 645.64) / 330.1391982437535, within(1e-12));
    }

    @Test
    void zScoreOfARegionLearnsFromItAlone() {
        double[] values = new double[600];
        values[0] = 1;
        values[1] = 3;
        values[2] = 100;
        ZScoreNormalization step = ZScoreNormalization.withDefaults().withScope(VoxelScope.REGION);
        assertThat(step.needsRegion()).isTrue();
        ImageVolume z = apply(step, ImageVolume.of(GRID, values), first(2));
        assertThat(z.get(0, 0, 0)).isCloseTo(-Math.sqrt(0.5), within(1e-15));
        assertThat(z.get(2, 0, 0)).isCloseTo(98 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void foregroundIsWhatLiesAboveOtsu() {
        double[] values = new double[600];
        values[0] = 101;
        values[1] = 103;
        ZScoreNormalization step = ZScoreNormalization.withDefaults();
        assertThat(step.needsRegion()).isFalse();
        ImageVolume z = apply(step, ImageVolume.of(GRID, values), NONE);
        assertThat(z.get(1, 0, 0)).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(z.get(2, 0, 0)).isCloseTo(-102 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void minMax() {
        ImageVolume mapped = apply(MinMaxNormalization.withDefaults().withRange(-1, 3), image(3), NONE);
        assertThat(mapped.get(0, 0, 0)).isEqualTo(-1);
        assertThat(mapped.get(13, 0, 0)).isCloseTo(-1 + 4 * 967.0 / 1182, within(1e-15));
        assertThat(Arrays.stream(mapped.toDoubles()).max()).hasValue(3);
        ImageVolume beyond = apply(
                MinMaxNormalization.withDefaults().withScope(VoxelScope.REGION),
                ImageVolume.of(GRID, image(0).toDoubles()),
                first(2));
        assertThat(beyond.get(2, 0, 0)).isEqualTo(2); // 50, 87, 124
    }

    @Test
    void percentileClipping() {
        ImageVolume cut = apply(PercentileClipping.withDefaults().withPercentiles(2.5, 97.5), image(3), NONE);
        assertThat(Arrays.stream(cut.toDoubles()).min().orElseThrow()).isCloseTo(103.975, within(1e-12));
        assertThat(Arrays.stream(cut.toDoubles()).max().orElseThrow()).isCloseTo(1190.025, within(1e-12));
        assertThat(cut.get(13, 0, 0)).isEqualTo(1017);
        assertThat(apply(PercentileClipping.withDefaults().withPercentiles(0, 100), image(3), NONE)
                        .toDoubles())
                .containsExactly(image(3).toDoubles());
    }

    @Test
    void oneValueInScopeIsRefused() {
        ImageVolume flat = ImageVolume.of(GRID, new double[600]);
        for (ImageStep step : List.of(
                ZScoreNormalization.withDefaults().withScope(VoxelScope.IMAGE),
                ZScoreNormalization.withDefaults(),
                MinMaxNormalization.withDefaults(),
                scale())) {
            assertRefused(Reason.CONSTANT_IMAGE, "found 0.0", step, flat, NONE);
        }
        // One voxel has no deviation.
        assertRefused(
                Reason.CONSTANT_IMAGE,
                "found 50.0",
                ZScoreNormalization.withDefaults().withScope(VoxelScope.REGION),
                image(3),
                first(1));
    }

    @Test
    void voxelsOutOfScopeMayHaveOneValueButNotNone() {
        PercentileClipping step = PercentileClipping.withDefaults().withScope(VoxelScope.REGION);
        assertRefused(Reason.EMPTY_MASK, "must have a voxel", step, image(3), NONE);
        Grid other = Grid.of(new Size(599, 1, 1), Spacing.isotropic(1));
        assertRefused(Reason.GRID_MISMATCH, "the same size", step, image(3), Mask.of(other, new byte[599]));
        double[] broken = image(3).toDoubles();
        broken[599] = Double.POSITIVE_INFINITY;
        assertRefused(Reason.NON_FINITE, "Infinity at voxel (599, 0, 0)", step, ImageVolume.of(GRID, broken), first(3));
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThatThrownBy(() -> PercentileClipping.withDefaults().withPercentiles(50, 50))
                .hasMessageContaining("found 50.0 and 50.0");
        assertThatThrownBy(() -> MinMaxNormalization.withDefaults().withRange(1, 1))
                .hasMessageContaining("in order");
        NyulStandardization nyul = NyulStandardization.withDefaults();
        assertThatThrownBy(() -> nyul.withPercentiles(1.0)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> nyul.withPercentiles(1.0, 1.0)).hasMessageContaining("ascending");
        assertThatThrownBy(() -> nyul.withPercentiles(-1.0, 50.0)).hasMessageContaining("0 to 100");
        assertThatThrownBy(() -> nyul.withScale(5, 1)).hasMessageContaining("in order");
    }

    private static NyulScale scale() {
        List<TrainingImage> training = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            training.add(new TrainingImage("P 00" + k, image(k), NONE));
        }
        return NyulStandardization.withDefaults().withScope(VoxelScope.IMAGE).fit(training);
    }

    @Test
    void standardLandmarksAreMeansOverTheTrainingImages() {
        NyulScale scale = scale();
        double[] expected = {
            1.0,
            10.187842411308614,
            20.263948515580335,
            30.230646186072168,
            40.43133077822969,
            50.47538203489379,
            60.49101934649493,
            70.669911939068,
            80.71923983363767,
            90.68519864048392,
            100.0
        };
        assertThat(scale.landmarks().stream().mapToDouble(m -> m).toArray()).containsExactly(expected, within(1e-12));
        assertThat(scale.percentiles())
                .containsExactly(1.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 99.0);
        assertThat(scale.trainingCases()).containsExactly("P 000", "P 001", "P 002");
    }

    @Test
    void anotherImageIsMappedPieceByPiece() {
        ImageVolume mapped = apply(scale(), image(3), NONE);
        assertThat(mapped.get(0, 0, 0)).isCloseTo(-1.9170139654419316, within(1e-12)); // below the first landmark
        assertThat(mapped.get(13, 0, 0)).isCloseTo(83.35282970845064, within(1e-12));
        assertThat(mapped.get(100, 0, 0)).isCloseTo(15.281921716376694, within(1e-12));
        assertThat(mapped.get(333, 0, 0)).isCloseTo(51.831210666595254, within(1e-12));
        assertThat(mapped.get(599, 0, 0)).isCloseTo(89.98417111985022, within(1e-12));
        assertThat(Arrays.stream(mapped.toDoubles()).max().orElseThrow())
                .isCloseTo(101.7707951382301, within(1e-12)); // above the last
    }

    @Test
    void landmarksThatCoincideDoNoHarm() {
        double[] values = new double[600];
        for (int i = 300; i < 600; i++) {
            values[i] = i - 299;
        }
        double[] mapped = apply(scale(), ImageVolume.of(GRID, values), NONE).toDoubles();
        assertThat(Arrays.stream(mapped)).allMatch(Double::isFinite);
        assertThat(mapped).isSorted();
        assertThat(mapped[0]).isEqualTo(1);
    }

    @Property(tries = 50)
    void mappingKeepsTheOrder(@ForAll @IntRange(max = 20) int k) {
        double[] given = image(k).toDoubles();
        Arrays.sort(given);
        assertThat(apply(scale(), ImageVolume.of(GRID, given), NONE).toDoubles())
                .isSorted();
    }

    @Test
    void theFailingTrainingImageIsNamed() {
        TrainingImage flat = new TrainingImage("P7", ImageVolume.of(GRID, new double[600]), NONE);
        NyulStandardization nyul = NyulStandardization.withDefaults().withScope(VoxelScope.IMAGE);
        InvalidCaseException e = catchThrowableOfType(InvalidCaseException.class, () -> nyul.fit(List.of(flat)));
        assertThat(e.reason()).isEqualTo(Reason.CONSTANT_IMAGE);
        assertThat(e).hasMessageStartingWith("P7: ");
        assertThatThrownBy(() -> nyul.fit(List.of())).hasMessageContaining("at least one training image");
        TrainingImage one = new TrainingImage("P1", image(1), NONE);
        assertThatThrownBy(() -> nyul.fit(List.of(one, one))).hasMessageContaining("no case may be there twice");
    }

    @Test
    void aScaleIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("scale.txt");
        NyulScale scale = scale();
        scale.write(file);
        assertThat(NyulScale.read(file)).isEqualTo(scale);
        assertThat(Files.readAllLines(file))
                .startsWith("radiomics4j-nyul 1", "scope image", "case P 000")
                .endsWith("landmark 99.0 100.0");
    }

    @Test
    void aBrokenScaleIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        String good = "radiomics4j-nyul 1\nscope image\ncase A\nlandmark 1 0\nlandmark 99 100\n";
        Path file = Files.writeString(folder.resolve("scale.txt"), good);
        assertThat(NyulScale.read(file).landmarks()).containsExactly(0.0, 100.0);
        assertBroken(file, "", "line 1", "an empty file");
        assertBroken(file, good.replace("nyul 1", "nyul 2"), "line 1", "must be \"radiomics4j-nyul 1\"");
        assertBroken(file, good.replace("image", "brain"), "line 2", "image, foreground or region, found \"brain\"");
        assertBroken(file, good.replace("case", "patient"), "line 3", "must be scope, case or landmark");
        assertBroken(file, good.replace("1 0", "1"), "line 4", "a percentile and its place");
        assertBroken(file, good.replace("99 100", "99 high"), "line 5", "must be a number, found \"high\"");
        assertBroken(file, good.replace("scope image\n", ""), "there must be one scope, found 0");
        assertBroken(file, good.replace("99 100", "99 -1"), "not descend");
        assertBroken(file, good.replace("99 100", "99 0"), "above the first");
        assertBroken(file, good.replace("99 100", "0 100"), "ascending");
        assertBroken(file, good.replace("case A", "case A\ncase A"), "twice");
        Files.write(file, "radiomics4j-nyul 1\ncase \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> NyulScale.read(file)).hasMessageContaining("must be text in UTF-8");
    }

    private static void assertBroken(Path file, String text, String... words) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> NyulScale.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(words);
    }

    private static void assertRefused(Reason reason, String words, ImageStep step, ImageVolume image, Mask region) {
        InvalidCaseException e = catchThrowableOfType(InvalidCaseException.class, () -> apply(step, image, region));
        assertThat(e.reason()).as(step.toString()).isEqualTo(reason);
        assertThat(e).hasMessageContaining(words);
    }
}
