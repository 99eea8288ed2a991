package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Correction;
import io.github.radiomics4j.reference.Reference;
import io.github.radiomics4j.run.Execution;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Log bias fields of SimpleITK 2.5.7 (ITK 5.4), one thread, at every 4th x, 4th y and 2nd z voxel.
 */
class N4BiasCorrectionOracleTest {

    @Test
    void brain1() throws IOException {
        check(
                "brain1_shrink4x4x1",
                "data/pyradiomics/brain1_image.nrrd",
                N4BiasCorrection.withDefaults().withShrink(4, 4, 1),
                false);
    }

    @Test
    void breast1() throws IOException {
        check(
                "breast1_shrink1",
                "data/pyradiomics/breast1_image.nrrd",
                N4BiasCorrection.withDefaults().withIterations(50, 50, 50, 46),
                false);
    }

    @Test
    void sarcoma() throws IOException {
        check(
                "STS_042_shrink2",
                "data/sts_mr_t1/STS_042/MR_T1_image.nii.gz",
                N4BiasCorrection.withDefaults().withShrink(2, 2, 2),
                false);
    }

    @Test
    void phantom() throws IOException {
        check(
                "bias_phantom_default_shrink2",
                "reference/itk/n4/bias_phantom_image.nrrd",
                N4BiasCorrection.withDefaults().withShrink(2, 2, 2),
                false);
    }

    @Test
    void phantomWithMask() throws IOException {
        check(
                "bias_phantom_mask_shrink2",
                "reference/itk/n4/bias_phantom_image.nrrd",
                N4BiasCorrection.withDefaults()
                        .withShrink(2, 2, 2)
                        .withFieldFwhm(0.2)
                        .withWienerNoise(0.02),
                true);
    }

    @Test
    void phantomInTwoLevels() throws IOException {
        check(
                "bias_phantom_shrink1_2levels",
                "reference/itk/n4/bias_phantom_image.nrrd",
                N4BiasCorrection.withDefaults().withIterations(30, 20).withControlPoints(5, 5, 4),
                false);
    }

    private static void check(String name, String file, N4BiasCorrection options, boolean masked) throws IOException {
        ImageVolume image = VolumeReader.withDefaults().readImage(Reference.path(file));
        Optional<Mask> mask = Optional.empty();
        if (masked) {
            double[] values = image.toDoubles();
            boolean[] inside = new boolean[values.length];
            for (int i = 0; i < values.length; i++) {
                inside[i] = values[i] > 150;
            }
            mask = Optional.of(Mask.of(image.grid(), inside));
        }
        options.correct(image, mask, Optional.empty(), Execution.sequential());
        long start = System.nanoTime();
        Correction correction = options.correct(image, mask, Optional.empty(), Execution.sequential());
        long end = System.nanoTime();
        ImageVolume expected = VolumeReader.withDefaults()
                .readImage(Reference.path("reference/itk/n4/" + name + "_logbias_every4x4x2.nrrd"));
        Size size = expected.grid().size();
        double worst = 0;
        double squares = 0;
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    double d = correction.logBiasField().get(4 * x, 4 * y, 2 * z) - expected.get(x, y, z);
                    worst = Math.max(worst, Math.abs(d));
                    squares += d * d;
                }
            }
        }
        double rms = Math.sqrt(squares / size.voxelCount());
        System.out.printf(
                "%s worst %.3g rms %.3g  %s mask %d/%d %.1f ms%n",
                name,
                worst,
                rms,
                correction.levels(),
                correction.maskVoxels(),
                OtsuThreshold.withDefaults().apply(image).census().get(1L),
                (end - start) / 1e6);
        assertThat(worst).isLessThan(2e-3);
        assertThat(rms).isLessThan(5e-4);
    }
}
