package io.github.radiomics4j.texture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.GrayLevels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Matrices of the digital phantom. Oracle: reference manual of the Image Biomarker Standardisation Initiative, chapter 6;
 * counts are equal, the sums of the NGTDM to the six decimals that are printed.
 */
class NeighborCountsOracleTest {
    private static final GrayLevels DIGITAL = TexturePhantoms.digital();

    @Test
    void pairsOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Map<String, Map<String, Double>> published = published("GLCM", 138 + 15);
        Glcm glcm = Glcm.of(DIGITAL, Neighborhood.adjacent(), true);
        Map<String, Double> merged = new TreeMap<>();
        for (int d = 0; d < 13; d++) {
            Offset offset = glcm.directions().get(d);
            Map<String, Double> cells = new TreeMap<>();
            int[][] matrix = glcm.matrix(d);
            for (int i = 1; i <= glcm.levelCount(); i++) {
                for (int j = 1; j <= glcm.levelCount(); j++) {
                    if (matrix[i - 1][j - 1] != 0) {
                        cells.put(i + " " + j, (double) matrix[i - 1][j - 1]);
                        merged.merge(i + " " + j, (double) matrix[i - 1][j - 1], Double::sum);
                    }
                }
            }
            Map<String, Double> expected = published.getOrDefault(key(offset), published.get(key(offset.opposite())));
            assertThat(cells).as(key(offset)).isEqualTo(expected);
        }
        assertThat(merged).isEqualTo(published.get("merged"));
        assertThat(published).hasSize(14);
    }

    @Test
    void dependencesOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Gldm gldm = Gldm.of(DIGITAL, Neighborhood.adjacent());
        Map<String, Double> cells = new TreeMap<>();
        for (int rank = 0; rank < gldm.presentLevelCount(); rank++) {
            for (int j = 1; j <= gldm.largestDependence(); j++) {
                if (gldm.count(rank, j) != 0) {
                    cells.put(gldm.level(rank) + " " + j, (double) gldm.count(rank, j));
                }
            }
        }
        assertThat(cells).isEqualTo(published("NGLDM", 25).get("all"));
    }

    @Test
    void differencesOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Ngtdm ngtdm = Ngtdm.of(DIGITAL, Neighborhood.adjacent());
        Map<String, Double> published = published("NGTDM", 4).get("all");
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

    private static String key(Offset offset) {
        return offset.x() + " " + offset.y() + " " + offset.z();
    }

    /** Returns for each direction "i j" → n. */
    private static Map<String, Map<String, Double>> published(String matrix, int rowCount) throws IOException {
        Map<String, Map<String, Double>> cells = new HashMap<>();
        List<String[]> rows;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        NeighborCountsOracleTest.class.getResourceAsStream("/ibsi/neighbor_matrices.csv")),
                UTF_8))) {
            rows = reader.lines()
                    .map(line -> line.split(";", -1))
                    .filter(row -> row[0].equals(matrix))
                    .toList();
        }
        for (String[] row : rows) {
            cells.computeIfAbsent(row[1], direction -> new TreeMap<>())
                    .put(row[2] + " " + row[3], Double.valueOf(row[4]));
        }
        assertThat(rows).hasSize(rowCount);
        return cells;
    }
}
