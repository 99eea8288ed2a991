package io.github.radiomics4j.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.radiomics4j.discretize.Discretization;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.WidthAnchor;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.AsIs;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.Bins;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedNumber;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.FixedSize;
import io.github.radiomics4j.feature.IntensityVolumeHistogramFamily.Range;
import io.github.radiomics4j.image.Grid;
import io.github.radiomics4j.image.ImageVolume;
import io.github.radiomics4j.image.Mask;
import io.github.radiomics4j.image.RegionOfInterest;
import io.github.radiomics4j.image.Size;
import io.github.radiomics4j.image.Spacing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** IBSI's families of intensities against formulas written out; their values are tested with the reference values. */
class IntensityFamiliesTest {
    private static final IntensityVolumeHistogramFamily IVH = IntensityVolumeHistogramFamily.withDefaults();

    @Property
    void volumeHistogramEqualsItsNaiveTwin(
            @ForAll @net.jqwik.api.constraints.Size(min = 1, max = 60)
                    List<@IntRange(min = -160, max = 240) Integer> quarters,
            @ForAll @IntRange(max = 4) int kind,
            @ForAll boolean whole) {
        // Quarters, so that nothing is rounded where an intensity meets an edge.
        double[] x = quarters.stream().mapToDouble(q -> whole ? q / 4 : q / 4.0).toArray();
        Optional<Range> range = kind % 2 == 0 ? Optional.empty() : Optional.of(new Range(-40, 60));
        Bins bins = kind == 4 ? new FixedNumber(37) : kind < 2 ? new AsIs(range) : new FixedSize(2.5, range);
        FeatureValues found = IVH.withBins(bins).compute(region(x), IVH.features());
        double[] naive = naive(x, bins);
        for (int f = 0; f < naive.length; f++) {
            // 1e-12 of at most 100: sums in another order.
            assertThat(found.value(f)).as(IVH.features().get(f).featureName()).isEqualTo(naive[f], within(1e-10));
        }
    }

    /** The manual's definitions over every intensity of the range. */
    private static double[] naive(double[] x, Bins bins) {
        double minimum = Arrays.stream(x).min().orElseThrow();
        double maximum = Arrays.stream(x).max().orElseThrow();
        double[] values = x.clone();
        double first = minimum;
        double last = maximum;
        double step = 1;
        if (bins instanceof AsIs asIs) {
            first = asIs.range().map(Range::lower).orElse(minimum);
            last = asIs.range().map(Range::upper).orElse(maximum);
        } else if (bins instanceof FixedSize size) {
            double lower = size.range().map(Range::lower).orElse(minimum);
            step = size.binSize();
            Arrays.setAll(values, i -> lower + (Math.floor((x[i] - lower) / size.binSize()) + 0.5) * size.binSize());
            first = lower + 0.5 * step;
            last = size.range()
                    .map(range -> range.upper() - 0.5 * size.binSize())
                    .orElse(Arrays.stream(values).max().orElseThrow());
        } else if (bins instanceof FixedNumber number) {
            int n = number.binCount();
            Arrays.setAll(
                    values,
                    i -> x[i] == maximum
                            ? maximum == minimum ? 1 : n
                            : Math.floor(n * (x[i] - minimum) / (maximum - minimum)) + 1);
            first = 1;
            last = n;
        }
        List<Double> g = new ArrayList<>();
        List<Double> nu = new ArrayList<>();
        for (int k = 0; first + k * step <= last + 1e-9; k++) {
            double i = first + k * step;
            g.add(i);
            nu.add((double) Arrays.stream(values).filter(v -> v >= i - 1e-9).count() / x.length);
        }
        double[] out = new double[7];
        double[] percents = {0.1, 0.9};
        for (int p = 0; p < 2; p++) {
            double percent = percents[p];
            int n = g.size();
            out[p] = n == 1
                    ? Double.NaN
                    : IntStream.range(0, n)
                            .filter(k -> k / (n - 1.0) >= percent - 1e-12)
                            .mapToDouble(nu::get)
                            .max()
                            .orElseThrow();
            out[2 + p] = IntStream.range(0, n)
                    .filter(k -> nu.get(k) <= percent + 1e-12)
                    .mapToDouble(g::get)
                    .min()
                    .orElse(Double.NaN);
        }
        out[4] = out[0] - out[1];
        out[5] = out[2] - out[3];
        double area = 0;
        for (int k = 1; k < g.size(); k++) {
            area += (nu.get(k - 1) + nu.get(k)) / 2 / (g.size() - 1);
        }
        out[6] = g.size() == 1 ? Double.NaN : area;
        return out;
    }

