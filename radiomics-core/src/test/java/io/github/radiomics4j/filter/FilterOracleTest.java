package io.github.radiomics4j.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.filter.ImageFilter.NamedVolume;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.reference.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters of phantom A at 2 mm against the stages of PyRadiomics 3.0.1 (SimpleITK 2.5.7, PyWavelets 1.9.0). */
class FilterOracleTest {
    private static final String STAGES = "reference/pyradiomics/golden/stages/phantom_a_";

    @Test
    void laplacianOfGaussianHasTheBitsOfItk() throws IOException {
        List<NamedVolume> images =
                LaplacianOfGaussian.of(2, 3, 4, 5).apply(stage("resampled_2mm")).images();
        assertThat(images)
                .extracting(NamedVolume::name)
                .containsExactly(
                        "log-sigma-2-0-mm-3D", "log-sigma-3-0-mm-3D", "log-sigma-4-0-mm-3D", "log-sigma-5-0-mm-3D");
        for (NamedVolume image : images) {
            ImageVolume expected = stage(image.name());
            assertThat(image.volume().type()).isEqualTo(expected.type());
            assertThat(image.volume().sha1()).as(image.name()).isEqualTo(expected.sha1());
        }
    }

    @Test
    void waveletsEqualPyWavelets() throws IOException {
        List<NamedVolume> images =
                Wavelet.withDefaults().apply(stage("resampled_2mm")).images();
        assertThat(images)
                .extracting(NamedVolume::name)
                .containsExactly(
                        "wavelet-LLH",
                        "wavelet-LHL",
                        "wavelet-LHH",
                        "wavelet-HLL",
                        "wavelet-HLH",
                        "wavelet-HHL",
                        "wavelet-HHH",
                        "wavelet-LLL");
        for (NamedVolume image : images) {
            ImageVolume expected = stage(image.name());
            assertThat(image.volume().type()).isEqualTo(expected.type());
            // 64 bits on both sides, six products per axis.
            assertThat(image.volume().toDoubles())
                    .as(image.name())
                    .containsExactly(expected.toDoubles(), within(1e-12));
        }
    }

    @Test
    void gradientHasTheBitsOfItk() throws IOException {
        ImageVolume found = only(Gradient.withDefaults());
        ImageVolume expected = stage("gradient");
        assertThat(found.type()).isEqualTo(expected.type());
        assertThat(found.sha1()).isEqualTo(expected.sha1());
    }

    @Test
    void localBinaryPatternsAreThoseOfScikitImage() throws IOException {
        ImageVolume found = only(LocalBinaryPattern2D.withDefaults());
        ImageVolume expected = stage("lbp-2D");
        assertThat(found.type()).isEqualTo(expected.type());
        assertThat(found.sha1()).isEqualTo(expected.sha1());
    }

    @Test
    void functionsOfOneVoxelEqualNumPy() throws IOException {
        for (ImageFilter filter : List.of(new Square(), new SquareRoot(), new Logarithm(), new Exponential())) {
            ImageVolume expected = stage(filter.imageNames().get(0));
            ImageVolume found = only(filter);
            assertThat(found.type()).isEqualTo(expected.type());
            // 64 bits on both sides; exponential and logarithm differ in their last bit.
            assertThat(found.toDoubles()).as(filter.name()).containsExactly(expected.toDoubles(), within(1e-12));
        }
    }

    private static ImageVolume only(ImageFilter filter) throws IOException {
        return filter.apply(stage("resampled_2mm")).images().get(0).volume();
    }

    private static ImageVolume stage(String name) throws IOException {
        return VolumeReader.withDefaults().readImage(Reference.path(STAGES + name + ".nrrd"));
    }
}
