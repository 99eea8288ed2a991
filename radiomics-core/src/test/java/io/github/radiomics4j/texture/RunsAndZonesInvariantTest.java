package io.github.radiomics4j.texture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.PresentLevels;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The kernels against their naive twins, and what neither runs nor zones depend on. */
class RunsAndZonesInvariantTest {
    @Property(tries = 500)
    void kernelsEqualTheirTwins(
            @ForAll @IntRange(min = 1, max = 7) int nx,
            @ForAll @IntRange(min = 1, max = 6) int ny,
            @ForAll @IntRange(min = 1, max = 5) int nz,
            @ForAll @IntRange(min = 1, max = 6) int levels,
            @ForAll @IntRange(min = 5, max = 100) int percentInside,
            @ForAll long seed) {
        Size size = new Size(nx, ny, nz);
        int[] box = box(size, levels, percentInside, seed);
        Assume.that(Arrays.stream(box).anyMatch(level -> level > 0));
        NaiveTextures naive = new NaiveTextures(size, box);
        Glrlm glrlm = Glrlm.of(TexturePhantoms.levels(size, box));
        for (int d = 0; d < 13; d++) {
            Offset direction = glrlm.directions().get(d);
            assertThat(NaiveTextures.cells(glrlm.matrix(d))).as("%s", direction).isEqualTo(naive.runs(direction));
            assertThat(glrlm.hasLine(d)).as("%s", direction).isEqualTo(naive.hasLine(direction));
        }
        assertThat(NaiveTextures.cells(
                        Glszm.of(TexturePhantoms.levels(size, box)).matrix()))
                .isEqualTo(naive.zones());
        for (int axis = 0; axis < 3; axis++) {
            Neighborhood plane = Neighborhood.adjacent().inPlanesAcross(axis);
            assertThat(NaiveTextures.cells(
                            Glszm.of(TexturePhantoms.levels(size, box), plane).matrix()))
                    .isEqualTo(naive.zones(plane));
        }
    }

    @Property(tries = 200)
    void bothWaysToCountRunsEqualTheTwin(
            @ForAll @IntRange(min = 1, max = 9) int nx,
            @ForAll @IntRange(min = 1, max = 6) int ny,
            @ForAll @IntRange(min = 1, max = 5) int nz,
            @ForAll @IntRange(min = 1, max = 4) int levels,
            @ForAll @IntRange(min = 5, max = 100) int percentInside,
            @ForAll long seed) {
        Size size = new Size(nx, ny, nz);
        int[] box = box(size, levels, percentInside, seed);
        Assume.that(Arrays.stream(box).anyMatch(level -> level > 0));
        NaiveTextures naive = new NaiveTextures(size, box);
        GrayLevels grayLevels = TexturePhantoms.levels(size, box);
        PresentLevels present = grayLevels.present();
        RegionOfInterest region = grayLevels.region();
        int[] positions = region.positions();
        GlrlmCarry carry = new GlrlmCarry(present.levels(), present.bordered(), positions, region.box());
        GlrlmScan scan = new GlrlmScan(present.levels(), present.voxelCounts(), present.bordered(), positions);
        int[] steps = Neighborhood.adjacent().steps(region);
        for (int d = 0; d < steps.length; d++) {
            Offset direction = Neighborhood.adjacent().directions().get(d);
            SortedMap<String, Long> expected = naive.runs(direction);
            assertThat(NaiveTextures.cells(carry.count(steps[d]))).isEqualTo(expected);
            assertThat(NaiveTextures.cells(carry.count(-steps[d]))).isEqualTo(expected);
            assertThat(NaiveTextures.cells(scan.count(steps[d]))).isEqualTo(expected);
        }
    }

    @Property(tries = 50)
    void spansCoverTheRegion(@ForAll @IntRange(min = 5, max = 100) int percentInside, @ForAll long seed) {
        int[] positions = TexturePhantoms.levels(new Size(9, 6, 5), box(new Size(9, 6, 5), 1, percentInside, seed))
                .region()
                .positions();
        int[] spans = RowSpans.of(positions);
        assertThat(IntStream.range(0, spans.length / 2)
                        .flatMap(s -> IntStream.range(spans[2 * s], spans[2 * s + 1]))
                        .toArray())
                .isEqualTo(positions);
        for (int s = 2; s < spans.length; s += 2) {
            assertThat(spans[s])
                    .as("start of a span behind the end of the last")
                    .isGreaterThan(spans[s - 1]);
        }
    }

