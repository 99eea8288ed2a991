package io.github.radiomics4j.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.image.Size;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A merged matrix is the weighted sum of the matrices of the directions. */
class MergedGlcmInvariantTest {
    @Property(tries = 300)
    void itsCellsAreWeightedSums(
            @ForAll long seed, @ForAll boolean symmetric, @ForAll @IntRange(min = 1, max = 7) int n) {
        Random random = new Random(seed);
        Size size = new Size(1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(5));
        int[] box = random.ints(size.voxelCount(), 0, n + 1).toArray();
        box[0] = 1;
        double[] weights = random.doubles(13).toArray();
        weights[random.nextInt(13)] = 0;
        TreeMap<String, Double> expected = new TreeMap<>();
        for (int d = 0; d < 13; d++) {
            double weight = weights[d];
            new NaiveNeighbors(size, box)
                    .pairs(Neighborhood.adjacent().directions().get(d), symmetric)
                    .forEach((pair, count) -> expected.merge(pair, weight * count, Double::sum));
        }
        expected.values().removeIf(weight -> weight == 0);

        MergedGlcm merged =
                MergedGlcm.of(Glcm.of(TexturePhantoms.levels(size, box), Neighborhood.adjacent(), symmetric), weights);

        TreeMap<String, Double> actual = new TreeMap<>();
        for (int cell = 0; cell < merged.cellCount(); cell++) {
            actual.put(merged.row(cell) + " " + merged.column(cell), merged.weight(cell));
            if (symmetric) {
                actual.put(merged.column(cell) + " " + merged.row(cell), merged.weight(cell));
            }
        }
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((pair, weight) ->
                assertThat(weight).as(pair).isEqualTo(expected.get(pair), within(1e-13 * expected.get(pair))));
    }

    @Example
    void eachDirectionNeedsAWeight() {
        GrayLevels levels = TexturePhantoms.digital();
        Glcm glcm = Glcm.of(levels, Neighborhood.adjacent(), true);
        double[] weights = new double[12];
        Arrays.fill(weights, 1);
        assertThatThrownBy(() -> MergedGlcm.of(glcm, weights))
                .hasMessageContaining("13")
                .hasMessageContaining("12");
    }
}
