package io.github.radiomics4j.texture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * Matrices of the digital phantom. Oracle: reference manual of the Image Biomarker Standardisation Initiative, chapter 6;
 * counts are equal.
 */
class RunsAndZonesOracleTest {
    private static final String FILE = "glrlm_glszm.csv";

    @Test
    void runsOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Map<String, SortedMap<String, Long>> expected = PublishedMatrices.cells(FILE, "GLRLM", 114);
        assertThat(expected).hasSize(14);
        Glrlm glrlm = Glrlm.of(TexturePhantoms.digital());
        List<Offset> directions = glrlm.directions();
        assertThat(directions).hasSize(13);
        for (int d = 0; d < directions.size(); d++) {
            Offset direction = directions.get(d);
            assertThat(NaiveTextures.cells(glrlm.matrix(d)))
                    .as(direction.toString())
                    .isEqualTo(PublishedMatrices.along(expected, direction));
        }
        assertThat(NaiveTextures.cells(glrlm.merged())).isEqualTo(expected.get("merged"));
    }

    @Test
    void zonesOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Map<String, SortedMap<String, Long>> expected = PublishedMatrices.cells(FILE, "GLSZM", 5);
        assertThat(expected).containsOnlyKeys("all");
        SizeMatrix zones = Glszm.of(TexturePhantoms.digital()).matrix();
        assertThat(NaiveTextures.cells(zones)).isEqualTo(expected.get("all"));
    }
}
