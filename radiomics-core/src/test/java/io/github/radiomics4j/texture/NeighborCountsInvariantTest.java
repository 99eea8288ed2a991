package io.github.radiomics4j.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.Size;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The sweep equals its naive twin, for few levels (full matrices) and many (row by row). */
class NeighborCountsInvariantTest {
    private static final Neighborhood ADJACENT = Neighborhood.adjacent();

    @Property
    void pairsEqualTheNaiveTwin(
            @ForAll long seed, @ForAll boolean symmetric, @ForAll @IntRange(min = 1, max = 7) int n) {
        Size size = size(seed);
        int[] box = box(size, seed, n);
        Glcm glcm = Glcm.of(TexturePhantoms.levels(size, box), ADJACENT, symmetric);
        for (int d = 0; d < 13; d++) {
            SortedMap<String, Integer> expected =
                    new NaiveNeighbors(size, box).pairs(ADJACENT.directions().get(d), symmetric);
            assertThat(cells(glcm, d)).isEqualTo(expected);
            assertThat(glcm.total(d))
                    .isEqualTo(expected.values().stream().mapToLong(k -> k).sum());
        }
    }

    @Property
    void dependencesEqualTheNaiveTwin(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int n) {
        Size size = size(seed);
        int[] box = box(size, seed, n);
        assertDependences(Gldm.of(TexturePhantoms.levels(size, box), ADJACENT), size, box, 0);
    }

    @Property
    void dependencesWithinACoarsenessEqualTheNaiveTwin(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll @IntRange(min = 0, max = 600) int coarseness) {
        Size size = size(seed);
        int[] box = box(size, seed, n);
        assertDependences(
                Gldm.of(TexturePhantoms.levels(size, box), ADJACENT, coarseness % 5), size, box, coarseness % 5);
        assertDependences(Gldm.of(TexturePhantoms.levels(size, box), ADJACENT, coarseness), size, box, coarseness);
    }

    private static void assertDependences(Gldm gldm, Size size, int[] box, int coarseness) {
        assertThat(cells(gldm)).isEqualTo(new NaiveNeighbors(size, box).dependences(ADJACENT, coarseness));
    }

    private static SortedMap<String, Integer> cells(Gldm gldm) {
        SortedMap<String, Integer> cells = new TreeMap<>();
        for (int rank = 0; rank < gldm.presentLevelCount(); rank++) {
            for (int j = 1; j <= gldm.largestDependence(); j++) {
                if (gldm.count(rank, j) > 0) {
                    cells.put(gldm.level(rank) + " " + j, gldm.count(rank, j));
                }
            }
        }
        return cells;
    }

    @Property
    void differencesEqualTheNaiveTwin(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int n) {
        Size size = size(seed);
        int[] box = box(size, seed, n);
        Ngtdm ngtdm = Ngtdm.of(TexturePhantoms.levels(size, box), ADJACENT);
        SortedMap<Integer, double[]> expected = new NaiveNeighbors(size, box).differences(ADJACENT);
        assertThat(ngtdm.presentLevelCount()).isEqualTo(expected.size());
        for (int rank = 0; rank < expected.size(); rank++) {
            double[] row = expected.get(ngtdm.level(rank));
            assertThat((double) ngtdm.count(rank)).isEqualTo(row[0]);
            assertThat((double) ngtdm.countWithoutNeighbors(rank)).isEqualTo(row[1]);
            // Sums of up to a hundred quotients: the order of rounding may differ.
            assertThat(ngtdm.difference(rank)).isEqualTo(row[2], within(1e-13 * (1 + row[2])));
        }
    }

