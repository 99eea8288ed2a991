package io.github.radiomics4j.discretize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What binning keeps whatever the intensities. */
class DiscretizationInvariantTest {
    @Property
    void widthsBinAsASearchInTheTableOfEdges(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1000, max = 1000) Double> values,
            @ForAll @DoubleRange(min = 0.01, max = 50) double width) {
        double[] x = array(values);
        assertThat(levels(new FixedBinWidth(width), x)).containsExactly(NaiveBins.width(x, width));
    }

    @Property
    void intensitiesOnEdgesBinAsASearchInTheTableOfEdges(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = -400, max = 400) Integer> multiples,
            @ForAll @IntRange(min = 1, max = 300) int hundredths,
            @ForAll @IntRange(min = -1, max = 1) int ulps) {
        double width = hundredths / 100.0;
        double[] x = new double[multiples.size()];
        for (int i = 0; i < x.length; i++) {
            double edge = multiples.get(i) * width;
            x[i] = edge + ulps * Math.ulp(edge);
        }
        assertThat(levels(new FixedBinWidth(width), x)).containsExactly(NaiveBins.width(x, width));
        assertThat(levels(new FixedBinCount(hundredths), x)).containsExactly(NaiveBins.count(x, hundredths));
    }

    @Property
    void countsBinAsASearchInTheTableOfEdges(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1000, max = 1000) Double> values,
            @ForAll @IntRange(min = 1, max = 300) int bins) {
        double[] x = array(values);
        assertThat(levels(new FixedBinCount(bins), x)).containsExactly(NaiveBins.count(x, bins));
    }

    /** The formula of the manual in whole numbers, where nothing is rounded. */
    @Property
    void theFormulaOfACountIsExactForWholeIntensities(
            @ForAll @Size(min = 2, max = 50) List<@IntRange(min = -1000, max = 1000) Integer> values,
            @ForAll @IntRange(min = 1, max = 300) int bins) {
        int minimum = values.stream().min(Integer::compare).orElseThrow();
        int width = values.stream().max(Integer::compare).orElseThrow() - minimum;
        int[] expected = values.stream()
                .mapToInt(x -> width == 0 ? 1 : Math.min(bins, bins * (x - minimum) / width + 1))
                .toArray();
        double[] x = values.stream().mapToDouble(Integer::doubleValue).toArray();
        assertThat(levels(new FixedBinCount(bins, FixedBinCount.Rule.FORMULA), x))
                .containsExactly(expected);
    }

    @Property
    void levelsDoNotChangeWhenAMultipleOfTheWidthIsAdded(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = -1000, max = 1000) Integer> x,
            @ForAll @IntRange(min = 1, max = 64) int width,
            @ForAll @IntRange(min = -100, max = 100) int multiple) {
        double[] before = new double[x.size()];
        double[] after = new double[x.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = x.get(i);
            after[i] = x.get(i) + multiple * width;
        }
        assertThat(levels(new FixedBinWidth(width), after)).containsExactly(levels(new FixedBinWidth(width), before));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int[] levels(Discretization discretization, double[] x) {
        return discretization.apply(DiscretizationTest.line(x.length), x).levels();
    }
}
