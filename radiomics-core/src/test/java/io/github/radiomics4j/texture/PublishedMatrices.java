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

/** Matrices of the digital phantom as the Image Biomarker Standardisation Initiative's reference manual prints them. */
final class PublishedMatrices {
    private PublishedMatrices() {}

    /**
     * Returns for each direction, written "x y z", what is in the cell "i j".
     *
     * @param matrix such as {@code "GLCM"}
     * @param rowCount number of cells of all directions
     */
    static Map<String, SortedMap<String, Long>> cells(String file, String matrix, int rowCount) throws IOException {
        Map<String, SortedMap<String, Long>> cells = new HashMap<>();
        List<String[]> rows;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PublishedMatrices.class.getResourceAsStream("/ibsi/" + file)), UTF_8))) {
            rows = reader.lines()
                    .map(line -> line.split(";", -1))
                    .filter(row -> row[0].equals(matrix))
                    .toList();
        }
        for (String[] row : rows) {
            cells.computeIfAbsent(row[1], direction -> new TreeMap<>())
                    .put(row[2] + " " + row[3], Long.valueOf(row[4]));
        }
        assertThat(rows).hasSize(rowCount);
        return cells;
    }

    /** Returns the cells of a direction, which may be printed as its opposite. */
    static SortedMap<String, Long> along(Map<String, SortedMap<String, Long>> cells, Offset direction) {
        SortedMap<String, Long> found = cells.get(key(direction));
        return Objects.requireNonNull(found != null ? found : cells.get(key(direction.opposite())));
    }

    private static String key(Offset offset) {
        return offset.x() + " " + offset.y() + " " + offset.z();
    }
}
