package io.github.radiomics4j.feature;

import io.github.radiomics4j.discretize.FixedBinCount;
import io.github.radiomics4j.discretize.FixedBinWidth;
import io.github.radiomics4j.discretize.GrayLevels;
import io.github.radiomics4j.discretize.WidthAnchor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What fraction of a region has at least which intensity: {@link IntensityVolumeHistogramFeature}. It has a discretization
 * of its own, and not the settings'.
 *
 * @param bins which intensities there are
 */
public record IntensityVolumeHistogramFamily(Bins bins) implements FeatureFamily {

    /** Checks that nothing is null. */
    public IntensityVolumeHistogramFamily {
        Objects.requireNonNull(bins, "bins");
    }

    /** Returns the family for intensities as they are, such as those of CT, over the range that the region has. */
    public static IntensityVolumeHistogramFamily withDefaults() {
        return new IntensityVolumeHistogramFamily(new AsIs(Optional.empty()));
    }

    /** Returns this family with other intensities. */
    public IntensityVolumeHistogramFamily withBins(Bins bins) {
        return new IntensityVolumeHistogramFamily(bins);
    }

    /** Which intensities the histogram has. */
    public sealed interface Bins permits AsIs, FixedSize, FixedNumber {}

    /**
     * A range of intensities, both included: that of the resegmentation.
     *
     * @param lower finite
     * @param upper finite, above {@code lower}
     */
    public record Range(double lower, double upper) {

        /** Checks that the bounds are finite and in order. */
        public Range {
            if (!(lower < upper && Double.isFinite(lower) && Double.isFinite(upper))) {
                throw new IllegalArgumentException(
                        "a range must be finite and have a lower and a higher bound, found " + lower + " to " + upper);
            }
        }
    }

    /**
     * Calibrated intensities that are whole numbers: as they are, from the lower to the upper bound in steps of 1.
     *
     * @param range empty: that of the region
     */
    public record AsIs(Optional<Range> range) implements Bins {}

    /**
     * Calibrated intensities that are not: in bins of one size, each standing for its center.
     *
     * @param binSize in intensity units, positive and finite
     * @param range empty: that of the region
     */
    public record FixedSize(double binSize, Optional<Range> range) implements Bins {

        /** Checks that the size is positive and finite. */
        public FixedSize {
            if (!(binSize > 0 && binSize < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a bin size must be positive and finite, found " + binSize);
            }
        }
    }

    /**
     * Arbitrary intensities: in a number of bins over the range of the region, each standing for its number, from 1.
     *
     * @param binCount at least 2; IBSI recommends 1000
     */
    public record FixedNumber(int binCount) implements Bins {

        /** Checks that there are at least two bins. */
        public FixedNumber {
            if (binCount < 2 || binCount > GrayLevels.MAXIMUM_LEVELS) {
                throw new IllegalArgumentException(
                        "a number of bins must lie in 2 to " + GrayLevels.MAXIMUM_LEVELS + ", found " + binCount);
            }
        }
    }

    @Override
    public String name() {
        return IntensityVolumeHistogramFeature.FAMILY_NAME;
    }

    @Override
    public List<IntensityVolumeHistogramFeature> features() {
        return List.of(IntensityVolumeHistogramFeature.values());
    }

    @Override
    public FeatureValues compute(Region region, List<? extends Feature> wanted) {
        Curve curve = curve(region);
        return FeatureValues.of(
                own(wanted, IntensityVolumeHistogramFeature.class),
                feature -> feature.of(curve),
                IntensityVolumeHistogramFeature::reasonIfNan);
    }

    private Curve curve(Region region) {
        if (bins instanceof AsIs asIs) {
            return curve(asIs, region.intensities());
        }
        if (bins instanceof FixedSize size) {
            return curve(size, region);
        }
        int count = ((FixedNumber) bins).binCount();
        GrayLevels levels =
                new FixedBinCount(count, FixedBinCount.Rule.FORMULA).apply(region.voxels(), region.intensities());
        return new Curve(steps(levels), count - 1, 1, 1);
    }

    /** @param intensities overwritten */
    private static Curve curve(AsIs asIs, double[] intensities) {
        Arrays.sort(intensities);
        double first = asIs.range().map(Range::lower).orElse(intensities[0]);
        double last = asIs.range().map(Range::upper).orElse(intensities[intensities.length - 1]);
        double[] steps = Arrays.stream(intensities).map(x -> x - first).toArray();
        return new Curve(steps, Math.floor(last - first), first, 1);
    }

    private static Curve curve(FixedSize size, Region region) {
        double[] intensities = region.intensities();
        double binSize = size.binSize();
        double first = size.range()
                .map(Range::lower)
                .orElse(Arrays.stream(intensities).min().orElseThrow());
        GrayLevels levels = new FixedBinWidth(binSize, WidthAnchor.RANGE_MINIMUM, OptionalDouble.of(first))
                .apply(region.voxels(), intensities);
        double count = size.range()
                .map(range -> Math.ceil((range.upper() - range.lower()) / binSize))
                .orElse((double) levels.levelCount());
        return new Curve(steps(levels), count - 1, first + 0.5 * binSize, binSize);
    }

    /** Returns, ascending, how many bins lie below each voxel's. */
    private static double[] steps(GrayLevels levels) {
        return Arrays.stream(levels.levels())
                .sorted()
                .mapToDouble(level -> level - 1)
                .toArray();
    }

    /**
     * ν over the intensities {@code first + k · size} for k = 0 to K. None is enumerated: a range may have millions.
     *
     * @param steps (x − first) / size of each voxel, ascending; below 0 or above K where voxels lie outside the range
     * @param last K
     */
    record Curve(double[] steps, double last, double first, double size) {

        /** Returns ν at the least k with γ ≥ {@code percent}. */
        double volumeAt(int percent) {
            return last == 0 ? Double.NaN : fractionFrom(Math.ceil(percent * last / 100));
        }

        /** Returns the fraction of voxels at step {@code k} or above. */
        private double fractionFrom(double k) {
            int low = 0;
            int high = steps.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (steps[middle] >= k) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return (steps.length - low) / (double) steps.length;
        }

        /** Returns the least intensity that at most {@code percent} of the voxels have. */
        double intensityAt(int percent) {
            int atMost = (int) ((long) percent * steps.length / 100);
            // The highest step that more voxels than that reach.
            double k = Math.max(0, Math.floor(steps[steps.length - 1 - atMost]) + 1);
            return k > last ? Double.NaN : first + k * size;
        }

        double area() {
            if (last == 0) {
                return Double.NaN;
            }
            double sum = 0;
            for (double step : steps) {
                // To how many k the voxel contributes.
                sum += Math.max(0, Math.min(last + 1, Math.floor(step) + 1));
            }
            return (sum / steps.length - 0.5 * (fractionFrom(0) + fractionFrom(last))) / last;
        }
    }
}
