package io.github.radiomics4j.texture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.GrayLevels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * The 88 matrices of the digital phantom. Oracle: reference manual of the Image Biomarker Standardisation Initiative,
 * chapter 6; counts are equal, the sums of the NGTDM to the six decimals that are printed.
 */
class PublishedMatricesOracleTest {
    private static final GrayLevels DIGITAL = TexturePhantoms.digital();
    private static final Neighborhood VOLUME = Neighborhood.adjacent();
    private static final Neighborhood PLANE = Neighborhood.adjacent().inPlanesAcross(2);

    @Test
    void pairs() throws IOException {
        Published published = new Published("GLCM", 34, 294);
        for (int slice = 0; slice < 4; slice++) {
            Glcm glcm = Glcm.of(DIGITAL.slices().get(slice), PLANE, true);
            for (int d = 0; d < 4; d++) {
                assertThat(cells(glcm, d))
                        .isEqualTo(published.along("2D", glcm.directions().get(d), slice));
            }
            assertThat(merged(glcm)).isEqualTo(published.merged("2D merged", slice));
        }
        Glcm glcm = Glcm.of(DIGITAL, VOLUME, true);
        for (int d = 0; d < 13; d++) {
            assertThat(cells(glcm, d))
                    .isEqualTo(published.along("3D", glcm.directions().get(d), -1));
        }
        assertThat(merged(glcm)).isEqualTo(published.merged("3D merged", -1));
        published.assertAllSeen();
    }

    @Test
    void runs() throws IOException {
        Published published = new Published("GLRLM", 34, 227);
        for (int slice = 0; slice < 4; slice++) {
            Glrlm glrlm = Glrlm.of(DIGITAL.slices().get(slice), PLANE);
            for (int d = 0; d < 4; d++) {
                assertThat(NaiveTextures.cells(glrlm.matrix(d)))
                        .isEqualTo(published.along("2D", glrlm.directions().get(d), slice));
            }
            assertThat(NaiveTextures.cells(SizeMatrix.sum(glrlm.matrices())))
                    .isEqualTo(published.merged("2D merged", slice));
        }
        Glrlm glrlm = Glrlm.of(DIGITAL);
        for (int d = 0; d < 13; d++) {
            assertThat(NaiveTextures.cells(glrlm.matrix(d)))
                    .isEqualTo(published.along("3D", glrlm.directions().get(d), -1));
        }
        assertThat(NaiveTextures.cells(SizeMatrix.sum(glrlm.matrices()))).isEqualTo(published.merged("3D merged", -1));
        published.assertAllSeen();
    }

    @Test
    void zones() throws IOException {
        assertEach(
                "GLSZM",
                21,
                (levels, plane) -> NaiveTextures.cells(Glszm.of(levels, plane).matrix()));
    }

    @Test
    void zonesByDistance() throws IOException {
        assertEach("GLDZM", 18, (levels, neighborhood) -> {
            BorderDistances distances = BorderDistances.of(DIGITAL.region(), neighborhood.equals(PLANE));
            return NaiveTextures.cells(Gldzm.of(levels, neighborhood, distances).matrix());
        });
    }

    @Test
    void dependences() throws IOException {
        assertEach("NGLDM", 55, (levels, neighborhood) -> {
            Gldm gldm = Gldm.of(levels, neighborhood);
            SortedMap<String, Long> cells = new TreeMap<>();
            for (int rank = 0; rank < gldm.presentLevelCount(); rank++) {
                for (int j = 1; j <= gldm.largestDependence(); j++) {
                    if (gldm.count(rank, j) != 0) {
                        cells.put(gldm.level(rank) + " " + j, (long) gldm.count(rank, j));
                    }
                }
            }
            return cells;
        });
    }

