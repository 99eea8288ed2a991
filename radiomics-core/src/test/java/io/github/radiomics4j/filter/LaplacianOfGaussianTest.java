package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.filter.ImageFilter.FilterResult;
import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.filter.LaplacianOfGaussian.Sigma;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.IntegerPhantom;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaplacianOfGaussianTest {

    @Test
    void nameIsTheTextOfTheParameterFile() {
        LaplacianOfGaussian filter =
                new LaplacianOfGaussian(List.of(Sigma.parse("2"), Sigma.parse("2.0"), Sigma.of(2), Sigma.of(0.5)));
        assertThat(filter.apply(volume(8, 8, 8)).images())
                .extracting(NamedVolume::name)
                .containsExactly(
                        "log-sigma-2-mm-3D", "log-sigma-2-0-mm-3D", "log-sigma-2-0-mm-3D", "log-sigma-0-5-mm-3D");
    }

    /** As {@code repr(float)} of Python 3 prints them. */
    @ParameterizedTest
    @CsvSource({
        "2, 2.0",
        "0.5, 0.5",
        "0.1, 0.1",
        "1e-5, 1e-05",
        "0.0001, 0.0001",
        "0.002, 0.002",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.25e22, 1.25e+22",
        "3.3000000000000003, 3.3000000000000003",
        "-1.5, -1.5",
        "2e23, 2e+23",
        "0, 0.0",
        "100, 100.0"
    })
    void doubleHasThePythonText(double value, String text) {
        assertThat(PythonText.of(value)).isEqualTo(text);
    }

    @Test
    void fewerThanFourVoxelsAlongAnAxisMakeNoImageAtAll() {
        FilterResult result = LaplacianOfGaussian.of(1, 2).apply(volume(8, 8, 3));
        assertThat(result.images()).isEmpty();
        assertThat(result.skipped()).singleElement().asString().contains("(8, 8, 3)");
    }

    @Test
    void sigmaTooLargeForTheVolumeIsSkippedWithItsReason() {
        // ⌈3.5 / 1⌉ + 1 = 5 voxels fit, ⌈4.1⌉ + 1 = 6 do not.
        FilterResult result = LaplacianOfGaussian.of(3.5, 4.1).apply(volume(5, 8, 8));
        assertThat(result.images()).extracting(NamedVolume::name).containsExactly("log-sigma-3-5-mm-3D");
        assertThat(result.skipped()).containsExactly("LoG sigma 4.1 mm needs 6 voxels along x, found 5: skipped");
    }

    @Test
    void sigmaThatIsNotPositiveIsSkipped() {
        FilterResult result = LaplacianOfGaussian.of(0, -1, 1).apply(volume(8, 8, 8));
        assertThat(result.images()).hasSize(1);
        assertThat(result.skipped()).hasSize(2);
    }

    private static ImageVolume volume(int nx, int ny, int nz) {
        return IntegerPhantom.image(Grid.of(new Size(nx, ny, nz), Spacing.isotropic(1)), 1);
    }
}
