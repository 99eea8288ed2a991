package io.github.radiomics4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.preprocess.N4BiasCorrection;
import io.github.radiomics4j.preprocess.N4BiasCorrection.Correction;
import io.github.radiomics4j.run.Execution;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class N4CommandTest {
    @TempDir
    private Path folder;

    private Path image;
    private Path mask;

    private record Result(int exitCode, String out, String err) {}

    private static Result run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                Arrays.stream(arguments).map(Object::toString).toArray(String[]::new),
                new PrintWriter(out),
                new PrintWriter(err));
        return new Result(exitCode, out.toString(), err.toString());
    }

    @BeforeEach
    void writePhantom() throws IOException {
        image = PhantomFiles.image(folder.resolve("image.nrrd"), IntegerPhantom.A);
        mask = PhantomFiles.mask(folder.resolve("mask.nrrd"), IntegerPhantom.A);
    }

    @Test
    void writesTheImageAndTheFieldOfTheLibrary() throws IOException {
        Path out = folder.resolve("out.nrrd");
        Path field = folder.resolve("field.nii.gz");
        Result result = run(
                "n4",
                image,
                "-o",
                out,
                "--mask",
                mask,
                "--shrink",
                "2,2,1",
                "--iterations",
                "4,3",
                "--field",
                field,
                "--threads",
                2);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("7 of 7 iterations", "level 2: ");
        Mask labels = VolumeReader.withDefaults().readMask(mask);
        Correction expected = N4BiasCorrection.withDefaults()
                .withIterations(4, 3)
                .withShrink(2, 2, 1)
                .correct(IntegerPhantom.A.image(), Optional.of(labels), Optional.empty(), Execution.sequential());
        ImageVolume written = VolumeReader.withDefaults().readImage(out);
        assertThat(written.type()).isEqualTo(PixelType.FLOAT32);
        assertThat(written.sha1()).isEqualTo(expected.corrected().sha1());
        assertThat(VolumeReader.withDefaults().readImage(field).sha1())
                .isEqualTo(expected.logBiasField().sha1());
    }

    @Test
    void shortAxesAreNotReducedByDefault() throws IOException {
        Path out = folder.resolve("out.nrrd");
        assertThat(run("n4", image, "-o", out, "--iterations", "3", "--convergence", "0.01")
                        .exitCode())
                .isZero();
        // 40 × 36 × 22 voxels
        Correction expected = N4BiasCorrection.withDefaults()
                .withIterations(3)
                .withConvergenceThreshold(0.01)
                .withShrink(4, 4, 1)
                .correct(IntegerPhantom.A.image());
        assertThat(VolumeReader.withDefaults().readImage(out).sha1())
                .isEqualTo(expected.corrected().sha1());
        Path uniform = folder.resolve("uniform.nrrd");
        assertThat(run("n4", image, "-o", uniform, "--iterations", "3", "--shrink", "4")
                        .exitCode())
                .isZero();
        assertThat(uniform).exists();
    }

    @Test
    void badInputAndWrongUsageAreTold() {
        Path out = folder.resolve("out.nrrd");
        Result none = run("n4", folder.resolve("none.nrrd"), "-o", out);
        assertThat(none.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(none.err()).contains("no such file");
        Result reduced = run("n4", image, "-o", out, "--shrink", "20");
        assertThat(reduced.exitCode()).isEqualTo(Main.BAD_INPUT);
        assertThat(reduced.err()).contains("image.nrrd", "found 1 of 36 along y");
        assertThat(run("n4", image).exitCode()).isEqualTo(2);
        assertThat(run("n4", image, "-o", out, "--shrink", "2,2").err()).contains("one number or three, found 2");
        assertThat(run("n4", image, "-o", out, "--threads", "0").exitCode()).isEqualTo(2);
        assertThat(run("n4", image, "-o", out, "--iterations", "0").err()).contains("found [0]");
        assertThat(Files.exists(out)).isFalse();
    }
}
