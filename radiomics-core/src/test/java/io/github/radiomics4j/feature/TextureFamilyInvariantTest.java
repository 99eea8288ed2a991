package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.texture.Aggregation;
import io.github.radiomics4j.texture.Aggregation.Dimension;
import io.github.radiomics4j.texture.Glcm;
import io.github.radiomics4j.texture.Glrlm;
import io.github.radiomics4j.texture.Neighborhood;
import io.github.radiomics4j.texture.SizeMatrix;
import io.github.radiomics4j.texture.TextureMatrix;
import io.github.radiomics4j.texture.TexturePhantoms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Aggregated features equal a twin that groups, adds up and averages by the letter; slices have no order, axes no name. */
class TextureFamilyInvariantTest {
    private static final Neighborhood VOLUME = Neighborhood.adjacent();
    private static final Neighborhood PLANE = Neighborhood.adjacent().inPlanesAcross(2);

    @Property(tries = 150)
    void pairsEqualTheNaiveTwin(@ForAll long seed, @ForAll Aggregation aggregation) {
        Box box = Box.random(seed, 6);
        Region region = box.region();
        int n = region.levels().levelCount();
        Map<String, int[][]> groups = new TreeMap<>();
        List<Glcm> parts = aggregation.dimension() == Dimension.VOLUME
                ? List.of(Glcm.of(region.levels(), VOLUME, true))
                : region.levels().slices().stream()
                        .map(slice -> Glcm.of(slice, PLANE, true))
                        .toList();
        for (int part = 0; part < parts.size(); part++) {
            Glcm glcm = parts.get(part);
            for (int d = 0; d < glcm.directions().size(); d++) {
                int[][] sum = groups.computeIfAbsent(group(aggregation, part, d), key -> new int[n][n]);
                int[][] matrix = glcm.matrix(d);
                for (int i = 0; i < matrix.length; i++) {
                    for (int j = 0; j < matrix.length; j++) {
                        sum[i][j] += matrix[i][j];
                    }
                }
            }
        }
        List<NaiveGlcmFeatures> naive = groups.values().stream()
                .filter(matrix ->
                        Arrays.stream(matrix).flatMapToInt(Arrays::stream).sum() > 0)
                .map(NaiveGlcmFeatures::new)
                .toList();
        TextureFamily family = TextureFamily.of(TextureMatrix.GLCM, aggregation);
        for (GlcmFeature feature : GlcmFeature.values()) {
            double found =
                    family.compute(region, List.of(feature.in(aggregation))).value(0);
            if (naive.isEmpty()) {
                assertThat(found).isNaN();
                continue;
            }
            if (feature == GlcmFeature.MCC) {
                continue; // has properties of its own; where one level has all pairs the twin is 0/0
            }
            double expected = naive.stream()
                    .mapToDouble(matrix -> matrix.of(feature))
                    .map(value -> Double.isNaN(value) ? 0 : value)
                    .average()
                    .orElseThrow();
            // The second is a root of a difference that may be 0: rounding errors of 1e-15 become 1e-7.
            double tolerance = feature == GlcmFeature.IMC2 ? 1e-6 : 1e-9 * Math.abs(expected) + 1e-11;
            assertThat(found).as("%s", feature).isEqualTo(expected, within(tolerance));
        }
    }

    @Property(tries = 150)
    void runsEqualTheNaiveTwin(@ForAll long seed, @ForAll Aggregation aggregation) {
        Box box = Box.random(seed, 3);
        Region region = box.region();
        List<Glrlm> parts = aggregation.dimension() == Dimension.VOLUME
                ? List.of(Glrlm.of(region.levels(), VOLUME))
                : region.levels().slices().stream()
                        .map(slice -> Glrlm.of(slice, PLANE))
                        .toList();
        Map<String, List<SizeMatrix>> groups = new TreeMap<>();
        for (int part = 0; part < parts.size(); part++) {
            for (int d = 0; d < parts.get(part).directions().size(); d++) {
                groups.computeIfAbsent(group(aggregation, part, d), key -> new ArrayList<>())
                        .add(parts.get(part).matrix(d));
            }
        }
        TextureFamily family = TextureFamily.of(TextureMatrix.GLRLM, aggregation);
        for (GlrlmFeature feature : GlrlmFeature.values()) {
            double expected = groups.values().stream()
                    .mapToDouble(group -> feature.value(SizeMatrix.sum(group)))
                    .average()
                    .orElseThrow();
            assertThat(family.compute(region, List.of(feature.in(aggregation))).value(0))
                    .as("%s", feature)
                    .isEqualTo(expected, within(1e-11 * Math.abs(expected) + 1e-13));
        }
    }

    /** The matrices that are added up have the same key. */
    private static String group(Aggregation aggregation, int part, int direction) {
        return (aggregation.dimension() == Dimension.SLICES ? "slice " + part : "")
                + (aggregation.mergesDirections() ? "" : " direction " + direction);
    }

    @Property(tries = 100)
    void slicesMayBeShuffledWhereNeighborsLieInThem(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int levels) {
        Box box = Box.random(seed, levels);
        assertSame(box, box.withSlicesShuffled(new Random(seed)), false);
    }

    @Property(tries = 100)
    void xAndYMayBeSwappedAndFlipped(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int levels) {
        Box box = Box.random(seed, levels);
        assertSame(box, box.turned(), true);
    }

