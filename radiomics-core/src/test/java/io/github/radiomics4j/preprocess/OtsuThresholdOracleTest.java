package io.github.radiomics4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.PixelType;
import io.github.radiomics4j.io.VolumeReader;
import io.github.radiomics4j.reference.Reference;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Thresholds of SimpleITK 2.5.7 (ITK 5.4) and how many voxels lie above them: every bit. */
class OtsuThresholdOracleTest {

    @Test
    void integersLoseTheFractionOfTheThreshold() throws IOException {
        ImageVolume brain = read("data/pyradiomics/brain1_image.nrrd");
        assertOtsu(brain, 200, 397, 794442);
        assertOtsu(brain, 128, 406, 783650);
        assertOtsu(brain, 7, 437, 741143);
        ImageVolume breast = read("data/pyradiomics/breast1_image.nrrd");
        assertOtsu(breast, 200, 93, 6010);
        assertOtsu(breast, 128, 92, 6210);
        assertOtsu(breast, 7, 75, 12633);
    }

    @Test
    void floats() throws IOException {
        ImageVolume brain = floats(read("data/pyradiomics/brain1_image.nrrd"));
        assertOtsu(brain, 200, 397.42987060546875, 794442);
        assertOtsu(brain, 128, 406.0395202636719, 783650);
        assertOtsu(brain, 7, 437.3381652832031, 741143);
        ImageVolume sarcoma = read("data/sts_mr_t1/STS_042/MR_T1_image.nii.gz");
        assertOtsu(sarcoma, 200, 525.6510620117188, 84725);
        assertOtsu(sarcoma, 128, 531.4083251953125, 84225);
        assertOtsu(sarcoma, 7, 530.75, 84320);
    }

    /** 8-bit images have bins over the range of their type. */
    @Test
    void pixelTypesOfOnePhantom() {
        float[] eighths = BiasPhantom.values();
        for (int i = 0; i < eighths.length; i++) {
            eighths[i] = (float) Math.floor(eighths[i] / 8);
        }
        assertOtsu(of(PixelType.UINT8, eighths), 200, 2, 4800);
        assertOtsu(of(PixelType.UINT8, eighths), 50, 4, 4800);
        assertOtsu(of(PixelType.INT8, eighths), 200, 2, 4800);
        assertOtsu(of(PixelType.INT8, eighths), 50, 4, 4800);
        assertOtsu(of(PixelType.INT16, eighths), 200, 1, 4800);
        assertOtsu(of(PixelType.INT16, eighths), 50, 1, 4800);
        assertOtsu(of(PixelType.FLOAT32, eighths), 200, 1.440071940422058, 4800);
        assertOtsu(of(PixelType.FLOAT32, eighths), 50, 1.9203840494155884, 4800);
        // SimpleITK casts the threshold to 32 bits when it is asked for; the filter itself does not.
        assertThat((float) new OtsuThreshold(200).threshold(of(PixelType.FLOAT64, eighths)))
                .isEqualTo(1.440071940422058f);
    }

    private static void assertOtsu(ImageVolume image, int bins, double threshold, long above) {
        OtsuThreshold otsu = new OtsuThreshold(bins);
        assertThat(otsu.threshold(image)).isEqualTo(threshold);
        assertThat(otsu.apply(image).census()).containsOnlyKeys(1L).containsEntry(1L, above);
    }

    private static ImageVolume read(String file) throws IOException {
        return VolumeReader.withDefaults().readImage(Reference.path(file));
    }

    private static ImageVolume floats(ImageVolume image) {
        double[] values = image.toDoubles();
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return ImageVolume.wrap(image.grid(), PixelType.FLOAT32, floats);
    }

    private static ImageVolume of(PixelType type, float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return PixelStore.store(BiasPhantom.GRID, type, wide);
    }
}
