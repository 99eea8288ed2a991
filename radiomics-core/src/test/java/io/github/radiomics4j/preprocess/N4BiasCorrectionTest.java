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
import io.github.radiomics4j.preprocess.N4BiasCorrection.Correction;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Level;
import io.github.radiomics4j.run.Cancellation;
import io.github.radiomics4j.run.Execution;
import io.github.radiomics4j.run.InvalidCaseException;
import io.github.radiomics4j.run.InvalidCaseException.Reason;
import io.github.radiomics4j.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class N4BiasCorrectionTest {
    private static final N4BiasCorrection QUICK =
            N4BiasCorrection.withDefaults().withIterations(4, 2);
    private static final Grid GRID = BiasPhantom.GRID;

    @Test
    void correctedIsTheImageOverTheField() {
        Correction correction = QUICK.correct(BiasPhantom.image());
        double[] image = BiasPhantom.image().toDoubles();
        double[] field = correction.logBiasField().toDoubles();
        double[] corrected = correction.corrected().toDoubles();
        for (int i = 0; i < image.length; i++) {
            // Two roundings to 32 bits.
            assertThat(corrected[i]).isCloseTo(image[i] / Math.exp(field[i]), within(2e-7 * image[i]));
        }
        assertThat(correction.corrected().grid()).isEqualTo(GRID);
        assertThat(correction.logBiasField().grid()).isEqualTo(GRID);
        assertThat(correction.maskVoxels()).isEqualTo(4800);
    }

    @Test
    void pixelTypeIsThatOfFloats() {
        assertThat(QUICK.correct(PixelStore.store(
                                GRID, PixelType.INT16, BiasPhantom.image().toDoubles()))
                        .corrected()
                        .type())
                .isEqualTo(PixelType.FLOAT32);
        Correction wide = QUICK.correct(ImageVolume.of(GRID, BiasPhantom.image().toDoubles()));
        assertThat(wide.corrected().type()).isEqualTo(PixelType.FLOAT64);
        assertThat(wide.logBiasField().type()).isEqualTo(PixelType.FLOAT32);
        assertThat(wide.logBiasField().sha1())
                .isEqualTo(QUICK.correct(BiasPhantom.image()).logBiasField().sha1());
    }

    @Test
    void oneIntensityUnderTheMaskHasNoField() {
        float[] flat = new float[(int) GRID.size().voxelCount()];
        Arrays.fill(flat, 7);
        Correction correction = correct(QUICK, flat, allVoxels());
        assertThat(correction.corrected().toDoubles()).containsOnly(7.0);
        assertThat(correction.logBiasField().toDoubles()).containsOnly(0.0);
        assertThat(correction.levels()).containsExactly(new Level(1, 0), new Level(1, 0));
    }

    @Test
    void oneVoxelUnderTheMaskHasNoField() {
        boolean[] one = new boolean[(int) GRID.size().voxelCount()];
        one[300] = true;
        Correction correction = correct(QUICK, BiasPhantom.values(), one);
        assertThat(correction.logBiasField().toDoubles()).containsOnly(0.0);
        assertThat(correction.maskVoxels()).isEqualTo(1);
    }

    @Test
    void constantImageHasNoForeground() {
        float[] flat = new float[(int) GRID.size().voxelCount()];
        assertRefused(Reason.CONSTANT_IMAGE, "found 0.0", () -> QUICK.correct(ImageVolume.of(GRID, flat)));
    }

    @Test
    void emptyMaskIsRefused() {
        boolean[] none = new boolean[(int) GRID.size().voxelCount()];
        assertRefused(Reason.EMPTY_MASK, "at least one voxel", () -> correct(QUICK, BiasPhantom.values(), none));
        none[0] = true; // not kept by the reduction, which begins in the middle of the first four
        assertRefused(
                Reason.EMPTY_MASK,
                "kept by the reduction to (6, 5, 4)",
                () -> correct(QUICK.withShrink(4, 4, 4), BiasPhantom.values(), none));
    }

    @Test
    void zeroCountsAsOne() {
        float[] zeros = BiasPhantom.values();
        float[] ones = zeros.clone();
        for (int i = 0; i < zeros.length; i += 50) {
            zeros[i] = 0;
            ones[i] = 1;
        }
        assertThat(correct(QUICK, zeros, allVoxels()).logBiasField().sha1())
                .isEqualTo(correct(QUICK, ones, allVoxels()).logBiasField().sha1());
    }

    @Test
    void negativeIntensitiesGiveFiniteNumbers() {
        float[] values = BiasPhantom.values();
        for (int i = 0; i < values.length; i += 11) {
            values[i] = -values[i];
        }
        Correction correction = correct(QUICK, values, allVoxels());
        assertThat(Arrays.stream(correction.corrected().toDoubles())).allMatch(Double::isFinite);
        assertThat(Arrays.stream(correction.logBiasField().toDoubles())).allMatch(Double::isFinite);
    }

    @Test
    void voxelsThatAreNoNumbersAreRefused() {
        float[] values = BiasPhantom.values();
        values[27] = Float.NaN;
        assertRefused(
                Reason.NON_FINITE, "found NaN at voxel (1, 1, 0)", () -> QUICK.correct(ImageVolume.of(GRID, values)));
    }

    @Test
    void intensitiesBeyond32BitsAreRefused() {
        double[] values = BiasPhantom.image().toDoubles();
        values[3000] = 1e300;
        Mask all = Mask.of(GRID, allVoxels());
        assertRefused(
                Reason.NON_FINITE,
                "must fit into 32 bits, found 1.0E300",
                () -> QUICK.correct(
                        ImageVolume.of(GRID, values), Optional.of(all), Optional.empty(), Execution.sequential()));
    }

    @Test
    void aCorrectedImageBeyond32BitsIsRefused() {
        float[] values = BiasPhantom.values();
        boolean[] body = new boolean[values.length];
        for (int i = 0; i < body.length; i++) {
            body[i] = values[i] > 150;
        }
        values[26 * 21] = Float.MAX_VALUE; // where the field is darkest
        assertRefused(
                Reason.NON_FINITE, "found Infinity after a division by exp(-0.", () -> correct(QUICK, values, body));
    }

    @Test
    void otherGridsAreRefused() {
        Grid other = Grid.of(GRID.size(), Spacing.isotropic(1));
        Mask mask = Mask.of(other, allVoxels());
        assertRefused(
                Reason.GRID_MISMATCH,
                "the mask and the image must share a grid",
                () -> QUICK.correct(BiasPhantom.image(), Optional.of(mask), Optional.empty(), Execution.sequential()));
    }

    @Test
    void reductionLeavesTwoVoxelsOfAnAxis() {
        assertRefused(
                Reason.TOO_FEW_DIMENSIONS,
                "found 1 of 18 along z",
                () -> QUICK.withShrink(2, 2, 10).correct(BiasPhantom.image()));
    }

    @Test
    void aSliceIsCorrected() {
        Size size = new Size(26, 22, 1);
        float[] slice = Arrays.copyOfRange(BiasPhantom.values(), 8 * 572, 9 * 572);
        Correction correction =
                N4BiasCorrection.withDefaults().correct(ImageVolume.of(Grid.of(size, Spacing.isotropic(1)), slice));
        // The field of the phantom in this slice falls by 0.007 a voxel along y, and rises by 0.009 along x.
        ImageVolume field = correction.logBiasField();
        assertThat(field.get(20, 11, 0) - field.get(5, 11, 0)).isCloseTo(Math.log(1.143 / 1.008), within(0.02));
        assertThat(field.get(13, 18, 0) - field.get(13, 3, 0)).isCloseTo(Math.log(1.031 / 1.136), within(0.02));
    }

    @Test
    void weightsOfZeroAndOneAreAMask() {
        double[] weights = new double[(int) GRID.size().voxelCount()];
        boolean[] inside = new boolean[weights.length];
        for (int i = 0; i < weights.length; i++) {
            inside[i] = BiasPhantom.values()[i] > 450;
            weights[i] = inside[i] ? 1 : 0;
        }
        Correction weighted = QUICK.correct(
                BiasPhantom.image(),
                Optional.of(Mask.of(GRID, allVoxels())),
                Optional.of(ImageVolume.of(GRID, weights)),
                Execution.sequential());
        assertThat(weighted.logBiasField().sha1())
                .isEqualTo(correct(QUICK, BiasPhantom.values(), inside)
                        .logBiasField()
                        .sha1());
    }

    @Test
    void progressCountsIterationsAndEndsWithAll() {
        List<Progress> told = new ArrayList<>();
        QUICK.withConvergenceThreshold(0.01)
                .correct(
                        BiasPhantom.image(),
                        Optional.empty(),
                        Optional.empty(),
                        Execution.sequential().withListener(told::add));
        assertThat(told).isNotEmpty().allMatch(progress -> progress.total() == 6);
        assertThat(told)
                .extracting(Progress::done)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(6);
    }

    @Test
    void cancellationEndsTheIterations() {
        Cancellation cancel = Cancellation.create();
        List<Progress> told = new ArrayList<>();
        Execution run = Execution.sequential().withCancellation(cancel).withListener(progress -> {
            told.add(progress);
            cancel.cancel();
        });
        assertThatThrownBy(() -> QUICK.correct(BiasPhantom.image(), Optional.empty(), Optional.empty(), run))
                .isInstanceOf(CancellationException.class);
        assertThat(told).containsExactly(new Progress(1, 6));
    }

    @Test
    void impossibleOptionsAreRefused() {
        N4BiasCorrection options = N4BiasCorrection.withDefaults();
        assertThatThrownBy(options::withIterations).hasMessageContaining("found []");
        assertThatThrownBy(() -> options.withIterations(50, 0)).hasMessageContaining("found [50, 0]");
        assertThatThrownBy(() -> options.withConvergenceThreshold(-1)).hasMessageContaining("found -1.0");
        assertThatThrownBy(() -> options.withHistogramBins(1)).hasMessageContaining("found 1");
        assertThatThrownBy(() -> options.withFieldFwhm(0)).hasMessageContaining("full width");
        assertThatThrownBy(() -> options.withWienerNoise(Double.NaN)).hasMessageContaining("found NaN");
        assertThatThrownBy(() -> options.withSplineOrder(4)).hasMessageContaining("1 to 3, found 4");
        assertThatThrownBy(() -> options.withControlPoints(4, 3, 4)).hasMessageContaining("found (4, 3, 4)");
        assertThatThrownBy(() -> options.withShrink(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean[] allVoxels() {
        boolean[] all = new boolean[(int) GRID.size().voxelCount()];
        Arrays.fill(all, true);
        return all;
    }

    private static Correction correct(N4BiasCorrection options, float[] values, boolean[] mask) {
        return options.correct(
                ImageVolume.of(GRID, values),
                Optional.of(Mask.of(GRID, mask)),
                Optional.empty(),
                Execution.sequential());
    }

    private static void assertRefused(
            Reason reason, String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        InvalidCaseException e = catchThrowableOfType(InvalidCaseException.class, call);
        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e).hasMessageContaining(words);
    }
}