    @Test
    void differences() throws IOException {
        Published published = new Published("NGTDM", 5, 17);
        for (int slice = -1; slice < 4; slice++) {
            Ngtdm ngtdm = slice < 0
                    ? Ngtdm.of(DIGITAL, VOLUME)
                    : Ngtdm.of(DIGITAL.slices().get(slice), PLANE);
            SortedMap<String, Long> expected = published.merged(slice < 0 ? "3D" : "2D", slice);
            assertThat(expected).hasSize(ngtdm.presentLevelCount());
            for (int rank = 0; rank < ngtdm.presentLevelCount(); rank++) {
                String level = ngtdm.level(rank) + " ";
                String key = expected.keySet().stream()
                        .filter(k -> k.startsWith(level))
                        .findFirst()
                        .orElseThrow();
                assertThat(ngtdm.difference(rank))
                        .isEqualTo(Double.parseDouble(key.substring(level.length())), within(5.1e-7));
                assertThat((long) ngtdm.count(rank)).isEqualTo(expected.get(key));
                assertThat(ngtdm.countWithoutNeighbors(rank)).isZero();
            }
        }
        published.assertAllSeen();
    }

    /** Checks the matrix of the volume and those of the four slices. */
    private static void assertEach(
            String matrix, int rowCount, BiFunction<GrayLevels, Neighborhood, SortedMap<String, Long>> cells)
            throws IOException {
        Published published = new Published(matrix, 5, rowCount);
        for (int slice = 0; slice < 4; slice++) {
            assertThat(cells.apply(DIGITAL.slices().get(slice), PLANE)).isEqualTo(published.merged("2D", slice));
        }
        assertThat(cells.apply(DIGITAL, VOLUME)).isEqualTo(published.merged("3D", -1));
        published.assertAllSeen();
    }

    private static SortedMap<String, Long> cells(Glcm glcm, int d) {
        SortedMap<String, Long> cells = new TreeMap<>();
        for (int cell = glcm.firstCell(d); cell < glcm.firstCell(d + 1); cell++) {
            cells.put(glcm.row(cell) + " " + glcm.column(cell), (long) glcm.count(cell));
            cells.put(glcm.column(cell) + " " + glcm.row(cell), (long) glcm.count(cell));
        }
        return cells;
    }

    private static SortedMap<String, Long> merged(Glcm glcm) {
        double[] weights = new double[glcm.directions().size()];
        Arrays.fill(weights, 1);
        MergedGlcm merged = MergedGlcm.of(glcm, weights);
        SortedMap<String, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < merged.cellCount(); cell++) {
            cells.put(merged.row(cell) + " " + merged.column(cell), (long) merged.weight(cell));
            cells.put(merged.column(cell) + " " + merged.row(cell), (long) merged.weight(cell));
        }
        return cells;
    }

    /** The printed matrices of one kind: "method;direction;slice" to the counts of the cells "i j". */
    private static final class Published {
        private final SortedMap<String, SortedMap<String, Long>> matrices = new TreeMap<>();
        private final Set<String> seen = new HashSet<>();

        Published(String matrix, int matrixCount, int rowCount) throws IOException {
            List<String[]> rows;
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(Published.class.getResourceAsStream("/ibsi/texture_matrices.csv")),
                    UTF_8))) {
                rows = reader.lines()
                        .map(line -> line.split(";", -1))
                        .filter(row -> row[0].equals(matrix))
                        .toList();
            }
            for (String[] row : rows) {
                matrices.computeIfAbsent(row[1] + ";" + row[2] + ";" + row[3], key -> new TreeMap<>())
                        .put(row[4] + " " + row[5], Long.valueOf(row[6]));
            }
            assertThat(rows).hasSize(rowCount);
            assertThat(matrices).hasSize(matrixCount);
        }

        /** Returns the matrix of a direction, which may be printed as its opposite, in a slice or, with −1, the volume. */
        SortedMap<String, Long> along(String method, Offset d, int slice) {
            String key = method + ";" + d.x() + " " + d.y() + " " + d.z() + ";" + name(slice);
            Offset back = d.opposite();
            String opposite = method + ";" + back.x() + " " + back.y() + " " + back.z() + ";" + name(slice);
            return of(matrices.containsKey(key) ? key : opposite);
        }

        SortedMap<String, Long> merged(String method, int slice) {
            return of(method + ";;" + name(slice));
        }

        void assertAllSeen() {
            assertThat(seen).containsExactlyInAnyOrderElementsOf(matrices.keySet());
        }

        private SortedMap<String, Long> of(String key) {
            seen.add(key);
            return Objects.requireNonNull(matrices.get(key), key);
        }

        private static String name(int slice) {
            return slice < 0 ? "" : String.valueOf(slice + 1);
        }
    }
}
