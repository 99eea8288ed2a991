package io.github.radiomics4j.texture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Distances to the border, zones by distance and counts slice by slice, against their naive twins. */
class DistancesAndSlicesInvariantTest {
    private static final Neighborhood PLANE = Neighborhood.adjacent().inPlanesAcross(2);

    @Property(tries = 500)
    void distancesEqualTheNaiveTwin(
            @ForAll long seed, @ForAll boolean inSlices, @ForAll @IntRange(min = 5, max = 100) int percentInside) {
        Random random = new Random(seed);
        Size size = new Size(1 + random.nextInt(9), 1 + random.nextInt(8), 1 + random.nextInt(7));
        int[] mask = box(size, 1, percentInside, random);
        int[] region = Arrays.stream(mask)
                .map(inside -> random.nextInt(3) == 0 ? 0 : inside)
                .toArray();
        region[Arrays.stream(mask).boxed().toList().indexOf(1)] = 1;
        RegionOfInterest voxels = TexturePhantoms.levels(size, region).region();
        int[] found = BorderDistances.of(TexturePhantoms.levels(size, mask).region(), inSlices)
                .of(voxels);
        int i = 0;
        for (int v = 0; v < mask.length; v++) {
            if (region[v] != 0) {
                assertThat(found[i++]).isEqualTo(naiveDistance(size, mask, v, inSlices));
            }
        }
        assertThat(found).hasSize(i);
    }

    @Property(tries = 300)
    void zonesByDistanceEqualTheNaiveTwin(
            @ForAll long seed, @ForAll boolean inSlices, @ForAll @IntRange(min = 1, max = 4) int levels) {
        Random random = new Random(seed);
        Size size = new Size(1 + random.nextInt(7), 1 + random.nextInt(7), 1 + random.nextInt(6));
        int[] mask = box(size, 1, 95, random);
        int[] box = Arrays.stream(mask)
                .map(inside -> random.nextInt(10) == 0 ? 0 : inside * (1 + random.nextInt(levels)))
                .toArray();
        box[Arrays.stream(mask).boxed().toList().indexOf(1)] = 1;
        Neighborhood neighborhood = inSlices ? PLANE : Neighborhood.adjacent();
        BorderDistances distances =
                BorderDistances.of(TexturePhantoms.levels(size, mask).region(), inSlices);
        GrayLevels grayLevels = TexturePhantoms.levels(size, box);
        Gldzm whole = Gldzm.of(grayLevels, neighborhood, distances);
        SortedMap<String, Long> expected =
                new NaiveTextures(size, box).zonesByDistance(neighborhood, v -> naiveDistance(size, mask, v, inSlices));
        assertThat(NaiveTextures.cells(whole.matrix())).isEqualTo(expected);
        assertThat(NaiveTextures.cells(whole.zones().matrix()))
                .isEqualTo(new NaiveTextures(size, box).zones(neighborhood));
        assertThat(whole.voxelCount()).isEqualTo(grayLevels.region().voxelCount());
        if (inSlices) {
            // No zone leaves its slice, so the slices add up to the whole.
            Gldzm slices = Gldzm.sum(grayLevels.slices().stream()
                    .map(slice -> Gldzm.of(slice, neighborhood, distances))
                    .toList());
            assertThat(NaiveTextures.cells(slices.matrix())).isEqualTo(expected);
            assertThat(slices.voxelCount()).isEqualTo(whole.voxelCount());
        }
    }

    @Property(tries = 300)
    void countsOfSlicesEqualThoseOfTheNaiveTwinInEachSlice(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int levels) {
        Random random = new Random(seed);
        Size size = new Size(1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(6));
        int[] box = box(size, levels, 70, random);
        List<GrayLevels> slices = TexturePhantoms.levels(size, box).slices();
        int s = 0;
        int area = size.x() * size.y();
        for (int z = 0; z < size.z(); z++) {
            int[] plane = Arrays.copyOfRange(box, area * z, area * (z + 1));
            if (Arrays.stream(plane).allMatch(level -> level == 0)) {
                continue;
            }
            GrayLevels slice = slices.get(s++);
            assertThat(slice.levels())
                    .containsExactly(
                            Arrays.stream(plane).filter(level -> level > 0).toArray());
            Size flat = new Size(size.x(), size.y(), 1);
            NaiveNeighbors neighbors = new NaiveNeighbors(flat, plane);
            NaiveTextures textures = new NaiveTextures(flat, plane);
            Glcm glcm = Glcm.of(slice, PLANE, true);
            Glrlm glrlm = Glrlm.of(slice, PLANE);
            for (int d = 0; d < 4; d++) {
                Offset direction = PLANE.directions().get(d);
                assertThat(pairs(glcm, d)).isEqualTo(neighbors.pairs(direction, true));
                assertThat(NaiveTextures.cells(glrlm.matrix(d))).isEqualTo(textures.runs(direction));
            }
            assertThat(NaiveTextures.cells(Glszm.of(slice, PLANE).matrix())).isEqualTo(textures.zones(PLANE));
        }
        assertThat(slices).hasSize(s);
    }

    /** The least |Δx| + |Δy| + |Δz| to a voxel outside the mask, among them those around the image. */
    private static int naiveDistance(Size size, int[] mask, int v, boolean inSlices) {
        int x = v % size.x();
        int y = v / size.x() % size.y();
        int z = v / size.x() / size.y();
        int least = Integer.MAX_VALUE;
        for (int k = inSlices ? z : -1; k <= (inSlices ? z : size.z()); k++) {
            for (int j = -1; j <= size.y(); j++) {
                for (int i = -1; i <= size.x(); i++) {
                    boolean around = i < 0 || j < 0 || k < 0 || i == size.x() || j == size.y() || k == size.z();
                    if (around || mask[i + size.x() * (j + size.y() * k)] == 0) {
                        least = Math.min(least, Math.abs(i - x) + Math.abs(j - y) + Math.abs(k - z));
                    }
                }
            }
        }
        return least;
    }

    private static SortedMap<String, Integer> pairs(Glcm glcm, int d) {
        SortedMap<String, Integer> cells = new TreeMap<>();
        for (int cell = glcm.firstCell(d); cell < glcm.firstCell(d + 1); cell++) {
            cells.put(glcm.row(cell) + " " + glcm.column(cell), glcm.count(cell));
            cells.put(glcm.column(cell) + " " + glcm.row(cell), glcm.count(cell));
        }
        return cells;
    }

    /** Returns a box that has a voxel inside. */
    private static int[] box(Size size, int levels, int percentInside, Random random) {
        int[] box = new int[Math.toIntExact(size.voxelCount())];
        for (int v = 0; v < box.length; v++) {
            box[v] = random.nextInt(100) < percentInside ? 1 + random.nextInt(levels) : 0;
        }
        box[random.nextInt(box.length)] = 1;
        return box;
    }
}
