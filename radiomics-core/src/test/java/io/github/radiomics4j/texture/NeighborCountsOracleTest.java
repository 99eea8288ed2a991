package io.github.radiomics4j.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.GrayLevels;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Matrices of the digital phantom. Oracle: reference manual of the Image Biomarker Standardisation Initiative, chapter 6;
 * counts are equal, the sums of the NGTDM to the six decimals that are printed.
 */
class NeighborCountsOracleTest {
    private static final String FILE = "neighbor_matrices.csv";

    private static final GrayLevels DIGITAL = TexturePhantoms.digital();

    @Test
    void pairsOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Map<String, SortedMap<String, Long>> published = PublishedMatrices.cells(FILE, "GLCM", 138 + 15);
        Glcm glcm = Glcm.of(DIGITAL, Neighborhood.adjacent(), true);
        Map<String, Long> merged = new TreeMap<>();
        for (int d = 0; d < 13; d++) {
            Offset offset = glcm.directions().get(d);
            Map<String, Long> cells = new TreeMap<>();
            int[][] matrix = glcm.matrix(d);
            for (int i = 1; i <= glcm.levelCount(); i++) {
                for (int j = 1; j <= glcm.levelCount(); j++) {
                    if (matrix[i - 1][j - 1] != 0) {
                        cells.put(i + " " + j, (long) matrix[i - 1][j - 1]);
                        merged.merge(i + " " + j, (long) matrix[i - 1][j - 1], Long::sum);
                    }
                }
            }
            assertThat(cells).as(offset.toString()).isEqualTo(PublishedMatrices.along(published, offset));
        }
        assertThat(merged).isEqualTo(published.get("merged"));
        assertThat(published).hasSize(14);
    }

    @Test
    void dependencesOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Gldm gldm = Gldm.of(DIGITAL, Neighborhood.adjacent());
        Map<String, Long> cells = new TreeMap<>();
        for (int rank = 0; rank < gldm.presentLevelCount(); rank++) {
            for (int j = 1; j <= gldm.largestDependence(); j++) {
                if (gldm.count(rank, j) != 0) {
                    cells.put(gldm.level(rank) + " " + j, (long) gldm.count(rank, j));
                }
            }
        }
        assertThat(cells).isEqualTo(PublishedMatrices.cells(FILE, "NGLDM", 25).get("all"));
    }

    @Test
    void differencesOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Ngtdm ngtdm = Ngtdm.of(DIGITAL, Neighborhood.adjacent());
        Map<String, Long> published = PublishedMatrices.cells(FILE, "NGTDM", 4).get("all");
        for (int rank = 0; rank < 4; rank++) {
            String level = ngtdm.level(rank) + " ";
            String key = published.keySet().stream()
                    .filter(k -> k.startsWith(level))
                    .findFirst()
                    .orElseThrow();
            assertThat(ngtdm.difference(rank))
                    .isEqualTo(Double.parseDouble(key.substring(level.length())), within(5.1e-7));
            assertThat(ngtdm.count(rank)).isEqualTo(published.get(key).intValue());
            assertThat(ngtdm.countWithoutNeighbors(rank)).isZero();
        }
        assertThat(ngtdm.presentLevelCount()).isEqualTo(4);
    }
}