    @Property
    void histogramFeaturesAreStatisticsOfTheLevels(
            @ForAll @net.jqwik.api.constraints.Size(min = 1, max = 60)
                    List<@IntRange(min = 1, max = 30) Integer> values) {
        double[] x = values.stream().mapToDouble(Integer::doubleValue).toArray();
        FeatureValues levels =
                IntensityHistogramFamily.withDefaults().compute(region(x), List.of(IntensityHistogramFeature.values()));
        FeatureValues statistics = IntensityStatisticsFamily.withDefaults()
                .compute(region(x), List.of(IntensityStatisticsFeature.values()));
        for (IntensityStatisticsFeature feature : IntensityStatisticsFeature.values()) {
            String tag = feature.ibsiTag().replace("stat_", "ih_");
            levels.features().stream()
                    .filter(level -> level.ibsiTag().equals(tag))
                    .forEach(level ->
                            assertThat(levels.value(level)).isEqualTo(Double.valueOf(statistics.value(feature))));
        }
        int top = values.stream().max(Integer::compare).orElseThrow();
        double[] counts = new double[top + 1];
        values.forEach(value -> counts[value]++);
        double[] gradient = new double[top + 1];
        for (int i = 1; i <= top && top > 1; i++) {
            gradient[i] = i == 1
                    ? counts[2] - counts[1]
                    : i == top ? counts[top] - counts[top - 1] : (counts[i + 1] - counts[i - 1]) / 2;
        }
        if (top > 1) {
            double largest = Arrays.stream(gradient).skip(1).max().orElseThrow();
            double level = levels.value(IntensityHistogramFeature.MAXIMUM_GRADIENT_LEVEL);
            assertThat(levels.value(IntensityHistogramFeature.MAXIMUM_GRADIENT)).isEqualTo(largest);
            assertThat(level)
                    .isEqualTo(IntStream.rangeClosed(1, top)
                            .filter(i -> gradient[i] == largest)
                            .findFirst()
                            .orElseThrow());
            double least = Arrays.stream(gradient).skip(1).min().orElseThrow();
            assertThat(levels.value(IntensityHistogramFeature.MINIMUM_GRADIENT)).isEqualTo(least);
        }
    }

    @Example
    void theModeIsTheMostFrequentLevelNearestToTheMean() {
        assertThat(mode(1, 1, 5, 5, 5, 9, 9, 9)).isEqualTo(5);
        assertThat(mode(1, 1, 3, 3, 2)).isEqualTo(1);
        assertThat(mode(1, 1, 1, 5, 5, 9)).isEqualTo(1);
    }

    private static double mode(double... levels) {
        return IntensityHistogramFamily.withDefaults()
                .compute(region(levels), List.of(IntensityHistogramFeature.MODE))
                .value(0);
    }

    @Example
    void whatIsUndefinedSaysWhy() {
        assertReason(
                IntensityStatisticsFamily.withDefaults(),
                IntensityStatisticsFeature.COEFFICIENT_OF_VARIATION,
                "mean intensity is 0",
                -1,
                1);
        assertReason(
                IntensityStatisticsFamily.withDefaults(),
                IntensityStatisticsFeature.QUARTILE_COEFFICIENT_OF_DISPERSION,
                "quartiles",
                -1,
                1);
        assertReason(
                IntensityHistogramFamily.withDefaults(), IntensityHistogramFeature.MAXIMUM_GRADIENT, "one bin", 1, 1);
        assertReason(IVH, IntensityVolumeHistogramFeature.VOLUME_10, "one intensity", 4, 4);
        assertReason(IVH, IntensityVolumeHistogramFeature.INTENSITY_10, "highest intensity", 1, 9);
    }

    private static void assertReason(FeatureFamily family, Feature feature, String reason, double... x) {
        FeatureValues values = family.compute(region(x), List.of(feature));
        assertThat(values.value(0)).isNaN();
        assertThat(values.nanReason(0).orElseThrow()).contains(reason);
    }

    @Example
    void rangesAndBinsAreChecked() {
        assertThatThrownBy(() -> new Range(1, 1)).hasMessageContaining("found 1.0 to 1.0");
        assertThatThrownBy(() -> new FixedSize(0, Optional.empty())).hasMessageContaining("found 0.0");
        assertThatThrownBy(() -> new FixedNumber(1)).hasMessageContaining("found 1");
    }

    /** A row of voxels of {@code x}, each of which is its own level where it is a whole number from 1. */
    private static Region region(double... x) {
        Grid grid = Grid.of(new Size(x.length, 1, 1), new Spacing(1, 1, 1));
        Discretization unit = Arrays.stream(x).min().orElseThrow() < 1
                ? new FixedBinWidth(1, WidthAnchor.RANGE_MINIMUM)
                : new FixedBinWidth(1).withRangeMinimum(1);
        int[] labels = new int[x.length];
        Arrays.fill(labels, 1);
        return Region.of(RegionOfInterest.of(Mask.of(grid, labels), 1), ImageVolume.of(grid, x), unit);
    }
}
