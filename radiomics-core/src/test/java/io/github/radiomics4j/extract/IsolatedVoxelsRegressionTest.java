package io.github.radiomics4j.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import io.github.radiomics4j.image.VoxelSet;
import io.github.radiomics4j.table.FeatureVector;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Two voxels without neighbors: the few GLCM and GLRLM features that are not NaN. Oracle: PyRadiomics 3.0.1 with NumPy
 * 2.4.6, run on these voxels.
 */
class IsolatedVoxelsRegressionTest {
    private static final Grid GRID = Grid.of(new Size(4, 4, 4), new Spacing(1, 1, 1));
    private static final VoxelSet APART = (x, y, z) -> x + y + z == 0 || x == 3 && y == 2 && z == 1;
    private static final VoxelSet ON_A_LINE = (x, y, z) -> y + z == 0 && (x == 0 || x == 3);
    private static final String MERGED = "setting: {weightingNorm: no_weighting}";
    private static final String AVERAGED = "setting: {minimumROIDimensions: 1}";

    @Test
    void ofOneLevelAveraged() {
        assertThat(defined(APART, 0, AVERAGED)).isEqualTo(Map.of("original_glcm_MCC", 1.0));
    }

    @Test
    void ofOneLevelMerged() {
        assertThat(defined(APART, 0, MERGED))
                .isEqualTo(Map.of(
                        "original_glcm_InverseVariance", 0.0,
                        "original_glrlm_RunEntropy", 0.0,
                        "original_glrlm_RunVariance", 0.0));
    }

    @Test
    void ofTwoLevelsAveraged() {
        assertThat(defined(APART, 1000, AVERAGED)).isEmpty();
    }

    @Test
    void ofTwoLevelsMerged() {
        assertThat(defined(APART, 1000, MERGED))
                .isEqualTo(Map.of("original_glrlm_RunEntropy", 0.0, "original_glrlm_RunVariance", 0.0));
    }

    /** There is one direction in the box, so that nothing is averaged. */
    @Test
    void ofOneLevelOnALine() {
        Map<String, Double> defined = defined(ON_A_LINE, 0, AVERAGED);
        defined.keySet().removeIf(name -> !name.startsWith("original_glcm"));
        assertThat(defined).isEqualTo(Map.of("original_glcm_InverseVariance", 0.0));
    }

    private static Map<String, Double> defined(VoxelSet voxels, int first, String setting) {
        short[] image = new short[64];
        image[0] = (short) first;
        Mask mask = voxels.on(GRID);
        FeatureVector features = RadiomicsExtractor.of(
                        PyRadiomicsParameters.parse("featureClass: {glcm: , glrlm: }\n" + setting, "params.yaml"))
                .extract(ImageVolume.of(GRID, image), mask);
        assertThat(features.size()).isEqualTo(24 + 16);
        Map<String, Double> defined = new TreeMap<>();
        features.names().stream()
                .filter(name -> !Double.isNaN(features.value(name)))
                .forEach(name -> defined.put(name.toString(), features.value(name)));
        return defined;
    }
}
