package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.image.Direction;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Point;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.preprocess.WindowedSinc.Window;
import io.github.radiomics4j.run.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Single voxels of SimpleITK 2.5.7: at the border, inside and outside, on parallel and on rotated axes. */
class InterpolationOracleTest {
    private static final Grid INPUT = new Grid(
            new Size(9, 8, 7), new Spacing(0.7, 1.1, 2.3), new Point(-3.5, 12.25, 100.125), Direction.IDENTITY);
    private static final Direction ROTATED = new Direction(0.8, -0.6, 0, 0.6, 0.8, 0, 0, 0, 1);

    @TestFactory
    Stream<DynamicTest> everyVoxelIsThatOfSimpleItk() throws IOException {
        List<String> rows = rows();
        assertThat(rows).hasSize(14);
        return rows.stream().map(row -> {
            String[] cells = row.split(",");
            return DynamicTest.dynamicTest(cells[0] + (cells[1].equals("true") ? " rotated" : ""), () -> {
                double[] expected = Arrays.stream(cells)
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double[] found = resample(Interpolator.byName(cells[0]).orElseThrow(), cells[1].equals("true"));
                // The same sums in another order, of 1000 values below 101.
                assertThat(found).hasSize(12).containsExactly(expected, within(1e-11));
            });
        });
    }

    private static double[] resample(Interpolator interpolator, boolean rotated) {
        Grid output = new Grid(
                new Size(3, 2, 2),
                new Spacing(2.03, 2.51, 4.93),
                new Point(-3.7, 12.0, 103.5),
                rotated ? ROTATED : Direction.IDENTITY);
        ImageVolume image = ImageVolume.of(INPUT, values());
        Execution one = Execution.sequential();
        return switch (interpolator) {
            case GAUSSIAN -> KernelSum.resample(image, output, GaussianKernel.forValues(INPUT.spacing()), one);
            case LABEL_GAUSSIAN -> LabelGaussian.resample(image, output, one);
            case HAMMING_WINDOWED_SINC -> KernelSum.resample(image, output, new WindowedSinc(Window.HAMMING), one);
            case COSINE_WINDOWED_SINC -> KernelSum.resample(image, output, new WindowedSinc(Window.COSINE), one);
            case WELCH_WINDOWED_SINC -> KernelSum.resample(image, output, new WindowedSinc(Window.WELCH), one);
            case LANCZOS_WINDOWED_SINC -> KernelSum.resample(image, output, new WindowedSinc(Window.LANCZOS), one);
            case BLACKMAN_WINDOWED_SINC -> KernelSum.resample(image, output, new WindowedSinc(Window.BLACKMAN), one);
            case NEAREST_NEIGHBOR, LINEAR, B_SPLINE -> throw new AssertionError("no values for " + interpolator);
        };
    }

    /** (37 x² + 91 x y + 53 y z + 29 x z² + 17 y²) mod 101. */
    private static double[] values() {
        double[] values = new double[9 * 8 * 7];
        int at = 0;
        for (int z = 0; z < 7; z++) {
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 9; x++) {
                    values[at++] = (37 * x * x + 91 * x * y + 53 * y * z + 29 * x * z * z + 17 * y * y) % 101;
                }
            }
        }
        return values;
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                InterpolationOracleTest.class.getResourceAsStream("/interpolation/simpleitk.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
