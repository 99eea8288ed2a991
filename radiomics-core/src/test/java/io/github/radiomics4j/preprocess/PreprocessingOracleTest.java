package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.preprocess.Resampling.Resampled;
import io.github.radiomics4j.reference.Reference;
import io.github.radiomics4j.run.Execution;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Phantom A through normalization and resampling to 2 mm, against the stages of PyRadiomics 3.0.1 (SimpleITK 2.5.7). */
class PreprocessingOracleTest {
    /** Both sides compute in 64 bits and differ in the order of summation only. */
    private static final double TOLERANCE = 1e-12;

    private static final String STAGES = "reference/pyradiomics/golden/stages/phantom_a_";

    @Test
    void normalizedImageEqualsTheStage() throws IOException {
        ImageVolume ours = normalized();
        assertEqual(ours, stage("normalized"));
    }

    @Test
    void resampledImageEqualsTheStage() throws IOException {
        Resampled ours = resampled();
        assertEqual(ours.image(), stage("resampled_2mm"));
    }

    @Test
    void resampledMaskEqualsTheStage() throws IOException {
        Mask expected = VolumeReader.withDefaults().readMask(Reference.path(STAGES + "mask_2mm.nrrd"));
        Mask ours = resampled().mask();
        assertThat(ours.grid().differences(expected.grid(), 1e-12)).isEmpty();
        assertThat(ours.label(1).sha1()).isEqualTo(expected.label(1).sha1());
    }

    private static ImageVolume normalized() {
        return Normalization.withDefaults().withScale(100).apply(IntegerPhantom.A.image());
    }

    private static Resampled resampled() {
        return Resampling.to(2, 2, 2).apply(normalized(), IntegerPhantom.A.mask(), 1, Execution.sequential());
    }

    private static ImageVolume stage(String name) throws IOException {
        return VolumeReader.withDefaults().readImage(Reference.path(STAGES + name + ".nrrd"));
    }

    private static void assertEqual(ImageVolume ours, ImageVolume expected) {
        assertThat(ours.type()).isEqualTo(expected.type());
        assertThat(ours.grid().differences(expected.grid(), 1e-12)).isEmpty();
        double[] a = ours.toDoubles();
        double[] b = expected.toDoubles();
        double worst = 0;
        for (int i = 0; i < a.length; i++) {
            worst = Math.max(worst, Math.abs(a[i] - b[i]) - TOLERANCE * Math.abs(b[i]));
        }
        assertThat(worst).isCloseTo(0, within(TOLERANCE));
    }
}