    @Property(tries = 200)
    void neighborsFurtherAwayOrInPlanesEqualTheNaiveTwin(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 7) int shells,
            @ForAll @IntRange(min = 0, max = 3) int axis) {
        int[] distances = IntStream.rangeClosed(1, 3)
                .filter(distance -> (shells >> (distance - 1) & 1) == 1)
                .toArray();
        Neighborhood neighborhood = Neighborhood.of(distances);
        neighborhood = axis < 3 ? neighborhood.inPlanesAcross(axis) : neighborhood;
        Size size = size(seed);
        int[] box = Arrays.stream(box(size, seed, n)).map(level -> level % 600).toArray();
        box[0] = 1;
        GrayLevels levels = TexturePhantoms.levels(size, box);
        NaiveNeighbors naive = new NaiveNeighbors(size, box);
        Glcm glcm = Glcm.of(levels, neighborhood, true);
        for (Offset direction : neighborhood.directions()) {
            int d = glcm.directions().indexOf(direction);
            assertThat(d < 0 ? new TreeMap<>() : cells(glcm, d)).isEqualTo(naive.pairs(direction, true));
        }
        assertThat(cells(Gldm.of(levels, neighborhood))).isEqualTo(naive.dependences(neighborhood, 0));
        assertThat(cells(Gldm.of(levels, neighborhood, 3))).isEqualTo(naive.dependences(neighborhood, 3));
        Ngtdm ngtdm = Ngtdm.of(levels, neighborhood);
        for (int rank = 0; rank < ngtdm.presentLevelCount(); rank++) {
            double[] row = naive.differences(neighborhood).get(ngtdm.level(rank));
            assertThat((double) ngtdm.countWithoutNeighbors(rank)).isEqualTo(row[1]);
            assertThat(ngtdm.difference(rank)).isEqualTo(row[2], within(1e-13 * (1 + row[2])));
        }
    }

    @Property(tries = 200)
    void countedTogetherOrAloneIsTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int n) {
        Size size = size(seed);
        GrayLevels levels = TexturePhantoms.levels(size, box(size, seed, n));
        NeighborCounts together = NeighborCounts.of(levels, ADJACENT, EnumSet.allOf(NeighborTexture.class));
        for (boolean symmetric : new boolean[] {true, false}) {
            Glcm alone = Glcm.of(levels, ADJACENT, symmetric);
            for (int d = 0; d < 13; d++) {
                assertThat(cells(together.glcm(symmetric), d)).isEqualTo(cells(alone, d));
            }
        }
        for (Set<NeighborTexture> pair : List.of(
                EnumSet.of(NeighborTexture.GLDM, NeighborTexture.NGTDM), EnumSet.allOf(NeighborTexture.class))) {
            NeighborCounts counts = NeighborCounts.of(levels, ADJACENT, pair);
            Gldm gldm = Gldm.of(levels, ADJACENT);
            Ngtdm ngtdm = Ngtdm.of(levels, ADJACENT);
            for (int rank = 0; rank < gldm.presentLevelCount(); rank++) {
                assertThat(counts.ngtdm().difference(rank)).isEqualTo(ngtdm.difference(rank));
                assertThat(counts.ngtdm().count(rank)).isEqualTo(ngtdm.count(rank));
                assertThat(counts.ngtdm().countWithoutNeighbors(rank)).isEqualTo(ngtdm.countWithoutNeighbors(rank));
                for (int j = 1; j <= 27; j++) {
                    assertThat(counts.gldm().count(rank, j)).isEqualTo(gldm.count(rank, j));
                }
            }
        }
    }

    @Property(tries = 200)
    void relabellingInOrderRelabelsTheCells(@ForAll long seed, @ForAll @IntRange(min = 2, max = 400) int factor) {
        Size size = size(seed);
        int[] box =
                Arrays.stream(box(size, seed, 3)).map(level -> level % 10000).toArray();
        box[0] = 1;
        int[] stretched = Arrays.stream(box).map(level -> factor * level).toArray();
        Glcm glcm = Glcm.of(TexturePhantoms.levels(size, box), ADJACENT, true);
        Glcm relabelled = Glcm.of(TexturePhantoms.levels(size, stretched), ADJACENT, true);
        for (int d = 0; d <= 13; d++) {
            assertThat(relabelled.firstCell(d)).isEqualTo(glcm.firstCell(d));
        }
        for (int cell = 0; cell < glcm.firstCell(13); cell++) {
            assertThat(relabelled.row(cell)).isEqualTo(factor * glcm.row(cell));
            assertThat(relabelled.column(cell)).isEqualTo(factor * glcm.column(cell));
            assertThat(relabelled.count(cell)).isEqualTo(glcm.count(cell));
        }
    }

    private static SortedMap<String, Integer> cells(Glcm glcm, int d) {
        SortedMap<String, Integer> cells = new TreeMap<>();
        for (int cell = glcm.firstCell(d); cell < glcm.firstCell(d + 1); cell++) {
            cells.put(glcm.row(cell) + " " + glcm.column(cell), glcm.count(cell));
            if (glcm.isSymmetric()) {
                cells.put(glcm.column(cell) + " " + glcm.row(cell), glcm.count(cell));
            }
        }
        return cells;
    }

    private static Size size(long seed) {
        Random random = new Random(seed);
        return new Size(1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(6));
    }

    /** Of n levels, near 1 or anywhere up to the largest, with more or less of the box outside; never all of it. */
    private static int[] box(Size size, long seed, int n) {
        Random random = new Random(~seed);
        int[] levels = new int[n];
        int[] ranges = {8, 600, 5000, GrayLevels.MAXIMUM_LEVELS};
        int range = ranges[random.nextInt(ranges.length)];
        Arrays.setAll(levels, k -> 1 + random.nextInt(range));
        double fill = random.nextDouble();
        int[] box = new int[Math.toIntExact(size.voxelCount())];
        Arrays.setAll(box, v -> random.nextDouble() < fill ? levels[random.nextInt(n)] : 0);
        box[random.nextInt(box.length)] = levels[0];
        return box;
    }
}
