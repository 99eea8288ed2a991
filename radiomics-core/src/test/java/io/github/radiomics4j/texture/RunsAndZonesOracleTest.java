package io.github.radiomics4j.texture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Matrices of the digital phantom. Oracle: reference manual of the Image Biomarker Standardisation Initiative, chapter 6;
 * counts are equal.
 */
class RunsAndZonesOracleTest {
    @Test
    void runsOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Map<String, SortedMap<String, Long>> expected = published("GLRLM");
        assertThat(expected).hasSize(14);
        Glrlm glrlm = Glrlm.of(TexturePhantoms.digital());
        List<Offset> directions = glrlm.directions();
        assertThat(directions).hasSize(13);
        for (int d = 0; d < directions.size(); d++) {
            Offset direction = directions.get(d);
            String there = direction.x() + " " + direction.y() + " " + direction.z();
            Offset opposite = direction.opposite();
            String back = opposite.x() + " " + opposite.y() + " " + opposite.z();
            assertThat(NaiveTextures.cells(glrlm.matrix(d)))
                    .as(there)
                    .isEqualTo(expected.getOrDefault(there, expected.get(back)));
        }
        assertThat(NaiveTextures.cells(glrlm.merged())).isEqualTo(expected.get("merged"));
    }

    @Test
    void zonesOfTheDigitalPhantomAreThePublishedOnes() throws IOException {
        Map<String, SortedMap<String, Long>> expected = published("GLSZM");
        assertThat(expected).containsOnlyKeys("all");
        SizeMatrix zones = Glszm.of(TexturePhantoms.digital()).matrix();
        assertThat(NaiveTextures.cells(zones)).isEqualTo(expected.get("all"));
    }

    /** Returns the cells "level × size" of each direction; 119 rows in all. */
    private static Map<String, SortedMap<String, Long>> published(String matrix) throws IOException {
        Map<String, SortedMap<String, Long>> cells = new HashMap<>();
        int rows = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RunsAndZonesOracleTest.class.getResourceAsStream("/ibsi/glrlm_glszm.csv")),
                UTF_8))) {
            for (String line : reader.lines().skip(2).toList()) {
                String[] row = line.split(";", -1);
                rows++;
                if (row[0].equals(matrix)) {
                    cells.computeIfAbsent(row[1], direction -> new TreeMap<>())
                            .put(row[2] + " × " + row[3], Long.valueOf(row[4]));
                }
            }
        }
        assertThat(rows).isEqualTo(119);
        return cells;
    }
}