    @Property(tries = 100)
    void largeLevelsCountAsTheirRanks(@ForAll @IntRange(min = 2, max = 5) int levels, @ForAll long seed) {
        Size size = new Size(7, 6, 5);
        int[] box = box(size, levels, 80, seed);
        int[] spread = Arrays.stream(box)
                .map(level -> level == 0 ? 0 : GrayLevels.MAXIMUM_LEVELS - 1000 * (levels - level))
                .toArray();
        List<SizeMatrix> few = matrices(TexturePhantoms.levels(size, box));
        List<SizeMatrix> many = matrices(TexturePhantoms.levels(size, spread));
        for (int m = 0; m < few.size(); m++) {
            assertThat(many.get(m).cellCount()).isEqualTo(few.get(m).cellCount());
            for (int c = 0; c < few.get(m).cellCount(); c++) {
                assertThat(many.get(m).level(c))
                        .isEqualTo(GrayLevels.MAXIMUM_LEVELS
                                - 1000 * (levels - few.get(m).level(c)));
                assertThat(many.get(m).size(c)).isEqualTo(few.get(m).size(c));
                assertThat(many.get(m).count(c)).isEqualTo(few.get(m).count(c));
            }
        }
    }

    @Property(tries = 100)
    void aFlipTurnsDirectionsIntoEachOtherAndKeepsZones(@ForAll long seed) {
        Size size = new Size(6, 5, 4);
        int[] box = box(size, 3, 80, seed);
        int[] flipped = new int[box.length];
        for (int i = 0; i < box.length; i++) {
            flipped[i / 6 * 6 + 5 - i % 6] = box[i];
        }
        Glrlm before = Glrlm.of(TexturePhantoms.levels(size, box));
        Glrlm after = Glrlm.of(TexturePhantoms.levels(size, flipped));
        for (int d = 0; d < 13; d++) {
            Offset direction = before.directions().get(d);
            Offset mirrored = new Offset(-direction.x(), direction.y(), direction.z());
            Offset back = mirrored.opposite();
            int m = Math.max(
                    after.directions().indexOf(mirrored), after.directions().indexOf(back));
            assertThat(NaiveTextures.cells(after.matrix(m))).isEqualTo(NaiveTextures.cells(before.matrix(d)));
        }
        assertThat(NaiveTextures.cells(
                        Glszm.of(TexturePhantoms.levels(size, flipped)).matrix()))
                .isEqualTo(NaiveTextures.cells(
                        Glszm.of(TexturePhantoms.levels(size, box)).matrix()));
    }

    @Property(tries = 100)
    void everyVoxelIsInOneRunOfEachDirectionAndInOneZone(@ForAll long seed) {
        GrayLevels levels = TexturePhantoms.levels(new Size(6, 5, 4), box(new Size(6, 5, 4), 3, 80, seed));
        for (SizeMatrix matrix : matrices(levels)) {
            assertThat(matrix.voxelCount()).isEqualTo(levels.region().voxelCount());
        }
    }

    private static List<SizeMatrix> matrices(GrayLevels levels) {
        Glrlm glrlm = Glrlm.of(levels);
        SizeMatrix[] matrices = new SizeMatrix[14];
        for (int d = 0; d < 13; d++) {
            matrices[d] = glrlm.matrix(d);
        }
        matrices[13] = Glszm.of(levels).matrix();
        return List.of(matrices);
    }

    private static int[] box(Size size, int levels, int percentInside, long seed) {
        Random random = new Random(seed);
        int[] box = new int[Math.toIntExact(size.voxelCount())];
        Arrays.setAll(box, i -> random.nextInt(100) < percentInside ? 1 + random.nextInt(levels) : 0);
        return box;
    }
}