    @Property(tries = 100)
    void oneSliceIsTheMeanAndTheSumOfItsSlices(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int levels) {
        Region region = Box.random(seed, levels).firstSlice().region();
        for (TextureMatrix matrix : TextureMatrix.values()) {
            TextureFamily apart = TextureFamily.of(matrix, Aggregation.MERGED_2D);
            TextureFamily merged = TextureFamily.of(matrix, Aggregation.MERGED_2_5D);
            assertClose(
                    apart.name(),
                    apart.compute(region, apart.defaultFeatures()),
                    merged.compute(region, merged.defaultFeatures()));
        }
    }

    @Property(tries = 100)
    void aValueHasTheSameBitsWhateverWasAskedBefore(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int levels) {
        Box box = Box.random(seed, levels);
        List<TextureFamily> families = new ArrayList<>(Arrays.stream(Aggregation.values())
                .flatMap(aggregation -> TextureFamily.allOf(aggregation).stream())
                .distinct()
                .toList());
        assertThat(families).hasSize(24);
        Collections.shuffle(families, new Random(seed));
        Region shared = box.region();
        Region told = box.region().expecting(families);
        for (TextureFamily family : families) {
            double[] alone = values(family, box.region());
            assertThat(values(family, shared)).as(family.name()).isEqualTo(alone);
            assertThat(values(family, told)).as(family.name()).isEqualTo(alone);
        }
    }

    private static double[] values(TextureFamily family, Region region) {
        FeatureValues values = family.compute(region, family.features());
        return IntStream.range(0, values.features().size())
                .mapToDouble(values::value)
                .toArray();
    }

    private static void assertSame(Box one, Box other, boolean volumesToo) {
        for (TextureMatrix matrix : TextureMatrix.values()) {
            for (Aggregation aggregation : matrix.aggregations()) {
                if (volumesToo || aggregation.dimension() != Dimension.VOLUME) {
                    TextureFamily family = TextureFamily.of(matrix, aggregation);
                    assertClose(
                            family.name(),
                            family.compute(one.region(), family.defaultFeatures()),
                            family.compute(other.region(), family.defaultFeatures()));
                }
            }
        }
    }

    private static void assertClose(String name, FeatureValues a, FeatureValues b) {
        for (int i = 0; i < a.features().size(); i++) {
            double value = a.value(i);
            if (Double.isNaN(value)) {
                assertThat(b.value(i)).isNaN();
            } else {
                // Matrices are averaged in another order; and see IMC2 above.
                double tolerance =
                        a.features().get(i).ibsiCode().equals("JN9H") ? 1e-6 : 1e-11 * Math.abs(value) + 1e-12;
                assertThat(b.value(i))
                        .as(name + " " + a.features().get(i).featureName())
                        .isEqualTo(value, within(tolerance));
            }
        }
    }

    /** A box of levels, x fastest, 0 outside the intensity mask; whether each voxel lies in the morphological mask. */
    private record Box(Size size, List<Integer> levels, List<Boolean> inside) {
        static Box random(long seed, int levelCount) {
            Random random = new Random(seed);
            Size size = new Size(1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(6));
            double fill = random.nextDouble();
            List<Integer> levels = new ArrayList<>();
            List<Boolean> inside = new ArrayList<>();
            for (int v = 0; v < size.voxelCount(); v++) {
                levels.add(random.nextDouble() < fill ? 1 + random.nextInt(levelCount) : 0);
                inside.add(levels.get(v) > 0 || random.nextInt(4) > 0);
            }
            int start = random.nextInt(size.x() * size.y());
            levels.set(start, 1);
            inside.set(start, true);
            return new Box(size, levels, inside);
        }

        Region region() {
            int[] box = levels.stream().mapToInt(level -> level).toArray();
            int[] mask = inside.stream().mapToInt(in -> in ? 1 : 0).toArray();
            RegionOfInterest voxels = TexturePhantoms.levels(size, box).region();
            double[] image = Arrays.stream(box).asDoubleStream().toArray();
            return Region.of(
                    voxels,
                    TexturePhantoms.levels(size, mask).region(),
                    ImageVolume.of(voxels.grid(), image),
                    new FixedBinWidth(1));
        }

        Box firstSlice() {
            int area = size.x() * size.y();
            return new Box(new Size(size.x(), size.y(), 1), levels.subList(0, area), inside.subList(0, area));
        }

        Box withSlicesShuffled(Random random) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, size.z()).boxed().toList());
            Collections.shuffle(order, random);
            int area = size.x() * size.y();
            List<Integer> places = new ArrayList<>();
            for (int z : order) {
                for (int v = 0; v < area; v++) {
                    places.add(area * z + v);
                }
            }
            return taken(size, places);
        }

        /** Swaps x and y and turns x around. */
        Box turned() {
            List<Integer> places = new ArrayList<>();
            for (int z = 0; z < size.z(); z++) {
                for (int x = size.x() - 1; x >= 0; x--) {
                    for (int y = 0; y < size.y(); y++) {
                        places.add(x + size.x() * (y + size.y() * z));
                    }
                }
            }
            return taken(new Size(size.y(), size.x(), size.z()), places);
        }

        private Box taken(Size newSize, List<Integer> places) {
            return new Box(
                    newSize,
                    places.stream().map(levels::get).toList(),
                    places.stream().map(inside::get).toList());
        }
    }
}
