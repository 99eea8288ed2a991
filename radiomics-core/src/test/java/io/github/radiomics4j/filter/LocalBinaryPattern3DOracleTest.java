package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Against PyRadiomics 3.0.1 with NumPy 1.26.4, SciPy 1.13.1 and trimesh 5.2.0, on images full of ties. */
class LocalBinaryPattern3DOracleTest {
    private static final LocalBinaryPattern3D PATTERNS = LocalBinaryPattern3D.withDefaults();

    @Nested
    class Defaults extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return PATTERNS;
        }
    }

    @Nested
    class OfAnotherSphere extends ImageFilterContract {
        @Override
        protected ImageFilter filter() {
            return PATTERNS.withSubdivision(0).withRadiusVoxels(1.7).withLevels(3);
        }
    }

    @Test
    void imagesAreThoseOfPyRadiomics() {
        List<String> rows = rows("lbp3d.csv");
        for (String row : rows) {
            String[] cells = row.split(",");
            LocalBinaryPattern3D filter = new LocalBinaryPattern3D(
                    Integer.parseInt(cells[4]), Double.parseDouble(cells[5]), Integer.parseInt(cells[6]));
            Size size = new Size(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
            List<NamedVolume> images = filter.apply(image(cells[0], size)).images();
            NamedVolume found = images.get(filter.imageNames().indexOf(cells[7]));
            assertThat(found.name()).isEqualTo(cells[7]);
            assertThat(found.volume().type()).isEqualTo(PixelType.FLOAT64);
            double[] expected = Arrays.stream(cells[8].split(" "))
                    .mapToDouble(text -> text.equals("nan") ? Double.NaN : Double.parseDouble(text))
                    .toArray();
            // Sums over at most 162 points, in another order; a bit that differs would move a norm by 0.1 or more.
            assertThat(found.volume().toDoubles())
                    .as(row.substring(0, row.indexOf(' ')))
                    .containsExactly(expected, within(1e-12));
        }
        assertThat(rows).hasSize(41);
    }

    @Test
    void pointsHaveTheBitsOfTrimesh() {
        List<String> rows = rows("icosphere.csv");
        for (String row : rows) {
            String[] cells = row.split(",");
            Icosphere sphere = Icosphere.of(Integer.parseInt(cells[0]), Double.parseDouble(cells[1]));
            int point = Integer.parseInt(cells[2]);
            assertThat(new double[] {sphere.x()[point], sphere.y()[point], sphere.z()[point]})
                    .as(row)
                    .containsExactly(
                            Double.parseDouble(cells[3]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
        }
        assertThat(rows).hasSize(12 + 42 + 42 + 24 + 12);
    }

    @Test
    void kurtosisOfAFlatImageIsUndefinedInside() {
        double[] flat = new double[7 * 7 * 7];
        Arrays.fill(flat, 0.1);
        Grid grid = Grid.of(new Size(7, 7, 7), Spacing.isotropic(1));
        ImageVolume kurtosis =
                PATTERNS.apply(ImageVolume.of(grid, flat)).images().get(2).volume();
        assertThat(kurtosis.get(3, 3, 3)).isNaN();
        assertThat(kurtosis.get(0, 0, 0)).isFinite();
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> PATTERNS.withLevels(0)).hasMessageContaining("1 to 20, found 0");
        assertThatThrownBy(() -> PATTERNS.withLevels(21)).hasMessageContaining("1 to 20, found 21");
        assertThatThrownBy(() -> PATTERNS.withRadiusVoxels(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> PATTERNS.withSubdivision(-1)).hasMessageContaining("0 to 5, found -1");
        assertThatThrownBy(() -> PATTERNS.withSubdivision(6)).hasMessageContaining("0 to 5, found 6");
    }

    private static ImageVolume image(String kind, Size size) {
        Grid grid = Grid.of(size, Spacing.isotropic(1));
        int n = Math.toIntExact(size.voxelCount());
        short[] shorts = new short[n];
        byte[] bytes = new byte[n];
        float[] floats = new float[n];
        double[] doubles = new double[n];
        for (int i = 0; i < n; i++) {
            int v = (3 * i * i + 7 * i) % 23;
            shorts[i] = (short) (v * 40 - 200);
            bytes[i] = (byte) (v * 11);
            floats[i] = v / 7f;
            doubles[i] = kind.equals("FLOAT64") ? v % 4 / 7.0 + 0.3 : (v - 11) * 0.1;
        }
        return switch (kind) {
            case "INT16" -> ImageVolume.of(grid, shorts);
            case "UINT8" -> ImageVolume.wrap(grid, PixelType.UINT8, bytes);
            case "FLOAT32" -> ImageVolume.of(grid, floats);
            default -> ImageVolume.of(grid, doubles);
        };
    }

    private static List<String> rows(String name) {
        try (InputStream in = Objects.requireNonNull(
                LocalBinaryPattern3DOracleTest.class.getResourceAsStream("/filter/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
